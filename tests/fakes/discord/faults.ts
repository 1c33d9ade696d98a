/** A route, "POST /channels/{channel_id}/messages", a real path, "POST /channels/7/messages", or a pattern of either. */
export type RoutePattern = string | RegExp;

export interface Failure {
  readonly status: number;
  readonly code?: number;
  readonly message?: string;
  /** How many requests fail; all of them when absent. */
  readonly times?: number;
  /** The request is done all the same, and only its answer is lost. */
  readonly done?: boolean;
}

export interface Limit {
  /** In seconds. */
  readonly retryAfter: number;
  readonly times?: number;
  readonly global?: boolean;
}

export interface Faults {
  /** Answers 429. */
  limit(pattern: RoutePattern, limit: Limit): void;
  /** Answers with an error; status 0 cuts the connection. */
  fail(pattern: RoutePattern, failure: Failure): void;
  /** Makes answers wait until released: `before` it is done, or after it. */
  hold(pattern: RoutePattern, when?: "before" | "after"): () => void;
}

export interface Request {
  readonly method: string;
  readonly route: string;
  readonly path: string;
}

export interface FaultDesk extends Faults {
  limited(request: Request): Limit | undefined;
  failing(request: Request): Failure | undefined;
  held(request: Request, when: "before" | "after"): Promise<void>;
  stop(): void;
}

interface Planned<T> {
  readonly pattern: RoutePattern;
  readonly what: T;
  left: number;
}

export function createFaults(isRoute: (pattern: string) => boolean): FaultDesk {
  const limits: Planned<Limit>[] = [];
  const failures: Planned<Failure>[] = [];
  const holds = new Set<{
    readonly pattern: RoutePattern;
    readonly when: string;
    readonly gate: PromiseWithResolvers<void>;
  }>();

  /** A pattern that can never match would make a test pass for nothing. */
  function known(pattern: RoutePattern): RoutePattern {
    if (typeof pattern === "string" && !isRoute(pattern)) throw new Error(`the fake has no route ${pattern}`);
    return pattern;
  }

  function take<T>(planned: Planned<T>[], request: Request): T | undefined {
    const found = planned.find((each) => each.left > 0 && matches(each.pattern, request));
    if (found) found.left -= 1;
    return found?.what;
  }

  return {
    limit(pattern, what) {
      limits.push({ pattern: known(pattern), what, left: what.times ?? 1 });
    },
    fail(pattern, what) {
      failures.push({ pattern: known(pattern), what, left: what.times ?? Number.POSITIVE_INFINITY });
    },
    hold(pattern, when = "after") {
      const held = { pattern: known(pattern), when, gate: Promise.withResolvers<void>() };
      holds.add(held);
      return () => {
        holds.delete(held);
        held.gate.resolve();
      };
    },
    limited: (request) => take(limits, request),
    failing: (request) => take(failures, request),
    async held(request, when) {
      for (const held of [...holds]) if (held.when === when && matches(held.pattern, request)) await held.gate.promise;
    },
    stop() {
      for (const { gate } of holds) gate.resolve();
      holds.clear();
    },
  };
}

function matches(pattern: RoutePattern, { method, route, path }: Request): boolean {
  const names = [`${method} ${route}`, `${method} ${path}`];
  return typeof pattern === "string" ? names.includes(pattern) : names.some((name) => pattern.test(name));
}
