import { minuteOf } from "../dates.ts";
import type { Leave } from "../leave/leave.ts";
import { peopleById } from "../store/people.ts";
import type { Wording } from "../wording/wording.ts";
import type { AtDesk } from "./at-desk.ts";
import { occasionName } from "./card.ts";

/** A request in one line, without reason and place: its number, whoever asks, the occasion, the days, since when. */
export async function requestLine(leave: Leave, at: AtDesk, wording: Wording): Promise<string> {
  const [person] = await peopleById(at.records, [leave.person]);
  return [
    wording.leave.number(leave.number),
    wording.leave.person(person?.name ?? leave.person, leave.title),
    occasionName(leave.occasion, at, wording),
    wording.leave.span(leave.span),
    wording.decisions.nudge.since(minuteOf(leave.askedAt ?? leave.madeAt, at.settings.timeZone)),
  ].join(" · ");
}
