import { fileURLToPath } from "node:url";
import { z } from "zod";
import { nearest } from "./office/nearest.ts";

/** The rulebook that Mishu answers from when nothing else is set. */
export const defaultRulebook = fileURLToPath(new URL("../rules/changzhou-2017", import.meta.url));

const badPort = "must be a number from 0 to 65535, for example 3000";
const port = z.coerce.number(badPort).int(badPort).min(0, badPort).max(65535, badPort);
const token = (prefix: string, example: string) =>
  z.string().startsWith(prefix, `must begin with ${prefix}, for example ${example}`).optional();
const snowflake = z
  .string()
  .regex(/^\d{17,20}$/, "must be a number of 17 to 20 digits, for example 1098765432109876543")
  .optional();

const platformsWanted = "must name slack, discord or terminal, several with commas between: slack,discord";

const publicUrlWanted =
  "must be the address by which people reach MISHU_HTTP_PORT, with https: https://mishu.example.gov.cn";

const schema = z.object({
  /** Folder of the office's rulebook. */
  MISHU_RULEBOOK: z.string().min(1).default(defaultRulebook),
  /** Which platforms run: slack, discord, terminal, with commas between. Not set: those that have a token. */
  MISHU_PLATFORMS: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter((each) => each !== ""))
    .pipe(z.array(z.enum(["slack", "discord", "terminal"], platformsWanted)).min(1, platformsWanted))
    .optional(),
  /** The SQLite file, created when it is not there. */
  MISHU_DATABASE: z.string().min(1).default("data/mishu.sqlite"),
  /** A PostgreSQL server instead of the file. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must begin with postgresql://")
    .optional(),
  SLACK_BOT_TOKEN: token("xoxb-", "xoxb-1234-5678-abcd"),
  SLACK_APP_TOKEN: token("xapp-", "xapp-1-A123-456-abcd"),
  SLACK_SIGNING_SECRET: z.string().min(1).optional(),
  SLACK_MODE: z.enum(["socket", "http"], "must be socket or http").default("socket"),
  SLACK_PORT: port.default(3000),
  /** The word of the command that reaches everything; the others are short ways. */
  SLACK_COMMAND: z
    .string()
    .regex(/^[a-z][a-z0-9_-]{0,30}$/, "must be small letters, without a slash: mishu")
    .default("mishu"),
  SLACK_API_URL: z.url("must be an address").default("https://slack.com/api/"),
  DISCORD_TOKEN: z.string().min(1).optional(),
  DISCORD_SERVER_ID: snowflake,
  DISCORD_API_URL: z.url("must be an address").default("https://discord.com/api"),
  /** Where people's calendars fetch their meetings; not set: they do not. */
  MISHU_HTTP_PORT: port.optional(),
  /** Only this machine, on which something that speaks HTTPS stands before it, unless another is given. */
  MISHU_HTTP_HOST: z.string().min(1).default("127.0.0.1"),
  /** The address by which people reach it. */
  MISHU_PUBLIC_URL: z.url({ protocol: /^https$/, error: publicUrlWanted }).optional(),
});

export interface SlackConfig {
  readonly botToken: string;
  readonly connection:
    | { readonly mode: "socket"; readonly appToken: string }
    | { readonly mode: "http"; readonly signingSecret: string; readonly port: number };
  readonly command: string;
  readonly apiUrl: string;
}

export interface DiscordConfig {
  readonly token: string;
  /** The one server that Mishu serves. */
  readonly server: string;
  readonly apiUrl: string;
}

export interface Config {
  readonly rulebookFolder: string;
  readonly database: { readonly file: string } | { readonly url: string };
  readonly slack?: SlackConfig;
  readonly discord?: DiscordConfig;
  readonly terminal: boolean;
  /** Where calendars fetch the meetings of their people; missing: they do not. */
  readonly http?: { readonly host: string; readonly port: number; readonly publicUrl: string };
}

