import { readTable } from "../table-file.ts";
import { readHead } from "../table-head.ts";
import type { Language } from "../text.ts";
import type { Person } from "./people.ts";
import type { Posts } from "./posts.ts";
import { columnNamed, mostRows, neededColumns, type RosterColumn, rosterSheet } from "./roster-columns.ts";
import type { RosterProblem } from "./roster-faults.ts";
import { RosterPeople } from "./roster-people.ts";
import { Problems } from "./roster-problems.ts";
import { RowReader, somePost } from "./roster-row.ts";

export interface RosterReader {
  readonly posts: Posts;
  /** The reader's language: for names of posts and columns in problems. */
  readonly language: Language;
  /** The office's language: a post given by its id and without a title is called by its name in it. */
  readonly officeLanguage: Language;
  /** Posts that words may mean: for suggestions only. */
  readonly meant?: (typed: string) => readonly string[];
  /** Whose number each is in the roster as it is. */
  readonly numbers?: ReadonlyMap<string, string>;
  /** Mail addresses of the roster as it is, and whose they are. */
  readonly mails?: ReadonlyMap<string, { readonly id: string; readonly name: string }>;
}

/**
 * `told`: the columns that the file has. What it has no column for is not known, and stays as it is. `count`: how many
 * problems there are; of many only the first are told.
 */
export type RosterFile =
  | { readonly kind: "people"; readonly people: readonly Person[]; readonly told: ReadonlySet<RosterColumn> }
  | { readonly kind: "problems"; readonly problems: readonly RosterProblem[]; readonly count: number };

/** Reads a roster file. Either everything in it can be used, or what is wrong with it is told. Never throws. */
export function readRoster(text: string, reader: RosterReader): RosterFile {
  const table = readTable(text, { isHeading: (each) => columnNamed(each) !== undefined, mostRows });
  if ("kind" in table) return { kind: "problems", problems: [table], count: 1 };
  const [head, ...rows] = table;
  if (!head) return { kind: "problems", problems: [{ kind: "empty" }], count: 1 };
  const { columns, problems: ofHead } = readHead(head, rosterSheet, reader.language);
  const none: readonly RosterProblem[] = rows.length > 0 ? [] : [{ kind: "no-rows", post: somePost(reader) }];
  const problems = new Problems(columns, [...ofHead, ...none]);
  const people = new RosterPeople(reader, problems);
  // without the needed columns every row would be wrong
  if (neededColumns.every((each) => columns.has(each))) {
    const rowReader = new RowReader(columns, reader, problems);
    for (const row of rows) people.add(rowReader.read(row, head.cells.length));
    people.compareMails();
  }
  if (problems.count > 0) return { kind: "problems", problems: problems.told(), count: problems.count };
  return { kind: "people", people: people.all(), told: new Set(columns.keys()) };
}
