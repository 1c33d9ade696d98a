import type { Context } from "../command.ts";
import type { Day } from "../dates.ts";
import { InputError } from "../errors.ts";
import { readPeriod } from "../leave/read-period.ts";
import type { Period } from "../leave/report.ts";
import { repeated } from "../text.ts";

/** The days of a report as they were typed; last month when they were not. Throws an InputError that says what to write. */
export function periodMeant(from: string, until: string, today: Day, { wording }: Pick<Context, "wording">): Period {
  const words = wording.lists.report;
  const read = readPeriod(from, until, today);
  if (read.kind === "period") return read.period;
  const typed = read.field === "from" ? from : until;
  throw new InputError(read.kind === "unreadable" ? words.unreadable(repeated(typed)) : words[read.kind], read.field);
}
