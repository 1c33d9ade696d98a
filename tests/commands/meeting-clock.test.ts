import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { erasedNotice } from "../../src/erased-notice.ts";
import type { Reply } from "../../src/reply.ts";
import { erasePerson } from "../../src/store/erasure.ts";
import { languages } from "../../src/text.ts";
import { pointOf, readOut } from "../support/app.ts";
import { type LeaveOffice, leaveOffice, speaking, type Who } from "../support/leave.ts";
import { buttonOf, owner } from "../support/office.ts";

// An executive meeting on Wednesday, 2 December 2026, 9:00 to 10:30, over which the mayor presides. Three items are on its
// agenda: of 15 minutes, of 20, and one of which nobody knows how long it takes.

let office: LeaveOffice;

beforeEach(async () => {
  office = await leaveOffice();
  await office.give("settings", { channel, use: "meetings" }, owner);
  await office.give(
    "meeting plan",
    {
      type: "executive-meeting",
      day: "12-02",
      time: "09:00-10:30",
      title: "市政府第 58 次常务会议",
      presider: "mayor",
      invited: "毛景行",
    },
    office.visitorOf("director"),
  );
  await put({ title: "老旧小区改造", reporter: "毛景行", minutes: "15" });
  await put({ title: "教育工作情况", reporter: "省人大代表李某", minutes: "20" });
  await put({ title: "其他" });
});

afterEach(async () => {
  expect(office.trouble).toEqual([]);
  await office.close();
});

const channel = "channel:slack:T1:C-MEETINGS";
const put = (given: Readonly<Record<string, string>>) =>
  office.give("meeting item", { number: "1", kind: "report", ...given }, office.visitorOf("director"));
const clock = (time: string) => office.setClock(`2026-12-02T${time}:00+08:00`);
const tick = (time: string) => office.at(`2026-12-02T${time}:00+08:00`);
const next = (who: Who = "director") => office.as(who, "/meeting next 1");
const back = (who: Who = "director") => office.as(who, "/meeting back 1");
const press = (reply: Reply, label: string | RegExp, who: Who = "director") =>
  office.press(reply, label, office.visitorOf(who));
const inChannel = async () => (await office.messages()).filter(({ to }) => to === channel).map(({ reply }) => reply);
const said = async (who: Who) => (await office.to(who)).map(pointOf);
const labels = ({ buttons }: Reply) => buttons.map(({ label }) => label);
const last = async (who: Who): Promise<Reply> => {
  const message = (await office.to(who)).at(-1);
  if (!message) throw new Error(`nothing was sent to ${who}`);
  return message;
};

describe("the card of an agenda, when somebody who presents an item is erased", () => {
  const erase = (id: string) =>
    office.running.store.transaction((records) => erasePerson(records, id, office.now(), erasedNotice));
  /** What is to stand in the channel. */
  const shown = async () => JSON.stringify((await inChannel()).at(-1));
  /** What there is was delivered: its words are kept by nobody but the channel. */
  const delivered = () =>
    office.running.store.transaction(({ db }) =>
      db
        .updateTable("outbox")
        .set({ delivered_at: office.now().getTime(), place: "{}", reply: null })
        .where("delivered_at", "is", null)
        .execute(),
    );

  it("names them no more, while the item is dealt with as when it comes next; the next step shows the agenda again", async () => {
    await put({ title: "教育督导", reporter: "毛景行" });
    clock("09:00");
    await next();
    expect(await shown()).toContain("汇报人：毛景行");
    await next();
    clock("09:02");
    await next();
    expect(await shown()).toContain("4. 教育督导 · 汇报人：毛景行");
    await delivered();
    await erase("1014");
    expect(await shown()).toBe(JSON.stringify(erasedNotice.told("zh-Hans")));
    clock("09:03");
    await next();
    expect(await shown()).toContain("教育督导");
    expect(await shown()).not.toMatch(/毛景行|1014/);
  });

  it("stays as it is where they are done with theirs", async () => {
    clock("09:00");
    await next();
    await next();
    await delivered();
    await erase("1014");
    expect(await shown()).toBe("null");
  });
});

