import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { commands } from "../../commands/index.ts";
import { examine } from "../../src/cli/doctor.ts";
import { registerCommands } from "../../src/platforms/discord/register.ts";
import { closeToOthers } from "../../src/store/private-files.ts";
import { startDiscord } from "../fakes/discord/index.ts";
import { startSlack } from "../fakes/slack/index.ts";
import { quietLog } from "../support/app.ts";

vi.mock(import("../../src/store/private-files.ts"), async (original) => {
  const actual = await original();
  return { ...actual, closeToOthers: vi.fn(actual.closeToOthers) };
});
const closing = vi.mocked(closeToOthers);

const folder = mkdtempSync(join(tmpdir(), "mishu-doctor-"));
afterAll(() => rmSync(folder, { recursive: true }));

let database = 0;

/** What the doctor says of an environment: a line for each finding, ✗ before what is to be mended. */
async function visit(
  environment: Readonly<Record<string, string>>,
  settingsFile = join(folder, ".env"),
): Promise<{ well: boolean; said: string }> {
  const lines: string[] = [];
  const well = await examine(
    { MISHU_DATABASE: join(folder, `${++database}.sqlite`), ...environment },
    (heading, findings) => {
      lines.push(heading);
      for (const each of findings)
        lines.push(`${each.well ? "✓" : "✗"} ${each.what}${each.next ? ` → ${each.next}` : ""}`);
    },
    settingsFile,
  );
  return { well, said: lines.join("\n") };
}

const log = quietLog(() => {});

