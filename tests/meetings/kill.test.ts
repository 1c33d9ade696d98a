import { randomInt } from "node:crypto";
import { describe, expect, test } from "vitest";
import { monday } from "../support/changzhou-process.ts";
import { chooser } from "../support/chooser.ts";
import { databases } from "../support/databases.ts";
import { deadlocks, furnish, onTheWay } from "../support/furnish.ts";
import { live, nobodySaw } from "../support/one-life.ts";
import { aheadOf, nextGathering } from "./gatherings.ts";
import { createHall } from "./hall.ts";
import { expectEverythingHeld } from "./held.ts";

// SIGKILL at a random moment while people are called to meetings, reply, are reminded, come, and while minutes are
// reviewed, signed and issued. MISHU_SEED=… repeats a run's choices.

const kills = 24;
const plans = 10;

describe.concurrent.each(databases())(
  "an office that is killed while meetings are called and held, on $name",
  (database) => {
    test(`calls everybody once, loses no reply, has minutes signed once: ${kills} kills`, async ({ annotate }) => {
      const seed = Number(process.env.MISHU_SEED) || randomInt(2 ** 31);
      const choose = chooser(seed);
      const place = await database.place();
      const store = await database.open(place);
      await furnish(store);
      const hall = createHall(seed);
      const seen = nobodySaw();
      const mayComeAgain = new Set<string>();
      let killed = 0;
      let inTheMidst = 0;
      // about the points of a life that nobody kills
      let points = 3000;
      try {
        for (; killed < kills; killed++) {
          const repeated = hall.unheard(() => choose(25) === 0);
          const planned = killed % 3 < 2 && hall.gatherings.length < plans ? nextGathering(hall, killed, choose) : [];
          const end = choose(2) === 0 ? { killAt: 1 + choose(points) } : { killAtLine: 1 + choose(120) };
          const passed = await live(place, hall, seen, {
            ahead: aheadOf(killed),
            sent: [...repeated, ...planned],
            ...end,
          });
          if (passed === undefined) inTheMidst++;
          else points = Math.round((points + passed) / 2);
          for (const each of await onTheWay(store)) mayComeAgain.add(each);
        }
        // then it is left in peace: nothing is done for it but to start it
        for (let life = kills; life < kills + 3; life++)
          await live(place, hall, seen, { ahead: aheadOf(life), sent: hall.unheard(), peace: true });
        await expectEverythingHeld(store, hall, new Date(monday + aheadOf(kills + 2)));
        // without marks people would see twice what was on its way when the office was killed, and nothing else
        const twice = [...hall.again, ...hall.answeredAgain];
        expect(twice.filter((each) => !mayComeAgain.has(each))).toEqual([]);
        expect(seen.logged.join("")).toBe("");
        expect(await deadlocks(store)).toBe(0);
        expect(inTheMidst).toBeGreaterThan(kills / 3);
        await annotate(
          `${hall.asked.size} presses; ${inTheMidst} of ${killed} kills in the midst of work; without marks ` +
            `${hall.again.length} of ${hall.shown.size} messages and ${hall.answeredAgain.length} answers were seen twice`,
        );
      } catch (error) {
        throw new Error(`with MISHU_SEED=${seed}, after ${killed} kills: ${seen.logged.join("").slice(0, 2000)}`, {
          cause: error,
        });
      }
    }, 240_000);
  },
);
