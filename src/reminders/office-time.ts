import { type Day, dayOf, instantOf, minutesOf, plusDays } from "../dates.ts";
import type { Span } from "../office/settings.ts";
import type { Calendar as FullCalendar } from "../workdays/calendar.ts";

/** What reminders need to know of days. */
export interface Calendar {
  /** "unknown": of a year for which there is no notice yet. A holiday, by its name and the number of the notice. */
  dayKind(day: Day): {
    readonly kind: "working" | "off" | "unknown";
    readonly holiday?: string;
    readonly notice?: string;
  };
  /** For reminding people on days of which nobody knows yet. */
  presumablyWorking(day: Day): boolean;
}

/** When people of an office are at work, and may be reminded. */
export interface OfficeTime {
  /** In order, none touching another; none at all: the whole day. */
  readonly hours: readonly Span[];
  readonly zone: string;
  readonly calendar: Calendar;
}

const wholeDay: Span = { from: 0, until: 24 * 60 };

/** The instant itself when people are at work then, else the next at which they are. */
export function officeMoment(at: Date, office: OfficeTime): Date {
  const day = dayOf(at, office.zone);
  if (!isWorking(day, office)) return beginning(next(day, office), office);
  const minutes = minutesOf(at, office.zone);
  const span = spansOf(office).find(({ until }) => minutes < until);
  if (!span) return beginning(next(day, office), office);
  // an hour that the clocks repeat is not gone back to
  return span.from <= minutes ? at : later(at, instantOf(day, span.from, office.zone));
}

export function isOfficeTime(at: Date, office: OfficeTime): boolean {
  return officeMoment(at, office).getTime() === at.getTime();
}

/**
 * The same time of day, a number of working days (1 or more) after the first moment at which people could see it: what
 * comes on a Saturday counts from Monday morning.
 */
export function workingDaysLater(at: Date, days: number, office: OfficeTime): Date {
  const seen = officeMoment(at, office);
  let day = dayOf(seen, office.zone);
  for (let passed = 0; passed < days; passed++) day = next(day, office);
  return officeMoment(instantOf(day, minutesOf(seen, office.zone), office.zone), office);
}

/** When people come to work on the first working day after the day of an instant. */
export function nextWorkingMorning(at: Date, office: OfficeTime): Date {
  return beginning(next(dayOf(at, office.zone), office), office);
}

/**
 * A number of working days (1 or more) before the day of an instant, at its time of day; where people are not at work
 * then, later on that day when they are, and in the evening a quarter of an hour before they leave.
 */
export function workingDaysBefore(at: Date, days: number, office: OfficeTime): Date {
  let day = dayOf(at, office.zone);
  for (let passed = 0; passed < days; passed++) day = previous(day, office);
  const { from, until } = spansOf(office).at(-1) ?? wholeDay;
  const latest = Math.max(from, until - 15);
  const wanted = Math.min(minutesOf(at, office.zone), latest);
  const span = spansOf(office).find((each) => wanted < each.until);
  return instantOf(day, Math.max(wanted, span?.from ?? 0), office.zone);
}

const spansOf = ({ hours }: OfficeTime): readonly Span[] => (hours.length === 0 ? [wholeDay] : hours);

const beginning = (day: Day, office: OfficeTime): Date => instantOf(day, spansOf(office)[0]?.from ?? 0, office.zone);

const later = (one: Date, other: Date): Date => (one < other ? other : one);

function isWorking(day: Day, { calendar }: OfficeTime): boolean {
  const { kind } = calendar.dayKind(day);
  return kind === "unknown" ? calendar.presumablyWorking(day) : kind === "working";
}

const next = (day: Day, office: OfficeTime): Day => nearest(day, 1, office);
const previous = (day: Day, office: OfficeTime): Day => nearest(day, -1, office);

function nearest(day: Day, step: 1 | -1, office: OfficeTime): Day {
  let at = plusDays(day, step);
  for (let looked = 0; !isWorking(at, office); looked++) {
    if (looked > 366) throw new Error(`the calendar has no working day within a year of ${day}`);
    at = plusDays(at, step);
  }
  return at;
}

/** A calendar that knows of no holidays: Monday to Friday. */
export const plainWeeks: FullCalendar = {
  years: [],
  dayKind: () => ({ kind: "unknown", why: "no-notice" }),
  presumablyWorking: (day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()),
};
