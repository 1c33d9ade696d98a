import { quotes } from "../ask/sources.ts";
import { dayOf } from "../dates.ts";
import { meetingTime } from "../find-meetings.ts";
import type { AtDesk } from "../leave-desk/at-desk.ts";
import type { Meeting } from "../meetings/meeting.ts";
import { dueTo, type MinutesOnWay, minutesCard } from "../meetings/minutes-course.ts";
import { personName } from "../office/people.ts";
import { type Block, type Button, paragraph, point, type Reply, reply, type TextFile } from "../reply.ts";
import type { Fact } from "../rulebook/model.ts";
import type { DraftFile } from "../store/draft-files.ts";
import { minutesSteps } from "../store/minutes.ts";
import { updateCard } from "../store/outbox.ts";
import { peopleById } from "../store/people.ts";
import { inLanguage } from "../text.ts";
import { type Wording, wordingFor } from "../wording/wording.ts";
import { asFile, fileOfMinutes, nameOf } from "./minutes-file.ts";

/** In characters: what is longer goes along as a file. */
const longestShown = 1200;

/** Minutes as they stand, for somebody who may read them, with what they can do about it. */
export async function minutesReply(
  minutes: MinutesOnWay,
  meeting: Meeting,
  reader: string | undefined,
  at: Pick<AtDesk, "records" | "rulebook" | "settings">,
  wording: Wording,
): Promise<Reply> {
  const words = wording.meetings.minutes;
  const due = dueTo(minutes);
  const own = reader !== undefined && due === reader;
  const rules = rulesOf(minutes, at.rulebook.facts);
  const file = await fileOfMinutes(at.records, meeting.number, minutes);
  return reply({
    tone: own ? "needs" : minutes.status === "issued" ? "done" : "answer",
    language: wording.language,
    blocks: [
      point(
        own ? words.yours[yoursAs(minutes)](meeting.title) : words.of(meeting.title, meetingTime(meeting, wording)),
      ),
      ...(await historyBlocks(minutes, at, wording)),
      ...subjectBlocks(minutes, at, wording),
      ...draftBlocks(minutes, file, wording),
      ...quotes(rules, { ...at, wording }),
    ],
    citations: rules.flatMap(({ because }) => because),
    buttons: own ? buttonsFor(minutes, wording) : [],
    files: [...(minutes.text.length > longestShown ? [fileOf(minutes)] : []), ...(file ? [asFile(file)] : [])],
  });
}

/** What minutes ask of whoever they wait for. */
function yoursAs({ status, outcome }: MinutesOnWay): "review" | "sign" | "agree" | "returned" | "issue" {
  if (status === "sign") return outcome === "opinions" ? "agree" : "sign";
  if (status === "review" || status === "returned") return status;
  return "issue";
}

/** The facts by whose words they are reviewed and signed. */
const rulesOf = ({ reviewFact, signFact }: MinutesOnWay, facts: ReadonlyMap<string, Fact>): readonly Fact[] =>
  [reviewFact, signFact].flatMap((id) => (id === null ? [] : (facts.get(id) ?? [])));

/** The minutes have gone on since somebody was shown what they press: they see how they stand, and nothing is changed. */
export async function goneOn(...given: Parameters<typeof minutesReply>): Promise<Reply> {
  const now = await minutesReply(...given);
  const [, , , , wording] = given;
  // that they are issued is nothing that this press has done
  const tone = now.tone === "done" ? "refused" : now.tone;
  return { ...now, tone, blocks: [point(wording.meetings.minutes.stale), ...now.blocks] };
}

