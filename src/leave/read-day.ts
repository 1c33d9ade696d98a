import { normalise } from "../ask/tokens.ts";
import { type Day, daysFrom, parseDay, plusDays, weekdayOf } from "../dates.ts";
import { parseNumeral } from "../rulebook/numerals.ts";
import type { Half } from "./leave.ts";

/** A day, or a half of it, as somebody wrote it. */
export interface Mark {
  readonly day: Day;
  readonly half?: Half;
  /** Whoever wrote it left the year out. */
  readonly withoutYear: boolean;
}

/** From where days without a year are looked for: ahead from today, or near the beginning of which they are the end. */
export interface Around {
  readonly today: Day;
  readonly from?: Day;
}

/** What was typed, as its forms are told apart: simplified, small letters, Chinese numbers as digits. */
export const tidied = (typed: string): string =>
  normalise(typed)
    .replace(/\s*(\p{Script=Han})\s*/gu, "$1")
    .replace(/[〇零一二三四五六七八九十两]+(?=[年月日号天周点时])/gu, (each) => String(parseNumeral(each) ?? each))
    .replaceAll("号", "日");

const halves: Readonly<Record<string, Half>> = {
  am: "am",
  "a.m.": "am",
  morning: "am",
  上午: "am",
  pm: "pm",
  "p.m.": "pm",
  afternoon: "pm",
  下午: "pm",
};
const atTheEnd = /^(.+?),?\s*\(?(a\.?m\.?|p\.?m\.?|morning|afternoon|上午|下午)\)?$/u;

const timeAtTheEnd =
  /^(?<before>.+?)[,\s]*(?:at )?(?<word>凌晨|早上|上午|中午|下午|晚上)?(?<hour>\d{1,2})(?:(?<mark>[点时:])(?:半|\d{1,2}分?)?)?\s*(?<after>[ap]\.?m\.?)?$/u;

/** The half in which a time of day lies: 下午3点, 15:00, 3 pm. 3点 alone may be of either half: undefined. */
function halfOfTime({
  word = "",
  hour = "",
  mark = "",
  after = "",
}: Readonly<Record<string, string>>): Half | undefined {
  const at = Number(hour);
  if (at > 24 || (mark === "" && after === "")) return undefined;
  if (word !== "") return ["凌晨", "早上", "上午"].includes(word) && at < 12 ? "am" : "pm";
  if (after !== "") return after.startsWith("a") ? "am" : "pm";
  if (mark !== ":" && at < 7) return undefined;
  return at < 12 ? "am" : "pm";
}

/**
 * Reads a day, with "pm" or 下午 a half of it: as parseDay does, and without the year (12-01, 12月1日, 1 Dec), today,
 * 明天, Friday, 下周五. Undefined for what is no day.
 */
export function readMark(typed: string, around: Around): Mark | undefined {
  const text = tidied(typed).replace(/^(?:on |从|自)/u, "");
  const [, before, word = ""] = text.match(atTheEnd) ?? [];
  const half = before === undefined ? undefined : halves[word.replace(/^([ap])\.?m\.?$/, "$1m")];
  // "this morning" is today's
  const day = readNamed((before ?? text).replace(/^this$/, "today"), around);
  if (day) return { ...day, ...(half ? { half } : {}) };
  const timed = text.match(timeAtTheEnd)?.groups;
  const inHalf = timed && halfOfTime(timed);
  const dated = inHalf && readNamed(timed.before ?? "", around);
  return dated && { ...dated, half: inHalf };
}

const holidays =
  /元旦|新年|春节|除夕|清明|劳动节|五一|端午|中秋|国庆|十一|new year|spring festival|qingming|labou?r day|may day|dragon boat|mid-autumn|national day/u;

/** Whether a holiday is named: that is no day, for it lasts several, and other ones from notice to notice. */
export const namesHoliday = (typed: string): boolean => holidays.test(tidied(typed));

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const months = "january february march april may june july august september october november december".split(" ");
const inWords: Readonly<Record<string, number>> = {
  today: 0,
  今天: 0,
  今日: 0,
  tomorrow: 1,
  明天: 1,
  明日: 1,
  "the day after tomorrow": 2,
  "day after tomorrow": 2,
  后天: 2,
  大后天: 3,
  yesterday: -1,
  昨天: -1,
  昨日: -1,
  "the day before yesterday": -2,
  "day before yesterday": -2,
  前天: -2,
};

const withWeekday = [
  /^(?<date>.+?)\s*\((?<weekday>[^()]+)\)$/u,
  /^(?<date>.+?)(?<weekday>(?:周|星期|礼拜)[一二三四五六日天])$/u,
  /^(?<weekday>[a-z]{3,9})\.?,? (?<date>.+)$/u,
] as const;

