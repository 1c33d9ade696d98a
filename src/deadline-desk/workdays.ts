import { load as parseYaml, YAMLException } from "js-yaml";
import type { Context } from "../command.ts";
import { countDue, isCertain } from "../deadlines/due.ts";
import { runsOf } from "../deadlines/proof.ts";
import { InputError } from "../errors.ts";
import { readMark } from "../leave/read-day.ts";
import { noticeSetting } from "../office/settings.ts";
import { type Block, note, paragraph, point, type Reply, reply } from "../reply.ts";
import { readSettings, writeSetting } from "../store/settings.ts";
import { repeated } from "../text.ts";
import type { NoticeWants } from "../wording/deadlines/wording.ts";
import { CalendarError, calendarOf, type DayKind, noticesOf, withNotices } from "../workdays/calendar.ts";
import { faultsIn, type Notice, noticeSchema } from "../workdays/notice.ts";
import type { Desk } from "./desk.ts";
import { planRecount } from "./recount.ts";

/** Which days are worked, and why; a count of them with its proof; the years that are known; a notice that is taken in. */
export async function workdaysCommand(
  { day, file, remove }: { readonly day: string; readonly file: string; readonly remove: string },
  desk: Desk,
): Promise<Reply> {
  if (file.trim() !== "") return importNotice(file, desk);
  if (remove.trim() !== "") return removeNotice(remove.trim(), desk);
  return workdaysReply(day, desk);
}

function workdaysReply(typed: string, { context, visit: { today } }: Desk): Reply {
  const { calendar, language, wording } = context;
  const { workdays: words } = wording.deadlines;
  const answer = (blocks: readonly Block[]) => reply({ tone: "answer", language, blocks });
  if (typed.trim() === "") {
    const items = noticesOf(calendar)
      .toSorted((one, other) => other.year - one.year || (one.amends === undefined ? 1 : -1))
      .map(({ year, notice, amends }) => words.notice(year, notice, amends));
    return answer([point(words.known(calendar.years)), { kind: "list", items }, note(words.next)]);
  }
  const [, written = "", count] = typed.trim().match(/^(.*?)\s*(?:[+＋]\s*(\d{1,3}))?$/u) ?? [];
  const read = readMark(written.trim() === "" ? "today" : written, { today, from: today });
  if (!read || read.half) throw new InputError(words.unreadable(repeated(typed)), "day");
  const from = read.day;
  if (count === undefined) return answer([point(kindShown(from, calendar.dayKind(from), context))]);
  const days = Number(count);
  if (days < 1) throw new InputError(words.unreadable(repeated(typed)), "day");
  const { due, counted } = countDue(from, days, calendar, { countFirst: false });
  const { count: counting, due: dueWords } = wording.deadlines;
  return answer([
    point(words.ends(days, from, dueWords(due))),
    { kind: "list", items: runsOf(counted.proof).map((run) => counting.run(run)) },
    ...(counted.kind === "provisional" && !isCertain(due)
      ? [paragraph(counting.provisional(counted.unknownFrom))]
      : []),
    note(counting.convention),
  ]);
}

function kindShown(day: string, is: DayKind, { wording }: Context): string {
  const { workdays: words } = wording.deadlines;
  switch (is.why) {
    case "weekday":
      return words.weekday(day);
    case "weekend":
      return words.weekend(day);
    case "make-up":
      return words.madeUp(day, is.notice);
    case "holiday":
      return words.holiday(day, is.holiday, is.notice);
    case "no-notice":
      return words.unknown(day);
  }
}

/** Takes in a notice as rules/workdays holds them, beside those of the files; what was counted is counted anew. */
async function importNotice(file: string, desk: Desk): Promise<Reply> {
  const { at, visit, context } = desk;
  const { workdays: words } = context.wording.deadlines;
  const notice = noticeIn(file, context);
  const own = visit.settings.notices.filter((each) => each.notice !== notice.notice);
  const files = noticesOf(context.calendar).filter(
    (each) => !visit.settings.notices.some((kept) => kept.notice === each.notice),
  );
  if (files.some((each) => each.notice === notice.notice)) throw new InputError(words.already(notice.notice), "file");
  try {
    calendarOf([...files, ...own, notice]);
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    throw new InputError(words.wrong(error.faults.slice(0, mostFaults).map(words.fault)), "file");
  }
  await writeSetting(visit.records, noticeSetting(notice.notice), JSON.stringify(notice));
  await visit.note({
    action: "workdays.import",
    subject: noticeSetting(notice.notice),
    details: { year: notice.year },
  });
  await planRecount({ ...at, calendar: calendarOf([...files, ...own, notice], { checked: true }) });
  return reply({
    tone: "done",
    language: context.language,
    blocks: [point(words.imported(notice.notice, notice.year)), paragraph(words.recounts)],
  });
}

async function removeNotice(number: string, desk: Desk): Promise<Reply> {
  const { at, visit, context } = desk;
  const { workdays: words } = context.wording.deadlines;
  const name = noticeSetting(number);
  if (!(await readSettings(visit.records)).has(name))
    throw new InputError(words.notImported(repeated(number)), "remove");
  const own = visit.settings.notices.filter((each) => each.notice !== number);
  const files = noticesOf(context.calendar).filter(
    (each) => !visit.settings.notices.some((kept) => kept.notice === each.notice),
  );
  await writeSetting(visit.records, name, "");
  await visit.note({ action: "workdays.remove", subject: name });
  await planRecount({ ...at, calendar: withNotices(calendarOf(files, { checked: true }), own) });
  return reply({
    tone: "done",
    language: context.language,
    blocks: [point(words.removed(number)), paragraph(words.recounts)],
  });
}

/** The notice of a file. Throws an InputError that names the fields that cannot be used. */
function noticeIn(file: string, { wording }: Context): Notice {
  const { workdays: words } = wording.deadlines;
  let content: unknown;
  try {
    content = parseYaml(file);
  } catch (error) {
    const line = error instanceof YAMLException ? error.mark?.line : undefined;
    throw new InputError(words.wrong([words.noYaml(line === undefined ? undefined : line + 1)]), "file");
  }
  const parsed = noticeSchema.safeParse(content);
  const faults = parsed.success
    ? faultsIn(parsed.data).map(words.fault)
    : parsed.error.issues.map((issue) =>
        issue.code === "unrecognized_keys"
          ? words.unknownFields(issue.keys.map(repeated), Object.keys(noticeSchema.shape))
          : words.wants(issue.path.join("."), wantedIn(issue.path)),
      );
  if (!parsed.success || faults.length > 0) throw new InputError(words.wrong(faults.slice(0, mostFaults)), "file");
  return parsed.data;
}

const mostFaults = 4;

/** What a field of a notice takes. */
function wantedIn(path: readonly PropertyKey[]): NoticeWants {
  const named = path.findLast((each) => typeof each === "string");
  if (named === "notice" || named === "amends") return "number";
  if (named === "holiday") return "holiday";
  if (named === "year") return "year";
  if (named === undefined) return "notice";
  return path.length === 1 && named !== "issued" ? "list" : "day";
}
