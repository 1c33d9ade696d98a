import { type APIApplication, type APIGuild, type APIGuildMember, Routes } from "discord.js";
import type { AnyCommand } from "../../command.ts";
import type { DiscordConfig } from "../../config.ts";
import { type Finding, ill, well } from "../../finding.ts";
import type { Log } from "../../log.ts";
import { PlatformError } from "../platform.ts";
import { noDifference, registrationDifferences } from "./register.ts";
import { hasCode, notInServer, permissionNames } from "./trouble.ts";
import { openWire, type Wire } from "./wire.ts";

const silent: Log = { info() {}, warn() {}, error() {} };

/** Looks at everything that Discord needs, without connecting or changing anything. For the doctor. */
export async function examineDiscord(
  config: DiscordConfig,
  commands: readonly AnyCommand[],
  log: Log = silent,
): Promise<readonly Finding[]> {
  const wire = openWire(config, log);
  const findings: Finding[] = [];
  try {
    const application = await wire.ask<APIApplication>((rest) => rest.get(Routes.currentApplication()));
    findings.push(well(`The token is that of the bot ${application.name}. It needs no privileged intent.`));
    findings.push(await examineServer(wire, config.server, application));
    const differences = await registrationDifferences(config, commands, log);
    const { added, changed, removed } = differences;
    const count = added.length + changed.length + removed.length;
    findings.push(
      noDifference(differences)
        ? well("The server has exactly Mishu's commands.")
        : ill(
            `${count} ${count === 1 ? "command" : "commands"} of the server ${count === 1 ? "is" : "are"} not as Mishu has them.`,
            "Run npm run commands:register.",
          ),
    );
  } catch (error) {
    findings.push(told(error));
  } finally {
    wire.close();
  }
  return findings;
}

async function examineServer(wire: Wire, server: string, { id }: APIApplication): Promise<Finding> {
  try {
    const guild = await wire.ask<APIGuild>((rest) => rest.get(Routes.guild(server)));
    const { roles } = await wire.ask<APIGuildMember>((rest) => rest.get(Routes.guildMember(server, id)));
    const held = (guild.roles ?? [])
      .filter((role) => role.id === server || roles.includes(role.id))
      .reduce((sum, role) => sum | BigInt(role.permissions), 0n);
    const administrator = 8n;
    const missing = Object.entries(permissionNames).filter(([bit]) => !(held & (BigInt(bit) | administrator)));
    if (missing.length === 0) return well(`The bot is in the server ${guild.name}, with all that it must be allowed.`);
    return ill(
      `The bot is in the server ${guild.name}, but is not allowed: ${missing.map(([, name]) => name).join(", ")}.`,
      "Server Settings, Roles, the bot's role: allow it there.",
    );
  } catch (error) {
    throw hasCode(error, 10004, 50001) ? notInServer(id) : error;
  }
}

function told(error: unknown): Finding {
  if (!(error instanceof PlatformError))
    return ill(
      `Discord could not be asked: ${error instanceof Error ? error.message : String(error)}`,
      "See that this machine reaches discord.com, then run the doctor again.",
    );
  const [what = "", ...next] = error.message.split(/(?<=\.) /);
  return ill(`${what} (${error.code})`, next.join(" "));
}
