import { InputError } from "../errors.ts";
import { type Changeable, endsEarlierOnly, fieldsChanged, isChangeable } from "../leave/changes.ts";
import { isGranted, type Leave, type Purpose } from "../leave/leave.ts";
import { lateness } from "../leave/limits.ts";
import { readChange } from "../leave/read-span.ts";
import { type Block, paragraph, point, type Reply, reply } from "../reply.ts";
import { addLeave, leavesWhere } from "../store/leave.ts";
import type { Asker } from "./asker.ts";
import { changeInPlace } from "./change-in-place.ts";
import { clashesOf } from "./clashes.ts";
import { cutShort } from "./cut-short.ts";
import { inTheWay, rulesOf } from "./draft.ts";
import { numberIn, ownLeave } from "./own-leave.ts";
import { previewOf } from "./preview.ts";
import { halfOf, routeOf } from "./roll.ts";
import { acceptable, fieldName, longest } from "./wanted.ts";

/** What is to be different; what is left empty stays as it is. */
export interface Changes {
  readonly number: string;
  readonly from: string;
  readonly until: string;
  readonly purpose?: Purpose | undefined;
  readonly place: string;
  readonly reason: string;
}

/**
 * Changes a request of one's own. One that waits is changed itself, and asked again; one that was granted stays as it
 * is until its change is granted too. Only an earlier end needs nobody: no rule asks for leave to come back.
 */
export async function changeOwnLeave(given: Changes, asker: Asker): Promise<Reply> {
  const { at, context, person } = asker;
  const words = context.wording.leaveRequest.change;
  const leave = await ownLeave(numberIn(given.number, context), asker);
  const name = context.wording.leave.number(leave.number);
  if (leave.returned) throw new InputError(words.back(name, leave.returned.day), "number");
  if (!isChangeable(leave))
    throw new InputError(words.cannot(name, context.wording.leave.statuses[leave.status]), "number");
  const later = isGranted(leave) ? await openChangeOf(leave, asker) : undefined;
  if (later) return later;
  const different = changed(leave, given, asker);
  if (!different) throw new InputError(words.same, "from");
  const changes = { ...leave, ...different };
  if (isGranted(leave) && endsEarlierOnly(leave, different)) return cutShort(leave, different.span, asker);
  const typed = Object.entries(given).flatMap(([key, value]) => (value ? [[key, String(value)]] : []));
  const conflicts = await clashesOf(changes, person, at);
  const refused = inTheWay(conflicts, asker, Object.fromEntries(typed), "leave change");
  if (refused) return refused;
  // what was only noted stays so as long as the rules name nobody
  const noted = leave.status === "noted" && (await routeOf(changes, at)).kind === "silent";
  if (!isGranted(leave) || noted) return changeInPlace(leave, different, asker);
  const { post, title, department, occasion, meeting, event, presider, trip, number } = leave;
  const draft = await addLeave(
    at.records,
    {
      ...different,
      ...{ person: person.id, post, title, department, occasion, meeting, event, presider, trip },
      status: "draft",
      replaces: number,
    },
    rulesOf(context.rulebook),
    at.now,
  );
  const preview = await previewOf(draft, asker);
  return { ...preview, blocks: [...preview.blocks, ...standing(leave, asker)] };
}

/** That the old leave holds meanwhile; of one that is over, that this comes late. */
function standing(leave: Leave, { at, context }: Asker): readonly Block[] {
  const { wording } = context;
  const words = wording.leaveRequest.change;
  const over = lateness(leave.span, at.today, halfOf(at.now, at.settings.timeZone)) === "over";
  return [...(over ? [paragraph(words.afterItsEnd)] : []), paragraph(words.stays(wording.leave.number(leave.number)))];
}

/** A change of this leave that waits already is the one to change. */
async function openChangeOf(leave: Leave, { at, context }: Asker): Promise<Reply | undefined> {
  const { wording, language } = context;
  const open = await leavesWhere(at.records, { person: leave.person, statuses: ["asked", "questioned"] });
  const later = open.find(({ replaces }) => replaces === leave.number);
  if (!later) return undefined;
  const number = wording.leave.number(later.number);
  const options = { number: String(later.number) };
  return reply({
    tone: "problem",
    language,
    blocks: [point(wording.leaveRequest.change.openChange(wording.leave.number(leave.number), number))],
    buttons: [
      { label: wording.leaveRequest.buttons.changeThat(number), command: "leave change", options, form: true },
      { label: wording.leaveRequest.buttons.withdraw(number), command: "leave withdraw", options },
    ],
  });
}

/** What is different by what was typed; undefined when nothing is. */
function changed(leave: Leave, given: Changes, asker: Asker): Changeable | undefined {
  const { form, change } = asker.context.wording.leaveRequest;
  const days = given.from.trim() !== "" || given.until.trim() !== "";
  if (days && leave.meeting !== null) throw new InputError(change.onlyTrips, given.from ? "from" : "until");
  for (const name of ["place", "reason"] as const)
    if (given[name].length > longest[name])
      throw new InputError(form.tooLong(fieldName(name, asker.context), longest[name]), name);
  const read = days ? readChange(leave.span, given.from, given.until, asker.visit.today) : undefined;
  const began = read?.kind === "span" && read.span.from === leave.span.from;
  const different: Changeable = {
    span: read ? acceptable(read, asker, began) : leave.span,
    purpose: given.purpose ?? leave.purpose,
    place: given.place.trim() || leave.place,
    reason: given.reason.trim() || leave.reason,
  };
  return fieldsChanged(leave, different).length > 0 ? different : undefined;
}
