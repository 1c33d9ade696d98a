import { chmodSync, closeSync, mkdirSync, openSync, statSync } from "node:fs";
import { dirname } from "node:path";

// What the office keeps is for Mishu's own user of the machine, whatever the umask says: names, mail addresses, tokens.
// Where files have no such modes (Windows), setting them changes nothing that matters, and nothing is said of them.

const others = 0o077;

/** Makes the folder of a file, closed to other users; one that is there stays as it is. */
export function makePrivateFolder(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
}

/** Makes an empty file, closed to other users before anything is in it. Throws (EEXIST) when something is there. */
export function makePrivateFile(file: string): void {
  closeSync(openSync(file, "wx", 0o600));
}

/** Makes the file when it is not there. */
export function ensurePrivateFile(file: string): void {
  try {
    makePrivateFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

/** Closes a file to other users, where Mishu may: it does not keep the office from its work when it may not. */
export function closeToOthers(file: string): void {
  if (!openToOthers(file)) return;
  try {
    chmodSync(file, modeOf(file) & 0o700);
  } catch {
    // the file is somebody else's: the doctor tells
  }
}

/** Whether other users of the machine may read or write a file; false when it is not there. */
export function openToOthers(file: string): boolean {
  return process.platform !== "win32" && (modeOf(file) & others) !== 0;
}

const modeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mode ?? 0;