describe("the doctor", () => {
  it("says of an office just set up what is still to be done, and by whom", async () => {
    const { well, said } = await visit({});
    expect(well).toBe(false);
    expect(said).toContain("✓ They can be used. Mishu will run on the terminal.");
    expect(said).toContain("2017, 64 articles.");
    expect(said).toContain("✗ The roster is empty. → Import it: /roster import");
    expect(said).toContain("✗ There is no administrator yet.");
    expect(said).toContain("✓ The audit holds: 0 events.");
  });

  it.each([
    [{ SLACK_BOT_TOKEN: "abc" }, "✗ SLACK_BOT_TOKEN must begin with xoxb-"],
    [{ SLACK_BOT_TOKEN: "xoxb-1" }, "✗ SLACK_APP_TOKEN is missing: your app's page, Basic Information"],
    [{ SLACK_BOT_TOKEN: "xoxb-1", SLACK_MODE: "http" }, "✗ SLACK_SIGNING_SECRET is missing"],
    [{ SLACK_MODE: "telex" }, "✗ SLACK_MODE must be socket or http."],
    [{ SLACK_PORT: "99999" }, "✗ SLACK_PORT"],
    [{ SLACK_COMMAND: "/Mishu" }, "✗ SLACK_COMMAND must be small letters"],
    [{ DISCORD_TOKEN: "x" }, "✗ DISCORD_SERVER_ID is missing: in Discord, Settings, Advanced, Developer Mode"],
    [{ DISCORD_SERVER_ID: "my server" }, "✗ DISCORD_SERVER_ID must be a number of 17 to 20 digits, for example"],
    [{ MISHU_PLATFORMS: "discord" }, "✗ DISCORD_TOKEN is missing: your application's page"],
    [{ MISHU_PLATFORMS: "fax" }, "✗ MISHU_PLATFORMS must name slack, discord or terminal, several with commas"],
    [{ MISHU_PLATFORMS: "," }, "✗ MISHU_PLATFORMS must name slack, discord or terminal"],
    [{ MISHU_DATABSE: "x.sqlite" }, "✗ MISHU_DATABSE is no setting. Did you mean MISHU_DATABASE?"],
    [{ MISHU_HTTP_PORT: "8080" }, "✗ MISHU_PUBLIC_URL must be the address by which people reach MISHU_HTTP_PORT"],
    [{ MISHU_PUBLIC_URL: "http://secret.example" }, "✗ MISHU_PUBLIC_URL must be the address"],
    [{ SLACK_PORT: "abc" }, "✗ SLACK_PORT must be a number from 0 to 65535, for example 3000."],
    [{ SLACK_APP_TOKEN: "xapp-1" }, "✗ SLACK_BOT_TOKEN is missing"],
    [{ DISCORD_SERVER_ID: "100000000000000001" }, "✗ DISCORD_TOKEN is missing"],
    [{ DISCORD_SERVER_ID: "1000000000000001", DISCORD_TOKEN: "x" }, "✗ DISCORD_SERVER_ID must be a number of 17 to 20"],
    [{ DATABASE_URL: "mysql://u:secret@db/x" }, "✗ DATABASE_URL must begin with postgresql://."],
  ] as const)("names the setting of %j that cannot be used, and never its value", async (environment, expected) => {
    const { well, said } = await visit(environment);
    expect(well).toBe(false);
    expect(said).toContain(expected);
    expect(said).not.toContain("secret");
  });

  it("says which files with tokens or records others of the machine may read, and how to close them", async () => {
    const file = join(folder, "open.env");
    writeFileSync(file, "SLACK_BOT_TOKEN=xoxb-secret\n");
    chmodSync(file, 0o644);
    const expected = `✗ Other users of this machine may read or write ${file}, with tokens in it. → As the user to whom it belongs: chmod 600 ${file}`;
    for (const environment of [{}, { SLACK_PORT: "99999" }]) {
      const { well, said } = await visit(environment, file);
      expect([well, said]).toEqual([false, expect.stringContaining(expected)]);
      expect(said).not.toContain("secret");
    }
    chmodSync(file, 0o600);
    expect((await visit({}, file)).said).not.toContain("Other users");

    const database = join(folder, "open.sqlite");
    const usual = process.umask(0o022);
    writeFileSync(database, "");
    process.umask(usual);
    // Mishu closes it when it opens it
    expect((await visit({ MISHU_DATABASE: database })).said).not.toContain("Other users");
    chmodSync(database, 0o644);
    // … unless it is somebody else's
    closing.mockImplementation(() => {});
    const { said } = await visit({ MISHU_DATABASE: database });
    closing.mockReset();
    expect(said).toContain(`✗ Other users of this machine may read or write ${database}, with names`);
    expect(said).toContain(`→ As the user to whom it belongs: chmod 600 ${database}`);
  });

  it("says what is wrong with a database, and what to do", async () => {
    const file = join(folder, "letter.sqlite");
    writeFileSync(file, "Dear Sir or Madam, this is no database at all.".repeat(20));
    expect((await visit({ MISHU_DATABASE: file })).said).toMatch(
      /✗ The database file .* cannot be used: it is not a SQLite database/,
    );
    const refused = await visit({ DATABASE_URL: "postgresql://u:secret@127.0.0.1:1/x" });
    expect(refused.said).toMatch(/✗ The PostgreSQL server .* cannot be used: nothing answers at its address/);
    expect(refused.said).not.toContain("secret");
  });

  it("says of Slack whether the tokens are good and the scopes there", async () => {
    const slack = await startSlack();
    const environment = {
      SLACK_BOT_TOKEN: slack.tokens.bot,
      SLACK_APP_TOKEN: slack.tokens.app,
      SLACK_API_URL: slack.apiUrl,
    };
    expect((await visit(environment)).said).toMatch(/✓ The bot is in the workspace .*, with all \d+ scopes\./);
    slack.revokeScope("users:read.email");
    expect((await visit(environment)).said).toContain("✗ The Slack app lacks users:read.email");
    slack.revokeToken("bot");
    expect((await visit(environment)).said).toContain("✗ SLACK_BOT_TOKEN was revoked.");
    slack.revokeToken("app", "invalid_auth");
    expect((await visit(environment)).said).toContain("✗ SLACK_APP_TOKEN is not a token that Slack knows.");
    await slack.stop();
  });

  it("says of Discord whether the token is good, the bot in the server and its commands there", async () => {
    const discord = await startDiscord();
    const config = { token: discord.token, server: discord.guild.id, apiUrl: discord.api };
    const environment = {
      DISCORD_TOKEN: config.token,
      DISCORD_SERVER_ID: config.server,
      DISCORD_API_URL: config.apiUrl,
    };
    expect((await visit(environment)).said).toContain("npm run commands:register");
    await registerCommands(config, commands, log);
    expect((await visit(environment)).said).not.toContain("✗ The server");
    const elsewhere = await visit({ ...environment, DISCORD_SERVER_ID: "123456789012345678" });
    expect(elsewhere.said).toContain(
      "✗ The bot is not in the server of DISCORD_SERVER_ID. (10004) → Invite it with https://discord.com/",
    );
    discord.revokeToken();
    expect((await visit(environment)).said).toContain("✗ Discord does not accept DISCORD_TOKEN.");
    await discord.stop();
  });
});
