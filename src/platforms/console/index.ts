import { randomUUID } from "node:crypto";
import { readFile, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { createInterface } from "node:readline/promises";
import type { App } from "../../app.ts";
import type { FullDesk } from "../../desk.ts";
import { isPicture, type Reply } from "../../reply.ts";
import { wordingFor } from "../../wording/wording.ts";
import type { Platform } from "../platform.ts";
import { type Look, literal, renderReply, wrap } from "./render.ts";
import { createSession, type Files, type Host, languageNamed } from "./session.ts";

/** The streams of a terminal, or of a pipe. */
export interface Streams {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
}

export interface Terminal extends Platform {
  readonly streams: Streams;
  readonly look: Look;
  /** What is done after a message was printed: what somebody was typing is shown again. */
  onPrinted: () => void;
  /** Where people sit: by account, what takes note of a message and tells from which number its choices are counted. */
  readonly seats: Map<string, (reply: Reply) => number>;
}

const name = "terminal";

/** The terminal as a platform: messages that are for whoever sits there are printed. */
export function createTerminal(streams: Streams): Terminal {
  const { output } = streams;
  const look = {
    colour: output.isTTY === true && output.hasColors?.() === true,
    ...(output.isTTY ? { width: output.columns } : {}),
  };
  const print = (text: string): void => {
    output.write(text);
    terminal.onPrinted();
  };
  // a message is only printed, so what a picture shows is told
  const drawn = (reply: Reply, first?: number): string =>
    [
      renderReply(reply, look, wordingFor(reply.language).console.choose, first),
      ...reply.files.filter(isPicture).map(({ about }) => wrap(literal(about), look, "")),
    ].join("\n\n");
  const terminal: Terminal = {
    name,
    streams,
    look,
    onPrinted: () => {},
    seats: new Map(),
    async start() {},
    async visitor({ from }) {
      return { ...from, owner: true };
    },
    async answer(_, reply) {
      print(`${drawn(reply)}\n\n`);
    },
    async deliver(to, reply, id) {
      print(`\n✉ ${drawn(reply, terminal.seats.get(to.id)?.(reply))}\n\n`);
      return id;
    },
    // what is printed stays as it is: it is said anew, marked as no new message
    async update(_, reply) {
      print(`\n✎ ${renderReply(reply, look, wordingFor(reply.language).console.choose)}\n\n`);
    },
    async stop() {},
  };
  return terminal;
}

/** Who sits at the terminal: the name that the machine knows them by, and their locale, e.g. zh_CN.UTF-8. */
export interface Sitter {
  readonly user: string;
  readonly locale?: string;
}

const prompt = "› ";

/**
 * Runs Mishu at a terminal until the person leaves: with a prompt and a history. When the input is a pipe each line
 * is answered in turn, without a prompt, and the end of the input ends it.
 */
export async function runTerminal(
  terminal: Terminal,
  app: App,
  desk: FullDesk,
  { user, locale }: Sitter,
): Promise<void> {
  const { streams, look } = terminal;
  const { input, output } = streams;
  const interactive = input.isTTY === true && output.isTTY === true;
  const session = createSession(atDesk(app, desk, user), look, languageNamed(locale ?? "") ?? "en", filesHere);
  terminal.seats.set(user, session.receive);
  const lines = createInterface({ input, ...(interactive ? { output, prompt, historySize: 200 } : {}) });
  const print = (text: string) => output.write(`${text}\n\n`);
  const ask = (): void => {
    if (!interactive) return;
    lines.prompt();
    terminal.onPrinted = () => lines.prompt(true);
  };
  if (interactive) print(session.greeting());
  ask();
  for await (const line of lines) {
    terminal.onPrinted = () => {};
    if (!interactive) print(`${prompt}${line}`);
    const answer = await session.answer(line);
    if (answer === undefined) break;
    print(answer);
    ask();
  }
  terminal.onPrinted = () => {};
  lines.close();
  // Ctrl-C and Ctrl-D leave the shell's prompt on a line of its own
  if (interactive) output.write("\n");
}

/** The office as somebody at the terminal meets it: what they ask goes over the desk, like everything else. */
export function atDesk(app: App, desk: FullDesk, user: string): Host {
  const from = { platform: name, workspace: "", id: user, name: user };
  return {
    rulebook: app.rulebook,
    post: app.post,
    commands: desk.commands,
    read: desk.read,
    async form(asked, language, wanted) {
      const form = desk.form(asked, language, wanted);
      const opened = form && (await desk.formOf(asked, { ...from, owner: true }, wanted, language));
      // whoever may not do it is told so by the command itself
      return opened && "form" in opened ? opened.form : form;
    },
    handle: ({ language, locale, post, ...asked }) =>
      desk.answerNow(
        {
          key: `${name}:${randomUUID()}`,
          platform: name,
          from,
          ...(language && { language }),
          ...(locale && { locale }),
          ...(post && { post }),
          asked,
          returnTo: null,
        },
        { ...from, owner: true },
      ),
  };
}

/** Files of the folder that Mishu was started in. */
const filesHere: Files = {
  async read(path, most) {
    if ((await stat(path)).size > most) return "large";
    return { name: basename(path), bytes: await readFile(path) };
  },
  async write(file, content) {
    for (let copy = 0; ; copy++) {
      const path = join(".", copy === 0 ? file : file.replace(/(\.\w+)?$/, `-${copy}$1`));
      try {
        // for whoever sits here alone: a roster has names and addresses in it
        await writeFile(path, content, { flag: "wx", mode: 0o600 });
        return { path, isNew: true };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST" || copy === 99) throw error;
        // what cannot be read, such as a folder of that name, is not the same
        if ((await readFile(path).catch(() => undefined))?.equals(content)) return { path, isNew: false };
      }
    }
  },
};
