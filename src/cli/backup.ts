import "../quick-start.ts";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { systemClock } from "../clock.ts";
import { minuteOf } from "../dates.ts";
import { readOfficeSettings } from "../office/settings.ts";
import { verifyAudit } from "../store/audit.ts";
import { verifyCopy } from "../store/copy.ts";
import { makePrivateFile, makePrivateFolder } from "../store/private-files.ts";
import { readSettings } from "../store/settings.ts";
import { counted, type OpenRecords, say, ToolError, usage, withRecords } from "./open-store.ts";

// npm run backup [-- FILE]: a copy of everything, while Mishu goes on working; it is read through before it is trusted.

const [given, ...more] = positionalsOf();
if (more.length > 0) usage("npm run backup [-- FILE]");

function positionalsOf(): readonly string[] {
  try {
    return parseArgs({ allowPositionals: true }).positionals;
  } catch {
    return usage("npm run backup [-- FILE]");
  }
}

await withRecords(async (opened) => {
  const { store, database } = opened;
  const { timeZone } = readOfficeSettings(await store.look(readSettings));
  const [day = "", time = ""] = minuteOf(systemClock.now(), timeZone).split(" ");
  const folder = "file" in database ? dirname(database.file) : "data";
  const ending = store.kind === "sqlite" ? "sqlite" : "dump";
  const file = given ?? join(folder, `backup-${day}-${time.replace(":", "")}.${ending}`);
  try {
    makePrivateFolder(file);
    // before anything is in it; what is there already is somebody's, and stays
    makePrivateFile(file);
  } catch (error) {
    throw notWritten(file, error);
  }
  try {
    await (store.kind === "sqlite" ? copyFile(opened, file) : dump(opened, file));
  } catch (error) {
    rmSync(file, { force: true });
    throw error instanceof ToolError ? error : notWritten(file, error);
  }
});

function notWritten(file: string, error: unknown): ToolError {
  return new ToolError(
    existsSync(file)
      ? `${file} is there already. Name another: npm run backup -- FILE`
      : `The backup could not be written to ${file}: ${(error as Error).message}. Name another place: npm run backup -- FILE`,
  );
}

async function copyFile({ store, database }: OpenRecords, file: string): Promise<void> {
  await store.backup(file);
  const { damage, audit } = await verifyCopy(file);
  if (damage || audit.faults.length > 0)
    throw new ToolError(
      damage
        ? `The copy is damaged and was thrown away: ${damage}. Look after the disk, then try again.`
        : "The copy was thrown away, because its audit does not hold. npm run audit:verify tells what is wrong.",
    );
  say(`Backup:  ${file}, ${counted(audit.events, "audit event")}, read through: whole, and the audit holds.`);
  say(`Head:    ${audit.head}`);
  say("It holds everything, names included: keep it as safely as the office's records, on another machine.");
  say("Whoever asks to be erased is still in it: throw old backups away.");
  say(`\nTo put it back: stop Mishu, then put it in the place of ${"file" in database ? database.file : ""}`);
  say(`(and remove the files that end in -wal and -shm beside it), and start Mishu.`);
}

async function dump({ store, database }: OpenRecords, file: string): Promise<void> {
  const audit = await store.look((records) => verifyAudit(records));
  if (audit.faults.length > 0) say("Take note: the audit does not hold. npm run audit:verify tells what is wrong.");
  const url = "url" in database ? database.url : "";
  const { PATH, HOME, LANG } = process.env;
  // the address goes by the environment: the arguments of a program can be seen by everybody on the machine
  const { address, password } = withoutPassword(url);
  const program = spawn("pg_dump", ["--format=custom", "--no-owner", `--file=${file}`, `--dbname=${address}`], {
    stdio: ["ignore", "inherit", "pipe"],
    env: { PATH, HOME, LANG, ...(password === "" ? {} : { PGPASSWORD: password }) },
  });
  const words: string[] = [];
  program.stderr.setEncoding("utf8").on("data", (text: string) => words.push(text));
  const outcome = await Promise.race([
    once(program, "close").then(([status]) => Number(status ?? 1)),
    once(program, "error").then(() => "missing" as const),
  ]).catch(() => "missing" as const);
  const command = `pg_dump --format=custom --no-owner --file=${file} "$DATABASE_URL"`;
  if (outcome === "missing")
    throw new ToolError(
      `A PostgreSQL server is backed up by its own program pg_dump, which is not on this machine. Install it (Debian: apt-get install postgresql-client), or run this where it is:\n${command}`,
    );
  if (outcome !== 0) throw new ToolError(`pg_dump could not make the backup: ${words.join("").trim()}`);
  say(`Backup:  ${file}, made by pg_dump, with ${counted(audit.events, "audit event")} or more.`);
  say(`Head:    ${audit.head}`);
  say("It holds everything, names included: keep it as safely as the office's records, on another machine.");
  say("Whoever asks to be erased is still in it: throw old backups away.");
  say("\nTo put it back: stop Mishu, make an empty database, and set DATABASE_URL to it. Then:");
  say(`pg_restore --no-owner --dbname="$DATABASE_URL" ${file}`);
}

function withoutPassword(url: string): { readonly address: string; readonly password: string } {
  const [, before = "", password = "", after = ""] = url.match(/^([a-z]+:\/\/[^\s:/@]*):([^@]*)(@.*)$/s) ?? [];
  return before === ""
    ? { address: url, password: "" }
    : { address: before + after, password: decodeURIComponent(password) };
}
