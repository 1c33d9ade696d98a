import type { Fact, QuestionKind, Rulebook } from "../rulebook/model.ts";
import { limits, type Target } from "./belief.ts";
import type { Ranking } from "./ranking.ts";
import type { Reading } from "./reading.ts";
import { conceptMark } from "./vocabulary.ts";

// A denial must be about what was asked: "the rules do not say how long minutes are kept" is no answer to "who keeps the
// seal?", though one word of it, or no other fact, comes nearer.

/** Nothing but who does something, or to whom one turns, is asked. */
export function asksWho({ kinds }: Reading): boolean {
  return kinds.length > 0 && kinds.every(isWho);
}

/** The fact says, or is silent about, who does something or to whom one turns. */
export function tellsWho({ answers, values }: Fact): boolean {
  return answers.some(isWho) || Object.values(values).some((value) => "posts" in value || "bodies" in value);
}

const isWho = (kind: QuestionKind) => kind === "who" || kind === "whom";

/**
 * The question names something of what people name who ask about the fact. Where the fact is no silence of its own, only
 * one of the same article, a post or an office alone is not that.
 */
export function near(
  fact: Fact,
  { mentions }: Reading,
  targets: readonly Target[],
  ranking: Ranking,
  { data }: Rulebook,
): boolean {
  const target = indexOf(fact, targets);
  const concepts = [...new Set(mentions.map(({ concept }) => concept))];
  const isCase = (concept: string) => Object.values(data.dimensions).some(({ values }) => values[concept]);
  const matters = concepts.filter((each) => isCase(each) || !(data.posts[each] || data.bodies[each]));
  const named = matters.length > 0 && !fact.silent ? matters : concepts;
  if (named.length === 0) return ranking.expected(target).length === 0;
  return named.some((each) => ranking.share(conceptMark + each, target) >= limits.near);
}

/** A silence answers the question: it is near, and if only "who" is asked, it is about that, or about the very matter. */
export function answersSilently(
  fact: Fact,
  reading: Reading,
  targets: readonly Target[],
  ranking: Ranking,
  rulebook: Rulebook,
): boolean {
  if (!near(fact, reading, targets, ranking, rulebook)) return false;
  if (!asksWho(reading) || tellsWho(fact)) return true;
  const named = new Set(reading.mentions.map(({ concept }) => conceptMark + concept));
  return ranking.expected(indexOf(fact, targets)).every((each) => named.has(each));
}

const indexOf = (fact: Fact, targets: readonly Target[]) =>
  targets.findIndex((target) => target.kind === "fact" && target.fact === fact);
