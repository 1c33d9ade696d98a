import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bytesOf, isPicture, type Picture, type Reply } from "../../src/reply.ts";
import { addMeeting } from "../../src/store/meetings.ts";
import { languages } from "../../src/text.ts";
import { pointOf, readOut } from "../support/app.ts";
import { day, type LeaveOffice, leaveOffice, speaking, type Who } from "../support/leave.ts";
import { buttonOf, owner, tableOf, visitor } from "../support/office.ts";

// The office opens on Monday, 23 November 2026. The secretary-general and the director of the General Office plan
// meetings; the supervisor looks after leave. The head of the education bureau must attend plenary meetings, and others
// only when invited.

let office: LeaveOffice;

const planned = [
  { title: "第 57 次常务会议", day: "11-25", type: "executive-meeting" },
  { title: "学校安全专题会议", day: "11-27", type: "thematic-meeting", invited: "市教育局" },
  { title: "市政府第 58 次常务会议", day: "12-02", type: "executive-meeting" },
  { title: "政府全体会议", day: "12-21", type: "plenary-meeting", time: "14:00-15:30" },
  { title: "已取消的会议", day: "12-22", type: "plenary-meeting" },
] as const;

beforeEach(async () => {
  office = await leaveOffice();
  for (const each of planned)
    await office.give("meeting plan", { time: "09:00-10:00", ...each }, office.visitorOf("director"));
  await office.as("director", "/meeting cancel 5");
});

afterEach(async () => {
  expect(office.trouble).toEqual([]);
  await office.close();
});

const numbers = (reply: Reply) => tableOf(reply).map(([number]) => Number(number?.replace(/\D/g, "")));
const labels = (reply: Reply) => reply.buttons.map(({ label }) => label);
const give = (who: Who, options: Readonly<Record<string, string>>) =>
  office.give("meeting list", options, office.visitorOf(who));
function pictureOf({ files }: Reply): Picture {
  const [first, ...more] = files;
  if (!first || !isPicture(first) || more.length > 0) throw new Error(`${files.length} files`);
  return first;
}

describe("without anything said", () => {
  it("everything that is coming is shown, without a picture", async () => {
    const list = await office.as("secretary", "/meeting list");
    expect(pointOf(list)).toBe("Coming meetings:");
    expect(numbers(list)).toEqual([1, 2, 3, 4]);
    expect(list.files).toEqual([]);
    expect(labels(list)).toEqual([
      ...["No. 1", "No. 3", "No. 4"].map((number) => `Ask for leave from meeting ${number} …`),
      "Plan a meeting …",
      "Calendar of November 2026",
      "This week",
      "Only those I must attend",
    ]);
  });
});

describe("this week", () => {
  it.each(["/meeting list period:week", "/meeting list week", "/meeting list 本周", "/会议 列表 时段:本周"])(
    "goes from Monday to Sunday: %s",
    async (line) => {
      const list = await office.as("secretary", line);
      expect(readOut(list)).toMatch(/2026-11-23.*2026-11-29|2026年11月23日至29日|2026年11月23日至11月29日/);
      expect(numbers(list)).toEqual([1, 2]);
      expect(list.files).toEqual([]);
    },
  );

  it("has what was on its first days too, but no leave is asked for from what is over", async () => {
    office.setClock("2026-11-27T08:00:00+08:00");
    const list = await office.as("secretary", "/meeting list week");
    expect(numbers(list)).toEqual([1, 2]);
    expect(labels(list).join()).not.toContain("leave");
    expect(labels(await office.as("head", "/meeting list week")).join()).toContain("leave from meeting No. 2");
  });

  it("says so when there is nothing, to everybody what concerns them", async () => {
    office.setClock("2026-12-08T09:00:00+08:00");
    expect(pointOf(await office.as("secretary", "/meeting list week"))).toBe(
      "No meeting is planned this week (2026-12-07 to 2026-12-13).",
    );
    expect(pointOf(await office.as("deputy", "/meeting list week"))).toMatch(/this week .* that you must attend\.$/);
  });
});

