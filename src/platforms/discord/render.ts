import type { RawFile } from "discord.js";
import { quoted, rowInLine, wholeReply } from "../../plain-text.ts";
import { type Block, bytesOf, type File, isKept, isPicture, type Reply } from "../../reply.ts";
import type { Language } from "../../text.ts";
import { wordingFor } from "../../wording/wording.ts";
import { type Row, rowsOf } from "./components.ts";
import { escapeLine, piecesOf } from "./escape.ts";
import { cut, limits } from "./limits.ts";

/** A message as Discord takes it. */
export interface Page {
  readonly body: {
    readonly embeds: readonly Embed[];
    readonly components: readonly Row[];
    /** Whoever is named in a text is never called by it. */
    readonly allowed_mentions: { readonly parse: readonly never[] };
    readonly attachments?: readonly { readonly id: string; readonly filename: string; readonly description?: string }[];
  };
  readonly files: RawFile[];
}

interface Embed {
  readonly title?: string;
  readonly description?: string;
  readonly color: number;
}

/** The most messages that one reply becomes. A longer one is a page, and all of it as a file. */
const mostPages = 4;

/** The whole of a long reply, as a file. */

const colours: Readonly<Record<Reply["tone"], number>> = {
  answer: 0x3b6ea5,
  done: 0x3a8f5c,
  needs: 0xc9a227,
  "not-covered": 0x8a8f98,
  refused: 0xb3522c,
  problem: 0xb3322c,
};

/** Draws a reply as one or more messages; `ids`: what each button carries, in their order. */
export function renderReply(reply: Reply, ids: readonly string[]): readonly [Page, ...Page[]] {
  const texts = textsOf(reply);
  const long = texts.length > mostPages;
  const [first = "", ...others] = long ? [`${texts[0]}\n\n-# ${wordingFor(reply.language).discord.whole}`] : texts;
  const files = [...reply.files, ...(long ? [wholeReply(reply)] : [])].map(attachmentOf);
  // buttons and files come with the last page; what has no room there follows
  const rows = chunks(rowsOf(reply.buttons, ids, reply.language), limits.rows);
  const bundles = chunks(files, limits.files);
  const pages = [first, ...others].map((text, index) => ({
    embeds: embedsOf(text, index === 0 ? reply.title : undefined, reply.tone),
    last: index === others.length,
  }));
  const drawn = pages.map(({ embeds, last }) => pageOf(embeds, last ? rows[0] : [], last ? bundles[0] : []));
  const more = Array.from({ length: Math.max(rows.length, bundles.length, 1) - 1 }, (_, index) =>
    pageOf(embedsOf("…", undefined, reply.tone), rows[index + 1], bundles[index + 1]),
  );
  const [page = pageOf([], [], []), ...rest] = [...drawn, ...more];
  return [page, ...rest];
}

/** Whether a reply fits into one message, with its buttons and no file of the whole. */
export function isOnePage(reply: Reply): boolean {
  const ids = reply.buttons.map(() => "");
  return textsOf(reply).length <= 1 && renderReply(reply, ids).length === 1;
}

interface Attached extends RawFile {
  /** What a picture shows, for whoever cannot see it. */
  readonly description?: string;
  /** What it is called, without its ending, where Discord does not take all of its name. */
  readonly title?: string;
}

const attachmentOf = (file: File): Attached => ({
  name: fileName(file.name),
  data: bytesOf(file),
  ...(isKept(file) ? { title: file.name.replace(/\.\w+$/u, "") } : {}),
  ...(isPicture(file) ? { contentType: "image/png", description: cut(file.about, limits.pictureText) } : {}),
});

function pageOf(embeds: readonly Embed[], components: readonly Row[] = [], files: readonly Attached[] = []): Page {
  return {
    body: {
      embeds,
      components,
      allowed_mentions: { parse: [] },
      ...(files.length > 0
        ? {
            attachments: files.map(({ name, description, title }, index) => ({
              id: String(index),
              filename: name,
              ...(description ? { description } : {}),
              ...(title ? { title } : {}),
            })),
          }
        : {}),
    },
    files: [...files],
  };
}

