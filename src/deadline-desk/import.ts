import { csvOf } from "../csv.ts";
import type { Deadline } from "../deadlines/deadline.ts";
import { type DeadlineColumn, deadlineSheet } from "../deadlines/table-columns.ts";
import { InputError } from "../errors.ts";
import { type Person, personName } from "../office/people.ts";
import { wordRefusal } from "../office/refusal.ts";
import { type Block, type Button, note, paragraph, point, type Reply, reply, type TextFile } from "../reply.ts";
import { deadlinesWhere } from "../store/deadlines.ts";
import { type Row, readTable } from "../table-file.ts";
import { type Columns, readHead } from "../table-head.ts";
import { repeated } from "../text.ts";
import type { ListFault } from "../wording/deadline-lists/wording.ts";
import { wordingFor } from "../wording/wording.ts";
import { addConsulted, consultedIn, type Given, keepNew, mayNotAdd, readTyped, type TypedDeadline } from "./add.ts";
import { dueShown } from "./card.ts";
import { type Desk, refused, showButton } from "./desk.ts";
import { lineOf } from "./digest.ts";
import { planMorning } from "./morning.ts";
import { rememberCalendar } from "./recount.ts";
import { toldOf } from "./tell.ts";

// Many at once: a table is taken in whole, or not at all. Whoever has to do any of it gets one message, not one for each.

/** Rows that a table may have below its headings, blank ones not counted. */
export const mostRows = 1000;
const mostProblems = 50;
const mostLines = 20;
const mostButtons = 5;

/** What is wrong, and where: in the whole table where there is no line. */
interface Problem {
  readonly line?: number;
  readonly heading?: string;
  readonly said: string;
}

/** What a line asks for. */
interface Wanted {
  readonly given: Given;
  readonly consulted: readonly string[];
}

/** The cells of a line by their column, read as the options of the command are; throws an InputError. */
export type ReadCells = (cells: Readonly<Partial<Record<DeadlineColumn, string>>>) => TypedDeadline;

/** Has what stands in a table followed up. `check`: only says whether it can be. */
export async function importCommand(
  { file, check }: { readonly file: string; readonly check: boolean },
  readCells: ReadCells,
  desk: Desk,
): Promise<Reply> {
  const { context, visit } = desk;
  if (!visit.actor.person) return refused(context.wording.leave.rosterOnly, context);
  if (file.trim() === "") return giveTemplate(desk);
  const read = await readLines(file, readCells, desk);
  if ("problems" in read) return tellProblems(read.problems, desk);
  const mayNot = read.wanted.map(({ given }) => mayNotAdd(given, desk)).find((each) => each !== undefined);
  if (mayNot) return wordRefusal(mayNot, context);
  const { fresh, already } = await parted(read.wanted, desk);
  if (check) return checkedReply(fresh, already, desk);
  const kept: Deadline[] = [];
  for (const { given, consulted } of fresh) {
    const deadline = await keepNew(given, desk, { told: true });
    kept.push(deadline, ...(await addConsulted(deadline, consulted, desk, { told: true })));
  }
  if (kept.length > 0) {
    await planMorning(desk.at);
    await rememberCalendar(desk.at);
  }
  return doneReply(kept, already, await tellAll(kept, desk), desk);
}

async function readLines(
  file: string,
  readCells: ReadCells,
  desk: Desk,
): Promise<{ readonly wanted: readonly Wanted[] } | { readonly problems: readonly Problem[] }> {
  const { language, wording } = desk.context;
  const { import: words } = wording.deadlineLists;
  const table = readTable(file, { isHeading: (each) => deadlineSheet.named(each) !== undefined, mostRows });
  if ("kind" in table)
    return { problems: [{ said: words.fault(table), ...(table.kind === "quote" && { line: table.at }) }] };
  const [head, ...rows] = table;
  if (!head) return { problems: [{ said: words.fault({ kind: "empty" }) }] };
  const { columns, problems: ofHead } = readHead(head, deadlineSheet, language);
  const problems: Problem[] = ofHead.map((each) => ({
    line: each.at,
    said: words.fault(each),
    ...(each.heading !== undefined && { heading: each.heading }),
  }));
  if (rows.length === 0) problems.push({ said: words.fault({ kind: "no-rows" }) });
  const wanted: Wanted[] = [];
  // without a title every line would be wrong
  if (columns.has("title"))
    for (const row of rows) {
      const found = await readLine(row, columns, head.cells.length, readCells, desk);
      if ("said" in found) problems.push(found);
      else wanted.push(found);
    }
  return problems.length > 0 ? { problems } : { wanted };
}

