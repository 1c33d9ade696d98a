import { minuteOf } from "../dates.ts";
import { standingOf } from "../leave/deciding.ts";
import type { Leave } from "../leave/leave.ts";
import type { Route } from "../leave/route.ts";
import { refusal } from "../office/permissions.ts";
import { type Block, type Button, note, paragraph, point, type Reply, reply } from "../reply.ts";
import { leavesWhere } from "../store/leave.ts";
import { peopleById } from "../store/people.ts";
import type { Asker } from "./asker.ts";
import type { AtDesk } from "./at-desk.ts";
import { leaveCard, occasionName } from "./card.ts";
import { waitsWith } from "./public-lines.ts";
import { rollFor, routeOf } from "./roll.ts";

/** A request that waits, with the name of whoever asked and where it goes now. */
export interface Waiting {
  readonly leave: Leave;
  readonly who: string;
  readonly route: Route;
}

/** What waits for somebody: their decision, their answer; and all that waits. */
export interface AllWaiting {
  readonly decide: readonly Waiting[];
  readonly answer: readonly Waiting[];
  readonly all: readonly Waiting[];
}

export async function waitingFor(person: string, at: AtDesk): Promise<AllWaiting> {
  const open = await leavesWhere(at.records, { statuses: ["asked", "questioned"] });
  if (open.length === 0) return { decide: [], answer: [], all: [] };
  const roll = await rollFor(at);
  const people = await peopleById(at.records, [...new Set(open.map((each) => each.person))]);
  const all: Waiting[] = [];
  for (const leave of open) {
    const who = people.find(({ id }) => id === leave.person)?.name ?? leave.person;
    all.push({ leave, who, route: await routeOf(leave, at, roll) });
  }
  return {
    decide: all.filter(({ leave, route }) => standingOf(person, leave, route).kind === "may"),
    answer: all.filter(({ leave }) => leave.person === person && leave.status === "questioned"),
    all,
  };
}

const mostWithButtons = 8;
const mostShown = 40;

/** What waits for whoever asks, with buttons; for those who look after the office's leave, everything, and with whom. */
export async function pendingReply(asker: Asker): Promise<Reply> {
  const { at, context, person, visit } = asker;
  const { wording, language, rulebook } = context;
  const { pending } = wording.decisions;
  const { decide, answer, all } = await waitingFor(person.id, at);
  const mayAll = refusal("leave.see", visit.actor, rulebook.data.permissions) === undefined;
  const rest = mayAll ? all.filter((each) => !decide.includes(each) && !answer.includes(each)) : [];
  const [only, ...more] = decide;
  if (only && more.length + answer.length + rest.length === 0) return leaveCard(only.leave, "decider", at, wording);
  return reply({
    tone: decide.length + answer.length > 0 ? "needs" : "answer",
    language,
    blocks: [
      point(decide.length > 0 ? pending.yours(decide.length) : pending.nothing),
      ...(decide.length > 0 ? [table(decide, asker)] : []),
      ...(decide.length > mostWithButtons ? [note(pending.more(mostWithButtons))] : []),
      ...(answer.length > 0 ? [paragraph(pending.answers), table(answer, asker)] : []),
      ...(rest.length > 0 ? [paragraph(pending.others), await tableWithWhom(rest, asker)] : []),
      ...(Math.max(decide.length, rest.length) > mostShown ? [note(pending.firstOnly(mostShown))] : []),
    ],
    buttons: [
      ...answer.slice(0, mostWithButtons).map((each) => answerButton(each, asker)),
      ...decide.slice(0, mostWithButtons).flatMap((each) => decideButtons(each, asker)),
    ],
  });
}

function cells({ leave, who }: Waiting, { at, context: { wording } }: Asker): readonly string[] {
  return [
    wording.leave.number(leave.number),
    wording.leave.person(who, leave.title),
    occasionName(leave.occasion, at, wording),
    wording.leave.span(leave.span),
    minuteOf(leave.askedAt ?? leave.madeAt, at.settings.timeZone),
  ];
}

function heading({ context: { wording } }: Asker): readonly string[] {
  const { fields } = wording.leave;
  return [wording.decisions.fields.number, fields.who, fields.occasion, fields.days, wording.decisions.fields.since];
}

const table = (waiting: readonly Waiting[], asker: Asker): Block => ({
  kind: "table",
  rows: [heading(asker), ...waiting.slice(0, mostShown).map((each) => cells(each, asker))],
});

async function tableWithWhom(waiting: readonly Waiting[], asker: Asker): Promise<Block> {
  const { at, context } = asker;
  const rows: (readonly string[])[] = [[...heading(asker), context.wording.decisions.fields.with]];
  for (const each of waiting.slice(0, mostShown))
    rows.push([...cells(each, asker), await waitsWith(each.leave, each.route, at, context.wording)]);
  return { kind: "table", rows };
}

function decideButtons({ leave, who }: Waiting, { context: { wording } }: Asker): readonly Button[] {
  const number = String(leave.number);
  const named = `${wording.leave.number(leave.number)} ${who}`;
  const approve = { number, version: String(leave.version) };
  return [
    { label: `${wording.leave.buttons.approve} · ${named}`, command: "leave approve", options: approve },
    { label: `${wording.decisions.buttons.look} · ${named}`, command: "leave show", options: { number } },
  ];
}

const answerButton = ({ leave }: Waiting, { context: { wording } }: Asker): Button => ({
  label: `${wording.leave.buttons.answer} · ${wording.leave.number(leave.number)}`,
  command: "leave answer",
  options: { number: String(leave.number) },
  form: true,
});
