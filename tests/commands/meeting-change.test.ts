import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isText, type Reply } from "../../src/reply.ts";
import { languages } from "../../src/text.ts";
import { pointOf, readOut } from "../support/app.ts";
import { type LeaveOffice, leaveOffice, secrets, speaking, type Who } from "../support/leave.ts";
import { buttonOf } from "../support/office.ts";

// Monday, 23 November 2026, nine o'clock. An executive meeting is announced for Wednesday, 2 December, 9:00 to 10:30, with
// the head of the education bureau invited.

let office: LeaveOffice;

beforeEach(async () => {
  office = await leaveOffice();
  await plan();
});

afterEach(async () => {
  expect(office.trouble).toEqual([]);
  await office.close();
});

const plan = (given: Readonly<Record<string, string>> = {}) =>
  office.give(
    "meeting plan",
    {
      type: "executive-meeting",
      day: "12-02",
      time: "09:00-10:30",
      title: "市政府第 58 次常务会议",
      place: "行政中心 1 号会议室",
      presider: "mayor",
      invited: "毛景行",
      ...given,
    },
    office.visitorOf("director"),
  );
const announce = () => office.as("director", "/meeting announce 1");
const change = (given: Readonly<Record<string, string>>, who: Who = "director") =>
  office.give("meeting change", { number: "1", ...given }, office.visitorOf(who));
const said = async (who: Who) => (await office.to(who)).map(pointOf);
const last = async (who: Who): Promise<Reply> => {
  const message = (await office.to(who)).at(-1);
  if (!message) throw new Error(`nothing was sent to ${who}`);
  return message;
};
const entryOf = (reply: Reply): string => {
  const [file] = reply.files ?? [];
  if (!file || !isText(file)) throw new Error("it has an entry for the calendar");
  return file.content;
};

describe("changing a meeting that nobody was called to yet", () => {
  it("keeps what is said to be different and leaves the rest, and tells nobody", async () => {
    const done = await change({ time: "14:30-16:00", place: "2 号会议室" });
    expect(done.tone).toBe("done");
    expect(readOut(done)).toMatch(/When: 2026-12-02, 09:00–10:30 → 2026-12-02, 14:30–16:00.*Place: .*1 号.*→ 2 号/s);
    expect(readOut(done)).toContain("Nobody had been called to it yet.");
    expect(readOut(await office.as("director", "/meeting show 1"))).toMatch(/58.*14:30–16:00.*2 号会议室.*毛景行/s);
    expect(await said("vice")).toEqual([]);
    expect((await office.events()).at(-1)).toMatchObject({ action: "meeting.change", subject: "meeting:1" });
  });

  it("takes away what is marked with a dash", async () => {
    await change({ place: "-", presider: "－", invited: "-" });
    const shown = readOut(await office.as("director", "/meeting show 1"));
    expect(shown).not.toMatch(/会议室|Presides|毛景行/);
  });

  it("does not take the title away: a meeting without one cannot be told from others", async () => {
    const told = await change({ title: "-", place: "2 号会议室" });
    expect(told.tone).toBe("problem");
    expect(pointOf(told)).toContain("A meeting has a title");
    expect(readOut(await office.as("director", "/meeting show 1"))).toMatch(/58.*1 号会议室/s);
  });

  it("is checked as when it was planned: nobody presides whom the words do not name", async () => {
    const refused = await change({ presider: "secretary-general" });
    expect(refused.tone).toBe("refused");
    expect(readOut(refused)).toContain("市政府常務會議由市長、副市長、秘書長組成,由市長召集和主持");
    const asked = await change({ day: "12-06" });
    expect(readOut(asked)).toContain("2026-12-06 is a weekend.");
    const done = await office.press(asked, "Plan it on that day", office.visitorOf("director"));
    expect(done.tone).toBe("done");
    expect(readOut(done)).toContain("2026-12-06");
  });

  it("is refused where nothing is different, to those who do not plan meetings, and once it has begun", async () => {
    expect(readOut(await change({ title: "市政府第 58 次常务会议" }))).toContain("already as you say");
    for (const who of ["head", "vice"] as const) expect((await change({ place: "X" }, who)).tone).toBe("refused");
    office.setClock("2026-12-02T09:00:00+08:00");
    expect(readOut(await change({ place: "X" }))).toContain("has begun or is over");
    expect(readOut(await office.as("director", "/meeting show 1"))).toContain("1 号会议室");
  });

  it("is offered as a form with what stands there, to those who plan meetings alone", async () => {
    const which = await office.as("director", "/meeting change");
    expect(buttonOf(which, "Change meeting No. 1")).toMatchObject({ options: { number: "1" }, form: true });
    const told = await office.as("director", "/meeting change 1");
    expect(buttonOf(told, "Fill in the form")).toMatchObject({ command: "meeting change", form: true });
  });
});

