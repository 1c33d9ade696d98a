import { z } from "zod";
import { type App, createApp, openOffice, type Running } from "../../../src/app.ts";
import type { Clock } from "../../../src/clock.ts";
import { defineCommand } from "../../../src/command.ts";
import { readConfig } from "../../../src/config.ts";
import { accountName } from "../../../src/office/people.ts";
import type { Platform } from "../../../src/platforms/platform.ts";
import { type File, paragraph, reply } from "../../../src/reply.ts";
import { openStore, type Place } from "../../../src/store/store.ts";
import type { Language } from "../../../src/text.ts";
import { quietLog } from "../../support/app.ts";

/** A picture as somebody has it before them. */
export interface Seen {
  readonly name: string;
  /** As base64, to be compared. */
  readonly png: string;
  /** What whoever cannot see it is told. */
  readonly about: string;
}

/** A file as somebody attaches it, or has it before them. */
export interface Paper {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** What somebody sees: a message, or a form before them. */
export interface Shown {
  /** Its words, as they are read: quotes, tables and small print included. */
  readonly text: string;
  readonly buttons: readonly string[];
  /** Only this person sees it. */
  readonly isPrivate: boolean;
  readonly files: readonly string[];
  /** The labels of a form's fields; missing for a message. */
  readonly fields?: readonly string[];
  /** What the words would do beyond being read: notify somebody, make a link. There must be nothing. */
  readonly does: readonly string[];
}

/** A person with the client of a chat: only what that lets them do. */
export interface Someone {
  /** Calls a command; options by their English names. */
  command(path: string, options?: Readonly<Record<string, string>>): Promise<Shown>;
  /** Hands a file to a command, beside what else it is given: in Slack in its form. */
  upload(path: string, option: string, file: Paper, options?: Readonly<Record<string, string>>): Promise<Shown>;
  /** Finds a message in a channel, as somebody forwarded it there, and chooses an entry of its menu: a command's path. */
  fromMessage?(message: string, path: string): Promise<Shown>;
  /** Writes to Mishu directly. */
  ask(question: string): Promise<Shown>;
  /** Presses a button of what was shown last. */
  press(label: string): Promise<Shown>;
  /** Fills in the form that was shown last and sends it; values by the labels of its fields. */
  fill(values: Readonly<Record<string, string | Paper>>): Promise<Shown>;
  /** "account:slack:T1:U1" */
  readonly account: string;
  /** Messages that came by themselves. */
  letters(): Promise<readonly string[]>;
  /** The same as they stand now, with their buttons; at the terminal each as often as it was printed. */
  cards(): Promise<readonly Pick<Shown, "text" | "buttons" | "does">[]>;
  /** Opens the last message that came by itself with these words in it: then its buttons can be pressed. */
  open(words: string): Promise<Shown>;
  /** The files that they have been sent and that are no pictures, with what is in them as base64. */
  papers(): Promise<readonly { readonly name: string; readonly content: string }[]>;
  /** The pictures that they have been sent. */
  pictures(): Promise<readonly Seen[]>;
}

export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly locale: Language;
  readonly owner?: boolean;
  readonly mail?: string;
}

/** A chat with its real client, the office behind it and people before it. */
export interface Chat {
  readonly name: string;
  readonly office: Running;
  join(person: NewPerson): Someone;
  /** Asks for things that the platform does not know: there must be none at the end. */
  readonly unexpected: readonly string[];
  /** What the office logged as trouble. */
  readonly trouble: readonly unknown[];
  /** Brings the last command of a person again, as a platform does that heard no answer; undefined where none does. */
  again?(): Promise<void>;
  stop(): Promise<void>;
}

const text = (words: string) => ({ en: words, "zh-Hans": words, "zh-Hant": words });

/** What the command “show” shows: set by the test. */
export const shows: { files: readonly File[] } = { files: [] };

/** A command for tests alone: shows a picture where it is called, and sends it as a message. */
export const show = defineCommand({
  path: "show",
  names: { "zh-Hans": "展示", "zh-Hant": "展示" },
  summary: text("Show a picture"),
  options: z.object({ as: z.enum(["message"]).optional() }),
  optionHelp: { as: text("as a message that comes by itself") },
  optionNames: { as: { "zh-Hans": "方式", "zh-Hant": "方式" } },
  examples: [{ line: text("/show"), explains: text("shows") }],
  async run({ as }, { language, visit }) {
    const shown = reply({ tone: "answer", language, blocks: [paragraph("Look at this.")], files: shows.files });
    if (as === undefined || !visit) return shown;
    await visit.send(accountName(visit.actor.account), shown);
    return reply({ tone: "done", language, blocks: [paragraph("It is sent.")] });
  },
});

export type OpenChat = () => Promise<Chat>;

/** A platform with its client, not connected yet: to one office several may belong. */
export interface Unconnected {
  readonly platform: Platform;
  readonly trouble: readonly unknown[];
  connect(app: App, office: Running): Promise<Omit<Chat, "office" | "trouble" | "stop"> & { stop(): Promise<void> }>;
}

/** A chat that has an office of its own. */
export async function withOwnOffice(given: Unconnected): Promise<Chat> {
  const { app, office, trouble } = await officeFor(given.platform);
  const chat = await given.connect(app, office);
  return {
    ...chat,
    office,
    get trouble() {
      return [...given.trouble, ...trouble];
    },
    async stop() {
      await office.stop();
      await chat.stop();
    },
  };
}

let rules: App | undefined;

/** An office for a chat: what it is made of, with its trouble noted. */
export async function officeFor(
  platforms: Platform | readonly Platform[],
  { place = { file: ":memory:" }, clock }: { readonly place?: Place; readonly clock?: Clock } = {},
): Promise<{ readonly app: App; readonly office: Running; readonly trouble: unknown[] }> {
  const trouble: unknown[] = [];
  rules ??= createApp(
    readConfig({}),
    quietLog(() => {}),
  );
  const app = { ...rules, commands: [...rules.commands, show], log: quietLog((error) => trouble.push(error)) };
  return { app, office: openOffice(app, await openStore(place), [platforms].flat(), clock), trouble };
}

export const platformLocale: Readonly<Record<Language, string>> = {
  en: "en-US",
  "zh-Hans": "zh-CN",
  "zh-Hant": "zh-TW",
};
