import { meetingTime } from "../find-meetings.ts";
import { cardOf, isGranted, isOpen, type Leave } from "../leave/leave.ts";
import type { AtDesk } from "../leave-desk/at-desk.ts";
import { withdrawMoot } from "../leave-desk/moot.ts";
import { updateCards } from "../leave-desk/send.ts";
import { releaseSubstitute } from "../leave-desk/substitute.ts";
import type { Meeting } from "../meetings/meeting.ts";
import { personName } from "../office/people.ts";
import { point, reply } from "../reply.ts";
import { discardDraft, leaveNumbered, leavesWhere } from "../store/leave.ts";
import { personById } from "../store/people.ts";
import { dropReminders } from "../store/reminders.ts";
import { type Wording, wordingFor } from "../wording/wording.ts";

/** What is said to those who asked for leave from a meeting, had it, or were to decide on it. */
type WordsOf = (wording: Wording) => {
  openRequest(title: string, when: string, number: string): string;
  grantedRequest(title: string, when: string, number: string): string;
  toApprover(title: string, when: string, number: string, who: string): string;
};

/**
 * Of leave from a meeting that does not take place then nothing is decided any more. Leave that was granted stays known
 * but is not needed; of a meeting that is `moved` it is void, as it was granted for another time. `meeting`: as it was.
 */
export async function settleLeave(
  meeting: Meeting,
  { wordsOf, moved = false }: { readonly wordsOf: WordsOf; readonly moved?: boolean },
  at: AtDesk,
): Promise<{ readonly withdrawn: readonly Leave[]; readonly needless: readonly Leave[] }> {
  const withdrawn: Leave[] = [];
  const needless: Leave[] = [];
  for (const { number } of await leavesWhere(at.records, { meeting: meeting.number })) {
    // somebody may just be deciding on it: it is then waited for what they do
    const leave = await leaveNumbered(at.records, number);
    if (!leave) continue;
    if (leave.status === "draft") await discardDraft(at.records, number);
    if (isOpen(leave)) {
      const done = await withdrawMoot(leave, { meeting: meeting.number }, at);
      if (!done) throw new Error(`request ${number} was changed while its meeting was`);
      withdrawn.push(done);
      await tellOpen(done, meeting, wordsOf, at);
    }
    if (isGranted(leave)) {
      needless.push(leave);
      if (moved) await withdrawMoot(leave, { meeting: meeting.number }, at);
      else {
        await dropReminders(at.records, cardOf(number));
        await updateCards(leave, at);
      }
      await releaseSubstitute(leave, at);
      await tell(leave.person, at, (wording) =>
        wordsOf(wording).grantedRequest(meeting.title, meetingTime(meeting, wording), wording.leave.number(number)),
      );
    }
  }
  return { withdrawn, needless };
}

async function tellOpen(leave: Leave, meeting: Meeting, wordsOf: WordsOf, at: AtDesk): Promise<void> {
  const name = (await personById(at.records, leave.person))?.name ?? leave.person;
  await tell(leave.person, at, (wording) =>
    wordsOf(wording).openRequest(meeting.title, meetingTime(meeting, wording), wording.leave.number(leave.number)),
  );
  if (leave.approver === null) return;
  await tell(leave.approver, at, (wording) =>
    wordsOf(wording).toApprover(
      meeting.title,
      meetingTime(meeting, wording),
      wording.leave.number(leave.number),
      wording.leave.person(name, leave.title),
    ),
  );
}

async function tell(person: string, at: AtDesk, words: (wording: Wording) => string): Promise<void> {
  const wording = wordingFor(await at.languageOf(person));
  const told = reply({ tone: "done", language: wording.language, blocks: [point(words(wording))] });
  await at.send(personName(person), told);
}
