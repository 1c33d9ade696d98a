import { InputError } from "../errors.ts";
import { cardOf, type Leave } from "../leave/leave.ts";
import { canReturn, isCutShort, lateness } from "../leave/returning.ts";
import { type Button, paragraph, point, type Reply, reply } from "../reply.ts";
import { changeLeave, leaveNumbered } from "../store/leave.ts";
import { personById } from "../store/people.ts";
import { dropReminders } from "../store/reminders.ts";
import { dropChanges, lateBlocks, restOf, tellPerson, tellWhoGranted } from "./after-return.ts";
import type { Asker } from "./asker.ts";
import { rerouteOpen } from "./reroute.ts";
import { backSince } from "./return-given.ts";
import { returnKind } from "./return-reminder.ts";
import { halfDayShown, returnedLine } from "./returned-line.ts";
import { halfOf } from "./roll.ts";
import { updateCards } from "./send.ts";

/**
 * Reports a return, once: kept with who said it, in the audit, every message that shows the leave brought up to date,
 * whoever granted it told where it is earlier. `day`: as it was typed, "" for now.
 */
export async function reportBack(old: Leave, day: string, asker: Asker): Promise<Reply> {
  const { at, context, person } = asker;
  const { wording } = context;
  const refused = notReturnable(old, asker);
  if (refused) return refused;
  const { day: since, half } = backSince(day, old, at, context);
  const returned = { day: since, half, at: at.now, by: person.id };
  if (!(await changeLeave(at.records, old, { returned }))) {
    const now = (await leaveNumbered(at.records, old.number)) ?? old;
    if (now.returned) return alreadyReply(now, asker);
    throw new InputError(wording.leave.outdated(wording.leave.number(old.number)), "number");
  }
  const leave: Leave = { ...old, returned, version: old.version + 1 };
  await keepCourse(leave, asker);
  const cut = isCutShort(old, since, half);
  const told = cut ? await tellWhoGranted(leave, asker) : undefined;
  const own = leave.person === person.id;
  if (!own) await tellPerson(leave, asker);
  const words = wording.leaveReturn;
  const number = wording.leave.number(leave.number);
  const when = halfDayShown(since, half, wording);
  const name = (await personById(at.records, leave.person))?.name ?? leave.person;
  const late = lateBlocks(leave, asker);
  const rest = await restOf(leave, asker);
  return reply({
    tone: "done",
    language: context.language,
    blocks: [
      point(own ? words.done(number, when) : words.doneFor(name, number, when)),
      ...(cut ? [paragraph(words.cutShort(wording.leave.span(leave.span)))] : []),
      ...(told === undefined ? [] : [paragraph(wording.leaveRequest.change.told(told))]),
      ...late.blocks,
      ...(await dropChanges(leave, asker)),
      ...rest.blocks,
    ],
    citations: late.citations,
    buttons: [
      ...rest.buttons,
      { label: wording.leave.buttons.show, command: "leave show", options: { number: String(leave.number) } },
    ],
  });
}

/** What is told instead where there is no return to report. */
function notReturnable(leave: Leave, asker: Asker): Reply | undefined {
  const { at, context } = asker;
  const { wording, language } = context;
  const words = wording.leaveReturn;
  const number = wording.leave.number(leave.number);
  const refused = (text: string, buttons: readonly Button[] = []) =>
    reply({ tone: "refused", language, blocks: [point(text)], buttons });
  if (leave.returned) return alreadyReply(leave, asker);
  if (leave.occasion !== at.rulebook.data.leave?.trip) return refused(words.notAway(number));
  if (leave.status !== "approved" && leave.status !== "noted")
    return refused(words.notGranted(number, wording.leave.statuses[leave.status]));
  if (canReturn(leave, at.today, halfOf(at.now, at.settings.timeZone))) return undefined;
  const own = leave.person === asker.person.id;
  const options = { number: String(leave.number) };
  return refused(
    words.notBegun(number, wording.leave.span(leave.span)),
    own ? [{ label: wording.leave.buttons.withdraw, command: "leave withdraw", options }] : [],
  );
}

function alreadyReply(leave: Leave, { at, context: { wording, language } }: Asker): Reply {
  const number = wording.leave.number(leave.number);
  return reply({
    tone: "answer",
    language,
    blocks: [point(wording.leaveReturn.already(number, returnedLine(leave, at, wording)))],
    buttons: [{ label: wording.leave.buttons.show, command: "leave show", options: { number: String(leave.number) } }],
  });
}

/** The audit, the reminders, the messages, and what waited for whoever was away. */
async function keepCourse(leave: Leave, { at }: Asker): Promise<void> {
  const { day, half, by } = leave.returned ?? {};
  const late = lateness(leave, at.today, at.calendar, at.settings.timeZone) ?? null;
  await at.note({
    action: "leave.return",
    subject: cardOf(leave.number),
    // no article: the rules do not say how one reports back
    details: { version: leave.version, status: leave.status, day, half, late, by },
    about: leave.person,
  });
  await dropReminders(at.records, cardOf(leave.number), [returnKind]);
  await updateCards(leave, at);
  await rerouteOpen(at);
}
