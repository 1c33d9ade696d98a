import { normalise } from "../ask/tokens.ts";
import type { Choice, Context } from "../command.ts";
import { personNamed } from "../find-people.ts";
import { isLate } from "../leave/returning.ts";
import type { Person } from "../office/people.ts";
import { refusal } from "../office/permissions.ts";
import { wordRefusal } from "../office/refusal.ts";
import { point, type Reply, reply } from "../reply.ts";
import { leaveNumbered, leavesWhere } from "../store/leave.ts";
import { peopleById, personById } from "../store/people.ts";
import { backButton, returnable } from "./after-return.ts";
import { type Asker, askerIn } from "./asker.ts";
import { reportBack } from "./report-back.ts";
import type { ReturnGiven } from "./return-given.ts";
import { lateLine } from "./returned-line.ts";

/** Why somebody may not see everybody's leave, nor report for others; undefined: they may. */
const mayNotForOthers = ({ visit, context }: Asker) =>
  refusal("leave.see", visit.actor, context.rulebook.data.permissions);

/** Reports a return: one's own, or that of somebody else for whom one looks after leave. */
export async function returnReply({ number, day }: ReturnGiven, typed: string, asker: Asker): Promise<Reply> {
  const { at, context, person } = asker;
  const { wording, language } = context;
  const words = wording.leaveReturn;
  const named = typed.trim() === "" ? undefined : await personNamed(typed, "person", context);
  const other = named && named.id !== person.id ? named : undefined;
  const no = other && mayNotForOthers(asker);
  if (no) return wordRefusal(no, context);
  if (number !== undefined) return reportNumbered(number, day, other, asker);
  const [first, ...others] = await returnable((other ?? person).id, at);
  if (first && others.length === 0) return reportBack(first, day, asker);
  if (first)
    return reply({
      tone: "needs",
      language,
      blocks: [point(words.which)],
      buttons: [first, ...others].slice(0, mostButtons).map((each) => {
        const button = backButton(each, wording);
        const more = { ...(day === "" ? {} : { day }), ...(other ? { person: other.id } : {}) };
        return { ...button, options: { ...button.options, ...more } };
      }),
    });
  if (other) return reply({ tone: "answer", language, blocks: [point(words.noneOf(other.name))] });
  if (named === undefined && !mayNotForOthers(asker)) return missingReply(asker);
  return reply({ tone: "answer", language, blocks: [point(words.none)] });
}

const mostButtons = 20;

async function reportNumbered(number: number, day: string, other: Person | undefined, asker: Asker): Promise<Reply> {
  const { at, context, person } = asker;
  const { wording, language } = context;
  const words = wording.leaveReturn;
  const name = wording.leave.number(number);
  const leave = await leaveNumbered(at.records, number);
  const theirs = leave !== undefined && leave.person !== person.id;
  // to whom it does not concern there is none
  if (!leave || (theirs && mayNotForOthers(asker)) || (theirs && leave.status === "draft"))
    return reply({ tone: "problem", language, blocks: [point(wording.leave.noSuch(name))] });
  if (other && leave.person !== other.id)
    return reply({ tone: "refused", language, blocks: [point(words.otherPerson(name, other.name))] });
  if (!theirs || other) return reportBack(leave, day, asker);
  const who = (await personById(at.records, leave.person))?.name ?? leave.person;
  return reply({
    tone: "needs",
    language,
    blocks: [point(words.whose(name, wording.leave.person(who, leave.title), wording.leave.span(leave.span)))],
    buttons: [
      {
        label: words.buttons.backOf(who, name),
        command: "leave return",
        options: { number: String(number), person: leave.person, ...(day === "" ? {} : { day }) },
      },
    ],
  });
}

/** Everybody whose leave is over and whose return nobody has reported, also where nobody knows whether that is late. */
async function missingReply(asker: Asker): Promise<Reply> {
  const { at, context } = asker;
  const { wording, language, rulebook } = context;
  const words = wording.leaveReturn;
  const { records, today, calendar, settings } = at;
  const granted = await leavesWhere(records, { statuses: ["approved", "noted"], until: today });
  const missing = granted.filter(
    (each) =>
      each.occasion === rulebook.data.leave?.trip &&
      each.returned === null &&
      isLate(each, today, calendar, settings.timeZone) !== false,
  );
  const people = await peopleById(records, [...new Set(missing.map((each) => each.person))]);
  const nameOf = (id: string) => people.find((each) => each.id === id)?.name ?? id;
  if (missing.length === 0) return reply({ tone: "answer", language, blocks: [point(words.noneMissing)] });
  return reply({
    tone: "answer",
    language,
    blocks: [
      point(words.missing),
      {
        kind: "list",
        items: missing.map((each) =>
          words.missingLine(
            wording.leave.number(each.number),
            wording.leave.person(nameOf(each.person), each.title),
            wording.leave.span(each.span),
            lateLine(each, at, wording),
          ),
        ),
      },
    ],
    buttons: missing.slice(0, mostButtons).map((each) => ({
      label: words.buttons.backOf(nameOf(each.person), wording.leave.number(each.number)),
      command: "leave return",
      options: { number: String(each.number), person: each.person },
    })),
  });
}

/** Completes the number of leave of one's own from which one can report back. */
export async function suggestReturns(typed: string, context: Context): Promise<readonly Choice[]> {
  const asker = askerIn(context);
  if ("refused" in asker) return [];
  const { leave } = context.wording;
  return (await returnable(asker.person.id, asker.at))
    .map((each) => ({ label: `${leave.number(each.number)} · ${leave.span(each.span)}`, value: String(each.number) }))
    .filter(({ label }) => normalise(label).includes(normalise(typed)));
}
