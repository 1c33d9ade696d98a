import { commands } from "../../../commands/index.ts";
import { createSlack } from "../../../src/platforms/slack/index.ts";
import { type Delivery, type Message, startSlack, type View } from "../../fakes/slack/index.ts";
import { quietLog } from "../../support/app.ts";
import { type OpenChat, platformLocale, type Shown, type Unconnected, withOwnOffice } from "./chat.ts";

/** Slack, played by this machine, with the real client of Slack: over a socket, or by calls that are signed. */
export const openSlack =
  (mode: "socket" | "http"): OpenChat =>
  async () =>
    withOwnOffice(await slackChat(mode));

export async function slackChat(mode: "socket" | "http"): Promise<Unconnected> {
  const short = [...new Set(commands.map(({ path }) => `/${path.split(" ")[0]}`))];
  const slack = await startSlack({ mode, commands: ["/mishu", ...short] });
  slack.addChannel({ id: "C1", name: "office" });
  const trouble: unknown[] = [];
  const { bot: botToken, app: appToken, signingSecret } = slack.tokens;
  const platform = createSlack(
    {
      botToken,
      connection: mode === "socket" ? { mode, appToken } : { mode, signingSecret, port: 0 },
      command: "mishu",
      apiUrl: slack.apiUrl,
    },
    quietLog((error) => trouble.push(error)),
  );
  const connect: Unconnected["connect"] = async (_, office) => {
    await platform.start(office.desk);
    if (mode === "http") slack.setRequestUrl(`http://127.0.0.1:${platform.port()}/slack/events`);
    else await slack.connected();
    let latest: Delivery | undefined;
    return {
      name: `Slack (${mode})`,
      unexpected: slack.unexpected,
      async again() {
        if (latest) await slack.redeliver(latest);
        await office.idle();
      },
      join({ id, name, locale, owner = false, mail }) {
        const person = slack.addUser({
          id,
          name: id.toLowerCase(),
          realName: name,
          locale: platformLocale[locale],
          owner,
          ...(mail ? { email: mail } : {}),
        });
        let message: Message | undefined;
        let view: View | undefined;
        const read = (given: Message): Shown => {
          message = given;
          view = undefined;
          const { notifies, links } = slack.rendered(given);
          const all = slack.visible(person, given.channel).filter(({ ts }) => ts >= given.ts);
          return {
            text: all.map((each) => slack.rendered(each).text).join("\n"),
            buttons: given.blocks.flatMap(choicesIn),
            isPrivate: given.onlyFor === person.id || given.channel === person.direct,
            files: slack.directMessages(person).flatMap(({ files }) => files.map(({ name: file }) => file)),
            does: [...notifies, ...links].map(String),
          };
        };
        const after = async (delivery: Delivery): Promise<Shown> => {
          latest = delivery;
          const opened = await Promise.race([delivery.shown(), delivery.opened()]);
          await office.idle();
          if (!("content" in opened)) return read(opened);
          view = opened;
          return {
            text: JSON.stringify(opened.content),
            buttons: [],
            isPrivate: true,
            files: [],
            fields: labelsOfForm(opened),
            does: [],
          };
        };
        const quoted = (value: string) => (/[\s"]/.test(value) ? `“${value}”` : value);
        const sent = async (values: Parameters<typeof person.submit>[1]): Promise<Shown> => {
          if (!view) throw new Error("there is no form");
          const answers = () =>
            [...slack.visible(person, "C1"), ...slack.directMessages(person)].filter(({ blocks }) => blocks.length > 0);
          const before = new Set(answers());
          const { delivery, errors } = await person.submit(view, values);
          if (errors || !delivery)
            return { text: JSON.stringify(errors), buttons: [], isPrivate: true, files: [], does: [] };
          latest = delivery;
          // the answer comes where the command was given: by its response_url
          const answer = await slack.until("an answer to the form", () => answers().find((each) => !before.has(each)));
          await office.idle();
          return read(answer);
        };
        return {
          account: `account:slack:${slack.team.id}:${person.id}`,
          command: (path, options = {}) => {
            const words = Object.entries(options).map(([option, value]) => ` ${option}:${quoted(value)}`);
            return after(person.command("/mishu", `${path}${words.join("")}`, { channel: "C1" }));
          },
          async upload(path, option, file, options) {
            const words = Object.entries(options ?? {}).map(([name, value]) => ` ${name}:${quoted(value)}`);
            const form = options ? " --form" : "";
            await after(person.command("/mishu", `${path}${words.join("")}${form}`, { channel: "C1" }));
            return sent({ [option]: file });
          },
          async fromMessage(words, path) {
            person.say("C1", words);
            const said = slack.visible(person, "C1").findLast(({ text }) => text === words);
            if (!said) throw new Error("the message is not there");
            return after(person.messageShortcut(said, `message:${path}`));
          },
          ask: (question) => after(person.say(person.direct, question)),
          press(label) {
            if (!message) throw new Error("there is no message");
            const menu = menuWith(message, label);
            return after(menu ? person.choose(message, menu, label) : person.press(message, label));
          },
          fill: sent,
          async letters() {
            await office.idle();
            return slack.directMessages(person).map((each) => slack.rendered(each).text);
          },
          async cards() {
            await office.idle();
            return slack.directMessages(person).map((each) => {
              const { text, fallback, notifies, links } = slack.rendered(each);
              const words = `${text}\n${fallback}`;
              return {
                text: words,
                buttons: each.blocks.flatMap(choicesIn),
                does: [...notifies, ...links].map(String),
              };
            });
          },
          async open(words) {
            await office.idle();
            const found = slack.directMessages(person).findLast((each) => slack.rendered(each).text.includes(words));
            if (!found) throw new Error(`no message says ${words}`);
            message = found;
            view = undefined;
            return {
              text: slack.rendered(found).text,
              buttons: found.blocks.flatMap(choicesIn),
              isPrivate: true,
              files: [],
              does: [],
            };
          },
          async papers() {
            await office.idle();
            return slack
              .directMessages(person)
              .flatMap(({ files }) => files)
              .filter(({ mimetype }) => mimetype !== "image/png")
              .map(({ name: file, content = new Uint8Array() }) => ({
                name: file,
                content: Buffer.from(content).toString("base64"),
              }));
          },
          async pictures() {
            await office.idle();
            return slack
              .directMessages(person)
              .flatMap(({ files }) => files)
              .filter(({ mimetype }) => mimetype === "image/png")
              .map(({ name: file, content = new Uint8Array(), about }) => ({
                name: file,
                png: Buffer.from(content).toString("base64"),
                about,
              }));
          },
        };
      },
      stop: () => slack.stop(),
    };
  };
  return { platform, trouble, connect };
}

interface Element {
  readonly text?: { readonly text: string };
  readonly options?: readonly Element[];
}

/** The labels of buttons, and of what is to choose in menus. */
function choicesIn(block: Readonly<Record<string, unknown>>): readonly string[] {
  if (block.type !== "actions") return [];
  return (block.elements as readonly Element[]).flatMap(({ text, options = [] }) =>
    [text, ...options.map((each) => each.text)].flatMap((each) => each?.text ?? []),
  );
}

function labelsOfForm({ content }: View): readonly string[] {
  const blocks = content.blocks as readonly { readonly label?: { readonly text: string } }[];
  return blocks.flatMap(({ label }) => label?.text ?? []);
}

/** The menu of a message in which something can be chosen. */
function menuWith({ blocks }: Message, label: string): string | undefined {
  const elements = blocks.flatMap(({ type, elements: all }) =>
    type === "actions" ? (all as readonly (Element & { readonly action_id: string })[]) : [],
  );
  return elements.find(({ options = [] }) => options.some(({ text }) => text?.text === label))?.action_id;
}