describe("whoever plans meetings", () => {
  it("begins the first item, and sees who presents it, until when it should take, and what is next", async () => {
    clock("09:00");
    const begun = await next();
    expect(begun.tone).toBe("done");
    expect(pointOf(begun)).toBe("Item 1 of 3: 老旧小区改造");
    const text = readOut(begun);
    expect(text).toContain("presented by 毛景行");
    expect(text).toContain("Begun at 09:00, planned for 15 min: until 09:15");
    expect(text).toContain("Next: 2. 教育工作情况 · presented by 省人大代表李某");
    expect(text).toContain("The agenda is on time.");
    expect(labels(begun)).toEqual(["Begin item 2", "Undo the last step", "Agenda of meeting No. 1"]);
    expect((await office.events()).at(-1)).toMatchObject({
      action: "meeting.clock",
      subject: "meeting:1",
      details: { what: "next", ended: null, begun: 1 },
    });
  });

  it("goes on by the button: behind where an item took longer, ahead where it was shorter, until all is done", async () => {
    clock("09:00");
    const first = await next();
    clock("09:19");
    const second = await press(first, "Begin item 2");
    expect(readOut(second)).toMatch(/Item 2 of 3.*until 09:39.*The agenda is 4 min behind\./s);
    clock("09:29");
    const third = await press(second, "Begin item 3");
    expect(readOut(third)).toMatch(/Item 3 of 3.*not known how long it takes.*last item.*6 min ahead/s);
    expect(labels(third)[0]).toBe("End the agenda");
    clock("09:50");
    const done = await press(third, "End the agenda");
    expect(readOut(done)).toMatch(/The agenda is done\..*6 min ahead/s);
    expect(labels(done)).not.toContain("End the agenda");
    const more = await next();
    expect(readOut(more)).toContain("The agenda is done already. Nothing was changed.");
  });

  it("takes the last step back, also the end, and the item before goes on as it was begun", async () => {
    clock("09:00");
    expect(readOut(await back())).toContain("The agenda has not begun yet. Nothing was changed.");
    await next();
    clock("09:10");
    const second = await next();
    clock("09:11");
    const undone = await press(second, "Undo the last step");
    expect(readOut(undone)).toMatch(/Item 1 of 3.*Begun at 09:00.*until 09:15/s);
    expect(pointOf(await press(undone, "Undo"))).toBe("The agenda has not begun.");
    for (let count = 0; count < 4; count++) await next();
    expect(pointOf(await back())).toBe("Item 3 of 3: 其他");
  });

  it("moves one step however many press at once: the others see how it stands", async () => {
    clock("09:00");
    const first = await next();
    const presses = await Promise.all([
      press(first, "Begin item 2"),
      press(first, "Begin item 2", "secretary"),
      press(first, "Undo the last step", "secretary"),
    ]);
    expect(presses.map(({ tone }) => tone).sort()).toEqual(["answer", "answer", "done"]);
    for (const each of presses.filter(({ tone }) => tone === "answer")) {
      expect(pointOf(each)).toBe("Somebody was quicker: nothing was changed. This is how it stands.");
      expect(readOut(each)).toContain("Item 2 of 3");
    }
    expect((await office.events()).filter(({ action }) => action === "meeting.clock")).toHaveLength(2);
  });

  it("can begin a quarter of an hour before the meeting, and until its day is over", async () => {
    expect(readOut(await next())).toContain("Its agenda can begin from 2026-12-02 08:45 on.");
    clock("08:44");
    expect((await next()).tone).toBe("refused");
    clock("08:45");
    expect(readOut(await next())).toContain("15 min ahead");
    clock("23:59");
    expect((await next()).tone).toBe("done");
    office.setClock("2026-12-03T00:00:00+08:00");
    for (const refused of [await next(), await back()]) expect(readOut(refused)).toContain("is over (2026-12-02");
  });

  it("is told where there is no agenda, no such meeting, or it is cancelled, and chooses where no number is given", async () => {
    expect(pointOf(await office.as("director", "/meeting next"))).toContain("No meeting is held today");
    clock("09:00");
    const which = await office.as("director", "/meeting next");
    expect(pointOf(await press(which, "Agenda clock of meeting No. 1"))).toContain("Item 1 of 3");
    expect(readOut(await office.as("director", "/meeting next 7"))).toContain("There is no meeting No. 7");
    await office.give(
      "meeting plan",
      { type: "thematic-meeting", day: "12-02", time: "09:10-10:00", title: "专题会议", presider: "vice-mayor" },
      office.visitorOf("director"),
    );
    const empty = await office.as("director", "/meeting next 2");
    expect(readOut(empty)).toContain("Nothing is on the agenda of meeting No. 2.");
    expect(buttonOf(empty, "Add")).toMatchObject({ command: "meeting item", form: true });
    await office.as("director", "/meeting cancel 1");
    expect(readOut(await next())).toContain("is cancelled already");
    expect(JSON.stringify((await office.to("director")).map(({ buttons }) => buttons))).not.toContain("meeting next");
  });

  it("are the only ones who move it", async () => {
    clock("09:00");
    for (const who of ["head", "vice", "supervisor"] as const) {
      expect((await next(who)).tone).toBe("refused");
      expect((await back(who)).tone).toBe("refused");
    }
  });
});

