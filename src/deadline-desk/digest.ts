import type { Day } from "../dates.ts";
import type { Deadline } from "../deadlines/deadline.ts";
import { missing } from "../deadlines/deadline.ts";
import { type Group, groupOf, type Morning, morningOf } from "../deadlines/morning.ts";
import { workedBefore } from "../deadlines/stages.ts";
import { meetingTime } from "../find-meetings.ts";
import type { AtDesk } from "../leave-desk/at-desk.ts";
import { absencesBetween } from "../leave-desk/away.ts";
import { isCalledTo } from "../meeting-desk/attending.ts";
import { type Person, tenuresOn } from "../office/people.ts";
import type { PlannedReminder, ReminderKind, Scene } from "../reminders/kind.ts";
import { type Block, type Button, note, paragraph, point, type Reply, reply } from "../reply.ts";
import { concernedIn, everyMorning, overdueByDepartment, saidIn, waitingIn } from "../store/deadline-mornings.ts";
import { meetingsBetween } from "../store/meetings.ts";
import { personById } from "../store/people.ts";
import { settleAhead } from "../store/reminders.ts";
import { type Wording, wordingFor } from "../wording/wording.ts";
import { dayShown, dueShown, standing } from "./card.ts";
import { showButton } from "./desk.ts";
import { officeOf } from "./office.ts";
import { reachOf } from "./reach.ts";
import { type Decision, deciders } from "./waiting.ts";

export const digestKind = "deadline.digest";

/** So many lines of one kind are shown; the rest is counted, and listed by a command. */
const mostLines = 15;
const mostFound = 200;
const mostButtons = 5;

const order = ["missing", "overdue", "today", "soon"] as const satisfies readonly Group[];

type At = Pick<AtDesk, "records" | "rulebook" | "settings" | "calendar" | "today" | "now">;

/** What a morning brings somebody. */
interface Brought {
  readonly own: ReadonlyMap<Group, readonly Deadline[]>;
  /** What waits for their yes or no. */
  readonly decide: readonly Decision[];
  /** Overdue things of their department that somebody else is named for. */
  readonly department: readonly { readonly deadline: Deadline; readonly owner: Person }[];
  /** For the office that supervises: what stays overdue, by department. */
  readonly office: readonly { readonly department: string; readonly count: number }[];
  /** Those who belong to the same departments, and maybe others. */
  readonly people: readonly Person[];
}

/** What one recipient is told on the morning of a day; `since`: the last one on which people were. */
export const digestOn = (day: Day, recipient: string, since: Day, at: Date): PlannedReminder => ({
  key: `${digestKind}:${day}:${recipient}`,
  kind: digestKind,
  subject: `${digestKind}:${day}`,
  recipient,
  step: 0,
  at,
  details: { since },
});

/** One message for everything that a morning brings somebody, or a channel. */
export const deadlineDigest: ReminderKind & { readonly name: "deadline.digest" } = {
  name: digestKind,
  async consider({ key, recipient, details }, scene) {
    // one that was held up until another morning takes its place: nobody has two on one day
    const today = digestOn(scene.today, recipient, details.since as Day, scene.now);
    if (key !== today.key && !(await settleAhead(scene.records, today, "dropped: told with the one before", scene.now)))
      return { did: "dropped", why: "there was one today" };
    const morning = morningOf(details.since as Day, scene.today, scene.calendar);
    if (recipient.startsWith("channel:")) return channelDigest(recipient, morning, scene);
    const person = await personById(scene.records, recipient.slice("person:".length));
    if (!person) return { did: "dropped", why: "nobody of that number" };
    const brought = await broughtTo(person, morning, scene);
    if (isEmpty(brought) && !(await everyMorning(scene.records)).includes(person.id))
      return { did: "dropped", why: "nothing is left to say" };
    const wording = wordingFor(await scene.languageOf(person.id));
    await scene.send(recipient, await morningReply(person, brought, scene, wording));
    return { did: "sent" };
  },
};

/** Everything that somebody has to do this week or is late with, whatever was said of it before: when they ask for it. */
export async function morningNow(person: Person, at: At, wording: Wording): Promise<Reply> {
  const { today, calendar } = at;
  // since long ago: every stage that has come counts
  const morning = morningOf(workedBefore(today, 5, calendar), today, calendar);
  return morningReply(person, await broughtTo(person, morning, at), at, wording);
}

const isEmpty = ({ own, decide, department, office }: Brought): boolean =>
  own.size === 0 && decide.length === 0 && department.length === 0 && office.length === 0;

