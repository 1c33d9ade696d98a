import { randomInt } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { chooser } from "../leave/wishes.ts";
import { databases } from "../support/databases.ts";
import { expectedOf, kinds, line } from "./count.ts";
import { type Played, play } from "./play.ts";
import { type Held, people, yearOf } from "./script.ts";

// A year of an office: 2 plenary, 12 executive, 12 mayor's office and 40 thematic meetings, 60 people on two platforms;
// some have leave, some meetings are moved or cancelled, the office is closed and opened again every 17 days. What came is
// compared with what a count by the script alone says, minute by minute. MISHU_SEED=… repeats a year.

const [sqlite] = databases();
const seed = Number(process.env.MISHU_SEED) || randomInt(2 ** 31);
let year: readonly Held[];
let played: Played;

beforeAll(async () => {
  year = yearOf(2026, chooser(seed));
  if (!sqlite) throw new Error("SQLite is everywhere");
  const place = await sqlite.place();
  played = await play(year, "2026-01-01", "2026-12-31", place);
}, 600_000);

describe(`a year of meetings (seed ${seed})`, () => {
  it("has the meetings that a year has", () => {
    const count = (type: string) => year.filter((each) => each.type === type).length;
    expect(people).toHaveLength(60);
    expect([
      count("plenary-meeting"),
      count("executive-meeting"),
      count("mayors-office-meeting"),
      count("thematic-meeting"),
    ]).toEqual([2, 12, 12, 40]);
    expect(year.filter(({ moved }) => moved).length).toBeGreaterThanOrEqual(4);
    expect(year.filter(({ cancelled }) => cancelled).length).toBeGreaterThanOrEqual(3);
    expect(year.flatMap(({ leaves }) => leaves).length).toBeGreaterThan(0);
    expect(played.restarts).toBeGreaterThan(20);
    expect(played.trouble).toEqual([]);
  });

  it("brings everybody what a count by the script says, each once, in its minute, on their platform", () => {
    // the holidays of 2027 are not known yet, to nobody's calendar
    const expected = expectedOf(year).filter((each) => each.at < "2027");
    const came = played.came.flatMap((each) => (each.kind ? [{ ...each, kind: each.kind }] : []));
    const rows = kinds.map((kind) => {
      const of = (some: readonly { readonly kind: string }[]) => some.filter((each) => each.kind === kind).length;
      return { message: kind, counted: of(expected), came: of(came) };
    });
    if (process.env.MISHU_PRINT) console.table(rows);
    expect(came.map(line).toSorted()).toEqual(expected.map(line).toSorted());
  });

  it("brings nothing else about meetings", () => {
    const others = played.came.filter(({ kind }) => kind === undefined).map(({ says }) => says);
    expect(others.filter((each) => !/leave|No\. \d+/.test(each))).toEqual([]);
  });
});