async function readLine(
  { line, cells }: Row,
  columns: Columns<DeadlineColumn>,
  width: number,
  readCells: ReadCells,
  desk: Desk,
): Promise<Wanted | Problem> {
  const { import: words } = desk.context.wording.deadlineLists;
  const wrong = (fault: ListFault, column?: DeadlineColumn): Problem => ({
    line,
    ...headed(column),
    said: words.fault(fault),
  });
  const headed = (column: string | undefined) => {
    const heading = columns.get(column as DeadlineColumn)?.heading;
    return heading === undefined ? {} : { heading };
  };
  const extra = cells.find((each, index) => index >= width && each !== "");
  if (extra !== undefined) return wrong({ kind: "extra-value", value: repeated(extra) });
  const given = Object.fromEntries(
    [...columns].map(([column, { index }]) => [column, cells[index] ?? ""] as const).filter(([, cell]) => cell !== ""),
  ) as Partial<Record<DeadlineColumn, string>>;
  if (given.title === undefined) return wrong({ kind: "missing-title" }, "title");
  if (exampleTitles().includes(given.title)) return wrong({ kind: "example" }, "title");
  try {
    const typed = readCells(given);
    const kept = await readTyped(typed, desk);
    return { given: kept, consulted: await consultedIn(typed, kept, desk) };
  } catch (error) {
    if (error instanceof InputError) return { line, ...headed(error.field), said: error.message };
    throw error;
  }
}

const exampleTitles = (): readonly string[] =>
  (["en", "zh-Hans", "zh-Hant"] as const).flatMap(
    (language) => wordingFor(language).deadlineLists.import.examples.titles,
  );

/** What is new in the table, and what is followed up already, also by a line further up. */
async function parted(
  wanted: readonly Wanted[],
  { visit }: Desk,
): Promise<{ readonly fresh: readonly Wanted[]; readonly already: readonly Given[] }> {
  const fresh = new Map<string, Wanted>();
  const already: Given[] = [];
  for (const each of wanted) {
    const { kind, department, reference, title, receivedOn } = each.given;
    const same = reference === "" ? { title, receivedOn } : { reference };
    const key = JSON.stringify({ kind, department, ...same });
    const there = (
      await deadlinesWhere(visit.records, { departments: [department], followed: true, ...same }, 100)
    ).some((one) => one.kind === kind);
    if (there || fresh.has(key)) already.push(each.given);
    else fresh.set(key, each);
  }
  return { fresh: [...fresh.values()], already };
}

/** Everybody who has to do something of it is told in one message; how many, and of which departments nobody is. */
async function tellAll(
  kept: readonly Deadline[],
  { at, visit }: Desk,
): Promise<{ readonly told: number; readonly unheard: readonly string[] }> {
  const theirs = new Map<string, { readonly person: Person; readonly deadlines: Deadline[] }>();
  const unheard = new Set<string>();
  const known = new Map<string, readonly Person[]>();
  for (const deadline of kept) {
    const whose = JSON.stringify([deadline.owner, deadline.department]);
    const people = known.get(whose) ?? (await toldOf(deadline, at));
    known.set(whose, people);
    if (people.length === 0) unheard.add(deadline.department);
    for (const person of people.filter(({ id }) => id !== visit.actor.person?.id)) {
      const has = theirs.get(person.id) ?? { person, deadlines: [] };
      has.deadlines.push(deadline);
      theirs.set(person.id, has);
    }
  }
  for (const { person, deadlines } of theirs.values()) {
    const wording = wordingFor(await at.languageOf(person.id));
    const { deadlines: words, deadlineLists } = wording;
    const mine: Button = { label: words.buttons.mine, command: "deadline mine", options: {} };
    await at.send(
      personName(person.id),
      reply({
        tone: "needs",
        language: wording.language,
        blocks: [
          point(deadlineLists.import.yours(deadlines.length)),
          listed(
            deadlines.map((each) => lineOf(each, at, wording)),
            words.lists.more,
          ),
        ],
        buttons: [
          ...deadlines.slice(0, mostButtons).map(({ number }) => showButton(number, words.number(number))),
          mine,
        ],
      }),
    );
  }
  return { told: theirs.size, unheard: [...unheard] };
}

const listed = (items: readonly string[], more: (count: number) => string): Block => ({
  kind: "list",
  items: items.length > mostLines ? [...items.slice(0, mostLines), more(items.length - mostLines)] : items,
});

function doneReply(
  kept: readonly Deadline[],
  already: readonly Given[],
  { told, unheard }: { readonly told: number; readonly unheard: readonly string[] },
  desk: Desk,
): Reply {
  const { wording, language } = desk.context;
  const { deadlines: words } = wording;
  const { import: said } = wording.deadlineLists;
  const [first, last] = [kept[0], kept.at(-1)];
  const list: Button = { label: words.buttons.mine, command: "deadline mine", options: {} };
  return reply({
    tone: first ? "done" : "answer",
    language,
    blocks: [
      point(
        first && last ? said.done(kept.length, words.number(first.number), words.number(last.number)) : said.nothingNew,
      ),
      ...(first ? [tableOf(kept, desk)] : []),
      ...moreThan(kept.length, desk),
      ...leftBlocks(kept, already, desk),
      ...(told > 0 ? [paragraph(said.told(told))] : []),
      ...(unheard.length > 0 ? [paragraph(said.unheard(unheard))] : []),
    ],
    buttons: [list],
  });
}

