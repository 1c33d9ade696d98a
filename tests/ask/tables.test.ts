import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Case, type Resolution, resolve, rowsOf } from "../../src/ask/resolve.ts";
import { parseLawText } from "../../src/rulebook/law-text.ts";
import { type Fact, type Rulebook, rulebookSchema } from "../../src/rulebook/model.ts";
import { openOffice } from "../support/app.ts";

/** A row of the reading room's table of keys: when, whoever hands out the key. */
function row(id: string, when: Record<string, readonly string[]>, table = "keys"): Fact {
  return {
    id,
    article: 1,
    file: "",
    line: 1,
    because: [{ rulebook: "reading-room", edition: "1", article: 1, quote: "The porter keeps the keys." }],
    answers: ["who"],
    values: {},
    row: { table, when },
    silent: false,
    say: { en: id },
  };
}

/** A reading room with a librarian, a chief librarian (who is a librarian too) and a porter. */
function readingRoom(...rows: readonly Fact[]): Rulebook {
  const { law } = parseLawText("# Keys\n## Keys\n### Article 1\nThe porter keeps the keys.", "rules.md", "en");
  const named = (en: string) => ({ name: { en } });
  const data = rulebookSchema.parse({
    id: "reading-room",
    edition: "1",
    title: { en: "Keys" },
    issuer: { en: "Library" },
    note: { en: "none" },
    source: { language: "en", file: "rules.md" },
    article: { en: "Art. {n}" },
    facts: { scope: [] },
    posts: {
      librarian: named("librarian"),
      "chief-librarian": { ...named("chief librarian"), kind: "librarian" },
      "acting-chief": { ...named("acting chief librarian"), kind: "chief-librarian" },
      porter: named("porter"),
    },
    dimensions: {
      post: { asker: true, ask: { en: "Who are you?" }, values: {} },
      day: { ask: { en: "Which day?" }, values: { weekday: named("weekday"), weekend: named("weekend") } },
      weather: { ask: { en: "Which weather?" }, values: { rain: named("rain") } },
      step: { ask: { en: "Which step?" }, values: { fetch: named("fetch"), return: named("return") } },
    },
    tables: {
      keys: { about: { en: "keys" }, dimensions: ["post", "day"], optional: ["weather"], together: ["step"] },
      other: { about: { en: "other" }, dimensions: ["post"] },
    },
  });
  return { data, source: law, texts: new Map([["en", law]]), facts: new Map(rows.map((each) => [each.id, each])) };
}

type Named = Readonly<Record<string, string | readonly string[] | undefined>>;

const caseOf = (named: Named): Case =>
  new Map(
    Object.entries(named).flatMap(([dimension, values]) =>
      values === undefined ? [] : [[dimension, [values].flat()] as const],
    ),
  );

const told = (resolution: Resolution) => (resolution.kind === "none" ? [] : resolution.rows.map((each) => each.id));

describe("the reading room's table of keys", () => {
  const room = readingRoom(
    row("librarian.weekday", { post: ["librarian"], day: ["weekday"] }),
    row("librarian.weekend", { post: ["librarian"], day: ["weekend"] }),
    row("librarian.weekday.rain", { post: ["librarian"], day: ["weekday"], weather: ["rain"] }),
    row("chief.weekday", { post: ["chief-librarian"], day: ["weekday"] }),
    row("porter", { post: ["porter"] }),
    row("elsewhere", { post: ["porter"] }, "other"),
  );
  const ask = (named: Named) => resolve(room, "keys", caseOf(named));

  test("a case that is known in full has one row", () => {
    expect(ask({ post: "librarian", day: "weekend" })).toMatchObject({ kind: "rows" });
    expect(told(ask({ post: "librarian", day: "weekend" }))).toEqual(["librarian.weekend"]);
  });

  test("a row that leaves the day out holds on every day", () => {
    expect(told(ask({ post: "porter" }))).toEqual(["porter"]);
    expect(told(ask({ post: "porter", day: "weekend" }))).toEqual(["porter"]);
  });

  test("the row that names more of the case wins", () => {
    expect(told(ask({ post: "librarian", day: "weekday", weather: "rain" }))).toEqual(["librarian.weekday.rain"]);
  });

  test("a row about rain holds only when somebody speaks of rain, and nobody is asked about it", () => {
    expect(told(ask({ post: "librarian", day: "weekday" }))).toEqual(["librarian.weekday"]);
    expect(told(ask({ post: "librarian", day: "weekend", weather: "rain" }))).toEqual(["librarian.weekend"]);
  });

  test("the chief librarian's own row comes before that of librarians", () => {
    expect(told(ask({ post: "chief-librarian", day: "weekday" }))).toEqual(["chief.weekday"]);
  });

  test("where she has none of her own, the chief librarian counts as a librarian", () => {
    expect(told(ask({ post: "chief-librarian", day: "weekend" }))).toEqual(["librarian.weekend"]);
  });

  test("the acting chief counts as chief and, behind that, as librarian", () => {
    expect(told(ask({ post: "acting-chief", day: "weekend" }))).toEqual(["librarian.weekend"]);
    expect(told(ask({ post: "acting-chief", day: "weekday" }))).toContain("chief.weekday");
  });

  test("a librarian is no chief librarian", () => {
    expect(told(ask({ post: "librarian", day: "weekday" }))).not.toContain("chief.weekday");
  });

  test("nobody's post being known, the post is asked first, then the day", () => {
    expect(ask({ day: "weekday" })).toMatchObject({ kind: "open", dimension: "post" });
    expect(ask({})).toMatchObject({ kind: "open", dimension: "post" });
    expect(ask({ post: "librarian" })).toMatchObject({ kind: "open", dimension: "day" });
  });

  test("only the rows that are still possible are branches", () => {
    expect(told(ask({ post: "librarian" }))).toEqual(["librarian.weekday", "librarian.weekend"]);
  });

  test("somebody who names two days is told both rows", () => {
    expect(told(ask({ post: "librarian", day: ["weekday", "weekend"] }))).toEqual([
      "librarian.weekday",
      "librarian.weekend",
    ]);
  });

  test("there is no row for a post that the table does not have, nor in a table that there is not", () => {
    expect(ask({ post: "visitor", day: "weekday" })).toEqual({ kind: "none" });
    expect(resolve(room, "no-such-table", caseOf({ post: "porter" }))).toEqual({ kind: "none" });
  });

  test("rows keep the order of the text, and another table's rows stay out", () => {
    expect(rowsOf(room, "keys").map((each) => each.id)).toEqual([
      "librarian.weekday",
      "librarian.weekend",
      "librarian.weekday.rain",
      "chief.weekday",
      "porter",
    ]);
  });
});

