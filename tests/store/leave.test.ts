import { describe, expect, test } from "vitest";
import type { Day } from "../../src/dates.ts";
import { erasedNotice } from "../../src/erased-notice.ts";
import type { Leave } from "../../src/leave/leave.ts";
import type { Person } from "../../src/office/people.ts";
import { erasePerson } from "../../src/store/erasure.ts";
import {
  addCorrection,
  addLeave,
  addLeaveWord,
  changeLeave,
  correctionsBetween,
  forgetDrafts,
  leaveNumbered,
  leavesWhere,
  leaveWords,
  type NewLeave,
} from "../../src/store/leave.ts";
import { exportLeave } from "../../src/store/leave-data.ts";
import {
  addMeeting,
  announceMeeting,
  cancelMeeting,
  meetingNumbered,
  meetingsBetween,
} from "../../src/store/meetings.ts";
import { nextNumber } from "../../src/store/numbers.ts";
import { keepPerson } from "../../src/store/people.ts";
import type { Records } from "../../src/store/store.ts";
import { databases } from "../support/databases.ts";

const now = new Date("2026-11-23T09:00:00+08:00");
const later = new Date("2026-11-24T09:00:00+08:00");
const day = (text: string) => text as Day;

const person = (id: string, name: string): Person => ({ id, name, email: null, tenures: [], portfolio: [] });

/** Mao of the education bureau goes to Nanjing for three days, for a reason of his own. */
const trip: NewLeave = {
  person: "1014",
  post: "department-head",
  title: "市教育局局长",
  department: "市教育局",
  occasion: "going-away",
  purpose: "private",
  meeting: null,
  event: "",
  presider: null,
  span: { from: day("2026-12-01"), fromHalf: "pm", until: day("2026-12-03"), untilHalf: "am" },
  place: "南京鼓楼医院",
  reason: "陪母亲手术",
  status: "draft",
  replaces: null,
};
const rulebook = "changzhou-2017 2017";

