import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isText, type Reply } from "../../src/reply.ts";
import { languages } from "../../src/text.ts";
import { pointOf, readOut } from "../support/app.ts";
import { type LeaveOffice, leaveOffice, secrets, speaking, type Who } from "../support/leave.ts";
import { buttonOf, owner } from "../support/office.ts";

// Monday, 23 November 2026, nine o'clock. An executive meeting is planned for Wednesday, 2 December, 9:00 to 10:30, with
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

const usual = {
  type: "executive-meeting",
  day: "12-02",
  time: "09:00-10:30",
  title: "市政府第 58 次常务会议",
  place: "行政中心 1 号会议室",
  presider: "mayor",
  invited: "毛景行",
};
const plan = (given: Readonly<Record<string, string>> = {}) =>
  office.give("meeting plan", { ...usual, ...given }, office.visitorOf("director"));
const announce = (number = 1, who: Who = "director") => office.as(who, `/meeting announce ${number}`);
const channel = "channel:slack:T1:C-MEETINGS";
const inChannel = async () => (await office.messages()).filter(({ to }) => to === channel).map(({ reply }) => reply);
const chooseChannel = () => office.give("settings", { channel, use: "meetings" }, owner);
const said = async (who: Who) => (await office.to(who)).map(pointOf);
const entryOf = (reply: Reply | undefined): string => {
  const [file] = reply?.files ?? [];
  if (!file || !isText(file)) throw new Error("it has an entry for the calendar");
  expect(file.name).toBe("meeting-1.ics");
  return file.content;
};
const hidden = new RegExp(Object.values(secrets).join("|"), "u");

describe("announcing a meeting", () => {
  it("calls everybody whom the rules call and whoever is invited, each once, with an entry for the calendar", async () => {
    const done = await announce();
    expect(done.tone).toBe("done");
    expect(pointOf(done)).toMatch(/^Meeting No\. 1 is announced: \d+ people get a notice\.$/);
    expect(await said("vice")).toEqual(["You are called to a meeting."]);
    expect(await said("mayor")).toEqual(["You preside over a meeting."]);
    expect(await said("head")).toEqual(["You are invited to a meeting."]);
    expect(await said("deputy")).toEqual([]);
    expect(await said("other")).toEqual([]);
    const [notice] = await office.to("vice");
    if (!notice) throw new Error("there is a notice");
    expect(readOut(notice)).toMatch(
      /第 58 次常务会议.*executive meeting.*2026-12-02, 09:00–10:30.*1 号会议室.*Presides: mayor/s,
    );
    expect(entryOf(notice)).toContain("DTSTART;TZID=Asia/Shanghai:20261202T090000\r\n");
    // nobody is told there who else is called
    expect(readOut(notice)).not.toContain("毛景行");
    expect((await office.events()).at(-1)).toMatchObject({ action: "meeting.announce", subject: "meeting:1" });
  });

  it("leads from the notice straight to leave from the meeting", async () => {
    await announce();
    const [notice] = await office.to("head");
    expect(buttonOf(notice ?? (await announce()), "Ask for leave")).toMatchObject({
      command: "leave request",
      options: { meeting: "1" },
      form: true,
    });
  });

  it("is done once, however often it is pressed, by those who plan meetings", async () => {
    for (const who of ["head", "supervisor"] as const) expect((await announce(1, who)).tone).toBe("refused");
    expect(await office.to("vice")).toEqual([]);
    const [one, other] = await Promise.all([announce(), announce(1, "secretary")]);
    expect([one?.tone, other?.tone].sort()).toEqual(["done", "refused"]);
    expect(readOut(await announce())).toContain("was announced already. Nobody was told again.");
    expect(await office.to("vice")).toHaveLength(1);
  });

  it("is offered when it is planned, and by the list of those that were not", async () => {
    const planned = await plan({ title: "Other", day: "12-03" });
    await office.press(planned, "Announce meeting No. 2", office.visitorOf("director"));
    const which = await office.as("director", "/meeting announce");
    expect(which.buttons.map(({ label }) => label)).toEqual(["Announce meeting No. 1"]);
    await office.press(which, "No. 1", office.visitorOf("director"));
    expect(pointOf(await office.as("director", "/meeting announce"))).toContain("No meeting is planned that was not");
    expect(await office.to("vice")).toHaveLength(2);
  });

  it("is refused for a meeting that is cancelled, has begun, or does not exist", async () => {
    expect(readOut(await announce(7))).toContain("There is no meeting No. 7");
    await plan({ title: "Other", day: "12-03" });
    await office.as("director", "/meeting cancel 2");
    expect(readOut(await announce(2))).toContain("is cancelled already");
    office.setClock("2026-12-02T09:00:00+08:00");
    expect(readOut(await announce())).toContain("has begun or is over");
    expect(await office.to("vice")).toEqual([]);
  });

  it("names those to whom nobody can write, for whoever announces it to tell", async () => {
    await plan({ title: "Other", day: "12-03", invited: "1020" });
    const done = await announce(2);
    expect(readOut(done)).toMatch(
      /Mishu cannot write to .*: they have no account here yet\. Please tell them yourself\./,
    );
    expect((await office.messages()).map(({ to }) => to)).not.toContain("person:1020");
  });

  it("tells the channel that was chosen, without buttons, or that none is chosen", async () => {
    const without = await announce();
    expect(readOut(without)).toContain("No channel is chosen for meetings: only people were told.");
    expect(buttonOf(without, "Choose a channel")).toMatchObject({ command: "settings", options: { use: "meetings" } });
    await chooseChannel();
    await plan({ title: "Other", day: "12-03" });
    expect(readOut(await announce(2))).not.toContain("No channel");
    // before that it was told what it is for
    const [, ...posted] = await inChannel();
    expect(posted).toHaveLength(1);
    expect(posted[0]?.buttons).toEqual([]);
    expect(JSON.stringify(posted)).toMatch(/Other.*12月3日/s);
  });
});

