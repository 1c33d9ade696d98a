import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Reply } from "../../src/reply.ts";
import { languages } from "../../src/text.ts";
import { misquoted, readOut } from "../support/app.ts";
import { day, type LeaveOffice, leaveOffice, secrets, type Who } from "../support/leave.ts";
import { buttonOf, owner, sixty } from "../support/office.ts";

// A request that waits for somebody who is away or silent: it is never lost, and nobody decides whom no words name.
// The office opens on Monday, 23 November 2026.

let office: LeaveOffice;

beforeEach(async () => {
  office = await leaveOffice();
});

afterEach(async () => {
  expect(office.trouble).toEqual([]);
  await office.close();
});

const tuesday = "2026-11-24T09:00:00+08:00";
const wednesday = "2026-11-25T09:00:00+08:00";
const thursday = "2026-11-26T09:00:00+08:00";

/** What somebody was sent since they had so many messages. */
const since = async (who: Who, before: number): Promise<readonly Reply[]> => (await office.to(who)).slice(before);
const count = async (who: Who) => (await office.to(who)).length;
const last = async (who: Who): Promise<Reply> => {
  const found = (await office.to(who)).at(-1);
  if (!found) throw new Error(`${who} has no message`);
  return found;
};
const hidden = new RegExp(Object.values(secrets).join("|"), "u");
const nudges = async () => (await office.events()).filter(({ action }) => action === "leave.nudge").length;
const meetingLeave = async () =>
  office.ask("vice", { occasion: "executive-meeting", meeting: await office.meeting("executive-vice-mayor") });

describe("an approver who is silent", () => {
  it("is nudged a working day after the request, with buttons that decide", async () => {
    await office.ask("head");
    const before = await count("secretary");
    await office.at("2026-11-23T17:00:00+08:00");
    expect(await count("secretary")).toBe(before);
    await office.at(tuesday);
    const [nudge] = await since("secretary", before);
    expect(readOut(nudge ?? (await last("head")))).toMatch(/A reminder: No\. 1 has waited .* since 2026-11-23 09:00/);
    expect((await office.press(await last("secretary"), "Approve", office.visitorOf("secretary"))).tone).toBe("done");
  });

  it("is nudged sooner, within the next hour of office, when the leave begins before that", async () => {
    await office.ask("head", {
      span: { from: day("2026-11-24"), fromHalf: "am", until: day("2026-11-24"), untilHalf: "pm" },
    });
    await office.at("2026-11-23T10:00:00+08:00");
    expect(readOut(await last("secretary"))).toContain("A reminder: No. 1");
  });

  it("is nudged without end, ever less often, on working days and in office hours only", async () => {
    await office.ask("head", {
      span: { from: day("2027-03-01"), fromHalf: "am", until: day("2027-03-05"), untilHalf: "pm" },
    });
    const days: string[] = [];
    let known = 0;
    for (let hours = 0; hours < 24 * 39; hours += 6) {
      const instant = new Date(Date.UTC(2026, 10, 23, 1) + hours * 3600_000);
      await office.at(instant.toISOString());
      const now = await nudges();
      if (now > known) days.push(new Date(instant.getTime() + 8 * 3600_000).toISOString().slice(0, 10));
      known = now;
    }
    expect(days).toEqual([
      ...["2026-11-24", "2026-11-25", "2026-11-26", "2026-11-30", "2026-12-03"],
      ...["2026-12-10", "2026-12-17", "2026-12-24", "2026-12-31"],
    ]);
  });

  it("is left in peace once the request is decided or withdrawn", async () => {
    await office.ask("head");
    await office.as("secretary", "/leave approve 1");
    const before = await count("secretary");
    await office.at(tuesday);
    await office.at(thursday);
    expect(await since("secretary", before)).toEqual([]);
    expect(await nudges()).toBe(0);
  });

  it("is known to whoever asked and, once, to the office from the second nudge on; the office sees nothing private", async () => {
    await office.ask("head");
    await office.at(tuesday);
    const before = {
      head: await count("head"),
      director: await count("director"),
      supervisor: await count("supervisor"),
    };
    await office.at(wednesday);
    const [told] = await since("head", before.head);
    expect(readOut(told ?? (await last("head")))).toMatch(
      /No\. 1 is not decided yet.*It waits for 谢秉章.*The rules do not say who decides in place of the post “secretary-general.*\/roster entrust.*goes on waiting/s,
    );
    for (const who of ["director", "supervisor"] as const) {
      const [known, ...more] = await since(who, before[who]);
      expect(more).toEqual([]);
      expect(readOut(known ?? (await last("head")))).toMatch(/No\. 1 has waited longer than usual.*毛景行.*谢秉章/s);
      expect(JSON.stringify(known)).not.toMatch(hidden);
    }
    await office.at(thursday);
    expect(await count("head")).toBe(before.head + 2);
    expect(await count("director")).toBe(before.director + 1);
  });
});

