import { minuteOf } from "../dates.ts";
import { InputError } from "../errors.ts";
import type { Leave } from "../leave/leave.ts";
import { type Block, type Button, paragraph, point, type Reply, reply } from "../reply.ts";
import { leaveNumbered } from "../store/leave.ts";
import { asTyped } from "./as-typed.ts";
import type { Asker } from "./asker.ts";
import { clashesOf } from "./clashes.ts";
import { inTheWay } from "./draft.ts";
import { lateBlocks } from "./draft-lines.ts";
import { meetingButtons, meetingsLeft, sendForMeeting } from "./meeting-leave.ts";
import { goalOf, previewOf } from "./preview.ts";
import { routeOf } from "./roll.ts";
import { sendLeave } from "./send.ts";
import { deciderName } from "./why.ts";

/** A draft of one's own that can be sent; or what is answered instead: that it was sent before, and when. */
export async function draftToSend(number: number, asker: Asker): Promise<Leave | Reply> {
  const { at, person, tenures, context } = asker;
  const { leave, leaveRequest } = context.wording;
  const found = await leaveNumbered(at.records, number);
  const name = leave.number(number);
  if (found?.person !== person.id) throw new InputError(leaveRequest.sent.gone(name));
  if (found.status !== "draft") return sentBefore(found, asker);
  if (!tenures.some(({ post }) => post === found.post))
    throw new InputError(leaveRequest.sent.noLongerPost(found.title));
  const clashes = await clashesOf(found, person, at);
  return inTheWay(clashes, asker, asTyped(found)) ?? found;
}

function sentBefore(leave: Leave, { at, context }: Asker): Reply {
  const { wording, language } = context;
  const when = minuteOf(leave.askedAt ?? leave.madeAt, at.settings.timeZone);
  const words = wording.leaveRequest.sent;
  const status = wording.leave.statuses[leave.status];
  return reply({
    tone: "answer",
    language,
    blocks: [point(words.already(wording.leave.number(leave.number), when, status))],
    buttons: [{ label: wording.leave.buttons.show, command: "leave show", options: { number: String(leave.number) } }],
  });
}

/**
 * Sends a draft, and with it leave from these meetings: each to its own approver, once. What would go elsewhere than it
 * was shown to go is shown again instead.
 */
export async function sendDraft(number: number, meetings: readonly number[], asker: Asker): Promise<Reply> {
  const { at, context } = asker;
  const { wording, language, rulebook } = context;
  const words = wording.leaveRequest;
  const draft = await draftToSend(number, asker);
  if ("tone" in draft) return draft;
  const goal = goalOf(await routeOf(draft, at));
  if (goal.approver === null || goal.approver !== draft.approver)
    return previewOf(draft, asker, { elsewhere: goal.approver !== draft.approver });
  const sent = await sendLeave(draft, at);
  if (sent.kind === "no-approver") return previewOf(draft, asker);
  if (sent.kind === "changed-meanwhile") return sentBefore((await leaveNumbered(at.records, number)) ?? draft, asker);
  const explained = { rulebook, wording, today: at.today };
  const told: Block[] = [
    point(words.sent.to(wording.leave.number(number), deciderName(sent.route.to, explained))),
    ...lateBlocks(draft.span, asker),
  ];
  for (const each of meetings) told.push(...(await sendForMeeting(each, sent.leave, asker)));
  const left = await meetingsLeft(sent.leave, asker);
  return reply({
    tone: "done",
    language,
    blocks: [
      ...told,
      ...(draft.replaces === null ? [] : [paragraph(words.change.stays(wording.leave.number(draft.replaces)))]),
      ...(left.length > 0 ? [paragraph(words.sent.leftMeetings(left.length))] : []),
      paragraph(words.sent.next),
    ],
    buttons: [...meetingButtons(left, sent.leave, asker), ...afterSending(sent.leave, asker)],
  });
}

export function afterSending({ number }: Leave, { context }: Asker): readonly Button[] {
  const { buttons } = context.wording.leave;
  const options = { number: String(number) };
  return [
    { label: buttons.show, command: "leave show", options },
    { label: buttons.change, command: "leave change", options, form: true },
    { label: buttons.withdraw, command: "leave withdraw", options },
  ];
}
