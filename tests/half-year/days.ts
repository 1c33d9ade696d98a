// The days of the half year, written down once more from the notices of the State Council (国办发明电〔2018〕15号,
// 〔2019〕16号 and 国办发明电〔2020〕1号). Nothing here is of Mishu: plain text days and a plain loop.

const off = {
  // Mid-Autumn, National Day, New Year's Day, Tomb-Sweeping Day
  known: ["2019-09-13", ...span("2019-10-01", 7), "2020-01-01", ...span("2020-04-04", 3)],
  springFestival: span("2020-01-24", 7),
  prolonged: span("2020-01-31", 3),
} as const;
const worked = { known: ["2019-09-29", "2019-10-12", "2020-01-19"], takenBack: "2020-02-01" } as const;

/** When the second of the notices came out, and the one that prolonged the Spring Festival. */
export const issued = { of2020: "2019-11-21", prolonged: "2020-01-26" } as const;

export function next(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function span(from: string, length: number): readonly string[] {
  return Array.from({ length }, (_, index) => next(from, index));
}

/** Whether people are at work on a day, as it is known on another. */
export function isWorked(day: string, knownOn: string): boolean {
  const prolonged = knownOn >= issued.prolonged;
  const list = (days: readonly string[]) => days.includes(day);
  if (list(worked.known) || (!prolonged && day === worked.takenBack)) return true;
  if (list(off.known) || list(off.springFestival) || (prolonged && list(off.prolonged))) return false;
  return ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

/** The last of so many working days after a day. */
export function workingDaysAfter(day: string, count: number, knownOn: string): string {
  let at = day;
  for (let left = count; left > 0; ) {
    at = next(at);
    if (isWorked(at, knownOn)) left--;
  }
  return at;
}

/** The working day so many working days before the last one on which something can be done by its day. */
export function before(due: string, count: number, knownOn: string): string {
  let at = due;
  while (!isWorked(at, knownOn)) at = next(at, -1);
  for (let left = count; left > 0; ) {
    at = next(at, -1);
    if (isWorked(at, knownOn)) left--;
  }
  return at;
}

/** How many working days lie behind a day, this one included. */
export function workedSince(due: string, today: string, knownOn: string): number {
  let count = 0;
  for (let at = next(due); at <= today; at = next(at)) if (isWorked(at, knownOn)) count++;
  return count;
}
