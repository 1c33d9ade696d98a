import { afterEach, describe, expect, it } from "vitest";
import { type Day, plusDays } from "../../src/dates.ts";
import type { Reply } from "../../src/reply.ts";
import { addDeadline } from "../../src/store/deadlines.ts";
import { languages } from "../../src/text.ts";
import { type Calendar, calendarAsOf } from "../../src/workdays/calendar.ts";
import { pointOf, readOut } from "../support/app.ts";
import { databases } from "../support/databases.ts";
import { type DeadlineOffice, deadlineOffice, rosterLongAgo } from "../support/deadlines.ts";
import { owner } from "../support/office.ts";
import { notices } from "../support/workdays.ts";

const day = (text: string) => text as Day;
let office: DeadlineOffice;

afterEach(async () => {
  expect(office.trouble).toEqual([]);
  await office.close();
});

/** A notice for 2027 as one might come out; invented. */
const invented = `
notice: 国办发明电〔2026〕99号
issued: "2026-11-20"
year: 2027
off:
  - {holiday: 元旦, from: "2027-01-01", until: "2027-01-03"}
  - {holiday: 春节, from: "2027-02-05", until: "2027-02-11"}
work: ["2027-02-20"]
`;
const bring = (file: string) => office.give("workdays", { file }, owner);
const minutes = async (...instants: readonly string[]) => {
  for (const each of instants) await office.at(`${each}:00+08:00`);
};
const moved = (replies: readonly Reply[]) => replies.map(readOut).filter((each) => /counted anew/.test(each));

describe("which days are worked", () => {
  it.each([
    ["2026-10-10", "2026-10-10 is worked, to make up for a holiday (国办发明电〔2025〕7号)."],
    ["2026-10-05", "2026-10-05 is off: 国庆节 (国办发明电〔2025〕7号)."],
    ["2026-11-28", "2026-11-28 is off: a weekend."],
    ["2026-11-24", "2026-11-24 is worked: an ordinary working day."],
    ["2027-03-01", "Whether 2027-03-01 is worked is not known: there is no notice on the holidays of its year yet."],
  ])("is told of %s with the notice that says so", async (typed, said) => {
    office = await deadlineOffice();
    expect(pointOf(await office.as("staff", `/workdays ${typed}`))).toBe(said);
  });

  it("is counted with every day, and beyond the known years never as one plain date", async () => {
    office = await deadlineOffice();
    expect(pointOf(await office.as("staff", "/workdays 2026-09-18 +10"))).toBe(
      "10 working days after 2026-09-18: 2026-10-09",
    );
    expect(pointOf(await office.as("staff", "/workdays 2026-11-20 +30"))).toBe(
      "30 working days after 2026-11-20: provisional: between 2027-01-02 and 2027-01-06",
    );
    for (const locale of languages)
      expect(readOut(await office.type("/workdays 2026-09-18 +10", { ...owner, locale }))).toContain(
        "国办发明电〔2025〕7号",
      );
    expect(readOut(await office.as("staff", "/workdays nonsense"))).toContain("2026-09-18 +10");
    expect(pointOf(await office.as("staff", "/workdays"))).toContain("2017 to 2026");
  });
});

const all = databases();
const [sqlite] = all;

