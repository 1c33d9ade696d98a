import { describe, expect, it } from "vitest";
import type { Day } from "../../src/dates.ts";
import { type Around, conflictsOf, counterpartsOf } from "../../src/leave/conflicts.ts";
import type { Half, Leave, Span } from "../../src/leave/leave.ts";
import { workingDaysOf } from "../../src/leave/working-days.ts";
import type { Meeting } from "../../src/meetings/meeting.ts";
import type { Entrustment, Person } from "../../src/office/people.ts";
import { changzhou } from "../support/changzhou.ts";

const { rulebook } = changzhou;

const span = (from: string, until: string, fromHalf: Half = "am", untilHalf: Half = "pm"): Span => ({
  from: from as Day,
  fromHalf,
  until: until as Day,
  untilHalf,
});

const person = (id: string, post: string): Person => ({
  id,
  name: id,
  email: null,
  tenures: [{ post, title: post, department: "", from: null, until: null }],
  portfolio: [],
});

const head = person("head", "department-head");
const mayor = person("mayor", "mayor");
const executive = person("executive", "executive-vice-mayor");
const secretary = person("secretary", "secretary-general");

/** A journey from the first to the third of December. */
function leave(given: Partial<Leave> = {}): Leave {
  return {
    number: 1,
    trip: 1,
    person: "head",
    post: "department-head",
    title: "",
    department: "",
    occasion: "going-away",
    purpose: null,
    meeting: null,
    event: "",
    presider: null,
    span: span("2026-12-01", "2026-12-03"),
    place: "",
    reason: "",
    status: "approved",
    version: 1,
    replaces: null,
    authority: "rules",
    fact: null,
    approverPost: null,
    approver: null,
    madeAt: new Date(0),
    askedAt: null,
    decidedAt: null,
    decidedBy: null,
    decidedAs: null,
    entrustment: null,
    substitute: null,
    substituteAt: null,
    returned: null,
    ...given,
  };
}

const meeting = (given: Partial<Meeting> = {}): Meeting => ({
  number: 1,
  plannedAt: new Date(0),
  announcedAt: null,
  sequence: 0,
  type: "plenary-meeting",
  title: "",
  day: "2026-12-02" as Day,
  fromMinute: 540,
  untilMinute: 660,
  place: "",
  presider: "mayor",
  invited: [],
  cancelledAt: null,
  ...given,
});

const entrustment = (from: string, until: string, given: Partial<Entrustment> = {}): Entrustment => ({
  id: "1",
  post: "mayor",
  by: { id: "mayor", name: "mayor" },
  to: { id: "executive", name: "executive" },
  occasion: "visit",
  from,
  until,
  ...given,
});

const conflicts = (given: Partial<Omit<Around, "leave">> & { readonly leave?: Partial<Leave> } = {}) => {
  const { leave: wanted, ...rest } = given;
  return conflictsOf({
    person: head,
    own: [],
    meetings: [],
    entrustments: [],
    deciding: ["mayor", "secretary-general"],
    counterparts: new Map(),
    theirs: [],
    rulebook,
    ...rest,
    leave: leave({ number: 9, ...wanted }),
  });
};

const kinds = (given: Parameters<typeof conflicts>[0]) => conflicts(given).map(({ kind }) => kind);

describe("one's own leave", () => {
  it.each(["asked", "questioned", "approved", "noted"] as const)("of the same days is in the way when %s", (status) => {
    expect(kinds({ own: [leave({ status })] })).toEqual(["own"]);
  });

  it.each(["draft", "refused", "withdrawn", "replaced"] as const)("is not when %s", (status) => {
    expect(kinds({ own: [leave({ status })] })).toEqual([]);
  });

  it("is in the way by a half day only where both have it", () => {
    const morning = { own: [leave({ span: span("2026-12-03", "2026-12-05", "pm") })] };
    expect(kinds({ ...morning, leave: { span: span("2026-12-01", "2026-12-03", "am", "am") } })).toEqual([]);
    expect(kinds({ ...morning, leave: { span: span("2026-12-01", "2026-12-03") } })).toEqual(["own"]);
  });

  it("is not when it is the very request that is changed", () => {
    expect(kinds({ own: [leave()], leave: { replaces: 1 } })).toEqual([]);
    expect(kinds({ own: [leave({ number: 9 })] })).toEqual([]);
  });

  it("counts until the return was reported, not until its last day", () => {
    const back = (day: string, half: Half) =>
      kinds({
        own: [leave({ returned: { day: day as Day, half, at: new Date(0), by: "head" } })],
        leave: { span: span("2026-12-02", "2026-12-02", "pm") },
      });
    expect(back("2026-12-02", "pm")).toEqual([]);
    expect(back("2026-12-03", "am")).toEqual(["own"]);
    expect(back("2026-12-01", "am")).toEqual([]);
    expect(back("2026-12-09", "am")).toEqual(["own"]);
  });

  it("from a meeting is not in the way of a journey, but asked for once only", () => {
    const absent = leave({ occasion: "plenary-meeting", meeting: 1, span: span("2026-12-02", "2026-12-02") });
    expect(kinds({ own: [absent] })).toEqual([]);
    expect(kinds({ own: [absent], leave: { ...absent, number: 9 } })).toEqual(["asked"]);
    expect(kinds({ own: [absent], leave: { ...absent, number: 9, meeting: 2 } })).toEqual([]);
  });

  it("from activities of two names is two", () => {
    const event = leave({ occasion: "important-event", event: "greening day" });
    expect(kinds({ own: [event], leave: { ...event, number: 9 } })).toEqual(["asked"]);
    expect(kinds({ own: [event], leave: { ...event, number: 9, event: "book fair" } })).toEqual([]);
  });
});

