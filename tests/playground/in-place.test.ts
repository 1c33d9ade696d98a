import { expect, it, onTestFinished } from "vitest";
import { createDiscord } from "../../src/platforms/discord/index.ts";
import type { Platform } from "../../src/platforms/platform.ts";
import { createSlack } from "../../src/platforms/slack/index.ts";
import { paragraph, reply } from "../../src/reply.ts";
import { officeFor } from "../platforms/chats/chat.ts";
import { quietLog } from "../support/app.ts";
import { openDiscordSide } from "./discord-side.ts";
import type { Side } from "./screen.ts";
import { openSlackSide } from "./slack-side.ts";

const log = quietLog(() => {});
const said = (text: string, labels: readonly string[] = []) =>
  reply({
    tone: "needs",
    language: "en",
    blocks: [paragraph(text)],
    buttons: labels.map((label) => ({ label, command: "help", options: {} })),
  });

async function onSlack(): Promise<{ readonly side: Side; readonly platform: Platform }> {
  const { side, config } = await openSlackSide(["/mishu"], () => {});
  return { side, platform: createSlack(config, log) };
}

async function onDiscord(): Promise<{ readonly side: Side; readonly platform: Platform }> {
  const { side, config } = await openDiscordSide();
  return { side, platform: createDiscord(config, log) };
}

it.each([
  ["Slack", onSlack],
  ["Discord", onDiscord],
])("on the page of %s a message that is brought up to date changes where it stands", async (_, open) => {
  const { side, platform } = await open();
  const { office } = await officeFor(platform);
  onTestFinished(async () => {
    await office.stop();
    await side.stop();
  });
  await platform.start(office.desk);
  const [, , workspace = "", id = ""] = side.owner.split(":");
  const address = { kind: "account", workspace, id } as const;
  const receipt = await platform.deliver(address, said("Leave 12?", ["Approve", "Refuse"]), "card");
  await platform.deliver(address, said("Something else"), "other");
  const screen = () => side.screen("owner", "direct").messages;
  const before = screen();
  expect(JSON.stringify(before[0]?.parts)).toContain("Approve");
  await platform.update({ address, receipt }, said("Withdrawn."));
  const after = screen();
  expect(after.map((each) => each.id)).toEqual(before.map((each) => each.id));
  expect(after.map(({ edited }) => edited)).toEqual([true, false]);
  expect(JSON.stringify(after[0]?.parts)).toContain("Withdrawn.");
  expect(JSON.stringify(after[0]?.parts)).not.toMatch(/Approve|Leave 12|controls/);
});
