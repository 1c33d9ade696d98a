import { weekdayOf } from "../dates.ts";
import type { Leave, Span } from "../leave/leave.ts";
import { lateness } from "../leave/limits.ts";
import { lengthOf } from "../leave/span.ts";
import { workingDaysOf } from "../leave/working-days.ts";
import { type Block, paragraph } from "../reply.ts";
import { leaveNumbered } from "../store/leave.ts";
import { meetingNumbered } from "../store/meetings.ts";
import type { Asker } from "./asker.ts";
import { occasionName } from "./card.ts";
import { halfOf } from "./roll.ts";

/** What a draft says, field by field. */
export async function fieldsOf(draft: Leave, { at, context, visit }: Asker): Promise<readonly string[]> {
  const { wording, calendar } = context;
  const { leave, leaveRequest: words } = wording;
  const { fields } = leave;
  const meeting = draft.meeting === null ? undefined : await meetingNumbered(visit.records, draft.meeting);
  const { from, until } = draft.span;
  const trip = draft.occasion === at.rulebook.data.leave?.trip;
  const working = trip ? workingDaysOf(draft.span, calendar) : undefined;
  const days = leave.days(lengthOf(draft.span));
  const length = working === undefined ? days : words.workingDays(days, working);
  const old = draft.replaces === null ? undefined : await leaveNumbered(visit.records, draft.replaces);
  const shown: readonly (readonly [string, string])[] = [
    [fields.who, leave.person(visit.actor.person?.name ?? "", draft.title)],
    [fields.occasion, occasionName(draft.occasion, at, wording)],
    [fields.meeting, meeting?.title ?? draft.event],
    [fields.days, `${words.spanWithWeekdays(draft.span, weekdayOf(from), weekdayOf(until))} · ${length}`],
    [fields.purpose, draft.purpose === null ? "" : leave.purposes[draft.purpose]],
    [fields.place, draft.place],
    [fields.reason, draft.reason],
    [fields.changes, old ? words.preview.changes(leave.number(old.number), leave.span(old.span)) : ""],
  ];
  return shown.flatMap(([name, value]) => (value === "" ? [] : [wording.labelled(name, value)]));
}

/** That leave is asked for late. */
export function lateBlocks(span: Span, { at, context }: Asker): readonly Block[] {
  const late = lateness(span, at.today, halfOf(at.now, at.settings.timeZone));
  return late ? [paragraph(context.wording.leaveRequest.preview[late])] : [];
}
