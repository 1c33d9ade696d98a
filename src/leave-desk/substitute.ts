import { quotes } from "../ask/sources.ts";
import { cardOf, type Leave } from "../leave/leave.ts";
import { meetingDay } from "../leave/substitute.ts";
import { personName } from "../office/people.ts";
import { type Block, paragraph, point, type Reply, reply } from "../reply.ts";
import type { Fact } from "../rulebook/model.ts";
import { changeLeave } from "../store/leave.ts";
import { personById } from "../store/people.ts";
import { dropReminders } from "../store/reminders.ts";
import { inLanguage } from "../text.ts";
import { type Wording, wordingFor } from "../wording/wording.ts";
import type { AtDesk } from "./at-desk.ts";
import { occasionName } from "./card.ts";
import { noteLeave, updateCards } from "./send.ts";
import { meetingOf, substituteKind } from "./substitute-reminder.ts";

/**
 * Keeps who goes to the meeting instead (null: nobody does). Whoever was named before is told that they need not, whoever
 * is named what is expected of them. Undefined: the request was changed meanwhile, nothing was done.
 */
export async function nameSubstitute(leave: Leave, person: string | null, at: AtDesk): Promise<Leave | undefined> {
  const changes = { substitute: person, substituteAt: at.now };
  if (!(await changeLeave(at.records, leave, changes))) return undefined;
  const named = { ...leave, ...changes, version: leave.version + 1 };
  await noteLeave("leave.substitute", named, at, { substitute: person, before: leave.substitute });
  await dropReminders(at.records, cardOf(leave.number), [substituteKind]);
  if (leave.substitute !== null && leave.substitute !== person) await releaseSubstitute(leave, at);
  if (person !== null) await tell(leave, person, "called", at);
  await updateCards(named, at);
  return named;
}

/** Tells whoever was to go to the meeting instead that they need not. */
export async function releaseSubstitute(leave: Leave, at: AtDesk): Promise<void> {
  if (leave.substitute !== null) await tell(leave, leave.substitute, "released", at);
}

async function tell(leave: Leave, person: string, what: "called" | "released", at: AtDesk): Promise<void> {
  const wording = wordingFor(await at.languageOf(person));
  await at.send(personName(person), await messageFor(leave, what, at, wording));
}

/** What whoever goes is told: which meeting, when and where, and what the rules expect of them. Never why it is not the head. */
async function messageFor(leave: Leave, what: "called" | "released", at: AtDesk, wording: Wording): Promise<Reply> {
  const { substitute: words } = wording.decisions;
  const name = (await personById(at.records, leave.person))?.name ?? leave.person;
  const head = wording.leave.person(name, leave.title);
  const meeting = await meetingOf(leave, at);
  const title = meeting?.title || leave.event || occasionName(leave.occasion, at, wording);
  const when = meeting
    ? words.time(meeting.day, clock(meeting.fromMinute), clock(meeting.untilMinute))
    : wording.leave.span(leave.span);
  if (what === "released")
    return reply({
      tone: "done",
      language: wording.language,
      blocks: [point(words.released(title, meetingDay(leave, meeting), head))],
    });
  const { data, facts } = at.rulebook;
  const expected = [data.leave?.speaks, data.leave?.companions].flatMap((id): readonly Fact[] => {
    const fact = facts.get(id ?? "");
    return fact ? [fact] : [];
  });
  const details = [
    wording.labelled(wording.leave.fields.meeting, title),
    wording.labelled(wording.decisions.fields.time, when),
    ...(meeting && meeting.place !== "" ? [wording.labelled(wording.decisions.fields.venue, meeting.place)] : []),
  ];
  return reply({
    tone: "needs",
    language: wording.language,
    blocks: [
      point(words.called(head)),
      { kind: "list", items: details },
      ...expected.map(({ say }): Block => paragraph(inLanguage(say, wording.language))),
      ...quotes(expected, { rulebook: at.rulebook, wording }),
      paragraph(words.calledNext(name)),
    ],
    citations: expected.flatMap(({ because }) => because),
  });
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
