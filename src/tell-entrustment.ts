import { quoteBlock } from "./ask/sources.ts";
import type { Context } from "./command.ts";
import type { Day } from "./dates.ts";
import { dropEntrustment, planEntrustment } from "./leave-desk/entrustment-days.ts";
import { rerouteOpen } from "./leave-desk/reroute.ts";
import { entrustmentRule } from "./office/entrusting.ts";
import { type Entrustment, personName } from "./office/people.ts";
import { heldAs } from "./office/posts.ts";
import { type Block, note, paragraph, point, type Reply, reply } from "./reply.ts";
import type { Citation } from "./rulebook/cite.ts";
import { accountsOf } from "./store/accounts.ts";
import { personById } from "./store/people.ts";
import type { Visit } from "./visit.ts";
import { type Wording, wordingFor } from "./wording/wording.ts";

/** Tells whoever asked, and by message the two whom it concerns, each in their language. */
export async function tellOfEntrustment(
  what: "recorded" | "ended",
  entrustment: Entrustment,
  visit: Visit,
  context: Context,
  provided: boolean,
): Promise<Reply> {
  const { rulebook, wording, calendar } = context;
  const { by, to, post } = entrustment;
  // what waits for the holder goes to whoever acts for them from now on, and back
  const at = { ...visit, rulebook, calendar };
  await rerouteOpen(at);
  await (what === "recorded" ? planEntrustment : dropEntrustment)(entrustment, at);
  const rule = what === "recorded" ? entrustmentRule(rulebook) : undefined;
  const citations: readonly Citation[] = rule?.fact.because ?? [];
  const giver = await personById(visit.records, by.id);
  const first = entrustment.from > visit.today ? (entrustment.from as Day) : visit.today;
  const worded = (words: Wording): readonly Block[] => [
    point(
      words.roster.entrust[what](
        heldAs(post, giver, first, rulebook.data.posts, words.language),
        by.name,
        to.name,
        words.roster.span(entrustment.from, entrustment.until),
        words.roster.occasions[entrustment.occasion],
      ),
    ),
    ...(provided ? [] : [paragraph(rule ? words.roster.entrust.notByRules : words.roster.entrust.rulesSilent)]),
    ...citations.map((each) => quoteBlock(each, rulebook, words.language)),
  ];
  const unreached: string[] = [];
  for (const each of [by, to]) {
    if (visit.actor.person?.id === each.id) continue;
    const accounts = await accountsOf(visit.records, each.id);
    if (!accounts.some(({ platform }) => platform !== "terminal")) {
      unreached.push((await personById(visit.records, each.id))?.name ?? each.name);
      continue;
    }
    const language = await visit.languageOf(each.id);
    await visit.send(
      personName(each.id),
      reply({ tone: "done", language, blocks: worded(wordingFor(language)), citations }),
    );
  }
  const words = wording.roster.entrust;
  const told = [by, to].some(({ id }) => id === visit.actor.person?.id) ? words.otherTold : words.bothTold;
  return reply({
    tone: "done",
    language: wording.language,
    blocks: [
      ...worded(wording),
      note(unreached.length > 0 ? words.tellYourself(wording.roster.list(unreached)) : told),
    ],
    citations,
    buttons:
      what === "recorded"
        ? [{ label: words.endNow, command: "roster entrust", options: { end: "true", post: by.id } }]
        : [],
  });
}
