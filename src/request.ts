import type { CommandLine } from "./command-line.ts";
import type { Account } from "./office/people.ts";
import type { Language } from "./text.ts";

/** What is asked: a typed line (a question, or a slash command), or a command with its options (a button, a form). */
export type Asked = { readonly line: string } | CommandLine;

/** What somebody asks of Mishu, wherever it came from. */
export type Request = {
  /** The language that the person chose; missing: that of what they typed, or of their platform. */
  readonly language?: Language;
  /** The language of their platform. */
  readonly locale?: Language;
  /** The post of whoever asks, when it is known. */
  readonly post?: string;
} & Asked;

/** Something that came in on a platform. Kept as JSON before it is acknowledged, so that a crash does not lose it. */
export interface Delivery {
  /** The same for each repetition, and for nothing else: "discord:<interaction>". */
  readonly key: string;
  readonly platform: string;
  readonly from: Account;
  readonly locale?: Language;
  /** The language of the terminal's session, the post that it was told. */
  readonly language?: Language;
  readonly post?: string;
  readonly asked: Asked;
  /** Where the answer goes: the platform's own note, plain JSON. */
  readonly returnTo: unknown;
}
