import { quotes } from "../ask/sources.ts";
import type { Context } from "../command.ts";
import { minuteOf } from "../dates.ts";
import type { Period } from "../leave/report.ts";
import { type Button, note, paragraph, point, type Reply, reply } from "../reply.ts";
import { eventsOf } from "../store/audit.ts";
import { nextNumber } from "../store/numbers.ts";
import { personById } from "../store/people.ts";
import type { Records } from "../store/store.ts";
import type { Visit } from "../visit.ts";
import { wordingFor } from "../wording/wording.ts";
import type { AtDesk } from "./at-desk.ts";
import { isOpenPeriod, type NamedReport, reportFor, reportName } from "./report-data.ts";
import { departmentTable } from "./report-lines.ts";
import { articlesOf } from "./send.ts";

/**
 * Posts the departments' lines, with what they say to them, to the office's channel for leave: no names, no reasons. A
 * period that was circulated before is posted again only when that was said (`again`).
 */
export async function circulate(period: Period, again: boolean, visit: Visit, context: Context): Promise<Reply> {
  const { wording, language, rulebook, calendar } = context;
  const { circulate: words, report: ofReport } = wording.lists;
  const at: AtDesk = { ...visit, rulebook, calendar };
  const channel = visit.settings.channels.leave;
  const span = wording.roster.span(period.from, period.until);
  const options = { from: period.from, until: period.until };
  const show: Button = { label: ofReport.buttons.report, command: "leave report", options };
  if (channel === undefined)
    return reply({
      tone: "needs",
      language,
      blocks: [point(words.noChannel), paragraph(words.noChannelNext)],
      buttons: [{ label: ofReport.buttons.settings, command: "settings", options: { use: "leave" }, form: true }, show],
    });
  // two who press at the same moment take turns: the second sees what the first did
  await nextNumber(visit.records, "circulation");
  const before = again ? undefined : await circulatedBefore(period, visit.records);
  if (before) {
    const when = minuteOf(before.at, visit.settings.timeZone);
    const who = await nameOf(before.actor, visit.records);
    const repeat = {
      label: ofReport.buttons.again,
      command: "leave report",
      options: { ...options, circulate: "again" },
    };
    return reply({
      tone: "needs",
      language,
      blocks: [point(words.already(span, when, who))],
      buttons: [repeat, show],
    });
  }
  const report = await reportFor(period, { all: true, heads: [] }, at);
  if (report.departments.length === 0)
    return reply({ tone: "answer", language, blocks: [point(words.nothing(span))], buttons: [show] });
  await visit.send(channel, posted(report, at));
  const check = rulebook.facts.get(rulebook.data.leave?.check ?? "");
  await visit.note({
    action: "leave.circulate",
    subject: reportName(period),
    articles: check ? articlesOf([check]) : [],
    details: { departments: report.departments.length, again },
  });
  return reply({
    tone: "done",
    language,
    blocks: [point(words.done(span)), paragraph(words.doneNext)],
    buttons: [show],
  });
}

/** When a report was last circulated, and by whom. */
export async function circulatedBefore(period: Period, records: Records) {
  const events = await eventsOf(records, reportName(period));
  return events.findLast(({ action }) => action === "leave.circulate");
}

async function nameOf(actor: string, records: Records): Promise<string> {
  const id = actor.replace(/^person:/, "");
  return (await personById(records, id))?.name ?? actor;
}

/** In the office's language. */
function posted(report: NamedReport, at: AtDesk): Reply {
  const { rulebook, settings } = at;
  const wording = wordingFor(settings.language);
  const { circulate: words, report: ofReport } = wording.lists;
  const check = rulebook.facts.get(rulebook.data.leave?.check ?? "");
  const said = report.departments.flatMap(({ department, corrections }) =>
    corrections.map((each) =>
      ofReport.correctionOf(
        department || ofReport.noDepartment,
        each.words,
        each.leave === null ? undefined : wording.leave.number(each.leave),
      ),
    ),
  );
  return reply({
    tone: "answer",
    language: wording.language,
    blocks: [
      point(words.title(wording.roster.span(report.period.from, report.period.until))),
      ...(isOpenPeriod(report.period, at.today) ? [paragraph(ofReport.sofar)] : []),
      departmentTable(report, at, wording),
      ...(said.length > 0 ? [paragraph(ofReport.corrections), { kind: "list", items: said } as const] : []),
      note(ofReport.how),
      note(words.readers),
      ...(check ? quotes([check], { rulebook, wording }) : []),
    ],
    citations: check?.because ?? [],
    visibleTo: "channel",
  });
}
