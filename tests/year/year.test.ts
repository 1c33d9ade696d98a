import { randomInt } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { chooser } from "../support/chooser.ts";
import { type Database, databases } from "../support/databases.ts";
import { dayIn } from "./calendar.ts";
import { expectedOf, kinds, line } from "./count.ts";
import { type Played, play } from "./play.ts";
import { people, yearOf } from "./script.ts";

// A year of an office: 2 plenary, 12 executive, 12 mayor's office and 40 thematic meetings, 60 people on two platforms;
// some have leave, some meetings are moved or cancelled, the office is closed and opened again every 17 days. What came is
// compared with what a count by the script alone says, minute by minute. MISHU_SEED=… repeats a year.
// The ordinary tests play the whole year on SQLite and its first quarter on PostgreSQL, which takes four times as long;
// `npm run meetings:year` plays the whole year on both.

const seed = Number(process.env.MISHU_SEED) || randomInt(2 ** 31);
const year = yearOf(2026, chooser(seed));
const first = "2026-01-01";
const lastOn = ({ kind }: Database) => (kind === "sqlite" || process.env.MISHU_PRINT ? "2026-12-31" : "2026-03-31");
const all = databases();
const playing = new Map<string, Promise<Played>>();

// at once: while one waits for its server the other goes on
beforeAll(async () => {
  for (const each of all) playing.set(each.name, (async () => play(year, first, lastOn(each), await each.place()))());
  await Promise.allSettled(playing.values());
}, 900_000);

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
  });
});

describe.each(all)(`a year of meetings (seed ${seed}), on $name`, (database) => {
  const last = lastOn(database);
  let played: Played;
  beforeAll(async () => {
    played = (await playing.get(database.name)) as Played;
  });

  it("has the office closed and opened again, and nothing goes wrong", () => {
    expect(played.restarts).toBeGreaterThan(last.endsWith("-12-31") ? 20 : 4);
    expect(played.trouble).toEqual([]);
  });

  it("brings everybody what a count by the script says, each once, in its minute, on their platform", () => {
    // the holidays of 2027 are not known yet, to nobody's calendar
    const expected = expectedOf(year).filter((each) => dayIn(each.at) <= last);
    const came = played.came.flatMap((each) => (each.kind ? [{ ...each, kind: each.kind }] : []));
    const rows = kinds.map((kind) => {
      const of = (some: readonly { readonly kind: string }[]) => some.filter((each) => each.kind === kind).length;
      return { message: kind, counted: of(expected), came: of(came) };
    });
    if (process.env.MISHU_PRINT) console.table([{ message: `until ${last}, on ${database.name}` }, ...rows]);
    expect(came.map(line).toSorted()).toEqual(expected.map(line).toSorted());
  });

  it("brings nothing else about meetings", () => {
    const others = played.came.filter(({ kind }) => kind === undefined).map(({ says }) => says);
    expect(others.filter((each) => !/leave|No\. \d+/.test(each))).toEqual([]);
  });
});
