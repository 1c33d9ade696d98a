import { type Deadline, deadlineCard } from "../deadlines/deadline.ts";
import { actorOf, partIn } from "../deadlines/seeing.ts";
import type { AtDesk } from "../leave-desk/at-desk.ts";
import { type Person, personName, tenuresOn } from "../office/people.ts";
import { linkedPeople } from "../store/accounts.ts";
import { peopleById, peopleIn } from "../store/people.ts";
import { type Wording, wordingFor } from "../wording/wording.ts";
import { deadlineReply } from "./card.ts";
import { headOf } from "./departments.ts";

/** Who has to do it: whoever is named, else the head of the department; undefined: the roster has nobody. */
export async function responsibleFor(
  { owner, department }: Pick<Deadline, "owner" | "department">,
  { records, today, rulebook }: Pick<AtDesk, "records" | "today" | "rulebook">,
): Promise<Person | undefined> {
  const [named] = owner === null ? [] : await peopleById(records, [owner]);
  // whoever holds no post any more does nothing for the office
  const there = named && tenuresOn(named, today).length > 0 ? named : undefined;
  return there ?? headOf(department, await peopleIn(records, [department]), today, rulebook);
}

/** Who is told of it at once: whoever has to do it and, where no message reaches them, the head of the department too. */
export async function toldOf(
  deadline: Pick<Deadline, "owner" | "department">,
  at: Pick<AtDesk, "records" | "today" | "rulebook">,
): Promise<readonly Person[]> {
  const { records, today, rulebook } = at;
  const responsible = await responsibleFor(deadline, at);
  if (!responsible) return [];
  if ((await linkedPeople(records, [responsible.id])).has(responsible.id)) return [responsible];
  const head = headOf(deadline.department, await peopleIn(records, [deadline.department]), today, rulebook);
  return head && head.id !== responsible.id ? [responsible, head] : [responsible];
}

/** Sends somebody what is followed up, with what they can do; who has no part in it is not told. */
export async function tell(
  person: Person,
  deadline: Deadline,
  at: Pick<AtDesk, "records" | "rulebook" | "settings" | "calendar" | "today" | "languageOf" | "send">,
  title: (wording: Wording) => string,
): Promise<void> {
  const part = partIn(deadline, actorOf(person, at.today), at.rulebook.data.permissions);
  if (!part) return;
  const wording = wordingFor(await at.languageOf(person.id));
  const card = await deadlineReply(deadline, part, { ...at, reader: person.id }, wording, {
    title: title(wording),
    whole: false,
  });
  await at.send(personName(person.id), card, { card: deadlineCard(deadline.number) });
}
