import { type Block, type Button, note, paragraph, point, type Reply, reply } from "../reply.ts";
import { citationOf, lastArticle, placeName } from "../rulebook/cite.ts";
import { type Fact, valuesOf } from "../rulebook/model.ts";
import { inLanguage, repeated } from "../text.ts";
import type { Answer } from "./assistant.ts";
import type { Claim, Outcome } from "./outcome.ts";
import { editionNote, quotes, type Reader } from "./sources.ts";

/** What is needed to word an answer: the rulebook, and the question as it was put, for the buttons. */
export interface AnswerContext extends Reader {
  /** The options of the question: question, as, case. */
  readonly asked: Readonly<Record<string, string>>;
  /** What stands beside the answer: before the edition, and after it. */
  readonly before?: readonly Block[];
  readonly after?: readonly Block[];
}

/** Words an outcome for the person who asked: the point first, then the words of the rules, then the edition. */
export function wordAnswer({ outcome }: Answer, context: AnswerContext): Reply {
  const { wording } = context;
  const { ask } = wording;
  switch (outcome.kind) {
    case "answered":
      return wordAnswered(outcome, context);
    case "articles":
      return wordArticles(outcome.articles, context);
    case "asks-back":
      return wordQuestion(outcome, context);
    case "silent": {
      const { fact, also } = outcome;
      const shown = new Set<string>();
      const further = also ? [note(ask.seeAlso), paragraph(say(also, context))] : [];
      return make(
        "not-covered",
        [
          point(say(fact, context)),
          ...quotes([fact], context, shown),
          ...further,
          ...(also ? quotes([also], context, shown) : []),
        ],
        also ? [fact, also] : [fact],
        context,
      );
    }
    case "touches":
      return make(
        "not-covered",
        [
          point(outcome.missing ? ask.doNotSay(ask.kinds[outcome.missing]) : ask.touches),
          paragraph(sentences([ask.whatTheySay, say(outcome.fact, context)], context)),
          ...quotes([outcome.fact], context),
        ],
        [outcome.fact],
        context,
      );
    case "offers":
      return {
        ...make(
          "needs",
          [
            point(ask.unsure),
            ...outcome.facts.flatMap((fact) => [paragraph(say(fact, context)), ...quotes([fact], context)]),
          ],
          outcome.facts,
          context,
        ),
        buttons: [...new Set(outcome.facts.map((fact) => fact.article))].map((article) => ({
          label: placeName({ article }, wording.language, context.rulebook.data.article),
          command: "rule",
          options: { place: String(article) },
        })),
      };
    case "not-covered":
      return wordNotCovered(outcome, context);
  }
}

function wordNotCovered(outcome: Extract<Outcome, { kind: "not-covered" }>, context: AnswerContext): Reply {
  const { wording } = context;
  const { ask } = wording;
  const holder = outcome.reason === "holder";
  const leads =
    outcome.reason === "empty" || outcome.reason === "greeting"
      ? []
      : [paragraph(holder ? ask.holderNext : ask.notCoveredNext)];
  const { examples: own } = context.rulebook.data;
  const examples = (own[wording.language] ?? Object.values(own)[0] ?? []).map((question) => ({
    label: question,
    command: "ask",
    options: { question },
  }));
  return reply({
    tone: outcome.reason === "empty" ? "needs" : "not-covered",
    language: wording.language,
    blocks: [point(wordReason(outcome, context)), ...leads, ...beside(context)],
    buttons: holder
      ? [{ label: "/whoami", command: "whoami", options: {} }]
      : [...(outcome.reason === "elsewhere" ? [] : examples), { label: "/help", command: "help", options: {} }],
  });
}

function wordReason(outcome: Extract<Outcome, { kind: "not-covered" }>, { rulebook, wording }: AnswerContext): string {
  const { ask } = wording;
  const name = (article: number) => placeName({ article }, wording.language, rulebook.data.article);
  switch (outcome.reason) {
    case "empty":
      return ask.empty;
    case "greeting":
      return wording.help.intro;
    case "off-topic":
      return ask.notCovered;
    case "holder":
      return ask.holder;
    case "orders-work":
      return ask.notAQuestion;
    case "elsewhere":
      return ask.elsewhere(
        outcome.named === undefined ? undefined : repeated(outcome.named),
        inLanguage(rulebook.data.title, wording.language),
      );
    case "no-such-article":
      return ask.noArticle(name(outcome.article), name(lastArticle(rulebook.source)));
  }
}

function wordAnswered(outcome: Extract<Outcome, { kind: "answered" }>, context: AnswerContext): Reply {
  const { wording } = context;
  const [main, ...others] = outcome.facts;
  const correction = outcome.correction
    ? wording.ask.notSo(wordClaim(outcome.correction.claimed, context), wordClaim(outcome.correction.right, context))
    : undefined;
  const shown = new Set<string>();
  const blocks: Block[] = [
    point(sentences([correction, say(main, context)], context)),
    ...quotes([main], context, shown),
    ...(others.length > 0 ? [note(wording.ask.seeAlso)] : []),
    ...others.flatMap((fact) => [paragraph(say(fact, context)), ...quotes([fact], context, shown)]),
  ];
  const assumed = outcome.assumed;
  const dimension = assumed && context.rulebook.data.dimensions[assumed.dimension];
  const answer = make("answer", blocks, outcome.facts, context);
  // what the buttons are for stands next to them
  const choose = dimension
    ? [note(wording.ask.takenAs(inLanguage(dimension.values[assumed.value]?.name ?? {}, wording.language)))]
    : [];
  return {
    ...answer,
    blocks: [...answer.blocks, ...choose],
    buttons: assumed
      ? choices(assumed.dimension, context).filter((each) => !each.options.case?.endsWith(`=${assumed.value}`))
      : [],
  };
}

