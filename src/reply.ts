import type { Citation } from "./rulebook/cite.ts";
import type { Language } from "./text.ts";

/** Words from the rules as a reader sees them: where they stand, and (for readers of another language) what they mean. */
export interface Source {
  readonly citation: Citation;
  /** "Art. 48, sentence 2", in the reader's language. */
  readonly place: string;
  /** The same words in the reading version of the reader's language; missing when the source is in that language. */
  readonly reading?: string;
}

export type Block =
  /** A paragraph; `strong` for the point of the answer. */
  | { readonly kind: "text"; readonly text: string; readonly strong?: boolean }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "quote"; readonly source: Source }
  /** Columns of short texts, the first row being the heading. */
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[] }
  /** Small print. */
  | { readonly kind: "note"; readonly text: string };

/** A button is a command with its options filled in: pressing it and typing it are the same request. */
export interface Button {
  readonly label: string;
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
  /** Pressing it opens the command's form, filled in as far as the options go. */
  readonly form?: true;
}

/** A text that goes with a reply: a table, a template. */
export interface TextFile {
  /** roster.csv */
  readonly name: string;
  readonly content: string;
}

/** A picture that goes with a reply. It is kept as it was made, and drawn when it is on its way: that takes a while. */
export interface Picture {
  /** away-2026-12.png */
  readonly name: string;
  readonly svg: string;
  /** Once it is drawn: PNG, as base64. */
  readonly png?: string;
  /** What it shows, for whoever cannot see it. */
  readonly about: string;
}

/**
 * A file that somebody attached and that goes on as it came. Its bytes stay where the office keeps them; only on its way
 * does a reply hold them.
 */
export interface KeptFile {
  /** 纪要-v2.docx */
  readonly name: string;
  /** The meeting of whose minutes it is a draft, and in which version. */
  readonly draft: { readonly meeting: number; readonly version: number };
  /** On its way: as base64. */
  readonly bytes?: string;
}

export type File = TextFile | Picture | KeptFile;

export const isPicture = (file: File): file is Picture => "svg" in file;
export const isText = (file: File): file is TextFile => "content" in file;
export const isKept = (file: File): file is KeptFile => "draft" in file;

/** A file as it is sent; of a picture that was not drawn, what it shows. */
export function bytesOf(file: File): Buffer {
  if (isKept(file)) return Buffer.from(file.bytes ?? "", "base64");
  if (!isPicture(file)) return Buffer.from(file.content);
  return Buffer.from(file.png ?? file.svg, file.png === undefined ? "utf8" : "base64");
}

/** What of a file can be said in words, where none can be sent. */
export function wordsOf(file: File): string {
  if (isKept(file)) return "";
  return isPicture(file) ? file.about : file.content;
}

/** What a command answers. Platforms draw it; they add and leave out nothing. */
export interface Reply {
  readonly tone: "answer" | "done" | "needs" | "not-covered" | "refused" | "problem";
  readonly language: Language;
  readonly title?: string;
  readonly blocks: readonly Block[];
  /** Every citation that the reply rests on, the main one first. */
  readonly citations: readonly Citation[];
  readonly buttons: readonly Button[];
  readonly files: readonly File[];
  readonly visibleTo: "actor" | "channel";
}

/** A reply to the person who asked, with what is not given left empty. */
export function reply(given: Pick<Reply, "tone" | "language"> & Partial<Reply>): Reply {
  return { blocks: [], citations: [], buttons: [], files: [], visibleTo: "actor", ...given };
}

export const paragraph = (text: string): Block => ({ kind: "text", text });
export const point = (text: string): Block => ({ kind: "text", text, strong: true });
export const note = (text: string): Block => ({ kind: "note", text });
