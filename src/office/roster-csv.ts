import { parseDay } from "../dates.ts";
import { type Language, repeated } from "../text.ts";
import { nearest } from "./nearest.ts";
import type { Person, Tenure } from "./people.ts";
import { type Posts, postName, postNamed } from "./posts.ts";
import { columnNamed, columnNames, neededColumns, type RosterColumn, rosterColumns } from "./roster-columns.ts";
import type { RosterFault, RosterProblem } from "./roster-faults.ts";
import { type Row, readTable } from "./roster-table.ts";

/** In characters; what is in charge of may be a long list. */
const longest = { cell: 200, portfolio: 2000, id: 40 } as const;
/** The beginning of the numbers in the template's example rows. */
export const exampleId = "example-";

export interface RosterReader {
  readonly posts: Posts;
  /** The reader's language: for names of posts and columns in problems. */
  readonly language: Language;
  /** The office's language: a post given by its id and without a title is called by its name in it. */
  readonly officeLanguage: Language;
  /** Posts that words may mean: for suggestions only. */
  readonly meant?: (typed: string) => readonly string[];
  /** Mail addresses of the roster as it is, and whose they are. */
  readonly mails?: ReadonlyMap<string, { readonly id: string; readonly name: string }>;
}

/** `told`: the columns that the file has. What it has no column for is not known, and stays as it is. */
export type RosterFile =
  | { readonly kind: "people"; readonly people: readonly Person[]; readonly told: ReadonlySet<RosterColumn> }
  | { readonly kind: "problems"; readonly problems: readonly RosterProblem[] };

/** Reads a roster file. Either everything in it can be used, or all that is wrong with it is told. Never throws. */
export function readRoster(text: string, reader: RosterReader): RosterFile {
  const table = readTable(text);
  if ("kind" in table) return { kind: "problems", problems: [table] };
  const [head, ...rows] = table;
  if (!head) return { kind: "problems", problems: [{ kind: "empty" }] };
  const columns = new Map<RosterColumn, Column>();
  const problems: RosterProblem[] = [...readHead(head, columns, reader.language)];
  if (rows.length === 0) problems.push({ kind: "no-rows", post: somePost(reader) });
  // without the needed columns every row would be wrong
  if (neededColumns.some((each) => !columns.has(each))) return { kind: "problems", problems };
  const people = new People(columns, reader);
  for (const row of rows) people.read(row, head.cells.length);
  problems.push(...people.problems, ...people.mailsOfOthers());
  if (problems.length > 0) return { kind: "problems", problems: problems.sort((a, b) => (a.at ?? 0) - (b.at ?? 0)) };
  return { kind: "people", people: people.all(), told: new Set(columns.keys()) };
}

/** A post as an example of one. */
function somePost({ posts, language }: RosterReader): string {
  return postName(Object.keys(posts)[0] ?? "", posts, language);
}

interface Column {
  readonly heading: string;
  readonly index: number;
}

/** Finds the columns, and what is wrong with the headings. */
function readHead(
  { line, cells }: Row,
  columns: Map<RosterColumn, Column>,
  language: Language,
): readonly RosterProblem[] {
  const problems: RosterProblem[] = [];
  const names = columnNames.map((each) => rosterColumns[each][language]);
  for (const [index, heading] of cells.entries()) {
    if (heading === "") continue;
    const name = repeated(heading);
    const column = columnNamed(heading);
    if (column === undefined)
      problems.push({ kind: "unknown-column", name, nearest: nearest(heading, names, 1), at: line, heading: name });
    else if (columns.has(column)) problems.push({ kind: "column-twice", name, at: line, heading: name });
    else columns.set(column, { heading: name, index });
  }
  for (const each of neededColumns)
    if (!columns.has(each)) problems.push({ kind: "missing-column", name: rosterColumns[each][language], at: line });
  return problems;
}

/** A person as gathered from the rows read so far. */
interface Gathered {
  readonly line: number;
  readonly name: string;
  email: string | null;
  readonly tenures: { readonly line: number; readonly tenure: Tenure }[];
  readonly portfolio: Set<string>;
}

/** Gathers people from rows: several rows of one number are several posts of one person, the first the main one. */
class People {
  readonly problems: RosterProblem[] = [];
  readonly #columns: ReadonlyMap<RosterColumn, Column>;
  readonly #reader: RosterReader;
  readonly #people = new Map<string, Gathered>();
  readonly #mails = new Map<string, { readonly id: string; readonly name: string; readonly line: number }>();
  #row: Row = { line: 0, cells: [] };

  constructor(columns: ReadonlyMap<RosterColumn, Column>, reader: RosterReader) {
    this.#columns = columns;
    this.#reader = reader;
  }