/** Articles shown whole in one answer; the others by a button each. */
const mostArticles = 3;

function wordArticles(asked: readonly number[], context: AnswerContext): Reply {
  const { rulebook, wording } = context;
  const articles = asked.slice(0, mostArticles);
  const left = asked.length - articles.length;
  const citations = articles.flatMap((number) =>
    (rulebook.source.articles.get(number)?.paragraphs ?? []).map(({ text }) =>
      citationOf(rulebook.data, { article: number }, text),
    ),
  );
  const reading = rulebook.texts.get(wording.language) ?? rulebook.source;
  return {
    ...reply({ tone: "answer", language: wording.language }),
    blocks: [
      ...articles.flatMap((number) => [
        point(placeName({ article: number }, wording.language, rulebook.data.article)),
        ...(reading.articles.get(number)?.paragraphs ?? []).map((each) => paragraph(each.text)),
      ]),
      ...(left > 0 ? [note(wording.ask.moreArticles(left))] : []),
      ...beside(context),
    ],
    citations,
    buttons: asked.slice(0, mostArticles * 3).map((number) => ({
      label: `/rule ${number}`,
      command: "rule",
      options: { place: String(number) },
    })),
  };
}

function wordQuestion(outcome: Extract<Outcome, { kind: "asks-back" }>, context: AnswerContext): Reply {
  const { rulebook, wording } = context;
  const dimension = rulebook.data.dimensions[outcome.dimension];
  // what the rules say comes before what they leave open
  const rows = [...outcome.rows].sort((a, b) => Number(a.silent) - Number(b.silent));
  const language = wording.language;
  const values = valuesOf(rulebook.data, outcome.dimension);
  const label = (row: Fact) =>
    (row.row?.when[outcome.dimension] ?? [])
      .map((value) => inLanguage(values[value]?.name ?? {}, language))
      .join(language === "en" ? ", " : "、");
  return {
    ...make(
      "needs",
      [
        point(
          sentences(
            [
              dimension?.asker ? wording.ask.dependsOnYou : wording.ask.dependsOnCase,
              inLanguage(dimension?.ask ?? {}, language),
            ],
            context,
          ),
        ),
        {
          kind: "list",
          items: rows.map((row) =>
            label(row) ? wording.ask.branch(label(row), say(row, context)) : say(row, context),
          ),
        },
        ...quotes(
          rows.filter((row) => !row.silent),
          context,
        ),
      ],
      rows,
      context,
    ),
    buttons: choices(
      outcome.dimension,
      context,
      new Set(rows.flatMap((row) => row.row?.when[outcome.dimension] ?? [])),
    ),
  };
}

/** A button for each value of a dimension: the same question with that value filled in. */
function choices(
  name: string,
  { rulebook, wording, asked }: AnswerContext,
  only?: ReadonlySet<string>,
): readonly Button[] {
  const dimension = rulebook.data.dimensions[name];
  const values = valuesOf(rulebook.data, name);
  const others = Object.entries(caseOf(asked.case)).filter(([each]) => each !== name);
  return Object.entries(values)
    .filter(([value]) => !only || only.has(value))
    .map(([value, { name: text }]) => ({
      label: inLanguage(text, wording.language),
      command: "ask",
      options: dimension?.asker
        ? { ...asked, as: value }
        : { ...asked, case: [...others, [name, value]].map(([key, each]) => `${key}=${each}`).join(",") },
    }));
}

/** "occasion=going-away,mayor=away" -> the case that buttons have chosen; what is not of this form is left out. */
export function caseOf(text: string | undefined): Readonly<Record<string, string>> {
  const pairs = (text ?? "").split(",").map((each) => each.split("="));
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair.length === 2));
}

function wordClaim(claim: Claim, { rulebook, wording }: AnswerContext): string {
  if ("number" in claim) return wording.ask.unit(claim.number, claim.unit);
  if ("times" in claim) return wording.ask.times(claim.times, claim.per);
  const [ids, names] = "posts" in claim ? [claim.posts, rulebook.data.posts] : [claim.bodies, rulebook.data.bodies];
  return wording.ask.list(
    ids.map((id) => inLanguage(names[id]?.name ?? {}, wording.language)),
    claim.any,
  );
}

/** Sentences one after another, with a space between them where the language has one. */
function sentences(parts: readonly (string | undefined)[], { wording }: AnswerContext): string {
  return parts.filter((each) => each !== undefined).join(wording.language === "en" ? " " : "");
}

/** The edition, with what stands before and after it. */
const beside = (context: AnswerContext): readonly Block[] => [
  ...(context.before ?? []),
  editionNote(context),
  ...(context.after ?? []),
];

const say = (fact: Fact, { wording }: AnswerContext): string => inLanguage(fact.say, wording.language);

function make(tone: Reply["tone"], blocks: readonly Block[], facts: readonly Fact[], context: AnswerContext): Reply {
  const citations = new Map(
    facts.flatMap((fact) => fact.because).map((each) => [`${each.article} ${each.quote}`, each]),
  );
  return reply({
    tone,
    language: context.wording.language,
    blocks: [...blocks, ...beside(context)],
    citations: [...citations.values()],
  });
}
