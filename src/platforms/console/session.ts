import type { App } from "../../app.ts";
import type { CommandLine } from "../../command-line.ts";
import { type GivenFile, largestDocument, packDocument, readKeptMark } from "../../document.ts";
import { InputError } from "../../errors.ts";
import type { Form } from "../../form.ts";
import { type Button, bytesOf, type File, point, type Reply, reply, wordsOf } from "../../reply.ts";
import type { Asked } from "../../request.ts";
import { detectLanguage } from "../../script.ts";
import { inLanguage, isLanguage, type Language, repeated } from "../../text.ts";
import { decodeText, largestFile } from "../../text-file.ts";
import { type Wording, wordingFor } from "../../wording/wording.ts";
import { askField, type Filling, fill, startFilling } from "./filling.ts";
import { type Look, renderReply, wrap } from "./render.ts";

/** What a session asks of the office. */
export interface Host extends Pick<App, "rulebook" | "commands" | "handle" | "post" | "read"> {
  form(...asked: Parameters<App["form"]>): Form | undefined | Promise<Form | undefined>;
}

/** Files of the machine that the person sits at. Both throw an error with a code when they cannot. */
export interface Files {
  /** A file of so many bytes at most: its name and what is in it, or that it is larger. */
  read(path: string, most: number): Promise<GivenFile | "large">;
  /** Writes a new file beside others, never over one that is there; one with the same content is left as it is. */
  write(name: string, content: Uint8Array): Promise<{ readonly path: string; readonly isNew: boolean }>;
}

/** One person at a terminal: who they are, which language they chose, and which choices they were offered last. */
export interface Session {
  /** Answers a line; undefined when the person wants to leave. */
  answer(line: string): Promise<string | undefined>;
  /** Takes note of a message that came by itself: its choices go on after those on offer, from the number returned. */
  receive(reply: Reply): number;
  greeting(): string;
}

