import { execFile } from "node:child_process";
import { describe, expect, it, onTestFinished } from "vitest";
import { commands } from "../../commands/index.ts";
import { register } from "../../src/cli/commands-register.ts";
import { type Discord, startDiscord } from "../fakes/discord/index.ts";
import { projectFolder } from "../support/app.ts";

async function open(): Promise<Discord> {
  const discord = await startDiscord();
  onTestFinished(() => discord.stop());
  return discord;
}

const settings = (discord: Discord) => ({
  DISCORD_TOKEN: discord.token,
  DISCORD_SERVER_ID: discord.guild.id,
  DISCORD_API_URL: discord.api,
});

/** Runs the program as npm does; nobody sits at a terminal. */
function run(environment: Readonly<Record<string, string>>, ...args: readonly string[]) {
  return new Promise<{ out: string; error: string; status: number }>((resolve) => {
    const env = { PATH: process.env.PATH ?? "", ...environment };
    const options = { cwd: projectFolder, env };
    execFile(process.execPath, ["src/cli/commands-register.ts", ...args], options, (failed, out, error) =>
      resolve({ out, error, status: failed ? Number(failed.code) : 0 }),
    );
  });
}

const names = [...new Set(commands.map(({ path }) => path.split(" ")[0]))].toSorted();
const registered = ({ commands: known }: Discord) => known.map(({ body }) => String(body.name)).toSorted();

describe("npm run commands:register", () => {
  it("shows what would change, and changes nothing when nobody says yes", async () => {
    const discord = await open();
    for (const args of [["--show"], []]) {
      const { out, error, status } = await run(settings(discord), ...args);
      expect(error).toBe("");
      expect(out).toContain(`On the server ${discord.guild.id}:\n`);
      expect([...out.matchAll(/^\+ \/(\S+) would be added$/gm)].map(([, name]) => name).toSorted()).toEqual(names);
      expect(out).toMatch(/Nothing was changed\. To do it: npm run commands:register -- --yes\n$/);
      expect(status).toBe(1);
    }
    expect(registered(discord)).toEqual([]);
    expect(discord.unexpected).toEqual([]);
  });

  it("does it with --yes, at once for the server, and finds nothing to do the next time", async () => {
    const discord = await open();
    const done = await run(settings(discord), "--yes");
    expect(done.out).toMatch(/Done\. The commands can be used at once/);
    expect(done.status).toBe(0);
    expect(registered(discord)).toEqual(["Follow up", ...names]);
    expect(discord.commands.every(({ guild }) => guild === discord.guild.id)).toBe(true);
    const again = await run(settings(discord));
    expect(again).toEqual({
      out: "The server has exactly Mishu's commands already. Nothing to do.\n",
      error: "",
      status: 0,
    });
  });

  it("asks whoever sits at the terminal, after showing what it would do", async () => {
    const discord = await open();
    const config = { token: discord.token, server: discord.guild.id, apiUrl: discord.api };
    const said: string[] = [];
    const talk = (answer: boolean) => ({
      say: (line: string) => void said.push(line),
      agreed: async () => {
        said.push("?");
        return answer;
      },
    });
    expect(await register(config, talk(false))).toBe(false);
    expect(registered(discord)).toEqual([]);
    expect(said.at(-1)).toMatch(/^Nothing was changed/);
    said.length = 0;
    expect(await register(config, talk(true))).toBe(true);
    expect(registered(discord)).toEqual(["Follow up", ...names]);
    expect(said.indexOf("?")).toBe(names.length + 2);
    expect(said).toContain("+ “Follow up” in the menu of messages would be added");
  });

  it("names the part of a command that is different, and what Mishu no longer has", async () => {
    const discord = await open();
    await run(settings(discord), "--yes");
    const [first] = discord.commands;
    const body = first?.body as Record<string, unknown>;
    body.description = "Something else";
    (discord.commands as unknown[]).push({
      id: "7",
      version: "8",
      guild: discord.guild.id,
      body: { name: "old", description: "Old" },
    });
    const { out } = await run(settings(discord), "--show");
    expect(out.split("\n").slice(1, 3)).toEqual([
      `~ /${String(body.name)} would change: description`,
      "- /old would be removed",
    ]);
  });
});

describe("when the commands cannot be registered", () => {
  it("says which settings are missing, whatever other platforms are set", async () => {
    const { error, status } = await run({ MISHU_PLATFORMS: "slack" });
    expect(error).toContain("DISCORD_TOKEN is missing");
    expect(error).toContain("DISCORD_SERVER_ID is missing");
    expect(status).toBe(1);
  });

  it("says that the token is refused, and what to do, without telling it", async () => {
    const discord = await open();
    const { error, status } = await run({ ...settings(discord), DISCORD_TOKEN: "a-wrong-token" });
    expect(error).toContain("Discord does not accept DISCORD_TOKEN.");
    expect(error).toContain("Reset Token");
    expect(error).not.toContain("a-wrong-token");
    expect(status).toBe(1);
  });

  it("says that the bot is not in the server, and how to invite it", async () => {
    const discord = await open();
    const { error } = await run({ ...settings(discord), DISCORD_SERVER_ID: "800000000000000999" });
    expect(error).toContain("The bot is not in the server of DISCORD_SERVER_ID.");
    expect(error).toContain("https://discord.com/oauth2/authorize?client_id=");
  });

  it("says so when Discord cannot be reached, and when it is called wrongly", async () => {
    const discord = await open();
    const closed = settings(discord);
    await discord.stop();
    expect((await run(closed)).error).toContain("Discord could not be asked");
    expect((await run(closed, "--force")).error).toContain("Use: npm run commands:register -- [--show | --yes]");
  });
});
