import type { Choice, Context } from "../command.ts";
import { InputError } from "../errors.ts";
import type { Leave } from "../leave/leave.ts";
import { leaveNumbered } from "../store/leave.ts";
import type { Records } from "../store/store.ts";
import { repeated } from "../text.ts";
import { askerIn } from "./asker.ts";
import { waitingFor } from "./pending.ts";

/** What a command about one request was given: typed in one line, or by a button that knows the version it was shown with. */
export interface Given {
  /** Undefined: none was given. */
  readonly number: number | undefined;
  /** What followed the number, or was given by itself. */
  readonly words: string;
  readonly version: number | undefined;
}

const longestWords = 2000;

/** Words that somebody can read: not only spaces, empty patterns and signs that do not show. */
const visible = (words: string): boolean => /[^\p{Z}\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u.test(words);

/**
 * Reads "12", "No. 12", "#12", "第12号", and what follows it in the same line: `/leave refuse 12 the report is due`.
 * Throws an InputError where there is no number to be found, and for words that are too long.
 */
export function readGiven(typed: string, words: string, version: string, { wording }: Pick<Context, "wording">): Given {
  const { decisions } = wording;
  const text = typed.trim();
  const [, digits, rest = ""] =
    text.match(/^(?:no\.?|nr\.?|#|第)?\s*(\d{1,9})\s*(?:号|號)?(?:[\s,，:：、]+(.*))?$/isu) ?? [];
  if (text !== "" && digits === undefined) throw new InputError(decisions.noNumber(repeated(text)), "number");
  const said = [rest, words].map((each) => each.trim()).find((each) => visible(each)) ?? "";
  if (said.length > longestWords) throw new InputError(decisions.tooLong(longestWords), "words");
  return {
    number: digits === undefined ? undefined : Number(digits),
    words: said,
    version: /^\d{1,9}$/.test(version) ? Number(version) : undefined,
  };
}

/** The request of a number. Drafts are only for whoever writes them: to all others there is none. */
export async function leaveMeant(
  number: number,
  records: Records,
  { wording }: Pick<Context, "wording">,
): Promise<Leave> {
  const leave = await leaveNumbered(records, number);
  if (!leave || leave.status === "draft") throw new InputError(wording.leave.noSuch(wording.leave.number(number)));
  return leave;
}

/** Completes the number of a request that waits for whoever types. */
export async function suggestWaiting(typed: string, context: Context): Promise<readonly Choice[]> {
  const asker = askerIn(context);
  if ("refused" in asker) return [];
  const { wording } = context;
  const waiting = await waitingFor(asker.person.id, asker.at);
  return waiting.decide
    .map(({ leave, who }) => ({
      label: `${wording.leave.number(leave.number)} – ${who} – ${wording.leave.span(leave.span)}`,
      value: String(leave.number),
    }))
    .filter(({ label }) => label.includes(typed.trim()));
}