describe("reminders of a meeting", () => {
  it("come a working day before and an hour before, to those who come and to the channel", async () => {
    await chooseChannel();
    await announce();
    await office.as("vice", "/meeting attend 1");
    const before = (await said("vice")).length;
    await office.at("2026-12-01T08:59:00+08:00");
    expect(await said("vice")).toHaveLength(before);
    await office.at("2026-12-01T09:00:00+08:00");
    expect((await said("vice")).at(-1)).toBe("A reminder of this meeting; please be on time.");
    await office.at("2026-12-02T07:59:00+08:00");
    expect(await said("vice")).toHaveLength(before + 1);
    // before office hours begin as well
    await office.at("2026-12-02T08:00:00+08:00");
    expect((await said("vice")).at(-1)).toBe("A reminder: this meeting begins in an hour.");
    await office.at("2026-12-02T09:30:00+08:00");
    await office.at("2026-12-03T09:30:00+08:00");
    expect((await said("vice")).filter((each) => each.startsWith("A reminder"))).toHaveLength(2);
    expect((await inChannel()).slice(1).map(pointOf)).toEqual([
      "会议通知。",
      "会议提醒，请准时到会。",
      "提醒：一小时后召开此会议。",
    ]);
  });

  it("do not come where nobody was called to the meeting", async () => {
    await office.at("2026-12-01T09:00:00+08:00");
    await office.at("2026-12-02T08:00:00+08:00");
    expect(await said("vice")).toEqual([]);
  });

  it("that are late already when it is announced do not come", async () => {
    office.setClock("2026-12-01T15:00:00+08:00");
    await announce();
    await office.at("2026-12-01T15:01:00+08:00");
    expect(await said("vice")).toHaveLength(1);
    await office.at("2026-12-02T08:00:00+08:00");
    expect(await said("vice")).toHaveLength(2);
  });

  it("leave in peace whoever has leave from it or is on a journey, and remind whoever goes instead", async () => {
    await announce();
    await office.ask("vice");
    await office.as("mayor", "/leave approve 1");
    await office.ask("head", { occasion: "executive-meeting", meeting: 1 });
    await office.as("secretary", "/leave approve 2");
    await office.give("leave substitute", { number: "2", person: "壮怀谷" }, office.visitorOf("head"));
    const heard = async () => Promise.all((["vice", "head"] as const).map(async (who) => (await said(who)).length));
    const before = await heard();
    await office.at("2026-12-01T09:00:00+08:00");
    expect(await heard()).toEqual(before);
    const [reminder] = (await office.to("deputy")).slice(-1);
    expect(reminder && readOut(reminder)).toMatch(
      /A reminder of this meeting.*You go instead of somebody who has leave/s,
    );
    expect(JSON.stringify(await office.to("deputy"))).not.toMatch(hidden);
    expect((await said("mayor")).at(-1)).toBe("A reminder of this meeting; please be on time.");
  });

  it("are listed among what is coming, without a title", async () => {
    await announce();
    const coming = readOut(await office.type("/reminders all:yes", owner));
    expect(coming).toContain("meeting 1 begins an hour later");
    expect(coming).not.toContain("第 58 次");
  });
});

