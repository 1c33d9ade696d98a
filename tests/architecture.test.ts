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
      const named = [...text.matchAll(/^(?:import|export)\b[^"`;]*"([^"]+)";$|\bimport\(\s*"([^"]+)"/gm)].map(
        (match) => match[1] ?? match[2] ?? "",
      );
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

/** Who imports something that the pattern matches; with `running`, only what is there when the program runs: no types. */
const importers = (within: RegExp, forbidden: RegExp, running = false) =>
  sources
    .filter(({ file }) => within.test(file))
    .flatMap(({ file, text, imports }) =>
      (running ? importsOfValues(text, file) : imports)
        .filter((each) => forbidden.test(each))
        .map((each) => `${file} -> ${each}`),
    );

const users = (pattern: RegExp, except: RegExp) =>
  sources.filter(({ file, text }) => pattern.test(text) && !except.test(file)).map(({ file }) => file);

describe("who may import whom", () => {
  it("keeps the rulebook and the answering of questions free of platforms, commands, settings and the clock", () => {
    const outside =
      /^(commands|src\/(platforms|cli|store)|src\/(app|main|start|desk|dispatch|visit|config|clock|log|compiled))\b/;
    expect(importers(/^src\/(rulebook|ask)\//, outside)).toEqual([]);
    expect(importers(/^src\/rulebook\//, /^src\/(ask|wording)\//)).toEqual([]);
  });

  it("lets commands see the domain, never a platform, the wiring or the clock", () => {
    expect(importers(/^commands\//, /^src\/(platforms|cli|app|main|start|config|clock|compiled)/)).toEqual([]);
    const packages = sources.filter(({ file }) => file.startsWith("commands")).flatMap((each) => each.packages);
    expect(new Set(packages)).toEqual(new Set(["zod"]));
  });

  it("lets a platform see what is asked and replied, not how it is found", () => {
    expect(
      importers(/^src\/platforms\//, /^(commands|src\/(ask|rulebook|store|office|config|compiled|app|desk))/, true),
    ).toEqual([]);
  });

  it("keeps the office's own knowledge free of the store, the platforms and the clock", () => {
    expect(
      importers(/^src\/office\//, /^(commands|src\/(platforms|cli|store|app|desk|start|clock|config))/, true),
    ).toEqual([]);
  });

  it("keeps leave, meetings, working days and evaluation free of the store, the platforms and the clock", () => {
    const outside = /^(commands|src\/(platforms|cli|store|leave-desk|meeting-desk|app|desk|start|visit|clock|config))/;
    expect(importers(/^src\/(leave|meetings|workdays|evaluate)\//, outside, true)).toEqual([]);
  });

  it("keeps pictures free of the store, the platforms and the clock: they show what they are given", () => {
    expect(
      importers(/^src\/pictures\//, /^(commands|src\/(platforms|cli|store|app|desk|visit|start|clock|config))/),
    ).toEqual([]);
  });

  it("keeps the store below everything: it knows records, not requests, wording or platforms", () => {
    expect(
      importers(/^src\/store\//, /^(commands|src\/(platforms|cli|ask|rulebook|wording|app|desk|visit|clock))/),
    ).toEqual([]);
  });

  it("has each library in the one place where it does its work", () => {
    const usersOf = (name: RegExp) => sources.filter((each) => each.packages.some((one) => name.test(one)));
    const folders = (name: RegExp) => [...new Set(usersOf(name).map(({ file }) => file))].sort();
    expect(folders(/^(kysely|pg|better-sqlite3)/).every((file) => file.startsWith("src/store/"))).toBe(true);
    expect(folders(/^@slack/).every((file) => file.startsWith("src/platforms/slack/"))).toBe(true);
    expect(folders(/^discord/).every((file) => file.startsWith("src/platforms/discord/"))).toBe(true);
    expect(folders(/^(date-fns|@date-fns)/)).toEqual(["src/dates.ts"]);
    expect(folders(/^node-cron/)).toEqual(["src/schedule.ts"]);
    expect(folders(/^pino/)).toEqual(["src/log.ts"]);
    expect(folders(/^(ical|node-ical|@touch4it)/)).toEqual(["src/meetings/calendar-entry.ts"]);
    expect(folders(/^@resvg/)).toEqual(["src/pictures/png-worker.ts"]);
  });

  it("lets no platform see another, and no command see another", () => {
    const platforms = readdirSync(join(root, "src/platforms"));
    for (const one of platforms)
      for (const other of platforms.filter((each) => each !== one))
        expect(importers(new RegExp(`^src/platforms/${one}/`), new RegExp(`^src/platforms/${other}/`))).toEqual([]);
    // of its group a command sees what the group is called
    expect(importers(/^commands\/(?!index)/, /^commands\/(?!\w+\/group\.ts$)/)).toEqual([]);
    for (const { file, imports } of sources.filter((each) => each.file.startsWith("commands/")))
      for (const group of imports.filter((each) => /^commands\/.*group\.ts$/.test(each)))
        expect(dirname(group)).toBe(dirname(file));
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
