import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkGathering, type Gathering, type Remark } from "../../src/meetings/check.ts";
import { changzhou } from "../support/changzhou.ts";

const { rulebook } = changzhou;
const none = { consents: {} };

const remarks = (given: Partial<Gathering>) => checkGathering({ ...none, ...given }, rulebook);
const names = (given: Partial<Gathering>) => remarks(given).map(({ name }) => name);

/** What a remark rests on: the article and its words. */
function restsOn({ rule }: Remark): string {
  const [{ article, quote }] = rule.because;
  return `${article}: ${quote}`;
}

function only(given: Partial<Gathering>): Remark {
  const [first, ...others] = remarks(given);
  expect(others).toEqual([]);
  if (!first) throw new Error("something is said against it");
  return first;
}

describe("a meeting that the government holds", () => {
  it("on the overall situation generally takes 2 hours at most", () => {
    const remark = only({ organiser: "government", overall: true, minutes: 121 });
    expect(remark).toMatchObject({ name: "duration", limit: 120, planned: 121, soft: true, consent: [] });
    expect(restsOn(remark)).toBe("47: 市政府組織召開的全局性會議,時間一般不超過2小時");
    expect(names({ organiser: "government", overall: true, minutes: 120 })).toEqual([]);
  });

  it("of another kind generally takes an hour and a half at most", () => {
    const remark = only({ organiser: "government", overall: false, minutes: 91 });
    expect(remark).toMatchObject({ name: "duration", limit: 90, planned: 91, soft: true });
    expect(restsOn(remark)).toMatch(/^47: .*其它會議時間一般不超過1\.5小時$/);
    expect(names({ overall: false, minutes: 90 })).toEqual([]);
  });

  it("of which nobody said whether it is on the overall situation is only judged by what holds for both", () => {
    expect(names({ minutes: 100 })).toEqual([]);
    expect(only({ minutes: 121 })).toMatchObject({ name: "duration", limit: 120 });
  });

  it("with a site visit takes a day at most, unless the General Office agrees to more", () => {
    const remark = only({ siteVisit: true, days: 2 });
    expect(remark).toMatchObject({ name: "days", limit: 1, planned: 2, soft: false, consent: ["general-office"] });
    expect(restsOn(remark)).toBe(
      "47: 有現場參觀考察安排的會議會期不超過一天,確有特殊需要會期超過一天的,須經市政府辦公室批准同意。",
    );
    expect(names({ siteVisit: true, days: 2, consents: { days: true } })).toEqual([]);
    expect(names({ siteVisit: true, days: 1, minutes: 480 })).toEqual([]);
  });

  it("has in principle 5 exchange speeches at most, of 10 minutes each", () => {
    expect(remarks({ speakers: 6, minutesEach: 11 })).toMatchObject([
      { name: "speakers", limit: 5, planned: 6, soft: true },
      { name: "speech", limit: 10, planned: 11, soft: true },
    ]);
    expect(restsOn(only({ speakers: 6 }))).toBe(
      "47: 市政府召開的重要會議,確有必要安排大會交流發言的,原則上每次不超過5人,每人發言時間不超過10分鐘。",
    );
    expect(names({ speakers: 5, minutesEach: 10 })).toEqual([]);
    // the words speak of meetings that the government calls
    expect(names({ organiser: "department", speakers: 6, minutesEach: 11 })).toEqual([]);
  });

  it("hears reports of departments by their heads in principle, and generally of 10 minutes", () => {
    const reports = [{ minutes: 10, byHead: true }, { minutes: 11, byHead: false }, {}];
    expect(remarks({ reports })).toMatchObject([
      { name: "reporter", report: 1, soft: true },
      { name: "report", report: 1, limit: 10, planned: 11, soft: true },
    ]);
    expect(restsOn(only({ reports: [{ byHead: false }] }))).toBe(
      "47: 市政府各部門向市政府常務會議的匯報,原則上應由主要負責人匯報,一般不超過10分鐘。",
    );
  });

  it("in its name, for the whole city, is held when the mayor agrees", () => {
    const remark = only({ inGovernmentsName: true, organiser: "government" });
    expect(remark).toMatchObject({ name: "in-name", soft: false, consent: ["mayor"] });
    expect(restsOn(remark)).toBe("46: 以市政府名義召開的全市性大會,需報市長批准");
    expect(names({ inGovernmentsName: true, consents: { "in-name": false } })).toEqual(["in-name"]);
    expect(names({ inGovernmentsName: true, consents: { "in-name": true } })).toEqual([]);
  });
});

