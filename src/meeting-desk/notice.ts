import { meetingTime } from "../find-meetings.ts";
import type { AtDesk } from "../leave-desk/at-desk.ts";
import { hereCard, type Meeting, meetingCard } from "../meetings/meeting.ts";
import type { RollState } from "../meetings/roll.ts";
import { meetingType } from "../meetings/types.ts";
import { personName } from "../office/people.ts";
import { type Block, type Button, note, paragraph, point, type Reply, reply, type TextFile } from "../reply.ts";
import type { Rulebook } from "../rulebook/model.ts";
import { accountsOf } from "../store/accounts.ts";
import { updateCard } from "../store/outbox.ts";
import { dropReminders } from "../store/reminders.ts";
import { type Wording, wordingFor } from "../wording/wording.ts";
import { type Called, calledTo } from "./attending.ts";
import { meetingLines } from "./lines.ts";

/** Whom a message found, and whom none can: people without an account on a platform that Mishu can write to. */
export interface Told {
  readonly told: readonly Called[];
  readonly unreached: readonly Called[];
}

export async function parted<Each extends Called>(called: readonly Each[], { records }: Pick<AtDesk, "records">) {
  const told: Each[] = [];
  const unreached: Each[] = [];
  for (const each of called) {
    const accounts = await accountsOf(records, each.person.id);
    (accounts.some(({ platform }) => platform !== "terminal") ? told : unreached).push(each);
  }
  return { told, unreached };
}

/** Calls everybody to a meeting, each by a message with the entry for their calendar. */
export async function sendNotices(meeting: Meeting, at: AtDesk): Promise<Told> {
  const called = await parted(await calledTo(meeting, at), at);
  for (const each of called.told) await sendNotice(each, meeting, at);
  await toChannel(meeting, at, ({ meetings: { notice } }) => notice.announced);
  return called;
}

export async function sendNotice(called: Called, meeting: Meeting, at: AtDesk): Promise<void> {
  const { id } = called.person;
  const wording = wordingFor(await at.languageOf(id));
  const message = await noticeTo(called, meeting, false, at);
  const withEntry = {
    ...message,
    blocks: [...message.blocks, note(wording.meetings.notice.file)],
    files: [await entryFor(meeting, wording, at)],
  };
  await at.send(personName(id), withEntry, { card: meetingCard(meeting.number) });
}

/** The notice as somebody sees it. `comes`: they have said so. */
export async function noticeTo(
  { person, as }: Pick<Called, "person" | "as">,
  meeting: Meeting,
  comes: boolean,
  at: Pick<AtDesk, "languageOf" | "rulebook">,
): Promise<Reply> {
  const wording = wordingFor(await at.languageOf(person.id));
  const { notice } = wording.meetings;
  const lines = { kind: "list", items: meetingLines(meeting, [], { ...at, wording }) } as const;
  if (as === "presider")
    return reply({ tone: "answer", language: wording.language, blocks: [point(notice.presides), lines] });
  return reply({
    tone: comes ? "done" : "needs",
    language: wording.language,
    blocks: [
      point(as === "invited" ? notice.invited : notice.called),
      lines,
      paragraph(replyWords(meeting, comes, wording, at.rulebook)),
    ],
    buttons: [...(comes ? [] : [attendButton(meeting, wording)]), ...leaveButton(meeting, wording, at.rulebook)],
  });
}

/** Tells everybody that it does not take place, takes it out of their calendars, and leaves nothing to press. */
export async function sendCancellations(meeting: Meeting, at: AtDesk): Promise<Told> {
  await dropReminders(at.records, meetingCard(meeting.number));
  const gone = (wording: Wording): Reply => {
    const text = wording.meetings.notice.cancelled(meeting.title, meetingTime(meeting, wording));
    return reply({ tone: "done", language: wording.language, blocks: [point(text)] });
  };
  // what was sent before
  for (const card of [meetingCard(meeting.number), hereCard(meeting.number)])
    await updateCard(at.records, card, async (recipient) => gone(await wordingOf(recipient, at)), at.now);
  const called = await parted(await calledTo(meeting, at), at);
  for (const { person } of called.told) {
    const wording = wordingFor(await at.languageOf(person.id));
    const told = gone(wording);
    const blocks: readonly Block[] = [...told.blocks, note(wording.meetings.notice.fileCancelled)];
    await at.send(personName(person.id), { ...told, blocks, files: [await entryFor(meeting, wording, at)] });
  }
  await toChannel(meeting, at, ({ meetings: { notice } }) => notice.cancelledHere);
  return called;
}

