import { createApp } from "../../src/app.ts";
import { defaultRulebook } from "../../src/config.ts";
import type { Leave } from "../../src/leave/leave.ts";
import { calledTo } from "../../src/meeting-desk/attending.ts";
import type { Recorded } from "../../src/meetings/attendance.ts";
import type { Meeting } from "../../src/meetings/meeting.ts";
import type { MinutesOnWay, MinutesStep } from "../../src/meetings/minutes-course.ts";
import { attendanceAt } from "../../src/store/attendance.ts";
import { leavesWhere } from "../../src/store/leave.ts";
import { meetingNumbered, repliesTo } from "../../src/store/meetings.ts";
import { minutesOf, minutesSteps } from "../../src/store/minutes.ts";
import type { Records, Store } from "../../src/store/store.ts";
import { quietLog } from "../support/app.ts";
import { type KeptEvent, type KeptRecords, readRecords } from "../support/kept-records.ts";
import type { Gathering } from "./gatherings.ts";

const { rulebook } = createApp(
  { rulebookFolder: defaultRulebook },
  quietLog((error) => {
    throw error;
  }),
);

/** A meeting with all that the records know of it. */
export interface KeptMeeting {
  readonly gathering: Gathering;
  readonly meeting: Meeting;
  /** Who was called to it at first, and who is called to it now: ids. */
  readonly before: readonly string[];
  readonly called: readonly string[];
  readonly replies: ReadonlySet<string>;
  readonly attendance: ReadonlyMap<string, Recorded>;
  readonly leaves: readonly Leave[];
  readonly minutes: MinutesOnWay | undefined;
  readonly steps: readonly MinutesStep[];
  readonly events: readonly KeptEvent[];
}

export interface Kept extends KeptRecords {
  readonly titles: readonly string[];
  readonly meetings: readonly KeptMeeting[];
}

async function readMeeting(
  gathering: Gathering,
  events: readonly KeptEvent[],
  records: Records,
): Promise<KeptMeeting[]> {
  const { number = 0 } = gathering;
  const meeting = await meetingNumbered(records, number);
  if (!meeting) return [];
  const idsOf = async (one: Meeting) => (await calledTo(one, { records, rulebook })).map(({ person }) => person.id);
  return [
    {
      ...{ gathering, meeting },
      before: await idsOf({ ...meeting, invited: gathering.invited }),
      called: await idsOf(meeting),
      replies: await repliesTo(records, number),
      attendance: await attendanceAt(records, number),
      leaves: await leavesWhere(records, { meeting: number }),
      minutes: await minutesOf(records, number),
      steps: await minutesSteps(records, number),
      events: events.filter(({ subject }) => subject === `meeting:${number}`),
    },
  ];
}

export const readKept = (store: Store, gatherings: readonly Gathering[]): Promise<Kept> =>
  store.look(async (records) => {
    const kept = await readRecords(records);
    const meetings: KeptMeeting[] = [];
    for (const each of gatherings) meetings.push(...(await readMeeting(each, kept.events, records)));
    const titles = await records.db.selectFrom("meeting").select("title").execute();
    return { ...kept, meetings, titles: titles.map(({ title }) => title) };
  });
