import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { rollFor } from "../../src/leave-desk/roll.ts";
import type { Reply } from "../../src/reply.ts";
import { languages } from "../../src/text.ts";
import { misquoted, pointOf, readOut } from "../support/app.ts";
import { day, type LeaveOffice, leaveOffice, secrets, speaking, type Who } from "../support/leave.ts";
import { buttonOf, owner } from "../support/office.ts";

// The head of the education bureau is away from Tuesday, 1 to Thursday, 3 December 2026, granted by the secretary-general.

let office: LeaveOffice;

beforeEach(async () => {
  office = await leaveOffice();
});

afterEach(async () => {
  expect(office.trouble).toEqual([]);
  await office.close();
});

const thursday = "2026-12-03T10:00:00+08:00";
const friday = "2026-12-04T09:00:00+08:00";
const monday = "2026-12-07T09:00:00+08:00";
const tuesday = "2026-12-08T09:00:00+08:00";

const hidden = new RegExp(Object.values(secrets).join("|"), "u");
const granted = async (who: Who = "head", by: Who = "secretary", from = "2026-12-01", until = "2026-12-03") => {
  const span = { from: day(from), fromHalf: "am", until: day(until), untilHalf: "pm" } as const;
  const { number } = await office.ask(who, { span });
  await office.as(by, `/leave approve ${number}`);
  return number;
};
const count = async (who: Who) => (await office.to(who)).length;
const last = async (who: Who): Promise<Reply> => {
  const found = (await office.to(who)).at(-1);
  if (!found) throw new Error(`${who} has no message`);
  return found;
};
const returns = async () => (await office.events()).filter(({ action }) => action === "leave.return");
const back = async (number = 1) => {
  const { returned } = await office.leave(number);
  return returned && `${returned.day} ${returned.half} ${returned.by}`;
};
/** Whoever looks after leave, one with nothing else to do with the request. */
const office2 = "director" as const;

describe("somebody who is back", () => {
  it("reports it with one press, and the approver's message shows it", async () => {
    await granted();
    await office.at(friday);
    const done = await office.press(await last("head"), "I am back", office.visitorOf("head"));
    expect(pointOf(done)).toBe("You have reported back from leave No. 1: back since 2026-12-04 (morning).");
    expect(done.tone).toBe("done");
    expect(await back()).toBe("2026-12-04 am 1014");
    expect((await office.to("secretary")).map(readOut).join()).toContain(
      "Reported back: 2026-12-04 (morning), reported 2026-12-04 09:00",
    );
  });

  it("or by typing, without a number when it is clear which leave is meant", async () => {
    await granted();
    office.setClock("2026-12-04T14:00:00+08:00");
    expect((await office.as("head", "/leave return")).tone).toBe("done");
    expect(await back()).toBe("2026-12-04 pm 1014");
  });

  it("of several leaves chooses one, and is told what is left", async () => {
    await granted();
    await granted("head", "secretary", "2026-12-04", "2026-12-04");
    office.setClock(monday);
    const which = await office.as("head", "/leave return yesterday");
    expect(which.tone).toBe("needs");
    expect(which.buttons.map(({ options }) => options)).toEqual([
      { number: "1", day: "yesterday" },
      { number: "2", day: "yesterday" },
    ]);
    expect(await returns()).toEqual([]);
    const done = await office.press(which, "No. 2", office.visitorOf("head"));
    expect(readOut(done)).toContain("you have not reported back either: No. 1.");
    await office.press(done, "No. 1", office.visitorOf("head"));
    expect([await back(1), await back(2)]).toEqual(["2026-12-07 am 1014", "2026-12-06 am 1014"]);
  });

  it("is entered in the audit with the day, how late, and who said so; without an article and without a reason", async () => {
    await granted();
    office.setClock(tuesday);
    await office.as("head", "/leave return 1 12-04");
    const [event] = await returns();
    expect(event).toMatchObject({
      actor: "person:1014",
      subject: "leave:1",
      about: "1014",
      articles: [],
      details: { day: "2026-12-04", half: "am", late: 2, by: "1014" },
    });
    expect(JSON.stringify(event)).not.toMatch(hidden);
  });

  it("may say so twice: the second time nothing is changed", async () => {
    await granted();
    await office.at(friday);
    const asked = await last("head");
    await office.press(asked, "I am back", office.visitorOf("head"));
    office.setClock(tuesday);
    const again = await office.press(asked, "I am back", office.visitorOf("head"));
    expect(again.tone).toBe("answer");
    expect(pointOf(again)).toMatch(/No\. 1 is reported already: 2026-12-04 \(morning\), reported 2026-12-04 09:00\./);
    expect(await returns()).toHaveLength(1);
    expect(pointOf(await office.as("head", "/leave return"))).toContain("There is nothing to report");
  });

  it("both presses at once count once", async () => {
    await granted();
    await office.at(friday);
    const asked = await last("head");
    const press = () => office.press(asked, "I am back", office.visitorOf("head"));
    const both = await Promise.all([press(), press()]);
    expect(both.map(({ tone }) => tone).toSorted()).toEqual(["answer", "done"]);
    expect(await returns()).toHaveLength(1);
  });

  it.each([
    ["yesterday", "2026-12-07 am"],
    ["12-04", "2026-12-04 am"],
    ["12月4日下午", "2026-12-04 pm"],
    ["2026-12-02 pm", "2026-12-02 pm"],
    ["Friday", "2026-12-04 am"],
    ["today", "2026-12-08 am"],
  ])("may report a day that is past: %s", async (typed, expected) => {
    await granted();
    office.setClock(tuesday);
    expect((await office.as("head", `/leave return 1 ${typed}`)).tone).toBe("done");
    expect(await back()).toBe(`${expected} 1014`);
  });

  it.each([
    ["2026-12-09", /2026-12-09 \(morning\) has not come yet/],
    ["2026-12-08 pm", /2026-12-08 \(afternoon\) has not come yet/],
    ["2026-11-30", /2026-11-30 \(morning\) is before the leave began/],
    ["when I like", /“when I like” is not a number of a request, nor a day.*For example: 12/],
  ])("cannot report %s, and nothing is changed", async (typed, why) => {
    await granted();
    office.setClock(tuesday);
    expect(readOut(await office.as("head", `/leave return 1 ${typed}`))).toMatch(why);
    expect(await back()).toBeNull();
  });

  it("on the evening of the last day is back from the next morning: that is no cut", async () => {
    await granted();
    office.setClock("2026-12-03T19:30:00+08:00");
    await office.as("head", "/leave return");
    expect(await back()).toBe("2026-12-04 am 1014");
    expect((await office.to("secretary")).map(readOut).join()).not.toContain("is back earlier");
  });

  it("of whom the rules say nothing reports back as well: leave that is only noted", async () => {
    const draft = await office.as("mayor", "/leave request 12-01 to 12-03");
    await office.press(draft, /Note|note/, office.visitorOf("mayor"));
    office.setClock(friday);
    expect((await office.as("mayor", "/leave return")).tone).toBe("done");
  });
});

