import { normalise } from "../ask/tokens.ts";
import type { Choice, Context } from "../command.ts";
import { plusDays } from "../dates.ts";
import type { Deadline } from "../deadlines/deadline.ts";
import { lightOf, yellowUntil } from "../deadlines/light.ts";
import { timeLeft } from "../deadlines/stages.ts";
import { refusal } from "../office/permissions.ts";
import { wordRefusal } from "../office/refusal.ts";
import { boardFiles, dueDaysFiles } from "../pictures/deadline-files.ts";
import type { DueDaysPicture } from "../pictures/due-days.ts";
import { daysFrom } from "../pictures/month-days.ts";
import { type Block, type Button, note, paragraph, point, type Reply, reply } from "../reply.ts";
import { type BoardRow, boardCounts } from "../store/deadline-board.ts";
import { chooseEveryMorning, everyMorning } from "../store/deadline-mornings.ts";
import { countDeadlines, deadlinesWhere, type Which } from "../store/deadlines.ts";
import type { Visit } from "../visit.ts";
import type { Wording } from "../wording/wording.ts";
import { deadlineReply, dueShown, lightShown, standing } from "./card.ts";
import { departmentNamed } from "./departments.ts";
import { type Desk, openDeadline, refused, showButton } from "./desk.ts";
import { morningNow } from "./digest.ts";
import { planMorning } from "./morning.ts";

const mostShown = 25;
const mostButtons = 10;

/** One of them with everything that is known of it. */
export async function showCommand(number: number, desk: Desk): Promise<Reply> {
  const opened = await openDeadline(number, desk);
  return "no" in opened ? opened.no : deadlineReply(opened.deadline, opened.part, desk.at, desk.context.wording);
}

/** What somebody has to do: what they are named for, and what nobody of their department is. */
export async function mineCommand(desk: Desk): Promise<Reply> {
  const { visit, context } = desk;
  const { deadlines: words } = context.wording;
  const { person } = visit.actor;
  if (!person) return refused(context.wording.leave.rosterOnly, context);
  const found = await ownDeadlines(visit, mostShown + 1);
  return listReply(words.lists.mine(found.length), found, desk, { whose: undefined });
}

/** What the morning brings, when somebody asks for it; and whether they want it every working morning. */
export async function todayCommand(daily: "yes" | "no" | undefined, desk: Desk): Promise<Reply> {
  const { at, visit, context } = desk;
  const { wording } = context;
  const { person } = visit.actor;
  if (!person) return refused(wording.leave.rosterOnly, context);
  const { today: words } = wording.deadlineLists;
  const before = (await everyMorning(visit.records)).includes(person.id);
  const wanted = daily === undefined ? before : daily === "yes";
  if (wanted !== before) {
    await chooseEveryMorning(visit.records, person.id, wanted);
    await visit.note({
      action: "deadline.morning",
      subject: `person:${person.id}`,
      details: { wanted },
      about: person.id,
    });
    if (wanted) await planMorning(at);
  }
  const card = await morningNow(person, at, wording);
  return {
    ...card,
    ...(daily !== undefined && { tone: "done" as const }),
    blocks: [...card.blocks, note(wanted ? words.daily : words.whenDue)],
    buttons: [
      ...card.buttons,
      {
        label: wanted ? words.buttons.whenDue : words.buttons.daily,
        command: "deadline today",
        options: { daily: wanted ? "no" : "yes" },
      },
    ],
  };
}

async function ownDeadlines({ records, actor }: Visit, most: number): Promise<readonly Deadline[]> {
  // whoever holds no post any more has nothing to do, though they are named for it
  const own =
    actor.person && actor.tenures.length > 0
      ? await deadlinesWhere(records, { status: "open", owner: actor.person.id }, most)
      : [];
  const departments = actor.tenures.map(({ department }) => department).filter((each) => each !== "");
  const unowned =
    departments.length > 0 ? await deadlinesWhere(records, { status: "open", departments, unowned: true }, most) : [];
  return [...own, ...unowned]
    .toSorted((one, other) => (one.due?.from ?? "").localeCompare(other.due?.from ?? "") || one.number - other.number)
    .slice(0, most);
}

