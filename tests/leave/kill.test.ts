import { randomInt } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Done } from "../support/changzhou-process.ts";
import { chooser } from "../support/chooser.ts";
import { databases } from "../support/databases.ts";
import { deadlocks, onTheWay } from "../support/furnish.ts";
import { live, nobodySaw, startAmong } from "../support/one-life.ts";
import { furnish } from "./furnished.ts";
import { expectEverythingKept, remindedOf } from "./kept.ts";
import { createTown } from "./town.ts";
import { nextWish, secondOf } from "./wishes.ts";

const all = databases();
const [, postgres] = all;

// SIGKILL at a random moment while people ask for leave, two at a time decide on it, and those who do not are reminded.
// MISHU_SEED=… repeats a run's choices.

const kills = 30;
const killsInSummer = 5;
const wishesPerLife = 3;
const days = 24 * 3600_000;
const minutes = 60_000;

/** When a life begins: at 9:20, 13:40 and 17:00 of each day from a Monday on, at weekends too. */
const aheadOf = (life: number): number => Math.floor(life / 3) * days + ([20, 280, 480][life % 3] ?? 0) * minutes;

/** A Monday in June, when everybody should be back. */
const inSummer = 28 * 7 * days + 60 * minutes;

describe.concurrent.each(all)(
  "an office that is killed while people ask for leave and decide, on $name",
  (database) => {
    test(`loses no request and no reminder, and decides nothing twice: ${kills} kills`, async ({ annotate }) => {
      const seed = Number(process.env.MISHU_SEED) || randomInt(2 ** 31);
      const choose = chooser(seed);
      const place = await database.place();
      const store = await database.open(place);
      await furnish(store);
      const town = createTown(secondOf);
      const seen = nobodySaw();
      const mayComeAgain = new Set<string>();
      let killed = 0;
      let inTheMidst = 0;
      // about the points of a life that nobody kills
      let points = 3000;
      try {
        for (; killed < kills; killed++) {
          const repeated = town.unheard(() => choose(25) === 0);
          const wishes = Array.from({ length: wishesPerLife }, () => nextWish(town, choose));
          const end = choose(2) === 0 ? { killAt: 1 + choose(points) } : { killAtLine: 1 + choose(40 * wishesPerLife) };
          const passed = await live(place, town, seen, {
            ahead: aheadOf(killed),
            sent: [...repeated, ...wishes],
            ...end,
          });
          if (passed === undefined) inTheMidst++;
          else points = Math.round((points + passed) / 2);
          for (const each of await onTheWay(store)) mayComeAgain.add(each);
        }
        // then it is left in peace: nothing is done for it but to start it
        await live(place, town, seen, { ahead: aheadOf(kills), sent: town.unheard(), peace: true });
        await expectEverythingKept(store, town);
        const before = await remindedOf(store);
        // everybody is asked whether they are back, and many report it while the office is killed
        for (let n = 0; n < killsInSummer; n++) {
          await live(place, town, seen, {
            ahead: inSummer + n * minutes,
            sent: town.unheard(),
            killAt: 1 + choose(points),
          });
          for (const each of await onTheWay(store)) mayComeAgain.add(each);
        }
        // what the last of them left counts as left when its minute is over
        const later = inSummer + (killsInSummer + 2) * minutes;
        await live(place, town, seen, { ahead: later, sent: town.unheard(), peace: true });
        await expectEverythingKept(store, town);
        // whoever has not decided, and whoever has not come back, has been reminded of it
        const after = await remindedOf(store);
        expect([...before].filter(([number, times]) => (after.get(number) ?? 0) <= times && times < 1e9)).toEqual([]);
        // without marks people would see twice what was on its way when the office was killed, and nothing else
        const twice = [...town.again, ...town.answeredAgain];
        expect(twice.filter((each) => !mayComeAgain.has(each))).toEqual([]);
        expect(seen.logged.join("")).toBe("");
        expect(await deadlocks(store)).toBe(0);
        expect(inTheMidst).toBeGreaterThan(kills / 3);
        await annotate(
          `${town.wishes.length} requests; ${inTheMidst} of ${killed} kills in the midst of work; without marks ` +
            `${town.again.length} of ${town.shown.size} messages and ${town.answeredAgain.length} answers were seen twice`,
        );
      } catch (error) {
        throw new Error(`with MISHU_SEED=${seed}, after ${killed} kills: ${seen.logged.join("").slice(0, 2000)}`, {
          cause: error,
        });
      }
    }, 240_000);
  },
);

describe.runIf(postgres)("two offices at the same time, on one PostgreSQL server", () => {
  test("two who press in the two of them do not both decide, and one office may die", async () => {
    if (!postgres) throw new Error("PostgreSQL is there");
    const place = await postgres.place();
    const store = await postgres.open(place);
    await furnish(store);
    const town = createTown(secondOf);
    const seen = nobodySaw();
    const choose = chooser(1);
    let turn = 0;
    // of two presses each goes to an office of its own
    const send = (done: Done): void => {
      const toDying = done.key.startsWith("press-") ? done.key.startsWith("press-0") : turn++ % 2 === 0;
      (toDying ? dying : living).send({ ...done });
    };
    const given = { place, ahead: aheadOf(0) };
    // what it acknowledges and answers alone are 96 lines; how many messages it delivers is left to chance
    const dying = startAmong(town, seen, given, (count) => count === 80 && dying.kill(), send);
    const living = startAmong(town, seen, given, () => {}, send);
    for (let n = 0; n < 24; n++) send(nextWish(town, choose, { patience: 1 }));
    expect(await dying.gone).toBe(true);
    await living.idle();
    living.send({ finish: true });
    expect(await living.gone).toBe(false);
    await live(place, town, seen, { ahead: aheadOf(1), sent: town.unheard(), peace: true });
    await expectEverythingKept(store, town);
    expect(seen.logged.join("")).toBe("");
  }, 120_000);
});