describe("what cannot be returned from", () => {
  it("is leave that has not begun: it can be withdrawn", async () => {
    await granted();
    const early = await office.as("head", "/leave return 1");
    expect(pointOf(early)).toContain("No. 1 (2026-12-01 to 2026-12-03) has not begun");
    expect(buttonOf(early, "Withdraw").command).toBe("leave withdraw");
    expect(pointOf(await office.as("head", "/leave return"))).toContain("There is nothing to report");
  });

  it("is a request that was not granted, or leave from a meeting", async () => {
    await office.ask("head");
    await office.ask("head", { occasion: "executive-meeting", meeting: await office.meeting() });
    await office.as("secretary", "/leave approve 2");
    office.setClock(friday);
    expect(pointOf(await office.as("head", "/leave return 1"))).toContain("No. 1 is waiting for a decision");
    expect(pointOf(await office.as("head", "/leave return 2"))).toContain("leave from a meeting or activity");
    expect(await returns()).toEqual([]);
  });

  it("is the leave of others: to them there is none", async () => {
    await granted();
    office.setClock(friday);
    for (const who of ["other", "deputy", "mayor"] as const)
      expect(pointOf(await office.as(who, "/leave return 1"))).toContain("There is no request No. 1 that you may see");
    expect((await office.as("other", "/leave return person:毛景行")).tone).toBe("refused");
    expect(await back()).toBeNull();
  });
});

