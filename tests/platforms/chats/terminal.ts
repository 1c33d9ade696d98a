import { atDesk, createTerminal } from "../../../src/platforms/console/index.ts";
import { plainLook } from "../../../src/platforms/console/render.ts";
import { createSession } from "../../../src/platforms/console/session.ts";
import { type OpenChat, type Shown, type Unconnected, withOwnOffice } from "./chat.ts";

/** People sit down at the office's own machine; each is known by the name that they log in with. */
export const openTerminal: OpenChat = async () => withOwnOffice(terminalChat());

export function terminalChat(): Unconnected {
  const printed: string[] = [];
  const output = { write: (text: string) => printed.push(text), isTTY: false } as unknown as NodeJS.WriteStream;
  const platform = createTerminal({ input: process.stdin, output });
  const connect: Unconnected["connect"] = async (app, office) => ({
    name: "terminal",
    unexpected: [],
    join({ id, locale }) {
      const folder = new Map<string, string | Uint8Array>();
      const written = new Map<string, Uint8Array>();
      const session = createSession(atDesk(app, office.desk, id), plainLook, locale, {
        async read(path, most) {
          const content = folder.get(path);
          if (content === undefined) throw new Error("no such file");
          const bytes = Buffer.from(content);
          return bytes.length > most ? "large" : { name: path, bytes };
        },
        write: async (name, content) => {
          written.set(name, content);
          return { path: name, isNew: true };
        },
      });
      platform.seats.set(id, session.receive);
      let last: Shown | undefined;
      const type = async (line: string): Promise<Shown> => {
        const text = (await session.answer(line)) ?? "";
        await office.idle();
        last = {
          text,
          buttons: choicesIn(text),
          isPrivate: true,
          files: [...folder.keys(), ...written.keys()],
          ...(/:cancel/.test(text) ? { fields: [text.match(/^(\S+):/m)?.[1] ?? ""] } : {}),
          does: [],
        };
        return last;
      };
      const quoted = (value: string) => (/[\s"]/.test(value) ? `“${value}”` : value);
      return {
        account: `account:terminal::${id}`,
        command: (path, options = {}) =>
          type(
            `/${path}${Object.entries(options)
              .map(([name, value]) => ` ${name}:${quoted(value)}`)
              .join("")}`,
          ),
        upload(path, option, { name, content }, options = {}) {
          folder.set(name, content);
          const words = Object.entries(options).map(([each, value]) => ` ${each}:${quoted(value)}`);
          return type(`/${path}${words.join("")} ${option}:${quoted(name)}`);
        },
        ask: type,
        press: (label) =>
          type(
            [...(last?.text ?? "").matchAll(/^ {2}(\d+)\. (.+)$/gm)].find(([, , each]) => each === label)?.[1] ?? label,
          ),
        async fill(values) {
          let shown = last as Shown;
          for (let asked = 0; asked < 20; asked++) {
            const field = shown.text
              .match(/^(\S+): .*$/gm)
              ?.at(-1)
              ?.split(":")[0];
            const value = values[field ?? ""] ?? "";
            if (typeof value !== "string") folder.set(value.name, value.content);
            shown = await type(typeof value === "string" ? value : value.name);
            if (!/^(\S+): /m.test(shown.text.split("\n").at(-1) ?? "") && !/^ {2}\d\. /m.test(shown.text)) break;
            if (Object.keys(values).length === asked + 1) break;
          }
          return shown;
        },
        async open(words) {
          await office.idle();
          const text = printed.findLast((each) => each.includes("✉") && each.includes(words));
          if (text === undefined) throw new Error(`no message says ${words}`);
          const buttons = [...text.matchAll(/^ {2}(\d+)\. (.+)$/gm)].map((match) => match[2] ?? "");
          last = { text, buttons, isPrivate: true, files: [], does: [] };
          return last;
        },
        async letters() {
          await office.idle();
          return printed.filter((each) => each.includes("✉"));
        },
        async cards() {
          await office.idle();
          const letters = printed.filter((each) => /[✉✎]/u.test(each));
          return letters.map((text) => ({ text, buttons: choicesIn(text), does: [] }));
        },
        papers: async () =>
          [...written].map(([name, bytes]) => ({ name, content: Buffer.from(bytes).toString("base64") })),
        // a file has no words to it; a message is told in words
        pictures: async () =>
          [...written].map(([name, bytes]) => ({ name, png: Buffer.from(bytes).toString("base64"), about: "" })),
      };
    },
    stop: async () => {},
  });
  return { platform, trouble: [], connect };
}

const choicesIn = (text: string): readonly string[] =>
  [...text.matchAll(/^ {2}(\d+)\. (.+)$/gm)].map((match) => match[2] ?? "");