describe("meetings during a journey", () => {
  it("are told to those whom the rules call, and to those invited", () => {
    expect(conflicts({ meetings: [meeting()] })).toMatchObject([{ kind: "meeting", as: "department-head" }]);
    expect(kinds({ meetings: [meeting({ type: "executive-meeting" })] })).toEqual([]);
    const invited = meeting({ type: "executive-meeting", invited: ["head"] });
    expect(conflicts({ meetings: [invited] })).toMatchObject([{ kind: "meeting", as: "invited" }]);
  });

  it("are not told when they are in the other half of the day, cancelled, or excused already", () => {
    const afternoon = { leave: { span: span("2026-12-02", "2026-12-02", "pm") } };
    expect(kinds({ ...afternoon, meetings: [meeting()] })).toEqual([]);
    expect(kinds({ ...afternoon, meetings: [meeting({ untilMinute: 780 })] })).toEqual(["meeting"]);
    expect(kinds({ meetings: [meeting({ cancelledAt: new Date(0) })] })).toEqual([]);
    const asked = leave({ occasion: "plenary-meeting", meeting: 1, status: "asked" });
    expect(kinds({ meetings: [meeting()], own: [asked] })).toEqual([]);
    expect(kinds({ meetings: [meeting()], own: [{ ...asked, status: "refused" }] })).toEqual(["meeting"]);
  });

  it("are no matter of leave from a meeting", () => {
    expect(kinds({ meetings: [meeting()], leave: { occasion: "plenary-meeting", meeting: 4 } })).toEqual([]);
  });
});

describe("those who stand in for each other", () => {
  it("are, by these rules, the mayor and the executive vice mayor", () => {
    expect(counterpartsOf(["mayor"], rulebook)).toEqual(["executive-vice-mayor"]);
    expect(counterpartsOf(["executive-vice-mayor"], rulebook)).toEqual(["mayor"]);
    expect(counterpartsOf(["department-head", "secretary-general"], rulebook)).toEqual([]);
  });

  it("are told when both are away on the same days, whoever asks", () => {
    for (const [one, other, post] of [
      [mayor, executive, "executive-vice-mayor"],
      [executive, mayor, "mayor"],
    ] as const) {
      const both = (theirs: Partial<Leave>) =>
        conflicts({
          person: one,
          leave: { person: one.id },
          counterparts: new Map([[post, [other]]]),
          theirs: [leave({ person: other.id, ...theirs })],
          deciding: [],
        });
      expect(both({})).toMatchObject([{ kind: "both-away", post, person: { id: other.id } }]);
      expect(both({ status: "asked" })).toHaveLength(1);
      expect(both({ status: "refused" })).toEqual([]);
      expect(both({ occasion: "plenary-meeting" })).toEqual([]);
      expect(both({ span: span("2026-12-04", "2026-12-05") })).toEqual([]);
    }
  });

  it("are reminded that they act for somebody on these days", () => {
    const acting = (from: string, until: string) =>
      kinds({
        person: executive,
        leave: { person: "executive" },
        entrustments: [entrustment(from, until)],
        deciding: [],
      });
    expect(acting("2026-12-03", "2026-12-05")).toEqual(["acting"]);
    expect(acting("2026-12-04", "2026-12-05")).toEqual([]);
  });
});

describe("whoever decides on leave", () => {
  const asked = (entrustments: readonly Entrustment[], who = secretary) =>
    kinds({ person: who, leave: { person: who.id }, entrustments });

  it("is told that nobody acts meanwhile, unless somebody does on all of the days", () => {
    const by = { id: "secretary", name: "secretary" };
    const post = "secretary-general";
    expect(asked([])).toEqual(["nobody-decides"]);
    expect(asked([entrustment("2026-12-01", "2026-12-02", { post, by })])).toEqual(["nobody-decides"]);
    expect(
      asked([
        entrustment("2026-12-01", "2026-12-02", { post, by }),
        entrustment("2026-12-03", "2026-12-09", { post, by }),
      ]),
    ).toEqual([]);
    expect(asked([entrustment("2026-12-01", "2026-12-03")])).toEqual(["nobody-decides"]);
  });

  it("is not everybody", () => {
    expect(asked([], head)).toEqual([]);
  });
});

describe("working days of leave", () => {
  const off = new Set(["2026-12-05", "2026-12-06"]);
  const calendar = {
    dayKind: (day: Day) =>
      day.startsWith("2027") ? ({ kind: "unknown" } as const) : ({ kind: off.has(day) ? "off" : "working" } as const),
    presumablyWorking: () => true,
  };

  it("are counted with their halves", () => {
    expect(workingDaysOf(span("2026-12-04", "2026-12-07"), calendar)).toBe(2);
    expect(workingDaysOf(span("2026-12-04", "2026-12-07", "pm", "am"), calendar)).toBe(1);
    expect(workingDaysOf(span("2026-12-05", "2026-12-06", "pm"), calendar)).toBe(0);
    expect(workingDaysOf(span("2026-12-04", "2026-12-04", "am", "am"), calendar)).toBe(0.5);
  });

  it("are not told of a year that is not known yet", () => {
    expect(workingDaysOf(span("2026-12-30", "2027-01-01"), calendar)).toBeUndefined();
  });
});
