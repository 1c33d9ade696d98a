import { describe, test } from "vitest";
import { monday } from "../support/changzhou-process.ts";
import { databases } from "../support/databases.ts";
import { furnish } from "../support/furnish.ts";
import { mortalOffice, withSeed } from "../support/mortal.ts";
import { createBureau } from "./bureau.ts";
import { expectEverythingFollowedUp, expectOverdueTold } from "./followed-up.ts";
import { aheadOf, channel, nextMatter, notices } from "./matters.ts";

// SIGKILL at a random moment while documents are taken in, classified, extended, agreed to, handed on, accepted and
// finished, while people have their mornings, and while a notice moves days. MISHU_SEED=… repeats a run's choices.

const kills = 20;
const documents = 22;

describe.concurrent.each(databases())(
  "an office that is killed while it keeps an eye on deadlines, on $name",
  (database) => {
    test(`loses nothing, does and tells everything once: ${kills} kills`, async ({ annotate }) => {
      await withSeed(async (choose, seed) => {
        const place = await database.place();
        const store = await database.open(place);
        await furnish(store);
        const bureau = createBureau(seed);
        const office = mortalOffice(place, store, bureau, choose);
        const toChannel = { use: "deadlines", channel: `channel:wire:W:${channel}` };
        const administered = new Map([
          [0, () => bureau.administer("channel", "settings", toChannel)],
          [8, () => bureau.administer("next-year", "workdays", notices.nextYear)],
          [11, () => bureau.administer("amended", "workdays", notices.amended)],
          [14, () => bureau.administer("removed", "workdays", notices.removed)],
        ]);
        for (let life = 0; life < kills; life++) {
          const more = () => (bureau.matters.length < documents ? nextMatter(bureau, life, choose) : []);
          const sent = [...more(), ...more(), ...(administered.get(life)?.() ?? [])];
          await office.kill({ ahead: aheadOf(life), sent, lines: 80 });
        }
        // then it is left in peace: nothing is done for it but to start it
        for (let life = kills; life < kills + 4; life++) await office.leaveInPeace(aheadOf(life));
        const last = new Date(monday + aheadOf(kills + 3));
        await expectEverythingFollowedUp(store, bureau, last);
        await expectOverdueTold(store, bureau, last);
        await office.expectHarmless();
        await annotate(`${bureau.asked.size} presses; ${office.told()}`);
      });
    }, 240_000);
  },
);
