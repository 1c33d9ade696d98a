import type { Language } from "../text.ts";
import { parseNumeral } from "./numerals.ts";

/** One paragraph (款) of an article, or one of its items (項). Offsets and lines let findings name the place. */
export interface Paragraph {
  readonly text: string;
  readonly line: number;
  /** Number of the paragraph within the article, items not counted; an item has that of the paragraph before it. */
  readonly paragraph: number;
  readonly item?: number;
  readonly sentences: readonly string[];
}

export interface Article {
  readonly number: number;
  /** The heading as the text has it: 四十八、 */
  readonly heading: string;
  readonly chapter: number;
  readonly line: number;
  readonly paragraphs: readonly Paragraph[];
}

export interface Chapter {
  readonly number: number;
  readonly heading: string;
  readonly articles: readonly number[];
}

/** A fenced block under an article: YAML text, with the line of the file on which it starts. */
export interface Block {
  readonly article: number;
  readonly kind: string;
  readonly line: number;
  readonly text: string;
}

export interface LawText {
  readonly language: Language;
  readonly file: string;
  readonly title: string;
  readonly chapters: readonly Chapter[];
  readonly articles: ReadonlyMap<number, Article>;
  readonly blocks: readonly Block[];
}

export interface Finding {
  readonly file: string;
  readonly line: number;
  /** The keys that lead to it in a YAML file, from which the line is found. */
  readonly path?: readonly string[];
  readonly message: string;
}

const chineseSentence = /[^。！？]+[。！？]?[”」』）)]*/gu;
const westernSentenceEnd =
  /(?<=[.!?]["”’)]*)(?<!\b(?:Arts?|Nos?|Mrs?|Ms|Dr|St|[Pp]aras?|[Ss]ecs?|[Cc]h|cf|vs|e\.g|i\.e|etc)\.)\s+(?=["“‘([]?[A-Z0-9])/u;

/** Sentences end with 。 in Chinese, with a stop and a space in English; semicolons do not end them. */
export function splitSentences(text: string, language: Language): readonly string[] {
  if (language === "en") return text.split(westernSentenceEnd);
  return text.match(chineseSentence) ?? [text];
}

const itemMark = /^[(（]([一二三四五六七八九十]{1,3}|\d{1,2})[)）]/u;

function headingNumber(heading: string): number | undefined {
  const mark = heading.match(/\d+|[零〇一二三四五六七八九十百]+/u);
  return mark ? parseNumeral(mark[0]) : undefined;
}

/**
 * Reads one language of a rulebook: `# ` title, `## ` chapter, `### ` article, paragraphs between empty lines,
 * fenced blocks below the text that they rest on. Never throws: what is odd is a finding.
 */
export function parseLawText(
  content: string,
  file: string,
  language: Language,
): { law: LawText; findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const chapters: { number: number; heading: string; articles: number[] }[] = [];
  const articles = new Map<number, Article & { paragraphs: Paragraph[] }>();
  const blocks: Block[] = [];
  let title = "";
  let article: (Article & { paragraphs: Paragraph[] }) | undefined;
  let fence: { kind: string; line: number; lines: string[] } | undefined;

  content.split(/\r?\n/).forEach((raw, index) => {
    const line = index + 1;
    if (fence) {
      if (/^\s*```\s*$/.test(raw)) {
        blocks.push({
          article: article?.number ?? 0,
          kind: fence.kind,
          line: fence.line,
          text: fence.lines.join("\n"),
        });
        fence = undefined;
      } else fence.lines.push(raw);
      return;
    }
    const opening = raw.match(/^(\s*)```\s*(\S*)\s*(.*)$/);
    if (opening) {
      if (opening[1] || opening[3])
        findings.push({
          file,
          line,
          message: 'a block begins with "```facts", alone and at the beginning of the line',
        });
      fence = { kind: opening[2] ?? "", line: line + 1, lines: [] };
      if (!article) findings.push({ file, line, message: "a block stands before the first article" });
      return;
    }
    const text = raw.trim();
    if (text === "") return;
    const heading = text.match(/^(#{1,3}) +(.*)$/);
    if (heading?.[1] === "#") {
      title = heading[2] ?? "";
    } else if (heading?.[1] === "##") {
      chapters.push({ number: chapters.length + 1, heading: heading[2] ?? "", articles: [] });
    } else if (heading) {
      const number = headingNumber(heading[2] ?? "");
      if (number === undefined) {
        findings.push({ file, line, message: `the heading "${text}" has no article number, e.g. "### Article 12"` });
        return;
      }
      if (articles.has(number)) findings.push({ file, line, message: `article ${number} stands twice` });
      const chapter = chapters.at(-1);
      chapter?.articles.push(number);
      article = { number, heading: heading[2] ?? "", chapter: chapter?.number ?? 0, line, paragraphs: [] };
      articles.set(number, article);
    } else if (text.startsWith("#")) {
      findings.push({
        file,
        line,
        message: `write headings as "# Title", "## Chapter" or "### Article 12": "${text}"`,
      });
    } else if (!article) {
      findings.push({ file, line, message: "text stands before the first article; only headings may" });
    } else {
      const previous = article.paragraphs.at(-1);
      const mark = text.match(itemMark);
      const item = mark?.[1] === undefined ? undefined : parseNumeral(mark[1]);
      article.paragraphs.push({
        text,
        line,
        paragraph: item === undefined ? (previous?.paragraph ?? 0) + 1 : (previous?.paragraph ?? 1),
        ...(item === undefined ? {} : { item }),
        sentences: splitSentences(text, language),
      });
    }
  });
  if (fence) findings.push({ file, line: fence.line, message: "this block is not closed with ```" });
  for (const each of articles.values())
    if (each.paragraphs.length === 0) findings.push({ file, line: each.line, message: `${each.heading} has no text` });
  return { law: { language, file, title, chapters, articles, blocks }, findings };
}