describe.each(all)("a notice that is taken in, on $name", (database) => {
  it("makes certain what was provisional, tells whoever it concerns, and keeps the day before", async () => {
    office = await deadlineOffice(await database.place());
    await office.running.tick();
    await office.as("finance", "/deadline add 环路研究 received:2026-11-20 category:needs-study");
    await office.as("finance", "/deadline explain 1 已调研");
    expect((await office.deadline(1)).due).toEqual({ from: "2027-01-02", until: "2027-01-06" });
    expect(pointOf(await bring(invented))).toBe("国办发明电〔2026〕99号 on the holidays of 2027 is taken in.");
    await minutes("2026-11-23T09:05", "2026-11-23T09:06");
    // the thirtieth working day: 1 to 3 January are off
    expect((await office.deadline(1)).due).toEqual({ from: "2027-01-04", until: "2027-01-04" });
    const [said, ...others] = moved(await office.to("finance"));
    expect(others).toEqual([]);
    expect(said).toContain("国办发明电〔2026〕99号");
    expect(said).toContain("No. 1 环路研究 · provisional: between 2027-01-02 and 2027-01-06 → 2027-01-04");
    expect(moved(await office.to("director"))).toHaveLength(1);
    expect(moved(await office.to("education"))).toEqual([]);
    expect(readOut(await office.as("finance", "/deadline show 1"))).toContain("Mishu: counted anew");
    // nothing is counted twice, nor told
    await minutes("2026-11-23T09:10");
    expect((await office.deadline(1)).steps.filter(({ step }) => step === "recounted")).toHaveLength(1);
    expect(readOut(await office.as("staff", "/workdays 2027-02-20"))).toContain("make up");
  });

  it("moves nothing that somebody set or extended, nor what is finished", async () => {
    office = await deadlineOffice(await database.place());
    await office.running.tick();
    for (const title of ["甲", "乙", "丙"]) {
      await office.as("finance", `/deadline add ${title} received:2026-11-20 category:needs-study`);
    }
    for (const number of [1, 2, 3]) await office.as("finance", `/deadline explain ${number} 已调研`);
    await office.as("director", "/deadline extend 1 2027-03-01 reason:x agreed:1001");
    await office.as("finance", "/deadline finish 2 已办");
    await bring(invented);
    await minutes("2026-11-23T09:05", "2026-11-23T09:06");
    expect((await office.deadline(1)).due).toEqual({ from: "2027-03-01", until: "2027-03-01" });
    expect((await office.deadline(2)).due).toEqual({ from: "2027-01-02", until: "2027-01-06" });
    expect((await office.deadline(3)).due).toEqual({ from: "2027-01-04", until: "2027-01-04" });
  });

  it("is told once, though it was taken in twice before anything was counted", async () => {
    office = await deadlineOffice(await database.place());
    await office.running.tick();
    await office.as("finance", "/deadline add 甲 received:2026-11-20 category:needs-study");
    await office.as("finance", "/deadline explain 1 已调研");
    await bring(invented);
    // by another Mishu on the same records, whose clock is ahead
    office.setClock("2026-11-23T09:06:00+08:00");
    await bring(invented);
    await minutes("2026-11-23T09:05", "2026-11-23T09:06", "2026-11-23T09:07");
    expect(moved(await office.to("finance"))).toHaveLength(1);
    expect(moved(await office.to("director"))).toHaveLength(1);
  });

  it("is taken out again when it was wrong, and what it moved goes back", async () => {
    office = await deadlineOffice(await database.place());
    await office.running.tick();
    await office.as("finance", "/deadline add 甲 received:2026-11-20 category:needs-study");
    await office.as("finance", "/deadline explain 1 已调研");
    await bring(invented);
    await minutes("2026-11-23T09:05", "2026-11-23T09:06");
    await office.give("workdays", { remove: "国办发明电〔2026〕99号" }, owner);
    await minutes("2026-11-23T09:07", "2026-11-23T09:08");
    expect((await office.deadline(1)).due).toEqual({ from: "2027-01-02", until: "2027-01-06" });
  });

  it("that is taken in, out and in again tells each time of what it moves then, and of nothing else", async () => {
    office = await deadlineOffice(await database.place());
    await office.running.tick();
    for (const number of [1, 2]) {
      await office.as("finance", `/deadline add 公文${number} received:2026-11-20 category:needs-study`);
      await office.as("finance", `/deadline explain ${number} 已调研`);
    }
    await bring(invented);
    await minutes("2026-11-23T09:05", "2026-11-23T09:06");
    await office.as("clerk", "/deadline extend 1 2027-02-20 reason:书面同意 agreed:1001");
    await office.give("workdays", { remove: "国办发明电〔2026〕99号" }, owner);
    await minutes("2026-11-23T09:07", "2026-11-23T09:08");
    await bring(invented);
    await minutes("2026-11-23T09:09", "2026-11-23T09:10");
    const said = moved(await office.to("finance"));
    expect(said.map((each) => [each.includes("公文1"), each.includes("公文2")])).toEqual([
      [true, true],
      [false, true],
      [false, true],
    ]);
  });

  it("that is taken out while half of everything is counted by it leaves nothing as it said", async () => {
    office = await deadlineOffice(await database.place());
    await office.running.tick();
    await office.as("finance", "/deadline add 甲 received:2026-11-20 category:needs-study");
    await office.as("finance", "/deadline explain 1 已调研");
    const { number, version, steps, ...given } = await office.deadline(1);
    await office.running.store.transaction(async (records) => {
      // one more than are counted at once
      for (let n = 0; n < 500; n++) await addDeadline(records, given);
    });
    const { store } = office.running;
    const days = () =>
      store.transaction(async ({ db }) => {
        const rows = await db.selectFrom("deadline").select("due_from").distinct().orderBy("due_from").execute();
        return rows.map(({ due_from }) => due_from);
      });
    await bring(invented);
    await minutes("2026-11-23T09:05");
    expect(await days()).toEqual(["2027-01-02", "2027-01-04"]);
    await office.give("workdays", { remove: "国办发明电〔2026〕99号" }, owner);
    await minutes("2026-11-23T09:07", "2026-11-23T09:08");
    expect(await days()).toEqual(["2027-01-02"]);
  });
});

