import type { Person, Tenure } from "./people.ts";
import type { RosterReader } from "./roster-csv.ts";
import type { Problems } from "./roster-problems.ts";
import { type RosterRow, somePost } from "./roster-row.ts";

/** A person as gathered from the rows read so far. */
interface Gathered {
  readonly line: number;
  readonly name: string;
  email: string | null;
  readonly tenures: { readonly line: number; readonly tenure: Tenure }[];
  readonly portfolio: Set<string>;
}

/** Gathers people from rows: several rows of one number are several posts of one person, the first the main one. */
export class RosterPeople {
  readonly #reader: RosterReader;
  readonly #problems: Problems;
  readonly #people = new Map<string, Gathered>();
  readonly #mails = new Map<string, { readonly id: string; readonly name: string; readonly line: number }>();
  /** Numbers of the roster that begin with zeros, as a spreadsheet leaves them. */
  readonly #withoutZeros: ReadonlyMap<string, { readonly known: string; readonly person: string }>;

  constructor(reader: RosterReader, problems: Problems) {
    this.#reader = reader;
    this.#problems = problems;
    const zeros = [...(reader.numbers ?? [])].filter(([id]) => id.startsWith("0"));
    this.#withoutZeros = new Map(zeros.map(([known, person]) => [known.replace(/^0+/, ""), { known, person }]));
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

  add({ line, id, name, email, tenure, portfolio }: RosterRow): void {
    const known = id === undefined ? undefined : this.#people.get(id);
    if (name === "" && !known)
      this.#problems.wrong(line, "name", { kind: "missing-value", column: "name", post: somePost(this.#reader) });
    if (id === undefined || this.#hasLostZeros(id, line)) return;
    if (known && name !== "" && name !== known.name)
      this.#problems.wrong(line, "name", { kind: "two-names", value: id, line: known.line, name: known.name });
    const person = known ?? { line, name, email: null, tenures: [], portfolio: new Set<string>() };
    this.#people.set(id, person);
    if (email !== undefined) this.#addMail(email, id, person, line);
    const same = tenure && person.tenures.find((each) => samePost(each.tenure, tenure));
    if (same) this.#problems.wrong(line, "post", { kind: "post-twice", line: same.line });
    else if (tenure) person.tenures.push({ line, tenure });
    for (const matter of portfolio) person.portfolio.add(matter);
  }

  /** Looks for addresses that are, by the roster as it is, those of people whom this file does not give another one. */
  compareMails(): void {
    for (const [value, { id, line }] of this.#mails) {
      const owner = this.#reader.mails?.get(value);
      if (owner && owner.id !== id && !this.#people.has(owner.id))
        this.#problems.wrong(line, "email", { kind: "mail-twice", value, person: owner.name });
    }
  }

  #hasLostZeros(id: string, line: number): boolean {
    const longer = this.#reader.numbers?.has(id) ? undefined : this.#withoutZeros.get(id);
    if (longer) this.#problems.wrong(line, "id", { kind: "lost-zeros", value: id, ...longer });
    return longer !== undefined;
  }

  #addMail(email: string, id: string, person: Gathered, line: number): void {
    if (person.email !== null && person.email !== email)
      this.#problems.wrong(line, "email", { kind: "two-mails", value: person.email, line: person.line });
    const other = this.#mails.get(email);
    if (other && other.id !== id)
      this.#problems.wrong(line, "email", { kind: "mail-twice", value: email, line: other.line, person: other.name });
    else if (!other) this.#mails.set(email, { id, name: person.name, line });
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
