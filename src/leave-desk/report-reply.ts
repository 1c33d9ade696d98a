import { quotes } from "../ask/sources.ts";
import type { Context } from "../command.ts";
import type { Period } from "../leave/report.ts";
import { type Block, type Button, note, paragraph, point, type Reply, reply } from "../reply.ts";
import { inLanguage } from "../text.ts";
import type { Visit } from "../visit.ts";
import type { AtDesk } from "./at-desk.ts";
import { reportFile } from "./report-csv.ts";
import { isOpenPeriod, reportFor } from "./report-data.ts";
import { correctionLines, departmentTable, peopleTable } from "./report-lines.ts";
import type { Scope } from "./report-scope.ts";

/** The table that supervision asks for, as far as somebody sees it: departments, then their people, and as a file. */
export async function reportReply(period: Period, scope: Scope, visit: Visit, context: Context): Promise<Reply> {
  const { wording, language, rulebook, calendar } = context;
  const at: AtDesk = { ...visit, rulebook, calendar };
  const words = wording.lists.report;
  const report = await reportFor(period, scope, at);
  const span = wording.roster.span(period.from, period.until);
  const check = rulebook.facts.get(rulebook.data.leave?.check ?? "");
  const empty = report.departments.length === 0;
  const lines = report.departments.flatMap((each): readonly Block[] => {
    const said = correctionLines(each, report, at, wording);
    if (each.people.length === 0 && said.length === 0) return [];
    return [
      paragraph(each.department || words.noDepartment),
      ...(each.people.length > 0 ? [peopleTable(each, report, at, wording)] : []),
      ...(said.length > 0 ? [{ kind: "list", items: said } as const] : []),
    ];
  });
  const filled: readonly Block[] = empty
    ? []
    : [departmentTable(report, at, wording), paragraph(words.people), ...lines, paragraph(words.file)];
  return reply({
    tone: "answer",
    language,
    blocks: [
      point(empty ? words.none(span) : words.title(span)),
      ...(isOpenPeriod(period, visit.today) ? [paragraph(words.sofar)] : []),
      ...(scope.all ? [] : [paragraph(words.own(wording.roster.list(scope.heads)))]),
      ...filled,
      note(words.how),
      ...(check ? [paragraph(inLanguage(check.say, language)), ...quotes([check], { rulebook, wording })] : []),
    ],
    citations: check?.because ?? [],
    buttons: [
      ...(scope.all && !empty ? [circulateButton(period, context)] : []),
      ...correctButtons(period, scope, context),
    ],
    files: empty ? [] : [reportFile(report, at, wording)],
  });
}

const circulateButton = ({ from, until }: Period, { wording }: Context): Button => ({
  label: wording.lists.report.buttons.circulate,
  command: "leave report",
  options: { from, until, circulate: "yes" },
});

const correctButtons = ({ from, until }: Period, { heads }: Scope, { wording }: Context): readonly Button[] => {
  const [department, ...more] = heads;
  if (department === undefined) return [];
  const options = { from, until, ...(more.length === 0 ? { department } : {}) };
  return [{ label: wording.lists.report.buttons.correct, command: "leave correct", options, form: true }];
};
