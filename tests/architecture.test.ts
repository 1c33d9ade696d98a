import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");

interface Source {
  readonly file: string;
  readonly text: string;
  /** Files of the project that it imports, relative to the root. */
  readonly imports: readonly string[];
  readonly packages: readonly string[];
}

function sourcesIn(folder: string): readonly Source[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => {
      const file = join(folder, name);
      const text = readFileSync(join(root, file), "utf8");
      const named = [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1] ?? "");
      const own = named.filter((each) => each.startsWith("."));
      return {
        file,
        text,
        imports: own.map((each) => relative(root, resolve(root, dirname(file), each))),
        packages: named.filter((each) => !each.startsWith(".") && !each.startsWith("node:")),
      };
    });
}

const sources = [...sourcesIn("src"), ...sourcesIn("commands")];

/** Who imports something that the pattern matches. */
const importers = (within: RegExp, forbidden: RegExp) =>
  sources
    .filter(({ file }) => within.test(file))
    .flatMap(({ file, imports }) => imports.filter((each) => forbidden.test(each)).map((each) => `${file} -> ${each}`));

const users = (pattern: RegExp, except: RegExp) =>
  sources.filter(({ file, text }) => pattern.test(text) && !except.test(file)).map(({ file }) => file);

describe("who may import whom", () => {
  it("keeps the rulebook and the answering of questions free of platforms, commands, settings and the clock", () => {
    const outside = /^(commands|src\/(platforms|cli)|src\/(app|main|start|dispatch|config|clock|log|compiled))\b/;
    expect(importers(/^src\/(rulebook|ask)\//, outside)).toEqual([]);
    expect(importers(/^src\/rulebook\//, /^src\/(ask|wording)\//)).toEqual([]);
  });

  it("lets commands see the domain, never a platform, the wiring or the clock", () => {
    expect(importers(/^commands\//, /^src\/(platforms|cli|app|main|start|config|clock|compiled)/)).toEqual([]);
    const packages = sources.filter(({ file }) => file.startsWith("commands")).flatMap((each) => each.packages);
    expect(new Set(packages)).toEqual(new Set(["zod"]));
  });

  it("lets a platform see what is asked and replied, not how it is found", () => {
    expect(importers(/^src\/platforms\//, /^(commands|src\/(ask|rulebook|config|compiled))/)).toEqual([]);
  });

  it("lets no platform see another, and no command see another", () => {
    const platforms = readdirSync(join(root, "src/platforms"));
    for (const one of platforms)
      for (const other of platforms.filter((each) => each !== one))
        expect(importers(new RegExp(`^src/platforms/${one}/`), new RegExp(`^src/platforms/${other}/`))).toEqual([]);
    expect(importers(/^commands\/(?!index)/, /^commands\//)).toEqual([]);
  });

  it("has no circle of imports", () => {
    const graph = new Map(
      sources.map(({ file, imports, text }) => [
        file,
        text.includes("import type") ? importsOfValues(text, file) : imports,
      ]),
    );
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(" -> "));
      else if (path.length < 20) for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    };
    for (const file of graph.keys()) visit(file, []);
    expect(circles).toEqual([]);
  });
});

/** Imports that exist when the program runs; types are gone by then. */
function importsOfValues(text: string, file: string): readonly string[] {
  return [...text.matchAll(/^import (?!type\b)[^"]*"(\.[^"]+)"/gm)].map((match) =>
    relative(root, resolve(root, dirname(file), match[1] ?? "")),
  );
}

describe("what is kept in one place", () => {
  it("reads the clock in clock.ts only", () => {
    expect(users(/\bDate\.now\(|new Date\(\)|performance\.now\(|hrtime/, /^src\/clock\.ts$/)).toEqual([]);
  });

  it("reads the environment only where a program starts", () => {
    expect(users(/process\.env/, /^src\/(start\.ts|cli\/)/)).toEqual([]);
  });

  it("writes to the console only from programs and the log", () => {
    expect(
      users(/console\.(log|error|warn)|process\.std(out|err)\.write/, /^src\/(start|log)\.ts$|^src\/cli\//),
    ).toEqual([]);
  });

  it("sets a time limit on nothing", () => {
    expect(users(/setTimeout|setInterval|AbortSignal\.timeout/, /^$/)).toEqual([]);
  });
});