describe("a notice that cannot be used", () => {
  it.each([
    ["year: 2027\nfarbe: rot\n", "没有farbe这样的字段", "notice：请填写通知的文号"],
    [invented.replace('"2027-02-20"', '"2027-02-22"'), "work：2027年2月22日不是星期六或星期日", "本来就上班"],
    [invented.replace('"2027-02-20"', '"2027-02-06"'), "work：2027年2月6日既放假又上班", "只能择一"],
    [invented.replace('from: "2027-02-05"', "from: 2027-2-5"), "off.1.from：不是日期", "例如"],
    ["notice: x\nyear: 2026\noff: []\n", "2026年已由国办发明电〔2025〕7号安排", "请填写 amends"],
    ["notice: x\namends: y\nyear: 2026\noff: []\n", "没有文号为y的通知", "amends"],
    ["notice: [", "不是有效的 YAML 格式", "第"],
  ])("is told of in the reader's language, with nothing of another in it: %#", async (file, ...said) => {
    office = await deadlineOffice();
    const text = readOut(await office.give("workdays", { file }, { ...owner, locale: "zh-Hans" }));
    for (const each of said) expect(text).toContain(each);
    expect(text).not.toMatch(/[a-z]+ [a-z]+ [a-z]+/);
  });

  it.each([
    ["year: 2027", "notice"],
    [invented.replace('"2027-02-20"', '"2027-02-22"'), "2027-02-22 is no Saturday or Sunday"],
    [invented.replace("国办发明电〔2026〕99号", "国办发明电〔2025〕7号"), "stands in the files already"],
    ["notice: x\nyear: 2026\noff: []\n", "2026 is arranged by"],
    ["{", "cannot be used"],
  ])("says which field and why, and changes nothing: %#", async (file, said) => {
    office = await deadlineOffice();
    const reply = await bring(file);
    expect(readOut(reply)).toContain(said);
    expect(readOut(reply)).toContain("Nothing was changed");
    expect(readOut(await office.as("staff", "/workdays 2027-02-20"))).toContain("not known");
  });

  it("is none of everybody's: only those who change the settings take one in", async () => {
    office = await deadlineOffice();
    expect((await office.give("workdays", { file: invented }, office.visitorOf("staff"))).tone).toBe("refused");
  });
});

// What was known before and after the two amendments, written down here once more and counted by a plain loop.
const holidays = (spans: readonly (readonly [string, number])[]): ReadonlySet<string> =>
  new Set(spans.flatMap(([from, length]) => Array.from({ length }, (_, n) => plusDays(day(from), n))));
const known = {
  2019: {
    before: {
      off: holidays([
        ["2019-04-05", 1],
        ["2019-05-01", 1],
        ["2019-06-07", 1],
      ]),
      work: new Set<string>(),
    },
    after: {
      off: holidays([
        ["2019-04-05", 1],
        ["2019-05-01", 4],
        ["2019-06-07", 1],
      ]),
      work: new Set(["2019-04-28", "2019-05-05"]),
    },
    amended: "2019-03-22",
    received: ["2019-03-04", "2019-03-21"],
  },
  2020: {
    before: {
      off: holidays([
        ["2020-01-01", 1],
        ["2020-01-24", 7],
        ["2020-04-04", 3],
      ]),
      work: new Set(["2020-01-19", "2020-02-01"]),
    },
    after: {
      off: holidays([
        ["2020-01-01", 1],
        ["2020-01-24", 10],
        ["2020-04-04", 3],
      ]),
      work: new Set(["2020-01-19"]),
    },
    amended: "2020-01-26",
    received: ["2020-01-02", "2020-01-23"],
  },
} as const;