/** What a department has to do. */
export async function departmentCommand(typed: string, desk: Desk): Promise<Reply> {
  const { visit, context } = desk;
  const { deadlines: words } = context.wording;
  const own = visit.actor.tenures[0]?.department ?? "";
  if (typed.trim() === "" && own === "") return refused(words.lists.whichDepartment, context);
  const department = typed.trim() === "" ? own : await departmentNamed(typed, "department", desk);
  const theirs = visit.actor.tenures.some((each) => each.department === department);
  if (!theirs) {
    const no = seesAll(desk);
    if (no) return wordRefusal(no, context);
  }
  const which: Which = { status: "open", departments: [department] };
  const found = await deadlinesWhere(visit.records, which, mostShown);
  const count = found.length < mostShown ? found.length : await countDeadlines(visit.records, which);
  return listReply(words.lists.department(department, count), found, desk, { whose: department, count });
}

/** Why somebody may not see what every department has to do; undefined: they may. */
export function seesAll({ visit, context }: Desk) {
  const { permissions } = context.rulebook.data;
  return refusal("deadline.see", visit.actor, permissions);
}

/** `whose`: the department; undefined: of whoever looks. */
function listReply(
  title: string,
  found: readonly Deadline[],
  desk: Desk,
  { whose, count = found.length }: { readonly whose: string | undefined; readonly count?: number },
): Reply {
  const { at, context } = desk;
  const { wording, language } = context;
  const { deadlines: words } = wording;
  const add: Button = { label: words.buttons.add, command: "deadline add", options: {}, form: true };
  if (found.length === 0)
    return reply({
      tone: "answer",
      language,
      blocks: [point(title), paragraph(words.lists.nothing)],
      buttons: [add],
    });
  const shown = found.slice(0, mostShown);
  const rows = shown.map((each) => [
    words.number(each.number),
    lightShown(each, at, wording),
    each.title,
    whenShown(each, at, wording),
  ]);
  const { fields } = words;
  const more = count - shown.length;
  return reply({
    tone: "answer",
    language,
    blocks: [
      point(title),
      { kind: "table", rows: [[fields.number, fields.state, fields.title, fields.due], ...rows] },
      ...(more > 0 ? [paragraph(words.lists.more(more))] : []),
      note(words.lists.pace),
    ],
    files: dueDaysFiles(dueDaysPicture(shown, whose, desk)),
    buttons: [...shown.slice(0, mostButtons).map(({ number }) => showButton(number, words.number(number))), add],
  });
}

/** So many days are in the picture, that of today included. */
const daysDrawn = 30;

function dueDaysPicture(shown: readonly Deadline[], whose: string | undefined, { at, context }: Desk): DueDaysPicture {
  const { wording, language, calendar } = context;
  const { deadlines: words, deadlineLists, pictures } = wording;
  const days = daysFrom(at.today, daysDrawn, calendar, pictures.meetings.notes);
  return {
    language,
    heading: deadlineLists.pictures.days(whose, plusDays(at.today, daysDrawn - 1)),
    today: at.today,
    days,
    rows: shown.flatMap((each) => {
      const light = lightOf(each, at.today, calendar);
      if (light === "done") return [];
      return {
        number: words.number(each.number),
        title: each.title,
        when:
          each.due === null
            ? deadlineLists.pictures.noDay
            : deadlineLists.pictures.due(each.due, timeLeft(each.due, at.today, calendar)),
        from: each.receivedOn,
        due: each.due,
        light,
      };
    }),
  };
}

