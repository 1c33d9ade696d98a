import type { Columns } from "../table-head.ts";
import type { RosterColumn } from "./roster-columns.ts";
import type { RosterFault, RosterProblem } from "./roster-faults.ts";

/** Problems that are told; nobody mends more at a time. The others are only counted. */
const mostProblems = 50;

/** What is wrong with the rows of a file, as it is found. */
export class Problems {
  readonly #columns: Columns<RosterColumn>;
  #found: RosterProblem[] = [];
  #count = 0;

  constructor(columns: Columns<RosterColumn>, head: readonly RosterProblem[]) {
    this.#columns = columns;
    for (const each of head) this.#add(each);
  }

  get count(): number {
    return this.#count;
  }

  /** Whether what comes later is no longer told, unless it stands further up in the file. */
  get full(): boolean {
    return this.#found.length >= mostProblems;
  }

  /** The first ones, in the order of the lines. */
  told(): readonly RosterProblem[] {
    return this.#found.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0)).slice(0, mostProblems);
  }

  /** Takes down what is wrong in a line, and in which column. */
  wrong(line: number, column: RosterColumn | undefined, fault: RosterFault): undefined {
    const heading = column && this.#columns.get(column)?.heading;
    this.#add({ ...fault, at: line, ...(heading === undefined ? {} : { heading }) });
    return undefined;
  }

  #add(problem: RosterProblem): void {
    this.#count++;
    this.#found.push(problem);
    // rows are read in their order: now and then those beyond the first ones are let go
    if (this.#found.length >= 2 * mostProblems) this.#found = [...this.told()];
  }
}
