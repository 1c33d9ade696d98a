import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../../src/app.ts";
import { verifyAudit } from "../../src/store/audit.ts";
import { officeFor, type Someone } from "../platforms/chats/chat.ts";
import { discordChat } from "../platforms/chats/discord.ts";
import { slackChat } from "../platforms/chats/slack.ts";
import { terminalChat } from "../platforms/chats/terminal.ts";
import { sixty } from "../support/office.ts";

// One meeting from its planning until what it decided is public, in one office behind Slack, Discord and the terminal at
// once, each with its real client. The office's director and the head of the education bureau are in Slack, the mayor and
// the secretary-general in Discord, the deputy head of the bureau at the terminal, another bureau's head in Slack.

let now = new Date("2026-11-23T09:00:00+08:00");
const trouble: (readonly unknown[])[] = [];
const stops: (() => Promise<void>)[] = [];
let office: Running;
let hua: Someone;
let mao: Someone;
let xie: Someone;
let gu: Someone;
let zhuang: Someone;
let bian: Someone;

const code = (text: string): string => text.match(/[A-Z2-9]{4}-[A-Z2-9]{4}/)?.[0] ?? "";
const at = async (instant: string): Promise<void> => {
  now = new Date(instant);
  await office.tick();
};
/** The button of what is before somebody whose label has these words. */
const pressing = async (who: Someone, shown: { readonly buttons: readonly string[] }, words: string) =>
  who.press(shown.buttons.find((each) => each.includes(words)) ?? `no button “${words}”: ${shown.buttons}`);

beforeAll(async () => {
  const chats = [await slackChat("socket"), await discordChat(), terminalChat()];
  const made = await officeFor(
    chats.map(({ platform }) => platform),
    { clock: { now: () => now, elapsed: () => 0 } },
  );
  office = made.office;
  trouble.push(made.trouble, ...chats.map((each) => each.trouble));
  const [slack, discord, terminal] = await Promise.all(chats.map((each) => each.connect(made.app, office)));
  if (!slack || !discord || !terminal) throw new Error("three chats");
  stops.push(() => office.stop(), ...[slack, discord, terminal].map((each) => () => each.stop()));
  const owner = slack.join({ id: "UOWNER", name: "owner", locale: "zh-Hans", owner: true });
  hua = slack.join({ id: "UHUA", name: "Hua", locale: "zh-Hans" });
  mao = slack.join({ id: "UMAO", name: "Mao", locale: "zh-Hans" });
  xie = discord.join({ id: "XIE", name: "Xie", locale: "zh-Hans" });
  gu = discord.join({ id: "GU", name: "Gu", locale: "zh-Hans" });
  zhuang = terminal.join({ id: "zhuang", name: "Zhuang", locale: "zh-Hans" });
  bian = slack.join({ id: "UBIAN", name: "Bian", locale: "zh-Hans" });
  await owner.upload("roster import", "file", { name: "roster.csv", content: sixty });
  for (const [person, who] of [
    ["1009", hua],
    ["1014", mao],
    ["1008", xie],
    ["1001", gu],
    ["1053", zhuang],
    ["1015", bian],
  ] as const) {
    const given = await owner.command("roster link", { person });
    await who.command("roster link", { code: code(given.text) });
  }
});

afterAll(async () => {
  for (const stop of stops) await stop();
});

