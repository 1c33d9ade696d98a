/** Lets tests wait for something to become true, looked at again after every change: no sleeping, no polling. */
export interface Hub {
  changed(): void;
  until<T>(what: string, look: () => T | undefined): Promise<T>;
  /** Calls back at every change, until what it gives is called. */
  listen(listener: () => void): () => void;
  stop(): void;
}

interface Waiter {
  /** True when it is done. */
  look(): boolean;
  stop(): void;
}

export function createHub(): Hub {
  const waiters = new Set<Waiter>();
  const listeners = new Set<() => void>();
  let stopped = false;

  function waiterFor<T>(what: string, look: () => T | undefined, given: PromiseWithResolvers<T>): Waiter {
    return {
      look() {
        try {
          const seen = look();
          if (seen === undefined) return false;
          given.resolve(seen);
        } catch (error) {
          given.reject(error);
        }
        return true;
      },
      stop: () => given.reject(new Error(`Discord was stopped while somebody waited for ${what}`)),
    };
  }

  return {
    changed() {
      for (const waiter of [...waiters]) if (waiter.look()) waiters.delete(waiter);
      for (const listener of listeners) listener();
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    until<T>(what: string, look: () => T | undefined) {
      const given = Promise.withResolvers<T>();
      // who stopped waiting is not told: it would end the test run
      given.promise.catch(() => {});
      const waiter = waiterFor(what, look, given);
      if (!waiter.look())
        if (stopped) waiter.stop();
        else waiters.add(waiter);
      return given.promise;
    },
    stop() {
      stopped = true;
      for (const waiter of waiters) waiter.stop();
      waiters.clear();
      listeners.clear();
    },
  };
}
