import type { Leave, Span } from "../leave/leave.ts";
import { personName } from "../office/people.ts";
import { paragraph, point, type Reply, reply } from "../reply.ts";
import { changeLeave, leaveNumbered } from "../store/leave.ts";
import { personById } from "../store/people.ts";
import { wordingFor } from "../wording/wording.ts";
import { announceChange } from "./announce-change.ts";
import type { Asker } from "./asker.ts";
import { changedReply } from "./change-in-place.ts";
import { rerouteOpen } from "./reroute.ts";
import { planReturn } from "./return-reminder.ts";
import { noteLeave, updateCards } from "./send.ts";
import { titleOf } from "./why.ts";

/** Ends granted leave earlier. Nobody needs to approve; whoever granted it is told. */
export async function cutShort(old: Leave, span: Span, asker: Asker): Promise<Reply> {
  const { at, context, person } = asker;
  const { wording } = context;
  const words = wording.leaveRequest.change;
  if (!(await changeLeave(at.records, old, { span })))
    throw new Error(`request ${old.number} was changed while it was read`);
  const leave = (await leaveNumbered(at.records, old.number)) ?? { ...old, span };
  await noteLeave("leave.change", leave, at, { fields: ["days"], until: span.until, cutShort: true });
  await updateCards(leave, at);
  await planReturn(leave, at);
  await rerouteOpen(at);
  const granted = leave.decidedBy ?? leave.approver;
  if (granted !== null && leave.status === "approved") {
    await announceChange(leave, "shorter", at);
    const theirs = wordingFor(await at.languageOf(granted));
    const { span: days, number, person: named } = theirs.leave;
    const who = named(person.name, titleOf(person, at.today));
    const told = theirs.leaveRequest.change.cutShortOf(who, number(leave.number), days(span), days(old.span));
    await at.send(personName(granted), reply({ tone: "done", language: theirs.language, blocks: [point(told)] }));
  }
  const approver = granted === null ? undefined : await personById(at.records, granted);
  return changedReply(
    [
      point(words.cutShort(wording.leave.number(leave.number), wording.leave.span(span))),
      paragraph(words.noApproval),
      ...(approver && leave.status === "approved" ? [paragraph(words.told(approver.name))] : []),
    ],
    leave,
    asker,
  );
}
