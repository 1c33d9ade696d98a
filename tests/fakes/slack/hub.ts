/** Lets tests wait for something to become true, looked at again after every change: no sleeping, no polling. */
export interface Hub {
  changed(): void;
  until<T>(what: string, look: () => T | undefined): Promise<T>;
  stop(): void;
}

interface Waiter {
  readonly what: string;
  /** True when it is done. */
  look(): boolean;
  fail(error: Error): void;
}

export function createHub(): Hub {
  const waiters = new Set<Waiter>();
  let stopped = false;
  return {
    changed() {
      for (const waiter of [...waiters]) if (waiter.look()) waiters.delete(waiter);
    },
    until: <T>(what: string, look: () => T | undefined) =>
      new Promise<T>((resolve, reject) => {
        const waiter: Waiter = {
          what,
          fail: reject,
          look() {
            try {
              const seen = look();
              if (seen === undefined) return false;
              resolve(seen);
            } catch (error) {
              reject(error);
            }
            return true;
          },
        };
        if (waiter.look()) return;
        if (stopped) reject(new Error(`Slack has stopped; nobody will see ${what}`));
        else waiters.add(waiter);
      }),
    stop() {
      stopped = true;
      for (const { what, fail } of waiters) fail(new Error(`Slack was stopped while somebody waited for ${what}`));
      waiters.clear();
    },
  };
}
