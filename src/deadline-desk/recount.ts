import { type Deadline, deadlineCard } from "../deadlines/deadline.ts";
import { countDue, type DueDay, isCertain } from "../deadlines/due.ts";
import { awake } from "../deadlines/morning.ts";
import { personName } from "../office/people.ts";
import type { PlannedReminder, ReminderKind, Scene, Seeding } from "../reminders/kind.ts";
import { type Block, note, paragraph, point, reply } from "../reply.ts";
import { countedIn, recountedBy, recountedOf, waysCounted } from "../store/deadline-recounts.ts";
import { addDeadlineStep, rewriteDeadline, takeConsulted } from "../store/deadlines.ts";
import { personById } from "../store/people.ts";
import { planReminder } from "../store/reminders.ts";
import { readSettings, writeSetting } from "../store/settings.ts";
import { type Wording, wordingFor } from "../wording/wording.ts";
import { fingerprintOf, noticesOf } from "../workdays/calendar.ts";
import { refreshCards } from "./card.ts";
import { showButton } from "./desk.ts";
import { officeOf } from "./office.ts";
import { reachOf } from "./reach.ts";

// A new notice, or one that amends another, moves days that were counted. What was counted by working days is counted
// anew, a number of them at a time; when none is left, everybody whose days moved is told once.

const kind = "deadline.recount";
const movedKind = "deadline.moved";
const subject = "deadlines";
/** By which calendar the open ones are counted: its fingerprint, and the numbers of its notices. */
const setting = "deadlines-counted-by";

/** So many are counted anew in one transaction. */
const mostAtOnce = 500;

interface CountedBy {
  /** "" while some of them are counted anew already, and others not yet. */
  readonly calendar: string;
  readonly notices: readonly string[];
  /** Of the count that is under way: what it moves is known by it. */
  readonly mark?: string;
}

const countedBy = (at: Pick<Seeding, "calendar">): CountedBy => ({
  calendar: fingerprintOf(at.calendar),
  notices: noticesOf(at.calendar).map(({ notice }) => notice),
});

async function countedUntilNow({ records }: Pick<Seeding, "records">): Promise<CountedBy | undefined> {
  const kept = (await readSettings(records)).get(setting);
  return kept === undefined ? undefined : (JSON.parse(kept) as CountedBy);
}

/** Keeps by which calendar the first of them is counted. */
export async function rememberCalendar(at: Pick<Seeding, "records" | "calendar">): Promise<void> {
  if ((await readSettings(at.records)).has(setting)) return;
  await writeSetting(at.records, setting, JSON.stringify(countedBy(at)));
}

/** Plans that what is open is counted anew, where it was counted by another calendar. */
export async function planRecount(at: Seeding): Promise<void> {
  const before = await countedUntilNow(at);
  const now = countedBy(at);
  // where nothing was ever counted there is nothing to count anew
  if (before === undefined || before.calendar === now.calendar) return;
  const added = now.notices.filter((each) => !before.notices.includes(each));
  await planReminder(at.records, recountAt(at.now, { calendar: now.calendar, notices: added, step: 0 }));
}

const recountAt = (
  at: Date,
  {
    calendar,
    notices,
    step,
  }: { readonly calendar: string; readonly notices: readonly string[]; readonly step: number },
): PlannedReminder => ({
  key: `${kind}:${calendar}:${at.getTime()}:${step}`,
  ...{ kind, subject, recipient: "", step, at },
  details: { calendar, notices },
});

export const deadlineRecount: ReminderKind & { readonly name: "deadline.recount" } = {
  name: kind,
  anyTime: true,
  seed: planRecount,
  async consider({ step, details }, scene) {
    const now = countedBy(scene);
    if (details.calendar !== now.calendar) return { did: "dropped", why: "there is another calendar by now" };
    // planned again by whoever took the same notice in twice, or by a start meanwhile
    const before = await countedUntilNow(scene);
    if (before?.calendar === now.calendar) return { did: "dropped", why: "it is counted already" };
    const notices = details.notices as readonly string[];
    // the same notices may hold again one day: what they move then is told, and not what they had moved before
    const mark = before?.mark ?? `${now.calendar}:${scene.now.getTime()}`;
    const moved = await countAnew({ calendar: now.calendar, mark }, scene);
    if (moved === mostAtOnce) {
      // half of them are counted by other notices than the rest: whatever is taken in or out now, all are counted anew
      const underWay: CountedBy = { calendar: "", notices: before?.notices ?? [], mark };
      await writeSetting(scene.records, setting, JSON.stringify(underWay));
      return { did: "sent", next: recountAt(scene.now, { calendar: now.calendar, notices, step: step + 1 }) };
    }
    await writeSetting(scene.records, setting, JSON.stringify(now));
    await planMessages(mark, notices, scene);
    return { did: "sent" };
  },
};

/** One count of everything that is open: by which calendar, and by what is known what it moves. */
interface Recount {
  readonly calendar: string;
  readonly mark: string;
}

/** Counts anew what has another day by now, at most so many; returns how many. */
async function countAnew(by: Recount, scene: Scene): Promise<number> {
  let done = 0;
  for (const way of await waysCounted(scene.records)) {
    const { due } = countDue(way.receivedOn, way.days, scene.calendar, way);
    if (sameDay(due, way.due)) continue;
    for (const deadline of await countedIn(scene.records, way, mostAtOnce - done)) {
      await move(deadline, due, by, scene);
      done++;
      // departments that are consulted have the day of the one that leads
      for (const each of await takeConsulted(scene.records, deadline.number))
        if (each.days === null && each.due && sameDay(each.due, way.due)) await move(each, due, by, scene);
    }
    if (done === mostAtOnce) break;
  }
  return done;
}

