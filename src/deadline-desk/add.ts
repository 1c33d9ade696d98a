import type { Day } from "../dates.ts";
import { type Deadline, type DeadlineKind, deadlineKinds } from "../deadlines/deadline.ts";
import { documentNumber } from "../deadlines/document-number.ts";
import { type DueDay, onDay } from "../deadlines/due.ts";
import { nextAsked } from "../deadlines/morning.ts";
import { partIn } from "../deadlines/seeing.ts";
import { InputError } from "../errors.ts";
import { personNamed } from "../find-people.ts";
import { readMark } from "../leave/read-day.ts";
import { readTime } from "../meetings/read-time.ts";
import type { Person } from "../office/people.ts";
import { refusal } from "../office/permissions.ts";
import { wordRefusal } from "../office/refusal.ts";
import { type Block, type Button, note, paragraph, point, type Reply, reply } from "../reply.ts";
import { addDeadline, addDeadlineStep, deadlinesWhere } from "../store/deadlines.ts";
import { takeTurn } from "../store/numbers.ts";
import { inOneLine, repeated } from "../text.ts";
import { countBlocks, deadlineReply, dueShown } from "./card.ts";
import { categoryNamed, dueOf } from "./category.ts";
import { departmentNamed, departmentsNamed } from "./departments.ts";
import { type Desk, longest, refused, showButton } from "./desk.ts";
import { planHour } from "./hour.ts";
import { planMorning } from "./morning.ts";
import { rememberCalendar } from "./recount.ts";
import { responsibleFor, tell, toldOf } from "./tell.ts";

/** What is to be followed up, as it was typed. */
export interface TypedDeadline {
  readonly title: string;
  readonly kind: DeadlineKind | "";
  readonly department: string;
  readonly received: string;
  readonly category: string;
  readonly reference: string;
  readonly from: string;
  readonly due: string;
  readonly time: string;
  readonly owner: string;
  readonly leader: string;
  /** "yes" where a vice mayor selected the instruction to be supervised, or the Party committee forwarded it. */
  readonly selected: string;
  readonly consulted: string;
  readonly link: string;
  readonly meeting: string;
  /** "no" where its title must not stand in a channel. */
  readonly channel: string;
  /** "yes" where another one of the same number is wanted. */
  readonly again: string;
}

/** Has something followed up: it is kept at once, and what is missing is asked for then. */
export async function addCommand(typed: TypedDeadline, desk: Desk): Promise<Reply> {
  const { visit, context } = desk;
  const { wording } = context;
  const { person } = visit.actor;
  if (!person) return refused(wording.leave.rosterOnly, context);
  const given = await readTyped(typed, desk);
  const mayNot = mayNotAdd(given, desk);
  if (mayNot) return wordRefusal(mayNot, context);
  // two who bring the same document at the same moment: the second sees what the first has kept
  await takeTurn(visit.records, "deadline.add");
  const same = typed.again === "yes" ? undefined : await sameAs(given, desk);
  if (same) return alreadyThere(same, typed, desk);
  const departments = await consultedIn(typed, given, desk);
  const deadline = await keepNew(given, desk);
  const consulted = await addConsulted(deadline, departments, desk);
  return addedReply(deadline, consulted, desk);
}

/** Why somebody may not have this followed up; undefined: they may, for their own department or as those who supervise. */
export function mayNotAdd(given: Given, desk: Desk): ReturnType<typeof refusal> {
  const { actor } = desk.visit;
  const permissions = permissionsOf(desk);
  const part = partIn({ ...given, handedTo: null, addedBy: null, leader: null, owner: null }, actor, permissions);
  const own = actor.tenures.some(({ department }) => department === given.department);
  return part !== undefined || own ? undefined : refusal("deadline.supervise", actor, permissions);
}

const permissionsOf = ({ context }: Desk) => context.rulebook.data.permissions;

/** As it is to be kept. */
export type Given = Omit<Deadline, "number" | "version">;

