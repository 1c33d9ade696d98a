import { randomInt } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { chooser } from "../support/chooser.ts";
import { type Database, databases } from "../support/databases.ts";
import { type Played, play } from "./play.ts";

// A half year of departments: 500 documents, tasks and consultations over National Day and the Spring Festival, while the
// notice of the next year comes out, and one that prolongs the Spring Festival; the program is started anew now and then,
// and does not run at all for a day. Every message of every morning, to everybody and to the channel, is compared with a
// count that uses nothing of Mishu. MISHU_SEED=… repeats one. The ordinary tests play all of it on SQLite and its first
// six weeks on PostgreSQL; `npm run deadlines:half-year` plays all of it on both, and prints what it was made of.

const seed = Number(process.env.MISHU_SEED) || randomInt(2 ** 31);
const whole = ({ kind }: Database) => kind === "sqlite" || process.env.MISHU_PRINT !== undefined;
const all = databases();
const playing = new Map<string, Promise<Played>>();

beforeAll(async () => {
  for (const each of all)
    playing.set(
      each.name,
      (async () =>
        play(
          {
            from: "2019-09-02",
            until: whole(each) ? "2020-02-28" : "2019-10-18",
            documents: whole(each) ? 500 : 120,
            outage: "2019-10-16",
            choose: chooser(seed),
          },
          await each.place(),
        ))(),
    );
  await Promise.allSettled(playing.values());
}, 900_000);

describe.each(all)(`a half year of deadlines (seed ${seed}), on $name`, (database) => {
  let played: Played;
  beforeAll(async () => {
    played = (await playing.get(database.name)) as Played;
    if (process.env.MISHU_PRINT) console.table([...played.stages].map(([stage, count]) => ({ stage, count })));
  });

  it("is a busy one, in which nothing goes wrong", () => {
    expect(played.added).toBeGreaterThanOrEqual(whole(database) ? 500 : 115);
    expect(played.restarts).toBeGreaterThan(whole(database) ? 5 : 0);
    expect(played.trouble).toEqual([]);
    for (const stage of ["three before", "one before", "on the day", "overdue", "head", "office", "missing"] as const)
      expect(played.stages.get(stage) ?? 0).toBeGreaterThan(10);
  });

  it("says every morning to everybody, and in the channel, exactly what a plain count says", () => {
    const wrong = played.mornings.filter(({ came, expected }) => came.join("\n") !== expected.join("\n"));
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(played.mornings.length).toBeGreaterThan(whole(database) ? 250 : 50);
  });

  it.runIf(whole(database))("tells everybody once of what moved when a notice came out", () => {
    expect(played.moved.length).toBeGreaterThan(2);
    for (const { came, expected } of played.moved) expect(came).toBe(expected);
  });

  it("ends with the days that a plain count has", () => {
    expect(played.dues.filter(({ came, expected }) => came !== expected)).toEqual([]);
  });
});