const sameDay = (one: DueDay, other: DueDay): boolean => one.from === other.from && one.until === other.until;

async function move(deadline: Deadline, due: DueDay, { calendar, mark }: Recount, scene: Scene): Promise<void> {
  const before = deadline.due;
  if (before === null) return;
  await rewriteDeadline(scene.records, awake({ ...deadline, due, recounted: { before, by: mark } }, scene.today));
  await addDeadlineStep(scene.records, deadline.number, {
    step: "recounted",
    by: "",
    at: scene.now,
    words: "",
    details: { before, after: due, calendar },
  });
  await scene.note({
    action: "deadline.recounted",
    subject: deadlineCard(deadline.number),
    articles: [],
    details: { before, after: due, calendar },
  });
  await refreshCards(deadline.number, scene);
}

/** Everybody whose days moved is told once; the office that supervises too. */
async function planMessages(mark: string, notices: readonly string[], scene: Scene): Promise<void> {
  const concerned = await recountedOf(scene.records, mark);
  if (concerned.length === 0) return;
  const { reached, head } = await reachOf(scene);
  const office = await officeOf(scene);
  const told = new Set(office.map(({ id }) => id));
  for (const { owner, department } of concerned) {
    const person = reached(owner) ?? head(department);
    if (person) told.add(person.id);
  }
  for (const id of told)
    await planReminder(scene.records, {
      key: `${movedKind}:${mark}:${id}`,
      kind: movedKind,
      subject,
      recipient: personName(id),
      step: 0,
      at: scene.now,
      details: { mark, notices },
    });
}

/** Tells somebody which of their days moved, those that come earlier first. */
export const deadlineMoved: ReminderKind & { readonly name: "deadline.moved" } = {
  name: movedKind,
  async consider({ recipient, details }, scene) {
    const id = recipient.slice("person:".length);
    // planned by an earlier Mishu, it is known by its calendar
    const mark = String(details.mark ?? details.calendar);
    const person = await personById(scene.records, id);
    if (!person) return { did: "dropped", why: "nobody of that number" };
    const office = (await officeOf(scene)).some((each) => each.id === id);
    const belongs = [...new Set(person.tenures.map(({ department }) => department))];
    const { head } = await reachOf(scene, { departments: belongs });
    const departments = belongs.filter((each) => head(each)?.id === id);
    const own = await recountedBy(scene.records, mark, { owner: id });
    const theirs = await recountedBy(scene.records, mark, { departments });
    const { reached } = await reachOf(scene, { people: theirs.map(({ owner }) => owner) });
    const all = office ? await recountedBy(scene.records, mark) : [];
    const mine = [...own, ...theirs.filter((each) => each.owner !== id && !reached(each.owner))];
    const others = all.filter((each) => !mine.some(({ number }) => number === each.number));
    if (mine.length + others.length === 0) return { did: "dropped", why: "nothing of theirs is open any more" };
    const wording = wordingFor(await scene.languageOf(id));
    await scene.send(recipient, movedReply(mine, others, details.notices as readonly string[], wording));
    return { did: "sent" };
  },
};

const mostLines = 20;

function movedReply(
  mine: readonly Deadline[],
  others: readonly Deadline[],
  notices: readonly string[],
  wording: Wording,
) {
  const { deadlines: words } = wording;
  const { changed } = words;
  const line = (each: Deadline) =>
    words.digest.line(
      words.number(each.number),
      each.title,
      words.moved(
        each.recounted ? words.due(each.recounted.before) : words.noDay,
        each.due ? words.due(each.due) : words.noDay,
      ),
    );
  const groups = Map.groupBy(mine, directionOf);
  const listed = (some: readonly Deadline[], title: string, strong = false): readonly Block[] =>
    some.length === 0
      ? []
      : [
          strong ? point(title) : paragraph(title),
          {
            kind: "list",
            items: [
              ...some.slice(0, mostLines).map(line),
              ...(some.length > mostLines ? [words.lists.more(some.length - mostLines)] : []),
            ],
          },
        ];
  const earlier = groups.get("earlier") ?? [];
  return reply({
    tone: "needs",
    language: wording.language,
    blocks: [
      ...listed(earlier, changed.earlier(earlier.length), true),
      ...(notices.length > 0 ? [paragraph(changed.by(notices))] : [paragraph(changed.byOthers)]),
      ...listed(groups.get("certain") ?? [], changed.certain),
      ...listed(groups.get("later") ?? [], changed.later),
      ...listed(others, changed.office(others.length)),
      note(changed.kept),
    ],
    buttons: earlier.slice(0, 5).map(({ number }) => showButton(number, words.number(number))),
  });
}

/** Whether it is due earlier than it was, is certain now, or has more time. Of what was not certain its earliest day counts. */
function directionOf({ due, recounted }: Deadline): "earlier" | "certain" | "later" {
  if (!due || !recounted) return "later";
  if (due.from < recounted.before.from) return "earlier";
  return isCertain(due) && !isCertain(recounted.before) ? "certain" : "later";
}
