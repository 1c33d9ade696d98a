import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commands } from "../../commands/index.ts";
import { stderrLog } from "../../src/log.ts";
import { plainLook, renderTable } from "../../src/platforms/console/render.ts";
import { registerCommands } from "../../src/platforms/discord/register.ts";
import { startDiscord } from "../fakes/discord/index.ts";
import { startSlack } from "../fakes/slack/index.ts";

// npm run bench, second part: fifty people ask at once, in Slack and in Discord as this machine plays them. Mishu runs in
// a process of its own, as it would; the time is from pressing Enter to seeing the answer, what the fakes need included.

const people = 50;
const rounds = 40;
/** Rounds until a Mishu that was just started has compiled what it runs most. */
const warmUp = 10;
const questions = readFileSync("tests/evaluation/shared-300.jsonl", "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => (JSON.parse(line) as { question: string }).question);
const folder = mkdtempSync(join(tmpdir(), "mishu-bench-"));

const slack = await startSlack({ commands: ["/mishu", "/ask"] });
slack.addChannel({ id: "C1", name: "office" });
const discord = await startDiscord();
discord.addChannel({ id: "700000000000000001", name: "office" });
const config = { token: discord.token, server: discord.guild.id, apiUrl: discord.api };
await registerCommands(config, commands, stderrLog);

const child = spawn(process.execPath, ["src/main.ts"], {
  env: {
    ...process.env,
    MISHU_PLATFORMS: "slack,discord",
    MISHU_DATABASE: join(folder, "mishu.sqlite"),
    SLACK_BOT_TOKEN: slack.tokens.bot,
    SLACK_APP_TOKEN: slack.tokens.app,
    SLACK_API_URL: slack.apiUrl,
    DISCORD_TOKEN: discord.token,
    DISCORD_SERVER_ID: discord.guild.id,
    DISCORD_API_URL: discord.api,
  },
  stdio: ["ignore", "ignore", "inherit"],
});
await Promise.all([slack.connected(), discord.connected()]);

const inSlack = Array.from({ length: people }, (_, index) => slack.addUser({ id: `U${index}`, name: `u${index}` }));
const inDiscord = Array.from({ length: people }, (_, index) =>
  discord.addMember({ id: String(300000000000000000n + BigInt(index)), username: `u${index}` }),
);

const asks = {
  Slack: (person: number, question: string) =>
    inSlack[person]?.command("/ask", question, { channel: "C1" }).shown() ?? Promise.reject(new Error("nobody")),
  Discord: (person: number, question: string) =>
    inDiscord[person]?.command("ask", { question }).message() ?? Promise.reject(new Error("nobody")),
};

/** Resident memory of Mishu's process, in megabytes. */
const memory = (): number =>
  Number(readFileSync(`/proc/${child.pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/)?.[1] ?? 0) / 1024;

const rows = [["", "just started", "p50", "p99", "longest", "memory"]];
for (const [name, ask] of Object.entries(asks)) {
  const times: number[] = [];
  let first = 0;
  for (let round = 0; round < rounds; round++) {
    const asked = Array.from({ length: people }, async (_, person) => {
      const start = performance.now();
      await ask(person, questions[(round * people + person) % questions.length] ?? "");
      return performance.now() - start;
    });
    const took = await Promise.all(asked);
    if (round === 0) first = Math.max(...took);
    if (round >= warmUp) times.push(...took);
  }
  times.sort((a, b) => a - b);
  const milliseconds = (time: number) => `${Math.round(time)} ms`;
  const at = (share: number) => milliseconds(times[Math.floor(share * (times.length - 1))] ?? 0);
  const who = `${people} people at once in ${name}`;
  rows.push([who, milliseconds(first), at(0.5), at(0.99), at(1), `${Math.round(memory())} MB`]);
}
process.stdout.write(`${renderTable(rows, plainLook)}\n`);

child.kill("SIGTERM");
await once(child, "exit");
await slack.stop();
await discord.stop();
rmSync(folder, { recursive: true });
