import type { Reply } from "../../src/reply.ts";
import type { Done, Told } from "./changzhou-process.ts";

/** A message as it is seen, in the place of which other words may come. */
export interface Shown {
  readonly to: string;
  readonly reply: Reply;
  /** The words with which it came. */
  readonly first: Reply;
}

/** What the people outside the office remember, over all its lives: what they asked, and everything that they saw. */
export function createMemory() {
  const asked = new Map<string, Done>();
  const acknowledged = new Set<string>();
  /** By delivery, the answers; the same answer may come twice. */
  const answers = new Map<string, Reply[]>();
  const shown = new Map<string, Shown>();
  /** Marks of messages that were delivered although they had been before: a platform that knows marks hides them. */
  const again: string[] = [];
  const answeredAgain: string[] = [];

  function answered(key: string, reply: Reply): void {
    const before = answers.get(key) ?? [];
    if (before.length > 0) answeredAgain.push(key);
    answers.set(key, [...before, reply]);
  }

  return {
    ...{ asked, acknowledged, answers, shown, again, answeredAgain },
    take({ acknowledged: taken, answered: key, delivered, updated, to, reply }: Told): void {
      if (taken) acknowledged.add(taken);
      if (!reply) return;
      if (key) answered(key, reply);
      if (delivered && to) {
        if (shown.has(delivered)) again.push(delivered);
        // a platform that knows marks shows the first words until others are put in their place
        else shown.set(delivered, { to, reply, first: reply });
      }
      const place = updated && shown.get(updated);
      if (place) shown.set(updated, { ...place, reply });
    },
    /** Sends what was not sent before. */
    once:
      (deliver: (done: Done) => void) =>
      (done: Done): void => {
        if (asked.has(done.key)) return;
        asked.set(done.key, done);
        deliver(done);
      },
    /** What is sent again when the office is back: what was not acknowledged; `and`: of the rest, what platforms repeat. */
    unheard: (and: () => boolean = () => false): readonly Done[] =>
      [...asked.values()].filter(({ key }) => !acknowledged.has(key) || and()),
    /** What was sent and is not acknowledged or not answered yet. */
    open: (): readonly string[] => [...asked.keys()].filter((key) => !acknowledged.has(key) || !answers.has(key)),
  };
}

export type Memory = ReturnType<typeof createMemory>;
