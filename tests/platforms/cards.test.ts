import { afterEach, describe, expect, it } from "vitest";
import { createTerminal } from "../../src/platforms/console/index.ts";
import { type Platform, type Standing, Unreachable } from "../../src/platforms/platform.ts";
import { paragraph, point, type Reply, reply } from "../../src/reply.ts";
import { buttonsOf, textOfMessage } from "../fakes/discord/index.ts";
import { leaveOffice, secrets } from "../support/leave.ts";
import { connectedScene } from "./discord/scene.ts";
import { openScene, stopAll } from "./slack/slack-office.ts";

// What becomes of a message that is to be changed: on each platform in the way of its own.

afterEach(stopAll);

const asks = reply({
  tone: "needs",
  language: "en",
  blocks: [paragraph("Leave 12?")],
  buttons: [{ label: "Approve", command: "rule", options: { place: "61" } }],
});
const tells = (what: string): Reply => reply({ tone: "done", language: "en", blocks: [paragraph(what)] });

const outcome = (platform: Platform, standing: Standing): Promise<unknown> =>
  platform.update(standing, tells("Approved.")).then(
    () => "changed",
    (error: unknown) => error,
  );

const hall = { kind: "channel", id: "C0HALL" } as const;

describe("on Slack", () => {
  const sent = async () => {
    const scene = await openScene();
    const address = { ...hall, workspace: scene.slack.team.id };
    const receipt = await scene.platform.deliver(address, asks, "0mhrprvk100000000b4ca3af");
    const shown = () => scene.slack.visible(scene.li, "hall").map((each) => scene.slack.rendered(each));
    return { ...scene, standing: { address, receipt }, shown };
  };

  it("a card is changed where it stands, also what its notification said; its mark stays", async () => {
    const { slack, platform, standing, shown, li } = await sent();
    expect(shown()).toMatchObject([{ text: "Leave 12?\n[Approve]", fallback: "Leave 12?" }]);
    await platform.update(standing, tells("Approved by <!channel> & co."));
    expect(shown()).toMatchObject([
      { text: "Approved by <!channel> & co.", fallback: "Approved by <!channel> & co.", notifies: [] },
    ]);
    const [message] = slack.visible(li, "hall");
    expect(message?.metadata).toMatchObject({ event_payload: { id: "0mhrprvk100000000b4ca3af" } });
    expect(slack.requests.at(-1)).toMatchObject({ method: "chat.update", ok: true });
    expect(slack.unexpected).toEqual([]);
  });

  it("a card that was deleted, or may no longer be changed, is Unreachable", async () => {
    const { slack, platform, standing } = await sent();
    for (const code of ["cant_update_message", "edit_window_closed", "channel_not_found", "is_archived"]) {
      slack.fail("chat.update", code);
      expect(await outcome(platform, standing)).toEqual(expect.any(Unreachable));
    }
    await fetch(`${slack.apiUrl}chat.delete`, {
      method: "POST",
      headers: { authorization: `Bearer ${slack.tokens.bot}` },
      body: new URLSearchParams({ channel: "C0HALL", ts: standing.receipt.split("/")[1] ?? "" }),
    });
    expect(await outcome(platform, standing)).toMatchObject({ message: "the message is gone (message_not_found)" });
    const elsewhere = { ...standing, address: { ...hall, workspace: "T0OTHER" } };
    expect(await outcome(platform, elsewhere)).toMatchObject({ hindrance: "other-office" });
  });

  it("what may pass is not taken for the end; when Slack has too much to do its client waits", async () => {
    const { slack, platform, standing, shown } = await sent();
    slack.fail("chat.update", "fatal_error");
    expect(await outcome(platform, standing)).toMatchObject({ message: expect.stringContaining("fatal_error") });
    slack.limit("chat.update", { retryAfter: 0 });
    expect(await outcome(platform, standing)).toBe("changed");
    expect(shown()).toMatchObject([{ text: "Approved." }]);
  });
});

