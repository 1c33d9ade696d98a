import type { Block, Reply, TextFile } from "./reply.ts";
import type { Language } from "./text.ts";

/** A reply without any marks, for a file: what has no room in a message. */
export function wholeReply({ title, blocks, language }: Reply): TextFile {
  const texts = [...(title === undefined ? [] : [title]), ...blocks.map((each) => plainText(each, language))];
  return { name: "mishu.txt", content: `${texts.join("\n\n")}\n` };
}

export function plainText(block: Block, language: Language): string {
  switch (block.kind) {
    case "text":
    case "note":
      return block.text;
    case "list":
      return block.items.map((item) => `- ${item}`).join("\n");
    case "quote": {
      const { words, meaning } = quoted(block.source.citation.quote, block.source.reading, language);
      return [block.source.place, words, ...(meaning === undefined ? [] : [meaning])].join("\n");
    }
    case "table":
      return block.rows
        .map((row) =>
          rowInLine(row)
            .filter((each) => each !== "")
            .join(" – "),
        )
        .join("\n");
  }
}

/**
 * The words of a quote in their marks: a reader of the other Chinese script is shown the reading version; one of another
 * language the source, and what it means.
 */
export function quoted(source: string, reading: string | undefined, language: Language) {
  const [open, close] = language === "zh-Hant" ? ["「", "」"] : ["“", "”"];
  const script = language !== "en" && /\p{Script=Han}/u.test(source);
  const words = `${open}${reading !== undefined && script ? reading : source}${close}`;
  return { words, meaning: reading === undefined || script ? undefined : `(${reading})` };
}

/** A row where columns cannot stand under each other: its first cell, and the others one after another. */
export function rowInLine([name = "", ...others]: readonly string[]): readonly [string, string] {
  return [name, others.filter((each) => each.trim() !== "").join(" · ")];
}
