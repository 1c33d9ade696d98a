import { quotes } from "../ask/sources.ts";
import { minuteOf, weekdayOf } from "../dates.ts";
import { cardOf, isGranted, isOpen, type Leave } from "../leave/leave.ts";
import { lengthOf } from "../leave/span.ts";
import { mayNameSubstitute } from "../leave/substitute.ts";
import type { Meeting } from "../meetings/meeting.ts";
import { personName } from "../office/people.ts";
import { type Button, note, point, type Reply, reply } from "../reply.ts";
import { leaveWords } from "../store/leave.ts";
import { meetingNumbered } from "../store/meetings.ts";
import { peopleById } from "../store/people.ts";
import { inLanguage } from "../text.ts";
import { type Wording, wordingFor } from "../wording/wording.ts";
import type { AtDesk } from "./at-desk.ts";
import { mayNameNow, onCard, requesterLines, wordBlocks } from "./card-lines.ts";
import { decidedLine } from "./decided-by.ts";
import { returnedLine } from "./returned-line.ts";

/** As what somebody sees a request: whoever asked, or somebody who decides or could. */
export type Reader = "requester" | "decider";

/**
 * A request as it stands, for somebody who may see all of it, with what they can do about it. Long texts are not shown
 * whole, unless `whole`: a card is one message, which can be brought up to date.
 */
export async function leaveCard(
  leave: Leave,
  reader: Reader,
  at: AtDesk,
  wording: Wording,
  { whole = false }: { readonly whole?: boolean } = {},
): Promise<Reply> {
  const { records, rulebook, settings } = at;
  const { titles, number } = wording.leave;
  const words = await leaveWords(records, leave.number);
  const ids = [leave.person, leave.decidedBy, leave.substitute, ...words.map(({ person }) => person)];
  const people = await peopleById(records, [...new Set(ids.filter((each) => each !== null))]);
  // whoever was erased has no name any more, only a number
  const nameOf = (id: string | null) => people.find((each) => each.id === id)?.name || (id ?? "");
  const texts = onCard(leave, words, whole);
  const meeting = leave.meeting === null ? undefined : await meetingNumbered(records, leave.meeting);
  const who = wording.leave.person(nameOf(leave.person), leave.title);
  const occasion = occasionName(leave.occasion, at, wording);
  const by = leave.decidedBy === null ? undefined : nameOf(leave.decidedBy);
  const title =
    reader === "requester"
      ? titles.own(leave.status, number(leave.number))
      : leave.status === "asked"
        ? titles.asks(who, occasion)
        : titles.decided(leave.status, number(leave.number), by);
  const decided = isOpen(leave) ? undefined : await decidedLine(leave, at, wording);
  const { fields } = wording.leave;
  const shown: readonly (readonly [string, string])[] = [
    [fields.who, who],
    [fields.occasion, occasion],
    [fields.meeting, meeting ? `${meeting.title} ${meeting.day}` : texts.event],
    [fields.days, `${spanShown(leave, wording)} · ${wording.leave.days(lengthOf(leave.span))}`],
    [fields.purpose, leave.purpose === null ? "" : wording.leave.purposes[leave.purpose]],
    [fields.place, texts.place],
    [fields.reason, texts.reason],
    [fields.changes, leave.replaces === null ? "" : number(leave.replaces)],
    [fields.askedAt, leave.askedAt ? wording.leave.moment(minuteOf(leave.askedAt, settings.timeZone)) : ""],
    [wording.decisions.fields.decided, decided ?? ""],
    [fields.substitute, leave.substitute === null ? "" : nameOf(leave.substitute)],
    [fields.returned, returnedLine(leave, at, wording)],
  ];
  const rule = leave.fact === null ? undefined : rulebook.facts.get(leave.fact);
  return reply({
    tone: leave.status === "refused" ? "refused" : isOpen(leave) ? "needs" : "done",
    language: wording.language,
    blocks: [
      point(title.includes(number(leave.number)) ? title : `${title} · ${number(leave.number)}`),
      {
        kind: "list",
        items: shown.filter(([, value]) => value !== "").map(([name, value]) => wording.labelled(name, value)),
      },
      ...wordBlocks(texts.words, nameOf, wording),
      ...(texts.areWhole ? [] : [note(wording.leave.shortened(wording.leave.buttons.show))]),
      ...(reader === "requester" ? await requesterLines(leave, meeting, at, wording) : []),
      ...(rule && isOpen(leave) ? quotes([rule], { rulebook, wording }) : []),
      ...(leave.authority === "office" && isOpen(leave) ? [note(wording.leave.why.ownRoute)] : []),
    ],
    citations: rule && isOpen(leave) ? rule.because : [],
    buttons: [
      ...buttonsFor(leave, reader, at, wording),
      ...nobodyGoes(leave, reader, meeting, at, wording),
      ...(texts.areWhole ? [] : [showButton(leave, wording)]),
    ],
  });
}

