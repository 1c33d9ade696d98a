import type { AnyCommand, Choice } from "../command.ts";
import type { CommandLine } from "../command-line.ts";
import type { Form } from "../form.ts";
import { type Button, paragraph, type Reply, reply } from "../reply.ts";
import type { Asked, Delivery } from "../request.ts";
import type { Language } from "../text.ts";
import type { Visitor } from "../visit.ts";
import { wordingFor } from "../wording/wording.ts";

/** Where a message goes. */
export type Address =
  | { readonly kind: "account"; readonly workspace: string; readonly id: string }
  | { readonly kind: "channel"; readonly workspace: string; readonly id: string };

/** Where a message stands that was delivered. */
export interface Standing {
  readonly address: Address;
  /** What `deliver` returned: by it the platform finds the message again. */
  readonly receipt: string;
}

/** A chat (or the terminal) through which people reach the office. */
export interface Platform {
  /** slack, discord, terminal: the first word of its accounts and channels. */
  readonly name: string;
  /** Connects, and brings to the desk what comes in. Throws a PlatformError when it cannot. */
  start(desk: Desk): Promise<void>;
  /** What the platform knows of whoever sent a delivery. */
  visitor(delivery: Delivery): Promise<Visitor>;
  /**
   * Fetches what a delivery refers to (an uploaded file) and puts it into its options; after it was acknowledged, and
   * again after a crash. Throws an InputError for what the person must mend.
   */
  complete?(delivery: Delivery): Promise<Delivery>;
  /** Answers a delivery where it was asked, privately unless the reply is for the channel. */
  answer(delivery: Delivery, reply: Reply): Promise<void>;
  /**
   * Sends a message of the outbox; `id` (24 characters) marks it, so that a platform that can refuses a second one. A
   * card will be brought up to date: it is one message, shortened where it must be (onePage). Returns where it stands, as
   * `update` needs to know it. Throws Unreachable when trying again is of no use.
   */
  deliver(to: Address, reply: Reply, id: string, isCard?: boolean): Promise<string>;
  /**
   * Puts other words, and other buttons or none, in the place of a delivered card, without telling anybody of it. These
   * too are one message; files stay as they are. Throws Unreachable when the message is gone, or can no longer be changed.
   */
  update(standing: Standing, reply: Reply): Promise<void>;
  stop(): Promise<void>;
}

/** A message in a chat, from which a command is started. */
export interface ChatMessage {
  readonly text: string;
  readonly author: string;
  readonly at: Date;
  readonly link: string;
}

/** What a platform asks of the office. */
export interface Desk {
  /** Every command that there is. */
  readonly commands: readonly AnyCommand[];
  /** What is asked, as a command with its options. */
  read(asked: Asked): CommandLine;
  /**
   * Takes a delivery: keeps it, acknowledges it, has it answered. What came before is only acknowledged. Never throws
   * for what happens after it was kept.
   */
  receive(delivery: Delivery, acknowledge: () => Promise<void>): Promise<void>;
  /** The form to open instead of answering at once: something needed is missing, or `wanted`. */
  form(asked: Asked, language: Language, wanted?: boolean): Form | undefined;
  /**
   * The same for somebody, in their language or the one they speak just now, with what is there already where it changes
   * something; or why they may not do what the form is for.
   */
  formOf(
    asked: Asked,
    visitor: Visitor,
    wanted?: boolean,
    spoken?: Language,
  ): Promise<{ readonly form: Form | undefined; readonly language: Language } | { readonly refused: Reply }>;
  /** What is asked when a command is started from a message: the command, with what can be told from the message. */
  fromMessage(command: string, message: ChatMessage): Promise<CommandLine | undefined>;
  /** What is wrong with what was filled into a form, by field; empty when nothing is. */
  faults(asked: Asked, language: Language): Readonly<Record<string, string>>;
  /** What may be chosen for an option, from what is typed so far; at most 25. */
  suggest(command: string, option: string, typed: string, visitor: Visitor): Promise<readonly Choice[]>;
  /** The language that an account chose, else the one given, else the one last seen, else the office's. */
  languageOf(account: Pick<Delivery, "platform" | "from">, locale: Language | undefined): Promise<Language>;
  /** Keeps a button under a name of 22 characters, for platforms whose buttons carry little. */
  park(button: Button): Promise<string>;
  parked(name: string): Promise<Button | undefined>;
}

/** Why a platform cannot start: which of its settings, and what to do. Said by the log and the doctor. */
export class PlatformError extends Error {
  /** What the platform said: invalid_auth, 4014. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = "PlatformError";
    this.code = code;
  }
}

/** Why a message cannot arrive, as administrators are told in their language. */
export type Hindrance =
  | "channel-gone"
  | "not-in-channel"
  | "may-not-write"
  | "may-not-see"
  | "nobody-there"
  | "account-closed"
  | "left-server"
  | "takes-none"
  | "messages-off"
  | "other-office"
  | "refused";

/** A message that cannot arrive where it was sent. Its own words, with what the platform said, are for the log. */
export class Unreachable extends Error {
  readonly hindrance: Hindrance;

  constructor(message: string, hindrance: Hindrance = "refused") {
    super(message);
    this.name = "Unreachable";
    this.hindrance = hindrance;
  }
}

/** A command line as a platform's button carries it: short enough for 100 characters, or under a parked name. */
export async function packButton(button: Button, room: number, desk: Pick<Desk, "park">): Promise<string> {
  const form = button.form ? "?" : "";
  const packed = `${form}${button.command}&${new URLSearchParams(button.options)}`;
  return packed.length <= room ? packed : `#${await desk.park(button)}`;
}

/** Reads what packButton made; undefined when the parked button is forgotten. */
export async function unpackButton(
  packed: string,
  desk: Pick<Desk, "parked">,
): Promise<Omit<Button, "label"> | undefined> {
  if (packed.startsWith("#")) return desk.parked(packed.slice(1));
  const [, form, command = "", options = ""] = packed.match(/^(\??)([^&]*)&?(.*)$/s) ?? [];
  return { command, options: Object.fromEntries(new URLSearchParams(options)), ...(form ? { form: true } : {}) };
}

/** What a button that is no longer known is answered with. */
export function staleButton(language: Language): Reply {
  return reply({ tone: "problem", language, blocks: [paragraph(wordingFor(language).desk.staleButton)] });
}
