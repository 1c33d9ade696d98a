import { type AnyCommand, groupWords } from "../../command.ts";
import { inLanguage, type Language, type Text } from "../../text.ts";
import { cut, limits, slacksOwnCommands } from "./limits.ts";

/** What Mishu must be allowed in Slack, and why. */
export const slackScopes: Readonly<Record<string, string>> = {
  commands: "to be asked by slash commands",
  "app_mentions:read": "to hear where it is mentioned, and nothing else that is said in a channel",
  "im:history": "to read what people write to it directly",
  "im:write": "to open a direct talk with somebody, for messages that are for them alone",
  "chat:write": "to answer and to announce in channels that it was invited to",
  "users:read": "to know the name, language and role (member, guest, owner) of whoever asks",
  "users:read.email": "to recognise people of the roster by their verified mail address",
  "files:read": "to read a roster that somebody uploads in a form",
  "files:write": "to hand out templates, tables and answers that are too long for messages",
};

/** What Slack tells Mishu of. */
export const slackEvents = ["app_mention", "message.im"] as const;

/** Where Slack sends what happens, in HTTP mode. */
export const eventsPath = "/slack/events";

/** One slash command of the app. */
export interface SlackCommand {
  /** With the slash. */
  readonly command: string;
  readonly description: string;
  readonly usage_hint?: string;
  readonly url?: string;
  readonly should_escape: true;
}

/** The words after a slash that reach a command without the root word: those that Slack does not keep for itself. */
export function shortWords(commands: readonly AnyCommand[], root: string): readonly string[] {
  const free = (word: string): boolean => word !== root && !slacksOwnCommands.has(word);
  const words = commands.flatMap(
    ({ path, group }) => [group?.path ?? path, ...(group?.aliases ?? [])].find(free) ?? [],
  );
  return [...new Set(words)];
}

/** Why a word cannot be that of the command which reaches everything; undefined when it can. */
export function rootProblem(root: string, commands: readonly AnyCommand[]): string | undefined {
  if (slacksOwnCommands.has(root)) return `SLACK_COMMAND cannot be “${root}”: Slack keeps /${root} for itself.`;
  if (commands.some(({ path, group }) => (group ? groupWords(group) : [path]).includes(root)))
    return `SLACK_COMMAND cannot be “${root}”: /${root} is one of Mishu's own commands.`;
  return undefined;
}

export interface ManifestWishes {
  /** The word of the command that reaches everything, without its slash. */
  readonly command: string;
  readonly commands: readonly AnyCommand[];
  readonly language?: Language;
  /** HTTP mode: the address under which Slack reaches Mishu, such as https://mishu.example.org. Else Socket Mode. */
  readonly address?: string;
}

const named: Text = {
  en: "Questions about the office's rules, answered by article",
  "zh-Hans": "按条文回答工作规则方面的问题",
  "zh-Hant": "依條文回答工作規則方面的問題",
};
const rootDescription: Text = {
  en: "Ask about the rules, or give a command",
  "zh-Hans": "询问规则，或下达命令",
  "zh-Hant": "詢問規則，或下達指令",
};
const rootHint: Text = { en: "question, or help", "zh-Hans": "问题，或 帮助", "zh-Hant": "問題，或 幫助" };

/** The manifest from which Slack makes the app. */
export function slackManifest({ command: root, commands, language = "en", address }: ManifestWishes) {
  const url = address === undefined ? undefined : new URL(eventsPath, address).href;
  const slash = (command: string, description: string, hint: string): SlackCommand => ({
    command: `/${command}`,
    description: cut(description, limits.commandDescription),
    ...(hint === "" ? {} : { usage_hint: cut(hint, limits.usageHint) }),
    ...(url ? { url } : {}),
    should_escape: true,
  });
  return {
    display_information: { name: "Mishu 秘書", description: inLanguage(named, language), background_color: "#3b6ea5" },
    features: {
      app_home: { home_tab_enabled: false, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: "mishu", always_online: true },
      shortcuts: messageShortcuts(commands, language),
      slash_commands: [
        slash(root, inLanguage(rootDescription, language), inLanguage(rootHint, language)),
        ...shortWords(commands, root).map((word) => describe(word, commands, language, slash)),
      ],
    },
    oauth_config: { scopes: { bot: Object.keys(slackScopes) } },
    settings: {
      event_subscriptions: { ...(url ? { request_url: url } : {}), bot_events: [...slackEvents] },
      interactivity: { is_enabled: true, ...(url ? { request_url: url, message_menu_options_url: url } : {}) },
      org_deploy_enabled: false,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: false,
    },
  };
}

/** By which word Slack tells which command a message starts. */
export const messageCallback = (path: string): string => `message:${path}`;

/** The entries in the menu of a message. */
const messageShortcuts = (commands: readonly AnyCommand[], language: Language) =>
  commands.flatMap(({ path, fromMessage, summary }) =>
    fromMessage
      ? [
          {
            name: cut(inLanguage(fromMessage.name, language), limits.shortcutName),
            type: "message" as const,
            callback_id: messageCallback(path),
            description: cut(inLanguage(summary, language), limits.shortcutDescription),
          },
        ]
      : [],
  );

export type SlackManifest = ReturnType<typeof slackManifest>;

/** A command, or the commands of a group, in the list that Slack shows after a slash. */
function describe(
  word: string,
  commands: readonly AnyCommand[],
  language: Language,
  slash: (command: string, description: string, hint: string) => SlackCommand,
): SlackCommand {
  const alone = commands.find(({ path }) => path === word);
  if (alone) {
    const hint = alone.positional === "" ? "" : `[${alone.positional}]`;
    return slash(word, inLanguage(alone.summary, language), hint);
  }
  const members = commands.filter(({ group }) => group && groupWords(group).includes(word));
  const [first] = members;
  const hint = members.map(({ path, group }) => path.slice((group?.path.length ?? 0) + 1)).join(" | ");
  return slash(word, first?.group ? inLanguage(first.group.summary, language) : word, hint);
}
