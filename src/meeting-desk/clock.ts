import type { AtDesk } from "../leave-desk/at-desk.ts";
import {
  type ClockItem,
  hasBegun,
  minutesBehind,
  nextOf,
  runningOf,
  stepsOf,
  untilOf,
} from "../meetings/agenda-clock.ts";
import { clockCard, type Meeting, meetingCard } from "../meetings/meeting.ts";
import { personName, tenuresOn } from "../office/people.ts";
import { refusal } from "../office/permissions.ts";
import type { PlannedReminder, ReminderKindName } from "../reminders/kind.ts";
import { type Block, type Button, paragraph, point, type Reply, reply } from "../reply.ts";
import { accountsOf, languageOfRecipient } from "../store/accounts.ts";
import { administrators } from "../store/administrators.ts";
import { clockOf } from "../store/agenda-clock.ts";
import { cardRecipients } from "../store/card-recipients.ts";
import { updateCard } from "../store/outbox.ts";
import { peopleById, personById } from "../store/people.ts";
import { dropReminders, planReminder } from "../store/reminders.ts";
import { type Wording, wordingFor } from "../wording/wording.ts";
import { calledTo } from "./attending.ts";
import { clockTime } from "./holding.ts";
import { beginOf } from "./reminder.ts";

/** A meeting's agenda as it stands, with the names of those who present its items, by their ids. */
export interface Clock {
  readonly meeting: Meeting;
  readonly items: readonly ClockItem[];
  readonly names: ReadonlyMap<string, string>;
}

export async function openClock(meeting: Meeting, { records }: Pick<AtDesk, "records">): Promise<Clock> {
  const items = await clockOf(records, meeting.number);
  const ids = [...new Set(items.flatMap(({ reporter }) => reporter ?? []))];
  return { meeting, items, names: new Map((await peopleById(records, ids)).map(({ id, name }) => [id, name])) };
}

type At = Pick<AtDesk, "today" | "settings">;

/** How far the agenda is. Times are those of the clock on the wall: what is shown does not grow old. */
export function clockBlocks(
  { meeting, items, names }: Clock,
  wording: Wording,
  { today, settings }: At,
): readonly Block[] {
  const { clock, agenda } = wording.meetings;
  const zone = settings.timeZone;
  const [item, next] = [runningOf(items), nextOf(items)];
  const presenter = ({ reporter, reporterWords }: ClockItem) => {
    const name = reporter === null ? reporterWords : (names.get(reporter) ?? reporter);
    return name === "" ? [] : [agenda.reporter(name)];
  };
  const head = item
    ? clock.running(item.position, items.length, item.title)
    : hasBegun(items)
      ? clock.done
      : clock.notBegun;
  const until = item && untilOf(item);
  const planned = item && until && { minutes: item.minutes ?? 0, until: clockTime(until, today, zone) };
  // of what is left for another day nobody planned the hour
  const behind = meeting.untilDay === undefined ? minutesBehind(items, beginOf(meeting, zone)) : undefined;
  return [
    point(head),
    {
      kind: "list",
      items: [
        meeting.title,
        ...(item ? [...presenter(item), clock.time(clockTime(item.begunAt ?? new Date(0), today, zone), planned)] : []),
        ...(next ? [[clock.next(next.position, next.title), ...presenter(next)].join(" · ")] : []),
        ...(item && !next ? [clock.last] : []),
      ],
    },
    ...(behind === undefined ? [] : [paragraph(clock.behind(behind))]),
  ];
}

/** What whoever runs the clock can do next. */
export function clockButtons({ meeting, items }: Clock, wording: Wording): readonly Button[] {
  const { clock, buttons } = wording.meetings;
  const options = { number: String(meeting.number), step: String(stepsOf(items)) };
  const [item, next] = [runningOf(items), nextOf(items)];
  return [
    ...(item || next
      ? [{ label: next ? clock.begin(next.position) : clock.end, command: "meeting next", options }]
      : []),
    ...(hasBegun(items) ? [{ label: clock.back, command: "meeting back", options }] : []),
    {
      label: buttons.agenda(wording.leave.number(meeting.number)),
      command: "meeting agenda",
      options: { number: String(meeting.number) },
    },
  ];
}

