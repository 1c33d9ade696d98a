import type { Day } from "../dates.ts";
import { plusDays } from "../dates.ts";
import type { Step } from "../workdays/counting.ts";

/** Days one after the other that were counted, or passed over, for the same reason. */
export interface Run {
  readonly from: Day;
  readonly until: Day;
  readonly why: Step["is"]["why"];
  /** The numbers that the first and the last of them were given; missing: they were passed over. */
  readonly numbers?: readonly [number, number];
  readonly notice?: string;
  readonly holiday?: string;
}

/** Every day of a count, those that follow each other for the same reason together. */
export function runsOf(proof: readonly Step[]): readonly Run[] {
  const runs: Run[] = [];
  for (const { day, is, number } of proof) {
    const last = runs.at(-1);
    const notice = "notice" in is ? is.notice : undefined;
    const holiday = "holiday" in is ? is.holiday : undefined;
    const same =
      last?.why === is.why && last.notice === notice && last.holiday === holiday && plusDays(last.until, 1) === day;
    if (last && same) {
      runs[runs.length - 1] = {
        ...last,
        until: day,
        ...(last.numbers && number !== undefined && { numbers: [last.numbers[0], number] }),
      };
      continue;
    }
    runs.push({
      from: day,
      until: day,
      why: is.why,
      ...(number !== undefined && { numbers: [number, number] }),
      ...(notice !== undefined && { notice }),
      ...(holiday !== undefined && { holiday }),
    });
  }
  return runs;
}
