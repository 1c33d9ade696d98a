import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { projectFolder } from "./app.ts";
import type { OfficeProcess } from "./office-process.ts";

const officeProcess = fileURLToPath(new URL("./office-process.ts", import.meta.url));
const rulebook = fileURLToPath(new URL("./rulebooks/lamp-office", import.meta.url));

/** What the people outside have seen, over all lives of the office. */
export interface Seen {
  readonly acknowledged: Set<string>;
  /** By delivery: the answers given. */
  readonly answered: Map<string, string[]>;
  /** By words: the marks of the messages that said so. */
  readonly delivered: Map<string, Set<string>>;
  readonly logged: string[];
}

export interface Life {
  /** Asks something; nothing happens when the office is dead already. */
  send(line: Readonly<Record<string, unknown>>): void;
  /** Kills it; again does no harm. */
  kill(): void;
  /** Resolves with the number of points that it had passed when it was idle; undefined when it died before. */
  idle(): Promise<number | undefined>;
  /** Resolves when it is gone, with whether it was killed. */
  readonly gone: Promise<boolean>;
}

const note = <Value>(map: Map<string, Value>, key: string, empty: Value): Value => {
  const known = map.get(key) ?? empty;
  map.set(key, known);
  return known;
};

/**
 * Starts the office in a process of its own. `onLine` is called with the number of each line that it writes, and with
 * what it tells. `program`: another one that takes and writes the same.
 */
export function startLife(
  given: Omit<OfficeProcess, "rulebook">,
  seen: Seen,
  onLine: (count: number, told: Readonly<Record<string, unknown>>) => void,
  program = officeProcess,
): Life {
  const child: ChildProcess = spawn(process.execPath, [program, JSON.stringify({ ...given, rulebook })], {
    cwd: projectFolder,
    stdio: ["pipe", "pipe", "pipe"],
    // a hundred starts: what was compiled for the first is taken by the others
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), "mishu-lives") },
  });
  const idle = Promise.withResolvers<number | undefined>();
  let lines = 0;
  if (!child.stdout || !child.stderr || !child.stdin) throw new Error("the process has its pipes");
  createInterface({ input: child.stdout }).on("line", (line) => {
    const told = JSON.parse(line) as {
      readonly acknowledged?: string;
      readonly answered?: string;
      readonly delivered?: string;
      readonly words?: string;
      readonly idle?: true;
      readonly points?: number;
    };
    const { acknowledged, answered, delivered, words = "" } = told;
    if (acknowledged) seen.acknowledged.add(acknowledged);
    if (answered) note<string[]>(seen.answered, answered, []).push(words);
    if (delivered) note(seen.delivered, words, new Set<string>()).add(delivered);
    if (told.idle) idle.resolve(told.points);
    onLine(++lines, told);
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => seen.logged.push(text));
  child.stdin.on("error", () => {});
  const gone = once(child, "close").then(([, signal]) => {
    idle.resolve(undefined);
    return signal === "SIGKILL";
  });
  return {
    send: (line) => child.stdin?.write(`${JSON.stringify(line)}\n`),
    kill: () => child.kill("SIGKILL"),
    idle() {
      child.stdin?.write(`${JSON.stringify({ idle: true })}\n`);
      return idle.promise;
    },
    gone,
  };
}
