import type { Context } from "../command.ts";
import { meetingTime } from "../find-meetings.ts";
import type { AgendaItem } from "../meetings/agenda.ts";
import type { Meeting } from "../meetings/meeting.ts";
import { type Block, type Button, paragraph, point, type Reply, reply } from "../reply.ts";
import { agendaOf, consentsTo } from "../store/agendas.ts";
import { meetingNumbered } from "../store/meetings.ts";
import { peopleById } from "../store/people.ts";
import type { Records } from "../store/store.ts";
import type { Visit } from "../visit.ts";
import type { Wording } from "../wording/wording.ts";
import { checkMeeting, citationsIn, findingBlocks } from "./check.ts";
import { maySee, notSeen, whichSeen } from "./seeing.ts";

/** So many items have buttons of their own. */
const mostButtons = 8;

/** The coming meetings that whoever asks may see, each with a button that shows its agenda. */
export function whichAgenda(visit: Visit, context: Context): Promise<Reply> {
  const { agenda, buttons } = context.wording.meetings;
  return whichSeen({ ...agenda, button: buttons.agenda, command: "meeting agenda" }, visit, context);
}

/** The agenda of a meeting; whoever plans meetings also sees what the rules say of it, and can change it. */
export async function agendaReply(number: number, visit: Visit, context: Context): Promise<Reply> {
  const { wording, language } = context;
  const words = wording.meetings.agenda;
  const meeting = await meetingNumbered(visit.records, number);
  const sees = meeting && maySee(meeting, visit, context);
  if (!meeting || sees === undefined) return notSeen(number, context);
  const items = await agendaOf(visit.records, number);
  const changes = sees === "all" && meeting.cancelledAt === null;
  const found = changes ? await remarksOn(meeting, items, visit, context) : [];
  return reply({
    tone: "answer",
    language,
    blocks: [
      point(words.of(meeting.title, meetingTime(meeting, wording))),
      ...(await agendaBlocks(items, visit.records, wording)),
      ...findingBlocks(found, context),
    ],
    citations: citationsIn(found),
    buttons: changes ? changing(number, items, wording) : [],
  });
}

async function remarksOn(meeting: Meeting, items: readonly AgendaItem[], visit: Visit, context: Context) {
  const confirmed = new Set((await consentsTo(visit.records, meeting.number)).map(({ consent }) => consent));
  const { refused, open, told } = await checkMeeting(
    meeting,
    { number: meeting.number, items, confirmed, before: "planning" },
    visit,
    context,
  );
  return [...(refused ? [refused] : []), ...open, ...told];
}

export async function agendaBlocks(
  items: readonly AgendaItem[],
  records: Records,
  wording: Wording,
): Promise<readonly Block[]> {
  const words = wording.meetings.agenda;
  if (items.length === 0) return [paragraph(words.empty)];
  const ids = items.flatMap(({ reporter, leader }) => [reporter, leader].flatMap((each) => each ?? []));
  const names = new Map((await peopleById(records, [...new Set(ids)])).map(({ id, name }) => [id, name]));
  const named = (id: string) => names.get(id) ?? id;
  const lines = items.map(({ position, title, kind, reporter, reporterWords, minutes, leader, prepared, material }) => {
    const presents = reporter === null ? reporterWords : named(reporter);
    return words.line(position, title, [
      words.kinds[kind],
      ...(presents === "" ? [] : [words.reporter(presents)]),
      ...(minutes === null ? [] : [words.minutes(minutes)]),
      ...(leader === null ? [] : [words.leader(named(leader))]),
      ...(prepared ? [words.prepared] : []),
      ...(material === "" ? [] : [words.material(material)]),
    ]);
  });
  return [{ kind: "list", items: lines }];
}

function changing(number: number, items: readonly AgendaItem[], { meetings }: Wording): readonly Button[] {
  const { agenda } = meetings;
  return [
    { label: agenda.add, command: "meeting item", options: { number: String(number) }, form: true },
    ...items.slice(0, mostButtons).flatMap(({ position }): readonly Button[] => {
      const item = `${number}.${position}`;
      return [
        { label: agenda.change(position), command: "meeting item", options: { item }, form: true },
        { label: agenda.remove(position), command: "meeting item", options: { item, title: "-" } },
      ];
    }),
  ];
}
