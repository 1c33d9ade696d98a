import { cardOf, isGranted, type Leave, numberOfCard } from "../leave/leave.ts";
import { endOf } from "../leave/nudges.ts";
import { expectedBack } from "../leave/returning.ts";
import { personName } from "../office/people.ts";
import type { PlannedReminder, ReminderKind, Scene } from "../reminders/kind.ts";
import { nextWorkingMorning, officeMoment } from "../reminders/office-time.ts";
import { note, paragraph, point, reply } from "../reply.ts";
import { leaveNumbered, leavesWhere } from "../store/leave.ts";
import { holdersOf, personById } from "../store/people.ts";
import { dropReminders, planReminder } from "../store/reminders.ts";
import { wordingFor } from "../wording/wording.ts";
import type { AtDesk } from "./at-desk.ts";
import { leaveCard } from "./card.ts";
import { officeTimeOf } from "./decision-reminder.ts";
import { holdCards } from "./hold-cards.ts";
import { publicLines } from "./public-lines.ts";
import { halfOf, isAway } from "./roll.ts";

export const returnKind = "leave.return";

const week = 7 * 24 * 3600_000;

/** Whether the end of this leave is somebody's return from a journey, and nobody has reported it. */
const isAwaited = (leave: Leave, { rulebook }: Pick<AtDesk, "rulebook">): boolean =>
  isGranted(leave) && leave.returned === null && leave.occasion === rulebook.data.leave?.trip;

/**
 * Plans that whoever goes away is asked to report back when people are first at work after the leave. To be called again
 * after every change of its days: what was planned for others is dropped.
 */
export async function planReturn(leave: Leave, at: AtDesk): Promise<void> {
  await dropReminders(at.records, cardOf(leave.number), [returnKind]);
  if (!isAwaited(leave, at)) return;
  const over = endOf(leave.span, at.settings.timeZone);
  const first = officeMoment(over < at.now ? at.now : over, officeTimeOf(at));
  await planReminder(at.records, returnReminder(leave, leave.version, 0, first));
}

/** The reminder after `sent` others; `since`: the version of the leave for which they began. */
const returnReminder = (leave: Leave, since: number, sent: number, when: Date): PlannedReminder => ({
  key: `${returnKind}:${leave.number}:${since}:${sent}`,
  kind: returnKind,
  subject: cardOf(leave.number),
  recipient: personName(leave.person),
  step: sent,
  at: when,
  details: { since },
});

/** How many reminders come on working days one after the other; with the last of them the office is told. */
const daily = 3;

/** Asks whoever should be back, nudges, tells those who look after leave, and does not give up: once a week. */
export const returnNudge: ReminderKind & { readonly name: "leave.return" } = {
  name: returnKind,
  hold: holdCards,
  async consider({ subject, step: sent, details }, scene) {
    const leave = await leaveNumbered(scene.records, numberOfCard(subject));
    if (!leave || !isAwaited(leave, scene)) return { did: "dropped", why: "reported, or there is no return" };
    if (!(await personById(scene.records, leave.person))) return { did: "dropped", why: "nobody is there to ask" };
    const office = officeTimeOf(scene);
    const away = await awayUntil(leave, scene);
    if (away > scene.now) return { did: "waits", until: officeMoment(away, office) };
    const officeTold = sent === daily - 1 ? await tellOffice(leave, scene) : [];
    await ask(leave, sent, scene);
    await scene.note({
      action: "leave.nudge",
      subject,
      details: { version: leave.version, return: sent + 1, to: [leave.person, ...officeTold] },
      about: leave.person,
    });
    const next =
      sent + 1 < daily
        ? nextWorkingMorning(scene.now, office)
        : officeMoment(new Date(scene.now.getTime() + week), office);
    return { did: "sent", next: returnReminder(leave, Number(details.since), sent + 1, next) };
  },
  together(_, lines, { language, leaveReturn }) {
    const { nudge, buttons } = leaveReturn;
    return reply({
      tone: "needs",
      language,
      blocks: [point(nudge.officeMany(lines.length)), { kind: "list", items: lines }, paragraph(nudge.officeNext)],
      buttons: [{ label: buttons.missing, command: "leave return", options: {} }],
    });
  },
};

/** Until when nobody needs to ask: the leave goes on after all, or another journey follows upon it. */
async function awayUntil(leave: Leave, { records, now, today, settings, rulebook }: Scene): Promise<Date> {
  const half = halfOf(now, settings.timeZone);
  const days = { person: leave.person, statuses: ["approved", "noted"], from: today, until: today } as const;
  const others = (await leavesWhere(records, days)).filter((each) => isAway(each, today, half, rulebook));
  const ends = [leave, ...others].map(({ span }) => endOf(span, settings.timeZone).getTime());
  return new Date(Math.max(...ends));
}

/** The leave once more as a card, with the button that reports the return. */
async function ask(leave: Leave, sent: number, scene: Scene): Promise<void> {
  const wording = wordingFor(await scene.languageOf(leave.person));
  const { nudge } = wording.leaveReturn;
  const number = wording.leave.number(leave.number);
  const words = sent === 0 ? nudge.ask : nudge.again;
  const card = await leaveCard(leave, "requester", scene, wording);
  const message = {
    ...card,
    tone: "needs" as const,
    blocks: [
      point(words(number, wording.leave.span(leave.span))),
      ...(sent >= daily - 1 ? [paragraph(nudge.officeKnows)] : []),
      ...card.blocks,
    ],
  };
  await scene.send(personName(leave.person), message, { card: cardOf(leave.number) });
}

/** Tells those who look after the office's leave, without reason and place; returns their ids. */
async function tellOffice(leave: Leave, scene: Scene): Promise<readonly string[]> {
  const { records, rulebook, today, calendar } = scene;
  const holders = await holdersOf(records, rulebook.data.permissions["leave.see"] ?? [], today);
  const office = holders.filter(({ id }) => id !== leave.person);
  const name = (await personById(records, leave.person))?.name ?? leave.person;
  const expected = expectedBack(leave, calendar);
  const options = { number: String(leave.number) };
  for (const { id } of office) {
    const wording = wordingFor(await scene.languageOf(id));
    const { nudge, buttons, convention } = wording.leaveReturn;
    const number = wording.leave.number(leave.number);
    const message = reply({
      tone: "needs",
      language: wording.language,
      blocks: [
        point(nudge.office(wording.leave.person(name, leave.title), number)),
        { kind: "list", items: publicLines(leave, name, scene, wording) },
        ...(expected === undefined ? [] : [paragraph(nudge.expected(expected)), note(convention)]),
        paragraph(nudge.officeNext),
      ],
      buttons: [
        { label: buttons.backOf(name, number), command: "leave return", options: { ...options, person: leave.person } },
        { label: wording.leave.buttons.show, command: "leave show", options },
      ],
    });
    const line = [number, wording.leave.person(name, leave.title), wording.leave.span(leave.span)].join(" · ");
    await scene.send(personName(id), message, { card: cardOf(leave.number), listed: { as: "office", line } });
  }
  return office.map(({ id }) => id);
}