describe("an executive meeting", () => {
  it("is planned in Slack, with whom the rules call, and an agenda of which Art. 42 wants the matter prepared", async () => {
    const planned = await hua.command("meeting plan", {
      type: "executive-meeting",
      day: "2026-12-02",
      time: "09:00-10:30",
      title: "第二十次常务会议",
      presider: "mayor",
      place: "一号会议室",
      invited: "毛景行",
    });
    expect(planned.text).toContain("规则规定参加的有：市长");
    const item = await hua.command("meeting item", {
      number: "1",
      title: "老旧小区改造",
      reporter: "毛景行",
      minutes: "15",
      leader: "陆明谦",
    });
    expect(item.text).toContain("提交市政府常务会议讨论的事项");
  });

  it("is announced once it is recorded that the matter was prepared; the notice comes with a file for the calendar", async () => {
    const stopped = await hua.command("meeting announce", { number: "1" });
    expect(stopped.text).toContain("尚未发出通知");
    const done = await pressing(hua, stopped, "均已事先准备");
    expect(done.text).toContain("的通知已发给 4 人");
    expect((await gu.open("请您主持会议")).text).toContain("第二十次常务会议");
    const notice = await mao.open("邀请您参加会议");
    expect(notice.text).toContain("一号会议室");
    expect(notice.text).toContain("附件可将会议加入您的日历");
  });

  it("is replied to by one press in either chat, and the director sees it", async () => {
    await pressing(mao, await mao.open("邀请您参加会议"), "参加");
    await pressing(xie, await xie.open("请您参加会议"), "参加");
    const roll = await hua.command("meeting roll", { number: "1" });
    expect(roll.text).toMatch(/参加 3 人/);
  });

  it("is moved: everybody hears from when to when, and is asked again", async () => {
    const moved = await hua.command("meeting change", { number: "1", time: "14:30-16:00" });
    expect(moved.text).toContain("14:30");
    for (const who of [mao, xie, gu]) {
      const heard = await who.open("请您参加的会议有变更");
      expect(heard.text).toMatch(/09:00—10:30 → .*14:30—16:00/);
      expect(heard.text).toContain("附件可更新您日历中的会议");
    }
    await pressing(mao, await mao.open("请您参加的会议有变更"), "参加");
  });

  it("is reminded of, and whoever is there says so by one press; whoever is late is late", async () => {
    await at("2026-12-01T14:30:00+08:00");
    await at("2026-12-02T13:30:00+08:00");
    expect((await mao.letters()).filter((each) => each.includes("提醒"))).not.toEqual([]);
    await at("2026-12-02T14:20:00+08:00");
    await pressing(mao, await mao.open("到会后请签到"), "签到");
    now = new Date("2026-12-02T14:38:00+08:00");
    const late = await pressing(xie, await xie.open("到会后请签到"), "签到");
    expect(late.text).toContain("迟到 8 分钟");
    const attendance = await xie.command("meeting attendance", { number: "1" });
    expect(attendance.text).toMatch(/出席 1 人/);
  });

  it("keeps time by its agenda", async () => {
    const begun = await hua.command("meeting next", { number: "1" });
    expect(begun.text).toContain("第 1 项（共 1 项）：老旧小区改造");
    await at("2026-12-02T14:51:00+08:00");
    expect((await hua.letters()).join("\n")).toContain("还有两分钟");
    await hua.command("meeting next", { number: "1" });
  });

  it("has its minutes reviewed and signed in Discord by Art. 45, and issued in Slack", async () => {
    await at("2026-12-02T16:15:00+08:00");
    const drafted = await hua.command("meeting minutes", { number: "1", text: "会议原则同意老旧小区改造方案。" });
    const sent = await pressing(hua, drafted, "谢秉章");
    expect(sent.text).toContain("由谢秉章审核");
    await pressing(xie, await xie.open("会议纪要请您审核"), "审核通过");
    const signing = await gu.open("会议纪要请您签发");
    expect(signing.text).toContain("第四十五条");
    expect(signing.text).toContain("会议原则同意老旧小区改造方案。");
    await pressing(gu, signing, "签发");
    const issued = await pressing(hua, await hua.open("会议纪要可以印发"), "印发");
    expect(issued.text).toContain("除依法需要保密的外,应及时公布");
    const said = await pressing(hua, issued, "已公布");
    expect(said.text).toContain("已登记");
    // nothing is left to press in what the others have before them
    for (const who of [xie, gu])
      expect((await who.cards()).flatMap(({ buttons }) => buttons).filter((each) => /审核|签发/.test(each))).toEqual(
        [],
      );
  });

  it("was seen by nobody who is not called, and its minutes by nobody who has nothing to do with them", async () => {
    for (const who of [zhuang, bian]) expect((await who.letters()).join("\n")).not.toContain("第二十次常务会议");
    expect((await bian.command("meeting show", { number: "1" })).text).not.toContain("第二十次常务会议");
    expect((await mao.command("meeting minutes", { number: "1" })).text).not.toContain("原则同意");
  });

  it("stands in the audit, who did what on which platform, and the chain holds", async () => {
    const { events, audit } = await office.store.look(async (records) => ({
      events: await records.db
        .selectFrom("audit")
        .select(["action", "platform", "actor"])
        .where("subject", "=", "meeting:1")
        .orderBy("sequence")
        .execute(),
      audit: await verifyAudit(records),
    }));
    expect(audit.faults).toEqual([]);
    expect(events.map((each) => Object.values(each).join(" "))).toEqual(
      expect.arrayContaining([
        "meeting.plan slack person:1009",
        "meeting.announce slack person:1009",
        "meeting.attend discord person:1008",
        "meeting.change slack person:1009",
        "meeting.attendance discord person:1008",
        "meeting.minutes discord person:1001",
        "meeting.publish slack person:1009",
      ]),
    );
  });

  it("nothing went wrong on the way", () => {
    expect(trouble.flat()).toEqual([]);
  });
});
