import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hereCard } from "../../src/meetings/meeting.ts";
import { isText, type Reply } from "../../src/reply.ts";
import { exportPerson } from "../../src/store/personal-data.ts";
import { languages } from "../../src/text.ts";
import { pointOf, readOut } from "../support/app.ts";
import { type LeaveOffice, leaveOffice, people, secrets, speaking, type Who } from "../support/leave.ts";
import { buttonOf, tableOf, visitor } from "../support/office.ts";

// Monday, 23 November 2026, nine o'clock: people are called to an executive meeting on Wednesday, 2 December, 9:00 to
// 10:30; the head of the education bureau is invited.

let office: LeaveOffice;

beforeEach(async () => {
  office = await leaveOffice();
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
  await office.as("director", "/meeting announce 1");
});

afterEach(async () => {
  expect(office.trouble).toEqual([]);
  await office.close();
});

const clock = (time: string) => office.setClock(`2026-12-02T${time}:00+08:00`);
const here = (who: Who) => office.as(who, "/meeting here 1");
const sheet = () => office.as("director", "/meeting attendance 1");
const record = (person: string, state: string, who: Who = "director") =>
  office.give("meeting attendance", { number: "1", person, state }, office.visitorOf(who));
const stateOf = async (name: string) =>
  tableOf(await sheet())
    .find(([each]) => each === name)
    ?.at(-1);
const last = async (who: Who): Promise<Reply> => {
  const message = (await office.to(who)).at(-1);
  if (!message) throw new Error(`nothing was sent to ${who}`);
  return message;
};
const fileOf = (reply: Reply): string => {
  const [file] = reply.files;
  if (!file || !isText(file)) throw new Error("it has a table for Excel");
  return file.content;
};
const hidden = new RegExp(Object.values(secrets).join("|"), "u");

/** The vice mayor is on a journey, the head of the bureau has leave from the meeting, and a deputy goes instead. */
async function someAreAway(): Promise<void> {
  await office.ask("vice");
  await office.as("mayor", "/leave approve 1");
  await office.ask("head", { occasion: "executive-meeting", meeting: 1 });
  await office.as("secretary", "/leave approve 2");
  await office.give("leave substitute", { number: "2", person: "壮怀谷" }, office.visitorOf("head"));
}

