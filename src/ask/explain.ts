import { type Block, note } from "../reply.ts";
import { placeName } from "../rulebook/cite.ts";
import { type Rulebook, valuesOf } from "../rulebook/model.ts";
import { inLanguage, type Language, repeated } from "../text.ts";
import { type Wording, wordingFor } from "../wording/wording.ts";
import type { Answer } from "./assistant.ts";
import type { Step } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { conceptMark } from "./vocabulary.ts";

/** `--why`: how a question was read, which facts competed, and what decided. No name of the rulebook's code is shown. */
export function explainAnswer({ reading, trace }: Answer, rulebook: Rulebook, wording: Wording): readonly Block[] {
  const { why, language } = wording;
  const separator = language === "en" ? ", " : "、";
  const post = inLanguage(rulebook.data.posts[reading.post ?? ""]?.name ?? {}, language) || why.none;
  const concepts = [...new Set(reading.mentions.map((each) => wordsOf(each, reading)))].join(separator) || why.none;
  const kinds = reading.kinds.map((kind) => wording.ask.kinds[kind]).join(separator) || why.none;
  const rows = trace.candidates.map(({ name, article, belief, because }) => [
    `${Math.round(belief * 100)}${language === "en" ? " %" : "%"}`,
    named(name, rulebook, wording),
    article === 0 ? "" : placeName({ article }, language, rulebook.data.article),
    [...new Set(because().map((token) => tokenShown(token, reading)))].join(" "),
  ]);
  return [
    note(why.title),
    {
      kind: "list",
      items: [
        wording.labelled(why.read, reading.normalised),
        wording.labelled(why.language, wordingFor(reading.language).languageName),
        wording.labelled(why.asker, post),
        wording.labelled(why.concepts, concepts),
        wording.labelled(why.kinds, kinds),
        ...trace.steps.map((step) => wording.labelled(why.decision, why.step(readable(step, rulebook, wording)))),
      ],
    },
    ...(rows.length > 0 ? [note(why.competed), { kind: "table", rows } as const] : []),
  ];
}

/** What a fact says, what a table is about, an article; all of them are known by ids here. */
function named(name: string, { data, facts }: Rulebook, { why, language }: Wording): string {
  const [, table = name] = name.match(/^table (.+)$/) ?? [];
  const text = facts.get(name)?.say ?? data.tables[table]?.about;
  if (text) return repeated(inLanguage(text, language));
  if (/^\d+$/.test(name)) return placeName({ article: Number(name) }, language, data.article);
  return name.startsWith("not said ") ? why.notSaid : why.offTopic;
}

/** A step with its names put as readers know them. */
function readable(step: Step, rulebook: Rulebook, wording: Wording): Step {
  const { data } = rulebook;
  const { language } = wording;
  switch (step.kind) {
    case "best":
    case "silent":
      return { ...step, name: named(step.name, rulebook, wording) };
    case "told":
      return { ...step, names: step.names.map((each) => named(each, rulebook, wording)) };
    case "open":
      return { ...step, dimension: inLanguage(data.dimensions[step.dimension]?.ask ?? {}, language) };
    case "case":
      return { ...step, known: caseShown(step.known, rulebook, language) };
    default:
      return step;
  }
}

const caseShown = (known: Readonly<Record<string, readonly string[]>>, { data }: Rulebook, language: Language) =>
  Object.fromEntries(
    Object.entries(known).map(([dimension, values]) => [
      dimension,
      values.flatMap((each) => inLanguage(valuesOf(data, dimension)[each]?.name ?? {}, language) || []),
    ]),
  );

const wordsOf = ({ start, end }: { readonly start: number; readonly end: number }, { normalised }: Reading): string =>
  normalised.slice(start, end);

/** A token; for a concept, the words of the question that named it. */
function tokenShown(token: string, reading: Reading): string {
  if (!token.startsWith(conceptMark)) return token;
  const named = reading.mentions.find(({ concept }) => conceptMark + concept === token);
  return named ? wordsOf(named, reading) : "";
}
