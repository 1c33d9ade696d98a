import { afterEach, describe, expect, it } from "vitest";
import { type Platform, type Standing, Unreachable } from "../../src/platforms/platform.ts";
import { paragraph, type Reply, reply } from "../../src/reply.ts";
import { buttonsOf, textOfMessage } from "../fakes/discord/index.ts";
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

describe("a card of several pages", () => {
  const long = (what: string) => ({
    ...asks,
    blocks: [paragraph(what), ...Array.from({ length: 12 }, () => paragraph("x".repeat(900)))],
  });

  it("is changed on its first page", async () => {
    const { discord, li, platform } = await connectedScene();
    const address = { kind: "account", workspace: discord.guild.id, id: li.id } as const;
    const receipt = await platform.deliver(address, long("before"), "m");
    const pages = discord.directMessages(li).length;
    expect(pages).toBeGreaterThan(1);
    await platform.update({ address, receipt }, long("after"));
    const [first, ...others] = discord.directMessages(li).map(textOfMessage);
    expect(first).toMatch(/^after/);
    expect(others).toHaveLength(pages - 1);
  });
});