describe("whoever is to come", () => {
  it("is asked ten minutes before the meeting, with one button, and is present by one press", async () => {
    await office.at("2026-12-02T08:49:00+08:00");
    const before = (await office.to("vice")).length;
    await office.at("2026-12-02T08:50:00+08:00");
    const asked = await last("vice");
    expect(await office.to("vice")).toHaveLength(before + 1);
    expect(pointOf(asked)).toBe("The meeting begins at 09:00. When you are there, please say so.");
    expect(asked.buttons.map(({ label }) => label)).toEqual(["I am here"]);
    expect(pointOf(await last("mayor"))).toContain("begins at 09:00");
    clock("08:55");
    const done = await office.press(asked, "I am here", office.visitorOf("vice"));
    expect([done.tone, pointOf(done)]).toEqual(["done", "Recorded: you are present at 市政府第 58 次常务会议."]);
    expect(await stateOf("陆明谦")).toBe("present");
    expect((await office.events()).at(-1)).toMatchObject({
      action: "meeting.attendance",
      actor: "person:1003",
      subject: "meeting:1",
      about: "1003",
      details: { state: "present" },
    });
    // what they were asked with shows it, and has nothing to press any more
    expect(pointOf(await last("vice"))).toBe("You are recorded for 市政府第 58 次常务会议: present (08:55).");
    expect((await last("vice")).buttons).toEqual([]);
    // the notice and nobody else's message change
    expect((await office.to("vice"))[0]?.buttons.map(({ label }) => label)).toContain("I come");
    expect((await last("executive")).buttons.map(({ label }) => label)).toEqual(["I am here"]);
  });

  it("is late after the meeting began, by so many minutes, and cannot say so any more when it is over", async () => {
    clock("09:00");
    expect(pointOf(await here("mayor"))).toContain("you are present");
    clock("09:01");
    expect(pointOf(await here("executive"))).toBe("Recorded: you came to 市政府第 58 次常务会议 a minute late.");
    clock("09:12");
    expect(pointOf(await here("vice"))).toContain("12 minutes late");
    expect(await stateOf("陆明谦")).toBe("late (12 min)");
    clock("10:30");
    const refused = await here("head");
    expect(refused.tone).toBe("refused");
    expect(readOut(refused)).toContain("is over (2026-12-02, 09:00–10:30)");
    expect(pointOf(await here("vice"))).toContain("late (12 min) (09:12)");
  });

  it("is recorded once, however often it comes, and is told what is recorded", async () => {
    clock("08:55");
    const both = await Promise.all([here("vice"), here("vice")]);
    expect(both.map(({ tone }) => tone).sort()).toEqual(["answer", "done"]);
    clock("09:20");
    const again = await here("vice");
    expect(readOut(again)).toMatch(/You are recorded.*: present \(08:55\).*whoever plans the meetings corrects it/s);
    expect((await office.events()).filter(({ action }) => action === "meeting.attendance")).toHaveLength(1);
  });

  it("cannot say so a day or an hour before", async () => {
    expect(pointOf(await here("vice"))).toContain("from 2026-12-02 08:45 on");
    clock("08:44");
    expect(pointOf(await here("vice"))).toContain("from 08:45 on");
    clock("08:45");
    expect((await here("vice")).tone).toBe("done");
  });

  it("is asked too where they are called a few minutes before, and not again once they are there", async () => {
    clock("08:56");
    await office.give("meeting change", { number: "1", place: "2 号会议室" }, office.visitorOf("director"));
    await here("executive");
    await office.at("2026-12-02T08:57:00+08:00");
    expect((await last("vice")).buttons.map(({ label }) => label)).toEqual(["I am here"]);
    expect(pointOf(await last("executive"))).toBe("A meeting to which you are called has changed.");
  });

  describe("is asked once, where the meeting is changed in its last ten minutes", () => {
    /** What came to ask them, as it stands now: what is only brought up to date is no message of its own. */
    const asked = async (who: Who): Promise<readonly string[]> =>
      office.atDesk(async ({ records: { db } }) => {
        const rows = await db
          .selectFrom("outbox")
          .select("reply")
          .where("card", "=", hereCard(1))
          .where("replaces", "is", null)
          .where("recipient", "=", `person:${people[who].id}`)
          .execute();
        return rows.map(({ reply }) => readOut(JSON.parse(reply ?? "null")));
      });
    const change = (options: Readonly<Record<string, string>>) =>
      office.give("meeting change", { number: "1", ...options }, office.visitorOf("director"));

    beforeEach(() => office.at("2026-12-02T08:50:00+08:00"));

    it("and still begins then: what asked them shows what is new, and who says so has said so", async () => {
      clock("08:52");
      await here("executive");
      await change({ place: "2 号会议室" });
      await office.at("2026-12-02T08:54:00+08:00");
      expect((await office.to("vice")).map(pointOf)).toContain("A meeting to which you are called has changed.");
      expect(await asked("vice")).toEqual([expect.stringMatching(/begins at 09:00.*2 号会议室.*I am here/s)]);
      expect(await asked("executive")).toEqual([expect.stringMatching(/You are recorded.*: present \(08:52\)/s)]);
      // nor by a second change, whether or not the first one has been told
      clock("08:55");
      await change({ place: "3 号会议室" });
      await change({ place: "4 号会议室" });
      await office.at("2026-12-02T08:58:00+08:00");
      expect(await asked("vice")).toEqual([expect.stringMatching(/begins at 09:00.*4 号会议室.*I am here/s)]);
    });

    it("and lasts longer: who is there stays there", async () => {
      clock("08:52");
      await here("executive");
      await change({ time: "09:00-11:00" });
      await office.at("2026-12-02T08:54:00+08:00");
      expect(await asked("executive")).toEqual([expect.stringMatching(/You are recorded/)]);
      expect(await stateOf("沈静澜")).toBe("present");
      expect(await asked("vice")).toEqual([expect.stringMatching(/09:00–11:00.*I am here/s)]);
    });

    it("but whoever is newly called then is asked too", async () => {
      clock("08:52");
      await change({ invited: "毛景行，壮怀谷" });
      await office.at("2026-12-02T08:54:00+08:00");
      for (const who of ["deputy", "head", "vice"] as const)
        expect(await asked(who)).toEqual([expect.stringMatching(/begins at 09:00.*I am here/s)]);
    });

    it("but once more where it begins at another time", async () => {
      clock("08:52");
      await here("executive");
      await change({ time: "09:30-11:00" });
      await office.at("2026-12-02T08:54:00+08:00");
      expect(await asked("vice")).toEqual([expect.stringMatching(/^(?!.*I am here).*09:30/s)]);
      await change({ place: "2 号会议室" });
      await office.at("2026-12-02T09:20:00+08:00");
      for (const who of ["vice", "executive"] as const)
        expect(await asked(who)).toEqual([
          expect.stringMatching(/^(?!.*I am here)/s),
          expect.stringMatching(/begins at 09:30.*I am here/s),
        ]);
    });
  });

  it("is nobody else: neither who is not called nor who has no account learns that there is such a meeting", async () => {
    clock("08:55");
    for (const who of ["other", "deputy"] as const) {
      const refused = await here(who);
      expect(refused.tone).toBe("refused");
      expect(readOut(refused)).not.toContain("58");
    }
    expect((await office.type("/meeting here 1", visitor("U-NOBODY"))).tone).toBe("refused");
  });

  it("need not know the number", async () => {
    expect(pointOf(await office.as("vice", "/meeting here"))).toContain("You are not called to a meeting that is held");
    clock("08:55");
    const which = await office.as("vice", "/meeting here");
    expect((await office.press(which, "I am at meeting No. 1", office.visitorOf("vice"))).tone).toBe("done");
    expect(pointOf(await office.as("other", "/meeting here"))).toContain("You are not called");
  });
});