describe("on Discord", () => {
  const sent = async (files: Reply["files"] = []) => {
    const scene = await connectedScene();
    const { discord, li, platform } = scene;
    const address = { kind: "account", workspace: discord.guild.id, id: li.id } as const;
    const receipt = await platform.deliver(address, { ...asks, files }, "0mhrprvk100000000b4ca3af");
    const shown = () =>
      discord.directMessages(li).map((each) => ({
        text: textOfMessage(each),
        buttons: buttonsOf(each).map(({ label }) => label),
        files: each.attachments.map(({ name }) => name),
      }));
    return { ...scene, standing: { address, receipt }, shown };
  };
  const one = "PATCH /channels/{channel_id}/messages/{message_id}";

  it("a card is changed where it stands; its buttons go, its files stay", async () => {
    const { platform, standing, shown } = await sent([{ name: "leave.csv", content: "a,b\n" }]);
    expect(shown()).toEqual([{ text: "Leave 12?", buttons: ["Approve"], files: ["leave.csv"] }]);
    const other = { ...tells("Approved."), files: [{ name: "other.csv", content: "c,d\n" }] };
    await platform.update(standing, other);
    expect(shown()).toEqual([{ text: "Approved.", buttons: [], files: ["leave.csv"] }]);
  });

  it("a card that was deleted, or stands where the bot has no access any more, is Unreachable", async () => {
    const { discord, hall: channel, platform, standing } = await sent();
    const [where, message] = standing.receipt.split("/");
    const headers = { authorization: `Bot ${discord.token}`, "user-agent": "DiscordBot (test)" };
    await fetch(`${discord.api}/v10/channels/${where}/messages/${message}`, { method: "DELETE", headers });
    expect(await outcome(platform, standing)).toMatchObject({ message: "the message is gone (10008)" });
    const inHall = { ...standing, receipt: `${channel.id}/1` };
    discord.setAccess(channel, "absent");
    expect(await outcome(platform, inHall)).toMatchObject({ hindrance: "may-not-see" });
    expect(await outcome(platform, { ...standing, receipt: "7/1" })).toMatchObject({ hindrance: "channel-gone" });
    const elsewhere = { ...standing, address: { ...standing.address, workspace: "1" } };
    expect(await outcome(platform, elsewhere)).toMatchObject({ hindrance: "other-office" });
  });

  it("what may pass is not taken for the end; when Discord has too much to do its client waits", async () => {
    const { discord, platform, standing, shown } = await sent();
    discord.fail(one, { status: 400, code: 0, times: 1 });
    expect(await outcome(platform, standing)).toMatchObject({ name: expect.stringContaining("DiscordAPIError") });
    discord.limit(one, { retryAfter: 0.1 });
    expect(await outcome(platform, standing)).toBe("changed");
    expect(shown()).toMatchObject([{ text: "Approved.", buttons: [] }]);
  });
});

const words = "因母亲住院需要陪护，另有家中事务须本人到场办理，往返路途较远。".repeat(60);

/** More than any platform shows in one message; its beginning, and what is secret in it. */
const long = (what: string): Reply => ({
  ...asks,
  blocks: [point(what), { kind: "list", items: Array.from({ length: 40 }, () => `${words} *_~ `) }, paragraph(words)],
});

/** What a request with long texts shows to whoever decides, before and after it grew. */
async function leaveCards() {
  const office = await leaveOffice();
  await office.ask("head", { reason: "因病" });
  const [short = asks] = await office.to("secretary");
  const { number } = await office.ask("head", { reason: `${words}${words}` });
  for (let times = 0; times < 5; times++) {
    await office.as("secretary", `/leave question ${number} ${words.slice(0, 1900)}`);
    await office.as("head", `/leave answer ${number} ${secrets.reason}${words.slice(0, 1850)}`);
  }
  const grown = (await office.to("secretary")).at(-1) ?? asks;
  await office.close();
  return { short, grown };
}