describe.each(databases())("leave, on $name", (database) => {
  const withPeople = async () => {
    const store = await database.open();
    await store.transaction(async (records) => {
      for (const [id, name] of [
        ["1008", "谢秉章"],
        ["1014", "毛景行"],
        ["1053", "壮怀谷"],
      ] as const)
        await keepPerson(records, person(id, name));
    });
    return store;
  };
  const inOffice = async <T>(work: (records: Records) => Promise<T>): Promise<T> =>
    (await withPeople()).transaction(work);

  test("is numbered from one, and read as it was written", () =>
    inOffice(async (records) => {
      const first = await addLeave(records, trip, rulebook, now);
      const second = await addLeave(
        records,
        { ...trip, trip: first.number, occasion: "executive-meeting" },
        rulebook,
        now,
      );
      expect([first.number, first.trip, second.number, second.trip]).toEqual([1, 1, 2, 1]);
      expect(await leaveNumbered(records, 1)).toEqual(first);
      expect(first).toMatchObject({ ...trip, version: 1, authority: "rules", madeAt: now, returned: null });
      expect(await leaveNumbered(records, 3)).toBeUndefined();
    }));

  test("numbers that are asked for at the same time are all different", async () => {
    const store = await database.open();
    const numbers = await Promise.all(
      Array.from({ length: 20 }, () => store.transaction((records) => nextNumber(records, "leave"))),
    );
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  test("is changed by whoever read it last; whoever read it before is told that somebody was quicker", () =>
    inOffice(async (records) => {
      const read = await addLeave(records, { ...trip, status: "asked" }, rulebook, now);
      const decision: Partial<Leave> = {
        status: "approved",
        decidedAt: later,
        decidedBy: "1008",
        decidedAs: "acting",
        entrustment: "e1",
        substitute: "1053",
        substituteAt: later,
        returned: { day: day("2026-12-03"), half: "pm", at: later, by: "1014" },
      };
      expect(await changeLeave(records, read, decision)).toBe(true);
      expect(await changeLeave(records, read, { status: "refused" })).toBe(false);
      expect(await leaveNumbered(records, 1)).toEqual({ ...read, ...decision, version: 2 });
      expect(await changeLeave(records, { number: 1, version: 2 }, { returned: null, substitute: null })).toBe(true);
      expect(await leaveNumbered(records, 1)).toMatchObject({ returned: null, substitute: null, decidedBy: "1008" });
    }));

  test("is decided once when two decide at the same moment", async () => {
    const store = await withPeople();
    const read = await store.transaction((records) => addLeave(records, { ...trip, status: "asked" }, rulebook, now));
    const outcomes = await Promise.all(
      (["approved", "refused", "approved", "refused"] as const).map((status) =>
        store.transaction((records) => changeLeave(records, read, { status })),
      ),
    );
    expect(outcomes.filter(Boolean)).toHaveLength(1);
  });

  test("is found by person, state, days, journey, meeting and department", () =>
    inOffice(async (records) => {
      await addLeave(records, { ...trip, status: "asked" }, rulebook, now);
      await addLeave(
        records,
        { ...trip, trip: 1, occasion: "executive-meeting", meeting: 7, status: "approved" },
        rulebook,
        now,
      );
      const span = { ...trip.span, from: day("2026-11-01"), until: day("2026-11-02") };
      await addLeave(
        records,
        { ...trip, person: "1053", department: "市财政局", span, status: "approved" },
        rulebook,
        now,
      );
      const found = async (query: Parameters<typeof leavesWhere>[1]) =>
        (await leavesWhere(records, query)).map(({ number }) => number);
      expect(await found({})).toEqual([3, 1, 2]);
      expect(await found({ person: "1014" })).toEqual([1, 2]);
      expect(await found({ statuses: ["approved"] })).toEqual([3, 2]);
      expect(await found({ from: day("2026-12-03"), until: day("2026-12-09") })).toEqual([1, 2]);
      expect(await found({ from: day("2026-12-04") })).toEqual([]);
      expect(await found({ until: day("2026-11-30") })).toEqual([3]);
      expect(await found({ trip: 1 })).toEqual([1, 2]);
      expect(await found({ meeting: 7 })).toEqual([2]);
      expect(await found({ department: "市财政局" })).toEqual([3]);
    }));

  test("drafts that nobody sent are forgotten; nothing else is", () =>
    inOffice(async (records) => {
      await addLeave(records, trip, rulebook, now);
      await addLeave(records, { ...trip, status: "asked" }, rulebook, now);
      await addLeave(records, trip, rulebook, later);
      await forgetDrafts(records, later);
      expect((await leavesWhere(records, {})).map(({ number }) => number)).toEqual([2, 3]);
    }));

  test("corrections stand under the report whose days they touch", () =>
    inOffice(async (records) => {
      const given = { department: "市教育局", leave: 1, person: "1014", words: "已于 3 日返岗", at: now };
      const days = { from: day("2026-11-01"), until: day("2026-11-30") };
      const made = await addCorrection(records, { ...given, ...days });
      expect(await correctionsBetween(records, day("2026-11-30"), day("2026-12-31"))).toEqual([made]);
      expect(await correctionsBetween(records, day("2026-12-01"), day("2026-12-31"))).toEqual([]);
    }));

  test("meetings are kept with whom they call, and are gone from the list when cancelled", () =>
    inOffice(async (records) => {
      const given = {
        type: "executive-meeting",
        title: "第十二次常务会议",
        day: day("2026-12-02"),
        fromMinute: 540,
        untilMinute: 660,
        place: "201",
        presider: "mayor",
        invited: ["1014", "1053"],
      };
      const made = await addMeeting(records, given, "person:1008", now);
      expect(await meetingNumbered(records, made.number)).toEqual({
        ...given,
        ...{ number: 1, plannedAt: now, announcedAt: null, cancelledAt: null, sequence: 0 },
      });
      expect([await announceMeeting(records, 1, later), await announceMeeting(records, 1, later)]).toEqual([
        true,
        false,
      ]);
      expect((await meetingNumbered(records, 1))?.announcedAt).toEqual(later);
      expect(await meetingsBetween(records, day("2026-12-02"), day("2026-12-02"))).toEqual([
        { ...made, announcedAt: later },
      ]);
      expect(await meetingsBetween(records, day("2026-12-03"), day("2026-12-31"))).toEqual([]);
      expect([await cancelMeeting(records, 1, later), await cancelMeeting(records, 1, later)]).toEqual([true, false]);
      expect(await meetingsBetween(records, day("2026-12-02"), day("2026-12-02"))).toEqual([]);
      expect((await meetingNumbered(records, 1))?.cancelledAt).toEqual(later);
    }));

  describe("as one person's data", () => {
    const filled = async () => {
      const store = await withPeople();
      await store.transaction(async (records) => {
        await addLeave(records, { ...trip, status: "approved" }, rulebook, now);
        await addLeave(records, { ...trip, status: "asked" }, rulebook, now);
        await addLeave(records, { ...trip, person: "1053", reason: "探亲", status: "asked" }, rulebook, now);
        await changeLeave(records, { number: 3, version: 1 }, { status: "approved", decidedBy: "1014" });
        await addLeaveWord(records, 1, { at: now, person: "1008", kind: "question", words: "谁来替会？" });
        await addLeaveWord(records, 1, { at: later, person: "1014", kind: "answer", words: "副局长替会" });
        expect((await leaveWords(records, 1)).map(({ words }) => words)).toEqual(["谁来替会？", "副局长替会"]);
      });
      return store;
    };

    test("is exported whole, without the reasons of others", async () => {
      const exported = JSON.stringify(await (await filled()).look((records) => exportLeave(records, "1014")));
      for (const each of ["陪母亲手术", "南京鼓楼医院", "谁来替会", "副局长替会"]) expect(exported).toContain(each);
      expect(exported).toContain('"number":3');
      expect(exported).not.toContain("探亲");
    });

    test("loses its words by an erasure; its days stay, and what waited waits no longer", async () => {
      const store = await filled();
      await store.transaction((records) => erasePerson(records, "1014", later, erasedNotice));
      const left = await store.look((records) => leavesWhere(records, {}));
      expect(
        left.map(({ number, status, reason, place, purpose }) => [number, status, reason, place, purpose]),
      ).toEqual([
        [1, "approved", "", "", null],
        [2, "withdrawn", "", "", null],
        [3, "approved", "探亲", "南京鼓楼医院", "private"],
      ]);
      expect(left[0]?.span).toEqual(trip.span);
      expect(await store.look((records) => leaveWords(records, 1))).toEqual([]);
    });
  });
});