/** Reminds those who are to come, and the channel unless it is only about them. */
export async function sendReminders(
  meeting: Meeting,
  coming: readonly (Called & { readonly state?: RollState })[],
  say: (words: Wording["meetings"]["notice"]) => string,
  at: Pick<AtDesk, "languageOf" | "records" | "rulebook" | "send" | "settings">,
  { channel = true } = {},
): Promise<void> {
  for (const { person, as, state } of (await parted(coming, at)).told) {
    const wording = wordingFor(await at.languageOf(person.id));
    const { notice } = wording.meetings;
    const message = reply({
      tone: "needs",
      language: wording.language,
      blocks: [
        point(say(notice)),
        ...(as === "substitute" ? [paragraph(notice.instead)] : []),
        { kind: "list", items: meetingLines(meeting, [], { ...at, wording }) },
      ],
      buttons:
        as === "substitute" || as === "presider"
          ? []
          : [
              ...(state === "none" ? [attendButton(meeting, wording)] : []),
              ...leaveButton(meeting, wording, at.rulebook),
            ],
    });
    await at.send(personName(person.id), message, { card: meetingCard(meeting.number) });
  }
  if (channel) await toChannel(meeting, at, ({ meetings: { notice } }) => say(notice));
}

/** Who is to be told by somebody else, for whoever announces or cancels a meeting. */
export function unreachedBlocks({ unreached }: Told, { meetings, roster }: Wording): readonly Block[] {
  if (unreached.length === 0) return [];
  const { announce } = meetings;
  const shown = unreached.slice(0, mostNamed).map(({ person }) => person.name);
  const more = unreached.length - shown.length;
  return [paragraph(announce.unreached(roster.list(shown), more))];
}

const mostNamed = 30;

export const attendButton = ({ number }: Meeting, { meetings }: Wording): Button => ({
  label: meetings.buttons.attend,
  command: "meeting attend",
  options: { number: String(number) },
});

/** Leave from a meeting is asked for where the rules say of whom; elsewhere there is nothing to press. */
export const leaveButton = (
  { number, type }: Meeting,
  { meetings, leave }: Wording,
  rulebook: Rulebook,
): readonly Button[] =>
  meetingType(type, rulebook).occasion === undefined
    ? []
    : [
        {
          label: meetings.buttons.leave(leave.number(number)),
          command: "leave request",
          options: { meeting: String(number) },
          form: true,
        },
      ];

/** That one is to reply, or has, and what to do who cannot come. */
export const replyWords = ({ type }: Meeting, comes: boolean, { meetings }: Wording, rulebook: Rulebook): string => {
  const words = meetingType(type, rulebook).occasion === undefined ? meetings.notice.withoutLeave : meetings.notice;
  return comes ? words.comes : words.pleaseReply;
};
/** To the channel that the office chose for meetings: what and when, without anything private. `lines`: what is different. */
export async function toChannel(
  meeting: Meeting,
  at: Pick<AtDesk, "rulebook" | "send" | "settings">,
  say: (wording: Wording) => string,
  lines?: readonly string[],
): Promise<void> {
  const channel = at.settings.channels.meetings;
  if (channel === undefined) return;
  const wording = wordingFor(at.settings.language);
  const blocks: readonly Block[] = [
    point(say(wording)),
    ...(lines ? [{ kind: "list", items: lines } as const, paragraph(wording.meetings.change.nowIs)] : []),
    { kind: "list", items: meetingLines(meeting, [], { ...at, wording }) },
  ];
  await at.send(channel, reply({ tone: "answer", language: wording.language, blocks }));
}

export async function wordingOf(recipient: string, at: Pick<AtDesk, "languageOf" | "settings">): Promise<Wording> {
  const person = recipient.startsWith("person:") ? recipient.slice("person:".length) : undefined;
  return wordingFor(person === undefined ? at.settings.language : await at.languageOf(person));
}

export async function entryFor(
  meeting: Meeting,
  wording: Wording,
  { now, settings, rulebook }: AtDesk,
): Promise<TextFile> {
  // loaded only where a calendar is written: whoever asks a question does not wait for it
  const { calendarEntry } = await import("../meetings/calendar-entry.ts");
  const description = replyWords(meeting, false, wording, rulebook);
  const content = calendarEntry(meeting, { description, now, zone: settings.timeZone });
  return { name: `meeting-${meeting.number}.ics`, content };
}