/** What was typed, read with care. Throws an InputError that names the field. */
export async function readTyped(typed: TypedDeadline, desk: Desk): Promise<Given> {
  const { visit, context } = desk;
  const words = context.wording.deadlines.add;
  for (const [field, most] of [
    ["title", longest.title],
    ["reference", longest.title],
    ["from", longest.title],
    ["link", longest.text],
  ] as const)
    if (typed[field].length > most) throw new InputError(words.tooLong(most), field);
  const kind = typed.kind === "" ? "document" : typed.kind;
  const own = visit.actor.tenures[0]?.department ?? "";
  if (typed.department.trim() === "" && own === "") throw new InputError(words.whichDepartment, "department");
  const department = typed.department.trim() === "" ? own : await departmentNamed(typed.department, "department", desk);
  const receivedOn = receivedIn(typed.received, desk);
  const category = typed.category.trim() === "" ? null : categoryNamed(typed.category, desk);
  const set = setDay(typed, receivedOn, desk);
  const owner = typed.owner.trim() === "" ? null : (await personNamed(typed.owner, "owner", context)).id;
  const leader = typed.leader.trim() === "" ? null : await personNamed(typed.leader, "leader", context);
  const countFirst = visit.settings.countReceiptDay;
  const counted = kind === "document" ? dueOf({ category, explained: null, receivedOn, countFirst }, desk) : undefined;
  return {
    kind,
    title: inOneLine(typed.title),
    reference: documentNumber(typed.reference),
    from: inOneLine(typed.from),
    link: inOneLine(typed.link),
    department,
    owner,
    leader: leader?.id ?? null,
    collected: kind === "instruction" && isCollected(leader, typed.selected === "yes", desk),
    category: kind === "document" ? category : null,
    explained: null,
    receivedOn,
    countFirst,
    // a day that was set goes before what would be counted: urgent documents have their own
    days: set ? null : (counted?.days ?? null),
    due: set?.due ?? counted?.due ?? null,
    dueMinute: set?.minute ?? null,
    firstDue: null,
    status: "open",
    finishedOn: null,
    result: "",
    reportedAt: null,
    handedTo: null,
    asked: null,
    recounted: null,
    snoozedUntil: nextAsked({ kind, due: set?.due ?? null }, visit.today, context.calendar),
    parent: null,
    meeting: typed.meeting === "" ? null : Number(typed.meeting),
    inChannel: typed.channel !== "no",
    addedBy: visit.actor.person?.id ?? null,
    addedAt: visit.now,
  };
}

/** The day on which it came; today where nothing was typed. Of days without a year the nearest. */
export function receivedIn(typed: string, { visit, context }: Desk): Day {
  const words = context.wording.deadlines.add;
  if (typed.trim() === "") return visit.today;
  const read = readMark(typed, { today: visit.today, from: visit.today });
  if (!read || read.half) throw new InputError(words.noDate(repeated(typed)), "received");
  if (read.day > visit.today) throw new InputError(words.future(read.day), "received");
  return read.day;
}

/** A day that somebody set, and its time of day; undefined where none was. A limit that the rules set is not set anew. */
function setDay(
  { due: typed, time, kind, category }: TypedDeadline,
  receivedOn: Day,
  desk: Desk,
): { readonly due: DueDay; readonly minute: number | null } | undefined {
  const { visit, context } = desk;
  const words = context.wording.deadlines.add;
  const minute = minuteIn(time, desk);
  if (typed.trim() === "") return undefined;
  if (kind === "" || kind === "document") {
    const named = category.trim() === "" ? undefined : categoryNamed(category, desk);
    const counted = named && dueOf({ category: named, explained: "", receivedOn, countFirst: false }, desk);
    if (!named || counted) throw new InputError(context.wording.deadlines.wrong.byRules, "due");
  }
  const read = readMark(typed, { today: visit.today });
  if (!read || read.half) throw new InputError(words.noDate(repeated(typed)), "due");
  if (read.day < receivedOn) throw new InputError(words.beforeReceipt(receivedOn), "due");
  return { due: onDay(read.day), minute };
}

/** Minutes since midnight; null where nothing was typed. */
export function minuteIn(typed: string, { context }: Desk): number | null {
  if (typed.trim() === "") return null;
  const span = readTime(`${typed.trim()}-24:00`);
  if (!span) throw new InputError(context.wording.deadlines.add.noTime(repeated(typed)), "time");
  return span.from;
}

/** Instructions of some leaders are always collected and supervised; those of others when they were selected (Art. 34). */
function isCollected(leader: Person | null, selected: boolean, { visit, context }: Desk): boolean {
  const named = context.rulebook.data.deadlines?.collected;
  if (!named) return false;
  const posts = (leader?.tenures ?? []).filter(
    ({ from, until }) => (from === null || from <= visit.today) && (until === null || visit.today <= until),
  );
  return selected || posts.some(({ post }) => named.always.includes(post));
}

