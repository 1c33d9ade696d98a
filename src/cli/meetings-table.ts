import "../quick-start.ts";
import { parseArgs } from "node:util";
import { createApp } from "../app.ts";
import { resolve } from "../ask/resolve.ts";
import { readConfig } from "../config.ts";
import { stderrLog } from "../log.ts";
import { conveningOf } from "../meetings/convening.ts";
import { signOffOf } from "../meetings/minutes.ts";
import { plainLook, renderTable } from "../platforms/console/render.ts";
import { placeName } from "../rulebook/cite.ts";
import type { Fact, Value } from "../rulebook/model.ts";

// npm run meetings:table -- [--quotes]: what the rules lay down for every kind of meeting, and every limit of meetings.
const { values } = parseArgs({ options: { quotes: { type: "boolean", default: false } } });
const { rulebook } = createApp(readConfig(process.env), stderrLog);
const { meetings, dimensions, tables } = rulebook.data;
const print = (text: string) => process.stdout.write(`${text}\n`);
const used = new Set<Fact>();

/** A cell: what it says, and the article that says so. */
function cell(text: string, ...facts: readonly (Fact | undefined)[]): string {
  const known = facts.flatMap((each) => each ?? []);
  for (const each of known) used.add(each);
  const said = text === "" ? "must be approved" : text;
  const articles = [...new Set(known.map(({ article }) => article))];
  return articles.length === 0 ? said : `${said} [${articles.join(", ")}]`;
}

const silent = "the rules do not say";

function convening(meeting: string, away: readonly string[]): string {
  const found = conveningOf(meeting, away, rulebook);
  if (found.kind === "silent") return cell(silent, found.nearest);
  const own = found.conveners.filter(({ entrustedBy }) => entrustedBy.length === 0);
  const entrusted = found.conveners.filter(({ entrustedBy }) => entrustedBy.length > 0);
  const by = entrusted[0]?.entrustedBy.join(" / ");
  const names = (some: typeof own) => some.map(({ post }) => post).join(" / ");
  const parts = [names(own), ...(by ? [`entrusted by ${by}: ${names(entrusted)}`] : [])];
  return cell(parts.filter((each) => each !== "").join("; "), found.rule);
}

function signOff(meeting: string, subjects: readonly string[]): readonly [review: string, sign: string] {
  const found = signOffOf({ meeting, subjects }, rulebook);
  if (found.kind === "silent") return [silent, cell(silent, found.nearest)];
  if (found.kind === "consent")
    return [cell(silent, found.rule), cell(`agreed by ${found.consent.join(" / ")}`, found.rule)];
  return [cell(found.reviewers.join(" / "), found.review), cell(found.signers.join(" / "), found.sign)];
}

const shown = (value: Value): string => {
  const soft = value.soft ? " (in principle)" : "";
  if ("number" in value) return `${value.bound} ${value.number} ${value.unit}${soft}`;
  if ("times" in value) return `${value.times} per ${value.per}${value.at ? `, at its ${value.at}` : ""}${soft}`;
  if ("permit" in value) return `${value.permit}${soft}`;
  if ("list" in value) return value.list.join("；");
  if ("posts" in value) return `${value.posts.join(" / ")}${soft}`;
  return "bodies" in value ? `${value.bodies.join(" / ")}${soft}` : "";
};

/** What a table says of a kind of meeting, where the rulebook has one for it. */
function inTable(table: string, dimension: string, meeting: string): string {
  const found = resolve(rulebook, table, new Map([[dimension, [meeting]]]));
  if (found.kind === "none") return silent;
  const rows = found.rows.map((row) => {
    const says = Object.values(row.values)
      .map(shown)
      .filter((each) => each !== "");
    const further = Object.entries(row.row?.when ?? {}).filter(([name]) => name !== dimension);
    const when = further.map(([name, ids]) => ` (${name}: ${ids.join(" / ")})`).join("");
    return cell(`${row.silent ? silent : says.join("; ")}${when}`, row);
  });
  return rows.join("; ");
}

if (!meetings) print(`${rulebook.data.id}: says nothing of meetings`);
else {
  const { conveners, minutes } = meetings;
  const away = [...new Set(Object.values(conveners.away).map(({ post }) => post))];
  const listed = Object.keys(minutes.subject?.each ?? {}).slice(0, 1);
  const others = Object.entries(tables).filter(
    ([name, { dimensions: used }]) =>
      used.includes(conveners.meeting) && name !== conveners.table && name !== minutes.table,
  );
  for (const meeting of Object.keys(dimensions[conveners.meeting]?.values ?? {})) {
    const [review, sign] = signOff(meeting, []);
    const [ofListed, listedSign] = signOff(meeting, listed);
    print(`\n${meeting}`);
    print(
      renderTable(
        [
          ["rule", "what it says [article]"],
          ["convened by", convening(meeting, [])],
          ...away.map((each) => [`  ${each} away`, convening(meeting, [each])]),
          ...others.map(([name]) => [name, inTable(name, conveners.meeting, meeting)]),
          ["minutes reviewed by", review],
          ["  of a listed subject", ofListed],
          ["minutes signed by", sign],
          ["  of a listed subject", listedSign],
        ],
        plainLook,
      ),
    );
  }
  const limits = Object.entries(meetings.limits).flatMap(([name, id]) => {
    const fact = rulebook.facts.get(id ?? "");
    return fact ? [[name, ...cells(fact)]] : [];
  });
  print(`\n${renderTable([["limit", "what it says [article]", "who may agree"], ...limits], plainLook)}`);
}

function cells(fact: Fact): readonly string[] {
  const { approver, ...others } = fact.values;
  const says = Object.entries(others)
    .map(([name, value]) => `${name} ${shown(value)}`)
    .filter((each) => !each.endsWith(" "));
  return [cell(says.join("; "), fact), approver ? shown(approver) : ""];
}

if (values.quotes)
  for (const { id, because, say } of used)
    print(
      [
        `\n${id}: ${say.en ?? ""}`,
        ...because.map((each) => `  ${placeName(each, "en", rulebook.data.article)}: ${each.quote}`),
      ].join("\n"),
    );