/** What is wrong with the settings, each with its name; said as it stands. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`Settings that cannot be used (see .env.example):\n${problems.map((each) => `- ${each}`).join("\n")}`);
    this.name = "ConfigError";
    this.problems = problems;
  }
}

/** Reads the settings from an environment. An empty value counts as not set. Throws a ConfigError; never tells a value. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const read = schema.safeParse(set);
  const problems: string[] = [
    ...misspelt(Object.keys(set)),
    ...new Set(read.error?.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`)),
  ];
  if (!read.success) throw new ConfigError(problems);
  const { data } = read;
  const wanted = (platform: "slack" | "discord") => data.MISHU_PLATFORMS?.includes(platform);
  // half of what a chat needs means that it is wanted: what is missing is said
  const some = (...values: readonly unknown[]) => values.some((value) => value !== undefined);
  const slackIsSet = some(data.SLACK_BOT_TOKEN, data.SLACK_APP_TOKEN, data.SLACK_SIGNING_SECRET);
  const discordIsSet = some(data.DISCORD_TOKEN, data.DISCORD_SERVER_ID);
  const slack = (wanted("slack") ?? slackIsSet) ? slackConfig(data, problems) : undefined;
  const discord = (wanted("discord") ?? discordIsSet) ? discordConfig(data, problems) : undefined;
  const { MISHU_HTTP_PORT: httpPort, MISHU_HTTP_HOST: host, MISHU_PUBLIC_URL: publicUrl } = data;
  if (httpPort !== undefined && publicUrl === undefined) problems.push(`MISHU_PUBLIC_URL ${publicUrlWanted}.`);
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    rulebookFolder: data.MISHU_RULEBOOK,
    database: data.DATABASE_URL === undefined ? { file: data.MISHU_DATABASE } : { url: data.DATABASE_URL },
    ...(slack && { slack }),
    ...(discord && { discord }),
    ...(httpPort !== undefined && publicUrl !== undefined && { http: { host, port: httpPort, publicUrl } }),
    terminal: data.MISHU_PLATFORMS?.includes("terminal") ?? (!slack && !discord),
  };
}

/** Names that look like Mishu's and are none: what they were meant to set is not set. */
function misspelt(names: readonly string[]): readonly string[] {
  const known = Object.keys(schema.shape);
  return names
    .filter((name) => name.startsWith("MISHU_") && !known.includes(name))
    .map((name) => {
      const [meant] = nearest(name, known);
      return `${name} is no setting.${meant ? ` Did you mean ${meant}?` : ""}`;
    });
}

type Settings = z.output<typeof schema>;

function slackConfig(data: Settings, problems: string[]): SlackConfig | undefined {
  const need = <Name extends keyof Settings>(name: Name, where: string): string => {
    if (data[name] === undefined) problems.push(`${name} is missing: ${where}`);
    return String(data[name] ?? "");
  };
  const botToken = need("SLACK_BOT_TOKEN", "your app's page, OAuth & Permissions, Bot User OAuth Token.");
  const connection =
    data.SLACK_MODE === "socket"
      ? ({
          mode: "socket",
          appToken: need(
            "SLACK_APP_TOKEN",
            "your app's page, Basic Information, App-Level Tokens, scope connections:write (or set SLACK_MODE=http).",
          ),
        } as const)
      : ({
          mode: "http",
          signingSecret: need("SLACK_SIGNING_SECRET", "your app's page, Basic Information, Signing Secret."),
          port: data.SLACK_PORT,
        } as const);
  return { botToken, connection, command: data.SLACK_COMMAND, apiUrl: data.SLACK_API_URL };
}

function discordConfig(data: Settings, problems: string[]): DiscordConfig | undefined {
  if (data.DISCORD_TOKEN === undefined)
    problems.push("DISCORD_TOKEN is missing: your application's page, Bot, Reset Token.");
  if (data.DISCORD_SERVER_ID === undefined)
    problems.push(
      "DISCORD_SERVER_ID is missing: in Discord, Settings, Advanced, Developer Mode; then right-click your server, Copy Server ID.",
    );
  const { DISCORD_TOKEN: token = "", DISCORD_SERVER_ID: server = "", DISCORD_API_URL: apiUrl } = data;
  return { token, server, apiUrl };
}