describe("somebody who is back earlier", () => {
  it("ends the leave there without approval, and whoever granted it is told; nothing private", async () => {
    await granted();
    office.setClock("2026-12-02T14:00:00+08:00");
    const done = await office.as("head", "/leave return");
    expect(readOut(done)).toMatch(
      /earlier than the leave says \(2026-12-01 to 2026-12-03\).*needs no approval.*谢秉章 has been told/s,
    );
    const told = await last("secretary");
    expect(pointOf(told)).toBe(
      "毛景行 (市教育局局长) is back earlier from leave No. 1: since 2026-12-02 (afternoon) (it was 2026-12-01 to 2026-12-03). There is nothing to decide.",
    );
    expect(JSON.stringify(told)).not.toMatch(hidden);
  });

  it("need not have the extension decided that they had asked for", async () => {
    await granted();
    office.setClock(thursday);
    await office.press(await office.as("head", "/leave change 1 until:12-10"), /^Send/, office.visitorOf("head"));
    const { number } = await office.leave(2);
    office.setClock("2026-12-04T10:00:00+08:00");
    expect(readOut(await office.as("head", "/leave return 1"))).toContain(`No. ${number}`);
    expect((await office.leave(2)).status).toBe("withdrawn");
    expect(await office.to("secretary")).toSatisfy((all: Reply[]) => all.every(({ buttons }) => buttons.length === 0));
    expect((await office.as("secretary", `/leave approve ${number}`)).tone).toBe("refused");
    expect((await office.leave(1)).status).toBe("approved");
  });

  it("is told which leave from meetings is not needed any more, and withdraws it with one press", async () => {
    const trip = await office.ask("head");
    const meeting = { occasion: "executive-meeting", meeting: await office.meeting(), trip: trip.number };
    await office.ask("head", {
      ...meeting,
      span: { from: day("2026-12-02"), fromHalf: "am", until: day("2026-12-02"), untilHalf: "am" },
    });
    await office.as("secretary", "/leave approve 1");
    await office.as("secretary", "/leave approve 2");
    office.setClock("2026-12-01T14:00:00+08:00");
    const done = await office.as("head", "/leave return 1");
    expect(readOut(done)).toContain("for meetings after the return: No. 2");
    await office.press(done, "Withdraw", office.visitorOf("head"));
    expect((await office.leave(2)).status).toBe("withdrawn");
  });

  it("is there again at once: what waits for them is not taken for waiting with somebody away", async () => {
    await granted("secretary", "mayor", "2026-11-23", "2026-11-30");
    office.setClock("2026-11-24T10:00:00+08:00");
    const away = async () => [...(await office.atDesk(rollFor)).away.keys()];
    expect(await away()).toEqual(["1008"]);
    await office.as("secretary", "/leave return");
    expect(await away()).toEqual([]);
  });
});

describe("a late report", () => {
  it("is told as late by Mishu's convention, and that the rules do not say", async () => {
    await granted();
    office.setClock(tuesday);
    const done = await office.as("head", "/leave return");
    const told = readOut(done);
    expect(told).toContain("by the end of 2026-12-04: it is 2 working days late");
    expect(told).toContain("Mishu's own convention and not a rule");
    expect(told).toContain("The rules do not say how, when or to whom one reports back from leave.");
    expect(told).toContain("不定期對會議出勤和請銷假情況進行督查");
    expect(misquoted(done.citations, office.app.rulebook)).toEqual([]);
    expect((await office.to("secretary")).map(readOut).join()).toContain("2 working days late");
  });

  it("is none up to the end of the first working day after the leave", async () => {
    await granted();
    office.setClock("2026-12-04T23:00:00+08:00");
    const done = await office.as("head", "/leave return");
    expect(readOut(done)).not.toMatch(/late|convention/);
    expect(done.citations).toEqual([]);
  });

  it("is not called late where nobody knows the holidays of the year", async () => {
    await granted("head", "secretary", "2026-12-29", "2026-12-31");
    office.setClock("2027-01-20T09:00:00+08:00");
    const done = readOut(await office.as("head", "/leave return"));
    expect(done).toContain("not known yet. It is not counted as late.");
    expect(done).not.toContain("working day");
    expect((await returns())[0]?.details).toMatchObject({ late: null });
  });
});