function embedsOf(text: string, title: string | undefined, tone: Reply["tone"]): readonly Embed[] {
  const [heading] = title === undefined ? [] : piecesOf(title, limits.embedTitle, escapeLine);
  // Discord refuses a message with nothing in it
  const description = text.trim() === "" && !heading?.trim() ? "…" : text;
  return [
    {
      ...(heading?.trim() ? { title: heading } : {}),
      ...(description.trim() ? { description } : {}),
      color: colours[tone],
    },
  ];
}

/** A line of our own must fit under a page. */
const roomOnPage = limits.embedDescription - 100;
/** Far below what a page holds, so that a long line does not leave half a page empty. */
const longestLine = 1000;

/** A block as lines, which may stand on different pages. */
function drawBlock(block: Block, language: Language): readonly string[] {
  switch (block.kind) {
    case "text":
      return lines(block.text, block.strong ? bold : escapeLine);
    case "note":
      return lines(block.text, (line) => (line.trim() ? `-# ${escapeLine(line)}` : ""));
    case "list":
      return block.items.flatMap((item) =>
        piecesOf(item, longestLine, escapeLine).map((line, index) => `${index === 0 ? "- " : "  "}${line}`),
      );
    case "quote": {
      const { words, meaning } = quoted(block.source.citation.quote, block.source.reading, language);
      const meant = meaning === undefined ? [] : lines(meaning, italic);
      return [...lines(block.source.place, bold), ...lines(words, escapeLine), ...meant].map((line) => `> ${line}`);
    }
    case "table":
      return rows(block.rows);
  }
}

const lines = (text: string, draw: (line: string) => string): readonly string[] => piecesOf(text, longestLine, draw);
const bold = (line: string): string => (line.trim() ? `**${escapeLine(line.trim())}**` : "");
const italic = (line: string): string => (line.trim() ? `*${escapeLine(line.trim())}*` : "");

/** A table reads best as lines: a phone has no room for columns. The first row is the heading. */
function rows([head = [], ...others]: readonly (readonly string[])[]): readonly string[] {
  const cells = (row: readonly string[]) => rowInLine(row.map((cell) => cell.replace(/\s+/g, " ").trim()));
  const title = cells(head).filter((each) => each !== "");
  return [
    ...lines(title.join(" – "), (line) => (line ? `-# ${escapeLine(line)}` : "")).filter((line) => line !== ""),
    ...others.flatMap((row) => pair(...cells(row))),
  ];
}

function pair(name: string, value: string): readonly string[] {
  const [start = "", ...starts] = lines(name, bold);
  const [end = "", ...ends] = lines(value, escapeLine);
  if (start === "" || end === "") return [start + end, ...starts, ...ends];
  return starts.length === 0 ? [`${start} – ${end}`, ...ends] : [start, ...starts, end, ...ends];
}

const textsOf = ({ blocks, language }: Reply): readonly string[] =>
  paginate(blocks.map((block) => drawBlock(block, language)));

/** Puts the blocks, each as its lines, on pages; a block that does not fit goes on over the page. */
function paginate(blocks: readonly (readonly string[])[]): readonly string[] {
  const pages: string[] = [];
  let page = "";
  for (const block of blocks) {
    let begun = false;
    for (const line of block) {
      const before = () => (begun ? "\n" : page === "" ? "" : "\n\n");
      if (page.length + before().length + line.length > roomOnPage) {
        pages.push(page);
        page = "";
        begun = false;
      }
      page += before() + line;
      begun = true;
    }
  }
  return page === "" ? pages : [...pages, page];
}

/** A name without folders. */
function fileName(name: string): string {
  return cut(name.replace(/[\p{Cc}/\\:*?"<>|]+/gu, "-"), 80) || "mishu.txt";
}

function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