describe("whoever has leave, is on a journey, or goes instead", () => {
  beforeEach(someAreAway);

  it("needs to press nothing to be on leave; whoever goes instead is asked, and counts for them when they came", async () => {
    await office.at("2026-12-02T08:50:00+08:00");
    for (const who of ["vice", "head"] as const)
      expect(JSON.stringify(await office.to(who))).not.toContain("meeting here");
    expect(await stateOf("陆明谦")).toBe("on leave");
    expect(await stateOf("毛景行")).toBe("on leave; 壮怀谷 instead: not recorded");
    clock("09:03");
    const done = await office.press(await last("deputy"), "I am here", office.visitorOf("deputy"));
    expect(pointOf(done)).toContain("3 minutes late");
    expect(await stateOf("毛景行")).toBe("on leave; 壮怀谷 instead: late");
    clock("10:45");
    const shown = await sheet();
    expect(readOut(shown)).toMatch(/absent: \d+, substituted: 1, and on leave: 1/);
    expect(JSON.stringify(shown)).not.toMatch(hidden);
  });

  it("is not said to be substituted where nobody came instead", async () => {
    clock("10:45");
    expect(await stateOf("毛景行")).toBe("on leave; 壮怀谷 instead: absent");
    expect(readOut(await sheet())).toContain("on leave, nobody came instead: 1");
  });
});

