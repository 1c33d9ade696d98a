import type { AgendaItem } from "./agenda.ts";

/** An item of an agenda that is dealt with, or was, or will be. */
export interface ClockItem extends AgendaItem {
  readonly begunAt: Date | null;
  readonly endedAt: Date | null;
}

/** The item that is dealt with now. */
export const runningOf = (items: readonly ClockItem[]): ClockItem | undefined =>
  items.find(({ begunAt, endedAt }) => begunAt !== null && endedAt === null);

/** The item that comes next; undefined: there is no further one. */
export const nextOf = (items: readonly ClockItem[]): ClockItem | undefined =>
  items.find(({ begunAt }) => begunAt === null);

export const hasBegun = (items: readonly ClockItem[]): boolean => items.some(({ begunAt }) => begunAt !== null);

/** Counts what happened: an old button knows that it is one. */
export const stepsOf = (items: readonly ClockItem[]): number =>
  items.reduce((sum, { begunAt, endedAt }) => sum + (begunAt ? 1 : 0) + (endedAt ? 1 : 0), 0);

/** What a step does: an item ends, another begins; a step back makes both undone. */
export interface Step {
  readonly ends?: ClockItem;
  readonly begins?: ClockItem;
}

/** The next step; undefined where the agenda is done. */
export function stepOn(items: readonly ClockItem[]): Step | undefined {
  const [ends, begins] = [runningOf(items), nextOf(items)];
  if (!ends && !begins) return undefined;
  return { ...(ends && { ends }), ...(begins && { begins }) };
}

/** The step that was made last; undefined where none was. */
export function lastStep(items: readonly ClockItem[]): Step | undefined {
  const begins = runningOf(items);
  const ended = items.findLast(({ endedAt }) => endedAt !== null);
  if (!begins) return ended && { ends: ended };
  // an item that was added when the agenda was done began by itself
  const together = ended?.endedAt?.getTime() === begins.begunAt?.getTime();
  return { begins, ...(ended && together && { ends: ended }) };
}

const minute = 60_000;

/** Until when an item should take; undefined where its minutes are not known, or it has not begun. */
export const untilOf = ({ begunAt, minutes }: ClockItem): Date | undefined =>
  begunAt && minutes !== null ? new Date(begunAt.getTime() + minutes * minute) : undefined;

/**
 * By how many minutes the agenda was behind when the present item began, or when it was done; negative: ahead. An item
 * whose minutes nobody knew took the time that it was meant to take. Undefined where nothing has begun.
 */
export function minutesBehind(items: readonly ClockItem[], begins: Date): number | undefined {
  let planned = begins.getTime();
  let behind: number | undefined;
  for (const { begunAt, endedAt, minutes } of items) {
    if (!begunAt) break;
    if (!endedAt) return Math.round((begunAt.getTime() - planned) / minute);
    planned += minutes === null ? endedAt.getTime() - begunAt.getTime() : minutes * minute;
    behind = Math.round((endedAt.getTime() - planned) / minute);
  }
  return behind;
}
