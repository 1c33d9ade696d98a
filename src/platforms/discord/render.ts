import type { RawFile } from "discord.js";
import stringWidth from "string-width";
import type { Block, Reply } from "../../reply.ts";
import type { Language } from "../../text.ts";
import { wordingFor } from "../../wording/wording.ts";
import { type Row, rowsOf } from "./components.ts";
import { escapeCode, escapeLine, piecesOf } from "./escape.ts";
import { cut, limits } from "./limits.ts";

/** A message as Discord takes it. */
export interface Page {
  readonly body: {
    readonly embeds: readonly Embed[];
    readonly components: readonly Row[];
    /** Whoever is named in a text is never called by it. */
    readonly allowed_mentions: { readonly parse: readonly never[] };
    readonly attachments?: readonly { readonly id: string; readonly filename: string }[];
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
const wholeName = "mishu.txt";

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
  const texts = paginate(reply.blocks.map((block) => drawBlock(block, reply.language)));
  const long = texts.length > mostPages;
  const [first = "", ...others] = long ? [`${texts[0]}\n\n-# ${wordingFor(reply.language).discord.whole}`] : texts;
  const files = [
    ...reply.files.map(({ name, content }) => ({ name: fileName(name), data: Buffer.from(content) })),
    ...(long ? [{ name: wholeName, data: Buffer.from(plainText(reply)) }] : []),
  ];
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

function pageOf(embeds: readonly Embed[], components: readonly Row[] = [], files: readonly RawFile[] = []): Page {
  return {
    body: {
      embeds,
      components,
      allowed_mentions: { parse: [] },
      ...(files.length > 0
        ? { attachments: files.map(({ name }, index) => ({ id: String(index), filename: name })) }
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

/** A block as lines that can stand on different pages. */
interface Drawn {
  readonly lines: readonly string[];
  /** The lines stand between the marks of a code block. */
  readonly code?: true;
}

const fence = "```";
/** A line of our own must fit under a page. */
const roomOnPage = limits.embedDescription - 100;
/** Far below what a page holds, so that a long line does not leave half a page empty. */
const longestLine = 1000;

function drawBlock(block: Block, language: Language): Drawn {
  switch (block.kind) {
    case "text":
      return { lines: lines(block.text, block.strong ? bold : escapeLine) };
    case "note":
      return { lines: lines(block.text, (line) => (line.trim() ? `-# ${escapeLine(line)}` : "")) };
    case "list":
      return {
        lines: block.items.flatMap((item) =>
          piecesOf(item, longestLine, escapeLine).map((line, index) => `${index === 0 ? "- " : "  "}${line}`),
        ),
      };
    case "quote": {
      const { place, citation, reading } = block.source;
      const [open, close] = language === "zh-Hant" ? ["「", "」"] : ["“", "”"];
      const source = lines(`${open}${citation.quote}${close}`, escapeLine);
      // a reader of the other Chinese script is shown the reading version; of another language, both
      const script = language !== "en" && /\p{Script=Han}/u.test(citation.quote);
      const words =
        reading === undefined
          ? source
          : script
            ? lines(`${open}${reading}${close}`, escapeLine)
            : [...source, ...lines(`(${reading})`, italic)];
      return { lines: [...lines(place, bold), ...words].map((line) => `> ${line}`) };
    }
    case "table":
      return block.rows.every((row) => row.length <= 2)
        ? { lines: block.rows.flatMap(([name = "", value = ""]) => pair(name, value)) }
        : { lines: columns(block.rows), code: true };
  }
}

const lines = (text: string, draw: (line: string) => string): readonly string[] => piecesOf(text, longestLine, draw);
const bold = (line: string): string => (line.trim() ? `**${escapeLine(line.trim())}**` : "");
const italic = (line: string): string => (line.trim() ? `*${escapeLine(line.trim())}*` : "");

/** Two columns read best one under the other: a phone has no room for them. */
function pair(name: string, value: string): readonly string[] {
  const [head = "", ...heads] = lines(name.replaceAll("\n", " "), bold);
  const [tail = "", ...tails] = lines(value.replaceAll("\n", " "), escapeLine);
  if (head === "" || tail === "") return [head + tail, ...heads, ...tails];
  return heads.length === 0 ? [`${head} – ${tail}`, ...tails] : [head, ...heads, tail, ...tails];
}

/** Columns by the width that their characters take: a Chinese character takes two. */
function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const cells = rows.map((row) => row.map((cell) => cell.replace(/\s+/g, " ")));
  const widths: number[] = [];
  for (const row of cells)
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, stringWidth(cell));
    });
  return cells.flatMap((row) => {
    const line = row.map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - stringWidth(cell)));
    return lines(line.join("  ").trimEnd(), escapeCode);
  });
}

/** Puts the blocks on pages; a block that does not fit goes on over the page, its code marks closed and opened again. */
function paginate(blocks: readonly Drawn[]): readonly string[] {
  const pages: string[] = [];
  let page = "";
  for (const { lines, code } of blocks) {
    let begun = false;
    for (const line of lines) {
      const before = () => (begun ? "\n" : `${page === "" ? "" : "\n\n"}${code ? `${fence}\n` : ""}`);
      if (page.length + before().length + line.length + fence.length + 1 > roomOnPage) {
        pages.push(begun && code ? `${page}\n${fence}` : page);
        page = "";
        begun = false;
      }
      page += before() + line;
      begun = true;
    }
    if (begun && code) page += `\n${fence}`;
  }
  return page === "" ? pages : [...pages, page];
}

/** A reply without any marks, for a file. */
function plainText({ title, blocks }: Reply): string {
  return `${[...(title === undefined ? [] : [title]), ...blocks.map(plainBlock)].join("\n\n")}\n`;
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case "text":
    case "note":
      return block.text;
    case "list":
      return block.items.map((item) => `- ${item}`).join("\n");
    case "quote": {
      const { place, citation, reading } = block.source;
      return [place, citation.quote, ...(reading === undefined ? [] : [`(${reading})`])].join("\n");
    }
    case "table":
      return block.rows.map((row) => row.join("  ")).join("\n");
  }
}

/** A name without folders. */
function fileName(name: string): string {
  return cut(name.replace(/[\p{Cc}/\\:*?"<>|]+/gu, "-"), 80) || wholeName;
}

function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