async function broughtTo(person: Person, morning: Morning, at: At): Promise<Brought> {
  const { records, today } = at;
  const supervisors = await officeOf(at);
  const office = supervisors.some(({ id }) => id === person.id);
  const departments = [...new Set(tenuresOn(person, today).map(({ department }) => department))].filter(
    (each) => each !== "",
  );
  // the office thinks of all departments, anybody else of their own
  const all = office ? await reachOf(at) : undefined;
  const { people, head } = all ?? (await reachOf(at, { departments }));
  const headed = departments.filter((each) => head(each)?.id === person.id);
  // of a department in which nobody can be written to, the office thinks
  const left = all
    ? (await concernedIn(records, morning))
        .map(({ department }) => department)
        .filter((each) => !all.reached(head(each)?.id ?? null))
    : [];
  const there = tenuresOn(person, today).length > 0;
  const own = there ? await saidIn(records, morning, { owner: person.id }, mostFound) : [];
  const theirs = await saidIn(records, morning, { departments: [...new Set([...headed, ...left])] }, mostFound);
  const { reached } = all ?? (await reachOf(at, { people: theirs.map(({ owner }) => owner) }));
  const others = theirs.filter((each) => each.owner !== person.id && groupOf(each, morning) !== undefined);
  const byNobody = others.filter((each) => !reached(each.owner));
  const mine = Map.groupBy([...own, ...byNobody], (each) => groupOf(each, morning));
  return {
    own: new Map(
      order.flatMap((group) => {
        const some = mine.get(group);
        return some ? [[group, some] as const] : [];
      }),
    ),
    decide: await decisionsOf(person, supervisors, at),
    department: others.flatMap((deadline) => {
      const owner = reached(deadline.owner);
      const late = headed.includes(deadline.department) && groupOf(deadline, morning) === "overdue";
      return owner && late ? [{ deadline, owner }] : [];
    }),
    office: office ? await overdueByDepartment(records, morning.officeHears) : [],
    people,
  };
}

async function decisionsOf(person: Person, office: readonly Person[], at: At): Promise<readonly Decision[]> {
  const waiting = await waitingIn(at.records);
  if (waiting.length === 0) return [];
  const departments = waiting.flatMap(({ handedTo }) => handedTo ?? []);
  const reach = await reachOf(at, { departments, people: waiting.map(({ leader }) => leader) });
  return waiting.flatMap((deadline) =>
    deciders(deadline, reach, office)
      .filter((each) => each.person.id === person.id)
      .map(({ about }) => ({ deadline, about })),
  );
}

async function morningReply(person: Person, brought: Brought, at: At, wording: Wording): Promise<Reply> {
  const { deadlines: words } = wording;
  const groups = order.flatMap((group): readonly Block[] => {
    const some = brought.own.get(group) ?? [];
    return some.length === 0 ? [] : [paragraph(words.digest.groups[group]), ...linesOf(some, at, wording)];
  });
  const decide = brought.decide.map(({ deadline: { number, title, asked, department }, about }) => {
    const called = words.number(number);
    return about === "offer"
      ? words.did.offeredTo(called, title, department)
      : words.did.extensionAskedOf(called, title, asked ? dayShown(asked.until, wording) : "");
  });
  const urgent = new Map(
    [
      ...brought.decide.map(({ deadline }) => deadline),
      ...order.flatMap((group) => brought.own.get(group) ?? []),
      ...brought.department.map(({ deadline }) => deadline),
    ].map((each) => [each.number, each] as const),
  );
  return reply({
    tone: isEmpty(brought) ? "answer" : "needs",
    language: wording.language,
    blocks: [
      point(words.digest.title(at.today)),
      ...(decide.length === 0 ? [] : [paragraph(words.digest.groups.decide), listed(decide, wording)]),
      ...groups,
      ...(brought.department.length === 0
        ? []
        : [
            paragraph(words.digest.groups.department),
            listed(
              brought.department.map(({ deadline, owner }) => `${lineOf(deadline, at, wording)} · ${owner.name}`),
              wording,
            ),
          ]),
      ...(brought.office.length === 0
        ? []
        : [
            paragraph(words.digest.groups.office),
            listed(
              brought.office.map(({ department, count }) => words.digest.byDepartment(department, count)),
              wording,
            ),
          ]),
      ...(isEmpty(brought) ? [paragraph(words.digest.nothing)] : []),
      ...(await todayBlocks(person, brought.people, at, wording)),
      ...(isEmpty(brought) ? [] : [note(words.digest.pace)]),
    ],
    buttons: [
      ...[...urgent.keys()].slice(0, mostButtons).map((number) => showButton(number, words.number(number))),
      mineButton(words.buttons.mine),
      ...(brought.office.length === 0 ? [] : [{ label: words.buttons.board, command: "deadline board", options: {} }]),
    ],
  });
}