/**
 * Brings the one card up to date that everybody has who follows the agenda: the channel for meetings, whoever presides,
 * whoever runs the clock. `by`: who does so now, as the audit names them.
 */
export async function showClock(clock: Clock, at: AtDesk, by?: string): Promise<void> {
  const { meeting } = clock;
  const card = clockCard(meeting.number);
  const presider = (await calledTo(meeting, at)).find(({ as }) => as === "presider");
  const wanted = [at.settings.channels.meetings, presider && personName(presider.person.id), by];
  const make = (recipient: string) => cardFor(recipient, clock, at);
  const had = await cardRecipients(at.records, card);
  await updateCard(at.records, card, make, at.now);
  for (const recipient of new Set(wanted.flatMap((each) => each ?? [])))
    if (!had.has(recipient) && (await canBeTold(recipient, at)))
      await at.send(recipient, await make(recipient), { card });
}

async function cardFor(recipient: string, clock: Clock, at: AtDesk): Promise<Reply> {
  const wording = wordingFor(await languageOfRecipient(at.records, recipient, at.settings.language));
  return reply({
    tone: "answer",
    language: wording.language,
    blocks: clockBlocks(clock, wording, at),
    buttons: (await mayRun(recipient, at)) ? clockButtons(clock, wording) : [],
  });
}

/** Whether somebody can be written to: whoever sits at the terminal reads the answer there. */
export async function canBeTold(recipient: string, { records }: Pick<AtDesk, "records">): Promise<boolean> {
  const [kind, id = ""] = recipient.split(":");
  if (kind === "person") return (await accountsOf(records, id)).some(({ platform }) => platform !== "terminal");
  return kind === "channel" || (kind === "account" && id !== "terminal");
}

/** Whether whoever gets a message may move the agenda on; an account of nobody's has it because they did. */
export async function mayRun(
  recipient: string,
  { records, rulebook, today }: Pick<AtDesk, "records" | "rulebook" | "today">,
): Promise<boolean> {
  const [kind, id = ""] = recipient.split(":");
  if (kind !== "person") return kind === "account";
  const person = await personById(records, id);
  if (!person) return false;
  const administrator = (await administrators(records)).includes(recipient);
  const actor = { person, tenures: tenuresOn(person, today), administrator };
  return refusal("meeting.plan", actor, rulebook.data.permissions) === undefined;
}

const minute = 60_000;
/** So long before the time of an item is over it is said. */
const warned = 2 * minute;

const clockKinds = ["meeting.item-warning", "meeting.item-over"] as const satisfies readonly ReminderKindName[];

/** Plans that it is said when the time of the present item is nearly over, and when it is; of the one before nothing is. */
export async function planItemReminders({ meeting, items }: Clock, by: string, at: AtDesk): Promise<void> {
  const subject = meetingCard(meeting.number);
  await dropReminders(at.records, subject, clockKinds);
  const item = runningOf(items);
  const until = item && untilOf(item);
  if (!item?.begunAt || !until) return;
  const begun = item.begunAt.getTime();
  const times = { "meeting.item-warning": new Date(until.getTime() - warned), "meeting.item-over": until };
  for (const [step, kind] of clockKinds.entries()) {
    const when = times[kind];
    if (when <= at.now) continue;
    const planned: PlannedReminder = {
      // of an item that is begun once more, or is given more time, it is said once more
      key: `${kind}:${meeting.number}:${item.position}:${begun}:${item.minutes}`,
      ...{ kind, subject, recipient: by, step, at: when },
      details: { position: item.position, begun },
    };
    await planReminder(at.records, planned);
  }
}

/** The agenda itself was changed while it is dealt with. */
export async function clockChanged(meeting: Meeting, by: string, at: AtDesk): Promise<void> {
  const clock = await openClock(meeting, at);
  await showClock(clock, at);
  await planItemReminders(clock, by, at);
}
