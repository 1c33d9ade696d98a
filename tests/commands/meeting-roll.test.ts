import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { languages } from "../../src/text.ts";
import { pointOf, readOut } from "../support/app.ts";
import { type LeaveOffice, leaveOffice, secrets, speaking, type Who } from "../support/leave.ts";
import { buttonOf, tableOf, visitor } from "../support/office.ts";

// Monday, 23 November 2026, nine o'clock: people are called to an executive meeting on 2 December; the head of the education
// bureau is invited.

let office: LeaveOffice;

beforeEach(async () => {
  office = await leaveOffice();
  const usual = { type: "executive-meeting", day: "12-02", time: "09:00-10:30", title: "市政府第 58 次常务会议" };
  await office.give("meeting plan", { ...usual, presider: "mayor", invited: "毛景行" }, office.visitorOf("director"));
});

afterEach(async () => {
  expect(office.trouble).toEqual([]);
  await office.close();
});

const announce = () => office.as("director", "/meeting announce 1");
const attend = (who: Who) => office.as(who, "/meeting attend 1");
const roll = () => office.as("director", "/meeting roll 1");
const stateOf = async (name: string) =>
  tableOf(await roll())
    .find((row) => row[0] === name)
    ?.at(-1);
const said = async (who: Who) => (await office.to(who)).map(pointOf);
const hidden = new RegExp(Object.values(secrets).join("|"), "u");

describe("a reply to a notice", () => {
  it("is one press: the notice then says so and asks no more", async () => {
    await announce();
    const [notice] = await office.to("vice");
    if (!notice) throw new Error("there is a notice");
    expect(notice.buttons.map(({ label }) => label)).toEqual(["I come", "Ask for leave from meeting No. 1 …"]);
    const done = await office.press(notice, "I come", office.visitorOf("vice"));
    expect(readOut(done)).toMatch(/You come to 市政府第 58 次常务会议 \(2026-12-02, 09:00–10:30\)\..*ask for leave/s);
    expect(await stateOf("陆明谦")).toBe("comes");
    const now = (await office.to("vice")).at(-1);
    expect(now && readOut(now)).toContain("You have said that you come.");
    expect(now?.buttons.map(({ label }) => label)).toEqual(["Ask for leave from meeting No. 1 …"]);
    // nobody else's notice changes
    expect((await office.to("head")).flatMap(({ buttons }) => buttons.map(({ label }) => label))).toContain("I come");
    expect((await office.events()).at(-1)).toMatchObject({ action: "meeting.attend", actor: "person:1003" });
  });

  it("counts once, however often it comes", async () => {
    await announce();
    const replies = await Promise.all([attend("vice"), attend("vice")]);
    expect(replies.map(({ tone }) => tone).sort()).toEqual(["done", "refused"]);
    expect(pointOf(await attend("vice"))).toContain("You have said already that you come");
    expect((await office.events()).filter(({ action }) => action === "meeting.attend")).toHaveLength(1);
  });

  it("is only for those who are called: nobody else learns that there is such a meeting", async () => {
    await announce();
    for (const reply of [await attend("other"), await attend("deputy"), await office.as("vice", "/meeting attend 7")]) {
      expect(reply.tone).toBe("refused");
      expect(readOut(reply)).toMatch(/You are not called to a meeting No\. \d/);
      expect(readOut(reply)).not.toContain("第 58 次");
    }
    expect((await office.type("/meeting attend 1", visitor("U-NOBODY"))).tone).toBe("refused");
  });

  it("is refused before anybody was called, and once the meeting is cancelled or has begun", async () => {
    expect(readOut(await attend("vice"))).toContain("You are not called to a meeting");
    await announce();
    office.setClock("2026-12-02T09:00:00+08:00");
    expect(readOut(await attend("vice"))).toContain("has begun or is over");
    office.setClock("2026-12-01T09:00:00+08:00");
    await office.as("director", "/meeting cancel 1");
    expect(readOut(await attend("vice"))).toContain("is cancelled already");
  });

  it("does not undo leave: whoever has it, or has asked for it, is told to take that back first", async () => {
    await announce();
    await office.ask("head", { occasion: "executive-meeting", meeting: 1 });
    expect(readOut(await attend("head"))).toContain("You have asked for leave from 市政府第 58 次常务会议");
    await office.as("secretary", "/leave approve 1");
    const refused = await attend("head");
    expect(readOut(refused)).toContain("You have leave from 市政府第 58 次常务会议");
    expect(buttonOf(refused, "My leave").command).toBe("leave mine");
    expect(await stateOf("毛景行")).toBe("has leave");
  });
});

