import { inLanguage, type Language, type RulebookText } from "../text.ts";
import type { Article, LawText, Paragraph } from "./law-text.ts";
import { toChinese } from "./numerals.ts";

/** A place in a rulebook: an article, or a paragraph (款), item (項) or sentence of it. All numbers from 1. */
export interface Place {
  readonly article: number;
  readonly paragraph?: number;
  readonly item?: number;
  readonly sentence?: number;
}

/** The authority of a statement: where it stands, and the words themselves, byte for byte from the source. */
export interface Citation extends Place {
  readonly rulebook: string;
  readonly edition: string;
  readonly quote: string;
}

/** The citation of words at a place of a rulebook. */
export function citationOf(
  { id, edition }: { readonly id: string; readonly edition: string },
  place: Place,
  quote: string,
): Citation {
  return { rulebook: id, edition, ...place, quote };
}

/** The number of the last article. */
export function lastArticle(law: LawText): number {
  return Math.max(...law.articles.keys());
}

/** A value with the words that it rests on. Nothing derived from the rules travels without them. */
export interface Cited<T> {
  readonly value: T;
  readonly because: readonly [Citation, ...Citation[]];
}

/** Where in an article these exact words stand; undefined when they do not. A quote stays inside one paragraph. */
export function locate(article: Article, quote: string): Place | undefined {
  const paragraph = article.paragraphs.find((each) => each.text.includes(quote));
  if (!paragraph) return undefined;
  return { article: article.number, ...partOf(article, paragraph, quote) };
}

function partOf(article: Article, paragraph: Paragraph, quote: string): Omit<Place, "article"> {
  const several = article.paragraphs.some((each) => each.paragraph > 1);
  if (paragraph.item !== undefined) return { ...paragraphOf(article, paragraph), item: paragraph.item };
  const within = several ? { paragraph: paragraph.paragraph } : {};
  if (paragraph.sentences.length < 2) return within;
  const index = paragraph.sentences.findIndex((sentence) => sentence.includes(quote));
  return index < 0 ? within : { ...within, sentence: index + 1 };
}

/** An item is named with its paragraph only where two lists in one article would be confused. */
function paragraphOf(article: Article, paragraph: Paragraph): { paragraph?: number } {
  const same = article.paragraphs.filter((each) => each.item === paragraph.item);
  return same.length > 1 ? { paragraph: paragraph.paragraph } : {};
}

/** The words at a place, in the language of the given text; undefined when there is no such place. */
export function wordsAt(law: LawText, place: Place): string | undefined {
  const article = law.articles.get(place.article);
  if (!article) return undefined;
  let paragraphs = article.paragraphs;
  if (place.paragraph !== undefined) paragraphs = paragraphs.filter((each) => each.paragraph === place.paragraph);
  if (place.item !== undefined) paragraphs = paragraphs.filter((each) => each.item === place.item);
  if (place.sentence !== undefined) {
    const sentences = paragraphs.filter((each) => each.item === undefined).flatMap((each) => each.sentences);
    return sentences[place.sentence - 1];
  }
  return paragraphs.length === 0 ? undefined : paragraphs.map((each) => each.text).join("\n");
}

/** What the rulebook calls its articles: "Art. {n}", "第{n}條", "Section {n}". `{n}` is the number, `{zh}` the Chinese numeral. */
export type ArticleName = RulebookText;

/** "Art. 48, sentence 2", "第四十八条第二句", "第四十二條第(三)項". */
export function placeName(place: Place, language: Language, name: ArticleName): string {
  const { article, paragraph, item, sentence } = place;
  const fill = (text: string) => text.replace("{n}", String(article)).replace("{zh}", toChinese(article));
  const head = fill(inLanguage(name, language));
  if (language === "en") {
    const parts = [head];
    if (paragraph !== undefined) parts.push(`paragraph ${paragraph}`);
    if (item !== undefined) parts.push(`item (${item})`);
    if (sentence !== undefined) parts.push(`sentence ${sentence}`);
    return parts.join(", ").replace(", item", " item");
  }
  const itemWord = language === "zh-Hans" ? "项" : "項";
  return [
    head,
    paragraph === undefined ? "" : `第${toChinese(paragraph)}款`,
    item === undefined ? "" : `第(${toChinese(item)})${itemWord}`,
    sentence === undefined ? "" : `第${toChinese(sentence)}句`,
  ].join("");
}

/** The part of a place for machines: "2" sentence, "(3)" item, "p2" paragraph, "p2.1" sentence of a paragraph. */
export function partCode({ paragraph, item, sentence }: Place): string | undefined {
  const item_ = item === undefined ? "" : `(${item})`;
  const paragraph_ = paragraph === undefined ? "" : `p${paragraph}`;
  const sentence_ = sentence === undefined ? "" : `${paragraph_ ? "." : ""}${sentence}`;
  return `${paragraph_}${item_}${sentence_}` || undefined;
}
