import { demand, record } from "../check/shape.ts";
import type { Core } from "../core.ts";
import type { Fields } from "../json.ts";
import { fieldsOf } from "../json.ts";
import type { Upload } from "../messages.ts";

export interface Call {
  /** A part of the path, by its name in the route. */
  param(name: string): string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly Upload[];
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** With the names that Discord's OpenAPI description uses. */
  readonly path: string;
  /** "none": whoever knows the token in the path may; Discord looks at no other. */
  readonly auth: "bot" | "none";
  /** What may stand after the question mark. */
  readonly query?: readonly string[];
  /** "form": JSON, or a form of JSON and files. */
  readonly takes: "nothing" | "json" | "form";
  handle(core: Core, call: Call): Answer;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const done: Answer = { status: 204 };

/** The body as an object; its fields are looked at by who uses them. */
export function object(body: unknown): Fields {
  if (body === null || typeof body !== "object" || Array.isArray(body)) demand(record({}), body);
  return fieldsOf(body);
}