function readNamed(typed: string, around: Around): Mark | undefined {
  // the day of the week may stand with a day: then it must be its own
  for (const form of withWeekday) {
    const { date, weekday } = typed.match(form)?.groups ?? {};
    const wanted = weekday === undefined ? undefined : weekdayNamed(weekday);
    const dated = date === undefined || wanted === undefined ? undefined : readNamed(date, around);
    if (dated) return weekdayOf(dated.day) === wanted ? dated : undefined;
  }
  const exact = parseDay(typed);
  if (exact) return { day: exact, withoutYear: false };
  const days = Object.hasOwn(inWords, typed) ? inWords[typed] : undefined;
  if (days !== undefined) return { day: plusDays(around.today, days), withoutYear: false };
  const day = dayOfWeek(typed, around);
  return day
    ? { day, withoutYear: false }
    : (inEnglish(typed, around) ?? inNearMonth(typed, around) ?? withoutYear(typed, around));
}

/** 1 for Monday; undefined for other words. */
function weekdayNamed(typed: string): number | undefined {
  const [, chinese] = typed.match(/^(?:周|星期|礼拜)([一二三四五六日天])$/u) ?? [];
  if (chinese) return chinese === "天" ? 7 : "一二三四五六日".indexOf(chinese) + 1;
  const found = typed.length < 3 ? -1 : weekdays.findIndex((each) => each.startsWith(typed.replace(/\.$/, "")));
  return found < 0 ? undefined : found + 1;
}

/** The next such day; as an end, the first that is not before the beginning. 本周五 and 下周五 are of a certain week. */
function dayOfWeek(typed: string, { today, from }: Around): Day | undefined {
  const [, which = "", name = ""] = typed.match(/^(本|这个?|下个?|this )?(.+)$/u) ?? [];
  const wanted = weekdayNamed(name);
  if (wanted === undefined) return undefined;
  if (which !== "") return plusDays(today, wanted - weekdayOf(today) + (which.startsWith("下") ? 7 : 0));
  const ahead = (wanted - weekdayOf(from ?? today) + 7) % 7;
  return plusDays(from ?? today, from === undefined && ahead === 0 ? 7 : ahead);
}

/** December 1, 1st of Dec., Dec 1, 2026. */
function inEnglish(typed: string, around: Around): Mark | undefined {
  const [, first, last, monthFirst, dayLast, year] =
    typed.match(
      /^(?:(?:the )?(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})\.?|([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?)(?:,? (\d{4}))?$/,
    ) ?? [];
  const month = months.findIndex((each) => each.startsWith(last ?? monthFirst ?? "?")) + 1;
  const day = Number(first ?? dayLast);
  if (month === 0) return undefined;
  if (year === undefined) return inSomeYear(month, day, around);
  const found = parseDay(`${year}-${month}-${day}`);
  return found && { day: found, withoutYear: false };
}

/** 本月5日, 下个月1日. */
function inNearMonth(typed: string, { today }: Around): Mark | undefined {
  const [, which, date] = typed.match(/^(本|这个?|下个?)月(\d{1,2})日?$/u) ?? [];
  if (which === undefined) return undefined;
  const [year = 0, here = 0] = today.split("-").map(Number);
  const month = here - 1 + (which.startsWith("下") ? 1 : 0);
  const day = parseDay(`${year + Math.floor(month / 12)}-${(month % 12) + 1}-${date}`);
  return day && { day, withoutYear: false };
}

function withoutYear(typed: string, around: Around): Mark | undefined {
  const [, month, date] = typed.match(/^(\d{1,2})[-/.月](\d{1,2})(?:(?<=月\d{1,2})日)?$/u) ?? [];
  if (month !== undefined) return inSomeYear(Number(month), Number(date), around);
  // the month of an end is that of the beginning
  const [, only] = typed.match(around.from === undefined ? /^(\d{1,2})日$/u : /^(\d{1,2})(?:日|st|nd|rd|th)?$/u) ?? [];
  if (only === undefined) return undefined;
  const { today, from } = around;
  const [year = 0, here = 0] = (from ?? today).split("-").map(Number);
  const near = Array.from({ length: 15 }, (_, index) => here - 2 + index).flatMap(
    (each) => parseDay(`${year + Math.floor(each / 12)}-${(((each % 12) + 12) % 12) + 1}-${only}`) ?? [],
  );
  return chosen(near, around);
}

function inSomeYear(month: number, date: number, around: Around): Mark | undefined {
  const year = Number((around.from ?? around.today).slice(0, 4));
  // the last day of February may be eight years away
  const all = Array.from({ length: 10 }, (_, index) => year - 1 + index);
  return chosen(
    all.flatMap((each) => parseDay(`${each}-${month}-${date}`) ?? []),
    around,
  );
}

/** The next day from today; of an end the nearest to the beginning: 12-03 is not a year after 12-04. */
function chosen(days: readonly Day[], { today, from }: Around): Mark | undefined {
  const [day] =
    from === undefined
      ? days.filter((each) => each >= today)
      : days.toSorted((one, other) => Math.abs(daysFrom(from, one)) - Math.abs(daysFrom(from, other)));
  return day && { day, withoutYear: true };
}
