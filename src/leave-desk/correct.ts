import { normalise } from "../ask/tokens.ts";
import type { Choice, Context } from "../command.ts";
import { minuteOf } from "../dates.ts";
import { InputError } from "../errors.ts";
import { firstOf, lastOf } from "../leave/read-month.ts";
import type { Period } from "../leave/report.ts";
import { note, paragraph, point, type Reply, reply } from "../reply.ts";
import { addCorrection, leaveNumbered } from "../store/leave.ts";
import { repeated } from "../text.ts";
import { type Asker, whoMay } from "./asker.ts";
import { circulatedBefore } from "./circulate.ts";
import { numberIn } from "./own-leave.ts";
import { scopeOf } from "./report-scope.ts";

/** What the head of a department wants to say, as it was typed. */
export interface TypedCorrection {
  readonly words: string;
  readonly number: string;
  readonly department: string;
}

const longest = 500;

/**
 * "12 the journey was extended", 第12号……: whoever begins with the number of a request of their department means it, as with
 * every other command about a request. Without days the report is that of the month in which its leave ends.
 */
export async function correctionMeant(
  typed: TypedCorrection,
  days: { readonly from: string; readonly until: string },
  { visit, context }: Asker,
): Promise<{ readonly typed: TypedCorrection; readonly from: string; readonly until: string }> {
  const [, begun, rest = ""] =
    typed.words.match(/^\s*(?:no\.?|#|第)?\s*(\d{1,9})\s*(?:号|號)?[\s,，:：、]+(.*)$/isu) ?? [];
  const given = typed.number.trim();
  const digits = given === "" ? begun : given.match(/\d{1,9}/)?.[0];
  const leave = digits === undefined ? undefined : await leaveNumbered(visit.records, Number(digits));
  const { heads } = scopeOf(visit, context.rulebook);
  if (!leave || leave.status === "draft" || !heads.includes(leave.department)) return { typed, ...days };
  const meant = given === "" ? { ...typed, number: String(leave.number), words: rest } : typed;
  if (days.from.trim() !== "" || days.until.trim() !== "") return { typed: meant, ...days };
  return { typed: meant, from: firstOf(leave.span.until), until: lastOf(leave.span.until) };
}

/** Adds what the head of a department has to say to its lines of a report, before it is circulated (and after, said so). */
export async function correctLines(typed: TypedCorrection, period: Period, asker: Asker): Promise<Reply> {
  const { visit, person, context } = asker;
  const { wording, language, rulebook } = context;
  const words = wording.lists.correct;
  const { heads } = scopeOf(visit, rulebook);
  const said = typed.words.trim();
  const options = { from: period.from, until: period.until };
  const show = { label: wording.lists.report.buttons.report, command: "leave report", options };
  if (heads.length === 0) return notHead(said !== "", asker);
  if (said === "")
    return reply({
      tone: "needs",
      language,
      blocks: [point(words.needs), paragraph(words.who(wording.roster.list(heads)))],
      buttons: [{ label: wording.lists.report.buttons.correct, command: "leave correct", options, form: true }, show],
    });
  if (said.length > longest) throw new InputError(words.tooLong(longest), "words");
  const department = departmentMeant(typed.department, heads, context);
  const span = wording.roster.span(period.from, period.until);
  const number = typed.number.trim() === "" ? null : await numberMeant(typed.number, department, period, asker);
  const before = await circulatedBefore(period, visit.records);
  const correction = await addCorrection(visit.records, {
    department,
    ...period,
    leave: number,
    person: person.id,
    words: said,
    at: visit.now,
  });
  // what was said stands in the report; the audit only knows that it was
  await visit.note({
    action: "leave.correct",
    subject: `leave-correction:${correction.number}`,
    details: { department, ...options, ...(number === null ? {} : { leave: number }) },
    about: person.id,
  });
  return reply({
    tone: "done",
    language,
    blocks: [
      point(words.done(department, span)),
      ...(before ? [paragraph(words.late(minuteOf(before.at, visit.settings.timeZone)))] : []),
      note(words.doneNext),
    ],
    buttons: [show],
  });
}

/** Who does not head a department is told who may; only an attempt to add something is refused. */
async function notHead(tried: boolean, asker: Asker): Promise<Reply> {
  const { visit, context } = asker;
  const { wording, language } = context;
  const { correct } = wording.lists;
  if (tried) await visit.note({ action: "refused", subject: "leave.correct" });
  const who = await whoMay("leave.see", asker);
  return reply({
    tone: tried ? "refused" : "answer",
    language,
    blocks: [
      point(tried ? correct.notHead : correct.onlyHeads),
      ...(tried ? [paragraph(correct.onlyHeads)] : []),
      ...(who.length > 0 ? [paragraph(wording.leaveRequest.preview.turnTo(who))] : []),
    ],
    buttons: [{ label: wording.leave.buttons.mine, command: "leave mine", options: {} }],
  });
}

function departmentMeant(typed: string, heads: readonly string[], { wording }: Context): string {
  const words = wording.lists.correct;
  const [only, ...more] = heads;
  if (typed.trim() === "" && only !== undefined && more.length === 0) return only;
  if (typed.trim() === "") throw new InputError(words.which(heads), "department");
  const found = heads.find((each) => normalise(each) === normalise(typed));
  if (found === undefined) throw new InputError(words.noDepartment(repeated(typed), heads), "department");
  return found;
}

/** The number of a request of the department that the report counts; others are as if they were not there. */
async function numberMeant(typed: string, department: string, period: Period, asker: Asker): Promise<number> {
  const { wording } = asker.context;
  const number = numberIn(typed, asker.context);
  const found = await leaveNumbered(asker.visit.records, number);
  const within = found && found.span.from <= period.until && found.span.until >= period.from;
  if (found?.department === department && within && found.status !== "draft") return number;
  const span = wording.roster.span(period.from, period.until);
  throw new InputError(wording.lists.correct.noRequest(wording.leave.number(number), department, span), "number");
}

/** Departments that whoever types heads. */
export async function suggestHeaded(typed: string, { visit, rulebook }: Context): Promise<readonly Choice[]> {
  if (!visit) return [];
  const { heads } = scopeOf(visit, rulebook);
  return heads
    .filter((each) => normalise(each).includes(normalise(typed)))
    .map((each) => ({ label: each, value: each }));
}