  all(): readonly Person[] {
    return [...this.#people].map(([id, { name, email, tenures, portfolio }]) => ({
      id,
      name,
      email,
      tenures: tenures.map((each) => each.tenure),
      portfolio: [...portfolio],
    }));
  }

  read(row: Row, width: number): void {
    this.#row = row;
    const extra = row.cells.slice(width).find((each) => each !== "");
    if (extra !== undefined) this.#wrong(undefined, { kind: "extra-value", value: repeated(extra) });
    const id = this.#id();
    const tenure = this.#tenure();
    const email = this.#mail();
    const name = this.#text("name");
    const known = id === undefined ? undefined : this.#people.get(id);
    if (name === "" && !known) this.#missing("name");
    if (id === undefined) return;
    if (known && name !== "" && name !== known.name)
      this.#wrong("name", { kind: "two-names", value: id, line: known.line, name: known.name });
    const person = known ?? { line: row.line, name, email: null, tenures: [], portfolio: new Set<string>() };
    this.#people.set(id, person);
    if (email !== undefined) this.#addMail(email, id, person);
    const same = tenure && person.tenures.find((each) => samePost(each.tenure, tenure));
    if (same) this.#wrong("post", { kind: "post-twice", line: same.line });
    else if (tenure) person.tenures.push({ line: row.line, tenure });
    for (const matter of this.#text("portfolio", longest.portfolio).split(/[;；、|｜]/))
      if (matter.trim() !== "") person.portfolio.add(matter.trim());
  }

  /** Addresses that are, by the roster as it is, those of people whom this file does not give another one. */
  mailsOfOthers(): readonly RosterProblem[] {
    return [...this.#mails].flatMap(([value, { id, line }]) => {
      const owner = this.#reader.mails?.get(value);
      if (!owner || owner.id === id || this.#people.has(owner.id)) return [];
      const { heading = "" } = this.#columns.get("email") ?? {};
      return { kind: "mail-twice", value, person: owner.name, at: line, heading };
    });
  }

  #wrong(column: RosterColumn | undefined, fault: RosterFault): undefined {
    const heading = column && this.#columns.get(column)?.heading;
    this.problems.push({ ...fault, at: this.#row.line, ...(heading === undefined ? {} : { heading }) });
    return undefined;
  }

  #missing(column: "id" | "name" | "post"): undefined {
    return this.#wrong(column, { kind: "missing-value", column, post: somePost(this.#reader) });
  }

  #text(column: RosterColumn, limit: number = longest.cell): string {
    const text = this.#row.cells[this.#columns.get(column)?.index ?? -1] ?? "";
    if (text.length <= limit) return text;
    this.#wrong(column, { kind: "too-long", limit });
    return text.slice(0, limit);
  }

  #id(): string | undefined {
    const id = this.#text("id").normalize("NFKC");
    if (id === "") return this.#missing("id");
    if (id.toLowerCase().startsWith(exampleId)) return this.#wrong("id", { kind: "example" });
    if (id.length > longest.id || !/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(id))
      return this.#wrong("id", { kind: "bad-id", value: repeated(id) });
    return id;
  }

  #tenure(): Tenure | undefined {
    const typed = this.#text("post");
    const { posts, officeLanguage } = this.#reader;
    const post = postNamed(typed, posts);
    const from = this.#day("from");
    const until = this.#day("until");
    if (from && until && until < from) this.#wrong("until", { kind: "until-before-from", from, until });
    if (typed === "") return this.#missing("post");
    if (post === undefined)
      return this.#wrong("post", { kind: "unknown-post", value: repeated(typed), nearest: this.#nearestPosts(typed) });
    const called = post === typed.toLowerCase() ? postName(post, posts, officeLanguage) : typed;
    return { post, title: this.#text("title") || called, department: this.#text("department"), from, until };
  }

  #nearestPosts(typed: string): readonly string[] {
    const { posts, meant, language } = this.#reader;
    const names = Object.entries(posts).flatMap(([id, { name }]) =>
      [id, ...Object.values(name)].map((each) => [each, id] as const),
    );
    const like = nearest(
      typed,
      names.map(([name]) => name),
      6,
    ).flatMap((name) => names.find(([each]) => each === name)?.[1] ?? []);
    const ids = new Set([...(meant?.(typed) ?? []).filter((each) => Object.hasOwn(posts, each)), ...like]);
    return [...ids].slice(0, 3).map((id) => postName(id, posts, language));
  }

  #day(column: "from" | "until"): string | null {
    const typed = this.#text(column).normalize("NFKC");
    const day = parseDay(typed);
    if (typed !== "" && day === undefined) this.#wrong(column, { kind: "bad-day", value: repeated(typed) });
    return day ?? null;
  }

  #mail(): string | undefined {
    const typed = this.#text("email").normalize("NFKC").toLowerCase();
    if (typed === "") return undefined;
    if (!/^[^\s@<>()",;:]+@[^\s@<>()",;:]+\.[^\s@<>()",;:.]+$/u.test(typed))
      return this.#wrong("email", { kind: "bad-mail", value: repeated(typed) });
    return typed;
  }

  #addMail(email: string, id: string, person: Gathered): void {
    if (person.email !== null && person.email !== email)
      this.#wrong("email", { kind: "two-mails", value: person.email, line: person.line });
    const other = this.#mails.get(email);
    if (other && other.id !== id)
      this.#wrong("email", { kind: "mail-twice", value: email, line: other.line, person: other.name });
    else if (!other) this.#mails.set(email, { id, name: person.name, line: this.#row.line });
    person.email ??= email;
  }
}

/** The same post held at the same time. */
export function samePost(a: Tenure, b: Tenure): boolean {
  return (
    a.post === b.post &&
    a.title === b.title &&
    a.department === b.department &&
    (a.from ?? "") <= (b.until ?? "9999") &&
    (b.from ?? "") <= (a.until ?? "9999")
  );
}
