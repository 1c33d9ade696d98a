import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { cast, locales, sampleRoster } from "./cast.ts";
import { describeForm, fieldQuestion, plainMessage } from "./plain.ts";
import type { Playground } from "./playground.ts";
import type { Control, Deed, Form, PlatformName, Upload } from "./screen.ts";

const help = `@slack owner          be this person there; people: ${cast.map(({ id }) => id).join(", ")}
@discord owner direct   … in the direct message with Mishu (usually in the channel)
/roster show            a command; “@mishu …” in the channel or anything in the direct message is a question
+sample /roster import  with a file: the sample roster, or +path/to/file
2                       presses button 2; “2 words” chooses in menu 2
:lang zh-CN             the language of this person's client: ${locales.map(({ id }) => id).join(", ")}
:requests               what the bot asked of this platform, the last twenty
:q                      ends`;

interface Here {
  platform: PlatformName;
  person: string;
  place: string;
}

/** Talks with one person at a terminal, who is whom they say they are, until they leave. */
export async function runPrompt(playground: Playground, input: Readable, output: Writable): Promise<void> {
  const here: Here = { platform: "slack", person: "owner", place: "channel" };
  const told = new Set<string>();
  let controls: { readonly message: string; readonly control: Control }[] = [];
  let filling: { readonly form: Form; readonly values: Record<string, string | Upload> } | undefined;
  const write = (text: string) => output.write(`${text}\n`);

  const next = () => filling?.form.fields.filter(({ kind }) => kind !== "note")[Object.keys(filling.values).length];

  /** Tells what is new, and asks for the first field of a form. */
  const tell = (): void => {
    const { messages, form } = playground.screen(here.platform, here.person, here.place);
    for (const message of messages) {
      const key = `${here.platform} ${here.person} ${JSON.stringify(message)}`;
      if (told.has(key)) continue;
      told.add(key);
      const own = message.parts.flatMap((part) => (part.kind === "controls" ? part.controls : []));
      if (own.length > 0) controls = own.map((control) => ({ message: message.id, control }));
      if (message.from !== "You") write(plainMessage(message));
    }
    filling = form && { form, values: {} };
    if (form) write(describeForm(form));
  };

  const act = async (deed: Deed): Promise<void> => {
    await playground.act(here.platform, here.person, here.place, deed);
    tell();
  };

  const fill = async (line: string): Promise<void> => {
    const field = next();
    if (!filling || !field) return;
    const { form, values } = filling;
    if (line === ":cancel") {
      await act({ kind: "close", form: form.id });
      return;
    }
    const chosen = field.options.find(({ label }) => label === line)?.value ?? line;
    values[field.id] =
      field.kind === "file" && line !== "" ? await fileNamed(line) : line === "" ? field.value : chosen;
    if (field.kind === "search" && line !== "") {
      const found = await playground.side(here.platform).suggest(here.person, here.place, line, field.id);
      values[field.id] = found[0]?.value ?? "";
    }
    if (next()) return;
    const given = Object.entries(values).filter(([id, value]) => value !== "" || !isFile(form, id));
    await act({ kind: "submit", form: form.id, values: Object.fromEntries(given) });
  };

  const go = (platform: PlatformName, person: string, place: string): void => {
    const found = cast.find(({ id, name }) => id === person || name === person || id.startsWith(person));
    if (!found) throw new Error(`There is no ${person}. People: ${cast.map(({ id }) => id).join(", ")}`);
    Object.assign(here, { platform, person: found.id, place: place.startsWith("d") ? "direct" : "channel" });
    controls = [];
    tell();
  };

  const answer = async (line: string): Promise<void> => {
    if (filling) return fill(line);
    const [, platform, person = "", place = ""] = line.match(/^@(slack|discord)\s+(\S+)\s*(\S*)$/) ?? [];
    if (platform === "slack" || platform === "discord") return go(platform, person, place);
    const [, number, choice = ""] = line.match(/^(\d+)(?:\s+(.*))?$/) ?? [];
    const used = controls[Number(number) - 1];
    if (number !== undefined && used) return use(used, choice);
    const [, setting, given = ""] = line.match(/^:(\w+)\s*(.*)$/) ?? [];
    if (setting === "lang") return playground.side(here.platform).setLocale(here.person, given);
    if (setting === "requests") return void write(requests());
    if (setting !== undefined || line === "") return void write(help);
    const [, path, text = ""] = line.match(/^\+(\S+)\s*(.*)$/) ?? [];
    return act(path === undefined ? { kind: "say", text: line } : { kind: "say", text, file: await fileNamed(path) });
  };

  const use = ({ message, control }: (typeof controls)[number], choice: string): Promise<void> => {
    if (control.kind === "button") return act({ kind: "press", message, control: control.id });
    const value = control.options.find(({ label }) => label.startsWith(choice))?.value ?? choice;
    return act({ kind: "choose", message, control: control.id, value });
  };

  const requests = (): string =>
    playground
      .side(here.platform)
      .journal()
      .slice(-20)
      .map(({ what, outcome }) => `${outcome.padEnd(8)} ${what}`)
      .join("\n");

  const lines = createInterface({ input, output, terminal: "isTTY" in output && output.isTTY === true });
  let open = true;
  const prompt = (): void => {
    const field = next();
    lines.setPrompt(
      field ? fieldQuestion(field) : `${here.platform} ${here.person}${here.place === "direct" ? " direct" : ""}> `,
    );
    // what was piped in is still read when the pipe has ended
    if (open) lines.prompt();
  };
  lines.on("SIGINT", () => lines.close());
  lines.on("close", () => {
    open = false;
  });
  write(help);
  prompt();
  for await (const typed of lines) {
    // a line may be pasted with its prompt before it
    const [, platform, person, rest] = typed.match(/^(slack|discord) (\S+)> ?(.*)$/) ?? [];
    const line = (rest ?? typed).trim();
    if (/^:q(uit)?$/.test(line)) break;
    try {
      if (platform && person) await answer(`@${platform} ${person}`);
      await answer(line);
    } catch (error) {
      write(error instanceof Error ? error.message : String(error));
    }
    prompt();
  }
  lines.close();
}

const isFile = ({ fields }: Form, id: string): boolean => fields.find((each) => each.id === id)?.kind === "file";

async function fileNamed(path: string): Promise<Upload> {
  if (path === "sample") return sampleRoster;
  return { name: path.split("/").at(-1) ?? path, content: await readFile(path) };
}
