import { describe, expect, it } from "vitest";
import { type Cell, cellsOf, situationsOf } from "../../src/leave/cells.ts";
import { decidersOf } from "../../src/leave/route.ts";
import { changzhou } from "../support/changzhou.ts";

// Every cell of post × occasion × situation, written down from Arts. 6, 48, 61 and 62 by hand. Situations:
//   1 all there, the mayor presides      2 all there, the executive vice mayor presides
//   3 the mayor away, nobody entrusted   4 the mayor away, the executive vice mayor entrusted and presiding
//   5 the secretary-general away
// M mayor, E executive vice mayor, S secretary-general, m the mayor for whom the executive vice mayor acts; the first
// is asked, those behind "/" may decide too; "-": the rules do not say. "?": what they leave open is remarked.

const { rulebook } = changzhou;
const cells = cellsOf(rulebook);

const heads = [
  "office-director",
  "department-head",
  "district-head",
  "direct-unit-head",
  "audit-department",
  "legal-department",
  "supervision-bureau",
];
const meetings = ["plenary-meeting", "executive-meeting", "mayors-office-meeting"];
const unnamed = ["deputy-secretary-general", "deputy-department-head", "office-staff", "department-staff"];
const all = ["mayor", "executive-vice-mayor", "vice-mayor", "secretary-general", ...heads, ...unnamed];

const expected: readonly (readonly [
  article: number,
  occasions: readonly string[],
  posts: readonly string[],
  string,
])[] = [
  // Art. 61: 副市長、秘書長向市長請假; Art. 6: 常務副市長受市長委託,代理主持市政府日常工作
  [61, ["going-away"], ["vice-mayor", "secretary-general"], "M M M? m/M? M"],
  [61, ["going-away"], ["executive-vice-mayor"], "M M M M M"],
  // Art. 61: 各轄市、區政府主要負責人、市政府各部門主要負責人向市政府秘書長請假; Art. 62 for direct units
  [61, ["going-away"], heads, "S S S S S?"],
  [6, ["going-away"], ["mayor"], "- - - - -"],
  [61, ["going-away"], unnamed, "- - - - -"],
  // Art. 48: 須向市長或主持會議的常務副市長請假
  [48, meetings, ["vice-mayor", "secretary-general"], "M E/M M E/M M"],
  [48, meetings, ["executive-vice-mayor"], "M M M M M"],
  [48, meetings, ["mayor"], "- - - - -"],
  // Art. 48: 因故不能出席或列席上述會議的,須向市政府秘書長請假
  [48, meetings, heads, "S S S S S?"],
  [48, meetings, unnamed, "- - - - -"],
  // Art. 48 names three meetings
  [48, ["thematic-meeting"], all, "- - - - -"],
  // Art. 61: 市政府主要領導出席的重要會議和活動 … 應向市政府秘書長請假
  [61, ["important-event"], heads, "S S S S S?"],
  [61, ["important-event"], ["mayor", "executive-vice-mayor", "vice-mayor", "secretary-general"], "- - - - -"],
  [61, ["important-event"], unnamed, "- - - - -"],
];

const letters: Readonly<Record<string, string>> = { mayor: "M", "executive-vice-mayor": "E", "secretary-general": "S" };

function written({ route }: Cell): string {
  if (route.kind !== "asks") return route.kind === "silent" ? "-" : route.why;
  const names = decidersOf(route).map(({ as, post, person }) =>
    as === "acting"
      ? post === "mayor" && person.id === "executive-vice-mayor"
        ? "m"
        : "wrong"
      : (letters[post] ?? post),
  );
  return names.join("/") + (route.remarks.length > 0 ? "?" : "");
}

describe("whom the holder of every post asks for leave", () => {
  it("knows five situations", () => {
    expect(
      situationsOf(rulebook).map(({ away, entrusted, presider }) => [away.join(), entrusted?.to, presider]),
    ).toEqual([
      ["", undefined, "mayor"],
      ["", undefined, "executive-vice-mayor"],
      ["mayor", undefined, undefined],
      ["mayor", "executive-vice-mayor", "executive-vice-mayor"],
      ["secretary-general", undefined, undefined],
    ]);
  });

  const rows = expected.flatMap(([article, occasions, posts, situations]) =>
    occasions.flatMap((occasion) => posts.map((post) => ({ article, occasion, post, situations }))),
  );

  it("has a line here for every cell, and no other", () => {
    const lines = rows.map(({ occasion, post }) => `${occasion} ${post}`).sort();
    expect(lines).toEqual([...new Set(cells.map(({ occasion, post }) => `${occasion} ${post}`))].sort());
  });

  it.each(rows)("$post, $occasion: $situations (Art. $article)", ({ article, occasion, post, situations }) => {
    const own = cells.filter((each) => each.occasion === occasion && each.post === post);
    expect(own.map(written).join(" ")).toBe(situations);
    for (const { route } of own) {
      const fact = route.kind === "silent" ? route.nearest : route.rule;
      expect(fact?.article).toBe(article);
      const words =
        rulebook.source.articles
          .get(article)
          ?.paragraphs.map((each) => each.text)
          .join("\n") ?? "";
      expect(words).toContain(fact?.because[0].quote);
    }
  });

  it("lets nobody decide whom the words do not name, or whom the named did not entrust", () => {
    for (const { route, entrusted } of cells)
      if (route.kind === "asks")
        for (const { as, post, person } of decidersOf(route)) {
          const value = route.rule?.values.approver;
          expect(value && "posts" in value ? value.posts : []).toContain(post);
          expect(person.id).toBe(as === "acting" ? entrusted?.to : post);
        }
  });
});
