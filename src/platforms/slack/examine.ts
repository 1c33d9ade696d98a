import type { AnyCommand } from "../../command.ts";
import type { SlackConfig } from "../../config.ts";
import { type Finding, ill, well } from "../../finding.ts";
import type { Log } from "../../log.ts";
import { PlatformError } from "../platform.ts";
import { createClients, loggerOver, type RetryConfig } from "./client.ts";
import { tryToken } from "./connection.ts";
import { introduce } from "./index.ts";
import { rootProblem, shortWords, slackScopes } from "./manifest.ts";

const silent: Log = { info() {}, warn() {}, error() {} };

/** Looks at everything that Slack needs, without opening a connection or writing anything. For the doctor. */
export async function examineSlack(
  config: SlackConfig,
  commands: readonly AnyCommand[],
  retryConfig: RetryConfig = { retries: 1 },
): Promise<readonly Finding[]> {
  const { connection, apiUrl, command } = config;
  const findings: Finding[] = [];
  try {
    const { name } = await introduce(createClients(config, silent, retryConfig));
    findings.push(well(`The bot is in the workspace ${name}, with all ${Object.keys(slackScopes).length} scopes.`));
  } catch (error) {
    findings.push(told(error));
  }
  if (connection.mode === "socket") {
    try {
      await tryToken(connection.appToken, apiUrl, loggerOver(silent));
      findings.push(well("A socket can be opened."));
    } catch (error) {
      findings.push(told(error));
    }
  } else findings.push(well(`Mishu will listen on port ${connection.port}; Slack must reach it there by https.`));
  const taken = rootProblem(command, commands);
  if (taken)
    findings.push(ill(taken, "Choose another word, for example mishu, and change the app's manifest with it."));
  const words = [command, ...shortWords(commands, command)].map((each) => `/${each}`).join(", ");
  findings.push(well(`The app's slash commands should be: ${words} (npm run slack:manifest prints them).`));
  return findings;
}

function told(error: unknown): Finding {
  if (!(error instanceof PlatformError))
    return ill(
      `Slack could not be asked: ${error instanceof Error ? error.message : String(error)}`,
      "See that this machine reaches slack.com, then run the doctor again.",
    );
  const [what = "", ...next] = error.message.split(/(?<=\.) /);
  return ill(`${what} (${error.code})`, next.join(" "));
}
