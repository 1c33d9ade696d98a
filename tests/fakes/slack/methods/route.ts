import type { Core } from "../core.ts";
import { type Fields, isFields, parsed } from "../json.ts";

export type ArgumentKind = "text" | "number" | "flag" | "list" | "object";

export interface Arguments {
  readonly [name: string]: ArgumentKind;
}

/** One method of the Web API. The list of them is data: coverage.md is held equal to it. */
export interface Route {
  readonly method: string;
  /** All of these are needed; where it depends on the channel, the method itself looks (`byChannel`). */
  readonly scopes: readonly string[];
  readonly byChannel?: "read" | "history";
  readonly token?: "app";
  /** Methods that write also take JSON. */
  readonly json: boolean;
  readonly required: Arguments;
  readonly optional: Arguments;
  run(core: Core, given: Fields): Fields;
}

/** Slack's refusals are answers too: HTTP 200 and ok false. */
export const refuse = (error: string, messages: readonly string[] = []): Fields => ({
  ok: false,
  error,
  ...(messages.length > 0
    ? { errors: messages, response_metadata: { messages: messages.map((each) => `[ERROR] ${each}`) } }
    : {}),
});

export const missingScope = ({ workspace }: Core, needed: string): Fields => ({
  ...refuse("missing_scope"),
  needed,
  provided: [...workspace.scopes].join(","),
});

export const done = (more: Fields = {}): Fields => ({ ok: true, ...more });

export const refused = (answer: Fields): boolean => answer.ok === false;

/** Pages, with Slack's cursors: the place where the next one begins. */
export function page<T>(
  all: readonly T[],
  given: Fields,
  usual = 100,
): { readonly items: readonly T[]; readonly cursor: string } {
  const limit = typeof given.limit === "number" && given.limit > 0 ? given.limit : usual;
  const start = Number(Buffer.from(String(given.cursor ?? ""), "base64").toString() || 0);
  const end = start + limit;
  return { items: all.slice(start, end), cursor: end < all.length ? Buffer.from(String(end)).toString("base64") : "" };
}

interface Read {
  readonly read: Fields;
  readonly problems: readonly string[];
  readonly unknown: readonly string[];
}

/** The values of form fields are text: they are read as what the method takes them for. */
export function readArguments(route: Route, raw: Fields): Read {
  const kinds: Arguments = { ...route.required, ...route.optional };
  const problems: string[] = [];
  const unknown: string[] = [];
  const read: Record<string, unknown> = {};
  for (const name of Object.keys(route.required))
    if (raw[name] === undefined) problems.push(`missing required field: ${name} [json-pointer:/${name}]`);
  for (const [name, value] of Object.entries(raw)) {
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === undefined) unknown.push(name);
    else if (value !== undefined) {
      const given = readOne(kind, value);
      if (given === undefined) problems.push(`must be a valid ${kind} [json-pointer:/${name}]`);
      else read[name] = given;
    }
  }
  return { read, problems, unknown };
}

function readOne(kind: ArgumentKind, value: unknown): unknown {
  if (kind === "text") return typeof value === "string" ? value : typeof value === "number" ? String(value) : undefined;
  if (kind === "number") return Number.isFinite(Number(value)) && value !== "" ? Number(value) : undefined;
  if (kind === "flag") {
    if (value === true || value === "true" || value === "1" || value === 1) return true;
    return value === false || value === "false" || value === "0" || value === 0 ? false : undefined;
  }
  const given = typeof value === "string" ? parsed(value) : value;
  if (kind === "list") return Array.isArray(given) ? given : undefined;
  return isFields(given) ? given : undefined;
}
