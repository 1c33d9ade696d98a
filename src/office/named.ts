import type { Reading } from "../ask/reading.ts";
import { quoteBlock } from "../ask/sources.ts";
import type { Context } from "../command.ts";
import type { Day } from "../dates.ts";
import { type Block, note, paragraph } from "../reply.ts";
import type { Citation } from "../rulebook/cite.ts";
import type { Fact, QuestionKind } from "../rulebook/model.ts";
import { inLanguage } from "../text.ts";
import { providedFor } from "./entrusting.ts";
import { type Entrustment, type Person, tenuresOn } from "./people.ts";
import { postNamed } from "./posts.ts";

/**
 * The posts that answer a question, in the order of the fact: an answer is easier to act upon when it says who that is.
 * None where it is not asked who does something or whom to turn to; and never one that the question itself names.
 */
export function postsIn(fact: Fact, { kinds, mentions, post }: Reading): readonly string[] {
  const asked = kinds.length === 0 || kinds.some((each) => whoKinds.includes(each));
  if (!asked || !fact.answers.some((each) => each === "who" || each === "whom")) return [];
  const known = new Set([post, ...mentions.map(({ concept }) => concept)]);
  const named = Object.values(fact.values).flatMap((value) => ("posts" in value ? value.posts : []));
  return [...new Set(named)].filter((each) => !known.has(each));
}

/** Kinds of question that a person answers. */
const whoKinds: readonly QuestionKind[] = ["who", "whom", "how", "may", "must"];

/** More holders than this are not named: the roster shows them. */
const mostNamed = 3;

export interface Holders {
  readonly post: string;
  readonly people: readonly Person[];
  /** By the roster somebody held the post, and nobody does today. */
  readonly vacant: boolean;
}

/** An entrustment in force, with the person who acts. */
export interface Acting {
  readonly entrustment: Entrustment;
  readonly to: Person;
}

/**
 * Says who holds the posts of an answer today, from the office's roster (never from the rules), and who acts for a
 * holder who is away; that somebody may act at all is quoted from the rules, where they say so.
 */
export function nameHolders(
  holders: readonly Holders[],
  acts: readonly Acting[],
  today: Day,
  { rulebook, wording, language }: Context,
): { readonly blocks: readonly Block[]; readonly citations: readonly Citation[] } {
  const postName = (id: string) => inLanguage(rulebook.data.posts[id]?.name ?? {}, language);
  const named = holders.filter(({ people }) => people.length > 0 && people.length <= mostNamed);
  const vacant = holders.filter((each) => each.vacant).map(({ post }) => wording.roster.who.vacant(postName(post)));
  if (named.length + vacant.length === 0) return { blocks: [], citations: [] };
  const acting = acts.filter(({ entrustment: { post }, to }) =>
    named.some((each) => each.post === post || each.people.some(({ id }) => id === to.id)),
  );
  const items = [
    ...named.map(({ post, people }) =>
      wording.labelled(
        postName(post),
        wording.ask.people(
          people.map((each) => {
            const tenure = tenuresOn(each, today).find((one) => one.post === post);
            const told = tenure && postNamed(tenure.title, rulebook.data.posts) !== post;
            return { name: each.name, title: told ? tenure.title : "" };
          }),
        ),
      ),
    ),
    ...acting.map(({ entrustment: { post, by, from, until }, to }) =>
      wording.ask.acts(postName(post), by.name, to.name, from, until),
    ),
  ];
  // what the office arranged otherwise is said, but not quoted from the rules
  const rules = acting.map(({ entrustment, to }) => providedFor(entrustment.post, to, today, rulebook));
  const rule = rules.find(Boolean)?.fact;
  return {
    blocks: [
      paragraph(wording.ask.inThisOffice),
      { kind: "list", items: [...items, ...vacant] },
      ...(rules.includes(undefined) ? [note(wording.roster.who.ownArrangement)] : []),
      ...(rule?.because.map((each) => quoteBlock(each, rulebook, language)) ?? []),
    ],
    citations: rule?.because ?? [],
  };
}

/** Of the holders of a post that several hold, the one in charge of the asker's department, when the roster says so. */
export function inChargeOf(department: string, people: readonly Person[]): readonly Person[] {
  if (department === "") return [];
  return people.filter(({ portfolio }) =>
    portfolio.some((matter) => matter === department || department.includes(matter)),
  );
}
