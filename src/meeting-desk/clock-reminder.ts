import { type ClockItem, runningOf, untilOf } from "../meetings/agenda-clock.ts";
import { numberOfMeetingCard } from "../meetings/meeting.ts";
import type { Considered, Reminder, ReminderKind, Scene } from "../reminders/kind.ts";
import { point, reply } from "../reply.ts";
import { languageOfRecipient } from "../store/accounts.ts";
import { meetingNumbered } from "../store/meetings.ts";
import type { MeetingsWording } from "../wording/meetings/wording.ts";
import { wordingFor } from "../wording/wording.ts";
import { canBeTold, clockButtons, mayRun, openClock } from "./clock.ts";
import { clockTime } from "./holding.ts";

type Say = (words: MeetingsWording["clock"], item: ClockItem, until: string) => string;

/** Tells the channel and whoever runs the clock, as long as the item is the one that is dealt with. */
async function tell(reminder: Reminder, scene: Scene, say: Say, before: boolean): Promise<Considered> {
  const { records, now, today, settings } = scene;
  const meeting = await meetingNumbered(records, numberOfMeetingCard(reminder.subject));
  if (!meeting || meeting.cancelledAt) return { did: "dropped", why: "it does not take place" };
  const clock = await openClock(meeting, scene);
  const item = runningOf(clock.items);
  const until = item && untilOf(item);
  if (!item || !until || item.begunAt?.getTime() !== reminder.details.begun)
    return { did: "dropped", why: "another item is dealt with" };
  if (before && until <= now) return { did: "dropped", why: "its time is over" };
  const told = [...new Set([settings.channels.meetings ?? "", reminder.recipient])];
  let sent = 0;
  for (const recipient of told) {
    if (recipient === "" || !(await canBeTold(recipient, scene))) continue;
    const wording = wordingFor(await languageOfRecipient(records, recipient, settings.language));
    const text = say(wording.meetings.clock, item, clockTime(until, today, settings.timeZone));
    const buttons = (await mayRun(recipient, scene)) ? clockButtons(clock, wording) : [];
    await scene.send(recipient, reply({ tone: "answer", language: wording.language, blocks: [point(text)], buttons }));
    sent++;
  }
  return sent > 0 ? { did: "sent" } : { did: "dropped", why: "there is nobody to tell" };
}

export const itemWarning: ReminderKind & { readonly name: "meeting.item-warning" } = {
  name: "meeting.item-warning",
  anyTime: true,
  consider: (reminder, scene) =>
    tell(reminder, scene, (words, { position, title }, until) => words.warning(position, title, until), true),
};

export const itemOver: ReminderKind & { readonly name: "meeting.item-over" } = {
  name: "meeting.item-over",
  anyTime: true,
  consider: (reminder, scene) =>
    tell(reminder, scene, (words, { position, title }, until) => words.over(position, title, until), false),
};
