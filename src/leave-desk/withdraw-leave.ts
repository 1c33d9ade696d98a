import { InputError } from "../errors.ts";
import { cardOf, isGranted, isOpen, type Leave } from "../leave/leave.ts";
import { lateness } from "../leave/limits.ts";
import { personName } from "../office/people.ts";
import { type Block, type Button, paragraph, point, type Reply, reply } from "../reply.ts";
import { changeLeave, discardDraft, leavesWhere } from "../store/leave.ts";
import { personById } from "../store/people.ts";
import { dropReminders } from "../store/reminders.ts";
import { wordingFor } from "../wording/wording.ts";
import { announceChange } from "./announce-change.ts";
import type { Asker } from "./asker.ts";
import { numberIn, ownLeave } from "./own-leave.ts";
import { rerouteOpen } from "./reroute.ts";
import { halfOf } from "./roll.ts";
import { noteLeave, updateCards } from "./send.ts";
import { releaseSubstitute } from "./substitute.ts";
import { titleOf } from "./why.ts";

interface Withdrawn {
  readonly blocks: readonly Block[];
  readonly buttons: readonly Button[];
  /** The request that was withdrawn; missing when it could not be. */
  readonly leave?: Leave;
}

/** Withdraws requests of one's own, "12" or "12, 13", and offers to withdraw what else their journeys asked for. */
export async function withdrawOwnLeave(typed: string, asker: Asker): Promise<Reply> {
  const { context, at } = asker;
  const { wording, language } = context;
  const words = wording.leaveRequest;
  // "12", "12, 13", "No. 12", 第12号和第13号; a day is no two numbers
  const numbers = typed
    .split(/[\s,，、;；]+|和|及|与|與|and/u)
    .filter((each) => each !== "" && !/^No\.?$/iu.test(each))
    .map((each) => String(numberIn(/^(?:No\.?|第|#)?\d{1,9}[号號]?$/iu.test(each) ? each : "", context, typed)));
  if (numbers.length === 0) numberIn(typed, context);
  const blocks: Block[] = [];
  const buttons: Button[] = [];
  const withdrawn: Leave[] = [];
  for (const each of new Set(numbers)) {
    const done = await withdrawOne(await ownLeave(Number(each), asker), asker);
    blocks.push(...done.blocks);
    buttons.push(...done.buttons);
    if (done.leave) withdrawn.push(done.leave);
  }
  if (withdrawn.some(isGranted)) await rerouteOpen(at);
  const left = await leftOfTrips(withdrawn, asker);
  if (left.length > 0) {
    const names = wording.roster.list(left.map(({ number }) => wording.leave.number(number)));
    blocks.push(paragraph(words.withdraw.along(names)));
    buttons.push({
      label: words.buttons.withdraw(names),
      command: "leave withdraw",
      options: { number: left.map(({ number }) => number).join(",") },
    });
  }
  return reply({ tone: withdrawn.length > 0 ? "done" : "problem", language, blocks, buttons });
}

async function withdrawOne(leave: Leave, asker: Asker): Promise<Withdrawn> {
  const { at, context } = asker;
  const { wording } = context;
  const words = wording.leaveRequest;
  const number = wording.leave.number(leave.number);
  if (leave.status === "draft") {
    await discardDraft(at.records, leave.number);
    return { blocks: [point(words.sent.discarded(number))], buttons: [], leave };
  }
  if (!isOpen(leave) && !isGranted(leave)) {
    const status = wording.leave.statuses[leave.status];
    return { blocks: [point(words.withdraw.cannot(number, status))], buttons: [] };
  }
  const begun = lateness(leave.span, at.today, halfOf(at.now, at.settings.timeZone)) !== undefined;
  if (isGranted(leave) && (begun || leave.returned)) {
    const options = { number: String(leave.number) };
    const { buttons } = wording.leave;
    const trip = leave.occasion === at.rulebook.data.leave?.trip && leave.returned === null;
    return {
      blocks: [point(words.withdraw.begun(number)), ...(trip ? [paragraph(words.withdraw.begunNext)] : [])],
      buttons: trip
        ? [
            { label: buttons.change, command: "leave change", options, form: true },
            { label: buttons.return, command: "leave return", options },
          ]
        : [],
    };
  }
  if (!(await changeLeave(at.records, leave, { status: "withdrawn" })))
    throw new InputError(wording.leave.outdated(number), "number");
  const withdrawn: Leave = { ...leave, status: "withdrawn", version: leave.version + 1 };
  await noteLeave("leave.withdraw", withdrawn, at, { was: leave.status });
  await dropReminders(at.records, cardOf(leave.number));
  await updateCards(withdrawn, at);
  const told = await tellWhoGranted(leave, asker);
  return {
    blocks: [
      point(words.withdraw.done(number)),
      ...(told === undefined ? [] : [paragraph(words.withdraw.told(told))]),
      ...(leave.replaces === null
        ? []
        : // a change that was approved has taken the place of the old leave
          [
            paragraph(words.withdraw[isGranted(leave) ? "noneLeft" : "oldStays"](wording.leave.number(leave.replaces))),
          ]),
      ...(await withdrawChanges(leave, asker)),
    ],
    buttons: [],
    leave,
  };
}

/** A change of leave that there is not any more needs no decision. */
async function withdrawChanges(leave: Leave, asker: Asker): Promise<readonly Block[]> {
  const { at, context } = asker;
  const { wording } = context;
  const open = await leavesWhere(at.records, { person: leave.person, statuses: ["asked", "questioned", "draft"] });
  const blocks: Block[] = [];
  for (const each of open.filter(({ replaces }) => replaces === leave.number)) {
    const { blocks: told } = await withdrawOne(each, asker);
    if (each.status !== "draft" && told.length > 0)
      blocks.push(paragraph(wording.leaveRequest.withdraw.changeToo(wording.leave.number(each.number))));
  }
  return blocks;
}

/** Whoever granted the leave, and whoever was to go to the meeting instead, are told; returns who granted it. */
async function tellWhoGranted(leave: Leave, { at, person }: Asker): Promise<string | undefined> {
  if (leave.status !== "approved") return undefined;
  await releaseSubstitute(leave, at);
  await announceChange(leave, "withdrawn", at);
  const granted = leave.decidedBy ?? leave.approver;
  const one = granted === null ? undefined : await personById(at.records, granted);
  if (!one) return undefined;
  const wording = wordingFor(await at.languageOf(one.id));
  const who = wording.leave.person(person.name, titleOf(person, at.today));
  const { number, span } = wording.leave;
  const words = wording.leaveRequest.withdraw.toApprover(who, number(leave.number), span(leave.span));
  await at.send(personName(one.id), reply({ tone: "done", language: wording.language, blocks: [point(words)] }));
  return one.name;
}

/** What else the journeys of withdrawn leave asked for, and has not begun. */
async function leftOfTrips(withdrawn: readonly Leave[], { at }: Asker): Promise<readonly Leave[]> {
  const trip = at.rulebook.data.leave?.trip;
  const found: Leave[] = [];
  for (const each of withdrawn.filter(({ occasion, status }) => occasion === trip && status !== "draft")) {
    const same = await leavesWhere(at.records, { trip: each.trip, statuses: ["asked", "questioned", "approved"] });
    found.push(...same.filter(({ meeting, span }) => meeting !== null && span.from >= at.today));
  }
  return found;
}
