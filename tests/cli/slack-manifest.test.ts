import { existsSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { manifestFor } from "../../src/cli/slack-manifest.ts";
import { limits, slacksOwnCommands } from "../../src/platforms/slack/limits.ts";
import { shortWords, slackManifest, slackScopes } from "../../src/platforms/slack/manifest.ts";

const schema = (version: 1 | 2) => new URL(`../../../shared/specs/slack-manifest-${version}.json`, import.meta.url);

const printed = (args: readonly string[], environment = {}) => {
  const made = manifestFor(args, environment);
  if ("problem" in made) throw new Error(made.problem);
  return JSON.parse(made.manifest) as ReturnType<typeof slackManifest>;
};

describe("the manifest of the Slack app", () => {
  it("asks for what the office does, and nothing else", () => {
    const { oauth_config, settings, features } = printed([]);
    expect(oauth_config.scopes.bot).toEqual(Object.keys(slackScopes));
    expect(settings).toMatchObject({ socket_mode_enabled: true, token_rotation_enabled: false });
    expect(settings.event_subscriptions.bot_events).toEqual(["app_mention", "message.im"]);
    expect(features.app_home.messages_tab_enabled).toBe(true);
    expect(JSON.stringify(settings)).not.toContain("http");
  });

  it("has the command that reaches everything, and short ones where Slack leaves the name free", () => {
    const typed = printed([], { SLACK_COMMAND: "sekretar" }).features.slash_commands.map(({ command }) => command);
    expect(typed[0]).toBe("/sekretar");
    for (const each of ["/ask", "/rule", "/roster", "/whoami", "/settings"]) expect(typed).toContain(each);
    for (const each of typed) expect(slacksOwnCommands.has(each.slice(1))).toBe(false);
    expect(shortWords(commands, "ask")).not.toContain("ask");
  });

  it("says where Slack sends what happens, in HTTP mode", () => {
    const { settings, features } = printed(["--http", "https://mishu.example.org"]);
    const url = "https://mishu.example.org/slack/events";
    expect(settings).toMatchObject({
      socket_mode_enabled: false,
      event_subscriptions: { request_url: url },
      interactivity: { request_url: url, message_menu_options_url: url },
    });
    for (const each of features.slash_commands) expect(each.url).toBe(url);
  });

  it("describes its commands in the language that is wished", () => {
    const texts = ["en", "zh-Hans", "zh-Hant"].map(
      (lang) => printed(["--lang", lang]).features.slash_commands[1]?.description,
    );
    expect(new Set(texts).size).toBe(3);
  });

  it.each([
    [["--lang", "fr"], {}, "--lang is one of en, zh-Hans and zh-Hant"],
    [["--http", "mishu.example.org"], {}, "begins with https://"],
    [["--http", "http://mishu.example.org"], {}, "begins with https://"],
    [["--htp", "x"], {}, "--htp"],
    [[], { SLACK_COMMAND: "/Mishu" }, "SLACK_COMMAND must be small letters"],
    [[], { SLACK_COMMAND: "help" }, "Slack keeps /help for itself. Choose another word"],
    [[], { SLACK_COMMAND: "roster" }, "/roster is one of Mishu's own commands"],
    [[], { SLACK_MODE: "http" }, "--http must tell the address"],
  ])("%j %j is refused with what to do", (args, environment, words) => {
    expect(manifestFor(args, environment)).toEqual({ problem: expect.stringContaining(words) });
  });

  it.skipIf(!existsSync(schema(1)))(
    "is one that Slack's own schema takes (skipped where the schemas are absent)",
    () => {
      for (const version of [1, 2] as const) {
        const ajv = new Ajv({ strict: false, allErrors: true });
        addFormats.default(ajv);
        const valid = ajv.compile(JSON.parse(readFileSync(schema(version), "utf8")) as object);
        for (const language of ["en", "zh-Hans", "zh-Hant"] as const)
          for (const address of [undefined, "https://mishu.example.org"]) {
            const manifest = slackManifest({ command: "mishu", commands, language, ...(address ? { address } : {}) });
            const given = version === 1 ? manifest : { ...manifest, _metadata: { major_version: 2 } };
            expect(valid(given), JSON.stringify(valid.errors)).toBe(true);
            for (const each of manifest.features.slash_commands) {
              expect(each.command.length).toBeLessThanOrEqual(32);
              expect(each.description.length).toBeLessThanOrEqual(limits.commandDescription);
            }
          }
      }
    },
  );
});
