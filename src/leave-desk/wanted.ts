import type { Context } from "../command.ts";
import { InputError } from "../errors.ts";
import type { Leave, Purpose, Span } from "../leave/leave.ts";
import { limitOf, mostPast } from "../leave/limits.ts";
import { namesHoliday } from "../leave/read-day.ts";
import { readSpan, type SpanReading } from "../leave/read-span.ts";
import { touches } from "../leave/span.ts";
import { calledAs, type Meeting, spanOf } from "../meetings/meeting.ts";
import { meetingType } from "../meetings/types.ts";
import { optionName } from "../options.ts";
import { meetingNumbered, meetingsBetween } from "../store/meetings.ts";
import { repeated } from "../text.ts";
import type { Asker } from "./asker.ts";
import { occasionName } from "./card.ts";
import { occasionNamed, occasionNames, presiderNamed, presiderNames } from "./occasions.ts";

/** The fields of a request as they were typed; "" where nothing was. */
export interface Typed {
  readonly from: string;
  readonly until: string;
  readonly purpose?: Purpose | undefined;
  readonly place: string;
  readonly reason: string;
  readonly occasion: string;
  readonly meeting: string;
  readonly event: string;
  readonly presider: string;
}

/** What somebody asks for. */
export interface Wanted
  extends Pick<Leave, "occasion" | "purpose" | "meeting" | "event" | "presider" | "span" | "place" | "reason"> {
  /** The beginning was typed without its year. */
  readonly withoutYear: boolean;
  /** The post by which the rules call them to the meeting. */
  readonly calledBy?: string;
}

/** In characters. */
export const longest = { place: 200, event: 200, reason: 2000 } as const;

/** Reads what was typed. Throws an InputError that names the field. */
export async function readWanted(typed: Typed, asker: Asker): Promise<Wanted> {
  const { rulebook, wording, language } = asker.context;
  const { form } = wording.leaveRequest;
  const { leave } = rulebook.data;
  const field = (name: keyof Typed) => fieldName(name, asker.context);
  for (const name of ["place", "event", "reason"] as const)
    if (typed[name].length > longest[name]) throw new InputError(form.tooLong(field(name), longest[name]), name);
  const given = typed.occasion.trim() === "" ? undefined : occasionNamed(typed.occasion, rulebook);
  if (typed.occasion.trim() !== "" && given === undefined)
    throw new InputError(form.noOccasion(repeated(typed.occasion), occasionNames(rulebook, language)), "occasion");
  const event = typed.event.trim();
  const meant = await meetingMeant(typed, given, asker);
  const ofMeeting = meant && meetingType(meant.type, rulebook).occasion;
  const occasion = given ?? ofMeeting ?? (event === "" ? leave?.trip : leave?.event) ?? leave?.trip ?? "";
  const trip = occasion === leave?.trip;
  if (meant && ofMeeting === undefined)
    throw new InputError(form.meetingSilent(wording.leave.number(meant.number)), "meeting");
  if (meant && ofMeeting !== undefined && ofMeeting !== occasion)
    throw new InputError(
      form.meetingIs(wording.leave.number(meant.number), occasionName(ofMeeting, asker.at, wording)),
      "occasion",
    );
  if (occasion === leave?.event && event === "" && !meant) throw new InputError(form.eventNeeded, "event");
  for (const name of ["event", "presider"] as const)
    if (trip && typed[name].trim() !== "") throw new InputError(form.onlyMeetings(field(name)), name);
  const presider = typed.presider.trim() === "" ? null : presiderNamed(typed.presider, rulebook);
  if (presider === undefined)
    throw new InputError(form.noPresider(repeated(typed.presider), presiderNames(rulebook, language)), "presider");
  const calledBy = meant && calledAs(asker.person, meant, rulebook);
  return {
    ...(meant ? { span: spanOf(meant), withoutYear: false } : daysTyped(typed, asker)),
    occasion,
    purpose: typed.purpose ?? null,
    meeting: meant?.number ?? null,
    event: meant ? "" : event,
    presider: meant?.presider ?? presider,
    place: typed.place.trim(),
    reason: typed.reason.trim(),
    ...(calledBy === undefined || calledBy === "invited" ? {} : { calledBy }),
  };
}

/** What an option of the request is called in the reader's language. */
export function fieldName(name: string, { commands, language }: Context): string {
  const command = commands.find(({ path }) => path === "leave request");
  return command ? optionName(command, name, language) : name;
}

function daysTyped({ from, until }: Pick<Typed, "from" | "until">, asker: Asker): Pick<Wanted, "span" | "withoutYear"> {
  const read = readSpan(from, until, asker.visit.today);
  return { span: acceptable(read, asker), withoutYear: read.kind === "span" && read.withoutYear };
}

/** The days when they can be asked for. `began`: where the beginning stays as it is, it does not matter when that was. */
export function acceptable(read: SpanReading, { context, visit }: Asker, began = false): Span {
  const { leaveRequest, leave } = context.wording;
  const { form } = leaveRequest;
  const name = (field: string) => fieldName(field, context);
  if (read.kind === "unreadable") {
    const told = namesHoliday(read.typed) ? form.holiday : form.unreadable;
    throw new InputError(told(name(read.field), repeated(read.typed)), read.field);
  }
  const { span } = read;
  const half = (day: Span["from"], at: Span["fromHalf"]) =>
    leave.span({ from: day, fromHalf: at, until: day, untilHalf: at });
  if (read.kind === "backwards")
    throw new InputError(
      form.backwards(name(read.field), half(span.from, span.fromHalf), half(span.until, span.untilHalf)),
      read.field,
    );
  const limit = limitOf(span, visit.today);
  if (limit === "far" && !began) throw new InputError(form.far(name("from"), span.from), "from");
  if (limit === "past" && !began) throw new InputError(form.past(name("from"), span.from, mostPast), "from");
  if (limit === "long") throw new InputError(form.long(name("until")), "until");
  return span;
}

/** The meeting that is meant: by its number, or the only one of its kind on the days at which one must be. */
async function meetingMeant(typed: Typed, occasion: string | undefined, asker: Asker): Promise<Meeting | undefined> {
  const { visit, person, context } = asker;
  const { wording, rulebook } = context;
  const { form } = wording.leaveRequest;
  const mustAttend = (each: Meeting) => !each.cancelledAt && calledAs(person, each, rulebook) !== undefined;
  if (typed.meeting.trim() !== "") {
    const number = Number(typed.meeting.match(/^\D*(\d{1,9})\D*$/u)?.[1]);
    const found = Number.isInteger(number) ? await meetingNumbered(visit.records, number) : undefined;
    // whoever need not attend is not told that there is one
    if (!found || !mustAttend(found)) throw new InputError(form.noMeeting(repeated(typed.meeting)), "meeting");
    if (typed.from.trim() !== "" && !touches(daysTyped(typed, asker).span, found.day))
      throw new InputError(form.meetingOn(wording.leave.number(found.number), found.day), "from");
    acceptable({ kind: "span", span: spanOf(found), withoutYear: false }, asker);
    return found;
  }
  if (occasion === undefined || occasion === rulebook.data.leave?.trip || typed.event.trim() !== "") return undefined;
  const { span } = daysTyped(typed, asker);
  const same = (await meetingsBetween(visit.records, span.from, span.until)).filter(
    (each) => meetingType(each.type, rulebook).occasion === occasion && mustAttend(each),
  );
  return same.length === 1 ? same[0] : undefined;
}
