import type { Context } from "../command.ts";
import { type Day, mondayOf, plusDays } from "../dates.ts";
import { lastOf, plusMonths } from "../leave/read-month.ts";
import { touches } from "../leave/span.ts";
import { refusal } from "../office/permissions.ts";
import type { Row } from "../pictures/away.ts";
import { awayFiles } from "../pictures/away-files.ts";
import { monthDays } from "../pictures/month-days.ts";
import { type Block, note, paragraph, point, type Reply, reply } from "../reply.ts";
import { peopleById } from "../store/people.ts";
import type { Visit } from "../visit.ts";
import type { Wording } from "../wording/wording.ts";
import type { AtDesk } from "./at-desk.ts";
import { type Absence, absencesBetween, actingWords, missingReturns } from "./away.ts";

/** Who is away today, this week and in a month, in words and as a picture. Never why or where. */
export async function awayReply(first: Day, visit: Visit, context: Context): Promise<Reply> {
  const { wording, language, rulebook, calendar } = context;
  const at: AtDesk = { ...visit, rulebook, calendar };
  const { away } = wording.lists;
  const all = refusal("leave.see", visit.actor, rulebook.data.permissions) === undefined;
  const { today } = visit;
  const monday = mondayOf(today);
  const sunday = plusDays(monday, 6);
  const ofWeek = await absencesBetween(monday, sunday, all, at);
  const ofMonth = await absencesBetween(first, lastOf(first), all, at);
  const ofToday = ofWeek.filter(({ span }) => touches(span, today));
  const others = ofWeek.filter((each) => !ofToday.includes(each));
  const line = (each: Absence): string => lineOf(each, at, wording);
  const missing = all ? await missingBlocks(at, wording) : [];
  const asked = [...ofWeek, ...ofMonth].some(({ state }) => state === "asked");
  return reply({
    tone: "answer",
    language,
    blocks: [
      point(away.today(today, countOf(ofToday))),
      ...listOf(ofToday.map(line)),
      paragraph(others.length > 0 ? away.week(monday, sunday) : away.weekNobody),
      ...listOf(others.map(line)),
      paragraph(away.month(first, countOf(ofMonth))),
      ...(ofMonth.length > 0 ? [monthTable(ofMonth, at, wording)] : []),
      ...missing,
      ...(asked ? [note(away.asked)] : []),
      note(away.private),
    ],
    buttons: [
      ...[-1, 1].map((months) => {
        const month = plusMonths(first, months);
        return { label: away.monthButton(month), command: "leave away", options: { month: month.slice(0, 7) } };
      }),
      ...(all ? [{ label: away.report, command: "leave report", options: {}, form: true } as const] : []),
    ],
    files:
      ofMonth.length > 0
        ? awayFiles({
            language,
            today,
            days: monthDays(first, calendar, { makeUp: away.makeUp }),
            rows: rowsOf(ofMonth),
          })
        : [],
  });
}

/** People who are away; what is only asked for is not counted. */
const countOf = (absences: readonly Absence[]): number =>
  new Set(absences.filter(({ state }) => state !== "asked").map(({ person }) => person)).size;

const listOf = (items: readonly string[]): readonly Block[] => (items.length > 0 ? [{ kind: "list", items }] : []);

const remarksOf = ({ state, number }: Absence, wording: Wording): readonly string[] => [
  ...(state === "away" ? [] : [wording.pictures.away.states[state]]),
  ...(number === undefined ? [wording.lists.away.byEntrustment] : []),
];

function lineOf(absence: Absence, at: AtDesk, wording: Wording): string {
  const { name, title, span, acting } = absence;
  const more = [...remarksOf(absence, wording), ...actingWords(acting, at, wording)];
  return wording.lists.away.line(wording.leave.person(name, title), wording.leave.span(span), more);
}

function monthTable(absences: readonly Absence[], at: AtDesk, wording: Wording): Block {
  const { fields, person, span } = wording.leave;
  return {
    kind: "table",
    rows: [
      [wording.lists.report.person, fields.days, wording.lists.mine.state, wording.lists.away.acting],
      ...absences.map((each) => [
        person(each.name, each.title),
        span(each.span),
        remarksOf(each, wording).join(" · "),
        actingWords(each.acting, at, wording).join(" · "),
      ]),
    ],
  };
}

async function missingBlocks(at: AtDesk, wording: Wording): Promise<readonly Block[]> {
  const missing = await missingReturns(at);
  if (missing.length === 0) return [];
  const people = await peopleById(at.records, [...new Set(missing.map(({ person }) => person))]);
  const rows = missing.map(({ number, person, title, span }) => [
    wording.leave.number(number),
    wording.leave.person(people.find(({ id }) => id === person)?.name ?? person, title),
    wording.leave.span(span),
  ]);
  const { fields } = wording.leave;
  return [
    paragraph(wording.lists.away.missing(missing.length)),
    { kind: "table", rows: [[wording.decisions.fields.number, wording.lists.report.person, fields.days], ...rows] },
  ];
}

/** A row for each person, in the order in which they are listed. */
function rowsOf(absences: readonly Absence[]): readonly Row[] {
  return [...Map.groupBy(absences, ({ person }) => person).values()].flatMap(([first, ...more]) =>
    first
      ? [
          {
            name: first.name,
            title: first.title,
            bars: [first, ...more].map(({ span, state }) => ({ ...span, state })),
          },
        ]
      : [],
  );
}
