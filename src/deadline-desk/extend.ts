import type { Deadline } from "../deadlines/deadline.ts";
import { onDay } from "../deadlines/due.ts";
import { actorOf, partIn } from "../deadlines/seeing.ts";
import { InputError } from "../errors.ts";
import { personNamed } from "../find-people.ts";
import { readMark } from "../leave/read-day.ts";
import { type Person, personName, tenuresOn } from "../office/people.ts";
import { note, paragraph, point, type Reply, reply } from "../reply.ts";
import { peopleById } from "../store/people.ts";
import { inLanguage, repeated } from "../text.ts";
import { wordingFor } from "../wording/wording.ts";
import { dayShown, deadlineReply, dueShown, refreshCards } from "./card.ts";
import { consultedFollow } from "./category.ts";
import { type Desk, keepStep, openDeadline, openToWork, over, quoted, refused, wordsIn } from "./desk.ts";
import { officeOf } from "./office.ts";
import { reachOf } from "./reach.ts";
import { responsibleFor } from "./tell.ts";
import { deciders } from "./waiting.ts";

// The rules do not say whether a limit is extended, by how long or by whom. So nobody extends their own: whoever handed it
// over agrees, or those who supervise; who agreed is kept, and the first day stays to be seen.

/** Asks for another day; whoever supervises can say who has agreed to it already. */
export async function extendCommand(
  number: number,
  { until: typed, reason, agreed }: { readonly until: string; readonly reason: string; readonly agreed: string },
  desk: Desk,
): Promise<Reply> {
  const { at, visit, context } = desk;
  const { wording } = context;
  const { deadlines: words } = wording;
  const opened = await openToWork(number, desk);
  if ("no" in opened) return opened.no;
  const { deadline, part } = opened;
  if (deadline.due === null) return refused(words.wrong.noDayYet, context);
  const read = readMark(typed, { today: visit.today });
  if (!read || read.half) throw new InputError(words.add.noDate(repeated(typed)), "until");
  if (read.day <= deadline.due.until || read.day <= visit.today)
    throw new InputError(words.wrong.notLater(dueShown(deadline, wording)), "until");
  if (reason.trim() === "") throw new InputError(words.wrong.reasonNeeded, "reason");
  const said = wordsIn(reason, "reason", desk);
  if (agreed.trim() !== "") {
    if (part !== "supervises") return refused(words.wrong.mayNotAgree, context);
    const by = await personNamed(agreed, "agreed", context);
    if (by.id === visit.actor.person?.id || by.id === deadline.asked?.by)
      return refused(words.wrong.ownExtension, context);
    const theirs = partIn(deadline, actorOf(by, at.today), context.rulebook.data.permissions);
    if (theirs !== "supervises" && theirs !== "sees") return refused(words.wrong.mayNotAgree, context);
    return extended(deadline, { until: read.day, by, said }, desk);
  }
  if (deadline.asked?.until === read.day) return refused(words.wrong.alreadyAsked, context);
  const by = visit.actor.person?.id ?? "";
  const kept = await keepStep(
    { ...deadline, asked: { until: read.day, by } },
    { step: "extension-asked", words: said, details: { before: deadline.due, after: onDay(read.day) } },
    desk,
  );
  const reach = await reachOf(at, { people: [deadline.leader] });
  for (const { person, about } of deciders(kept, reach, await officeOf(at)))
    if (about === "extension") await ask(kept, person, said, desk);
  await refreshCards(number, at);
  const silent = silentOn(context);
  const card = await deadlineReply(kept, part, at, wording, {
    title: words.did.extensionAsked(words.number(number), dayShown(read.day, wording)),
    whole: false,
  });
  return { ...card, blocks: [...card.blocks, ...silent.blocks], citations: [...card.citations, ...silent.citations] };
}

/** That the rules say nothing of extensions, with what they say of the limit. */
function silentOn(reader: Pick<Desk["context"], "rulebook" | "wording">) {
  const { rulebook, wording } = reader;
  const fact = rulebook.facts.get(rulebook.data.deadlines?.extension ?? "");
  const { blocks, citations } = quoted([fact], reader);
  return { blocks: fact ? [paragraph(inLanguage(fact.say, wording.language)), ...blocks] : [], citations };
}

