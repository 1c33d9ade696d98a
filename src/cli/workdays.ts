import "../quick-start.ts";
import { workdaysFolder } from "../compiled.ts";
import { parseDay } from "../dates.ts";
import { CalendarError, type DayKind } from "../workdays/calendar.ts";
import { addWorkingDays } from "../workdays/counting.ts";
import { loadWorkdays } from "../workdays/load.ts";

// npm run -s workdays -- 2026-10-10          is this day worked, and why
// npm run -s workdays -- 2026-09-18 +10      the tenth working day after it, with every day that was counted or passed over
const [first = "", second = "", third] = process.argv.slice(2);
process.exitCode = run();

function run(): number {
  const from = parseDay(first);
  const count = second === "" ? undefined : Number(second.match(/^\+(\d{1,3})$/)?.[1]);
  const counts = count === undefined || (Number.isInteger(count) && count > 0);
  if (!from || !counts || third !== undefined) {
    process.stderr.write('Give a day, and working days to add if you like: "2026-10-10" or "2026-09-18 +10".\n');
    return 2;
  }
  try {
    const calendar = loadWorkdays(workdaysFolder);
    if (count === undefined) {
      print(`${from}  ${because(calendar.dayKind(from))}`);
      return 0;
    }
    const due = addWorkingDays(from, count, calendar);
    for (const { day, is, number } of due.proof) print(`${String(number ?? "").padStart(4)}  ${day}  ${because(is)}`);
    if (due.kind === "certain") print(`${due.due} is working day ${count} after ${from}, which is not counted itself.`);
    else {
      const { unknownFrom, earliest, latest } = due;
      print(`From ${unknownFrom} on there is no notice yet, so working day ${count} after ${from} is not certain:`);
      print(`provisionally between ${earliest} and ${latest}, going by the years that are known.`);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function because(kind: DayKind): string {
  switch (kind.why) {
    case "weekday":
      return "working day";
    case "make-up":
      return `working day, to make up for a holiday (${kind.notice})`;
    case "weekend":
      return "weekend";
    case "holiday":
      return `holiday: ${kind.holiday} (${kind.notice})`;
    case "no-notice":
      return "not known: there is no notice for its year yet";
  }
}
