import { quotes } from "../ask/sources.ts";
import type { Day } from "../dates.ts";
import { InputError } from "../errors.ts";
import { personNamed } from "../find-people.ts";
import { isGranted, isOpen, type Leave } from "../leave/leave.ts";
import { overlaps } from "../leave/span.ts";
import { isOfOtherDepartment, isStaff, mayNameSubstitute, meetingDay, unfitToGo } from "../leave/substitute.ts";
import { type Meeting, spanOf } from "../meetings/meeting.ts";
import type { Person } from "../office/people.ts";
import { type Block, paragraph, point, type Reply, reply } from "../reply.ts";
import { leavesWhere } from "../store/leave.ts";
import { personById } from "../store/people.ts";
import { inLanguage } from "../text.ts";
import type { Asker } from "./asker.ts";
import { mayNameNow } from "./card-lines.ts";
import { type Given, leaveMeant } from "./given.ts";
import { settledReply } from "./press.ts";
import { nameSubstitute } from "./substitute.ts";
import { meetingOf } from "./substitute-reminder.ts";
import { titleOf } from "./why.ts";

const nobody = /^(?:none|nobody|no one|无|無|无人|無人|没有|沒有|不派人|不派)$/iu;

/** Whoever has leave from a meeting names who goes instead: once it is granted, and not before; one person. */
export async function substituteReply({ number, words }: Given, asker: Asker): Promise<Reply> {
  const { at, context, person } = asker;
  const { wording, language } = context;
  const { substitute: says } = wording.decisions;
  if (number === undefined) return whichReply(asker);
  const leave = await leaveMeant(number, at.records, context);
  const named = wording.leave.number(number);
  const refused = (text: string, more: readonly Block[] = []) =>
    reply({ tone: "refused", language, blocks: [point(text), ...more] });
  if (leave.person !== person.id) return refused(wording.leave.onlyRequester);
  if (!mayNameSubstitute(leave, at.rulebook)) return withRule(says.notProvided(named), asker);
  if (isOpen(leave)) return withRule(says.notYet(named), asker);
  if (leave.status !== "approved") return settledReply(leave, asker);
  const meeting = await meetingOf(leave, at);
  if (meeting !== undefined && meeting.cancelledAt !== null) return refused(says.cancelled(named));
  if (meetingDay(leave, meeting) < at.today) return refused(says.over(named));
  if (words === "") return needed(leave, asker);
  const wanted = nobody.test(words) ? undefined : await personNamed(words, "person", context);
  if (wanted && wanted.id === leave.substitute) return refused(says.already(wanted.name, named));
  if (wanted) await assertFit(wanted, leave, meeting, asker);
  const before = leave.substitute === null ? undefined : (await personById(at.records, leave.substitute))?.name;
  const done = await nameSubstitute(leave, wanted?.id ?? null, at);
  if (!done) return refused(wording.leave.outdated(named));
  const unusual = wanted ? unusualToGo(wanted, leave, meetingDay(leave, meeting), asker) : [];
  return reply({
    tone: "done",
    language,
    blocks: [
      point(
        wanted ? says.named(wording.leave.person(wanted.name, titleOf(wanted, at.today)), named) : says.nobody(named),
      ),
      ...unusual,
      ...(before === undefined ? [] : [paragraph(says.replacedTold(before))]),
      ...(wanted ? [paragraph(says.told(wanted.name))] : []),
    ],
    buttons: [{ label: wording.leave.buttons.show, command: "leave show", options: { number: String(number) } }],
  });
}

/** What is unusual about somebody who goes, each with the words that speak of "another responsible person". */
function unusualToGo(person: Person, leave: Leave, day: Day, { at, context: { wording } }: Asker): readonly Block[] {
  const { substitute: says } = wording.decisions;
  const remarks = [
    ...(isOfOtherDepartment(person, leave, day) ? [says.otherDepartment(person.name, leave.department)] : []),
    ...(isStaff(person, day, at.rulebook) ? [says.staff(person.name)] : []),
  ];
  const rule = at.rulebook.facts.get(at.rulebook.data.leave?.substitute ?? "");
  return remarks.length === 0
    ? []
    : [...remarks.map((each) => paragraph(each)), ...(rule ? quotes([rule], { rulebook: at.rulebook, wording }) : [])];
}

/** Throws an InputError for somebody who cannot go. */
async function assertFit(
  person: Person,
  leave: Leave,
  meeting: Meeting | undefined,
  { at, context }: Asker,
): Promise<void> {
  const { substitute: says } = context.wording.decisions;
  const day = meetingDay(leave, meeting);
  const span = meeting ? spanOf(meeting) : leave.span;
  const journeys = (await leavesWhere(at.records, { person: person.id, from: span.from, until: span.until })).filter(
    (each) => isGranted(each) && each.occasion === at.rulebook.data.leave?.trip && each.returned === null,
  );
  const away = journeys.some((each) => overlaps(each.span, span));
  const unfit = unfitToGo(person, leave, meeting, { today: at.today, away }, at.rulebook);
  if (unfit) throw new InputError(says.unfit[unfit](person.name, day), "person");
}

/** Refused in the rules' own words. */
function withRule(words: string, { at, context }: Asker): Reply {
  const { wording, language } = context;
  const rule = at.rulebook.facts.get(at.rulebook.data.leave?.substitute ?? "");
  return reply({
    tone: "refused",
    language,
    blocks: [
      point(words),
      ...(rule
        ? [paragraph(inLanguage(rule.say, language)), ...quotes([rule], { rulebook: at.rulebook, wording })]
        : []),
    ],
    citations: rule?.because ?? [],
  });
}

async function needed(leave: Leave, { at, context: { wording, language } }: Asker): Promise<Reply> {
  const named = leave.substitute === null ? undefined : (await personById(at.records, leave.substitute))?.name;
  const options = { number: String(leave.number) };
  return reply({
    tone: "needs",
    language,
    blocks: [point(wording.decisions.substitute.who(wording.leave.number(leave.number), named))],
    buttons: [
      { label: wording.leave.buttons.substitute, command: "leave substitute", options, form: true },
      {
        label: wording.decisions.buttons.nobodyGoes,
        command: "leave substitute",
        options: { ...options, person: "none" },
      },
    ],
  });
}

async function whichReply({ at, context, person }: Asker): Promise<Reply> {
  const { wording, language } = context;
  const { substitute: says } = wording.decisions;
  const granted = await leavesWhere(at.records, { person: person.id, statuses: ["approved"], from: at.today });
  const open: Leave[] = [];
  for (const each of granted) if (mayNameNow(each, await meetingOf(each, at), at)) open.push(each);
  return reply({
    tone: open.length > 0 ? "needs" : "answer",
    language,
    blocks: [point(open.length > 0 ? says.which : says.none)],
    buttons: open.slice(0, 20).map(({ number, span }) => ({
      label: `${wording.leave.number(number)} · ${wording.leave.span(span)}`,
      command: "leave substitute",
      options: { number: String(number) },
      form: true,
    })),
  });
}
