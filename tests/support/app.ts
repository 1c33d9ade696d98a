import { fileURLToPath } from "node:url";
import { type App, createApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import type { Log } from "../../src/log.ts";
import { plainLook, renderReply } from "../../src/platforms/console/render.ts";
import type { Reply } from "../../src/reply.ts";
import type { Rulebook } from "../../src/rulebook/model.ts";
import type { Language } from "../../src/text.ts";
import { wordingFor } from "../../src/wording/wording.ts";

/** The folder of the project, from which its programs are started. */
export const projectFolder = fileURLToPath(new URL("../..", import.meta.url));

/** The office as it starts, with the rulebook that it is delivered with. */
export interface OpenOffice {
  readonly app: App;
  /** What broke and was logged; a healthy office logs nothing. */
  readonly trouble: readonly unknown[];
  /** Types a line as somebody would: a question, or a slash command. */
  type(
    line: string,
    who?: { readonly post?: string; readonly language?: Language; readonly locale?: Language },
  ): Promise<Reply>;
  /** Presses a button of a reply, by its number. */
  press(reply: Reply, number: number): Promise<Reply>;
}

/** A log that is read by a test: what went wrong is given to it. */
export function quietLog(trouble: (error: unknown) => void): Log {
  return { info: () => {}, warn: (_, { error }) => trouble(error), error: (_, { error }) => trouble(error) };
}

export function openOffice(): OpenOffice {
  const trouble: unknown[] = [];
  const app = createApp(
    readConfig({}),
    quietLog((error) => trouble.push(error)),
  );
  return {
    app,
    trouble,
    type: (line, who = {}) => app.handle({ line, ...who }),
    press(reply, number) {
      const button = reply.buttons[number - 1];
      if (!button) throw new Error(`there is no button ${number}`);
      return app.handle({ command: button.command, options: button.options, language: reply.language });
    },
  };
}

/** A reply as it is read at a plain terminal. */
export function readOut(reply: Reply): string {
  return renderReply(reply, plainLook, wordingFor(reply.language).console.choose);
}

/** The first words of a reply: its point. */
export function pointOf(reply: Reply): string {
  const [first] = reply.blocks;
  return first?.kind === "text" ? first.text : "";
}

/** The articles that a reply cites, in its order. */
export function articlesOf(reply: Reply): readonly number[] {
  return reply.citations.map((each) => each.article);
}

/** The quotes that do not stand, line for line, in the article they are said to be from: there must be none. */
export function misquoted(
  citations: readonly { readonly article: number; readonly quote: string }[],
  { source }: Rulebook,
): readonly string[] {
  return citations.flatMap(({ article, quote }) => {
    const paragraphs = source.articles.get(article)?.paragraphs ?? [];
    const verbatim =
      quote !== "" && quote.split("\n").every((line) => paragraphs.some((each) => each.text.includes(line)));
    return verbatim ? [] : [`${article}: ${quote}`];
  });
}
