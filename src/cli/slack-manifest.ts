import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { commands } from "../../commands/index.ts";
import { ConfigError, readConfig } from "../config.ts";
import { rootProblem, slackManifest } from "../platforms/slack/manifest.ts";
import { isLanguage } from "../text.ts";

// npm run slack:manifest [-- --http https://mishu.example.org] [--lang zh-Hans]: prints the manifest to paste where
// Slack asks for one: api.slack.com/apps, Create New App, From a manifest, JSON. Exit status 1 for a wrong option.

const usage = `Usage: npm run slack:manifest -- [--http ADDRESS] [--lang en|zh-Hans|zh-Hant]
  --http  the address under which Slack reaches Mishu, https://mishu.example.org; without it, Socket Mode
  --lang  the language of the descriptions
`;

/** What is printed for these arguments; or what is wrong with them. */
export function manifestFor(
  given: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): { readonly manifest: string } | { readonly problem: string } {
  try {
    const { values } = parseArgs({ args: [...given], options: { http: { type: "string" }, lang: { type: "string" } } });
    const { http, lang = "en" } = values;
    if (!isLanguage(lang)) return { problem: `--lang is one of en, zh-Hans and zh-Hant.\n${usage}` };
    if (http !== undefined && (!URL.canParse(http) || new URL(http).protocol !== "https:"))
      return { problem: `--http must be an address that begins with https://.\n${usage}` };
    const command = rootWord(environment.SLACK_COMMAND);
    if (environment.SLACK_MODE === "http" && http === undefined)
      return { problem: `SLACK_MODE is http: --http must tell the address under which Slack reaches Mishu.\n${usage}` };
    const taken = rootProblem(command, commands);
    if (taken) return { problem: `${taken} Choose another word, for example mishu.\n` };
    const manifest = slackManifest({ command, commands, language: lang, ...(http ? { address: http } : {}) });
    return { manifest: `${JSON.stringify(manifest, null, 2)}\n` };
  } catch (error) {
    if (error instanceof ConfigError) return { problem: `${error.message}\n` };
    if (error instanceof TypeError) return { problem: `${error.message}\n${usage}` };
    throw error;
  }
}

/** The word of SLACK_COMMAND, read as the settings are; the tokens are not needed for it. */
function rootWord(given: string | undefined): string {
  const { slack } = readConfig({ SLACK_BOT_TOKEN: "xoxb-", SLACK_APP_TOKEN: "xapp-", SLACK_COMMAND: given });
  return slack?.command ?? "mishu";
}

if (import.meta.main) {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const made = manifestFor(process.argv.slice(2), process.env);
  if ("manifest" in made) process.stdout.write(made.manifest);
  else {
    process.stderr.write(made.problem);
    process.exitCode = 1;
  }
}
