import type { Place } from "./store.ts";

/** The database was brought up to date by a newer Mishu: this one would not know what it may write into it. */
export class NewerSchema extends Error {
  constructor(step: string) {
    super(`a newer version of Mishu has changed it (step ${step})`);
    this.name = "NewerSchema";
  }
}

const codeOf = (error: unknown): string => String((error as { readonly code?: unknown } | undefined)?.code ?? "");

/** The database undid a transaction so that another could go on: run again, it may succeed. */
export function isTurnLost(error: unknown): boolean {
  const [deadlock, serialization] = ["40P01", "40001"];
  return [deadlock, serialization].includes(codeOf(error));
}

/**
 * The fault is the database's and passes: the connection broke, the server restarts, another program holds the file.
 * Nothing is wrong with what was asked, and whether it was done only the database can tell.
 */
export function isPassing(error: unknown): boolean {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : "";
  return (
    isTurnLost(error) ||
    // connection (08), resources (53), shut down (57P), waited too long (55P03, 25P03)
    /^(08...|53...|57P..|55P03|25P03)$/.test(code) ||
    /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|SQLITE_BUSY|SQLITE_LOCKED)/.test(code) ||
    /^Connection terminated|connection error|timeout exceeded when trying to connect|has been discarded/.test(message)
  );
}

/** Why a store cannot be used, and what to do about it, in plain words. Never tells a password. */
export function storeProblem(place: Place, error: unknown): { readonly what: string; readonly next: string } {
  const inFile = "file" in place;
  const where = inFile ? `The database file ${place.file} (MISHU_DATABASE)` : "The PostgreSQL server of DATABASE_URL";
  const what = `${where} cannot be used: ${reasonOf(error)}.`;
  if (error instanceof NewerSchema)
    return { what, next: "Start that newer version, or put back a backup that was made before it." };
  return {
    what,
    next: inFile
      ? "Set MISHU_DATABASE to a file in a folder where Mishu may write, on a local disk."
      : "See that the server runs, and that DATABASE_URL names its host, database, user and password; in a password, @ / # ? are written %40 %2F %23 %3F.",
  };
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "Mishu may not write there",
  EPERM: "Mishu may not write there",
  EROFS: "the disk takes no writing",
  SQLITE_CANTOPEN: "it cannot be opened",
  SQLITE_NOTADB: "it is not a SQLite database",
  SQLITE_CORRUPT: "it is damaged; put back a backup",
  SQLITE_READONLY: "Mishu may not write to it",
  SQLITE_BUSY: "another program keeps it locked",
  SQLITE_FULL: "the disk is full",
  ECONNREFUSED: "nothing answers at its address",
  ENOENT: "nothing is at its address",
  ENOTFOUND: "its host is not known",
  ETIMEDOUT: "it does not answer",
  "28P01": "it refuses the password",
  "28000": "it refuses the user",
  "3D000": "it has no database of that name",
  "42501": "the user may not create tables in it",
};

function reasonOf(error: unknown): string {
  // a host with several addresses fails once for each
  const first = error instanceof AggregateError ? error.errors[0] : error;
  const code = codeOf(first) || codeOf(error);
  const known = reasons[code] ?? reasons[code.split("_").slice(0, 2).join("_")];
  const words = (first instanceof Error ? first.message : String(first)).replace(
    /(?<=:\/\/[^\s:/]*:)[^\s@]+(?=@)/g,
    "…",
  );
  return known ? `${known} (${code})` : words;
}
