import { z } from "zod";
import { kinds } from "../evaluate/kinds.ts";
import { type Citation, partCode } from "../rulebook/cite.ts";
import type { Rulebook } from "../rulebook/model.ts";
import { repeated } from "../text.ts";
import type { Calendar } from "../workdays/calendar.ts";
import { faultIn, lineId, readLine } from "./lines.ts";

const lineSchema = z.object({ id: lineId, kind: z.string(), given: z.record(z.string(), z.unknown()) });
const example =
  '{"id":"1","kind":"leave-approver","given":{"role":"vice-mayor","occasion":"going-away","mayorAway":false}}';

/** Decides one JSON line of `npm run -s evaluate`; what is wrong with it is its answer. */
export function evaluateLine(
  line: string,
  { rulebook, calendar }: { readonly rulebook: Rulebook; readonly calendar: Calendar },
): object {
  const read = readLine(line, lineSchema, example);
  if ("fault" in read) return read.fault;
  const { id, kind: name, given } = read.line;
  const own = id === undefined ? {} : { id };
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (!kind) return { ...own, error: `kind: "${repeated(name)}" is not one of ${Object.keys(kinds).join(", ")}` };
  const parsed = kind.given.safeParse(given);
  if (!parsed.success) return { ...own, error: faultIn(parsed.error, ["given"]) };
  const fault = unknownPost(parsed.data, rulebook);
  if (fault !== undefined) return { ...own, error: fault };
  const { result, because } = kind.decide(parsed.data, rulebook, calendar);
  return { ...own, result, citations: distinct(because.map(citationLine)) };
}

/** A post that the rulebook does not know would be decided like one of which it says nothing. */
function unknownPost(given: unknown, { data }: Rulebook): string | undefined {
  const posts = Object.entries(given as Record<string, unknown>).filter(([name]) =>
    ["role", "presidedBy"].includes(name),
  );
  const wrong = posts.find(([, post]) => typeof post === "string" && !Object.hasOwn(data.posts, post));
  return (
    wrong && `given.${wrong[0]}: "${repeated(String(wrong[1]))}" is not one of ${Object.keys(data.posts).join(", ")}`
  );
}

const distinct = <T>(all: readonly T[]): readonly T[] => [
  ...new Map(all.map((each) => [JSON.stringify(each), each])).values(),
];

/** A citation as other systems take it. */
export function citationLine(citation: Citation) {
  const part = partCode(citation);
  return { article: citation.article, ...(part === undefined ? {} : { part }), quote: citation.quote };
}
