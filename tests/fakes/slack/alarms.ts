/** Things that happen when a time has come. With a clock of the test's own nothing happens until `tick`. */
export interface Alarms {
  /** Gives a function that calls it off. */
  after(ms: number, act: () => void): () => void;
  /** Does what is due by the clock, earliest first. */
  tick(): void;
  stop(): void;
}

export function createAlarms(now: () => number, ownClock: boolean): Alarms {
  const due = new Set<{ readonly at: number; readonly act: () => void; timer?: NodeJS.Timeout }>();
  return {
    after(ms, act) {
      const alarm: { readonly at: number; readonly act: () => void; timer?: NodeJS.Timeout } = {
        at: now() + ms,
        act: () => {
          due.delete(alarm);
          act();
        },
      };
      due.add(alarm);
      if (!ownClock) alarm.timer = setTimeout(alarm.act, ms).unref();
      return () => {
        clearTimeout(alarm.timer);
        due.delete(alarm);
      };
    },
    tick() {
      for (;;) {
        const [first] = [...due].filter(({ at }) => at <= now()).sort((one, other) => one.at - other.at);
        if (!first) return;
        clearTimeout(first.timer);
        first.act();
      }
    },
    stop() {
      for (const { timer } of due) clearTimeout(timer);
      due.clear();
    },
  };
}
