/** What a test lets go wrong with a method. */
export interface Faults {
  limit(method: string, how: { readonly retryAfter: number; readonly times?: number }): void;
  fail(method: string, error: string, how?: { readonly times?: number }): void;
  breakDown(method: string, how: { readonly status: number; readonly times?: number }): void;
  /** Requests wait until they are released. */
  hold(method: string): () => void;
  next(method: string): Promise<Fault | undefined>;
  stop(): void;
}

export type Fault =
  | { readonly kind: "limit"; readonly retryAfter: number }
  | { readonly kind: "fail"; readonly error: string }
  | { readonly kind: "status"; readonly status: number };

export function createFaults(): Faults {
  const planned = new Map<string, Fault[]>();
  const held = new Map<string, PromiseWithResolvers<void>>();
  const plan = (method: string, fault: Fault, times = 1) => {
    const before = planned.get(method) ?? [];
    planned.set(method, [...before, ...Array.from({ length: times }, () => fault)]);
  };
  const release = (method: string) => {
    held.get(method)?.resolve();
    held.delete(method);
  };
  return {
    limit: (method, { retryAfter, times }) => plan(method, { kind: "limit", retryAfter }, times),
    fail: (method, error, { times } = {}) => plan(method, { kind: "fail", error }, times),
    breakDown: (method, { status, times }) => plan(method, { kind: "status", status }, times),
    hold(method) {
      if (!held.has(method)) held.set(method, Promise.withResolvers<void>());
      return () => release(method);
    },
    async next(method) {
      await held.get(method)?.promise;
      return planned.get(method)?.shift();
    },
    stop() {
      for (const method of [...held.keys()]) release(method);
    },
  };
}
