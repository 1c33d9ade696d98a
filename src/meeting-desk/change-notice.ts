import { meetingTime } from "../find-meetings.ts";
import type { AtDesk } from "../leave-desk/at-desk.ts";
import { hereCard, type Meeting, meetingCard } from "../meetings/meeting.ts";
import { personName } from "../office/people.ts";
import { postName } from "../office/posts.ts";
import { type Block, note, paragraph, point, type Reply, reply } from "../reply.ts";
import { attendanceAt } from "../store/attendance.ts";
import { repliesTo } from "../store/meetings.ts";
import { updateCard } from "../store/outbox.ts";
import { peopleById } from "../store/people.ts";
import { type Wording, wordingFor } from "../wording/wording.ts";
import { attending, type Called, calledTo } from "./attending.ts";
import type { Difference } from "./change.ts";
import { hereMessage } from "./here.ts";
import { meetingLines } from "./lines.ts";
import {
  attendButton,
  entryFor,
  leaveButton,
  noticeTo,
  parted,
  replyWords,
  sendNotice,
  type Told,
  toChannel,
  wordingOf,
} from "./notice.ts";
import { remindersSet } from "./reminder-words.ts";

interface Changed {
  /** The meeting as it was, and as it is. */
  readonly old: Meeting;
  readonly meeting: Meeting;
  readonly what: readonly Difference[];
}

/** "When: 2026-12-02, 09:00–10:30 → 2026-12-03, 09:00–10:30"; who else is invited is shown only to whoever plans it. */
export async function changeLines(
  { old, meeting, what, shown }: Changed & { readonly shown: "all" | "public" },
  at: Pick<AtDesk, "records" | "rulebook" | "settings">,
  wording: Wording,
): Promise<readonly string[]> {
  const { records, rulebook } = at;
  const { fields, change } = wording.meetings;
  const presider = ({ presider: post }: Meeting) =>
    post === null ? "" : postName(post, rulebook.data.posts, wording.language);
  const invited = async ({ invited: ids }: Meeting) =>
    wording.roster.list((await peopleById(records, ids)).map(({ name }) => name));
  const shownAs: Readonly<Record<Difference, (one: Meeting) => string | Promise<string>>> = {
    title: ({ title }) => title,
    when: (one) => meetingTime(one, wording),
    place: ({ place }) => place,
    presider,
    invited,
    department: ({ department }) => department ?? "",
    siteVisit: ({ siteVisit }) => (siteVisit ? wording.yes : wording.no),
    reminders: (one) => remindersSet(one, at, wording.meetings),
  };
  const told = what.filter((each) => shown === "all" || each !== "invited");
  return Promise.all(
    told.map(async (each) => {
      const [was, is] = [await shownAs[each](old), await shownAs[each](meeting)];
      return wording.labelled(fields[each], change.fromTo(was || change.nothing, is || change.nothing));
    }),
  );
}

/**
 * Tells everybody who is called what is different; those who are newly called get a notice, those who are no longer
 * called are told so, and every calendar follows. `before`: who was called to it as it was. `asked`: they were asked to
 * say that they are there when it begins, which is when it begins now.
 */