function checkedReply(fresh: readonly Wanted[], already: readonly Given[], desk: Desk): Reply {
  const { wording, language } = desk.context;
  const { import: said } = wording.deadlineLists;
  const given = fresh.map((each) => each.given);
  return reply({
    tone: "answer",
    language,
    blocks: [
      point(given.length === 0 ? said.nothingNew : said.checked(given.length)),
      ...(given.length === 0 ? [] : [tableOf(given, desk)]),
      ...moreThan(given.length, desk),
      ...leftBlocks(given, already, desk),
      ...(given.length === 0 ? [] : [paragraph(said.checkedNext)]),
    ],
  });
}

function tableOf(some: readonly (Given & { readonly number?: number })[], { context }: Desk): Block {
  const { deadlines: words } = context.wording;
  const { fields } = words;
  const numbered = some.some(({ number }) => number !== undefined);
  const rows = some
    .slice(0, mostLines)
    .map((each) => [
      ...(numbered ? [each.number === undefined ? "" : words.number(each.number)] : []),
      each.title,
      each.department,
      dueShown(each, context.wording),
    ]);
  return {
    kind: "table",
    rows: [[...(numbered ? [fields.number] : []), fields.title, fields.department, fields.due], ...rows],
  };
}

const moreThan = (count: number, { context }: Desk): readonly Block[] =>
  count > mostLines ? [paragraph(context.wording.deadlines.lists.more(count - mostLines))] : [];

/** What has no day yet, and what was there already. */
function leftBlocks(some: readonly Given[], already: readonly Given[], { context }: Desk): readonly Block[] {
  const { deadlines: words, deadlineLists } = context.wording;
  const { import: said } = deadlineLists;
  const without = some.filter(({ due }) => due === null).length;
  return [
    ...(without > 0 ? [paragraph(said.noDay(without))] : []),
    ...(already.length === 0
      ? []
      : [
          paragraph(said.already(already.length)),
          listed(
            already.map(({ title, reference }) => (reference === "" ? title : `${reference} ${title}`)),
            words.lists.more,
          ),
        ]),
  ];
}

function giveTemplate({ context }: Desk): Reply {
  const { language, wording } = context;
  const { import: said } = wording.deadlineLists;
  return reply({
    tone: "needs",
    language,
    blocks: [point(said.template), { kind: "list", items: said.howTo }],
    files: [templateFile(context)],
    buttons: [chooseFile(context)],
  });
}

/** The problems in the order of the lines. */
function tellProblems(problems: readonly Problem[], { context }: Desk): Reply {
  const { language, wording } = context;
  const { import: said } = wording.deadlineLists;
  const words = wording.roster.import;
  const sorted = problems.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0));
  return reply({
    tone: "problem",
    language,
    blocks: [
      point(said.refused(problems.length)),
      {
        kind: "table",
        rows: [
          [words.line, words.column, words.problem],
          ...sorted
            .slice(0, mostProblems)
            .map(({ line, heading = "", said: what }) => [line === undefined ? "" : String(line), heading, what]),
        ],
      },
      ...(problems.length > mostProblems ? [paragraph(words.moreProblems(problems.length - mostProblems))] : []),
      note(said.correct),
    ],
    files: [templateFile(context)],
    buttons: [chooseFile(context)],
  });
}

const chooseFile = ({ wording }: Desk["context"]): Button => ({
  label: wording.roster.import.chooseFile,
  command: "deadline import",
  options: {},
  form: true,
});

/** The headings in the reader's language, and two lines that show how; a line left as it is would be refused. */
function templateFile({ wording, language }: Desk["context"]): TextFile {
  const { titles, department, kind } = wording.deadlineLists.import.examples;
  const examples: readonly Partial<Record<DeadlineColumn, string>>[] = [
    { title: titles[0], reference: "〔2026〕1号", department, received: "2026-11-20" },
    { title: titles[1], department, received: "2026-01-15", due: "2026-12-31", kind },
  ];
  const columns = Object.keys(deadlineSheet.names) as DeadlineColumn[];
  return {
    name: "deadlines-template.csv",
    content: csvOf([
      columns.map((each) => deadlineSheet.names[each][language]),
      ...examples.map((example) => columns.map((each) => example[each] ?? "")),
    ]),
  };
}
