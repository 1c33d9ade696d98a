import type { App } from "../../app.ts";
import { InputError } from "../../errors.ts";
import type { Button } from "../../reply.ts";
import { detectLanguage } from "../../script.ts";
import { inLanguage, isLanguage, type Language, repeated } from "../../text.ts";
import { type Wording, wordingFor } from "../../wording/wording.ts";
import { type Look, renderReply, wrap } from "./render.ts";

/** One person at a terminal: who they are, which language they chose, and which choices they were offered last. */
export interface Session {
  /** Answers a line; undefined when the person wants to leave. */
  answer(line: string): Promise<string | undefined>;
  greeting(): string;
}

/** `language`: what the person's environment says, until they choose or type in another. */
export function createSession(app: App, look: Look, language: Language): Session {
  let chosen: Language | undefined;
  let last: Language = language;
  let post: string | undefined;
  let offered: readonly Button[] = [];
  const wording = (): Wording => wordingFor(chosen ?? last);

  const setLanguage = (given: string): string => {
    if (given === "" || given === "auto") {
      chosen = undefined;
      return wording().console.languageAuto;
    }
    const wanted = languageNamed(given);
    if (!wanted) return wording().console.unknownLanguage(repeated(given));
    chosen = wanted;
    return wording().console.languageSet;
  };

  const setPost = (given: string): string => {
    if (given === "" || given === "nobody" || given === "-") {
      post = undefined;
      return wording().console.asNobody;
    }
    if (chosen === undefined && /\p{Script=Han}/u.test(given)) last = detectLanguage(given);
    const { id, name } = app.post(given, wording().language);
    post = id;
    return wording().console.asPost(name);
  };

  const setting = (line: string): string | undefined => {
    const [, name = "", given = ""] = line.match(/^[:：]\s*(\S*)\s*(.*)$/u) ?? [];
    if (["q", "quit", "exit", "bye"].includes(name)) return undefined;
    if (name === "lang") return setLanguage(given.trim());
    if (name === "as") {
      try {
        return setPost(given.trim());
      } catch (error) {
        if (error instanceof InputError) return error.message;
        throw error;
      }
    }
    return wording().console.unknownSetting(repeated(line));
  };

  return {
    greeting: () => {
      const title = inLanguage(app.rulebook.data.title, wording().language);
      return wrap(`${wording().console.welcome(title)}\n${wording().console.hint}`, look, "");
    },
    async answer(line) {
      const text = line.trim();
      if (/^[:：]/u.test(text)) {
        const said = setting(text);
        return said === undefined ? undefined : wrap(said, look, "");
      }
      if (leaves.test(text)) return undefined;
      const number = /^\d{1,3}$/.test(text) ? Number(text) : undefined;
      const button = number === undefined ? undefined : offered[number - 1];
      if (number !== undefined && !button && offered.length > 0) return wording().console.noChoice(number);
      if (chosen === undefined && button === undefined && /\p{L}/u.test(text) && !/^[/／]\w+\s*[\d().]*$/u.test(text))
        last = detectLanguage(text);
      const reply = await app.handle({
        ...(chosen === undefined
          ? button || number !== undefined || text === "" || /^[/／]/u.test(text)
            ? { language: last }
            : {}
          : { language: chosen }),
        ...(post === undefined ? {} : { post }),
        // a number with nothing to choose is an article
        ...(button
          ? { command: button.command, options: button.options }
          : { line: number === undefined ? text : `/rule ${number}` }),
      });
      offered = reply.buttons;
      return renderReply(reply, look, wordingFor(reply.language).console.choose);
    },
  };
}

/** Words with which people leave a program that they do not know. */
const leaves = /^(quit|exit|bye|退出|再见|再見|结束|結束)$/i;

/** en, zh-Hans, zh-Hant, and what people type for them: english, 简体, zh_TW.UTF-8. */
export function languageNamed(given: string): Language | undefined {
  const name = given.trim().toLowerCase().replaceAll("_", "-");
  const exact = ["en", "zh-Hans", "zh-Hant"].find((each) => each.toLowerCase() === name);
  if (isLanguage(exact)) return exact;
  if (/^en|英/.test(name)) return "en";
  if (/^zh-(tw|hk|mo|hant)|繁|正體|traditional/.test(name)) return "zh-Hant";
  if (/^zh|简|簡|中文|simplified|chinese/.test(name)) return "zh-Hans";
  return undefined;
}
