import type { Leave } from "../leave/leave.ts";
import { overlaps } from "../leave/span.ts";
import { calledAs, type Meeting, spanOf } from "../meetings/meeting.ts";
import { meetingType } from "../meetings/types.ts";
import { type Block, type Button, paragraph } from "../reply.ts";
import { addLeave } from "../store/leave.ts";
import { meetingNumbered } from "../store/meetings.ts";
import { asTyped } from "./as-typed.ts";
import type { Asker } from "./asker.ts";
import { clashesOf } from "./clashes.ts";
import { meetingRoute, tenureCalled } from "./conflict-blocks.ts";
import { rulesOf } from "./draft.ts";
import { sendLeave } from "./send.ts";
import { deciderName } from "./why.ts";

/** Meetings of the days of a journey from which leave is not asked for yet. */
export async function meetingsLeft(leave: Leave, { at, person }: Asker): Promise<readonly Meeting[]> {
  const conflicts = await clashesOf(leave, person, at);
  return conflicts.flatMap((each) => (each.kind === "meeting" ? [each.meeting] : []));
}

/** Buttons that ask for leave from meetings of the days, with the same reason. */
export function meetingButtons(meetings: readonly Meeting[], leave: Leave, { context }: Asker): readonly Button[] {
  const { leave: words, leaveRequest } = context.wording;
  const { purpose, place, reason } = asTyped(leave);
  const same = Object.entries({ purpose, place, reason }).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return meetings.map(({ number }) => ({
    label: leaveRequest.buttons.meetingLeave(words.number(number)),
    command: "leave request",
    options: { meeting: String(number), ...Object.fromEntries(same) },
  }));
}

/** Asks for leave from a meeting during a journey; says so when that is not possible any more. */
export async function sendForMeeting(number: number, trip: Leave, asker: Asker): Promise<readonly Block[]> {
  const { at, context, person } = asker;
  const { wording, rulebook } = context;
  const words = wording.leaveRequest.sent;
  const meeting = await meetingNumbered(at.records, number);
  const called = meeting && !meeting.cancelledAt && calledAs(person, meeting, rulebook) !== undefined;
  if (!called || !overlaps(spanOf(meeting), trip.span)) return [];
  const { occasion } = meetingType(meeting.type, rulebook);
  if (occasion === undefined) return [];
  const { post, title, department } = tenureCalled(meeting, trip, asker);
  const asked = {
    person: person.id,
    post,
    title: title || trip.title,
    department,
    occasion,
    purpose: trip.purpose,
    meeting: number,
    event: "",
    presider: meeting.presider,
    span: spanOf(meeting),
    place: trip.place,
    reason: trip.reason,
    replaces: null,
  };
  if ((await clashesOf({ ...asked, number: 0 }, person, at)).some(({ kind }) => kind === "asked")) return [];
  const notSent = [paragraph(words.meetingNot(meeting.title))];
  if ((await meetingRoute(meeting, trip, asker)).kind !== "asks") return notSent;
  const draft = await addLeave(at.records, { ...asked, status: "draft", trip: trip.trip }, rulesOf(rulebook), at.now);
  const sent = await sendLeave(draft, at);
  if (sent.kind !== "sent") return notSent;
  const who = deciderName(sent.route.to, { rulebook, wording, today: at.today });
  return [paragraph(words.to(`${wording.leave.number(draft.number)} (${meeting.title})`, who))];
}