const mineButton = (label: string): Button => ({ label, command: "deadline mine", options: {} });

function listed(items: readonly string[], { deadlines }: Wording): Block {
  const more = items.length - mostLines;
  return {
    kind: "list",
    items: more > 0 ? [...items.slice(0, mostLines), deadlines.lists.more(more)] : items,
  };
}

/** Each in a line: number, title, by when, and what has to be said of it first. */
function linesOf(some: readonly Deadline[], at: At, wording: Wording): readonly Block[] {
  return [
    listed(
      some.map((each) => lineOf(each, at, wording)),
      wording,
    ),
  ];
}

export function lineOf(each: Deadline, at: At, wording: Wording): string {
  const { deadlines: words } = wording;
  const wanted = missing(each, at.rulebook);
  const state = standing(each, at, wording);
  const due = wanted === undefined ? [dueShown(each, wording), state].filter((one) => one !== "").join(" · ") : "";
  return words.digest.line(words.number(each.number), each.title, due || words.digest.asks[wanted ?? "day"]);
}

const mostAway = 8;

/** Who of the same department is away today, and today's meetings: what one looks at before one plans the day. */
async function todayBlocks(
  person: Person,
  people: readonly Person[],
  at: At,
  wording: Wording,
): Promise<readonly Block[]> {
  const { records, today } = at;
  const { deadlines: words } = wording;
  const departments = tenuresOn(person, today).map(({ department }) => department);
  const beside = new Set(
    people
      .filter((each) =>
        tenuresOn(each, today).some((one) => one.department !== "" && departments.includes(one.department)),
      )
      .map(({ id }) => id),
  );
  const away = (await absencesBetween(today, today, false, at as AtDesk)).filter(
    (each) => each.person !== person.id && beside.has(each.person),
  );
  const meetings = [];
  for (const meeting of await meetingsBetween(records, today, today))
    if (meeting.announcedAt && (await isCalledTo(meeting, person, at)))
      meetings.push(`${meeting.title} · ${meetingTime(meeting, wording)}`);
  const names = [...new Set(away.map(({ name }) => name))];
  return [
    ...(meetings.length === 0 ? [] : [paragraph(words.digest.meetings), { kind: "list" as const, items: meetings }]),
    ...(names.length === 0
      ? []
      : [
          paragraph(
            wording.labelled(
              words.digest.away,
              wording.roster.list([
                ...names.slice(0, mostAway),
                ...(names.length > mostAway ? [words.lists.more(names.length - mostAway)] : []),
              ]),
            ),
          ),
        ]),
  ];
}

async function channelDigest(channel: string, morning: Morning, scene: Scene) {
  const wording = wordingFor(scene.settings.language);
  const { deadlines: words } = wording;
  const { channels, departmentChannels } = scene.settings;
  const their = (which: (each: string) => boolean): readonly string[] =>
    [...departmentChannels].filter(([, each]) => which(each)).map(([department]) => department);
  // the office's channel is for all departments that have none of their own
  const of =
    channel === channels.deadlines
      ? { without: their((each) => each !== channel) }
      : { only: their((each) => each === channel) };
  const some = await saidIn(scene.records, morning, { channel: true, ...of }, mostFound);
  const groups = Map.groupBy(some, (each) => groupOf(each, morning));
  const blocks = (["overdue", "today", "soon"] as const).flatMap((group): readonly Block[] => {
    const these = groups.get(group) ?? [];
    const lines = these.map((each) => `${lineOf(each, scene, wording)} · ${each.department}`);
    return lines.length === 0 ? [] : [paragraph(words.digest.groups[group]), listed(lines, wording)];
  });
  if (blocks.length === 0) return { did: "dropped" as const, why: "nothing is left to say" };
  await scene.send(
    channel,
    reply({
      tone: "needs",
      language: wording.language,
      blocks: [point(words.digest.channel(scene.today)), ...blocks, note(words.digest.pace)],
      visibleTo: "channel",
    }),
  );
  return { did: "sent" as const };
}
