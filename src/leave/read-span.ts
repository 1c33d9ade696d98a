import { type Day, plusDays } from "../dates.ts";
import type { Half, Span } from "./leave.ts";
import { type Around, type Mark, readMark, tidied } from "./read-day.ts";
import { isInOrder } from "./span.ts";

/** What was typed for the days, read; or what of it could not be. */
export type SpanReading =
  | { readonly kind: "span"; readonly span: Span; readonly withoutYear: boolean }
  | { readonly kind: "unreadable"; readonly field: "from" | "until"; readonly typed: string }
  | { readonly kind: "backwards"; readonly field: "from" | "until"; readonly span: Span };

/**
 * Reads the days of a request. The end may be left out (a day, or a half of it), may stand in the first field ("12-01
 * to 12-03", "12月1日至3日"), or may be a number of days ("3 days from 12-01", "12月1日起3天").
 */
export function readSpan(from: string, until: string, today: Day): SpanReading {
  if (until.trim() === "") {
    const whole = readAlone(tidied(from), { today });
    if (!whole) return { kind: "unreadable", field: "from", typed: from };
    return inOrder(whole, "from");
  }
  const begin = readMark(from, { today });
  if (!begin) return { kind: "unreadable", field: "from", typed: from };
  const end = readEnd(tidied(until), begin, today);
  if (!end) return { kind: "unreadable", field: "until", typed: until };
  return inOrder(between(begin, end), "until");
}

/** The days of leave that is changed: what is left empty stays as it is. */
export function readChange(span: Span, from: string, until: string, today: Day): SpanReading {
  if (from.trim() !== "" && until.trim() !== "") return readSpan(from, until, today);
  if (until.trim() !== "") {
    const begin = { day: span.from, half: span.fromHalf, withoutYear: false };
    const end = readEnd(tidied(until), begin, today);
    if (!end) return { kind: "unreadable", field: "until", typed: until };
    return inOrder(between(begin, end), "until");
  }
  const begin = readMark(from, { today });
  if (!begin) return readSpan(from, until, today);
  const { until: last, untilHalf } = span;
  return inOrder(between(begin, { day: last, half: untilHalf, withoutYear: false }), "from");
}

interface Read {
  readonly span: Span;
  readonly withoutYear: boolean;
}

const inOrder = ({ span, withoutYear }: Read, field: "from" | "until"): SpanReading =>
  isInOrder(span) ? { kind: "span", span, withoutYear } : { kind: "backwards", field, span };

const between = (begin: Mark, end: Mark): Read => ({
  span: { from: begin.day, fromHalf: begin.half ?? "am", until: end.day, untilHalf: end.half ?? "pm" },
  withoutYear: begin.withoutYear,
});

/** The end of what has begun: a day, or how many days it is in all. */
function readEnd(text: string, begin: Mark, today: Day): Mark | undefined {
  const length = readLength(text);
  if (length !== undefined) return lasting(begin, length);
  return readMark(text.replace(/^(?:to |until |till |至|到)|(?:为?止)$/gu, ""), { today, from: begin.day });
}

/** A day, a half, or several days, all in one field. */
function readAlone(text: string, around: Around): Read | undefined {
  const mark = readMark(text, around);
  if (mark) {
    const { day, half, withoutYear } = mark;
    return { span: { from: day, fromHalf: half ?? "am", until: day, untilHalf: half ?? "pm" }, withoutYear };
  }
  const counted = readCounted(text, around);
  if (counted) return counted;
  for (const [first, last] of splits(text)) {
    const begin = readMark(first.replace(/^from /, ""), around);
    const end = begin && readEnd(last, begin, around.today);
    if (begin && end) return between(begin, end);
  }
  return undefined;
}

const beginningFirst = [
  /^(?:from |从|自)?(?<day>.+?),?\s*(?:for |起,?|开始,?)(?:共|请假|休假)?(?<length>[\d.]+.+|半天)$/u,
  /^(?<length>[\d.]+[^\d]+?),?\s*(?:from |starting |beginning |从|自)(?:on )?(?<day>.+?)(?:起|开始)?$/u,
] as const;

/** "3 days from 12-01", 12月1日起3天. */
function readCounted(text: string, around: Around): Read | undefined {
  for (const form of beginningFirst) {
    const { day = "", length: typed = "" } = text.match(form)?.groups ?? {};
    const begin = readMark(day, around);
    const length = readLength(typed);
    if (begin && length !== undefined) return between(begin, lasting(begin, length));
  }
  return undefined;
}

/** "3 days", 2.5天, 两天半, "1 week": how many days, in halves; undefined for other words: 3日 is a day of a month. */
function readLength(text: string): number | undefined {
  const half = text
    .replace(/^(\d+)天半$/u, "$1.5天")
    .replace(/^半天$/u, "0.5天")
    .trim();
  const [, count, unit] = half.match(/^(\d{1,3}(?:\.[05])?)\s*(days?|weeks?|天|周)$/u) ?? [];
  const length = Number(count) * (unit === "周" || unit?.startsWith("week") ? 7 : 1);
  return length > 0 ? length : undefined;
}

/** The last half day of so many days. */
function lasting({ day, half = "am", withoutYear }: Mark, length: number): Mark {
  const halvesOn = (half === "am" ? 0 : 1) + length * 2 - 1;
  const last: Half = halvesOn % 2 === 0 ? "am" : "pm";
  return { day: plusDays(day, Math.floor(halvesOn / 2)), half: last, withoutYear };
}

/** "2026-12-01 2026-12-03" */
const twoWholeDays = /(?<=^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}) (?=\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$)/;

/** Where a line may be parted into a beginning and an end. */
function splits(text: string): readonly (readonly [string, string])[] {
  // "1 to 3 December": the month stands once, behind
  const [, first, last, month] =
    text.match(/^(\d{1,2})\s*(?:-|–|to)\s*(\d{1,2})(?:st|nd|rd|th)? ([a-z.]{3,10}.*)$/) ?? [];
  const before = first === undefined ? [] : [[`${first} ${month}`, `${last} ${month}`] as const];
  const oneHyphen = /^[^-]+-[^-]+$/.test(text) ? /-/ : / - /;
  return [
    ...before,
    ...[/ (?:to|until|till|through) /, twoWholeDays, /\s*(?:–|—|~|至|到)\s*/u, oneHyphen].flatMap((separator) => {
      const parts = text.split(separator);
      return parts.length === 2 ? [[(parts[0] ?? "").trim(), (parts[1] ?? "").trim()] as const] : [];
    }),
  ];
}