describe("a meeting that a department holds", () => {
  const department = { organiser: "department" } as const;

  it("takes an hour and a half at most, whatever it is about: the government does not organise it", () => {
    expect(only({ ...department, overall: true, minutes: 100 })).toMatchObject({ name: "duration", limit: 90 });
  });

  it("for the whole city is held once a year at most, and from a plan", () => {
    const again = only({ ...department, cityWide: true, heldThisYear: true, inPlan: true });
    expect(again).toMatchObject({ name: "yearly", soft: false, limit: 1, planned: 2, consent: [] });
    expect(restsOn(again)).toBe("46: 市政府組成部門召開的全市性工作會議,每年不超過一次");
    const unplanned = only({ ...department, cityWide: true, inPlan: false });
    expect(unplanned).toMatchObject({ name: "plan", soft: false, consent: ["municipal-government"] });
    expect(restsOn(unplanned)).toMatch(/^46: .*並在年初提出會議計畫,報市政府審批。$/);
    // not known is not said
    expect(names({ ...department, cityWide: true })).toEqual([]);
    // of the government's own meetings the words do not speak
    expect(names({ organiser: "government", cityWide: true, heldThisYear: true, inPlan: false })).toEqual([]);
  });

  it("requires leaders of others only when the government agrees", () => {
    const remark = only({ ...department, othersLeaders: true });
    expect(remark).toMatchObject({ name: "others-leaders", soft: false, consent: ["municipal-government"] });
    expect(restsOn(remark)).toBe("46: 未經市政府批准,市政府各部門不得召開要求其他部門和各轄市、區領導參加的全市性大會");
    expect(names({ ...department, othersLeaders: true, consents: { "others-leaders": true } })).toEqual([]);
    // the plan of the year was approved by the government
    expect(names({ ...department, cityWide: true, othersLeaders: true, inPlan: true })).toEqual([]);
    expect(names({ organiser: "government", othersLeaders: true })).toEqual([]);
  });

  it("for its own line is never in the government's name, whoever agrees, and generally without its leaders", () => {
    const ownSystem = { ...department, ownSystem: true };
    const inName = only({ ...ownSystem, inGovernmentsName: true, consents: { "in-name": true } });
    expect(inName).toMatchObject({ name: "own-name", soft: false, consent: [] });
    expect(restsOn(inName)).toBe("46: 市政府各部門召開的屬於本系統範圍的會議,不得以市政府的名義召開");
    const leaders = only({ ...ownSystem, governmentLeaders: true });
    expect(leaders).toMatchObject({ name: "own-leaders", soft: true });
    expect(restsOn(leaders)).toMatch(/^46: .*一般也不邀請市政府領導出席。$/);
    expect(names(ownSystem)).toEqual([]);
  });
});

describe("whatever is known of a meeting", () => {
  const flag = fc.option(fc.boolean(), { nil: undefined });
  const amount = fc.option(fc.nat(400), { nil: undefined });
  const gathering: fc.Arbitrary<Gathering> = fc.record({
    organiser: fc.constantFrom("government", "department", undefined),
    overall: flag,
    minutes: amount,
    days: amount,
    siteVisit: flag,
    speakers: amount,
    minutesEach: amount,
    reports: fc.array(fc.record({ minutes: amount, byHead: flag }), { maxLength: 3 }),
    cityWide: flag,
    inGovernmentsName: flag,
    ownSystem: flag,
    heldThisYear: flag,
    inPlan: flag,
    othersLeaders: flag,
    governmentLeaders: flag,
    consents: fc.record(
      { days: fc.boolean(), "in-name": fc.boolean(), "others-leaders": fc.boolean() },
      { requiredKeys: [] },
    ),
  });

  it("is judged by words of the source that say so, 46 and 47, and softly only by words that are soft", () => {
    fc.assert(
      fc.property(gathering, (given) => {
        for (const { rule, soft, limit, planned } of checkGathering(given, rulebook)) {
          for (const { article, quote } of rule.because) {
            expect([46, 47]).toContain(article);
            expect(rulebook.source.articles.get(article)?.paragraphs.some(({ text }) => text.includes(quote))).toBe(
              true,
            );
          }
          expect(soft).toBe(/一般|原則上/.test(rule.because[0].quote));
          if (limit !== undefined) expect(planned).toBeGreaterThan(limit);
        }
      }),
    );
  });

  it("less of it never has more said against it, and a consent never adds anything", () => {
    fc.assert(
      fc.property(gathering, (given) => {
        const before = new Set(names(given));
        const shorter = { ...given, minutes: 1, days: 1, speakers: 1, minutesEach: 1 };
        const agreed = { ...given, consents: { days: true, "in-name": true, "others-leaders": true } };
        for (const each of [shorter, agreed]) for (const name of names(each)) expect(before.has(name)).toBe(true);
      }),
    );
  });

  it("a rulebook that says nothing of meetings has nothing against any", () => {
    const { meetings: _, ...data } = rulebook.data;
    fc.assert(
      fc.property(gathering, (given) => {
        expect(checkGathering(given, { ...rulebook, data })).toEqual([]);
      }),
    );
  });
});
