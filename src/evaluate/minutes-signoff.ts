import { z } from "zod";
import { signOffOf } from "../meetings/minutes.ts";
import type { Rulebook } from "../rulebook/model.ts";
import type { Decided } from "./kinds.ts";

export const minutesSignoffGiven = z.object({
  meetingType: z.enum([
    "plenary-meeting",
    "executive-meeting",
    "mayors-office-meeting",
    "thematic-meeting",
    "deputy-secretary-general-meeting",
  ]),
  subjects: z.array(z.string()).nullish(),
  convenedBy: z.string().nullish(),
  outcome: z.enum(["minutes", "coordination-opinions"]).nullish(),
  secretaryGeneralAway: z.boolean().nullish(),
});

/** What the words call the deputy secretary-general who has to do with the matter (有關副秘書長). */
const concerned: Readonly<Record<string, string>> = {
  "deputy-secretary-general": "deputy-secretary-general-concerned",
};

/** By whom minutes are reviewed and signed, or who agrees before opinions are issued; empty lists where no words say. */
export function minutesSignoff(given: z.output<typeof minutesSignoffGiven>, rulebook: Rulebook): Decided {
  const { meetingType, subjects, convenedBy, outcome, secretaryGeneralAway } = given;
  const found = signOffOf(
    {
      meeting: meetingType,
      subjects: subjects ?? [],
      convenedBy: convenedBy ?? undefined,
      outcome: outcome ? (outcome === "minutes" ? "minutes" : "opinions") : undefined,
    },
    rulebook,
  );
  // whoever is away reviews nothing, where the words name somebody else as well
  const there = (posts: readonly string[]) => {
    const some = posts.filter((each) => !secretaryGeneralAway || each !== "secretary-general");
    return (some.length > 0 ? some : posts).map((each) => concerned[each] ?? each);
  };
  if (found.kind === "consent")
    return { result: { consentBeforeIssuingAnyOf: there(found.consent) }, because: found.rule.because };
  if (found.kind === "silent")
    return { result: { reviewerAnyOf: [], signerAnyOf: [] }, because: found.nearest?.because ?? [] };
  return {
    result: { reviewerAnyOf: there(found.reviewers), signerAnyOf: there(found.signers) },
    because: [...found.review.because, ...found.sign.because],
  };
}