describe("whoever follows the agenda", () => {
  /** What each of them sees; a message is brought up to date by another row of the outbox, which says the same. */
  const cards = async () => {
    const seen = new Map((await office.messages()).map(({ to, reply }) => [to, reply]));
    const of = (to: string): Reply => {
      const reply = seen.get(to);
      if (!reply) throw new Error(`nothing was sent to ${to}`);
      return reply;
    };
    return { channel: of(channel), mayor: of("person:1001"), director: of("person:1009") };
  };
  /** To whom a message of its own was sent. */
  const sent = () =>
    office.atDesk(async ({ records }) => {
      const rows = await records.db
        .selectFrom("outbox")
        .select("recipient")
        .where("card", "=", "meeting-clock:1")
        .where("replaces", "is", null)
        .orderBy("recipient")
        .execute();
      return rows.map(({ recipient }) => recipient);
    });

  it("has one card that follows it: the channel, whoever presides, and whoever runs the clock", async () => {
    clock("09:00");
    await next();
    const first = await cards();
    expect(pointOf(first.channel)).toBe("第 1 项（共 3 项）：老旧小区改造");
    expect(readOut(first.channel)).toContain("09:00 开始，安排 15 分钟，至 09:15");
    expect(first.channel.buttons).toEqual([]);
    expect(pointOf(first.mayor)).toBe("Item 1 of 3: 老旧小区改造");
    expect(labels(first.director)).toContain("Begin item 2");
    expect(await sent()).toEqual([channel, "person:1001", "person:1009"]);
    clock("09:12");
    await next("secretary");
    const second = await cards();
    expect(pointOf(second.channel)).toBe("第 2 项（共 3 项）：教育工作情况");
    for (const each of [second.mayor, second.director]) expect(pointOf(each)).toBe("Item 2 of 3: 教育工作情况");
    // nobody gets another message: theirs is brought up to date
    expect(await sent()).toEqual([channel, "person:1001", "person:1008", "person:1009"]);
    expect(await said("head")).toEqual([]);
  });

  it("sees what is changed on the agenda meanwhile", async () => {
    clock("09:00");
    await next();
    await put({ number: "", item: "1.1", minutes: "30" });
    expect(readOut((await cards()).channel)).toContain("至 09:30");
    await put({ title: "临时动议", minutes: "5" });
    expect(pointOf((await cards()).mayor)).toBe("Item 1 of 4: 老旧小区改造");
    for (let count = 0; count < 3; count++) await next();
    expect(pointOf(await next())).toBe("The agenda is done.");
    await put({ title: "再议", minutes: "5" });
    clock("10:00");
    const added = await next();
    expect(pointOf(added)).toBe("Item 5 of 5: 再议");
    expect(pointOf(await back())).toBe("The agenda is done.");
  });
});