describe("whoever looks after the office's leave", () => {
  it("reports for somebody, by name; the audit says who, and the person is told", async () => {
    await granted();
    office.setClock(friday);
    const done = await office.as(office2, "/leave return person:毛景行");
    expect(pointOf(done)).toBe("Reported for 毛景行: back from leave No. 1 since 2026-12-04 (morning).");
    expect(await back()).toBe("2026-12-04 am 1009");
    expect((await returns())[0]).toMatchObject({ actor: "person:1009", about: "1014", details: { by: "1009" } });
    expect(pointOf(await last("head"))).toMatch(/华云舟 .* has reported for you that you are back/);
  });

  it("is asked whose leave it is that they typed only the number of", async () => {
    await granted();
    office.setClock(friday);
    const asks = await office.as(office2, "/leave return 1");
    expect(pointOf(asks)).toContain("No. 1 is the leave of 毛景行 (市教育局局长): 2026-12-01 to 2026-12-03");
    expect(await back()).toBeNull();
    expect((await office.press(asks, "毛景行 is back", office.visitorOf(office2))).tone).toBe("done");
    expect(pointOf(await office.as(office2, "/leave return 1 person:陆明谦"))).toContain("is not leave of 陆明谦");
  });

  it("sees which returns are missing, without reasons, and reports them from there", async () => {
    await granted();
    office.setClock(friday);
    expect(pointOf(await office.as(office2, "/leave return"))).toBe("No return is missing.");
    office.setClock(tuesday);
    const missing = await office.as(office2, "/leave return");
    expect(readOut(missing)).toContain(
      "No. 1 · 毛景行 (市教育局局长) · 2026-12-01 to 2026-12-03 · 2 working days late",
    );
    expect(JSON.stringify(missing)).not.toMatch(hidden);
    await office.press(missing, "毛景行 is back", office.visitorOf(office2));
    expect(pointOf(await office.as(office2, "/leave return"))).toBe("No return is missing.");
  });
});

