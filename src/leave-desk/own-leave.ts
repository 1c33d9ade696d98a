import { normalise } from "../ask/tokens.ts";
import type { Choice, Context } from "../command.ts";
import { InputError } from "../errors.ts";
import type { Leave, Status } from "../leave/leave.ts";
import { leaveNumbered, leavesWhere } from "../store/leave.ts";
import { repeated } from "../text.ts";
import { wordingFor } from "../wording/wording.ts";
import { toChange } from "./as-typed.ts";
import type { Asker } from "./asker.ts";
import type { AtDesk } from "./at-desk.ts";
import { occasionName } from "./card.ts";

const numbered = /^\D*(\d{1,9})\D*$/u;

/** The number that somebody typed: 12, "No. 12", 第12号. Throws an InputError for anything else. */
export function numberIn(typed: string, { wording }: Context, shown = typed): number {
  const number = Number(typed.match(numbered)?.[1]);
  if (!Number.isInteger(number) || number === 0)
    throw new InputError(wording.leaveRequest.form.noNumber(repeated(shown)), "number");
  return number;
}

/** One's own request by its number; those of others are as if they were not there. */
export async function ownLeave(number: number, { at, person, context }: Asker): Promise<Leave> {
  const found = await leaveNumbered(at.records, number);
  const { leave } = context.wording;
  if (found?.person !== person.id) throw new InputError(leave.noSuch(leave.number(number)), "number");
  return found;
}

/** Requests that may still be changed or withdrawn: their days are not long over. */
export async function ownCurrent(
  { records }: Pick<AtDesk, "records">,
  person: string,
  statuses: readonly Status[] = ["draft", "asked", "questioned", "approved", "noted"],
): Promise<readonly Leave[]> {
  const all = await leavesWhere(records, { person, statuses });
  return all.filter(({ returned }) => returned === null).slice(-mostShown);
}

const mostShown = 20;

/** One's own request as its form opens: the present days, purpose and place. Of those of others it says nothing. */
export async function ownAsTyped(named: string, context: Context) {
  const number = Number(named.match(numbered)?.[1]);
  const { visit } = context;
  if (!visit?.actor.person || !Number.isInteger(number)) return undefined;
  const found = await leaveNumbered(visit.records, number);
  return found?.person === visit.actor.person.id ? toChange(found) : undefined;
}

/** "No. 12 · 2026-12-01 to 2026-12-03 · going away · approved" */
export function ownLine(leave: Leave, { rulebook, wording }: Pick<Context, "rulebook" | "wording">): string {
  const words = wording.leave;
  const occasion = leave.event || occasionName(leave.occasion, { rulebook }, wording);
  return [words.number(leave.number), words.span(leave.span), occasion, words.statuses[leave.status]].join(" · ");
}

/** One's own requests that may be changed or withdrawn. */
export async function suggestOwn(typed: string, { visit, rulebook, language }: Context): Promise<readonly Choice[]> {
  const person = visit?.actor.person;
  if (!visit || !person) return [];
  const wording = wordingFor(language);
  return (await ownCurrent(visit, person.id))
    .map((each) => ({ label: ownLine(each, { rulebook, wording }), value: String(each.number) }))
    .filter(({ label }) => normalise(label).includes(normalise(typed)));
}
