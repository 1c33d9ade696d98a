import { describe, expect, test } from "vitest";
import type { Done } from "../support/changzhou-process.ts";
import { chooser } from "../support/chooser.ts";
import { databases } from "../support/databases.ts";
import { mortalOffice, withSeed } from "../support/mortal.ts";
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
      await withSeed(async (choose) => {
        const place = await database.place();
        const store = await database.open(place);
        await furnish(store);
        const town = createTown(secondOf);
        const office = mortalOffice(place, store, town, choose);
        for (let life = 0; life < kills; life++) {
          const sent = Array.from({ length: wishesPerLife }, () => nextWish(town, choose));
          await office.kill({ ahead: aheadOf(life), sent, lines: 40 * wishesPerLife });
        }
        // then it is left in peace: nothing is done for it but to start it
        await office.leaveInPeace(aheadOf(kills));
        await expectEverythingKept(store, town);
        const before = await remindedOf(store);
        // everybody is asked whether they are back, and many report it while the office is killed
        for (let n = 0; n < killsInSummer; n++) await office.killQuietly(inSummer + n * minutes);
        // what the last of them left counts as left when its minute is over
        await office.leaveInPeace(inSummer + (killsInSummer + 2) * minutes);
        await expectEverythingKept(store, town);
        // whoever has not decided, and whoever has not come back, has been reminded of it
        const after = await remindedOf(store);
        expect([...before].filter(([number, times]) => (after.get(number) ?? 0) <= times && times < 1e9)).toEqual([]);
        await office.expectHarmless();
        await annotate(`${town.wishes.length} requests; ${office.told()}`);
      });
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
