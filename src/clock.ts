/** The only file that reads the time. Everything else is given a clock, so that tests can set it. */
export interface Clock {
  /** The present instant. */
  now(): Date;
  /** Milliseconds that only grow, for measuring how long something took. */
  elapsed(): number;
}

export const systemClock: Clock = { now: () => new Date(), elapsed: () => performance.now() };