describe("those who plan meetings", () => {
  it("see who is there: not recorded before the end, absent after it", async () => {
    await here("vice");
    clock("09:10");
    await here("executive");
    expect(await stateOf("陆明谦")).toBe("not recorded");
    expect(readOut(await sheet())).toMatch(/not recorded: \d+ and late: 1/);
    clock("10:30");
    expect(await stateOf("陆明谦")).toBe("absent");
    expect(await stateOf("沈静澜")).toBe("late (10 min)");
    const csv = fileOf(await sheet());
    expect(csv.split("\r\n")[0]).toBe("\ufeffNumber,Name,Title,Called,Attendance,Instead,Recorded,By");
    expect(csv).toMatch(/1002,沈静澜,[^,]*,must attend,late \(10 min\),,2026-12-02 09:10,沈静澜/);
    expect(csv).toMatch(/1003,陆明谦,[^,]*,must attend,absent,,,/);
  });

  it("record and correct somebody, who sees it in what they were asked with", async () => {
    await office.at("2026-12-02T08:50:00+08:00");
    const done = await office.as("director", "/meeting attendance 1 person:毛景行 state:late");
    expect(pointOf(done)).toBe("毛景行 is recorded: late.");
    expect(await stateOf("毛景行")).toBe("late");
    expect(pointOf(await last("head"))).toContain("late (08:50)");
    await record("毛景行", "present");
    expect(await stateOf("毛景行")).toBe("present");
    expect((await office.events()).at(-1)).toMatchObject({
      action: "meeting.attendance",
      actor: "person:1009",
      about: "1014",
      details: { state: "present", person: "1014" },
    });
    expect(readOut(await record("毛景行", "present"))).toContain("is recorded already: present. Nothing was changed.");
    // also days later
    office.setClock("2026-12-07T09:00:00+08:00");
    expect((await record("毛景行", "absent")).tone).toBe("done");
  });

  it("choose what is recorded where they do not say it, and are told whom it cannot be recorded of", async () => {
    clock("09:00");
    const asked = await office.as("director", "/meeting attendance 1 person:毛景行");
    expect(asked.buttons.map(({ label }) => label)).toEqual(["present", "late", "substituted", "on leave", "absent"]);
    expect((await office.press(asked, "absent", office.visitorOf("director"))).tone).toBe("done");
    expect(await stateOf("毛景行")).toBe("absent");
    const whose = await office.as("director", "/meeting attendance 1 state:late");
    expect(buttonOf(whose, "Record or correct")).toMatchObject({ form: true });
    expect(readOut(await record("卞清扬", "late"))).toContain("卞清扬 is not called to meeting No. 1");
    expect(readOut(await record("nobody", "late"))).toContain("nobody");
  });

  it("record everybody who said that they come with one press, and nothing that is recorded is lost", async () => {
    for (const who of ["executive", "vice", "head"] as const) await office.as(who, "/meeting attend 1");
    clock("09:05");
    await here("vice");
    await record("毛景行", "absent");
    const done = await office.press(await sheet(), "Everybody who said they come", office.visitorOf("director"));
    // the one who presides is one of them
    expect(pointOf(done)).toBe("2 people are recorded as present.");
    expect(await stateOf("沈静澜")).toBe("present");
    expect(await stateOf("顾致远")).toBe("present");
    expect(await stateOf("陆明谦")).toBe("late (5 min)");
    expect(await stateOf("毛景行")).toBe("absent");
    expect(await stateOf("谢秉章")).toBe("not recorded");
    expect(done.buttons.map(({ label }) => label)).toEqual(["Record or correct …"]);
  });

  it("cannot record anything before the meeting is about to begin, nor of one that is cancelled", async () => {
    expect(readOut(await record("毛景行", "present"))).toContain(
      "Attendance can be recorded from 2026-12-02 08:45 on.",
    );
    expect((await sheet()).buttons).toEqual([]);
    await office.at("2026-12-02T08:50:00+08:00");
    await office.as("director", "/meeting cancel 1");
    expect(readOut(await record("毛景行", "present"))).toContain("is cancelled already");
    expect(readOut(await here("vice"))).toContain("is cancelled already");
    expect((await office.to("vice")).flatMap(({ buttons }) => buttons)).toEqual([]);
  });

  it("get the summary a quarter of an hour after the end, who announced it, and nothing is left to press", async () => {
    await office.at("2026-12-02T08:50:00+08:00");
    await here("executive");
    await office.at("2026-12-02T10:44:00+08:00");
    expect(pointOf(await last("director"))).not.toContain("is over");
    await office.at("2026-12-02T10:45:00+08:00");
    const summary = await last("director");
    expect(readOut(summary)).toMatch(/市政府第 58 次常务会议 is over.*absent: \d+ and present: 1/s);
    expect(buttonOf(summary, "Attendance of meeting No. 1")).toMatchObject({ command: "meeting attendance" });
    expect(readOut(await last("vice"))).toContain("It is not recorded that you were there.");
    expect((await last("vice")).buttons).toEqual([]);
    expect(readOut(await last("executive"))).toContain("present (08:50)");
    expect(JSON.stringify(await office.to("secretary"))).not.toContain("This is the attendance");
  });

  it("find the meetings of the last weeks, those alone that are held or were", async () => {
    expect(pointOf(await office.as("director", "/meeting attendance"))).toContain("No meeting was held");
    office.setClock("2026-12-10T09:00:00+08:00");
    const which = await office.as("director", "/meeting attendance");
    expect(tableOf(await office.press(which, "No. 1", office.visitorOf("director"))).length).toBeGreaterThan(3);
  });

  it("are the only ones who see it, besides each person what is recorded of them", async () => {
    clock("09:00");
    await here("vice");
    for (const who of ["vice", "head", "supervisor"] as const)
      expect((await office.as(who, "/meeting attendance 1")).tone).toBe("refused");
    expect((await record("毛景行", "present", "vice")).tone).toBe("refused");
    expect(JSON.stringify(await office.to("head"))).not.toContain("陆明谦");
  });
});