const id = "0mhrprvk100000000b4ca3af";

describe("a card that is too long for one message", () => {
  it("is one message on Discord all the same, with its buttons and no file, and is replaced whole", async () => {
    const { discord, li, platform } = await connectedScene();
    const address = { kind: "account", workspace: discord.guild.id, id: li.id } as const;
    const shown = () =>
      discord.directMessages(li).map((each) => ({
        text: textOfMessage(each),
        buttons: buttonsOf(each).map(({ label }) => label),
        files: each.attachments.length,
      }));
    const receipt = await platform.deliver(address, long("before"), id, true);
    expect(shown()).toMatchObject([{ text: expect.stringMatching(/^\*\*before/), buttons: ["Approve"], files: 0 }]);
    expect(shown()[0]?.text).toContain("Shortened, so that it fits into one message.");
    await platform.update({ address, receipt }, long("after"));
    expect(shown()).toMatchObject([{ text: expect.stringMatching(/^\*\*after/), buttons: ["Approve"] }]);
    await platform.update({ address, receipt }, tells("over"));
    expect(shown()).toEqual([{ text: "over", buttons: [], files: 0 }]);
  });

  it("is one message on Slack all the same, with its buttons and no file, and is replaced whole", async () => {
    const { slack, platform, li } = await openScene();
    const address = { ...hall, workspace: slack.team.id };
    const shown = () => slack.visible(li, "hall").map((each) => slack.rendered(each).text);
    const receipt = await platform.deliver(address, long("before"), id, true);
    expect(shown()).toEqual([expect.stringMatching(/^before[\s\S]*Shortened, so that[\s\S]*\[Approve\]$/)]);
    await platform.update({ address, receipt }, long("after"));
    expect(shown()).toEqual([expect.stringMatching(/^after[\s\S]*Shortened, so that[\s\S]*\[Approve\]$/)]);
    await platform.update({ address, receipt }, tells("over"));
    expect(shown()).toEqual(["over"]);
    expect(slack.requests.filter(({ method }) => method.startsWith("files."))).toEqual([]);
  });

  it("is printed at the terminal as it is", async () => {
    const printed: string[] = [];
    const output = { write: (text: string) => printed.push(text), isTTY: false } as unknown as NodeJS.WriteStream;
    const terminal = createTerminal({ input: process.stdin, output });
    await terminal.deliver({ kind: "account", workspace: "", id: "wang" }, long("before"), id, true);
    expect(printed).toEqual([expect.stringMatching(/before[\s\S]*1\. Approve/)]);
  });
});

describe("a request for leave with a long reason and long words", () => {
  it("is one card on Discord that keeps its buttons when it grows, and nothing private when it is taken back", async () => {
    const { short, grown } = await leaveCards();
    const { discord, li, platform } = await connectedScene();
    const address = { kind: "account", workspace: discord.guild.id, id: li.id } as const;
    const receipt = await platform.deliver(address, short, id, true);
    await platform.update({ address, receipt }, grown);
    const [message, ...more] = discord.directMessages(li);
    expect(more).toEqual([]);
    expect(message && buttonsOf(message).map(({ label }) => label)).toEqual(grown.buttons.map(({ label }) => label));
    expect(message && textOfMessage(message)).toContain(secrets.reason);
    await platform.update({ address, receipt }, tells("over"));
    expect(discord.directMessages(li).map(textOfMessage)).toEqual(["over"]);
  });

  it("is one card on Slack", async () => {
    const { grown } = await leaveCards();
    const { slack, platform, li } = await openScene();
    const address = { ...hall, workspace: slack.team.id };
    const receipt = await platform.deliver(address, grown, id, true);
    expect(slack.visible(li, "hall")).toHaveLength(1);
    await platform.update({ address, receipt }, tells("over"));
    expect(slack.visible(li, "hall").map((each) => slack.rendered(each).text)).toEqual(["over"]);
  });
});