test("fetching and returning a key are told together when nobody says which, and apart when somebody does", () => {
  const room = readingRoom(
    row("fetch", { post: ["porter"], step: ["fetch"] }),
    row("return", { post: ["porter"], step: ["return"] }),
  );
  const both = resolve(room, "keys", caseOf({ post: "porter" }));
  expect(both.kind).toBe("rows");
  expect(told(both)).toEqual(["fetch", "return"]);
  expect(told(resolve(room, "keys", caseOf({ post: "porter", step: "return" })))).toEqual(["return"]);
});

describe("the tables of the Work Rules, whatever the case", () => {
  const { app } = openOffice();
  const { rulebook } = app;
  const { tables, dimensions, posts } = rulebook.data;
  const valuesOf = (dimension: string) =>
    Object.keys(dimensions[dimension]?.asker ? posts : (dimensions[dimension]?.values ?? {}));
  const someValues = (values: readonly string[]) =>
    fc.subarray([...values], { minLength: 1, maxLength: Math.min(2, values.length) });
  const alsoCounts = (value: string): readonly string[] => {
    const kind = posts[value]?.kind;
    return kind === undefined ? [value] : [value, ...alsoCounts(kind)];
  };
  const someCase = fc
    .constantFrom(...Object.entries(tables))
    .chain(([table, { dimensions: asked, optional, together }]) => {
      const parts = [...asked, ...optional, ...together].map(
        (dimension) => [dimension, someValues(valuesOf(dimension))] as const,
      );
      return fc.record({
        table: fc.constant(table),
        named: fc.record(Object.fromEntries(parts), { requiredKeys: [] }),
      });
    });

  test("no row is told that does not hold", () => {
    fc.assert(
      fc.property(someCase, ({ table, named }) => {
        const resolution = resolve(rulebook, table, caseOf(named));
        if (resolution.kind === "none") return;
        for (const { row: each } of resolution.rows)
          for (const [dimension, values] of Object.entries(each?.when ?? {})) {
            const known = named[dimension];
            if (known) expect(known.flatMap(alsoCounts).some((value) => values.includes(value))).toBe(true);
            else expect(tables[table]?.optional).not.toContain(dimension);
          }
      }),
      { numRuns: 500 },
    );
  });

  test("only what is not known is asked, and every answer that is offered leads on", () => {
    fc.assert(
      fc.property(someCase, ({ table, named }) => {
        const resolution = resolve(rulebook, table, caseOf(named));
        if (resolution.kind !== "open") return;
        const { dimension, rows } = resolution;
        expect(named).not.toHaveProperty([dimension]);
        expect(tables[table]?.dimensions).toContain(dimension);
        for (const value of new Set(rows.flatMap((each) => each.row?.when[dimension] ?? []))) {
          const next = resolve(rulebook, table, caseOf({ ...named, [dimension]: value }));
          expect(next.kind).not.toBe("none");
          if (next.kind === "open") expect(next.dimension).not.toBe(dimension);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("the head of the audit department asks for leave like every other head", () => {
    const trip = (post: string) => resolve(rulebook, "leave-approver", caseOf({ post, occasion: "going-away" }));
    const approver = (resolution: Resolution) =>
      resolution.kind === "rows" ? resolution.rows.map((each) => each.values.approver) : [];
    expect(approver(trip("audit-department"))).toEqual(approver(trip("department-head")));
    expect(approver(trip("department-head"))).toEqual([{ posts: ["secretary-general"] }]);
  });
});
