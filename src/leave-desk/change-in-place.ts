import { type Changeable, type ChangedField, fieldsChanged } from "../leave/changes.ts";
import { cardOf, type Leave } from "../leave/leave.ts";
import { overlaps } from "../leave/span.ts";
import { personName } from "../office/people.ts";
import { type Block, paragraph, point, type Reply, reply } from "../reply.ts";
import { changeLeave, leavesWhere } from "../store/leave.ts";
import { type Wording, wordingFor } from "../wording/wording.ts";
import type { Asker } from "./asker.ts";
import { leaveCard } from "./card.ts";
import { meetingButtons, meetingsLeft } from "./meeting-leave.ts";
import { previewOf } from "./preview.ts";
import { rerouteOpen } from "./reroute.ts";
import { planReturn } from "./return-reminder.ts";
import { routeOf } from "./roll.ts";
import { noteLeave, sendLeave, updateCards } from "./send.ts";
import { deciderName, titleOf, whyBlocks } from "./why.ts";

/** Changes a request that nobody has decided on yet: whoever decides is asked again, and told what is different. */
export async function changeInPlace(old: Leave, now: Changeable, asker: Asker): Promise<Reply> {
  const { at, context } = asker;
  const { wording, rulebook, language } = context;
  const words = wording.leaveRequest.change;
  const fields = fieldsChanged(old, now);
  if (old.status !== "draft" && old.status !== "noted") {
    const route = await routeOf({ ...old, ...now }, at);
    if (route.kind !== "asks") {
      const { blocks, citations } = whyBlocks(route, { rulebook, wording, today: at.today });
      return reply({ tone: "not-covered", language, blocks, citations });
    }
  }
  if (!(await changeLeave(at.records, old, now)))
    throw new Error(`request ${old.number} was changed while it was read`);
  const leave = { ...old, ...now, version: old.version + 1 };
  if (leave.status === "draft") return previewOf(leave, asker);
  const number = wording.leave.number(leave.number);
  if (leave.status === "noted") {
    await noteLeave("leave.change", leave, at, { fields });
    await updateCards(leave, at);
    await planReturn(leave, at);
    await rerouteOpen(at);
    return changedReply([point(words.noted(number))], leave, asker);
  }
  const sent = await sendLeave(leave, at);
  if (sent.kind !== "sent") throw new Error(`request ${leave.number} was changed while it was sent`);
  const { to } = sent.route;
  await noteLeave("leave.change", sent.leave, at, { fields, approver: to.person.id });
  if (to.person.id === old.approver) await tellWhatChanged(old, sent.leave, fields, asker);
  const who = deciderName(to, { rulebook, wording, today: at.today });
  return changedReply([point(words.asksAgain(number, who))], sent.leave, asker);
}

/** What was changed, and what of the days' meetings is different by it. */
export async function changedReply(first: readonly Block[], leave: Leave, asker: Asker): Promise<Reply> {
  const { wording, language } = asker.context;
  const words = wording.leaveRequest;
  const missed = await meetingsLeft(leave, asker);
  const outside = await outsideOf(leave, asker);
  const numbers = outside.map(({ number }) => wording.leave.number(number));
  const all = outside.map(({ number }) => number).join(",");
  return reply({
    tone: "done",
    language,
    blocks: [
      ...first,
      ...(missed.length > 0 ? [paragraph(words.sent.leftMeetings(missed.length))] : []),
      ...(outside.length > 0 ? [paragraph(words.change.outside(wording.roster.list(numbers)))] : []),
    ],
    buttons: [
      ...meetingButtons(missed, leave, asker),
      ...(outside.length > 0
        ? [
            {
              label: words.buttons.withdraw(wording.roster.list(numbers)),
              command: "leave withdraw",
              options: { number: all },
            },
          ]
        : []),
      { label: wording.leave.buttons.show, command: "leave show", options: { number: String(leave.number) } },
    ],
  });
}

/** Requests of the same journey for meetings that are not during it any more. */
async function outsideOf({ trip, number, span, occasion }: Leave, { at }: Asker): Promise<readonly Leave[]> {
  if (occasion !== at.rulebook.data.leave?.trip) return [];
  const same = await leavesWhere(at.records, { trip, statuses: ["asked", "questioned", "approved"] });
  return same.filter((each) => each.number !== number && each.meeting !== null && !overlaps(each.span, span));
}

async function tellWhatChanged(
  old: Leave,
  leave: Leave,
  fields: readonly ChangedField[],
  { at, person }: Asker,
): Promise<void> {
  if (leave.approver === null) return;
  const wording = wordingFor(await at.languageOf(leave.approver));
  const words = wording.leaveRequest.change;
  const card = await leaveCard(leave, "decider", at, wording);
  const who = wording.leave.person(person.name, titleOf(person, at.today));
  const items = fields.map((each) =>
    words.before(wording.leave.fields[each], shownValue(old, each, wording), shownValue(leave, each, wording)),
  );
  const first: readonly Block[] = [
    point(words.toApprover(who, wording.leave.number(leave.number))),
    { kind: "list", items },
  ];
  await at.send(
    personName(leave.approver),
    { ...card, blocks: [...first, ...card.blocks] },
    { card: cardOf(leave.number) },
  );
}

function shownValue(
  { span, purpose, place, reason }: Changeable,
  field: ChangedField,
  { leave, leaveRequest }: Wording,
) {
  const value = {
    days: leave.span(span),
    purpose: purpose === null ? "" : leave.purposes[purpose],
    place,
    reason,
  }[field];
  return value === "" ? leaveRequest.change.nothing : value;
}