describe("the roll of a meeting", () => {
  it("shows to those who plan it how it stands with everybody who is called, those without a reply first", async () => {
    await announce();
    await attend("executive");
    await office.ask("vice");
    await office.as("mayor", "/leave approve 1");
    await office.ask("head", { occasion: "executive-meeting", meeting: 1 });
    expect(await stateOf("毛景行")).toBe("has asked for leave");
    await office.as("secretary", "/leave approve 2");
    await office.give("leave substitute", { number: "2", person: "壮怀谷" }, office.visitorOf("head"));
    const shown = await roll();
    const states = new Map(tableOf(shown).map((row) => [row[0], row.slice(2)]));
    expect(states.get("陆明谦")).toEqual(["must attend", "on a journey"]);
    expect(states.get("毛景行")).toEqual(["invited", "has leave; 壮怀谷 goes instead"]);
    expect([...states.values()].filter(([, state]) => state === "comes")).toEqual([
      ["presides", "comes"],
      ["must attend", "comes"],
    ]);
    expect(tableOf(shown)[0]?.at(-1)).toBe("no reply yet");
    // whoever holds several posts is called by one of them
    expect(tableOf(shown).find(([name]) => name === "华云舟")?.[1]).toBe("市政府办公室主任");
    expect(readOut(shown)).toMatch(/no reply yet: \d+, comes: 2, somebody goes instead: 1, and on a journey: 1/);
    expect(JSON.stringify(shown)).not.toMatch(hidden);
  });

  it("is not for others", async () => {
    await announce();
    for (const who of ["head", "vice", "supervisor"] as const)
      expect((await office.as(who, "/meeting roll 1")).tone).toBe("refused");
  });

  it("without a number offers the meetings to which people were called; of others it says that nobody was", async () => {
    expect(pointOf(await office.as("director", "/meeting roll"))).toContain("Nobody was called");
    const early = await roll();
    expect(readOut(early)).toContain("Nobody was told yet");
    await office.press(early, "Announce", office.visitorOf("director"));
    const which = await office.as("director", "/meeting roll");
    expect(readOut(await office.press(which, "Roll of meeting No. 1", office.visitorOf("director")))).toContain(
      "no reply",
    );
    expect(readOut(await office.as("director", "/meeting roll 7"))).toContain("There is no meeting No. 7");
  });
});

describe("whoever has not replied", () => {
  it("is asked again a working day later, once, and whoever called them is told how it stands", async () => {
    await announce();
    await office.at("2026-11-24T08:59:00+08:00");
    expect(await said("vice")).toHaveLength(1);
    await office.at("2026-11-24T09:00:00+08:00");
    expect((await said("vice")).at(-1)).toBe("A reminder: please say whether you come to this meeting.");
    expect(await said("mayor")).not.toContain("A reminder: please say whether you come to this meeting.");
    const standing = (await office.to("director")).at(-1);
    expect(standing && readOut(standing)).toMatch(
      /How it stands with 市政府第 58 次常务会议.*no reply yet: \d+.*comes: 1/s,
    );
    expect(standing?.buttons[0]).toMatchObject({ command: "meeting roll", options: { number: "1" } });
    const heard = (await said("vice")).length;
    await office.at("2026-11-25T09:00:00+08:00");
    expect(await said("vice")).toHaveLength(heard);
  });

  it("is not asked again shortly before the meeting, where they are reminded of it anyway", async () => {
    office.setClock("2026-11-30T15:00:00+08:00");
    await announce();
    await office.at("2026-12-01T15:00:00+08:00");
    expect(await said("vice")).not.toContain("A reminder: please say whether you come to this meeting.");
    // that reminder asks for the reply too
    await office.at("2026-12-01T15:30:00+08:00");
    const reminder = (await office.to("vice")).at(-1);
    expect(reminder?.buttons.map(({ label }) => label)).toContain("I come");
  });
});

it.each(languages)("in %s replies and the roll are said in that language", async (language) => {
  await announce();
  const vice = speaking("vice", language);
  const director = speaking("director", language);
  const replies = [
    await office.type("/meeting attend 1", vice),
    await office.type("/meeting attend 1", vice),
    await office.type("/meeting attend 7", vice),
    await office.type("/meeting roll", director),
    await office.type("/meeting roll 1", director),
  ];
  expect(replies.map(({ tone }) => tone)).toEqual(["done", "refused", "refused", "needs", "answer"]);
  for (const each of replies) {
    expect(each.language).toBe(language);
    if (language !== "en") expect(readOut(each)).not.toMatch(/\b(comes?|meeting No|called|leave from|reply)\b/);
  }
});