/** Its days with the days of the week: a slip of the pen shows. */
const spanShown = ({ span }: Leave, { leaveRequest }: Wording): string =>
  leaveRequest.spanWithWeekdays(span, weekdayOf(span.from), weekdayOf(span.until));

const showButton = ({ number }: Leave, { leave: { buttons } }: Wording): Button => ({
  label: buttons.show,
  command: "leave show",
  options: { number: String(number) },
});

/** What can be done about a request as it stands; each button knows the version that it was shown with. */
function buttonsFor(
  leave: Leave,
  reader: Reader,
  { rulebook, today }: AtDesk,
  { leave: { buttons } }: Wording,
): readonly Button[] {
  const options = { number: String(leave.number), version: String(leave.version) };
  const number = { number: options.number };
  if (reader === "decider")
    return isOpen(leave)
      ? [
          { label: buttons.approve, command: "leave approve", options },
          { label: buttons.refuse, command: "leave refuse", options, form: true },
          { label: buttons.question, command: "leave question", options, form: true },
        ]
      : [];
  const trip = leave.occasion === rulebook.data.leave?.trip;
  const away = isGranted(leave) && leave.returned === null;
  const begun = leave.span.from <= today;
  return [
    ...(leave.status === "questioned"
      ? [{ label: buttons.answer, command: "leave answer", options: number, form: true } as const]
      : []),
    ...(leave.status === "approved" && mayNameSubstitute(leave, rulebook)
      ? [{ label: buttons.substitute, command: "leave substitute", options: number, form: true } as const]
      : []),
    ...(trip && away && begun ? [{ label: buttons.return, command: "leave return", options: number }] : []),
    ...(isOpen(leave) || away
      ? [{ label: buttons.change, command: "leave change", options: number, form: true } as const]
      : []),
    ...(isOpen(leave) || (away && !begun)
      ? [{ label: buttons.withdraw, command: "leave withdraw", options: number }]
      : []),
  ];
}

/** As long as nobody is named to go instead: that nobody will. */
function nobodyGoes(
  leave: Leave,
  reader: Reader,
  meeting: Meeting | undefined,
  at: AtDesk,
  { decisions }: Wording,
): readonly Button[] {
  if (reader !== "requester" || !mayNameNow(leave, meeting, at)) return [];
  const options = { number: String(leave.number), person: "none" };
  return [{ label: decisions.buttons.nobodyGoes, command: "leave substitute", options }];
}

export function occasionName(
  occasion: string,
  { rulebook: { data } }: Pick<AtDesk, "rulebook">,
  { language }: Wording,
): string {
  const values = data.dimensions[data.leave?.occasion ?? ""]?.values ?? {};
  return inLanguage(values[occasion]?.name ?? {}, language) || occasion;
}

/** Sends a request to somebody as a card: a message that shows what became of it as long as it can be seen. */
export async function sendCard(
  leave: Leave,
  person: string,
  at: AtDesk,
  more: { readonly meantFor?: Date } = {},
): Promise<void> {
  const reader = person === leave.person ? "requester" : "decider";
  const card = await leaveCard(leave, reader, at, wordingFor(await at.languageOf(person)));
  await at.send(personName(person), card, { card: cardOf(leave.number), ...more });
}
