import "../quick-start.ts";
import { parseArgs } from "node:util";
import { createApp } from "../app.ts";
import { readConfig } from "../config.ts";
import { type Cell, cellsOf, type Situation, situationsOf } from "../leave/cells.ts";
import { decidersOf } from "../leave/route.ts";
import { occasionsOf, postsOf } from "../leave/ruling.ts";
import { stderrLog } from "../log.ts";
import { plainLook, renderTable } from "../platforms/console/render.ts";
import { placeName } from "../rulebook/cite.ts";

// npm run leave:table -- [--quotes]: whom the holder of every post asks for leave, on every occasion, in every situation.
const { values } = parseArgs({ options: { quotes: { type: "boolean", default: false } } });
const { rulebook } = createApp(readConfig(process.env), stderrLog);
const print = (text: string) => process.stdout.write(`${text}\n`);
const situations = situationsOf(rulebook);
const cells = cellsOf(rulebook);
const factOf = ({ route }: Cell) => (route.kind === "silent" ? route.nearest : route.rule);

function situationName({ away, entrusted, presider }: Situation): string {
  const there = away.length === 0 ? "all there" : `${away.join(", ")} away`;
  const acting = entrusted
    ? `, ${entrusted.to} entrusted`
    : away.length > 0 && situations.some((each) => each.entrusted?.by === away[0])
      ? ", nobody entrusted"
      : "";
  return `${there}${acting}${presider === undefined ? "" : `; ${presider} presides`}`;
}

function cellText(cell: Cell): string {
  const fact = factOf(cell);
  const article = fact ? ` [${fact.article}]` : "";
  if (cell.route.kind === "silent") return `the rules do not say${article}`;
  if (cell.route.kind === "nobody") return `nobody: ${cell.route.why}${article}`;
  const names = decidersOf(cell.route).map(({ post, as, person }) =>
    as === "acting" ? `${person.id} for ${post}` : post,
  );
  const open = cell.route.remarks.length > 0 ? " (in part left open)" : "";
  return `${names.join(" / ")}${article}${open}`;
}

situations.forEach((each, index) => {
  print(`${String.fromCharCode(65 + index)}  ${situationName(each)}`);
});
for (const occasion of occasionsOf(rulebook)) {
  print(`\n${occasion}`);
  const rows = postsOf(rulebook).map((post) => [
    post,
    ...cells.filter((each) => each.post === post && each.occasion === occasion).map(cellText),
  ]);
  print(renderTable([["", ...situations.map((_, index) => String.fromCharCode(65 + index))], ...rows], plainLook));
}
const used = [...new Set(cells.flatMap((each) => factOf(each) ?? []))];
const silent = cells.filter(({ route }) => route.kind === "silent").length;
print(
  `\n${cells.length} cells: ${cells.length - silent} decided by the rules, ${silent} on which they are silent; ${used.length} facts`,
);
if (values.quotes)
  for (const { id, because, say } of used)
    print(
      [
        `\n${id}: ${say.en ?? ""}`,
        ...because.map((each) => `  ${placeName(each, "en", rulebook.data.article)}: ${each.quote}`),
      ].join("\n"),
    );
