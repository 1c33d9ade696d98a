import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../../src/app.ts";
import { verifyAudit } from "../../src/store/audit.ts";
import { exportPerson } from "../../src/store/personal-data.ts";
import { officeFor, type Someone } from "../platforms/chats/chat.ts";
import { discordChat } from "../platforms/chats/discord.ts";
import { slackChat } from "../platforms/chats/slack.ts";
import { terminalChat } from "../platforms/chats/terminal.ts";
import { sixty } from "../support/office.ts";

// One office behind Slack, Discord and the terminal at once, each with its real client. The head of the education bureau
// is in Slack, the secretary-general in Discord, his deputy bureau head at the terminal.

let now = new Date("2026-11-23T09:00:00+08:00");
const trouble: (readonly unknown[])[] = [];
const stops: (() => Promise<void>)[] = [];
let office: Running;
let owner: Someone;
let mao: Someone;
let xie: Someone;
let zhuang: Someone;

const reason = "陪母亲做心脏手术";
const code = (text: string): string => text.match(/[A-Z2-9]{4}-[A-Z2-9]{4}/)?.[0] ?? "";
const at = async (instant: string): Promise<void> => {
  now = new Date(instant);
  await office.tick();
};

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
  owner = slack.join({ id: "UOWNER", name: "owner", locale: "zh-Hans", owner: true });
  mao = slack.join({ id: "UMAO", name: "Mao", locale: "zh-Hans" });
  xie = discord.join({ id: "XIE", name: "Xie", locale: "zh-Hans" });
  zhuang = terminal.join({ id: "zhuang", name: "Zhuang", locale: "zh-Hans" });
  await owner.upload("roster import", "file", { name: "roster.csv", content: sixty });
  for (const [person, who] of [
    ["1014", mao],
    ["1008", xie],
    ["1053", zhuang],
  ] as const) {
    const made = await owner.command("roster link", { person });
    await who.command("roster link", { code: code(made.text) });
  }
});

afterAll(async () => {
  for (const stop of stops) await stop();
});

describe("three days that cover an executive meeting", () => {
  it("the executive meeting of 2 December calls the head of the education bureau", async () => {
    const { text } = await xie.command("meeting plan", {
      type: "executive-meeting",
      day: "2026-12-02",
      time: "09:00-11:00",
      title: "第二十次常务会议",
      presider: "mayor",
      invited: "毛景行",
    });
    expect(text).toContain("第二十次常务会议");
  });

  it("in Slack the head asks for three days; both requests go to the secretary-general with one press", async () => {
    const preview = await mao.command("leave request", {
      from: "12月1日至3日",
      purpose: "private",
      place: "南京",
      reason,
    });
    expect(preview.isPrivate).toBe(true);
    expect(preview.text).toContain("谢秉章");
    expect(preview.text).toContain("第六十一条");
    expect(preview.text).toContain("第二十次常务会议");
    const sent = await mao.press("全部提交（2 项）");
    expect(sent.text).toContain("第1号");
    expect(sent.text).toContain("第2号");
    expect(await mao.letters()).not.toContainEqual(expect.stringContaining("已获批准"));
  });

  it("in Discord the secretary-general has both before him, and approves the journey; of the meeting nothing is said yet", async () => {
    const card = await xie.open("第1号");
    expect(card.buttons).toContain("批准");
    expect(card.text).toContain(reason);
    await xie.press("批准");
    const letters = (await mao.letters()).join("\n");
    expect(letters).toContain("您的第1号申请已获批准");
    expect(letters).not.toContain("您的第2号申请已获批准");
    const after = await xie.open("第1号已由谢秉章批准");
    expect(after.buttons).not.toContain("批准");
  });

  it("nobody goes to the meeting instead before that is approved", async () => {
    const early = await mao.command("leave substitute", { number: "2", person: "壮怀谷" });
    expect(early.text).toContain("获准后方可安排其他负责同志参加会议");
  });

  it("the second request is nudged a working day later, and approved by typing", async () => {
    await at("2026-11-24T09:05:00+08:00");
    const nudge = await xie.open("第2号");
    expect(nudge.buttons).toContain("批准");
    const { text } = await xie.command("leave approve", { number: "2" });
    expect(text).toContain("第2号");
    expect((await mao.letters()).join("\n")).toContain("您的第2号申请已获批准");
  });

  it("the deputy at the terminal hears that he goes instead, and what Art. 48 expects; never why", async () => {
    await mao.command("leave substitute", { number: "2", person: "壮怀谷" });
    const heard = (await zhuang.letters()).join("\n");
    expect(heard).toContain("第二十次常务会议");
    expect(heard).toContain("第四十八条");
    expect(heard).not.toContain(reason);
    expect(heard).not.toContain("南京");
  });

  it("who is away is seen by colleagues, the reason by nobody", async () => {
    now = new Date("2026-12-02T10:00:00+08:00");
    const { text } = await zhuang.command("leave away");
    expect(text).toContain("毛景行");
    expect(text).not.toContain(reason);
    expect(text).not.toContain("南京");
  });

  it("on the first working day afterwards the head is asked to report back, then nudged", async () => {
    await at("2026-12-03T18:00:00+08:00");
    const before = (await mao.letters()).length;
    await at("2026-12-04T09:01:00+08:00");
    expect(await mao.letters()).toHaveLength(before + 1);
    await at("2026-12-07T09:01:00+08:00");
    expect(await mao.letters()).toHaveLength(before + 2);
  });

  it("he comes back late, and presses once", async () => {
    now = new Date("2026-12-08T10:00:00+08:00");
    const asked = await mao.open("销假");
    const label = asked.buttons.find((each) => each.includes("销假")) ?? "";
    const { text } = await mao.press(label);
    expect(text).toContain("第1号");
    const before = (await mao.letters()).length;
    await at("2026-12-15T10:00:00+08:00");
    expect(await mao.letters()).toHaveLength(before);
  });

  it("the report shows it: two requests, both approved, a meeting missed, one late return; and no reason", async () => {
    const { text } = await xie.command("leave report", { from: "2026-12-01", until: "2026-12-31" });
    expect(text).toContain("市教育局");
    expect(text).toContain("毛景行");
    for (const each of ["申请 2 项", "批准 2", "不能参加常务会议 1 次", "逾期销假 1"]) expect(text).toContain(each);
    expect(text).not.toContain(reason);
    expect(text).not.toContain("南京");
  });

  it("who decided what, when and on which platform stands in the audit, and the chain holds", async () => {
    const { events, audit } = await office.store.look(async (records) => ({
      events: await records.db
        .selectFrom("audit")
        .select(["action", "platform", "subject"])
        .orderBy("sequence")
        .execute(),
      audit: await verifyAudit(records),
    }));
    expect(audit.faults).toEqual([]);
    const ofLeave = events
      .filter(({ subject }) => subject.startsWith("leave:"))
      .map((each) => Object.values(each).join(" "));
    expect(ofLeave).toEqual(
      expect.arrayContaining([
        "leave.ask slack leave:1",
        "leave.ask slack leave:2",
        "leave.approve discord leave:1",
        "leave.approve discord leave:2",
        "leave.substitute slack leave:2",
        "leave.return slack leave:1",
      ]),
    );
    const details = await office.store.look(({ db }) => db.selectFrom("audit_detail").select("details").execute());
    expect(JSON.stringify(details)).not.toContain(reason);
    const exported = await office.store.look((records) => exportPerson(records, "1014"));
    expect(JSON.stringify(exported)).toContain(reason);
  });

  it("nothing went wrong on the way", () => {
    expect(trouble.flat()).toEqual([]);
  });
});
