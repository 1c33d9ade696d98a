import { randomInt } from "node:crypto";
import { expect } from "vitest";
import type { Place, Store } from "../../src/store/store.ts";
import type { Done } from "./changzhou-process.ts";
import { type Choose, chooser } from "./chooser.ts";
import { deadlocks, onTheWay } from "./furnish.ts";
import type { Memory } from "./memory.ts";
import { live, nobodySaw, type People } from "./one-life.ts";

/** People around an office that is killed, who remember what they saw. */
export type Crowd = People & Pick<Memory, "shown" | "again" | "answeredAgain" | "unheard">;

/** An office that is killed again and again, and what its killing did. */
export interface Mortal {
  /**
   * One life that ends at a random moment. `ahead`: milliseconds after the first Monday at nine; `sent`: what is asked when
   * it begins, beside what was not acknowledged; `lines`: about so many lines it writes.
   */
  kill(given: { readonly ahead: number; readonly sent: readonly Done[]; readonly lines: number }): Promise<void>;
  /** The same, at a point only, and with nothing but what was not acknowledged. */
  killQuietly(ahead: number): Promise<void>;
  /** A life that nobody ends: nothing is done for it but to start it. */
  leaveInPeace(ahead: number): Promise<void>;
  /** Without marks people would see twice what was on its way when it was killed, and nothing else; nothing was logged. */
  expectHarmless(): Promise<void>;
  /** "18 of 24 kills in the midst of work …" */
  told(): string;
}

/** Runs a test's work with the choices of a seed: MISHU_SEED, else any. What goes wrong names the seed. */
export async function withSeed(work: (choose: Choose, seed: number) => Promise<void>): Promise<void> {
  const seed = Number(process.env.MISHU_SEED) || randomInt(2 ** 31);
  try {
    await work(chooser(seed), seed);
  } catch (error) {
    throw new Error(`with MISHU_SEED=${seed}`, { cause: error });
  }
}

export function mortalOffice(place: Place, store: Store, people: Crowd, choose: Choose): Mortal {
  const seen = nobodySaw();
  const mayComeAgain = new Set<string>();
  let killed = 0;
  let inTheMidst = 0;
  // about the points of a life that nobody kills
  let points = 3000;

  async function end(given: Parameters<typeof live>[3]): Promise<number | undefined> {
    try {
      return await live(place, people, seen, given);
    } catch (error) {
      throw new Error(`after ${killed} kills: ${seen.logged.join("").slice(0, 2000)}`, { cause: error });
    }
  }
  const note = async (): Promise<void> => {
    for (const each of await onTheWay(store)) mayComeAgain.add(each);
  };

  return {
    async kill({ ahead, sent, lines }) {
      // platforms repeat now and then what was acknowledged
      const repeated = people.unheard(() => choose(25) === 0);
      const moment = choose(2) === 0 ? { killAt: 1 + choose(points) } : { killAtLine: 1 + choose(lines) };
      const passed = await end({ ahead, sent: [...repeated, ...sent], ...moment });
      killed++;
      if (passed === undefined) inTheMidst++;
      else points = Math.round((points + passed) / 2);
      await note();
    },
    async killQuietly(ahead) {
      await end({ ahead, sent: people.unheard(), killAt: 1 + choose(points) });
      await note();
    },
    async leaveInPeace(ahead) {
      await end({ ahead, sent: people.unheard(), peace: true });
    },
    async expectHarmless() {
      const twice = [...people.again, ...people.answeredAgain];
      expect(twice.filter((each) => !mayComeAgain.has(each))).toEqual([]);
      expect(seen.logged.join("")).toBe("");
      expect(await deadlocks(store)).toBe(0);
      expect(inTheMidst).toBeGreaterThan(killed / 3);
    },
    told: () =>
      `${inTheMidst} of ${killed} kills in the midst of work; without marks ${people.again.length} of ` +
      `${people.shown.size} messages and ${people.answeredAgain.length} answers were seen twice`,
  };
}