/** An open one of the same document in the same department. */
async function sameAs({ reference, department, kind, meeting }: Given, { visit }: Desk): Promise<Deadline | undefined> {
  if (reference === "" || kind !== "document" || meeting !== null) return undefined;
  const open = await deadlinesWhere(visit.records, { status: "open", departments: [department], reference }, 1);
  return open[0];
}

function alreadyThere(same: Deadline, typed: TypedDeadline, { context }: Desk): Reply {
  const { deadlines: words } = context.wording;
  const again: Button = {
    label: words.add.again,
    command: "deadline add",
    options: { ...Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== "")), again: "yes" },
  };
  return reply({
    tone: "needs",
    language: context.language,
    blocks: [point(words.add.same(same.reference, words.number(same.number))), paragraph(same.title)],
    buttons: [showButton(same.number, words.buttons.show), again],
  });
}

/** Writes it down, and whoever has to do it is told, unless they did it themselves, or `told` says that they will be. */
export async function keepNew(given: Given, desk: Desk, { told = false } = {}): Promise<Deadline> {
  const { at, visit } = desk;
  const deadline = await addDeadline(visit.records, given);
  await addDeadlineStep(visit.records, deadline.number, {
    step: "added",
    by: given.addedBy === null ? "" : `person:${given.addedBy}`,
    at: visit.now,
    words: "",
    details: { after: given.due, category: given.category, department: given.department },
  });
  await visit.note({
    action: "deadline.add",
    subject: `deadline:${deadline.number}`,
    details: { kind: given.kind, department: given.department, due: given.due, category: given.category },
  });
  await planHour(deadline, at);
  if (told) return deadline;
  await planMorning(at);
  await rememberCalendar(at);
  for (const person of await toldOf(deadline, at))
    if (person.id !== visit.actor.person?.id)
      await tell(person, deadline, at, ({ deadlines }) =>
        deadlines.add.yours(deadlines.number(deadline.number), deadline.title, deadline.department),
      );
  return deadline;
}

/** The departments that are to be consulted: not the one that leads. */
export const consultedIn = async (
  { consulted }: TypedDeadline,
  { department }: Pick<Given, "department">,
  desk: Desk,
): Promise<readonly string[]> =>
  (await departmentsNamed(consulted, "consulted", desk)).filter((each) => each !== department);

/** Every department that is consulted has a clock of its own: by the lead department's day, which the rules do not divide. */
export async function addConsulted(
  lead: Deadline,
  departments: readonly string[],
  desk: Desk,
  how: { readonly told?: boolean } = {},
): Promise<readonly Deadline[]> {
  const added: Deadline[] = [];
  const kind = "consultation";
  // where the one that leads has no day yet, neither have they: they are asked a week later, as of all that has none
  const snoozedUntil = nextAsked({ kind, due: lead.due }, desk.visit.today, desk.context.calendar);
  for (const department of departments) {
    const { number, version, ...given } = lead;
    const title = desk.context.wording.deadlines.add.consultedTitle(lead.title);
    added.push(
      await keepNew(
        {
          ...{ ...given, kind, title, department, snoozedUntil },
          ...{ owner: null, category: null, days: null, parent: number },
        },
        desk,
        how,
      ),
    );
  }
  return added;
}

async function addedReply(deadline: Deadline, consulted: readonly Deadline[], desk: Desk): Promise<Reply> {
  const { at, visit, context } = desk;
  const { wording } = context;
  const { deadlines: words } = wording;
  const part = partIn(deadline, visit.actor, permissionsOf(desk)) ?? "sees";
  const card = await deadlineReply(deadline, part, at, wording, {
    title: words.add.done(words.number(deadline.number), deadline.title),
    whole: false,
  });
  const [first, ...others] = card.blocks;
  const nobody = (await responsibleFor(deadline, at)) === undefined;
  const more: readonly Block[] = [
    ...countBlocks(deadline, at, wording),
    ...(consulted.length > 0
      ? [
          {
            kind: "list" as const,
            items: consulted.map((each) =>
              words.add.consulted(each.department, words.number(each.number), dueShown(each, wording)),
            ),
          },
          note(words.add.consultedDay),
        ]
      : []),
    ...(nobody ? [paragraph(words.add.nobody(deadline.department))] : []),
  ];
  return {
    ...card,
    tone: card.tone === "needs" ? "needs" : "done",
    blocks: [...(first ? [first] : []), ...others, ...more],
  };
}

export const kindsTyped: readonly DeadlineKind[] = deadlineKinds.filter((each) => each !== "consultation");
