import { minuteOf } from "../dates.ts";
import type { Leave } from "../leave/leave.ts";
import { decidersOf, type Route } from "../leave/route.ts";
import { lengthOf } from "../leave/span.ts";
import { personById } from "../store/people.ts";
import type { Wording } from "../wording/wording.ts";
import type { AtDesk } from "./at-desk.ts";
import { occasionName } from "./card.ts";
import { returnedLine } from "./returned-line.ts";
import { deciderName } from "./why.ts";

/** What those see of a request who look after the office's leave and do not decide: no purpose, place, reason, words. */
export function publicLines(leave: Leave, name: string, at: AtDesk, wording: Wording): readonly string[] {
  const { fields, statuses, person, span, days } = wording.leave;
  const { labelled } = wording;
  return [
    labelled(fields.who, person(name, leave.title)),
    labelled(fields.occasion, occasionName(leave.occasion, at, wording)),
    labelled(fields.days, `${span(leave.span)} · ${days(lengthOf(leave.span))}`),
    labelled(wording.decisions.fields.status, statuses[leave.status]),
    ...(leave.askedAt
      ? [labelled(fields.askedAt, wording.leave.moment(minuteOf(leave.askedAt, at.settings.timeZone)))]
      : []),
    ...(leave.returned ? [labelled(fields.returned, returnedLine(leave, at, wording))] : []),
  ];
}

/** "It waits for 谢秉章 (secretary-general)", or for the answer of whoever asked. */
export async function waitsWith(leave: Leave, route: Route, at: AtDesk, wording: Wording): Promise<string> {
  const { rulebook, today, records } = at;
  const name = async (id: string) => (await personById(records, id))?.name ?? id;
  if (leave.status === "questioned")
    return wording.decisions.waitsForAnswer(wording.leave.person(await name(leave.person), leave.title));
  const decider = decidersOf(route).find(({ person }) => person.id === leave.approver);
  if (decider) return wording.decisions.waitsFor(deciderName(decider, { rulebook, wording, today }));
  if (leave.approver === null) return wording.decisions.waitsForNobody;
  return route.kind === "asks"
    ? wording.decisions.waitsFor(deciderName(route.to, { rulebook, wording, today }))
    : wording.decisions.wasAsked(await name(leave.approver));
}
