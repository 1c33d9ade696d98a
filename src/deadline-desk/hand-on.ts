import type { Deadline } from "../deadlines/deadline.ts";
import { nextAsked } from "../deadlines/morning.ts";
import { partIn } from "../deadlines/seeing.ts";
import { personName } from "../office/people.ts";
import { note, paragraph, point, type Reply, reply } from "../reply.ts";
import { peopleIn } from "../store/people.ts";
import { wordingFor } from "../wording/wording.ts";
import { deadlineReply, dueShown, refreshCards } from "./card.ts";
import { departmentNamed, headOf } from "./departments.ts";
import { type Desk, keepStep, openDeadline, openToWork, over, refused, wordsIn } from "./desk.ts";
import { responsibleFor, tell, toldOf } from "./tell.ts";

// 涉及多個部門職責範圍的事項,應明確一個部門牽頭負責 (Art. 32): until another department has accepted it, the one that had
// it remains responsible, and its day stays as it is.

/** Offers it to another department. */
export async function handCommand(
  number: number,
  { to, reason }: { readonly to: string; readonly reason: string },
  desk: Desk,
): Promise<Reply> {
  const { at, visit, context } = desk;
  const { wording } = context;
  const { deadlines: words } = wording;
  const opened = await openToWork(number, desk);
  if ("no" in opened) return opened.no;
  const { deadline, part } = opened;
  const department = await departmentNamed(to, "to", desk);
  if (department === deadline.department) return refused(words.wrong.sameDepartment, context);
  if (department === deadline.handedTo) return refused(words.wrong.alreadyOffered, context);
  const head = headOf(department, await peopleIn(visit.records, [department]), visit.today, context.rulebook);
  if (!head) return refused(words.add.nobody(department), context);
  const kept = await keepStep(
    { ...deadline, handedTo: department },
    { step: "offered", words: wordsIn(reason, "reason", desk), details: { department } },
    desk,
  );
  await tellOffered(kept, head.id, reason, desk);
  await refreshCards(number, at);
  return deadlineReply(kept, part, at, wording, { title: words.did.offered(words.number(number), department) });
}

async function tellOffered(deadline: Deadline, head: string, reason: string, { at }: Desk): Promise<void> {
  const wording = wordingFor(await at.languageOf(head));
  const { deadlines: words } = wording;
  const own = { number: String(deadline.number) };
  const offered = reply({
    tone: "needs",
    language: wording.language,
    blocks: [
      point(words.did.offeredTo(words.number(deadline.number), deadline.title, deadline.department)),
      paragraph(wording.labelled(words.fields.due, dueShown(deadline, wording))),
      ...(reason.trim() === "" ? [] : [note(reason.trim())]),
    ],
    buttons: [
      { label: words.buttons.accept, command: "deadline accept", options: own },
      { label: words.buttons.decline, command: "deadline decline", options: own, form: true },
    ],
  });
  await at.send(personName(head), offered);
}

/** The department to which it is offered takes it, or not. */
export async function answerOffer(
  number: number,
  { accept, reason }: { readonly accept: boolean; readonly reason: string },
  desk: Desk,
): Promise<Reply> {
  const { at, visit, context } = desk;
  const { wording } = context;
  const { deadlines: words } = wording;
  const opened = await openDeadline(number, desk);
  if ("no" in opened) return opened.no;
  const { deadline, part } = opened;
  if (deadline.status !== "open") return over(deadline, context);
  const { handedTo } = deadline;
  const theirs = visit.actor.tenures.some(({ department }) => department === handedTo);
  if (handedTo === null || (!theirs && part !== "supervises")) return refused(words.wrong.notOffered, context);
  const before = await responsibleFor(deadline, at);
  const kept = await keepStep(
    accept
      ? {
          ...deadline,
          department: handedTo,
          owner: null,
          handedTo: null,
          snoozedUntil: nextAsked(deadline, visit.today, context.calendar),
        }
      : { ...deadline, handedTo: null },
    {
      step: accept ? "accepted" : "declined",
      words: wordsIn(reason, "reason", desk),
      details: { department: handedTo },
    },
    desk,
  );
  if (before && before.id !== visit.actor.person?.id) {
    const theirWording = wordingFor(await at.languageOf(before.id));
    const say = theirWording.deadlines.did[accept ? "accepted" : "declined"];
    const told = reply({
      tone: accept ? "done" : "needs",
      language: theirWording.language,
      blocks: [
        point(say(theirWording.deadlines.number(number), handedTo)),
        paragraph(deadline.title),
        ...(reason.trim() === "" ? [] : [note(reason.trim())]),
      ],
    });
    await at.send(personName(before.id), told);
  }
  await refreshCards(number, at);
  // who supervises may have taken it over in their stead
  for (const person of accept && !theirs ? await toldOf(kept, at) : [])
    if (person.id !== visit.actor.person?.id)
      await tell(person, kept, at, ({ deadlines }) =>
        deadlines.add.yours(deadlines.number(number), kept.title, kept.department),
      );
  const title = words.did[accept ? "accepted" : "declined"](words.number(number), handedTo);
  // whoever declined it has nothing to do with it any more
  const now = partIn(kept, visit.actor, context.rulebook.data.permissions);
  if (!now) return reply({ tone: "done", language: wording.language, blocks: [point(title)] });
  return deadlineReply(kept, now, at, wording, { title });
}