describe("leave that begins soon", () => {
  it("is everybody's care before the last hour of office ahead of it: the approver, whoever asked, and the office", async () => {
    office.setClock("2026-09-29T17:20:00+08:00");
    await office.ask("head", {
      span: { from: day("2026-10-05"), fromHalf: "am", until: day("2026-10-07"), untilHalf: "pm" },
    });
    await office.at("2026-09-30T09:00:00+08:00");
    const before = { head: await count("head"), director: await count("director"), approver: await count("secretary") };
    await office.at("2026-09-30T16:29:00+08:00");
    expect(await count("head")).toBe(before.head);
    await office.at("2026-09-30T16:30:00+08:00");
    expect(readOut(await last("head"))).toContain("No. 1 is not decided yet");
    expect(readOut(await last("director"))).toContain("No. 1 has waited longer than usual");
    expect([await count("head"), await count("director"), await count("secretary")]).toEqual([
      before.head + 1,
      before.director + 1,
      before.approver + 1,
    ]);
  });

  it("and is asked for in the last hour: all are told in the first nudge, a quarter of an hour before people leave", async () => {
    office.setClock("2026-09-30T17:00:00+08:00");
    await office.ask("head", {
      span: { from: day("2026-10-01"), fromHalf: "am", until: day("2026-10-02"), untilHalf: "pm" },
    });
    await office.at("2026-09-30T17:15:00+08:00");
    expect(readOut(await last("head"))).toContain("No. 1 is not decided yet");
    expect(readOut(await last("director"))).toContain("No. 1 has waited longer than usual");
    expect(readOut(await last("secretary"))).toContain("A reminder: No. 1");
  });
});

describe("where Art. 48 allows two", () => {
  it("the other gets the request with the second nudge, not before, and may decide", async () => {
    await meetingLeave();
    const before = await count("mayor");
    await office.at(tuesday);
    expect(await count("mayor")).toBe(before);
    await office.at(wednesday);
    expect(readOut((await since("mayor", before))[0] ?? (await last("vice")))).toContain("No. 1 has waited");
    expect(readOut(await last("vice"))).toContain("顾致远 (mayor) may decide as well, and has it too.");
    expect((await office.press(await last("mayor"), "Approve", office.visitorOf("mayor"))).tone).toBe("done");
  });

  it("whoever asked may bring it to the other before that with one press, to nobody else, and once", async () => {
    await meetingLeave();
    const before = await count("mayor");
    const shown = await office.as("vice", "/leave show 1");
    expect((await office.press(shown, "Ask 顾致远 as well", office.visitorOf("vice"))).tone).toBe("done");
    expect(await count("mayor")).toBe(before + 1);
    expect(readOut(await office.as("vice", "/leave ask 1 1001"))).toContain("has No. 1 already");
    expect((await office.as("vice", "/leave ask 1 谢秉章")).tone).toBe("refused");
    expect(readOut(await office.as("head", "/leave ask 1"))).toContain("Only whoever made this request");
    expect(await count("mayor")).toBe(before + 1);
  });

  it("the other who is away is not nudged, but whoever asked can still bring it to them", async () => {
    await office.type("/roster entrust to:陆明谦 until:2026-12-31 occasion:visit", owner);
    await office.ask("secretary", {
      occasion: "executive-meeting",
      meeting: await office.meeting("executive-vice-mayor"),
    });
    const before = await count("mayor");
    await office.at(tuesday);
    await office.at(wednesday);
    expect(await count("mayor")).toBe(before);
    expect(buttonOf(await last("secretary"), "Ask 顾致远 as well")).toMatchObject({ command: "leave ask" });
  });
});