type Table = { readonly off: ReadonlySet<string>; readonly work: ReadonlySet<string> };
const isWeekday = (each: Day) => ![0, 6].includes(new Date(`${each}T00:00:00Z`).getUTCDay());
function counted(from: Day, days: number, { off, work }: Table): Day {
  let at = from;
  for (let left = days; left > 0; ) {
    at = plusDays(at, 1);
    if (work.has(at) || (isWeekday(at) && !off.has(at))) left--;
  }
  return at;
}

describe.each([2019, 2020] as const)("the amendment of %i, with what was open when it came", (year) => {
  const { before, after, amended, received } = known[year];
  const asOf = (on: string): Calendar => calendarAsOf(notices, day(on));

  it("moves exactly what a plain count moves, and says so to each once", async () => {
    const place = await sqlite?.place();
    const eve = plusDays(day(amended), -1);
    office = await deadlineOffice(place, {
      begin: `${eve}T09:00:00+08:00`,
      calendar: asOf(eve),
      roster: rosterLongAgo,
    });
    await office.running.tick();
    const expected: (readonly [string, Day, Day])[] = [];
    for (let from = day(received[0]); from <= received[1]; from = plusDays(from, 1))
      for (const [category, days] of [
        ["own-authority", 7],
        ["needs-consultation", 10],
        ["needs-study", 30],
      ] as const) {
        const title = `${from}+${days}`;
        const added = await office.as("finance", `/deadline add ${title} received:${from} category:${category}`);
        const [, number] = /No\. (\d+)/.exec(pointOf(added)) ?? [];
        if (days === 30) await office.as("finance", `/deadline explain ${number} 已调研`);
        expected.push([title, counted(from, days, before), counted(from, days, after)]);
      }
    const dues = async () => {
      const all: string[] = [];
      for (let number = 1; number <= expected.length; number++) {
        const { due, title } = await office.deadline(number);
        expect(due?.from).toBe(due?.until);
        all.push(`${title} ${due?.from}`);
      }
      return all;
    };
    expect(await dues()).toEqual(expected.map(([title, one]) => `${title} ${one}`));
    await office.close();
    // the file of the notice is there when it is opened again
    office = await deadlineOffice(place, { begin: `${amended}T09:00:00+08:00`, calendar: asOf(amended), again: true });
    for (let n = 0; n < 4; n++) await minutes(`${amended}T09:0${n}`);
    expect(await dues()).toEqual(expected.map(([title, , other]) => `${title} ${other}`));
    const differ = expected.filter(([, one, other]) => one !== other);
    expect(differ.length).toBeGreaterThan(0);
    let recounted = 0;
    for (let number = 1; number <= expected.length; number++)
      recounted += (await office.deadline(number)).steps.filter(({ step }) => step === "recounted").length;
    expect(recounted).toBe(differ.length);
    const told = () => office.to("finance").then(moved);
    // what comes on a day off waits for the first morning at work
    for (let on = day(amended); (await told()).length === 0 && on < plusDays(day(amended), 12); on = plusDays(on, 1))
      await minutes(`${on}T09:30`, `${on}T09:31`);
    const [said, ...more] = await told();
    expect(more).toEqual([]);
    const earlier = differ.filter(([, one, other]) => other < one);
    // what comes earlier is the first thing that is said
    if (earlier.length > 0) expect(said?.slice(0, 60)).toMatch(/due earlier now/);
    expect(said?.includes("Due later now")).toBe(earlier.length < differ.length);
    process.stdout.write(
      process.env.MISHU_PRINT
        ? `${differ.map(([title, one, other]) => `${title}: ${one} -> ${other}`).join("\n")}\n`
        : "",
    );
  });
});
