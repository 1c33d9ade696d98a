import type { WhoIs } from "./ask/holder.ts";
import { quoteBlock } from "./ask/sources.ts";
import { normalise } from "./ask/tokens.ts";
import type { Context } from "./command.ts";
import { entrustedFrom } from "./entrusted.ts";
import { inForce, providedFor } from "./office/entrusting.ts";
import { nearest } from "./office/nearest.ts";
import { type Entrustment, type Person, tenuresOn } from "./office/people.ts";
import { heldAs, postName, postNamed } from "./office/posts.ts";
import { type Answer, answersTo } from "./office/roster-answers.ts";
import { whomMeant } from "./office/whom-meant.ts";
import { type Block, note, paragraph, point, type Reply, reply } from "./reply.ts";
import type { Citation } from "./rulebook/cite.ts";
import { everybody } from "./store/people.ts";
import { repeated } from "./text.ts";
import type { Visit } from "./visit.ts";

/** What the roster of today says to some words: who holds that post, heads that department, is in charge of that matter. */
export async function rosterReply(wanted: string, visit: Visit, context: Context): Promise<Reply> {
  return told(wanted, await everybody(visit.records), visit, context);
}

/** The same for a question who somebody is; undefined when it names no post and the roster has nobody so called. */
export async function whoIsReply(
  asked: WhoIs,
  question: string,
  visit: Visit,
  context: Context,
): Promise<Reply | undefined> {
  const people = await everybody(visit.records);
  if (people.length === 0) return undefined;
  const wanted = whomMeant(asked, people, visit.today, context);
  if (wanted !== undefined) return told(wanted, people, visit, context);
  return asked.post === undefined ? undefined : nobody(asTyped(asked.words, question), people, visit, context);
}

/** Words of a question as they were typed: they are compared in one script and in small letters. */
function asTyped(words: string, question: string): string {
  const all = [...question].map((_, start) => question.slice(start, start + words.length));
  return all.find((each) => normalise(each) === words) ?? words;
}

async function told(wanted: string, people: readonly Person[], visit: Visit, context: Context): Promise<Reply> {
  const { language, wording } = context;
  const words = wording.roster.who;
  const answers = answersTo(wanted, people, visit.today, context);
  if (answers.length === 0) return nobody(wanted, people, visit, context);
  const entrustments = inForce(await entrustedFrom(visit.records, visit.today), visit.today);
  const acting = actingFor(answers, entrustments, people, visit, context);
  return reply({
    tone: "answer",
    language,
    blocks: [
      ...answers.flatMap(({ heading, found, more }): readonly Block[] => [
        point(heading),
        {
          kind: "table",
          rows: [
            [words.name, words.title, words.department],
            ...found.map(({ person, tenure }) => [person.name, tenure?.title ?? "–", tenure?.department || "–"]),
          ],
        },
        ...(more > 0 ? [note(words.more(more))] : []),
      ]),
      ...acting.blocks,
    ],
    citations: acting.citations,
    buttons: [{ label: `/roster show ${repeated(wanted)}`, command: "roster show", options: { what: wanted } }],
  });
}

/** Who acts for whom of those found; the rules are quoted only where they provide for it. */
function actingFor(
  answers: readonly Answer[],
  entrustments: readonly Entrustment[],
  people: readonly Person[],
  { today }: Visit,
  { rulebook, wording, language }: Context,
): { readonly blocks: readonly Block[]; readonly citations: readonly Citation[] } {
  const acting = entrustments.filter(({ by, post }) =>
    answers.some(({ found }) => found.some(({ person, tenure }) => person.id === by.id && tenure?.post === post)),
  );
  const rules = new Set<Citation>();
  const blocks = acting.flatMap(({ post, by, to, from, until, occasion }): readonly Block[] => {
    const deputy = people.find(({ id }) => id === to.id);
    const rule = deputy && providedFor(post, deputy, today, rulebook);
    for (const each of rule?.fact.because ?? []) rules.add(each);
    const giver = people.find(({ id }) => id === by.id);
    const name = heldAs(post, giver, today, rulebook.data.posts, language);
    const span = wording.roster.span(from, until);
    return [
      point(wording.roster.who.acts(name, by.name, to.name, span, wording.roster.occasions[occasion])),
      ...(rule ? [] : [note(wording.roster.who.ownArrangement)]),
    ];
  });
  return {
    blocks: [...blocks, ...[...rules].map((each) => quoteBlock(each, rulebook, language))],
    citations: [...rules],
  };
}

function nobody(wanted: string, people: readonly Person[], { today }: Visit, context: Context): Reply {
  const { wording, language, rulebook } = context;
  const post = postNamed(wanted, rulebook.data.posts);
  const names = people.flatMap((person) => [
    person.name,
    ...person.portfolio,
    ...tenuresOn(person, today).flatMap(({ title, department }) => [title, department].filter(Boolean)),
  ]);
  const near = nearest(wanted, names, 5);
  const words = wording.roster.who;
  return reply({
    tone: "not-covered",
    language,
    blocks: [
      point(
        post === undefined
          ? words.nothing(repeated(wanted))
          : words.vacant(postName(post, rulebook.data.posts, language)),
      ),
      paragraph(wording.roster.people.nextName(near)),
    ],
    buttons: [
      ...near.map((what) => ({ label: what, command: "roster who", options: { what } })),
      { label: "/roster show", command: "roster show", options: {} },
    ],
  });
}
