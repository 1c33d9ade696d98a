import { isGranted, isOpen, type Leave } from "../leave/leave.ts";
import { lateness } from "../leave/limits.ts";
import { decidersOf } from "../leave/route.ts";
import { halfDay } from "../leave/span.ts";
import { type Block, type Button, note, paragraph, point, type Reply, reply } from "../reply.ts";
import { leavesWhere } from "../store/leave.ts";
import { meetingNumbered } from "../store/meetings.ts";
import { peopleById } from "../store/people.ts";
import type { OwnGroup } from "../wording/leave-lists/wording.ts";
import type { Asker } from "./asker.ts";
import { occasionName } from "./card.ts";
import { type Own, ownButtons } from "./own-buttons.ts";
import { halfOf, rollFor, routeOf } from "./roll.ts";
import { deciderName } from "./why.ts";

const lastEnded = 10;
const mostButtons = 10;

const order: readonly OwnGroup[] = ["drafts", "waiting", "back", "now", "coming", "ended"];

/** All of one's own leave with its state and who decides, and what can be done about it. */
export async function mineReply(asker: Asker): Promise<Reply> {
  const { at, person, context } = asker;
  const { wording, language } = context;
  const { mine } = wording.lists;
  const all = await leavesWhere(at.records, { person: person.id });
  const request: Button = { label: wording.leave.buttons.request, command: "leave request", options: {}, form: true };
  if (all.length === 0)
    return reply({
      tone: "answer",
      language,
      blocks: [point(mine.none), paragraph(mine.noneNext)],
      buttons: [request],
    });
  const ended = all.filter((each) => groupOf(each, asker) === "ended");
  const shown = [...all.filter((each) => !ended.includes(each)), ...latestOf(ended)];
  const own: Own[] = [];
  for (const leave of shown) {
    const meeting = leave.meeting === null ? undefined : await meetingNumbered(at.records, leave.meeting);
    own.push({ leave, group: groupOf(leave, asker), meeting });
  }
  const whom = await decidesOf(shown, asker);
  const blocks = order.flatMap((group): readonly Block[] => {
    const some = own.filter((each) => each.group === group);
    return some.length === 0 ? [] : [paragraph(mine.groups[group]), table(some, whom, asker)];
  });
  const needs = own.some(({ group, leave }) => group === "back" || leave.status === "questioned");
  return reply({
    tone: needs ? "needs" : "answer",
    language,
    blocks: [
      point(mine.title(all.length)),
      ...blocks,
      ...(ended.length > lastEnded ? [note(mine.lastOnly(lastEnded, ended.length))] : []),
    ],
    buttons: [...ownButtons(own, mostButtons - 1, asker), request],
  });
}

const latestOf = (ended: readonly Leave[]): readonly Leave[] => ended.slice(-lastEnded).toReversed();

function groupOf(leave: Leave, { at }: Asker): OwnGroup {
  const { span, status, occasion, returned } = leave;
  if (status === "draft") return "drafts";
  if (isOpen(leave)) return "waiting";
  if (!isGranted(leave) || returned !== null) return "ended";
  const half = halfOf(at.now, at.settings.timeZone);
  if (lateness(span, at.today, half) === "over") return occasion === at.rulebook.data.leave?.trip ? "back" : "ended";
  return halfDay(span.from, span.fromHalf) <= halfDay(at.today, half) ? "now" : "coming";
}

/** By the number of the request, who decides or decided. */
async function decidesOf(shown: readonly Leave[], { at, context }: Asker): Promise<ReadonlyMap<number, string>> {
  const { wording, rulebook } = context;
  const roll = shown.some(isOpen) ? await rollFor(at) : undefined;
  const ids = shown.flatMap(({ decidedBy, approver }) => [decidedBy ?? approver].filter((each) => each !== null));
  const people = await peopleById(at.records, [...new Set(ids)]);
  const nameOf = (id: string | null): string => people.find((each) => each.id === id)?.name ?? id ?? "";
  const whom = new Map<number, string>();
  for (const leave of shown) {
    const { number, status, decidedBy, approver } = leave;
    if (status === "noted") whom.set(number, wording.lists.mine.nobody);
    else if (isOpen(leave)) {
      const route = await routeOf(leave, at, roll);
      const decider = decidersOf(route).find(({ person }) => person.id === approver);
      whom.set(number, decider ? deciderName(decider, { rulebook, wording, today: at.today }) : nameOf(approver));
    } else if (status !== "draft") whom.set(number, nameOf(decidedBy ?? approver));
  }
  return whom;
}

function table(some: readonly Own[], whom: ReadonlyMap<number, string>, { at, context: { wording } }: Asker): Block {
  const { fields, span, number, statuses } = wording.leave;
  const { state, decides } = wording.lists.mine;
  const rows = some.map(({ leave, meeting }) => [
    number(leave.number),
    span(leave.span),
    meeting?.title ?? (leave.event || occasionName(leave.occasion, at, wording)),
    statuses[leave.status],
    whom.get(leave.number) ?? "",
  ]);
  return {
    kind: "table",
    rows: [[wording.decisions.fields.number, fields.days, fields.occasion, state, decides], ...rows],
  };
}