describe("cancelling a meeting to which people were called", () => {
  it("tells them, takes it out of their calendars, and leaves nothing to press and nothing to remind of", async () => {
    await chooseChannel();
    await announce();
    const [first] = await office.to("vice");
    const done = await office.as("director", "/meeting cancel 1");
    expect(readOut(done)).toMatch(/\d+ people are told\./);
    const told = await office.to("vice");
    const cancelled = told.at(-1);
    expect(pointOf(cancelled ?? done)).toBe("市政府第 58 次常务会议 (2026-12-02, 09:00–10:30) is cancelled.");
    expect(entryOf(cancelled)).toMatch(/METHOD:CANCEL\r\n.*SEQUENCE:1\r\n.*STATUS:CANCELLED/s);
    const uid = /UID:(.*)\r\n/;
    expect(entryOf(cancelled).match(uid)?.[1]).toBe(entryOf(first).match(uid)?.[1]);
    // what was sent before says the same, and has nothing to press any more
    expect(told.flatMap(({ buttons }) => buttons)).toEqual([]);
    expect(new Set(told.map(pointOf)).size).toBe(1);
    expect(pointOf((await inChannel()).at(-1) ?? done)).toMatch(/会议取消通知/);
    const heard = (await office.messages()).length;
    await office.at("2026-12-01T09:00:00+08:00");
    await office.at("2026-12-02T08:00:00+08:00");
    expect(await office.messages()).toHaveLength(heard);
  });
});

it.each(languages)("in %s all of it is said in that language", async (language) => {
  for (const who of ["vice", "head"] as const)
    await office.type(`/settings language:${language}`, office.visitorOf(who));
  const director = speaking("director", language);
  const replies = [
    await office.type("/meeting announce", director),
    await office.type("/meeting announce 1", director),
  ];
  await office.at("2026-12-01T09:00:00+08:00");
  await office.at("2026-12-02T08:00:00+08:00");
  replies.push(await office.type("/meeting announce 1", director), await office.type("/meeting cancel 1", director));
  replies.push(...(await office.to("vice")), ...(await office.to("head")));
  expect(replies.length).toBeGreaterThanOrEqual(4 + 2 * 4);
  for (const each of replies) {
    expect(each.language).toBe(language);
    const words = readOut(each).replaceAll(
      /市政府第 58 次常务会议|行政中心 1 号会议室|毛景行|[^\s、]{2,4}(?=、|，|,| and )/gu,
      "",
    );
    if (language === "en") expect(pointOf(each)).toMatch(/[Mm]eeting|cancelled|reminder/);
    else expect(words).not.toMatch(/\b(meeting|called|cancelled|reminder|people)\b/);
  }
});