async function ask(deadline: Deadline, { id }: Person, said: string, { at, visit }: Desk): Promise<void> {
  const wording = wordingFor(await at.languageOf(id));
  const { deadlines: words } = wording;
  const until = deadline.asked?.until;
  if (!until) return;
  const silent = silentOn({ rulebook: at.rulebook, wording });
  const own = { number: String(deadline.number), until };
  const asks = reply({
    tone: "needs",
    language: wording.language,
    blocks: [
      point(words.did.extensionAskedOf(words.number(deadline.number), deadline.title, dayShown(until, wording))),
      paragraph(wording.labelled(words.fields.due, dueShown(deadline, wording))),
      paragraph(wording.labelled(`${deadline.department} ${visit.actor.person?.name ?? ""}`.trim(), said)),
      ...silent.blocks,
    ],
    citations: silent.citations,
    buttons: [
      { label: words.buttons.agree, command: "deadline agree", options: own },
      { label: words.buttons.refuse, command: "deadline refuse", options: own, form: true },
    ],
  });
  await at.send(personName(id), asks);
}

/** Whoever may agree says so, or not; never whoever asked. */
export async function decideExtension(
  number: number,
  { agree, until, reason }: { readonly agree: boolean; readonly until: string; readonly reason: string },
  desk: Desk,
): Promise<Reply> {
  const { at, visit, context } = desk;
  const { wording } = context;
  const { deadlines: words } = wording;
  const opened = await openDeadline(number, desk);
  if ("no" in opened) return opened.no;
  const { deadline, part } = opened;
  if (deadline.status !== "open") return over(deadline, context);
  const { asked } = deadline;
  if (!asked || (until !== "" && asked.until !== until)) return refused(words.wrong.noneAsked, context);
  const { person } = visit.actor;
  const may = part === "supervises" || (person !== undefined && deadline.leader === person.id);
  if (!may || !person) return refused(words.wrong.mayNotAgree, context);
  if (asked.by === person.id) return refused(words.wrong.ownExtension, context);
  const said = wordsIn(reason, "reason", desk);
  // a notice has moved its day since, behind the one that was asked for
  if (agree && deadline.due !== null && asked.until <= deadline.due.until)
    return refused(words.wrong.notLater(dueShown(deadline, wording)), context);
  if (agree) return extended(deadline, { until: asked.until, by: person, said }, desk);
  const kept = await keepStep(
    { ...deadline, asked: null },
    { step: "extension-refused", words: said, details: { after: onDay(asked.until), person: person.id } },
    desk,
  );
  await tellAsker(kept, asked.by, (each) => each.did.extensionRefused(each.number(number)), said, desk);
  await refreshCards(number, at);
  return deadlineReply(kept, part, at, wording, {
    title: words.did.extensionRefused(words.number(number)),
    whole: false,
  });
}

async function extended(
  deadline: Deadline,
  {
    until,
    by,
    said,
  }: { readonly until: NonNullable<Deadline["asked"]>["until"]; readonly by: Person; readonly said: string },
  desk: Desk,
): Promise<Reply> {
  const { at, context } = desk;
  const { wording } = context;
  const { deadlines: words } = wording;
  const { number, due, asked } = deadline;
  const kept = await keepStep(
    {
      ...deadline,
      firstDue: deadline.firstDue ?? due,
      due: onDay(until),
      days: null,
      dueMinute: null,
      asked: null,
      snoozedUntil: null,
    },
    { step: "extended", words: said, details: { before: due, after: onDay(until), person: by.id } },
    desk,
  );
  await consultedFollow(deadline, kept, desk);
  // whoever asked, and whoever does it
  const told = new Set([asked?.by, (await responsibleFor(kept, at))?.id]);
  for (const id of told)
    if (id !== undefined && id !== desk.visit.actor.person?.id)
      await tellAsker(
        kept,
        id,
        (each, theirs) => each.did.extended(each.number(number), dayShown(until, theirs)),
        said,
        desk,
      );
  await refreshCards(number, at);
  const part = await partOf(kept, desk);
  return deadlineReply(kept, part, at, wording, {
    title: words.did.extended(words.number(number), dayShown(until, wording)),
    whole: false,
  });
}

async function partOf(deadline: Deadline, desk: Desk) {
  const opened = await openDeadline(deadline.number, desk);
  return "no" in opened ? "sees" : opened.part;
}

async function tellAsker(
  deadline: Deadline,
  asker: string,
  say: (words: ReturnType<typeof wordingFor>["deadlines"], wording: ReturnType<typeof wordingFor>) => string,
  said: string,
  { at }: Desk,
): Promise<void> {
  const [person] = await peopleById(at.records, [asker]);
  if (!person || tenuresOn(person, at.today).length === 0) return;
  const wording = wordingFor(await at.languageOf(asker));
  const told = reply({
    tone: "done",
    language: wording.language,
    blocks: [point(say(wording.deadlines, wording)), paragraph(deadline.title), ...(said === "" ? [] : [note(said)])],
  });
  await at.send(personName(asker), told);
}
