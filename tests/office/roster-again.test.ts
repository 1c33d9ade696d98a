import { describe, expect, it } from "vitest";
import type { Day } from "../../src/dates.ts";
import type { Person, Tenure } from "../../src/office/people.ts";
import type { RosterColumn } from "../../src/office/roster-columns.ts";
import { endedBy, planImport } from "../../src/office/roster-import.ts";

// A second file often has fewer columns than the first: what it has no column for it does not tell.

const today = "2026-11-23" as Day;
const tenure = (post: string, given: Partial<Tenure> = {}): Tenure => ({
  post,
  title: post,
  department: "",
  from: null,
  until: null,
  ...given,
});
const wang = (...tenures: readonly Tenure[]): Person => ({
  id: "3",
  name: "王五",
  email: "w@office.cn",
  tenures,
  portfolio: ["文化"],
});
const columns = (...names: readonly RosterColumn[]) => new Set<RosterColumn>(["id", "name", "post", ...names]);
const bare = (person: Person): Person => ({ ...person, email: null, portfolio: [] });

const head = tenure("department-head", { title: "市教育局局长", department: "教育局", from: "2024-03-01" });
const toCome = tenure("vice-mayor", { title: "副市长", from: "2026-12-01" });

const again = (before: Person, file: Person, told: ReadonlySet<RosterColumn>) => {
  const { changed, unchanged } = planImport([before], [file], told, today);
  return { changed, unchanged, after: changed[0]?.after ?? unchanged[0] };
};

describe("a file with nothing but numbers, names and posts", () => {
  it("changes nothing of somebody whose posts are the same, nor of a post that is to come", () => {
    const before = wang(head, toCome);
    expect(again(before, bare(wang(tenure("department-head"))), columns()).unchanged).toEqual([before]);
  });

  it("ends a post that it does not list, and says which", () => {
    const { changed, after } = again(wang(head, toCome), bare(wang(tenure("secretary-general"))), columns());
    expect(after?.tenures).toEqual([tenure("secretary-general"), { ...head, until: "2026-11-22" }, toCome]);
    expect(changed.flatMap((each) => endedBy(each, today))).toEqual([head]);
  });

  it("does not give one of two posts of the same kind what belongs to the other", () => {
    const culture = { ...head, department: "文化局", title: "市文化局局长" };
    const file = bare(wang(tenure("department-head"), tenure("department-head", { title: "x" })));
    expect(again(wang(head, culture), file, columns()).after?.tenures).toEqual([head, culture]);
  });

  it("brings no post back that has ended", () => {
    const ended = { ...head, until: "2026-01-31" };
    expect(again(wang(ended), bare(wang(tenure("department-head"))), columns()).after?.tenures).toEqual([
      tenure("department-head"),
      ended,
    ]);
  });
});

describe("a file with departments and days", () => {
  const all = columns("title", "department", "from", "until", "portfolio", "email");

  it("means what it says: another department is another post, and what is to come and not listed is dropped", () => {
    const file = wang({ ...head, department: "文化局", title: "市文化局局长" });
    const { changed, after } = again(wang(head, toCome), file, all);
    expect(after?.tenures).toEqual([...file.tenures, { ...head, until: "2026-11-22" }]);
    expect(changed.flatMap((each) => endedBy(each, today))).toEqual([head, toCome]);
  });

  it("ends a post on the day that it tells, which is no post ended by the import", () => {
    const { changed, after } = again(wang(head), wang({ ...head, until: "2026-12-31" }), all);
    expect(after?.tenures).toEqual([{ ...head, until: "2026-12-31" }]);
    expect(changed.flatMap((each) => endedBy(each, today))).toEqual([]);
  });
});
