import { isFields } from "../json.ts";

/** Where blocks are shown: not everything may stand everywhere. */
export type Surface = "message" | "modal" | "home";

/** What a check knows and where it reports to. `at` is a JSON pointer, as in Slack's own messages. */
export interface Inspection {
  readonly surface: Surface;
  readonly scopes: ReadonlySet<string>;
  problem(what: string, at: string): void;
}

export type Shape = (value: unknown, at: string, to: Inspection) => void;

export const text =
  (min: number, max: number): Shape =>
  (value, at, to) => {
    if (typeof value !== "string") to.problem("must be a string", at);
    else if (value.length < min) to.problem(`must be more than ${min - 1} characters`, at);
    else if (value.length > max) to.problem(`must be less than ${max + 1} characters`, at);
  };

export const flag: Shape = (value, at, to) => {
  if (typeof value !== "boolean") to.problem("must be a boolean", at);
};

export const integer =
  (min: number, max: number): Shape =>
  (value, at, to) => {
    if (typeof value !== "number" || !Number.isInteger(value)) to.problem("must be an integer", at);
    else if (value < min) to.problem(`must be greater than ${min - 1}`, at);
    else if (value > max) to.problem(`must be less than ${max + 1}`, at);
  };

export const oneOf =
  (...allowed: readonly string[]): Shape =>
  (value, at, to) => {
    if (typeof value !== "string" || !allowed.includes(value)) to.problem("must be a valid enum value", at);
  };

export const matching =
  (pattern: RegExp, what: string): Shape =>
  (value, at, to) => {
    if (typeof value !== "string" || !pattern.test(value)) to.problem(what, at);
  };

/** A web address that a browser could open, not just some text. */
export const address =
  (max: number): Shape =>
  (value, at, to) => {
    text(1, max)(value, at, to);
    if (typeof value === "string" && !/^(https?:\/\/[^\s]+|mailto:[^\s]+|slack:\/\/[^\s]+)$/.test(value))
      to.problem("invalid_url", at);
  };

export const list =
  (item: Shape, min: number, max: number): Shape =>
  (value, at, to) => {
    if (!Array.isArray(value)) {
      to.problem("must be an array", at);
      return;
    }
    if (value.length < min) to.problem(`no fewer than ${min} items allowed`, at);
    if (value.length > max) to.problem(`no more than ${max} items allowed`, at);
    for (const [index, each] of value.entries()) item(each, `${at}/${index}`, to);
  };

export interface Members {
  readonly [name: string]: Shape;
}

/** Exactly these fields: one missing and one too many are both refused. */
export const object =
  (required: Members, optional: Members = {}): Shape =>
  (value, at, to) => {
    if (!isFields(value)) {
      to.problem("must be an object", at);
      return;
    }
    for (const name of Object.keys(required))
      if (value[name] === undefined) to.problem(`missing required field: ${name}`, at);
    for (const [name, given] of Object.entries(value)) {
      if (given === undefined) continue;
      const shape = Object.hasOwn(required, name) ? required[name] : Object.hasOwn(optional, name) && optional[name];
      if (shape) shape(given, `${at}/${name}`, to);
      else to.problem(`invalid additional property: ${name}`, at);
    }
  };

/** An object that says in its `type` which shape it has. */
export const typed =
  (shapes: Members): Shape =>
  (value, at, to) => {
    if (!isFields(value)) {
      to.problem("must be an object", at);
      return;
    }
    const { type } = value;
    if (type === undefined) to.problem("missing required field: type", at);
    else if (typeof type !== "string" || !Object.hasOwn(shapes, type))
      to.problem(`unsupported type: ${String(type)}`, `${at}/type`);
    else shapes[type]?.(value, at, to);
  };

export const all =
  (...shapes: readonly Shape[]): Shape =>
  (value, at, to) => {
    for (const shape of shapes) shape(value, at, to);
  };

/** Anything: checked elsewhere, or only carried along. */
export const anything: Shape = () => {};

export const only =
  (surfaces: readonly Surface[], shape: Shape): Shape =>
  (value, at, to) => {
    if (!surfaces.includes(to.surface)) to.problem(`unsupported type: ${typeOf(value)}`, `${at}/type`);
    shape(value, at, to);
  };

const typeOf = (value: unknown): string => (isFields(value) ? String(value.type) : "");

/** Runs a shape and gives what it found, worded as Slack words it. */
export function problemsOf(
  shape: Shape,
  value: unknown,
  at: string,
  circumstances: Pick<Inspection, "surface" | "scopes">,
): readonly string[] {
  const problems: string[] = [];
  shape(value, at, { ...circumstances, problem: (what, where) => problems.push(`${what} [json-pointer:${where}]`) });
  return problems;
}
