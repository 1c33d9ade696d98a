import { type Block, note } from "../reply.ts";
import { alignClause, alignQuote } from "../rulebook/align.ts";
import { type Citation, placeName, wordsAt } from "../rulebook/cite.ts";
import type { LawText } from "../rulebook/law-text.ts";
import type { Fact, Rulebook } from "../rulebook/model.ts";
import { inLanguage, type Language } from "../text.ts";
import type { Wording } from "../wording/wording.ts";

/** The rulebook that is quoted, and the reader's language. */
export interface Reader {
  readonly rulebook: Rulebook;
  readonly wording: Wording;
}

/** The words on which facts rest, each once, and none that stand within others shown. */
export function quotes(facts: readonly Fact[], context: Reader, shown = new Set<string>()): readonly Block[] {
  const all = facts.flatMap((fact) => fact.because);
  const contained = ({ article, quote }: Citation) =>
    all.some((other) => other.article === article && other.quote.length > quote.length && other.quote.includes(quote));
  const citations = all.filter((citation) => {
    const key = `${citation.article} ${citation.quote}`;
    if (shown.has(key) || contained(citation)) return false;
    shown.add(key);
    return true;
  });
  const readings = new Set<string>();
  return citations.map((citation) => {
    const block = quoteBlock(citation, context.rulebook, context.wording.language);
    if (block.kind !== "quote" || context.wording.language !== "en") return block;
    // two quotes from one clause have one translation: it is shown with the first
    const { reading, ...source } = block.source;
    if (reading !== undefined && readings.has(reading)) return { kind: "quote", source };
    if (reading !== undefined) readings.add(reading);
    return block;
  });
}

/** A citation as a reader sees it; with the reading version's words where the source is in another language. */
export function quoteBlock(citation: Citation, rulebook: Rulebook, language: Language): Block {
  const place = placeName(citation, language, rulebook.data.article);
  const reading = readingOf(citation, rulebook, language);
  return { kind: "quote", source: { citation, place, ...(reading === undefined ? {} : { reading }) } };
}

/** The words of each citation in each reading version, once found: the same few hundred are shown again and again. */
const found = new WeakMap<LawText, Map<string, string | undefined>>();

function readingOf(citation: Citation, rulebook: Rulebook, language: Language): string | undefined {
  const law = rulebook.texts.get(language);
  if (!law || law === rulebook.source) return undefined;
  const known = found.get(law) ?? new Map<string, string | undefined>();
  found.set(law, known);
  const key = JSON.stringify(citation);
  if (!known.has(key)) known.set(key, findReading(citation, rulebook, law, language));
  return known.get(key);
}

function findReading(citation: Citation, rulebook: Rulebook, law: LawText, language: Language): string | undefined {
  const reading = wordsAt(law, citation);
  const source = wordsAt(rulebook.source, citation);
  if (reading === undefined || source === undefined) return undefined;
  // between the two Chinese scripts the very words can be found; other languages show the clause or the sentence
  const bothChinese = language !== "en" && rulebook.source.language !== "en";
  return bothChinese ? alignQuote(source, reading, citation.quote) : alignClause(source, reading, citation.quote);
}

export function editionNote({ rulebook, wording }: Reader): Block {
  const { language } = wording;
  const reading = language !== rulebook.source.language && rulebook.texts.has(language);
  const source = reading ? rulebook.source.language : undefined;
  return note(wording.edition(inLanguage(rulebook.data.title, language), rulebook.data.edition, source));
}
