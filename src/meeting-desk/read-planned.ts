import { normalise } from "../ask/tokens.ts";
import type { Context } from "../command.ts";
import { minutesOf, plusDays } from "../dates.ts";
import { InputError } from "../errors.ts";
import { meetingTime } from "../find-meetings.ts";
import { readMark } from "../leave/read-day.ts";
import { presiderNamed } from "../leave-desk/occasions.ts";
import type { PlannedMeeting } from "../meetings/meeting.ts";
import { type MeetingReminders, readReminders } from "../meetings/read-reminders.ts";
import { readTime } from "../meetings/read-time.ts";
import { meetingType, meetingTypeName, meetingTypeNamed, meetingTypes } from "../meetings/types.ts";
import { postName, postNamed } from "../office/posts.ts";
import { optionName } from "../options.ts";
import { everybody } from "../store/people.ts";
import { repeated } from "../text.ts";
import type { Visit } from "../visit.ts";
import { invitedIn } from "./invited.ts";

/** A meeting as it was typed. */
export interface Planned {
  readonly type: string;
  readonly day: string;
  readonly time: string;
  readonly title: string;
  readonly presider: string;
  readonly place: string;
  readonly invited: string;
  /** The last day of a meeting of several days. */
  readonly until: string;
  /** Whether it has a visit on site: "yes" or "no". */
  readonly visit: string;
  readonly department: string;
  /** "2d, 1h", "none"; "": as the office has it. */
  readonly reminders: string;
  /** What whoever plans it says to be so, as ids with commas: see confirmations. */
  readonly confirmed: string;
}

/** In characters. */
const longest = { title: 200, place: 200 } as const;

/** The last day of a meeting is at most so many after its first. */
const mostDays = 14;

/** Reads what was typed. Throws an InputError that names the field. */
export async function readPlanned(typed: Planned, visit: Visit, context: Context): Promise<PlannedMeeting> {
  const { wording, language, rulebook, commands } = context;
  const words = wording.meetings.plan;
  const type = meetingTypeNamed(typed.type, rulebook);
  if (type === undefined) {
    const known = meetingTypes(rulebook).map((each) => meetingTypeName(each, rulebook, language));
    throw new InputError(words.noType(repeated(typed.type), known), "type");
  }
  const day = readMark(typed.day, { today: visit.today })?.day;
  if (day === undefined) throw new InputError(words.noDay(repeated(typed.day)), "day");
  const time = readTime(typed.time);
  if (!time) throw new InputError(words.noTime(repeated(typed.time)), "time");
  const minutes = { fromMinute: time.from, untilMinute: time.until };
  const over = day === visit.today && time.until <= minutesOf(visit.now, visit.settings.timeZone);
  if (day < visit.today || over)
    throw new InputError(words.past(meetingTime({ day, ...minutes }, wording)), over ? "time" : "day");
  const untilDay = typed.until.trim() === "" ? day : readMark(typed.until, { today: visit.today })?.day;
  if (untilDay === undefined || untilDay < day || untilDay > plusDays(day, mostDays))
    throw new InputError(words.noUntil(repeated(typed.until)), "until");
  const reminders = remindersIn(typed.reminders, context);
  const department = await departmentNamed(typed.department, type, visit, context);
  const { posts } = rulebook.data;
  const presider = typed.presider.trim() === "" ? null : postOf(typed.presider, context);
  if (presider === undefined) {
    const known = Object.keys(posts).map((each) => postName(each, posts, language));
    throw new InputError(words.noPresider(repeated(typed.presider), known.slice(0, 6)), "presider");
  }
  const command = commands.find(({ path }) => path === "meeting plan");
  for (const name of ["title", "place"] as const)
    if (typed[name].length > longest[name])
      throw new InputError(words.tooLong(command ? optionName(command, name, language) : name, longest[name]), name);
  const invited = await invitedIn(typed.invited, day, visit, context);
  const [title, place] = [typed.title.trim(), typed.place.trim()];
  return {
    ...{ type, title, day, ...minutes, place, presider, invited: invited.map(({ id }) => id) },
    ...(untilDay !== day && { untilDay }),
    ...(typed.visit === "yes" && { siteVisit: true as const }),
    ...(department !== undefined && { department }),
    ...(reminders && { reminders }),
  };
}

/** When its people are reminded; undefined: as the office has it. */
function remindersIn(typed: string, { wording }: Context): MeetingReminders | undefined {
  if (typed.trim() === "") return undefined;
  const reminders = readReminders(typed);
  if (!reminders) throw new InputError(wording.meetings.reminders.unreadable(repeated(typed)), "reminders");
  return reminders;
}

/** Who holds it, as the roster writes it; undefined: the government does. */
async function departmentNamed(
  typed: string,
  type: string,
  { records }: Visit,
  { wording, rulebook, language }: Context,
): Promise<string | undefined> {
  const words = wording.meetings.plan;
  const ofDepartment = meetingType(type, rulebook).organiser === "department";
  if (typed.trim() === "") {
    if (!ofDepartment) return undefined;
    throw new InputError(words.needsDepartment(meetingTypeName(type, rulebook, language)), "department");
  }
  // whoever else helps with a meeting of the government, it is the government's
  if (!ofDepartment) return undefined;
  const known = (await everybody(records)).flatMap(({ tenures }) => tenures.map(({ department }) => department));
  const named = [...new Set(known)].filter((each) => each !== "");
  const found = named.find((each) => normalise(each) === normalise(typed));
  if (found === undefined) throw new InputError(words.noDepartment(repeated(typed), named.slice(0, 6)), "department");
  return found;
}

const postOf = (typed: string, { rulebook }: Context): string | undefined =>
  postNamed(typed, rulebook.data.posts) ?? presiderNamed(typed, rulebook);
