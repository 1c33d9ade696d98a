import { setTimeout as wait } from "node:timers/promises";
import type { SlackConfig } from "../../src/config.ts";
import { type Delivery, type Person, type Slack, startSlack } from "../fakes/slack/index.ts";
import { fieldLists } from "../fakes/slack/json.ts";
import { readMrkdwn } from "../fakes/slack/mrkdwn.ts";
import { type Message as SlackMessage, slackbot } from "../fakes/slack/workspace.ts";
import { cast, roleOf, withMentions } from "./cast.ts";
import type { Deed, Message, Side } from "./screen.ts";
import { createForms, type Forms } from "./slack-forms.ts";
import { slackParts } from "./slack-parts.ts";

const hall = "general";

export interface SlackSide {
  readonly side: Side;
  readonly config: SlackConfig;
}

/** Starts a Slack with the cast in it. `commands`: the slash commands of the app's manifest. */
export async function openSlackSide(commands: readonly string[], localeChanged: () => void): Promise<SlackSide> {
  const slack = await startSlack({ commands });
  const people = new Map<string, Person>();
  const enter = (id: string, locale: string): void => {
    const { name, mail } = roleOf(id);
    const given = { name: id, realName: name, owner: id === "owner", primaryOwner: id === "owner", locale };
    people.set(id, slack.addUser({ id: userId(id), ...given, ...(mail ? { email: mail } : {}) }));
  };
  for (const { id, locale } of cast) enter(id, locale);
  slack.addChannel({ id: "C0GENERAL", name: hall, members: cast.map(({ id }) => userId(id)) });

  const at = (id: string): Person => {
    const found = people.get(id);
    if (!found) throw new Error(`nobody on Slack is called “${id}”`);
    return found;
  };
  const channelOf = (person: string, place: string) => (place === "direct" ? at(person).direct : hall);
  const forms = createForms(slack, (person, delivery) => seen(slack, person, delivery));

  const side: Side = {
    name: "slack",
    owner: `account:slack:${slack.team.id}:${userId("owner")}`,
    places: [
      { id: "direct", name: "Direct message with Mishu" },
      { id: "channel", name: `#${hall}` },
    ],
    screen(person, place) {
      const view = at(person).screen();
      return {
        messages: slack.visible(at(person), channelOf(person, place)).map((each) => messageOf(slack, each)),
        ...(view ? { form: forms.draw(view) } : {}),
      };
    },
    act: (person, place, deed) => act(slack, at(person), channelOf(person, place), deed, forms),
    async suggest(person, _place, typed, field) {
      const view = at(person).screen();
      return field !== undefined && view ? at(person).suggest(view, field, typed) : [];
    },
    localeOf: (person) => at(person).locale,
    setLocale(person, locale) {
      enter(person, locale);
      localeChanged();
    },
    file(id) {
      const found = slack.files.find((each) => each.id === id);
      return found?.content ? { name: found.name, content: found.content } : undefined;
    },
    journal: () =>
      slack.requests.map(({ method, ok, error }) => ({
        what: method,
        outcome: error ?? (ok === undefined ? "…" : "ok"),
        failed: ok === false,
      })),
    unexpected: () => slack.unexpected,
    onChange(listener) {
      const look = (): undefined => listener() as undefined;
      // what waits is asked at every change; this one is never satisfied
      slack.until("the end", look).catch(() => {});
    },
    stop: () => slack.stop(),
  };
  const { bot: botToken, app: appToken } = slack.tokens;
  return {
    side,
    config: { botToken, connection: { mode: "socket", appToken }, command: "mishu", apiUrl: slack.apiUrl },
  };
}

const userId = (id: string): string => `U0${id.replaceAll("-", "").toUpperCase()}`;

const namesIn = (slack: Slack) => ({
  user: (id: string) => slack.people().findLast((each) => each.id === id)?.realName ?? "mishu",
  channel: (id: string) => slack.channels().find((each) => each.id === id)?.name ?? id,
});

function messageOf(slack: Slack, message: SlackMessage): Message {
  const names = namesIn(slack);
  const byBot = message.from === slack.bot.userId;
  const text = readMrkdwn(message.text, names, false).text;
  return {
    id: message.ts,
    from: byBot ? "Mishu" : message.from === slackbot ? "Slackbot" : names.user(message.from),
    byBot,
    onlyYou: message.onlyFor !== undefined,
    at: Number(message.ts) * 1000,
    edited: message.edited,
    threaded: message.thread !== undefined,
    parts: [
      ...(message.blocks.length > 0
        ? slackParts(message.blocks, names)
        : text === ""
          ? []
          : [{ kind: "text" as const, spans: [{ text }] }]),
      ...message.attachments.flatMap((each) => slackParts(fieldLists(each.blocks), names)),
    ],
    files: message.files.map(({ id, name, length, mimetype, about }) => ({
      id,
      name,
      size: length,
      ...(mimetype === "image/png" ? { shows: about } : {}),
    })),
  };
}

async function act(slack: Slack, person: Person, channel: string, deed: Deed, forms: Forms): Promise<void> {
  const message = (ts: string): SlackMessage => {
    const found = slack.visible(person, channel).find((each) => each.ts === ts);
    if (!found) throw new Error("this message is gone");
    return found;
  };
  const mention = (id: string) => `<@${userId(id)}>`;
  switch (deed.kind) {
    case "say": {
      const text = withMentions(deed.text, mention).replaceAll(/@mishu\b/gi, `<@${slack.bot.userId}>`);
      const [, command, words = ""] = text.match(/^(\/\S+)\s*(.*)$/s) ?? [];
      if (command !== undefined && deed.file)
        throw new Error("Slack takes no file with a slash command: leave it out, and Mishu opens a form for it.");
      const files = deed.file ? [deed.file] : [];
      if (command === undefined) return seen(slack, person, person.say(channel, text, { files }));
      return seen(slack, person, person.command(command, words, { channel }));
    }
    case "press":
      return seen(slack, person, person.press(message(deed.message), deed.control));
    case "choose":
      return seen(slack, person, person.choose(message(deed.message), deed.control, deed.value));
    case "close":
      person.closeView(forms.before(person, deed.form));
      return;
    case "submit":
      await forms.submit(person, forms.before(person, deed.form), deed.values);
  }
}

/** Waits until there is something to be seen of it, which is nearly always soon. */
async function seen(slack: Slack, person: Person, { order, acknowledged }: Delivery): Promise<void> {
  if ((await acknowledged()).failure !== undefined) return;
  const places = slack.channels().map(({ id }) => id);
  const later = slack.until("an answer", () => {
    const view = person.screen();
    const messages = places.flatMap((id) => person.sees(id)).filter(({ from }) => from !== person.id);
    return [...messages, ...(view ? [view] : [])].find((each) => each.order > order);
  });
  await Promise.race([later, wait(3000, undefined, { ref: false })]).catch(() => {});
}