describe("a month", () => {
  it.each(["12", "2026-12", "12月", "December", "next month", "下个月", "下個月"])(
    "is known by its names: %s",
    async (typed) => {
      const list = await give("secretary", { month: typed });
      expect(pointOf(list)).toBe("Meetings in December 2026:");
      expect(numbers(list)).toEqual([3, 4]);
    },
  );

  it("that nobody names is this one", async () => {
    expect(numbers(await give("secretary", { period: "month" }))).toEqual([1, 2]);
    expect(numbers(await give("secretary", { month: "this month" }))).toEqual([1, 2]);
  });

  it("that is none is not guessed at", async () => {
    const refused = await give("secretary", { month: "soon" });
    expect(refused.tone).toBe("problem");
    expect(readOut(refused)).toContain("“soon” is not a month");
  });

  it("has a calendar as a picture, with the same in words for whoever cannot see it; what is cancelled is in neither", async () => {
    await office.as("director", "/meeting announce 3");
    const list = await office.as("secretary", "/meeting list 12");
    const { name, about, ...picture } = pictureOf(list);
    expect(name).toBe("meetings-2026-12.png");
    expect(about).toBe(
      [
        "Meetings in December 2026",
        "2 Dec: 09:00 市政府第 58 次常务会议 (you must attend)",
        "21 Dec: 14:00 政府全体会议 (you must attend, not announced yet)",
      ].join("\n"),
    );
    expect(
      bytesOf({ name, about, ...picture })
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
    expect(tableOf(list).map((row) => row.at(-2))).toEqual(["", "not announced yet"]);
  });

  it("without a meeting says so, and leads on to the months beside it", async () => {
    const empty = await office.as("secretary", "/meeting list 2027-01");
    expect(pointOf(empty)).toBe("No meeting is planned in January 2027.");
    expect(empty.files).toEqual([]);
    const before = await office.press(empty, "Calendar of December 2026", office.visitorOf("secretary"));
    expect(numbers(before)).toEqual([3, 4]);
    expect(labels(before)).toContain("Calendar of November 2026");
    expect(numbers(await office.press(before, "This week", office.visitorOf("secretary")))).toEqual([1, 2]);
    expect(numbers(await office.press(before, "Coming meetings", office.visitorOf("secretary")))).toEqual([1, 2, 3, 4]);
  });
});

describe("more meetings than can be listed", () => {
  it("are listed from today on, and counted; the calendar shows those before as well", async () => {
    await office.atDesk(async ({ records, now }) => {
      for (let date = 1; date <= 28; date++)
        for (const fromMinute of [9 * 60, 14 * 60])
          await addMeeting(
            records,
            {
              ...{ type: "plenary-meeting", title: `${date}日会议`, place: "", presider: null, invited: [] },
              ...{ day: day(`2026-12-${String(date).padStart(2, "0")}`), fromMinute, untilMinute: fromMinute + 60 },
            },
            "person:1009",
            now,
          );
    });
    office.setClock("2026-12-18T09:00:00+08:00");
    const list = await office.as("secretary", "/meeting list 12");
    const days = tableOf(list).map(([, when]) => when?.slice(8, 10));
    expect([days.length, days.at(0), days.at(-1)]).toEqual([30, "14", "28"]);
    expect(readOut(list)).toContain("Only 30 of 58 are listed.");
    expect(labels(list).filter((label) => label.includes("leave"))).toHaveLength(5);
    expect(pictureOf(list).about).toContain("1 Dec: 09:00 1日会议");
    expect(tableOf(await office.as("secretary", "/meeting list")).at(0)?.[1]).toContain("2026-12-18");
  });
});

describe("who sees what", () => {
  it("somebody who only attends sees in list and picture what they are called to, and nothing else", async () => {
    for (const line of ["/meeting list", "/meeting list week", "/meeting list 11", "/meeting list 12"]) {
      const list = await office.as("head", line);
      expect(JSON.stringify(list)).not.toContain("常务会议");
      expect(labels(list).join()).not.toMatch(/Plan|All meetings|Only/);
    }
    const december = await office.as("head", "/meeting list 12");
    expect(pictureOf(december).about).toBe(
      "Your meetings in December 2026\n21 Dec: 14:00 政府全体会议 (you must attend, not announced yet)",
    );
    const deputy = await office.as("deputy", "/meeting list 12");
    expect(pointOf(deputy)).toBe("No meeting is planned in December 2026 that you must attend.");
    expect(deputy.files).toEqual([]);
    // to ask for all of them changes nothing
    expect((await give("deputy", { month: "12", mine: "all" })).blocks).toEqual(deputy.blocks);
  });

  it("those who see all may look at their own alone, in every period, and at all again", async () => {
    const own = await give("secretary", { mine: "mine" });
    expect(pointOf(own)).toBe("Meetings that you must attend:");
    expect(numbers(own)).toEqual([1, 3, 4]);
    const month = await office.press(own, "Calendar of November", office.visitorOf("secretary"));
    expect(pointOf(month)).toBe("Meetings in November 2026 that you must attend:");
    expect(pictureOf(month).about).not.toContain("学校安全");
    const all = await office.press(month, "All meetings", office.visitorOf("secretary"));
    expect(pictureOf(all).about).toContain("学校安全");
    const week = await office.press(all, "This week", office.visitorOf("secretary"));
    expect(numbers(await office.press(week, "Only those", office.visitorOf("secretary")))).toEqual([1]);
    expect(numbers(await office.as("supervisor", "/meeting list 12 mine:mine"))).toEqual([4]);
  });

  it("an administrator who is nobody of the roster sees all, but has none of their own", async () => {
    const all = await office.type("/meeting list 12", owner);
    expect(numbers(all)).toEqual([3, 4]);
    expect(labels(all).join()).not.toContain("Only");
    expect((await office.type("/meeting list mine:mine", owner)).tone).toBe("refused");
  });

  it("somebody whom the office does not know sees none, in no period", async () => {
    for (const line of ["/meeting list week", "/meeting list 12", "/meeting list 12 mine:all"]) {
      const refused = await office.type(line, visitor("U-NOBODY"));
      expect(refused.tone).toBe("refused");
      expect(JSON.stringify(refused)).not.toContain("会议");
      expect(refused.files).toEqual([]);
    }
  });
});

it("months are suggested as they are named", async () => {
  const suggested = (typed: string, who: Who) => office.suggest("meeting list", "month", typed, office.visitorOf(who));
  expect((await suggested("", "head")).slice(0, 2)).toEqual(["November 2026", "December 2026"]);
  expect(await suggested("2027-01", "head")).toEqual(["January 2027"]);
});

it.each(languages)("in %s all of it is said in that language", async (language) => {
  const director = speaking("director", language);
  const replies = await Promise.all(
    [{}, { period: "week" }, { month: "12" }, { month: "2027-01" }, { month: "12", mine: "mine" }].map((options) =>
      office.give("meeting list", options, director),
    ),
  );
  for (const each of replies) {
    expect(each.language).toBe(language);
    expect(pointOf(each)).toMatch({ en: /[Mm]eeting/, "zh-Hans": /会议/, "zh-Hant": /會議/ }[language]);
    if (language === "en") expect(labels(each).join()).not.toMatch(/\p{Script=Han}/u);
    else expect(labels(each).join()).not.toMatch(/[A-Za-z]/);
  }
  expect(
    buttonOf(replies[2] as Reply, { en: "January", "zh-Hans": "2027年1月月历", "zh-Hant": "2027年1月月曆" }[language]),
  ).toMatchObject({
    command: "meeting list",
    options: { month: "2027-01" },
  });
});
