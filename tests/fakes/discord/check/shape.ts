import { type Fields, isFields } from "../json.ts";
import { Refusal } from "../refusal.ts";

export type Path = readonly (string | number)[];

export interface Problem {
  readonly path: Path;
  readonly code: string;
  readonly message: string;
}

/** Says what is wrong with a value that stands at a path. */
export type Shape = (value: unknown, path: Path) => readonly Problem[];

export const problem = (path: Path, code: string, message: string): readonly Problem[] => [{ path, code, message }];

interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

function outside(size: number, { min = 0, max = Number.POSITIVE_INFINITY }: Bounds, path: Path, kind: string) {
  if (size < min) return problem(path, `${kind}_TYPE_MIN_LENGTH`, `Must be ${min} or more in length.`);
  if (size > max) return problem(path, `${kind}_TYPE_MAX_LENGTH`, `Must be ${max} or fewer in length.`);
  return [];
}

/** Lengths are counted in UTF-16 units, the strictest way to count. */
export const text =
  (bounds: Bounds & { readonly pattern?: RegExp } = {}): Shape =>
  (value, path) => {
    if (typeof value !== "string") return problem(path, "BASE_TYPE_BAD_TYPE", "Only strings are accepted.");
    if (bounds.min && value.trim() === "") return problem(path, "BASE_TYPE_REQUIRED", "This field is required");
    if (bounds.pattern && !bounds.pattern.test(value))
      return problem(path, "STRING_TYPE_REGEX", "String value did not match validation regex.");
    return outside(value.length, bounds, path, "BASE");
  };

const numeric =
  (code: string, accepts: (value: unknown) => boolean, { min, max }: Bounds): Shape =>
  (value, path) => {
    if (!accepts(value) || typeof value !== "number")
      return problem(path, code, `Value ${JSON.stringify(value)} is not accepted.`);
    if (min !== undefined && value < min)
      return problem(path, "NUMBER_TYPE_MIN", `Value should be greater than or equal to ${min}.`);
    if (max !== undefined && value > max)
      return problem(path, "NUMBER_TYPE_MAX", `Value should be less than or equal to ${max}.`);
    return [];
  };

export const whole = (bounds: Bounds = {}): Shape => numeric("NUMBER_TYPE_COERCE", Number.isSafeInteger, bounds);

export const decimal = (bounds: Bounds = {}): Shape => numeric("NUMBER_TYPE_COERCE", Number.isFinite, bounds);

export const truth: Shape = (value, path) =>
  typeof value === "boolean" ? [] : problem(path, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.");

export const snowflake: Shape = (value, path) =>
  typeof value === "string" && /^\d{1,20}$/.test(value)
    ? []
    : problem(path, "NUMBER_TYPE_COERCE", `Value ${JSON.stringify(value)} is not snowflake.`);

export const oneOf =
  (...accepted: readonly unknown[]): Shape =>
  (value, path) =>
    accepted.includes(value)
      ? []
      : problem(path, "BASE_TYPE_CHOICES", `Value must be one of {${accepted.map((each) => `'${each}'`).join(", ")}}.`);

export const maybe =
  (shape: Shape): Shape =>
  (value, path) =>
    value === null || value === undefined ? [] : shape(value, path);

export const list =
  (item: Shape, bounds: Bounds = {}): Shape =>
  (value, path) => {
    if (!Array.isArray(value)) return problem(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
    return [...outside(value.length, bounds, path, "BASE"), ...value.flatMap((each, at) => item(each, [...path, at]))];
  };

/** An object with these fields and no other: real Discord drops what it does not know, and the bot never learns it. */
export const record =
  (required: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}): Shape =>
  (value, path) => {
    const known = new Map(Object.entries({ ...required, ...optional }));
    if (!isFields(value)) return problem(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
    const missing = Object.keys(required)
      .filter((name) => value[name] === undefined)
      .flatMap((name) => problem([...path, name], "BASE_TYPE_REQUIRED", "This field is required"));
    const wrong = Object.entries(value).flatMap(([name, each]) => {
      const shape = known.get(name);
      if (!shape) return problem([...path, name], "UNKNOWN_FIELD", "The fake of Discord knows no such field.");
      return each === undefined ? [] : shape(each, [...path, name]);
    });
    return [...missing, ...wrong];
  };

/** The shape that belongs to the object's `type`. */
export const byType =
  (shapes: () => Readonly<Record<number, Shape>>): Shape =>
  (value, path) => {
    const type = isFields(value) ? value.type : undefined;
    const shape = typeof type === "number" ? shapes()[type] : undefined;
    return shape
      ? shape(value, path)
      : problem([...path, "type"], "UNION_TYPE_CHOICES", `Type ${JSON.stringify(type)} is not accepted here.`);
  };

/** A shape, and rules that are looked at when the shape is right. */
export const also =
  (shape: Shape, ...rules: readonly ((value: Fields, path: Path) => readonly Problem[])[]): Shape =>
  (value, path) => {
    const found = shape(value, path);
    return found.length > 0 || !isFields(value) ? found : rules.flatMap((rule) => rule(value, path));
  };

/** Throws Discord's "Invalid Form Body" with its tree of errors. */
export function demand(shape: Shape, value: unknown): void {
  refuse(shape(value, []));
}

export function refuse(found: readonly Problem[]): void {
  if (found.length > 0) throw new Refusal(400, 50035, "Invalid Form Body", treeOf(found));
}

interface Branch {
  [name: string]: Branch | { code: string; message: string }[];
}

function treeOf(found: readonly Problem[]): Fields {
  const root: Branch = Object.create(null);
  for (const { path, code, message } of found) {
    let branch = root;
    for (const step of path) {
      const next = branch[step];
      if (next && !Array.isArray(next)) branch = next;
      else {
        const grown: Branch = Object.create(null);
        branch[step] = grown;
        branch = grown;
      }
    }
    const errors = branch._errors;
    if (Array.isArray(errors)) errors.push({ code, message });
    else branch._errors = [{ code, message }];
  }
  return root;
}