describe("the time of an item", () => {
  const warnings = async () => ({
    channel: (await inChannel()).map(pointOf).filter((each) => /两分钟|时间已到/u.test(each)),
    director: (await said("director")).filter((each) => /Two minutes|is over since/.test(each)),
    mayor: (await said("mayor")).filter((each) => /Two minutes|is over since/.test(each)),
  });

  it("is nearly over two minutes before, and over: the channel and whoever runs the clock are told", async () => {
    await tick("09:00");
    await next();
    await tick("09:12");
    expect((await warnings()).channel).toEqual([]);
    await tick("09:13");
    expect((await warnings()).channel).toEqual(["第 1 项（老旧小区改造）还有两分钟，至 09:15。"]);
    expect((await warnings()).director).toEqual(["Two minutes left for item 1 (老旧小区改造): until 09:15."]);
    expect(buttonOf(await last("director"), "Begin item 2").options).toMatchObject({ number: "1", step: "1" });
    await tick("09:15");
    expect((await warnings()).channel.at(-1)).toBe("第 1 项（老旧小区改造）时间已到（09:15）。");
    expect((await warnings()).director.at(-1)).toBe("The time of item 1 (老旧小区改造) is over since 09:15.");
    expect((await warnings()).mayor).toEqual([]);
    expect(pointOf(await press(await last("director"), "Begin item 2"))).toContain("Item 2 of 3");
    await tick("09:25");
    expect((await warnings()).channel).toHaveLength(2);
  });

  it("is not spoken of where the item ended earlier, or nobody knows how long it takes", async () => {
    await tick("09:00");
    await next();
    await tick("09:05");
    await next();
    await tick("09:15");
    await next();
    await tick("10:20");
    expect(await warnings()).toEqual({ channel: [], director: [], mayor: [] });
  });

  it("holds again when a step is undone, and is longer when the item is given more minutes", async () => {
    await tick("09:00");
    await next();
    await tick("09:05");
    await next();
    await back();
    await tick("09:13");
    expect((await warnings()).channel).toHaveLength(1);
    await put({ number: "", item: "1.1", minutes: "25" });
    await tick("09:15");
    expect((await warnings()).channel).toHaveLength(1);
    await tick("09:23");
    expect((await warnings()).channel.at(-1)).toContain("至 09:25");
    await tick("09:25");
    expect((await warnings()).channel).toHaveLength(3);
  });

  it("is not spoken of when the meeting is cancelled", async () => {
    await tick("09:00");
    await next();
    await office.as("director", "/meeting cancel 1");
    await tick("09:15");
    expect((await warnings()).channel).toEqual([]);
  });
});

describe("an agenda that has begun", () => {
  it("keeps what is dealt with or done; what is to come can still be taken away", async () => {
    clock("09:00");
    await next();
    await next();
    for (const item of ["1.1", "1.2"]) {
      const refused = await put({ number: "", item, title: "-" });
      expect(refused.tone).toBe("refused");
      expect(readOut(refused)).toContain("is being dealt with or done, and cannot be removed");
    }
    expect((await put({ number: "", item: "1.3", title: "-" })).tone).toBe("done");
    expect(readOut(await office.as("director", "/meeting agenda 1"))).toMatch(/1\. 老旧小区改造.*2\. 教育工作情况/s);
  });

  it("keeps the meeting where it is, until the step is undone", async () => {
    clock("08:50");
    await next();
    const given = { number: "1", day: "12-03" };
    const refused = await office.give("meeting change", given, office.visitorOf("director"));
    expect(readOut(refused)).toContain("The agenda of meeting No. 1 has begun");
    await back();
    expect((await office.give("meeting change", given, office.visitorOf("director"))).tone).not.toBe("refused");
  });
});

it.each(languages)("in %s all of it is said in that language", async (language) => {
  const director = speaking("director", language);
  await office.type(`/settings language:${language}`, director);
  const on = () => office.type("/meeting next 1", director);
  const replies = [
    await on(),
    await office.type("/meeting next", director),
    await office.type("/meeting back", director),
  ];
  await tick("09:00");
  replies.push(await office.type("/meeting next", director), await office.type("/meeting back 1", director));
  replies.push(await on());
  await tick("09:13");
  await tick("09:15");
  replies.push(await put({ number: "", item: "1.1", title: "-" }));
  replies.push(await on(), await on(), await on(), await on());
  replies.push(...(await office.to("director")));
  expect(replies.length).toBeGreaterThanOrEqual(14);
  for (const each of replies) {
    if (each.tone === "refused" && each.language !== language) continue;
    expect(each.language).toBe(language);
    const words = `${readOut(each)} ${labels(each).join(" ")}`;
    if (language === "en") expect(words.replace(/老旧小区改造|教育工作情况|其他/gu, "")).not.toMatch(/[：。，]/);
    else expect(words).not.toMatch(/[a-z]{4}/i);
  }
});