describe("showing a meeting that is held", () => {
  it("tells a person what is recorded of them, and leads those who plan meetings to attendance and the agenda", async () => {
    await office.give(
      "meeting item",
      { number: "1", title: "教育工作情况", kind: "report", minutes: "10" },
      office.visitorOf("director"),
    );
    clock("09:04");
    await here("vice");
    const own = await office.as("vice", "/meeting show 1");
    expect(readOut(own)).toContain("You: late (4 min).");
    expect(own.buttons).toEqual([]);
    const shown = await office.as("director", "/meeting show 1");
    expect(readOut(await office.press(shown, "Attendance", office.visitorOf("director")))).toContain("late: 1");
    expect(pointOf(await office.press(shown, "Begin item 1", office.visitorOf("director")))).toBe(
      "Item 1 of 1: 教育工作情况",
    );
  });
});

describe("a meeting that is moved", () => {
  it("asks at the new time, and forgets who was there for the former", async () => {
    await office.at("2026-12-02T08:50:00+08:00");
    await here("vice");
    await office.give("meeting change", { number: "1", time: "14:30-16:00" }, office.visitorOf("director"));
    expect(await stateOf("陆明谦")).toBe("not recorded");
    expect(JSON.stringify((await office.to("executive")).map(({ buttons }) => buttons))).not.toContain("meeting here");
    await office.at("2026-12-02T14:20:00+08:00");
    expect((await last("vice")).buttons.map(({ label }) => label)).toEqual(["I am here"]);
    await office.at("2026-12-02T16:15:00+08:00");
    expect(pointOf(await last("director"))).toContain("is over");
  });
});

it("what is recorded of a person is in the export of their data", async () => {
  clock("08:55");
  await here("vice");
  const exported = await office.atDesk(({ records }) => exportPerson(records, "1003"));
  expect(exported).toMatchObject({
    leave: { attendance: [{ meeting: 1, state: "present", at: office.now().getTime(), by: "person:1003" }] },
  });
});

it.each(languages)("in %s all of it is said in that language", async (language) => {
  const vice = speaking("vice", language);
  const director = speaking("director", language);
  for (const who of [vice, director]) await office.type(`/settings language:${language}`, who);
  const replies = [
    await office.type("/meeting here", vice),
    await office.type("/meeting here 1", vice),
    await office.type("/meeting attendance", director),
  ];
  await office.at("2026-12-02T08:50:00+08:00");
  replies.push((await office.to("vice")).at(-1) as Reply, await office.type("/meeting here", vice));
  clock("09:04");
  replies.push(await office.type("/meeting here 1", vice), await office.type("/meeting here 1", vice));
  replies.push(
    await office.type("/meeting attendance 1", director),
    await office.give("meeting attendance", { number: "1", person: "1014" }, director),
    await office.give("meeting attendance", { number: "1", person: "1014", state: "late" }, director),
    await office.give("meeting attendance", { number: "1", everybody: "yes" }, director),
    await office.give("meeting attendance", { number: "1", state: "late" }, director),
  );
  await office.at("2026-12-02T10:45:00+08:00");
  replies.push((await office.to("director")).at(-1) as Reply, (await office.to("vice")).at(-1) as Reply);
  for (const each of replies) {
    expect(each.language).toBe(language);
    const words = `${readOut(each)} ${each.buttons.map(({ label }) => label).join(" ")}`;
    if (language === "en") expect(pointOf(each)).not.toMatch(/[：。]/);
    else expect(words.replaceAll("Excel", "")).not.toMatch(/[a-z]{4}/i);
  }
});
