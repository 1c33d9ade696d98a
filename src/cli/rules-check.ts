import "../quick-start.ts";
import { relative } from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "../config.ts";
import { plainLook, renderTable } from "../platforms/console/render.ts";
import { coverage } from "../rulebook/coverage.ts";
import { readRulebook } from "../rulebook/load.ts";

// npm run rules:check -- [FOLDER] [--quiet]: every finding as file:line: message, then the coverage of each article.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quiet: { type: "boolean", default: false } },
});
const folder = positionals[0] ?? readConfig(process.env).rulebookFolder;
const { rulebook, usage, findings } = readRulebook(folder);
for (const { file, line, message } of findings)
  process.stdout.write(`${relative(process.cwd(), file)}:${line}: ${message}\n`);
if (rulebook && usage && !values.quiet) {
  const rows = coverage(rulebook, usage);
  const header = ["article", "facts", "in tables", "left open", "questions", "not said", "thinnest fact"];
  const total = (pick: (row: (typeof rows)[number]) => number) => String(rows.reduce((sum, row) => sum + pick(row), 0));
  process.stdout.write(
    `${renderTable(
      [
        header,
        ...rows.map((row) => [
          String(row.article),
          String(row.facts),
          String(row.rows),
          String(row.silent),
          String(row.questions),
          String(row.notSaid),
          row.thinnest ? `${row.thinnest.id} (${row.thinnest.questions})` : "",
        ]),
        [
          "all",
          total((row) => row.facts),
          total((row) => row.rows),
          total((row) => row.silent),
          total((row) => row.questions),
          total((row) => row.notSaid),
          "",
        ],
      ],
      plainLook,
    )}\n`,
  );
}
process.stdout.write(
  findings.length === 0
    ? `${rulebook?.data.id}: no findings\n`
    : `${findings.length} finding${findings.length === 1 ? "" : "s"}: this rulebook will not load\n`,
);
process.exitCode = findings.length === 0 ? 0 : 1;