describe("an approver who goes away", () => {
  it("and entrusts somebody: what waits is brought to whoever acts at once, and back when it ends", async () => {
    await office.ask("vice");
    const before = await count("executive");
    await office.type("/roster entrust to:沈静澜 until:2026-12-05 occasion:visit", owner);
    expect(await office.leave(1)).toMatchObject({ approver: "1002", approverPost: "mayor" });
    const brought = (await since("executive", before)).find(({ buttons }) => buttons.length > 0);
    expect(readOut(brought ?? (await last("vice")))).toContain("陆明谦 (副市长) requests leave");
    const moved = (await office.events()).filter(({ action }) => action === "leave.reroute");
    expect(moved.map(({ details }) => details)).toMatchObject([{ before: "1001", approver: "1002", as: "acting" }]);
    await office.type("/roster entrust end:yes post:市长", owner);
    expect((await office.leave(1)).approver).toBe("1001");
    expect(
      readOut(await office.press(brought ?? (await last("vice")), "Approve", office.visitorOf("executive"))),
    ).toContain("Only 顾致远");
  });

  it("is told before they go what waits for them", async () => {
    await office.ask("head");
    await office.ask("other");
    const preview = await office.as("secretary", "/leave request 12-20");
    expect(readOut(preview)).toContain("2 requests for leave wait for your decision. Please decide before you go.");
    expect(preview.buttons.map(({ command }) => command)).toContain("leave pending");
    expect(readOut(await office.as("vice", "/leave request 12-20"))).not.toContain("before you go");
  });

  it("and entrusts somebody from a later day: they have what waits that morning, and the holder decides again afterwards", async () => {
    await office.ask("head");
    const entrust = "/roster entrust to:沈静澜 from:2026-11-28 until:2026-11-30 occasion:visit post:secretary-general";
    await office.type(entrust, owner);
    expect((await office.leave(1)).approver).toBe("1008");
    const before = await count("executive");
    // the 28th is a Saturday
    await office.at("2026-11-30T09:00:00+08:00");
    expect((await office.leave(1)).approver).toBe("1002");
    expect(readOut((await since("executive", before)).at(0) ?? (await last("head")))).toContain("requests leave");
    await office.at("2026-12-01T09:00:00+08:00");
    expect((await office.leave(1)).approver).toBe("1008");
  });

  it("and takes the entrustment back: nothing is left planned for it", async () => {
    const entrust = "/roster entrust to:沈静澜 from:2026-11-28 until:2026-11-30 occasion:visit post:secretary-general";
    await office.type(entrust, owner);
    expect(readOut(await office.type("/reminders all:yes", owner))).toContain("an entrustment begins or ends");
    await office.type("/roster entrust end:yes post:秘书长", owner);
    expect(readOut(await office.type("/reminders all:yes", owner))).not.toContain("an entrustment begins or ends");
  });

  it("and entrusts somebody: what is coming is then a reminder of whoever acts", async () => {
    await office.ask("head");
    await office.type("/roster entrust to:沈静澜 until:2026-12-05 occasion:visit post:secretary-general", owner);
    expect(readOut(await office.as("secretary", "/reminders"))).not.toContain("request 1");
    expect(readOut(await office.as("executive", "/reminders"))).toContain("leave request 1 is not decided yet");
  });

  it("and entrusts somebody while many wait: they have them in one message, once", async () => {
    for (let each = 1; each <= 12; each++)
      await office.ask("head", { occasion: "important-event", event: `event ${each}` });
    const before = await count("executive");
    const entrust = "/roster entrust to:沈静澜 until:2026-12-05 occasion:visit post:secretary-general";
    await office.type(entrust, owner);
    const [told, list, ...more] = await since("executive", before);
    expect(more).toEqual([]);
    const said = [told, list].map((each) => (each ? readOut(each) : ""));
    const brought = said.find((each) => each.includes("12 requests for leave are yours to decide"));
    expect(brought).toMatch(/No\. 1 · 毛景行.*No\. 12 · 毛景行/s);
    expect((await office.leave(12)).approver).toBe("1002");
    // something else changes: nobody is told the same again
    await office.as("director", "/leave route post:deputy-department-head to:department-head");
    expect((await since("executive", before)).length).toBe(2);
    expect(readOut(await office.as("executive", "/leave pending"))).toContain("12 requests wait for your decision");
    expect((await office.as("executive", "/leave approve 12")).tone).toBe("done");
  });

  it("by leave that is granted: the nudges say so, and who may record that somebody acts; nobody decides by default", async () => {
    await office.ask("head", {
      span: { from: day("2026-12-20"), fromHalf: "am", until: day("2026-12-21"), untilHalf: "pm" },
    });
    await office.ask("secretary", {
      span: { from: day("2026-11-24"), fromHalf: "am", until: day("2026-12-04"), untilHalf: "pm" },
    });
    await office.as("mayor", "/leave approve 2");
    await office.at(tuesday);
    await office.at(wednesday);
    const told = readOut(await last("head"));
    expect(told).toMatch(/谢秉章 is away until 2026-12-04/);
    expect(told).toContain("The words name only the secretary-general.");
    expect(told).toContain("Nobody who may decide is there at present.");
    for (const who of ["mayor", "executive", "director"] as const)
      expect((await office.as(who, "/leave approve 1")).tone).toBe("refused");
    expect((await office.leave(1)).approver).toBe("1008");
  });

  it("with requests waiting for them, by leave that begins now: whom the words allow too has them at once", async () => {
    await meetingLeave();
    const before = await count("mayor");
    await office.ask("executive", {
      span: { from: day("2026-11-23"), fromHalf: "am", until: day("2026-11-27"), untilHalf: "pm" },
    });
    await office.as("mayor", "/leave approve 2");
    expect(await office.leave(1)).toMatchObject({ approver: "1001", approverPost: "mayor" });
    const brought = (await since("mayor", before)).map(readOut);
    expect(brought.some((each) => each.includes("requests leave: missing an executive meeting"))).toBe(true);
  });

  it("for good: the successor has it with the next nudge, the former holder can decide no longer", async () => {
    await office.ask("vice");
    const former = await last("mayor");
    await office.importRoster(
      sixty
        .replace("1001,顾致远,市长,市长,市政府,2022-01-18,,", "1001,顾致远,市长,市长,市政府,2022-01-18,2026-11-23,")
        .replace(
          "1015,卞清扬,市政府部门主要负责人,市科学技术局局长,市科学技术局,2022-03-01,,",
          "1015,卞清扬,市长,代市长,市政府,2026-11-24,,",
        ),
    );
    const before = await count("other");
    await office.at(tuesday);
    expect(await office.leave(1)).toMatchObject({ approver: "1015" });
    expect((await since("other", before)).length).toBeGreaterThan(0);
    expect((await office.press(former, "Approve", office.visitorOf("mayor"))).tone).toBe("refused");
    expect((await office.as("other", "/leave approve 1")).tone).toBe("done");
  });

  it("for good, with nobody in the post: it goes on waiting, whoever asked and the office know why, nobody else decides", async () => {
    await office.ask("head");
    await office.importRoster(sixty.replace("市政府办公室,2023/5/1,,", "市政府办公室,2023/5/1,2026-11-23,"));
    const before = await count("director");
    await office.at(tuesday);
    expect(readOut(await last("head"))).toMatch(
      /names? the post “secretary-general.*nobody holds it today.*is not lost/s,
    );
    expect(readOut((await since("director", before))[0] ?? (await last("head")))).toContain(
      "No. 1 has waited longer than usual",
    );
    for (const who of ["mayor", "director", "secretary"] as const)
      expect((await office.as(who, "/leave approve 1")).tone).toBe("refused");
    expect((await office.leave(1)).status).toBe("asked");
  });
});