describe("changing a meeting that people are called to", () => {
  beforeEach(async () => {
    await announce();
  });

  it("tells everybody what is different, and their calendars follow", async () => {
    const first = entryOf(await last("vice"));
    await change({ place: "2 号会议室" });
    const told = await last("vice");
    expect(pointOf(told)).toBe("A meeting to which you are called has changed.");
    expect(readOut(told)).toMatch(/Place: 行政中心 1 号会议室 → 2 号会议室/);
    const entry = entryOf(told);
    const uid = /UID:\S+/;
    expect(entry.match(uid)?.[0]).toBe(first.match(uid)?.[0]);
    expect(first).toContain("SEQUENCE:0");
    expect(entry).toContain("SEQUENCE:1");
    expect(entry).toContain("LOCATION:2 号会议室");
    expect(pointOf(await last("mayor"))).toBe("A meeting to which you are called has changed.");
  });

  it("keeps that somebody comes where the time is the same, and asks again where it is not", async () => {
    await office.as("vice", "/meeting attend 1");
    await change({ place: "2 号会议室" });
    expect((await last("vice")).buttons.map(({ label }) => label)).not.toContain("I come");
    await change({ time: "09:30-11:00" });
    expect(readOut(await last("vice"))).toContain("The time has changed: please say again whether you come");
    expect(readOut(await office.as("director", "/meeting roll 1"))).not.toMatch(/comes: [2-9]/);
    expect((await office.as("vice", "/meeting attend 1")).tone).toBe("done");
  });

  it("calls those who are new, and lets those go who are not called any more", async () => {
    await change({ invited: "1015" });
    expect(await said("other")).toEqual(["You are invited to a meeting."]);
    expect((await said("head")).at(-1)).toMatch(/^You are no longer called to 市政府第 58 次常务会议/);
    expect(entryOf(await last("head"))).toContain("METHOD:CANCEL");
    // what they hold in their hands has nothing to press any more
    expect((await office.to("head")).flatMap(({ buttons }) => buttons)).toEqual([]);
    // whom else it calls is nobody else's business
    expect(await said("vice")).toHaveLength(1);
  });

  it("voids leave for another half day, whether granted or asked for, and says so to whom it concerns", async () => {
    for (const who of ["head", "other"] as const)
      await office.ask(who, {
        occasion: "executive-meeting",
        meeting: 1,
        span: { from: "2026-12-02" as never, fromHalf: "am", until: "2026-12-02" as never, untilHalf: "am" },
      });
    await office.as("secretary", "/leave approve 1");
    const done = await change({ day: "12-03" });
    expect(readOut(done)).toContain("Leave was for the time as it was, and is withdrawn: No. 2 and No. 1.");
    expect((await office.leave(1)).status).toBe("withdrawn");
    expect((await office.leave(2)).status).toBe("withdrawn");
    expect((await said("head")).join(" ")).toContain("Your leave No. 1 was for the former time and no longer holds");
    expect((await said("other")).join(" ")).toContain("Your request No. 2 was for the former time and is withdrawn");
    expect((await said("secretary")).join(" ")).toContain("Request No. 2 of 卞清扬");
    expect(JSON.stringify(await office.messages())).not.toMatch(new RegExp(`approved.*${secrets.place}`));
  });

  it("lets leave stand where the meeting is held half an hour later", async () => {
    await office.ask("head", {
      occasion: "executive-meeting",
      meeting: 1,
      span: { from: "2026-12-02" as never, fromHalf: "am", until: "2026-12-02" as never, untilHalf: "am" },
    });
    await office.as("secretary", "/leave approve 1");
    await change({ time: "09:30-11:00" });
    expect((await office.leave(1)).status).toBe("approved");
    expect(readOut(await office.as("director", "/meeting roll 1"))).toMatch(/毛景行.*leave/);
  });

  it("tells whoever goes instead of somebody who has leave, where that stands", async () => {
    await office.ask("head", {
      occasion: "executive-meeting",
      meeting: 1,
      span: { from: "2026-12-02" as never, fromHalf: "am", until: "2026-12-02" as never, untilHalf: "am" },
    });
    await office.as("secretary", "/leave approve 1");
    await office.give("leave substitute", { number: "1", person: "壮怀谷" }, office.visitorOf("head"));
    await change({ time: "09:30-11:00" });
    const told = await last("deputy");
    expect(readOut(told)).toMatch(/has changed\..*You go instead of somebody.*09:00–10:30 → 2026-12-02, 09:30–11:00/s);
    expect(told.buttons).toEqual([]);
  });

  it("is reminded of at the new time only, also where it was reminded of before", async () => {
    await office.at("2026-12-01T09:00:00+08:00");
    const before = (await said("vice")).length;
    await change({ day: "12-04" });
    await office.at("2026-12-02T08:00:00+08:00");
    const since = (await said("vice")).slice(before);
    expect(since.at(-1)).toBe("A meeting to which you are called has changed.");
    expect(since.join(" ")).not.toContain("reminder");
    await office.at("2026-12-03T09:00:00+08:00");
    expect((await said("vice")).at(-1)).toBe("A reminder of this meeting; please be on time.");
    await office.at("2026-12-04T08:00:00+08:00");
    expect((await said("vice")).at(-1)).toBe("A reminder: this meeting begins in an hour.");
  });

  it("is done by one of two who change it at once after the other: nothing of either is lost", async () => {
    await Promise.all([change({ place: "2 号会议室" }), change({ time: "09:30-11:00" }, "secretary")]);
    expect(readOut(await office.as("director", "/meeting show 1"))).toMatch(/09:30–11:00.*2 号会议室/s);
  });
});

