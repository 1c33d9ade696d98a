import { z } from "zod";
import { type Day, parseDay } from "../dates.ts";
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

/** A day, with a time of day if there is one: 2026-03-05, 2026-03-05T17:00. */
const limit = z
  .string({ error: 'write the day that the municipal government set, as "2026-03-05"' })
  .refine((typed) => parseDay(typed.split(/[T ]/)[0] ?? "") !== undefined, {
    error: 'not a day: write the day that the municipal government set, as "2026-03-05"',
  });

export const deadlineGiven = z.object({
  category: z.enum(Object.keys(categories) as (keyof typeof categories)[]),
  receivedOn: day,
  dayOfReceiptCounted: z.boolean().nullish(),
  limitSetByMunicipalGovernment: limit.nullish(),
});

/**
 * By when a document is to be handled: the last working day, or, where a year's holidays are not known, between which
 * days it lies. Of an urgent one the limit that was set; nothing where none was.
 */
export function deadline(given: z.output<typeof deadlineGiven>, rulebook: Rulebook, calendar: Calendar): Decided {
  const found = limitOf(categories[given.category], rulebook);
  const because = found?.rule.because ?? [];
  if (found?.days === undefined) {
    const [set] = given.limitSetByMunicipalGovernment?.split(/[T ]/) ?? [];
    const dueOn = (set === undefined ? undefined : parseDay(set)) ?? null;
    return {
      result: {
        workingDays: null,
        dueOn,
        ...(dueOn !== null && { limitSetByMunicipalGovernment: given.limitSetByMunicipalGovernment }),
        provisional: false,
        proof: [],
      },
      because,
    };
  }
  const { due, counted } = countDue(given.receivedOn, found.days, calendar, {
    countFirst: given.dayOfReceiptCounted ?? false,
  });
  return {
    result: {
      workingDays: found.days,
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