/** `language`: what the person's environment says, until they choose or type in another. */
export function createSession(host: Host, look: Look, language: Language, files?: Files): Session {
  let chosen: Language | undefined;
  let last: Language = language;
  let post: string | undefined;
  let offered: readonly Button[] = [];
  let filling: Filling | undefined;
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
    const { id, name } = host.post(given, wording().language);
    post = id;
    return wording().console.asPost(name);
  };

  const setting = (line: string): string | undefined => {
    const [, name = "", given = ""] = line.match(/^[:：]\s*(\S*)\s*(.*)$/u) ?? [];
    if (["q", "quit", "exit", "bye"].includes(name)) return undefined;
    if (name === "lang") return setLanguage(given.trim());
    if (name === "as") return told(() => setPost(given.trim()));
    return wording().console.unknownSetting(repeated(line));
  };

  /** Files are named by their path; what is in them is what the command is given. */
  const withFiles = async (asked: Asked): Promise<Asked> => {
    const { command: path, options } = host.read(asked);
    const takes = host.commands.find((each) => each.path === path)?.takes ?? {};
    const named = Object.entries(options).filter(([name, value]) =>
      takes[name] === "document"
        ? value.trim() !== "" && !readKeptMark(value)
        : takes[name] === "file" && !value.includes("\n"),
    );
    if (named.length === 0 || !files) return asked;
    const read = await Promise.all(
      named.map(async ([name, value]): Promise<[string, string]> => {
        const document = takes[name] === "document";
        const { console: words, document: documents } = wording();
        const most = document ? largestDocument : largestFile;
        const file = await files.read(value, most).catch(() => undefined);
        if (file === undefined)
          throw new InputError((document ? words.noDocument : words.noFile)(repeated(value)), name);
        if (file === "large")
          throw new InputError(document ? documents.large(most / 1_000_000) : words.noFile(repeated(value)), name);
        return [name, document ? packDocument(file) : decodeText(file.bytes)];
      }),
    );
    return { command: path, options: { ...options, ...Object.fromEntries(read) } };
  };

  const save = async (file: File): Promise<string> => {
    const { name } = file;
    if (!files) return `${name}\n${wordsOf(file)}`;
    try {
      const { path, isNew } = await files.write(name, bytesOf(file));
      return isNew ? wording().console.saved(path) : wording().console.savedBefore(path);
    } catch {
      return wording().console.notSaved(name);
    }
  };

  const show = async (reply: Reply): Promise<string> => {
    offered = reply.buttons;
    if (chosen === undefined) last = reply.language;
    const saved = await Promise.all(reply.files.map(save));
    const drawn = renderReply(reply, look, wordingFor(reply.language).console.choose);
    return [drawn, ...saved.map((each) => wrap(each, look, ""))].join("\n\n");
  };

  const ask = async (asked: Asked, known: { language?: Language; locale?: Language }): Promise<string> => {
    try {
      const given = await withFiles(asked);
      const reply = await host.handle({ ...given, ...known, ...(post === undefined ? {} : { post }) });
      const gaveWay = givesWay(asked, reply);
      const shown = await show(reply);
      return gaveWay ? `${shown}\n\n${wrap(wording().console.settingHolds, look, "")}` : shown;
    } catch (error) {
      if (error instanceof InputError) return show(toCorrect(error, host.read(asked)));
      throw error;
    }
  };

  /** What was typed beside a file that cannot be read is not lost: the form opens with it. */
  const toCorrect = ({ message, field }: InputError, { command, options }: CommandLine): Reply =>
    reply({
      tone: "problem",
      language: wording().language,
      blocks: [point(message)],
      buttons: field === undefined ? [] : [{ label: wording().form.correct, command, options, form: true }],
    });

  /** A language chosen in the settings holds from then on, whatever `:lang` said before. */
  const givesWay = (asked: Asked, { tone }: Reply): boolean => {
    const { command, options } = host.read(asked);
    if (chosen === undefined || tone !== "done" || command !== "settings" || !options.language) return false;
    chosen = undefined;
    return true;
  };

  /** The words of a line that tell a language: commands have English names for readers of every language. */
  const spoken = (line: string): string => {
    if (!/^[/／]\s*[a-z]/iu.test(line)) return line;
    const { command: path, options } = host.read({ line });
    const command = host.commands.find((each) => each.path === path);
    return command?.prose ? (options[command.positional] ?? "") : "";
  };

  /** Whether a line names a command: such a line is no value of a form. */
  const isCommand = (line: string): boolean =>
    /^[/／]/u.test(line) && host.commands.some(({ path }) => path === host.read({ line }).command);

  const begin = (form: Filling["form"]): string => {
    filling = startFilling(form);
    offered = [];
    return wrap(
      [`${form.title} – ${form.about}`, wording().console.filling, askField(filling, wording())].join("\n"),
      look,
      "",
    );
  };

  /** What was typed is the next field of the form. */
  const goOn = async (now: Filling, line: string): Promise<string> => {
    if (/^[:：](cancel|取消)$/u.test(line.trim())) {
      filling = undefined;
      return wording().console.cancelled;
    }
    const next = fill(now, line, wording());
    filling = next.filling;
    if (next.problem !== undefined || next.filling) {
      const question = askField(next.filling ?? now, wording());
      const again = [next.problem, question, wording().console.toLeave].join("\n");
      return wrap(next.problem === undefined ? question : again, look, "");
    }
    return ask({ command: now.form.command, options: next.options }, { language: chosen ?? last });
  };

  const answer = async (line: string): Promise<string | undefined> => {
    const text = line.trim();
    if (filling && isCommand(text)) {
      filling = undefined;
      return `${wording().console.cancelled}\n\n${await answer(text)}`;
    }
    if (filling && !/^[:：](q|quit|exit|bye)$/u.test(text)) return goOn(filling, line);
    if (/^[:：]/u.test(text)) {
      const said = setting(text);
      return said === undefined ? undefined : wrap(said, look, "");
    }
    if (leaves.test(text)) return undefined;
    const number = /^\d{1,3}$/.test(text) ? Number(text) : undefined;
    const button = number === undefined ? undefined : offered[number - 1];
    if (number !== undefined && !button && offered.length > 0) return wording().console.noChoice(number);
    if (button) {
      const form = button.form ? await host.form(button, chosen ?? last, true) : undefined;
      return form ? begin(form) : ask(button, { language: chosen ?? last });
    }
    const words = spoken(text);
    if (chosen === undefined && /\p{L}/u.test(words)) last = detectLanguage(words);
    // a number with nothing to choose is an article
    const asked = { line: number === undefined ? text : `/rule ${number}` };
    const form = text === "" || !/^[/／]/u.test(text) ? undefined : await host.form(asked, chosen ?? last);
    if (form) return begin(form);
    const knowsLanguage = number !== undefined || !/\p{L}/u.test(text) || /^[/／]/u.test(text);
    return ask(asked, chosen ? { language: chosen } : knowsLanguage ? { locale: last } : {});
  };

  return {
    answer,
    receive({ buttons }) {
      const first = offered.length + 1;
      offered = [...offered, ...buttons];
      return first;
    },
    greeting: () => {
      const title = inLanguage(host.rulebook.data.title, wording().language);
      return wrap(`${wording().console.welcome(title)}\n${wording().console.hint}`, look, "");
    },
  };
}

/** What came of it, or what the person has to mend. */
function told(work: () => string): string {
  try {
    return work();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
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
