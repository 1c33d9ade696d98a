import { minuteOf } from "./dates.ts";
import { note, type Reply } from "./reply.ts";
import { wordingFor } from "./wording/wording.ts";

const hour = 3600_000;

/** Whether a message that is delivered now comes so long after it was meant to that it has to say so. */
export function isLate(meantFor: Date, now: Date): boolean {
  return now.getTime() - meantFor.getTime() > hour;
}

/** A late message with a note at its end: when it should have been there, by the clocks of a time zone. */
export function withLateMark(reply: Reply, meantFor: Date, zone: string): Reply {
  const { comesLate } = wordingFor(reply.language).desk;
  return { ...reply, blocks: [...reply.blocks, note(comesLate(minuteOf(meantFor, zone)))] };
}