/** By when it is due, and how it stands with that. */
const whenShown = (each: Deadline, at: Desk["at"], wording: Wording): string =>
  [dueShown(each, wording), standing(each, at, wording)].filter((one) => one !== "").join(" · ");

/** Every department with its lights; for those who supervise, and for leaders. */
export async function boardCommand(desk: Desk): Promise<Reply> {
  const { at, visit, context } = desk;
  const { wording, language } = context;
  const { deadlines: words } = wording;
  const no = seesAll(desk);
  if (no) return wordRefusal(no, context);
  const rows = await boardRows(desk);
  const total = rows.reduce((sum, { open }) => sum + open, 0);
  const { columns } = words.lists;
  const table: Block = {
    kind: "table",
    rows: [
      [columns.department, columns.red, columns.yellow, columns.green, columns.open],
      ...rows
        .slice(0, mostShown)
        .map(({ department, red, yellow, open }) => [
          department,
          ...[red, yellow, open - red - yellow, open].map(String),
        ]),
    ],
  };
  const late = await deadlinesWhere(visit.records, { status: "open", overdueBy: at.today }, 10);
  return reply({
    tone: "answer",
    language,
    blocks: [
      point(words.lists.board(total)),
      ...(rows.length === 0 ? [paragraph(words.lists.nothing)] : [table]),
      ...(rows.length > mostShown ? [paragraph(words.lists.more(rows.length - mostShown))] : []),
      ...(late.length === 0
        ? []
        : [
            paragraph(words.digest.groups.overdue),
            {
              kind: "list" as const,
              items: late.map(
                (each) =>
                  `${words.digest.line(words.number(each.number), each.title, standing(each, at, wording))} · ${each.department}`,
              ),
            },
          ]),
      note(words.lists.pace),
    ],
    files: boardFiles({
      language,
      today: at.today,
      rows: rows
        .slice(0, mostShown)
        .map(({ department, open, red, yellow }) => ({ department, red, yellow, green: open - red - yellow })),
    }),
    buttons: rows
      .filter(({ red, yellow }) => red + yellow > 0)
      .slice(0, 5)
      .map(({ department }) => ({ label: department, command: "deadline department", options: { department } })),
  });
}

/** How many open ones of each department are overdue, and how many have little time or no day. */
export function boardRows({ at }: Pick<Desk, "at">): Promise<readonly BoardRow[]> {
  return boardCounts(at.records, at.today, yellowUntil(at.today, at.calendar));
}

/** Those to choose from where no number was given. */
export async function whichDeadline(
  command: string,
  desk: Desk,
  { form = false }: { readonly form?: boolean } = {},
): Promise<Reply> {
  const { visit, context } = desk;
  const { deadlines: words } = context.wording;
  const found = await ownDeadlines(visit, mostButtons);
  if (found.length === 0) return reply({ tone: "answer", language: context.language, blocks: [point(words.none)] });
  return reply({
    tone: "needs",
    language: context.language,
    blocks: [
      point(words.which),
      {
        kind: "list",
        items: found.map((each) =>
          words.digest.line(words.number(each.number), each.title, dueShown(each, context.wording)),
        ),
      },
    ],
    buttons: found.map(({ number }) => ({
      label: words.number(number),
      command,
      options: { number: String(number) },
      ...(form && { form: true as const }),
    })),
  });
}

/** Completes the number of something that is somebody's to do. */
export async function suggestDeadlines(typed: string, { visit, wording }: Context): Promise<readonly Choice[]> {
  if (!visit) return [];
  const { deadlines: words } = wording;
  const wanted = normalise(typed);
  return (await ownDeadlines(visit, 100))
    .map((each) => ({
      label: words.digest.line(words.number(each.number), each.title, dueShown(each, wording)),
      value: String(each.number),
      reference: each.reference,
    }))
    .filter(({ label, reference }) => normalise(`${label} ${reference}`).includes(wanted))
    .map(({ label, value }) => ({ label, value }));
}
