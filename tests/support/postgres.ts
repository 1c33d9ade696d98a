import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import pg from "pg";

/** A PostgreSQL server of this test run, reached through a socket in its folder only. */
export interface Postgres {
  readonly folder: string;
  stop(): Promise<void>;
}

const howToGetIt =
  "install PostgreSQL (Debian: apt-get install postgresql) or set PG_BIN to the folder of its programs.";

/** Starts a server in a temporary folder, or says why there is none. It syncs as it does in an office. */
export async function startPostgres(): Promise<Postgres | { readonly missing: string }> {
  const programs = programFolder();
  if (!programs) return { missing: `no PostgreSQL server was found; ${howToGetIt}` };
  const user = otherUser();
  if (user === "none")
    return { missing: "a PostgreSQL server does not run as root, and no user postgres or nobody is there." };
  sweep();
  const folder = mkdtempSync(join(tmpdir(), prefix));
  if (user) chownSync(folder, user.uid, user.gid);
  const [initdb, ...initdbArguments] = as(user, [
    join(programs, "initdb"),
    ...["--pgdata", join(folder, "data"), "--username", "postgres", "--auth", "trust"],
    ...["--encoding", "UTF8", "--no-locale", "--no-sync"],
  ]);
  const made = spawnSync(initdb, initdbArguments, { cwd: folder, encoding: "utf8" });
  if (made.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    return { missing: `${join(programs, "initdb")} failed: ${made.error?.message ?? made.stderr}` };
  }
  const [postgres, ...postgresArguments] = as(user, [
    join(programs, "postgres"),
    ...["-D", join(folder, "data"), "-k", folder, "-h", "", "-c", "max_connections=200", "-c", "fsync=on"],
    // a database for each test: copied by files it would need a checkpoint each
    ...["-c", "shared_buffers=64MB", "-c", "checkpoint_timeout=1h", "-c", "max_wal_size=4GB"],
  ]);
  const server = spawn(postgres, postgresArguments, { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  const log: string[] = [];
  server.stderr.setEncoding("utf8").on("data", (text: string) => log.push(text));
  const stop = async () => {
    await end(server, folder);
    rmSync(folder, { recursive: true, force: true });
  };
  if (await accepts(server)) return { folder, stop };
  await stop();
  return { missing: `the server did not start: ${log.join("").slice(-1000)}` };
}

const prefix = "mishu-pg-";

/** Removes what test runs left behind that were killed: their servers ended with them. */
function sweep(): void {
  const longAgo = Date.now() - 3600_000;
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(prefix))) {
    const left = join(tmpdir(), name);
    try {
      if (statSync(left).mtimeMs < longAgo && !isRunning(left)) rmSync(left, { recursive: true, force: true });
    } catch {
      // somebody else's
    }
  }
}

function isRunning(folder: string): boolean {
  try {
    return process.kill(Number(readFileSync(join(folder, "data", "postmaster.pid"), "utf8").split("\n")[0]), 0);
  } catch {
    return false;
  }
}

/** Waits for what the server says when it is ready; false when it ends instead. */
async function accepts(server: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    server.once("exit", () => resolve(false));
    server.once("error", () => resolve(false));
    server.stderr?.on("data", (text: string) => {
      if (text.includes("ready to accept connections")) resolve(true);
    });
  });
}

async function end(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return;
  const gone = once(server, "exit");
  // the server writes its own number down; it goes at once and lets nobody finish
  const file = join(folder, "data", "postmaster.pid");
  const pid = existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : server.pid;
  process.kill(pid, "SIGQUIT");
  await gone;
}

/** Makes an empty database on the server of the test run, and gives its address. */
export async function createDatabase(folder: string): Promise<string> {
  const name = `office_${process.pid}_${databases++}`;
  const client = new pg.Client({ host: folder, user: "postgres", database: "postgres" });
  await client.connect();
  try {
    await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
  return `postgresql://postgres@/${name}?host=${encodeURIComponent(folder)}`;
}

let databases = 0;

/** The folder of a server's programs: PG_BIN when it is set, else the newest of Debian's, else one on the PATH. */
export function programFolder(): string | undefined {
  const { PG_BIN, PATH = "" } = process.env;
  const debian = "/usr/lib/postgresql";
  const installed = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = PG_BIN ? [PG_BIN] : [...installed.map((each) => join(debian, each, "bin")), ...PATH.split(delimiter)];
  return folders.find((each) => each !== "" && ["initdb", "postgres"].every((name) => existsSync(join(each, name))));
}

interface User {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: then it runs as another user of the machine. */
function otherUser(): User | "none" | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody"]) {
    const [, , uid, gid] = lines.find((each) => each.startsWith(`${name}:`))?.split(":") ?? [];
    if (uid && gid) return { name, uid: Number(uid), gid: Number(gid) };
  }
  return "none";
}

/** A command as another user, and ended when this process ends, however it ends. */
function as(user: User | undefined, command: readonly string[]): [string, ...string[]] {
  const [program = "", ...rest] = command;
  if (!hasSetpriv()) return user ? ["runuser", "-u", user.name, "--", ...command] : [program, ...rest];
  const identity = user ? [`--reuid=${user.uid}`, `--regid=${user.gid}`, "--clear-groups"] : [];
  return ["setpriv", "--pdeathsig", "QUIT", ...identity, "--", ...command];
}

function hasSetpriv(): boolean {
  try {
    execFileSync("setpriv", ["--pdeathsig", "QUIT", "--", "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
