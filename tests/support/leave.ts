import type { Day } from "../../src/dates.ts";
import type { Leave } from "../../src/leave/leave.ts";
import type { AtDesk } from "../../src/leave-desk/at-desk.ts";
import { routeOf } from "../../src/leave-desk/roll.ts";
import { sendLeave } from "../../src/leave-desk/send.ts";
import { readOfficeSettings } from "../../src/office/settings.ts";
import { gather } from "../../src/reminders/gather.ts";
import { openScene } from "../../src/reminders/scene.ts";
import type { Reply } from "../../src/reply.ts";
import { addLeave, leaveNumbered, type NewLeave } from "../../src/store/leave.ts";
import { addMeeting } from "../../src/store/meetings.ts";
import { personById } from "../../src/store/people.ts";
import { readSettings } from "../../src/store/settings.ts";
import type { Place } from "../../src/store/store.ts";
import type { Visitor } from "../../src/visit.ts";
import { startOffice, type TestOffice, visitor } from "./office.ts";

/** People of the roster who have to do with leave, each on a platform and in a language of their own. */
export const people = {
  mayor: { id: "1001", name: "顾致远", visitor: visitor("U-MAYOR") },
  executive: { id: "1002", name: "沈静澜", visitor: visitor("U-EXECUTIVE") },
  vice: { id: "1003", name: "陆明谦", visitor: visitor("U-VICE") },
  secretary: { id: "1008", name: "谢秉章", visitor: visitor("D-SECRETARY", { platform: "discord", workspace: "G1" }) },
  director: { id: "1009", name: "华云舟", visitor: visitor("U-DIRECTOR") },
  head: { id: "1014", name: "毛景行", visitor: visitor("U-HEAD") },
  other: { id: "1015", name: "卞清扬", visitor: visitor("U-OTHER") },
  deputy: { id: "1053", name: "壮怀谷", visitor: visitor("U-DEPUTY") },
  supervisor: { id: "1040", name: "潘锦程", visitor: visitor("U-SUPERVISOR") },
} as const;
export type Who = keyof typeof people;

/** What nobody but whoever asks and whoever decides may ever see. */
export const secrets = { reason: "探望住院的母亲", place: "南京鼓楼医院" } as const;

export interface LeaveOffice extends TestOffice {
  /** Works on the records as the desk does. */
  atDesk<Made>(work: (at: AtDesk) => Promise<Made>): Promise<Made>;
  /** Somebody asks for leave: a journey of three days in December, unless something else is given. */
  ask(who: Who, given?: Partial<NewLeave>): Promise<Leave>;
  /** Plans an executive meeting on the morning of 2 December. */
  meeting(presider?: string): Promise<number>;
  /** Somebody whom the rules send to nobody is known to be away for a day. */
  away(who: Who, on: string): Promise<void>;
  leave(number: number): Promise<Leave>;
  as(who: Who, line: string): Promise<Reply>;
  visitorOf(who: Who): Visitor;
  /** What is in the outbox for somebody, oldest first. */
  to(who: Who): Promise<readonly Reply[]>;
  /** Sets the clock and lets a minute's work be done. */
  at(instant: string): Promise<void>;
}

export const day = (text: string): Day => text as Day;

async function draftOf(who: Who, given: Partial<NewLeave>, { records, now }: AtDesk): Promise<Leave> {
  const [tenure] = (await personById(records, people[who].id))?.tenures ?? [];
  const usual = {
    person: people[who].id,
    post: tenure?.post ?? "",
    title: tenure?.title ?? "",
    department: tenure?.department ?? "",
    occasion: "going-away",
    purpose: "private",
    meeting: null,
    event: "",
    presider: null,
    span: { from: day("2026-12-01"), fromHalf: "am", until: day("2026-12-03"), untilHalf: "pm" },
    ...secrets,
    status: "draft",
    replaces: null,
  } as const;
  return addLeave(records, { ...usual, ...given }, "changzhou-2017 2017", now);
}

export async function leaveOffice(place?: Place): Promise<LeaveOffice> {
  const office = await startOffice(place);
  if ((await office.events()).length === 0) {
    await office.importRoster();
    for (const { visitor: from, id } of Object.values(people)) await office.link(from, id);
  }
  const { rulebook, calendar } = office.app;
  const atDesk: LeaveOffice["atDesk"] = (work) =>
    office.running.store.transaction(async (records) => {
      const settings = readOfficeSettings(await readSettings(records));
      const now = office.now();
      const { post } = gather({}, records, now);
      return work(openScene(records, { now, settings, calendar, rulebook, meantFor: now, post }));
    });
  return {
    ...office,
    atDesk,
    ask: (who, given = {}) =>
      atDesk(async (at) => {
        const sent = await sendLeave(await draftOf(who, given, at), at);
        if (sent.kind !== "sent") throw new Error(`not sent: ${sent.kind}`);
        return sent.leave;
      }),
    away: (who, on) =>
      atDesk(async (at) => {
        const span = { from: day(on), fromHalf: "am", until: day(on), untilHalf: "pm" } as const;
        await draftOf(who, { span, status: "noted" }, at);
      }),
    meeting: (presider = "mayor") =>
      atDesk(async ({ records, now }) => {
        const given = {
          type: "executive-meeting",
          title: "市政府第 58 次常务会议",
          day: day("2026-12-02"),
          fromMinute: 9 * 60,
          untilMinute: 11 * 60,
          place: "行政中心 1 号会议室",
          presider,
          invited: [],
        };
        return (await addMeeting(records, given, "person:1009", now)).number;
      }),
    leave: (number) =>
      atDesk(async ({ records }) => {
        const found = await leaveNumbered(records, number);
        if (!found) throw new Error(`there is no request ${number}`);
        return found;
      }),
    as: (who, line) => office.type(line, people[who].visitor),
    visitorOf: (who) => people[who].visitor,
    to: async (who) =>
      (await office.messages()).filter(({ to }) => to === `person:${people[who].id}`).map(({ reply }) => reply),
    async at(instant) {
      office.setClock(instant);
      await office.running.tick();
    },
  };
}

/** Somebody as the platform knows them, speaking another language. */
export const speaking = (who: Who, locale: Visitor["locale"]): Visitor => ({
  ...people[who].visitor,
  ...(locale ? { locale } : {}),
});

export { routeOf };
