import {
  at,
  type Date8,
  dayIn,
  instant,
  type Minute,
  minutesLater,
  timeIn,
  workingDay,
  workingDaysOf,
} from "./calendar.ts";
import { audience, director, type Held, mayor, people, secretaryGeneral, type Type } from "./script.ts";

/** What should come to whom, on which platform, and in which minute. */
export interface Expected {
  readonly kind: Kind;
  readonly title: string;
  /** The id of a person, or "channel". */
  readonly to: string;
  readonly platform: string;
  readonly at: Minute;
}

export const kinds = [
  "notice",
  "asked to reply",
  "how it stands",
  "changed",
  "cancelled",
  "a working day before",
  "an hour before",
  "are you there?",
  "who was there",
  "to review",
  "to sign",
  "to issue",
  "waits for days",
  "is it public?",
  "not planned",
] as const;
export type Kind = (typeof kinds)[number];

const platformOf = (id: string): string =>
  id === "channel" ? "slack" : (people.find((each) => each.id === id)?.platform ?? "");

/** Counts by the script and somebody else's calendar alone what the year must bring. */
export function expectedOf(year: readonly Held[]): readonly Expected[] {
  return [...year.flatMap((held) => [...aroundMeeting(held), ...aroundMinutes(held)]), ...notPlanned(year)];
}

type Coming = Omit<Expected, "platform" | "title">;
const whole = ({ title }: Held, some: readonly Coming[]): readonly Expected[] =>
  some.map((each) => ({ ...each, title, platform: platformOf(each.to) }));

function aroundMeeting(held: Held): readonly Expected[] {
  const { announced, day, from, until, moved, cancelled, replies, leaves } = held;
  const all = audience(held);
  const asked = all.filter((person) => !(person === mayor && held.presider === "mayor"));
  const coming: Coming[] = [];
  const everybody = (kind: Kind, when: Minute, some = all, channel = true) => {
    for (const to of some) coming.push({ kind, to, at: when });
    if (channel) coming.push({ kind, to: "channel", at: when });
  };
  // until when what was announced holds: until it is moved or cancelled
  const periods: { readonly since: Minute; readonly day: string; readonly end?: Minute; readonly again: boolean }[] = [
    { since: announced, day, ...((moved?.at ?? cancelled) && { end: moved?.at ?? cancelled }), again: false } as never,
    ...(moved ? [{ since: moved.at, day: moved.to, again: true }] : []),
  ];
  everybody("notice", announced);
  if (moved) everybody("changed", moved.at);
  if (cancelled) everybody("cancelled", cancelled);
  for (const { since, day: on, end, again } of periods) {
    const goes = (when: Minute): boolean => when > since && (end === undefined || when < end);
    const begins = at(on, from);
    const before = at(workingDay(on, -1), from);
    const away = (person: string, when: Minute) =>
      leaves.some((each) => each.person === person && each.approved < when);
    const nudge = at(workingDay(dayIn(since), 1), timeIn(since));
    if (goes(nudge) && nudge < before) {
      const silent = asked.filter(
        (person) =>
          !leaves.some((each) => each.person === person && each.asked < nudge) &&
          (again || !((replies.get(person) ?? "9") < nudge)),
      );
      if (silent.length > 0) {
        everybody("asked to reply", nudge, silent, false);
        coming.push({ kind: "how it stands", to: director, at: nudge });
      }
    }
    for (const [kind, when, channel] of [
      ["a working day before", before, true],
      ["an hour before", minutesLater(begins, -60), true],
      ["are you there?", minutesLater(begins, -10), false],
    ] as const)
      if (goes(when))
        everybody(
          kind,
          when,
          all.filter((person) => !away(person, when)),
          channel,
        );
    const over = minutesLater(at(on, until), 15);
    if (goes(over)) coming.push({ kind: "who was there", to: director, at: over });
  }
  return whole(held, coming);
}

function aroundMinutes(held: Held): readonly Expected[] {
  const { minutes } = held;
  if (!minutes) return [];
  const { drafted, reviewed, signed, issued, published, reviewer } = minutes;
  const coming: Coming[] = [];
  const lies = (kind: Kind, to: string, since: Minute, until: Minute) => {
    let when = since;
    for (let count = 0; when < until; count++) {
      coming.push({ kind, to, at: when });
      if (count === 3 && to !== director) coming.push({ kind: "waits for days", to: director, at: when });
      when = at(workingDay(dayIn(when), 1), timeIn(when));
    }
  };
  lies("to review", reviewer, drafted, reviewed);
  lies("to sign", mayor, reviewed, signed);
  lies("to issue", director, signed, issued);
  if (published)
    for (let when = twoDaysLater(issued); when < published; when = twoDaysLater(when))
      coming.push({ kind: "is it public?", to: director, at: when });
  return whole(held, coming);
}

/** When the office is opened for the first time: of what was to be told before, nothing is. */
const opened = "2026-01-01T09:05";
const monthNames = "January February March April May June July August September October November December".split(" ");

/** What whoever plans meetings is told of those that are not planned which Arts. 41 to 43 want held. */
function notPlanned(year: readonly Held[]): readonly Expected[] {
  const coming: Expected[] = [];
  const look = (type: Type, says: string, months: readonly string[], when: Minute) => {
    const dayThen = ({ day, moved }: Held): Date8 => (moved && moved.at <= when ? moved.to : day);
    const stands = year.some(
      (held) =>
        held.type === type &&
        held.planned <= when &&
        !(held.cancelled && held.cancelled <= when) &&
        months.includes(dayThen(held).slice(0, 7)),
    );
    if (stands || when <= opened) return;
    for (const to of [secretaryGeneral, director])
      coming.push({ kind: "not planned", title: says, to, platform: platformOf(to), at: when });
  };
  const morning = (month: string, fromEnd: number): Minute => at(workingDaysOf(month).at(-fromEnd) ?? "", "09:00");
  const yet = "is not planned yet.";
  const still = "is still not planned, and the last two working days have begun.";
  const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, "0")}`);
  for (const [index, month] of months.entries()) {
    const name = `${monthNames[index]} 2026`;
    look("executive-meeting", `For ${name}, the executive meeting ${yet}`, [month], morning(month, 7));
    look("executive-meeting", `For ${name}, the executive meeting ${still}`, [month], morning(month, 2));
    look("mayors-office-meeting", `For ${name}, the mayor's office meeting ${still}`, [month], morning(month, 2));
    const next = months[index + 1] ?? "2027-01";
    const nextName = index === 11 ? "January 2027" : `${monthNames[index + 1]} 2026`;
    look("mayors-office-meeting", `For ${nextName}, the mayor's office meeting ${yet}`, [next], morning(month, 7));
  }
  for (const [half, first] of [["first", 0] as const, ["second", 6] as const]) {
    const own = months.slice(first, first + 6);
    const says = `For the ${half} half of 2026, the plenary meeting`;
    look("plenary-meeting", `${says} ${yet}`, own, at(workingDaysOf(own[4] ?? "")[0] ?? "", "09:00"));
    look("plenary-meeting", `${says} ${still}`, own, morning(own[5] ?? "", 2));
  }
  return coming;
}

const twoDaysLater = (when: Minute): Minute => at(workingDay(dayIn(when), 2), timeIn(when));

/** As one line, by which what came and what should come are compared. */
export const line = ({ kind, title, to, platform, at: when }: Expected): string =>
  `${when} ${platform} ${to} ${kind}: ${title}`;

export { instant };
