import { normalise } from "../ask/tokens.ts";
import type { Choice, Context } from "../command.ts";
import { plusDays } from "../dates.ts";
import { meetingTime } from "../find-meetings.ts";
import type { Meeting } from "../meetings/meeting.ts";
import { dueTo } from "../meetings/minutes-course.ts";
import { refusal } from "../office/permissions.ts";
import type { Reply } from "../reply.ts";
import { meetingsBetween } from "../store/meetings.ts";
import { minutesOf } from "../store/minutes.ts";
import type { Visit } from "../visit.ts";
import { wordingFor } from "../wording/wording.ts";
import { chooseMeeting } from "./choose.ts";
import { beginOf } from "./reminder.ts";

/** Meetings are looked at for so many days: minutes of older ones are named by their number. */
const lookedBack = 90;

/** Meetings whose minutes wait for whoever asks; for whoever plans meetings all that were held and are not issued. */
async function open(visit: Visit, { rulebook }: Pick<Context, "rulebook">): Promise<readonly Meeting[]> {
  const plans = refusal("meeting.plan", visit.actor, rulebook.data.permissions) === undefined;
  const held = (await meetingsBetween(visit.records, plusDays(visit.today, -lookedBack), visit.today)).filter(
    (each) => beginOf(each, visit.settings.timeZone) <= visit.now,
  );
  const own = visit.actor.person?.id;
  const found: Meeting[] = [];
  for (const each of held) {
    const minutes = await minutesOf(visit.records, each.number);
    const waits = minutes !== undefined && own !== undefined && dueTo(minutes) === own;
    if (waits || (plans && minutes?.status !== "issued")) found.push(each);
  }
  return found.toReversed();
}

export async function whichMinutes(visit: Visit, context: Context): Promise<Reply> {
  const words = context.wording.meetings.minutes.which;
  const choosing = { which: words.which, none: words.none, button: words.button, command: "meeting minutes" };
  return chooseMeeting(await open(visit, context), choosing, context);
}

export async function suggestMinutes(typed: string, context: Context): Promise<readonly Choice[]> {
  const { visit, language } = context;
  if (!visit) return [];
  const wording = wordingFor(language);
  return (await open(visit, context))
    .map((each) => ({
      label: `${wording.leave.number(each.number)} ${each.title} ${meetingTime(each, wording)}`,
      value: String(each.number),
    }))
    .filter(({ label }) => normalise(label).includes(normalise(typed)));
}

/** The round that a button was shown in; undefined where it was typed. */
export const roundIn = (typed: string): number | undefined => (/^\d{1,9}$/.test(typed) ? Number(typed) : undefined);
