import { z } from "zod";
import { type Day, dayOf, defaultZone, parseDay } from "../dates.ts";
import { countDue, isCertain } from "../deadlines/due.ts";
import { limitOf } from "../deadlines/limits.ts";
import type { Rulebook } from "../rulebook/model.ts";
import type { Calendar } from "../workdays/calendar.ts";
import type { Step } from "../workdays/counting.ts";
import type { Decided } from "./kinds.ts";

const categories = {
  "within-own-authority": "own-authority",
  "needs-municipal-government-approval": "needs-approval",
  "needs-consultation-with-other-departments": "needs-consultation",
  "needs-study": "needs-study",
  urgent: "urgent",
} as const;

const day = z
  .string({ error: 'write a day, as "2026-04-29"' })
  .refine((typed) => parseDay(typed) !== undefined, { error: 'not a day: write it as "2026-04-29"' })
  .transform((typed) => parseDay(typed) as Day);

const limitWanted =
  'write the day that the municipal government set, as "2026-03-05", or a number of working days, as 3';

/** A day, with a time of day if there is one (2026-03-05, 2026-03-05T17:00+08:00); or working days: 3, "3 working days". */
const limit = z
  .union([z.string(), z.number()], { error: limitWanted })
  .transform((typed): Limit | undefined => {
    const days = Number(/^\s*(\d{1,3})\s*(?:working days?|个?工作日|個?工作日)?\s*$/iu.exec(String(typed))?.[1]);
    if (Number.isInteger(days) && days > 0) return { days };
    const on = typeof typed === "string" ? dayIn(typed) : undefined;
    return on && { on };
  })
  .refine((read) => read !== undefined, { error: limitWanted });

type Limit = { readonly days: number } | { readonly on: Day };

/** The day of a moment that names its time zone is that of the office. */
function dayIn(typed: string): Day | undefined {
  if (/[T ]\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/.test(typed)) {
    const at = Date.parse(typed.replace(" ", "T"));
    return Number.isNaN(at) ? undefined : dayOf(new Date(at), defaultZone);
  }
  const [on = "", time = ""] = typed.trim().split(/[T ]/);
  return time === "" || /^\d{2}:\d{2}(?::\d{2})?$/.test(time) ? parseDay(on) : undefined;
}

export const deadlineGiven = z
  .object({
    category: z.enum(Object.keys(categories) as (keyof typeof categories)[]),
    receivedOn: day,
    dayOfReceiptCounted: z.boolean().nullish(),
    limitSetByMunicipalGovernment: limit.nullish(),
  })
  .refine(({ receivedOn, limitSetByMunicipalGovernment: set }) => !set || !("on" in set) || set.on >= receivedOn, {
    path: ["limitSetByMunicipalGovernment"],
    error: "lies before receivedOn: mend one of them",
  });

/**
 * By when a document is to be handled: the last working day, or, where a year's holidays are not known, between which
 * days it lies. Of an urgent one the limit that was set; nothing where none was.
 */
export function deadline(given: z.output<typeof deadlineGiven>, rulebook: Rulebook, calendar: Calendar): Decided {
  const found = limitOf(categories[given.category], rulebook);
  const because = found?.rule.because ?? [];
  const set = given.limitSetByMunicipalGovernment;
  const days = found?.days ?? (set && "days" in set ? set.days : undefined);
  if (days === undefined) {
    const dueOn = set && "on" in set ? set.on : null;
    return { result: { workingDays: null, dueOn, provisional: false, proof: [] }, because };
  }
  const { due, counted } = countDue(given.receivedOn, days, calendar, {
    countFirst: given.dayOfReceiptCounted ?? false,
  });
  return {
    result: {
      workingDays: found?.days ?? null,
      dueOn: isCertain(due) ? due.from : null,
      provisional: !isCertain(due),
      ...(!isCertain(due) && { earliest: due.from, latest: due.until }),
      ...(counted.kind === "provisional" && { unknownFrom: counted.unknownFrom }),
      proof: counted.proof.flatMap((each) => (each.number === undefined ? [] : [each.day])),
      passedOver: counted.proof.filter((each) => each.number === undefined).map(passedOver),
    },
    because,
  };
}

const passedOver = ({ day: on, is }: Step) => ({
  day: on,
  why: is.why,
  ...("notice" in is && { notice: is.notice }),
  ...("holiday" in is && { holiday: is.holiday }),
});