describe("when the leave is over", () => {
  it("whoever was away is asked when people come to work on the first working day, not before", async () => {
    await granted();
    const before = await count("head");
    await office.at("2026-12-04T08:59:00+08:00");
    expect(await count("head")).toBe(before);
    await office.at(friday);
    expect(await count("head")).toBe(before + 1);
    expect(pointOf(await last("head"))).toBe(
      "Your leave No. 1 (2026-12-01 to 2026-12-03) is over. Are you back? One press reports it.",
    );
    expect(buttonOf(await last("head"), "I am back")).toMatchObject({ command: "leave return" });
    await office.at("2026-12-04T17:00:00+08:00");
    expect(await count("head")).toBe(before + 1);
  });

  it("at midday, they are asked that afternoon", async () => {
    const span = { from: day("2026-12-01"), fromHalf: "am", until: day("2026-12-03"), untilHalf: "am" } as const;
    await office.ask("head", { span });
    await office.as("secretary", "/leave approve 1");
    const before = await count("head");
    await office.at("2026-12-03T12:30:00+08:00");
    expect(await count("head")).toBe(before);
    await office.at("2026-12-03T13:30:00+08:00");
    expect(await count("head")).toBe(before + 1);
  });

  it("they are nudged on the next working day, on the third the office is told, then it is once a week, without end", async () => {
    // meetings that are not planned are another matter
    await office.type("/settings cadence:off", owner);
    await granted();
    const start = { head: await count("head"), director: await count("director"), other: await count("other") };
    const days: string[] = [];
    let known = start.head;
    for (let hours = 0; hours < 24 * 35; hours += 6) {
      const instant = new Date(Date.UTC(2026, 10, 30, 1) + hours * 3600_000);
      await office.at(instant.toISOString());
      const now = await count("head");
      if (now > known) days.push(new Date(instant.getTime() + 8 * 3600_000).toISOString().slice(0, 10));
      known = now;
    }
    expect(days).toEqual(["2026-12-04", "2026-12-07", "2026-12-08", "2026-12-15", "2026-12-22", "2026-12-29"]);
    expect(known).toBe(start.head + days.length);
    expect(await count("director")).toBe(start.director + 1);
    expect(await count("other")).toBe(start.other);
  });

  it("the office sees who and when with the third reminder, nothing private, and reports with one press", async () => {
    await granted();
    await office.at(friday);
    await office.at(monday);
    const before = { director: await count("director"), supervisor: await count("supervisor") };
    await office.at(tuesday);
    for (const who of ["director", "supervisor"] as const) {
      expect(await count(who)).toBe(before[who] + 1);
      const told = await last(who);
      expect(pointOf(told)).toBe(
        "毛景行 (市教育局局长) has not reported back from leave No. 1, and was reminded twice.",
      );
      expect(readOut(told)).toMatch(/by the end of 2026-12-04\.\s+That day, .* Mishu's own convention and not a rule/);
      expect(JSON.stringify(told)).not.toMatch(hidden);
    }
    expect(readOut(await last("head"))).toContain("Those who look after the office's leave know of it as well.");
    await office.press(await last("supervisor"), "毛景行 is back", office.visitorOf("supervisor"));
    expect(await back()).toBe("2026-12-08 am 1040");
    expect(readOut(await last("director"))).toContain("Reported back: 2026-12-08 (morning)");
    expect((await last("director")).buttons).toEqual([]);
  });

  it("nobody is asked during holidays, and all of them are asked when these are over", async () => {
    office.setClock("2026-09-21T09:00:00+08:00");
    await granted("head", "secretary", "2026-09-28", "2026-09-30");
    await granted("vice", "mayor", "2026-09-28", "2026-10-04");
    const before = { head: await count("head"), vice: await count("vice") };
    for (const date of ["2026-10-01", "2026-10-04", "2026-10-07"]) await office.at(`${date}T10:00:00+08:00`);
    expect([await count("head"), await count("vice")]).toEqual([before.head, before.vice]);
    await office.at("2026-10-08T09:00:00+08:00");
    expect([await count("head"), await count("vice")]).toEqual([before.head + 1, before.vice + 1]);
    await office.as("head", "/leave return");
    expect((await returns())[0]?.details).toMatchObject({ late: 0 });
  });

  it("in a year of which nobody knows the holidays they are asked on the first weekday but New Year's Day, and nobody is called late", async () => {
    await granted("head", "secretary", "2026-12-29", "2026-12-31");
    const before = await count("head");
    await office.at("2027-01-01T09:00:00+08:00");
    expect(await count("head")).toBe(before);
    await office.at("2027-01-04T09:00:00+08:00");
    expect(await count("head")).toBe(before + 1);
    await office.at("2027-01-05T09:00:00+08:00");
    await office.at("2027-01-06T09:00:00+08:00");
    expect(readOut(await last("director"))).toContain("has not reported back from leave No. 1");
    expect(readOut(await last("director"))).not.toMatch(/late|by the end of/);
    expect(readOut(await office.as(office2, "/leave return"))).toMatch(/No\. 1 · 毛景行[^·]*· [^·]*$/u);
  });

  it("nobody is asked who has reported, has extended the leave, or is away again", async () => {
    await granted();
    await granted("vice", "mayor");
    await granted("executive", "mayor");
    await granted("executive", "mayor", "2026-12-04", "2026-12-07");
    office.setClock("2026-12-03T15:00:00+08:00");
    await office.as("head", "/leave return");
    await office.press(await office.as("vice", "/leave change 2 until:12-08"), /^Send/, office.visitorOf("vice"));
    await office.as("mayor", "/leave approve 5");
    const whole = ["head", "vice", "executive"] as const;
    const counts = () => Promise.all(whole.map(count));
    const before = await counts();
    await office.at(friday);
    await office.at(monday);
    expect(await counts()).toEqual(before);
    await office.at(tuesday);
    await office.at("2026-12-09T09:00:00+08:00");
    expect(pointOf(await last("vice"))).toContain("Your leave No. 5 (2026-12-01 to 2026-12-08) is over");
    expect(await count("head")).toBe(before[0]);
    expect(await count("executive")).toBeGreaterThan(before[2] ?? 0);
  });

  it("earlier than first granted, they are asked earlier", async () => {
    await granted();
    office.setClock("2026-12-01T10:00:00+08:00");
    await office.as("head", "/leave change 1 until:12-01");
    const before = await count("head");
    await office.at("2026-12-02T09:00:00+08:00");
    expect(pointOf(await last("head"))).toContain("is over. Are you back?");
    expect(await count("head")).toBe(before + 1);
  });

  it("leave that was withdrawn before it began is nobody's return", async () => {
    await granted();
    await office.as("head", "/leave withdraw 1");
    const before = await count("head");
    await office.at(friday);
    expect(await count("head")).toBe(before);
  });
});

it.each(languages)("in %s all of it is said in that language and quotes only the rules", async (language) => {
  for (const who of ["head", "director", "secretary"] as const)
    await office.type(`/settings language:${language}`, office.visitorOf(who));
  await granted();
  const head = speaking("head", language);
  const replies: Reply[] = [await office.type("/leave return 1", head)];
  for (const instant of [friday, monday, tuesday]) {
    await office.at(instant);
    replies.push(await last("head"));
  }
  replies.push(
    await last("director"),
    await office.as("director", "/leave return"),
    await office.as("director", "/leave return 1"),
    await office.type("/leave return 1 2026-12-30", head),
    await office.as("director", "/leave return 1 person:1014"),
    await last("head"),
    await office.type("/leave return 1", head),
    await office.type("/leave return", head),
  );
  for (const each of replies) {
    expect(each.language).toBe(language);
    expect(pointOf(each)).toMatch(language === "en" ? /leave|return|come|No\./ : /\p{Script=Han}/u);
    expect(misquoted(each.citations, office.app.rulebook)).toEqual([]);
  }
  expect(replies.map(({ tone }) => tone)).toEqual([
    ...["refused", "needs", "needs", "needs", "needs", "answer", "needs"],
    ...["problem", "done", "done", "answer", "answer"],
  ]);
});
