import { type Day, plusDays } from "../dates.ts";
import type { Calendar } from "../reminders/office-time.ts";
import type { Fact, Rulebook, Value } from "../rulebook/model.ts";

// 市政府全體會議原則上每半年召開一次 (Art. 41), 市政府常務會議原則上每月底召開一次 (Art. 42), 市長辦公會議原則上每月初召開
// 一次 (Art. 43): in principle. So nothing here is an order; it is found out when the office is to be told that none is
// planned, and which days the words would have.

/** How often the rules want a type of meeting to be held: once in so many months. */
export interface Cadence {
  readonly type: string;
  readonly months: number;
  /** At the end or the start of the period; null: the words leave it open. */
  readonly at: "start" | "end" | null;
  /** The words say 原則上 ("in principle"). */
  readonly soft: boolean;
  readonly rule: Fact;
}

/** Periods in which a meeting can be watched for, by how many months they take. */
const monthsIn: Readonly<Record<string, number>> = { month: 1, "half-year": 6 };

/** What a rule says of how often, where it is said so that it can be watched; undefined for anything else. */
export function cadenceIn(type: string, rule: Fact): Cadence | undefined {
  const { frequency } = rule.values;
  if (!isFrequency(frequency) || frequency.times !== 1) return undefined;
  const months = monthsIn[frequency.per];
  if (months === undefined) return undefined;
  return { type, months, at: frequency.at ?? null, soft: frequency.soft === true, rule };
}

const isFrequency = (value: Value | undefined): value is Extract<Value, { readonly times: number }> =>
  value !== undefined && "times" in value;

/** The rule of a table that says how often a type of meeting is held; undefined where none does, or several. */
export function frequencyOf(type: string, { table, meeting }: Named, { facts }: Pick<Rulebook, "facts">) {
  const rows = [...facts.values()].filter(
    ({ row, silent }) => !silent && row?.table === table && row.when[meeting]?.includes(type),
  );
  return rows.length === 1 ? rows[0] : undefined;
}

type Named = { readonly table: string; readonly meeting: string };

/** The types of meetings that are watched; none where the rulebook has no table of how often. */
export function cadencesOf(rulebook: Rulebook): readonly Cadence[] {
  const named = rulebook.data.meetings?.cadence;
  if (!named) return [];
  return named.types.flatMap((type) => {
    const rule = frequencyOf(type, named, rulebook);
    return (rule && cadenceIn(type, rule)) ?? [];
  });
}

/** Both days belong to it; its first day is what it is known by. */
export interface Period {
  readonly from: Day;
  readonly until: Day;
}

const monthOf = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const firstOfMonth = (month: number): Day =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01` as Day;

/** The month or half of a year that a day lies in, or one that is so many periods later. */
export function periodOf(day: Day, { months }: Pick<Cadence, "months">, later = 0): Period {
  const number = Math.floor(monthOf(day) / months) + later;
  return { from: firstOfMonth(number * months), until: plusDays(firstOfMonth((number + 1) * months), -1) };
}

/** A moment at which the office is told, if none is planned in a period. */
export interface Hint {
  readonly period: Period;
  readonly on: Day;
  /** It is the second, and nothing more is said of this period. */
  readonly last: boolean;
}

/** Working days before the time that the words name: five on which it may be held, and two to call people to it. */
const ahead = 7;
/** The last hint comes when so many working days are left, of which it can still be held on the second. */
const atLast = 2;

/**
 * When the office is told. For the end of a month: when its last seven working days begin. For its start: seven working
 * days before it begins. Where the words leave the time open: with a third of the period left, two months of half a year,
 * for a meeting of everybody takes long to prepare; of a month, as for its end. Once more, and for the last time, when
 * the last two working days of the period begin.
 */
export function hintsOf(period: Period, { at, months }: Cadence, calendar: Calendar): readonly Hint[] {
  const nearEnd = workingDays(plusDays(period.until, -40), period.until, calendar);
  const beforeIt = workingDays(plusDays(period.from, -40), plusDays(period.from, -1), calendar);
  const thirdLeft = firstOfMonth(monthOf(period.until) + 1 - Math.floor(months / 3));
  const first =
    at === "start"
      ? beforeIt.at(-ahead)
      : at === "end" || months < 3
        ? nearEnd.at(-ahead)
        : workingDays(thirdLeft, plusDays(thirdLeft, 40), calendar)[0];
  const second = nearEnd.at(-atLast);
  return [
    ...(first === undefined ? [] : [{ period, on: first, last: false }]),
    ...(second === undefined ? [] : [{ period, on: second, last: true }]),
  ];
}

/** The hints of the periods around a day, in the order of their days. */
export function hintsAround(day: Day, cadence: Cadence, calendar: Calendar): readonly Hint[] {
  return [-1, 0, 1, 2]
    .flatMap((later) => hintsOf(periodOf(day, cadence, later), cadence, calendar))
    .toSorted((one, other) => one.on.localeCompare(other.on));
}

/** Days from one to another on which people are at work; of a year without a notice, on which they presumably are. */
export function workingDays(from: Day, until: Day, calendar: Calendar): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day <= until; day = plusDays(day, 1)) {
    const { kind } = calendar.dayKind(day);
    if (kind === "unknown" ? calendar.presumablyWorking(day) : kind === "working") days.push(day);
  }
  return days;
}

/** "The end" and "the start" of a month are taken to be so many working days. */
const around = 5;
/** Working days between the hint and a meeting whose time the words leave open: its papers are prepared first. */
const toPrepare = 10;

/**
 * The working days after today on which a meeting could be held as the words want it, the most fitting first; where none
 * of those is left, whatever is left of the period.
 */
export function fittingDays(
  period: Period,
  { at }: Pick<Cadence, "at">,
  today: Day,
  calendar: Calendar,
): readonly Day[] {
  const all = workingDays(period.from, period.until, calendar);
  const left = all.filter((day) => day > today);
  const wanted =
    at === "end" ? all.slice(-around) : at === "start" ? all.slice(0, around) : left.slice(toPrepare, 2 * toPrepare);
  const fitting = wanted.filter((day) => day > today);
  const days = fitting.length > 0 ? fitting : left;
  return at === "end" ? days.toReversed() : days;
}

/** How a day is with those who belong to the meeting. */
export interface Standing {
  /** Some of them have another meeting of the government. */
  readonly taken: boolean;
  readonly convenerAway: boolean;
  /** How many of them are away, or have asked to be. */
  readonly away: number;
}

export interface Proposed extends Standing {
  readonly day: Day;
}

const mostProposed = 3;

/**
 * Of some days, the most fitting first, those to propose, in the order of the calendar: free of another meeting, with
 * whoever convenes it and as many others as can be.
 */
export function proposeDays(days: readonly Day[], standingOn: (day: Day) => Standing): readonly Proposed[] {
  return days
    .map((day) => ({ day, ...standingOn(day) }))
    .filter(({ taken }) => !taken)
    .toSorted((one, other) => Number(one.convenerAway) - Number(other.convenerAway) || one.away - other.away)
    .slice(0, mostProposed)
    .toSorted((one, other) => one.day.localeCompare(other.day));
}
