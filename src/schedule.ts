import { schedule } from "node-cron";
import type { Log } from "./log.ts";

/** What is done by the clock. Nothing is planned ahead here: what is due stands in the store, and is looked for. */
export interface Rounds {
  readonly everyMinute: () => Promise<void>;
  readonly everyNight: () => Promise<void>;
  readonly log: Log;
}

/** Makes the rounds until it is stopped. A round that is still under way is not begun again. */
export function keepTime({ everyMinute, everyNight, log }: Rounds): { stop(): Promise<void> } {
  const watched = (name: string, work: () => Promise<void>) => async () => {
    try {
      await work();
    } catch (error) {
      log.error("round failed", { reference: name, error });
    }
  };
  const tasks = [
    schedule("* * * * *", watched("minute", everyMinute), { noOverlap: true }),
    schedule("30 3 * * *", watched("night", everyNight), { noOverlap: true }),
  ];
  return {
    async stop() {
      await Promise.all(tasks.map((task) => task.destroy()));
    },
  };
}
