import { fileURLToPath } from "node:url";
import type { Place } from "../../src/store/store.ts";
import type { Done, Told } from "./changzhou-process.ts";
import { type Life, type Seen, startLife } from "./lives.ts";

const program = fileURLToPath(new URL("./changzhou-process.ts", import.meta.url));

/** The people outside the office: they hear what it tells and do what they want to do about it. */
export interface People {
  hear(told: Told, send: (done: Done) => void): void;
  /** What was sent and is not acknowledged or not answered yet. */
  open(): readonly string[];
}

export const nobodySaw = (): Seen => ({
  acknowledged: new Set(),
  answered: new Map(),
  delivered: new Map(),
  logged: [],
});

/** The office in a process of its own, and these people around it. `send`: where they send what they then do. */
export const startAmong = (
  people: People,
  seen: Seen,
  given: { readonly place: Place; readonly ahead: number; readonly killAt?: number },
  onLine: (count: number, told: Told) => void,
  send: (done: Done) => void,
): Life =>
  startLife(
    { killAt: null, ...given },
    seen,
    (count, line) => {
      const told = line as Told;
      people.hear(told, send);
      onLine(count, told);
    },
    program,
  );

/** One life of the office: what is sent when it begins, and how it ends. */
export interface Given {
  /** Milliseconds after the first Monday at nine. */
  readonly ahead: number;
  readonly sent: readonly Done[];
  /** It is killed at this point or with this line; where neither comes, when nothing is left to do. */
  readonly killAt?: number;
  readonly killAtLine?: number;
  /** Nobody kills it. */
  readonly peace?: true;
}

/**
 * Lets the office live until nothing waits any more, or it is killed. Returns the number of points that it passed,
 * undefined when it was killed in the midst of work. Throws when it does not end as it should, or says something twice.
 */
export async function live(
  place: Place,
  people: People,
  seen: Seen,
  { ahead, sent, killAt, killAtLine, peace }: Given,
): Promise<number | undefined> {
  const quiet = Promise.withResolvers<number | undefined>();
  const send = (done: Done) => life.send({ ...done });
  const done = new Set<string>();
  const twice: string[] = [];
  let idleAt = 0;
  const life: Life = startAmong(
    people,
    seen,
    { place, ahead, ...(killAt === undefined ? {} : { killAt }) },
    (count, told) => {
      for (const each of [told.answered, told.delivered])
        if (each && done.size === done.add(each).size) twice.push(each);
      if (count === killAtLine) life.kill();
      if (!told.idle) return;
      // two rounds without a line between them: what is still open will not come
      if (people.open().length === 0 || count === idleAt + 1) quiet.resolve(told.points);
      else life.send({ idle: true });
      idleAt = count;
    },
    send,
  );
  for (const each of sent) send(each);
  life.send({ idle: true });
  void life.gone.then(() => quiet.resolve(undefined));
  const points = await quiet.promise;
  if (peace) life.send({ finish: true });
  else life.kill();
  if ((await life.gone) === peace) throw new Error("it did not end as it should");
  if (twice.length > 0) throw new Error(`answered or delivered twice in one life: ${twice.join(", ")}`);
  return points;
}
