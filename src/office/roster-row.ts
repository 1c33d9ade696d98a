import { parseDay } from "../dates.ts";
import { clean, longestCell, type Row } from "../table-file.ts";
import type { Columns } from "../table-head.ts";
import { repeated } from "../text.ts";
import { nearest } from "./nearest.ts";
import type { Tenure } from "./people.ts";
import { postName, postNamed } from "./posts.ts";
import { exampleId, type RosterColumn } from "./roster-columns.ts";
import type { RosterReader } from "./roster-csv.ts";
import type { Problems } from "./roster-problems.ts";

/** In characters; what is in charge of may be a long list. */
const longest = { cell: 200, portfolio: longestCell, id: 40 } as const;

/** What one row tells: a post of a person. What is missing or wrong is undefined, or "". */
export interface RosterRow {
  readonly line: number;
  readonly id: string | undefined;
  readonly name: string;
  readonly email: string | undefined;
  readonly tenure: Tenure | undefined;
  readonly portfolio: readonly string[];
}

/** Reads rows by the columns of their file; what is wrong with them goes to its problems. */
export class RowReader {
  readonly #columns: Columns<RosterColumn>;
  readonly #reader: RosterReader;
  readonly #problems: Problems;
  #row: Row = { line: 0, cells: [] };

  constructor(columns: Columns<RosterColumn>, reader: RosterReader, problems: Problems) {
    this.#columns = columns;
    this.#reader = reader;
    this.#problems = problems;
  }

  /** `width`: how many cells the first row has. */
  read(row: Row, width: number): RosterRow {
    this.#row = row;
    const extra = row.cells.find((each, index) => index >= width && each !== "");
    if (extra !== undefined) this.#wrong(undefined, { kind: "extra-value", value: repeated(extra) });
    const id = this.#id();
    const tenure = this.#tenure();
    const email = this.#mail();
    const name = this.#text("name");
    const matters = this.#text("portfolio", longest.portfolio).split(/[;；、|｜]/);
    return { line: row.line, id, name, email, tenure, portfolio: matters.map(clean).filter((each) => each !== "") };
  }

  #wrong(column: RosterColumn | undefined, fault: Parameters<Problems["wrong"]>[2]): undefined {
    return this.#problems.wrong(this.#row.line, column, fault);
  }

  #text(column: RosterColumn, limit: number = longest.cell): string {
    const text = this.#row.cells[this.#columns.get(column)?.index ?? -1] ?? "";
    if (text.length <= limit) return text;
    this.#wrong(column, { kind: "too-long", limit });
    return text.slice(0, limit);
  }

  #id(): string | undefined {
    const id = this.#text("id").normalize("NFKC");
    if (id === "") return this.#wrong("id", { kind: "missing-value", column: "id", post: somePost(this.#reader) });
    if (id.toLowerCase().startsWith(exampleId)) return this.#wrong("id", { kind: "example" });
    // letters that are not seen would make two numbers of what looks like one
    if (id.length > longest.id || !/^(?!.*\p{DI})[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(id))
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
    if (typed === "")
      return this.#wrong("post", { kind: "missing-value", column: "post", post: somePost(this.#reader) });
    if (post === undefined)
      return this.#wrong("post", { kind: "unknown-post", value: repeated(typed), nearest: this.#nearestPosts(typed) });
    const called = post === typed.toLowerCase() ? postName(post, posts, officeLanguage) : typed;
    return { post, title: this.#text("title") || called, department: this.#text("department"), from, until };
  }

  #nearestPosts(typed: string): readonly string[] {
    // it takes longer than all the rest of a row
    if (this.#problems.full) return [];
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
}

/** A post as an example of one. */
export function somePost({ posts, language }: RosterReader): string {
  return postName(Object.keys(posts)[0] ?? "", posts, language);
}
