import { createInterface } from "node:readline/promises";
import type { App } from "../../app.ts";
import { createSession, languageNamed } from "./session.ts";

/** The streams of a terminal, or of a pipe. */
export interface Terminal {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  /** The person's locale, e.g. zh_CN.UTF-8. */
  readonly locale?: string;
}

const prompt = "› ";

/**
 * Runs Mishu at a terminal until the person leaves: with a prompt and a history. When the input is a pipe each line
 * is answered in turn, without a prompt, and the end of the input ends it.
 */
export async function runConsole(app: App, { input, output, locale }: Terminal): Promise<void> {
  const interactive = input.isTTY === true && output.isTTY === true;
  const look = {
    colour: output.isTTY === true && output.hasColors?.() === true,
    ...(output.isTTY ? { width: output.columns } : {}),
  };
  const session = createSession(app, look, languageNamed(locale ?? "") ?? "en");
  const lines = createInterface({ input, ...(interactive ? { output, prompt, historySize: 200 } : {}) });
  const print = (text: string) => output.write(`${text}\n\n`);
  if (interactive) {
    print(session.greeting());
    lines.prompt();
  }
  for await (const line of lines) {
    if (!interactive) print(`${prompt}${line}`);
    const answer = await session.answer(line);
    if (answer === undefined) break;
    print(answer);
    if (interactive) lines.prompt();
  }
  lines.close();
  // Ctrl-C and Ctrl-D leave the shell's prompt on a line of its own
  if (interactive) output.write("\n");
}