describe("a question of the approver", () => {
  it("that is not answered is nudged at whoever asked for leave, not at the approver", async () => {
    await office.ask("head");
    await office.as("secretary", "/leave question 1 until when?");
    const before = { head: await count("head"), secretary: await count("secretary") };
    await office.at(tuesday);
    expect(readOut((await since("head", before.head))[0] ?? (await last("secretary")))).toContain(
      "waits for your answer",
    );
    expect(await count("secretary")).toBe(before.secretary);
  });
});

describe("when the days of the leave are over and nobody decided", () => {
  it("both are told, once when they are and a week later, then ever less often, and it can still be decided", async () => {
    // of meetings that are not planned whoever plans them would hear for a whole year
    await office.type("/settings cadence:off", owner);
    await office.ask("head", {
      span: { from: day("2026-11-24"), fromHalf: "am", until: day("2026-11-25"), untilHalf: "pm" },
    });
    await office.at("2026-11-23T10:00:00+08:00");
    await office.at("2026-11-24T10:00:00+08:00");
    await office.at("2026-11-25T10:00:00+08:00");
    await office.at(thursday);
    expect(readOut(await last("head"))).toContain(
      "The days of No. 1 (2026-11-24 to 2026-11-25) are over, and it was never decided",
    );
    expect(readOut(await last("secretary"))).toContain("The days of No. 1 are over");
    const before = { head: await count("head"), secretary: await count("secretary") };
    await office.at("2026-12-02T17:00:00+08:00");
    expect([await count("head"), await count("secretary")]).toEqual([before.head, before.secretary]);
    await office.at("2026-12-03T09:00:00+08:00");
    expect([await count("head"), await count("secretary")]).toEqual([before.head + 1, before.secretary + 1]);
    await office.at("2026-12-10T09:00:00+08:00");
    const told = await count("secretary");
    // a week, two weeks, four weeks after the days were over: a year has nine of them, and not fifty
    for (let week = 1; week <= 52; week++)
      await office.at(new Date(Date.parse("2026-12-10T09:00:00+08:00") + week * 7 * 86400_000).toISOString());
    expect((await count("secretary")) - told).toBeLessThanOrEqual(6);
    expect((await count("secretary")) - told).toBeGreaterThanOrEqual(4);
    expect((await office.as("secretary", "/leave approve 1")).tone).toBe("done");
  });
});

