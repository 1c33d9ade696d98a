import { z } from "zod";
import { rulingOn } from "../leave/ruling.ts";
import { entrustmentRule } from "../office/entrusting.ts";
import { withNarrower } from "../office/posts.ts";
import type { Rulebook } from "../rulebook/model.ts";
import type { Decided } from "./kinds.ts";

const occasions = {
  "going-away": "going-away",
  "plenary-meeting": "plenary-meeting",
  "executive-meeting": "executive-meeting",
  "mayors-office-meeting": "mayors-office-meeting",
  "thematic-meeting": "thematic-meeting",
  "important-meeting-attended-by-main-leaders": "important-event",
} as const;

export const leaveApproverGiven = z.object({
  role: z.string(),
  occasion: z.enum(Object.keys(occasions) as (keyof typeof occasions)[]),
  mayorAway: z.boolean().default(false),
  presidedBy: z.string().nullish(),
  attendsAs: z.enum(["member", "sitting-in", "participant"]).nullish(),
  mainLeadersAttend: z.boolean().nullish(),
});

/** Of whom the holder of a post asks leave: the approver's post, others that the words allow, and the words. */
export function leaveApprover(given: z.output<typeof leaveApproverGiven>, rulebook: Rulebook): Decided {
  const { role, mayorAway, presidedBy, mainLeadersAttend } = given;
  const occasion = occasions[given.occasion];
  const away = mayorAway ? ["mayor"] : [];
  const ask = (on: string) =>
    rulingOn({ post: role, occasion: on, away, ...(presidedBy ? { presider: presidedBy } : {}) }, rulebook);
  const named = ask(occasion);
  // a meeting for which the rules name nobody may still be an important one that the main leaders attend
  const event = rulebook.data.leave?.event;
  const ruling =
    named.kind === "silent" && mainLeadersAttend && event !== undefined && occasion !== rulebook.data.leave?.trip
      ? orElse(ask(event), named)
      : named;
  if (ruling.kind === "silent")
    return { result: { approver: "not-covered", alsoAcceptable: [] }, because: ruling.nearest?.because ?? [] };
  // whoever is away is asked last, where the words allow somebody else
  const posts = [...ruling.posts].sort((a, b) => Number(away.includes(a)) - Number(away.includes(b)));
  const [approver = "not-covered", ...others] = posts;
  const acting = away.includes(approver) ? entrustmentRule(rulebook) : undefined;
  const entrusted = acting?.by.includes(approver)
    ? acting.to.filter((post) => !withNarrower(post, rulebook.data.posts).includes(role))
    : [];
  return {
    result: { approver, alsoAcceptable: [...new Set([...others, ...entrusted])] },
    because: [
      ...ruling.rule.because,
      ...ruling.remarks.flatMap((each) => each.because),
      ...(entrusted.length > 0 ? (acting?.fact.because ?? []) : []),
    ],
  };
}

const orElse = (ruling: ReturnType<typeof rulingOn>, other: ReturnType<typeof rulingOn>) =>
  ruling.kind === "asks" ? ruling : other;