/** Where they are, and what was done with them: by whom, when, and why they were returned. */
async function historyBlocks(
  minutes: MinutesOnWay,
  { records, settings }: Pick<AtDesk, "records" | "settings">,
  wording: Wording,
): Promise<readonly Block[]> {
  const words = wording.meetings.minutes;
  const steps = await minutesSteps(records, minutes.meeting);
  const due = dueTo(minutes);
  const ids = [...steps.map(({ person }) => person), ...(due === null ? [] : [due])];
  const names = new Map((await peopleById(records, [...new Set(ids)])).map(({ id, name }) => [id, name]));
  const named = (id: string) => names.get(id) || id;
  const items = steps.map(({ step, person, at, words: said }) => {
    const line = words.step(words.steps[step], named(person), dayOf(at, settings.timeZone));
    return said === "" ? line : wording.labelled(line, said);
  });
  return [
    paragraph(due === null ? words.statuses.issued : words.waitsFor(words.statuses[minutes.status], named(due))),
    { kind: "list", items },
  ];
}

function subjectBlocks(
  { subjects }: MinutesOnWay,
  { rulebook }: Pick<AtDesk, "rulebook">,
  wording: Wording,
): readonly Block[] {
  const known = rulebook.data.meetings?.minutes.subject?.each ?? {};
  const names = subjects.map((each) => inLanguage(known[each]?.name ?? {}, wording.language) || each);
  return names.length === 0
    ? []
    : [paragraph(wording.labelled(wording.meetings.minutes.about, wording.roster.list(names)))];
}

function draftBlocks(
  { text, link }: MinutesOnWay,
  file: DraftFile | undefined,
  { meetings, labelled, document }: Wording,
): readonly Block[] {
  const words = meetings.minutes;
  const size = (bytes: number) => document.size(Math.max(1, Math.round(bytes / 1000)));
  return [
    ...(file ? [paragraph(words.asFile(nameOf(file), size(file.size)))] : []),
    ...(link === "" ? [] : [paragraph(labelled(words.link, link))]),
    ...(text === "" ? [] : [paragraph(text.length > longestShown ? words.inFile(text.length) : text)]),
  ];
}

const fileOf = ({ meeting, text }: MinutesOnWay): TextFile => ({ name: `minutes-${meeting}.txt`, content: text });

function buttonsFor(minutes: MinutesOnWay, { meetings, leave }: Wording): readonly Button[] {
  const { buttons } = meetings.minutes;
  const options = { number: String(minutes.meeting), round: String(minutes.round) };
  const as = yoursAs(minutes);
  if (as === "returned") return [redraft(minutes.meeting, buttons.redraft)];
  if (as === "issue")
    return [{ label: buttons.issue(leave.number(minutes.meeting)), command: "meeting issue", options }];
  return [
    { label: buttons[as], command: "meeting pass", options },
    { label: buttons.giveBack, command: "meeting return", options, form: true },
  ];
}

export const redraft = (meeting: number, label: string): Button => ({
  label,
  command: "meeting minutes",
  options: { number: String(meeting) },
  form: true,
});

export const publishButtons = (number: number, { meetings }: Wording): readonly Button[] =>
  (["published", "withheld"] as const).map((outcome) => ({
    label: meetings.minutes.publish.buttons[outcome],
    command: "meeting publish",
    options: { number: String(number), outcome },
  }));

/** Sends the minutes to whoever they wait for now; every message that shows them is brought up to date. */
export async function sendMinutes(minutes: MinutesOnWay, meeting: Meeting, at: AtDesk): Promise<void> {
  const due = dueTo(minutes);
  await updateCard(
    at.records,
    minutesCard(minutes.meeting),
    async (recipient) => {
      const person = recipient.startsWith("person:") ? recipient.slice("person:".length) : undefined;
      const wording = wordingFor(person === undefined ? at.settings.language : await at.languageOf(person));
      // whoever they wait for gets a message of their own, in which alone something can be pressed
      return minutesReply(minutes, meeting, undefined, at, wording);
    },
    at.now,
  );
  if (due === null) return;
  const wording = wordingFor(await at.languageOf(due));
  await at.send(personName(due), await minutesReply(minutes, meeting, due, at, wording), {
    card: minutesCard(minutes.meeting),
  });
}
