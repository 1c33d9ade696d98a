import { describe, test } from "vitest";
import { monday } from "../support/changzhou-process.ts";
import { databases } from "../support/databases.ts";
import { furnish } from "../support/furnish.ts";
import { mortalOffice, withSeed } from "../support/mortal.ts";
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
      await withSeed(async (choose, seed) => {
        const place = await database.place();
        const store = await database.open(place);
        await furnish(store);
        const hall = createHall(seed);
        const office = mortalOffice(place, store, hall, choose);
        for (let life = 0; life < kills; life++) {
          const planned = life % 3 < 2 && hall.gatherings.length < plans ? nextGathering(hall, life, choose) : [];
          await office.kill({ ahead: aheadOf(life), sent: planned, lines: 120 });
        }
        // then it is left in peace: nothing is done for it but to start it
        for (let life = kills; life < kills + 3; life++) await office.leaveInPeace(aheadOf(life));
        await expectEverythingHeld(store, hall, new Date(monday + aheadOf(kills + 2)));
        await office.expectHarmless();
        await annotate(`${hall.asked.size} presses; ${office.told()}`);
      });
    }, 240_000);
  },
);
