/** What is counted of somebody's leave, or of a department's. */
export interface Counts {
  /** Requests whose days touch the period: approved, refused, withdrawn or open. One that another replaced is not one more. */
  readonly requests: number;
  readonly approved: number;
  readonly refused: number;
  readonly withdrawn: number;
  /** Not decided yet. */
  readonly open: number;
  /** Absences that are only known of; nobody was asked, so they are no requests. */
  readonly noted: number;
  /** Calendar days of the period on which somebody was away by granted or noted leave, halves counted: 2.5. */
  readonly daysAway: number;
  /** Those of them that are working days; undefined where one is of a year not known yet. */
  readonly workingDaysAway: number | undefined;
  /** Absences from meetings with leave, by occasion. */
  readonly absences: Readonly<Record<string, number>>;
  /** Of leave that ended in the period: returns that were reported late. */
  readonly lateReturns: number;
  /** Of leave that ended in the period: returns that should have been reported by today, and were not. */
  readonly missingReturns: number;
  /**
   * Of leave that ended in the period: returns, reported or not, of which nobody can say whether they are late, because the
   * year is not known yet.
   */
  readonly unknownReturns: number;
}

const none: Counts = {
  requests: 0,
  approved: 0,
  refused: 0,
  withdrawn: 0,
  open: 0,
  noted: 0,
  daysAway: 0,
  workingDaysAway: 0,
  absences: {},
  lateReturns: 0,
  missingReturns: 0,
  unknownReturns: 0,
};

export const sumOf = (all: readonly Counts[]): Counts => all.reduce(plus, none);

function plus(one: Counts, other: Counts): Counts {
  const working =
    one.workingDaysAway === undefined || other.workingDaysAway === undefined
      ? undefined
      : one.workingDaysAway + other.workingDaysAway;
  const occasions = new Set([...Object.keys(one.absences), ...Object.keys(other.absences)]);
  return {
    requests: one.requests + other.requests,
    approved: one.approved + other.approved,
    refused: one.refused + other.refused,
    withdrawn: one.withdrawn + other.withdrawn,
    open: one.open + other.open,
    noted: one.noted + other.noted,
    daysAway: one.daysAway + other.daysAway,
    workingDaysAway: working,
    absences: Object.fromEntries(
      [...occasions].map((each) => [each, (one.absences[each] ?? 0) + (other.absences[each] ?? 0)]),
    ),
    lateReturns: one.lateReturns + other.lateReturns,
    missingReturns: one.missingReturns + other.missingReturns,
    unknownReturns: one.unknownReturns + other.unknownReturns,
  };
}