export async function sendChange(
  { before, asked, ...changed }: Changed & { readonly before: readonly Called[]; readonly asked: boolean },
  at: AtDesk,
): Promise<Told> {
  const { meeting, what } = changed;
  const called = await calledTo(meeting, at);
  const idsOf = (some: readonly Called[]) => new Set(some.map(({ person }) => person.id));
  const [was, is] = [idsOf(before), idsOf(called)];
  // who else is invited is nobody else's business
  const onlyOthers = what.every((each) => each === "invited");
  const replied = await repliesTo(at.records, meeting.number);
  const gone = before.filter(({ person }) => !is.has(person.id));
  const bid = (wording: Wording): Reply => {
    const text = wording.meetings.change.notCalled(changed.old.title, meetingTime(changed.old, wording));
    return reply({ tone: "done", language: wording.language, blocks: [point(text)] });
  };
  const now = async (recipient: string): Promise<Reply | undefined> => {
    const one = called.find(({ person }) => personName(person.id) === recipient);
    if (one && onlyOthers) return undefined;
    if (one) return noticeTo(one, meeting, replied.has(one.person.id), at);
    return gone.some(({ person }) => personName(person.id) === recipient)
      ? bid(await wordingOf(recipient, at))
      : undefined;
  };
  const coming = new Set((asked ? await attending(meeting, at) : []).map(({ person }) => personName(person.id)));
  const stillAsked = async (recipient: string): Promise<Reply | undefined> =>
    coming.has(recipient) ? hereMessage(meeting, await wordingOf(recipient, at), at) : now(recipient);
  // what was sent before; who has said already that they are there, and still is, is left alone
  const there = await attendanceAt(at.records, meeting.number);
  const isThere = (recipient: string) => there.has(recipient.replace(/^person:/, ""));
  await updateCard(at.records, meetingCard(meeting.number), now, at.now);
  await updateCard(
    at.records,
    hereCard(meeting.number),
    async (recipient) => (isThere(recipient) ? undefined : stillAsked(recipient)),
    at.now,
  );
  const { told, unreached } = await parted(called, at);
  const reached: Called[] = [];
  for (const each of told) {
    const isNew = !was.has(each.person.id);
    if (onlyOthers && !isNew) continue;
    reached.push(each);
    if (isNew) await sendNotice(each, meeting, at);
    else
      await at.send(personName(each.person.id), await changeNotice(each, changed, replied, at), {
        card: meetingCard(meeting.number),
      });
  }
  // whoever goes instead of somebody is not called, and comes all the same
  const instead = (await attending(meeting, at)).filter(({ as }) => as === "substitute");
  for (const each of onlyOthers ? [] : (await parted(instead, at)).told) {
    reached.push(each);
    await at.send(personName(each.person.id), await changeNotice(each, changed, replied, at), {
      card: meetingCard(meeting.number),
    });
  }
  for (const { person } of (await parted(gone, at)).told) {
    const wording = wordingFor(await at.languageOf(person.id));
    const message = bid(wording);
    const blocks: readonly Block[] = [...message.blocks, note(wording.meetings.notice.fileCancelled)];
    const out = { ...meeting, cancelledAt: at.now };
    await at.send(personName(person.id), { ...message, blocks, files: [await entryFor(out, wording, at)] });
  }
  if (!onlyOthers) {
    const wording = wordingFor(at.settings.language);
    const lines = await changeLines({ ...changed, shown: "public" }, at, wording);
    await toChannel(meeting, at, ({ meetings }) => meetings.change.channel, lines);
  }
  return { told: reached, unreached: onlyOthers ? unreached.filter(({ person }) => !was.has(person.id)) : unreached };
}

async function changeNotice(
  { person, as }: Called,
  changed: Changed,
  replied: ReadonlySet<string>,
  at: AtDesk,
): Promise<Reply> {
  const { meeting, what } = changed;
  const wording = wordingFor(await at.languageOf(person.id));
  const { change } = wording.meetings;
  const instead = as === "substitute";
  const unasked = as === "presider" || instead;
  const comes = unasked || replied.has(person.id);
  const again = what.includes("when") ? change.replyAgain : replyWords(meeting, false, wording, at.rulebook);
  return reply({
    tone: comes ? "answer" : "needs",
    language: wording.language,
    blocks: [
      point(change.notice),
      ...(instead ? [paragraph(wording.meetings.notice.instead)] : []),
      { kind: "list", items: await changeLines({ ...changed, shown: "public" }, at, wording) },
      paragraph(change.nowIs),
      { kind: "list", items: meetingLines(meeting, [], { ...at, wording }) },
      ...(comes ? [] : [paragraph(again)]),
      // they were named without an entry for their calendar
      ...(instead ? [] : [note(change.file)]),
    ],
    buttons: unasked
      ? []
      : [...(comes ? [] : [attendButton(meeting, wording)]), ...leaveButton(meeting, wording, at.rulebook)],
    files: instead ? [] : [await entryFor(meeting, wording, at)],
  });
}
