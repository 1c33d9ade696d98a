import { quotes } from "../ask/sources.ts";
import { isThere } from "../leave/deciding.ts";
import { cardOf, type Leave } from "../leave/leave.ts";
import { type Decider, decidersOf, type Route } from "../leave/route.ts";
import { entrustmentRule } from "../office/entrusting.ts";
import { personName } from "../office/people.ts";
import { postName } from "../office/posts.ts";
import { type Block, type Button, paragraph } from "../reply.ts";
import type { Citation } from "../rulebook/cite.ts";
import type { Fact } from "../rulebook/model.ts";
import { cardRecipients } from "../store/card-recipients.ts";
import { inLanguage } from "../text.ts";
import type { Wording } from "../wording/wording.ts";
import type { AtDesk } from "./at-desk.ts";
import { deciderName, nobodyLine } from "./why.ts";

export interface NextSteps {
  readonly blocks: readonly Block[];
  readonly buttons: readonly Button[];
  readonly citations: readonly Citation[];
}

/** What the rules allow while a request waits: for whoever asked, who may not decide but may see to it that somebody does. */
export async function nextSteps(leave: Leave, route: Route, at: AtDesk, wording: Wording): Promise<NextSteps> {
  const { decisions } = wording;
  if (route.kind !== "asks") return { blocks: blockedLines(route, at, wording), buttons: [], citations: [] };
  const { rulebook, today } = at;
  const named = (each: Decider) => deciderName(each, { rulebook, wording, today });
  const deciders = decidersOf(route);
  const have = await cardRecipients(at.records, cardOf(leave.number));
  const others = deciders.filter(({ person }) => person.id !== leave.approver);
  const without = others.filter(({ person }) => !have.has(personName(person.id)));
  const asked = others.filter((each) => !without.includes(each));
  const away = deciders.flatMap(({ person, awayUntil }) =>
    awayUntil === undefined ? [] : [wording.leave.why.awayUntil(person.name, awayUntil)],
  );
  const acts = deciders.some(({ as }) => as === "acting");
  const entrusting = acts || route.authority === "office" ? undefined : entrustLines(leave, at, wording);
  const remarks = route.remarks.filter(({ id }) => id !== route.rule?.id);
  const facts = [...remarks, ...(entrusting?.facts ?? [])];
  return {
    blocks: [
      ...away.map(paragraph),
      ...remarks.map(({ say }) => paragraph(inLanguage(say, wording.language))),
      ...(asked.length > 0 ? [paragraph(decisions.next.othersHaveIt(wording.roster.list(asked.map(named))))] : []),
      ...(without.length > 0 ? [paragraph(decisions.next.othersMay(wording.roster.list(without.map(named))))] : []),
      ...(entrusting ? [paragraph(entrusting.words)] : []),
      ...(deciders.some((each) => isThere(each, deciders)) ? [] : [paragraph(decisions.next.nobodyThere)]),
      paragraph(decisions.next.goesOn),
      ...quotes(facts, { rulebook, wording }),
    ],
    buttons: without.map(({ person }) => ({
      label: decisions.buttons.askAsWell(person.name),
      command: "leave ask",
      options: { number: String(leave.number), person: person.id },
    })),
    citations: facts.flatMap(({ because }) => because),
  };
}

/** The rules, or the office's own route, name a post by which nobody can decide as things stand. */
function blockedLines(
  route: Exclude<Route, { readonly kind: "asks" }>,
  { rulebook }: AtDesk,
  wording: Wording,
): readonly Block[] {
  const reason = route.kind === "silent" ? wording.leave.why.silent : nobodyLine(route, { rulebook, wording });
  return [paragraph(reason), paragraph(wording.decisions.next.blocked)];
}

/** That somebody may be entrusted, and who records it: by the rules where they provide for it, else by the office alone. */
function entrustLines(
  { approverPost }: Leave,
  { rulebook }: AtDesk,
  wording: Wording,
): { readonly words: string; readonly facts: readonly Fact[] } | undefined {
  if (approverPost === null) return undefined;
  const { posts, permissions } = rulebook.data;
  const name = (post: string) => postName(post, posts, wording.language);
  const recorders = [...(permissions["roster.entrust"] ?? []).map(name), wording.refused.administrators];
  const who = wording.ask.list(recorders, true);
  const rule = entrustmentRule(rulebook);
  return rule?.by.includes(approverPost)
    ? { words: wording.decisions.next.mayEntrust(name(approverPost), who), facts: [rule.fact] }
    : { words: wording.decisions.next.ownArrangement(name(approverPost), who), facts: [] };
}
