import { afterEach, describe, expect, it } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { deadlinesWhere } from "../../src/store/deadlines.ts";
import { officeFor, type Someone, type Unconnected } from "../platforms/chats/chat.ts";
import { discordChat } from "../platforms/chats/discord.ts";
import { slackChat } from "../platforms/chats/slack.ts";
import { sixty } from "../support/office.ts";

// A clerk finds a document forwarded in a channel and has it followed up, in each chat with its real client: the menu of
// the message, the form, and which kind of document it is. Three presses.

const stops: (() => Promise<void>)[] = [];
const trouble: unknown[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  expect(trouble.flat()).toEqual([]);
});

const code = (text: string): string => text.match(/[A-Z2-9]{4}-[A-Z2-9]{4}/)?.[0] ?? "";
const forwarded = "关于更新校车的请示\n常政办〔2026〕88号，请市财政局研究";

describe.each([
  ["Slack", () => slackChat("socket")],
  ["Discord", () => discordChat()],
] as const)("a document that was forwarded in %s", (_, open: () => Promise<Unconnected>) => {
  async function begin() {
    // by the chats' own clocks the message is written now
    const today = systemClock.now();
    const chat = await open();
    const {
      app,
      office,
      trouble: logged,
    } = await officeFor([chat.platform], {
      clock: { now: () => today, elapsed: () => 0 },
    });
    trouble.push(logged, chat.trouble);
    const joined = await chat.connect(app, office);
    stops.push(
      () => office.stop(),
      () => joined.stop(),
    );
    const owner = joined.join({ id: "UOWNER", name: "owner", locale: "zh-Hans", owner: true });
    const lu: Someone = joined.join({ id: "ULU", name: "Lu", locale: "zh-Hans" });
    await owner.upload("roster import", "file", { name: "roster.csv", content: sixty });
    const given = await owner.command("roster link", { person: "1020" });
    await lu.command("roster link", { code: code(given.text) });
    const kept = () => office.store.look((records) => deadlinesWhere(records, {}, 10));
    return { lu, owner, joined, kept };
  }

  it("is followed up in three presses: its menu, the form, what kind of document it is", async () => {
    const { lu, kept } = await begin();
    const form = await lu.fromMessage?.(forwarded, "deadline add");
    expect(form?.fields).toContain("事项");
    const added = await lu.fill({});
    expect(added.isPrivate).toBe(true);
    expect(added.text).toContain("已登记督办：第1号");
    expect(added.text).toContain("属本部门职权范围、可由本部门办结的事项吗？");
    const counted = await lu.press(added.buttons.find((each) => each.includes("第1问")) ?? "no such button");
    expect(counted.text).toContain("在7个工作日内办结");
    const [deadline] = await kept();
    expect(deadline).toMatchObject({
      title: "关于更新校车的请示",
      reference: "常政办〔2026〕88号",
      department: "市财政局",
      category: "own-authority",
      days: 7,
    });
    expect(deadline?.link).toMatch(/^https?:/);
    expect(deadline?.due).not.toBeNull();
  });

  it("is not followed up by somebody whom the roster does not know: they are told so instead of a form", async () => {
    const { joined, kept } = await begin();
    const stranger = joined.join({ id: "USTRANGER", name: "Stranger", locale: "en" });
    const told = await stranger.fromMessage?.(forwarded, "deadline add");
    expect(told?.fields).toBeUndefined();
    expect(told?.text).toMatch(/people of the office's roster/);
    expect(await kept()).toEqual([]);
  });
});
