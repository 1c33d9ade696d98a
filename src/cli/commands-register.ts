import { existsSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { commands } from "../../commands/index.ts";
import { ConfigError, type DiscordConfig, readConfig } from "../config.ts";
import { stderrLog } from "../log.ts";
import {
  type Differences,
  noDifference,
  registerCommands,
  registrationDifferences,
} from "../platforms/discord/register.ts";
import { PlatformError } from "../platforms/platform.ts";

// npm run commands:register -- [--show | --yes]: shows what would change among the server's commands, asks, and does it.
// Exit status 1 when it cannot, or when there is something to do that was not done.

/** How whoever runs it is spoken to: what is said to them, and how they agree to it. */
export interface Talk {
  say(line: string): void;
  agreed(): Promise<boolean>;
}

/** Makes the commands of the server those of Mishu, when that is agreed to. Whether they are so at the end. */
export async function register(config: DiscordConfig, { say, agreed }: Talk): Promise<boolean> {
  const differences = await registrationDifferences(config, commands, stderrLog);
  if (noDifference(differences)) {
    say("The server has exactly Mishu's commands already. Nothing to do.");
    return true;
  }
  say(`On the server ${config.server}:`);
  for (const line of told(differences)) say(line);
  if (!(await agreed())) {
    say("Nothing was changed. To do it: npm run commands:register -- --yes");
    return false;
  }
  await registerCommands(config, commands, stderrLog);
  say("Done. The commands can be used at once; where Discord still shows old ones, restart it (Ctrl+R).");
  return true;
}

/** Names of slash commands are small letters without a space; those in the menu of a message are not. */
const shown = (name: string): string =>
  /^[^\s\p{Lu}]+$/u.test(name) ? `/${name}` : `“${name}” in the menu of messages`;

const told = ({ added, changed, removed }: Differences): readonly string[] => [
  ...added.map((name) => `+ ${shown(name)} would be added`),
  ...changed.map(({ name, parts }) => `~ ${shown(name)} would change: ${parts.join("; ")}`),
  ...removed.map((name) => `- ${shown(name)} would be removed`),
];

/** Asks whoever sits at the terminal; where nobody does, nobody agrees. */
async function askAtTerminal(): Promise<boolean> {
  const { stdin: input, stdout: output } = process;
  if (!input.isTTY || !output.isTTY) return false;
  const lines = createInterface({ input, output });
  const answer = await lines.question("Do it? (y/n) ");
  lines.close();
  return /^\s*y(es)?\s*$/i.test(answer);
}

function wordsOf(error: unknown): string {
  if (error instanceof PlatformError || error instanceof ConfigError) return error.message;
  const { code = "", message } = error as NodeJS.ErrnoException;
  if (String(code).startsWith("ERR_PARSE_ARGS"))
    return `${message}\nUse: npm run commands:register -- [--show | --yes]`;
  return `Discord could not be asked: ${message}. See that this machine reaches it, and try again.`;
}

if (import.meta.main)
  try {
    const { values } = parseArgs({
      options: { show: { type: "boolean", default: false }, yes: { type: "boolean", default: false } },
    });
    if (existsSync(".env")) process.loadEnvFile(".env");
    // the settings of other platforms need not be there for this
    const { discord } = readConfig({ ...process.env, MISHU_PLATFORMS: "discord" });
    const agreed = async () => !values.show && (values.yes || (await askAtTerminal()));
    const say = (line: string) => void process.stdout.write(`${line}\n`);
    if (discord) process.exitCode = (await register(discord, { say, agreed })) ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${wordsOf(error)}\n`);
    process.exitCode = 1;
  }