describe("when many requests wait for one person", () => {
  it("each nudge of theirs is one message, and so is what whoever asked and the office are told", async () => {
    for (let each = 1; each <= 12; each++)
      await office.ask("head", { occasion: "important-event", event: `event ${each}` });
    const before = {
      secretary: await count("secretary"),
      head: await count("head"),
      director: await count("director"),
    };
    await office.at(tuesday);
    const [nudge, ...more] = await since("secretary", before.secretary);
    expect(more).toEqual([]);
    expect(readOut(nudge ?? (await last("head")))).toMatch(
      /A reminder: 12 requests for leave wait for a decision.*No\. 1 · 毛景行.*No\. 12 · 毛景行.*since 2026-11-23 09:00/s,
    );
    await office.at(wednesday);
    expect((await since("secretary", before.secretary)).length).toBe(2);
    const [own, ...others] = await since("head", before.head);
    expect(others).toEqual([]);
    expect(readOut(own ?? (await last("secretary")))).toContain("12 of your requests for leave are not decided yet");
    const [office_, ...rest] = await since("director", before.director);
    expect(rest).toEqual([]);
    expect(readOut(office_ ?? (await last("secretary")))).toContain(
      "12 requests for leave have waited longer than usual",
    );
  });

  it("up to three still come as cards with their buttons", async () => {
    for (let each = 1; each <= 3; each++)
      await office.ask("head", { occasion: "important-event", event: `event ${each}` });
    const before = await count("secretary");
    await office.at(tuesday);
    const cards = await since("secretary", before);
    expect(cards.map(({ buttons }) => buttons.map(({ command }) => command).includes("leave approve"))).toEqual([
      true,
      true,
      true,
    ]);
  });
});

it("everything that is said while a request waits is there in three languages and quotes only the rules", async () => {
  for (const language of languages) {
    const own = await leaveOffice();
    for (const who of ["vice", "mayor", "director"] as const)
      await own.type(`/settings language:${language}`, own.visitorOf(who));
    await own.ask("vice");
    await own.at(tuesday);
    await own.at(wednesday);
    await own.at("2026-12-04T09:00:00+08:00");
    for (const who of ["vice", "mayor", "director"] as const) {
      const told = (await own.to(who)).at(-1);
      expect(told?.language).toBe(language);
      expect(misquoted(told?.citations ?? [], own.app.rulebook)).toEqual([]);
    }
    expect(own.trouble).toEqual([]);
    await own.close();
  }
});