describe("showing a meeting", () => {
  it("tells whoever plans it how it stands, and by which words whoever presides does", async () => {
    const planned = readOut(await office.as("director", "/meeting show 1"));
    expect(planned).toContain("Nobody was told yet");
    expect(planned).toContain("市政府常務會議由市長、副市長、秘書長組成,由市長召集和主持");
    await announce();
    const shown = await office.as("director", "/meeting show 1");
    expect(readOut(shown)).toMatch(/Announced on 2026-11-23\..*no reply yet: \d+/s);
    expect(shown.buttons.map(({ command }) => command)).toEqual(
      expect.arrayContaining(["meeting roll", "meeting change", "meeting cancel"]),
    );
  });

  it("tells whoever is called what the notice says and how it stands with them, and nothing of others", async () => {
    expect(readOut(await office.as("vice", "/meeting show 1"))).toContain("You are not called to a meeting No. 1");
    await announce();
    const shown = await office.as("vice", "/meeting show 1");
    expect(readOut(shown)).toMatch(/58.*You: no reply yet\./s);
    expect(readOut(shown)).not.toContain("毛景行");
    expect(shown.buttons.map(({ command }) => command)).toEqual(["meeting attend", "leave request"]);
  });

  it("tells nobody else that there is such a meeting", async () => {
    await announce();
    const one = readOut(await office.as("deputy", "/meeting show 1"));
    const none = readOut(await office.as("deputy", "/meeting show 7"));
    expect(one.replace("1", "7")).toBe(none);
  });

  it("speaks every language whole", async () => {
    await announce();
    for (const language of languages) {
      const text = readOut(await office.give("meeting show", { number: "1" }, speaking("vice", language)));
      if (language === "en") expect(text).not.toMatch(/[：。]/);
      else expect(text).not.toMatch(/[a-z]{4}/i);
    }
  });
});
