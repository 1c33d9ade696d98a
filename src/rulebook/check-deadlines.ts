import { inData } from "./in-data.ts";
import type { Finding } from "./law-text.ts";
import { type Rulebook, valuesOf } from "./model.ts";

/** What documents, tasks and instructions are followed up by: every name must be known, and limits be working days. */
export function checkDeadlines(rulebook: Rulebook): readonly Finding[] {
  const { data, facts } = rulebook;
  const findings: Finding[] = [];
  const report = (path: readonly string[], message: string) =>
    findings.push(inData(rulebook, ["deadlines", ...path], message));
  if (!data.deadlines) return findings;
  const { limits, questions, otherwise, explained, counting, extension, kinds, collected, circulated, office } =
    data.deadlines;
  const table = data.tables[limits.table];
  if (!table) report(["limits", "table"], `unknown table "${limits.table}"`);
  else if (!table.dimensions.includes(limits.category))
    report(["limits", "category"], `the table ${limits.table} has no dimension "${limits.category}"`);
  const known = valuesOf(data, limits.category);
  const checkCategory = (path: readonly string[], category: string, limited: boolean) => {
    if (!known[category]) report(path, `${limits.category}: unknown value "${category}"`);
    const rows = [...facts.values()].filter(
      ({ row, silent, values }) =>
        !silent &&
        row?.table === limits.table &&
        row.when[limits.category]?.includes(category) &&
        "unit" in (values.limit ?? {}) &&
        (values.limit as { readonly unit?: string }).unit === "working-day",
    );
    if (known[category] && limited && rows.length !== 1)
      report(
        path,
        `the table ${limits.table} does not say by one row with a limit how many working days ${category} has`,
      );
  };
  for (const { category } of questions) checkCategory(["questions"], category, true);
  checkCategory(["otherwise"], otherwise, true);
  for (const each of explained) checkCategory(["explained"], each, true);
  const checkFact = (path: readonly string[], id: string | undefined, silent?: true) => {
    const fact = id === undefined ? undefined : facts.get(id);
    if (id !== undefined && !fact) report(path, `there is no fact "${id}"`);
    if (fact && silent && !fact.silent) report(path, `${id} says something: write here what the rules leave open`);
  };
  checkFact(["counting"], counting, true);
  checkFact(["extension"], extension, true);
  for (const [kind, { rule, day }] of Object.entries(kinds)) {
    checkFact(["kinds", kind, "rule"], rule);
    checkFact(["kinds", kind, "day"], day, true);
  }
  if (collected) {
    for (const field of ["rule", "organiser", "feedback"] as const) checkFact(["collected", field], collected[field]);
    for (const field of ["always", "selected"] as const)
      for (const post of collected[field])
        if (!data.posts[post]) report(["collected", field], `unknown post "${post}"`);
  }
  for (const post of office) if (!data.posts[post]) report(["office"], `unknown post "${post}"`);
  for (const id of circulated) checkFact(["circulated"], id);
  return findings;
}
