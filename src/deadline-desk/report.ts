import { csvOf } from "../csv.ts";
import { type Day, instantOf, plusDays } from "../dates.ts";
import { type CirculationRow, circulationOf } from "../deadlines/circulation.ts";
import { InputError } from "../errors.ts";
import { readMark } from "../leave/read-day.ts";
import { wordRefusal } from "../office/refusal.ts";
import { note, paragraph, point, type Reply, reply, type TextFile } from "../reply.ts";
import { numbersBetween } from "../store/deadline-circulation.ts";
import { peopleIn } from "../store/people.ts";
import { repeated } from "../text.ts";
import type { DeadlinesWording } from "../wording/deadlines/wording.ts";
import { headOf } from "./departments.ts";
import { type Desk, quoted } from "./desk.ts";
import { seesAll } from "./list.ts";

const mostShown = 30;

/** What each department was handed in a time and what became of it, to be circulated: as a message, and as a table. */
export async function reportCommand(typed: { readonly from: string; readonly to: string }, desk: Desk): Promise<Reply> {
  const { at, visit, context } = desk;
  const { wording, language, rulebook, calendar } = context;
  const { report: words } = wording.deadlines;
  const department = await onlyOwn(desk);
  const no = seesAll(desk);
  if (no && department === undefined) return wordRefusal(no, context);
  const { from, until } = periodIn(typed, desk);
  const { timeZone } = visit.settings;
  const numbers = await numbersBetween(visit.records, {
    from,
    until,
    today: at.today,
    since: instantOf(from, 0, timeZone),
    before: instantOf(plusDays(until, 1), 0, timeZone),
    ...(no && department !== undefined && { department }),
  });
  const rows = circulationOf(numbers, calendar);
  const rules = (rulebook.data.deadlines?.circulated ?? []).map((id) => rulebook.facts.get(id));
  const { blocks, citations } = quoted(rules, context);
  const more = rows.length - mostShown;
  return reply({
    tone: "answer",
    language,
    blocks: [
      point(words.title(from, until)),
      ...(rows.length === 0
        ? [paragraph(words.nothing)]
        : [
            {
              kind: "table" as const,
              rows: [headings(words), ...rows.slice(0, mostShown).map((row) => cells(row, words))],
            },
          ]),
      ...(more > 0 ? [paragraph(wording.deadlines.lists.more(more))] : []),
      note(words.how),
      ...(rows.some(({ average, inTime, late, noDay }) => average === undefined && inTime + late + noDay > 0)
        ? [note(words.averageUnknown)]
        : []),
      ...blocks,
    ],
    citations,
    files: rows.length === 0 ? [] : [fileOf(rows, from, until, words)],
  });
}

const headings = ({ columns }: Words): readonly string[] => [
  columns.department,
  columns.received,
  columns.inTime,
  columns.late,
  columns.noDay,
  columns.extended,
  columns.open,
  columns.overdue,
  columns.average,
];

type Words = DeadlinesWording["report"];

const cells = (row: CirculationRow, words: Words): readonly string[] => [
  row.department,
  ...[row.received, row.inTime, row.late, row.noDay, row.extended, row.open, row.overdue].map(String),
  row.average === undefined ? words.noAverage : row.average.toFixed(1),
];

const fileOf = (rows: readonly CirculationRow[], from: Day, until: Day, words: Words): TextFile => ({
  name: `deadlines-${from}-${until}.csv`,
  content: csvOf([headings(words), ...rows.map((row) => cells(row, { ...words, noAverage: "" }))]),
});

/** The department of whoever heads one: of theirs they see the report too. */
async function onlyOwn({ visit, context }: Desk): Promise<string | undefined> {
  const departments = visit.actor.tenures.map(({ department }) => department);
  const people = await peopleIn(visit.records, departments);
  return departments.find(
    (each) => each !== "" && headOf(each, people, visit.today, context.rulebook)?.id === visit.actor.person?.id,
  );
}

/** From the first of this month until today, where nothing was typed. */
function periodIn({ from, to }: { readonly from: string; readonly to: string }, { visit, context }: Desk) {
  const words = context.wording.deadlines;
  const dayIn = (typed: string, field: string, usual: Day): Day => {
    if (typed.trim() === "") return usual;
    const read = readMark(typed, { today: visit.today, from: visit.today });
    if (!read || read.half) throw new InputError(words.add.noDate(repeated(typed)), field);
    return read.day;
  };
  const until = dayIn(to, "to", visit.today);
  const first = dayIn(from, "from", `${until.slice(0, 7)}-01` as Day);
  if (first > until) throw new InputError(words.report.backwards(first, until), "from");
  return { from: first, until };
}
