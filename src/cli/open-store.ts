import { existsSync } from "node:fs";
import { type Config, ConfigError, readConfig } from "../config.ts";
import { openStore, type Store } from "../store/store.ts";
import { storeProblem } from "../store/trouble.ts";

// What the tools of the records share: the settings, the store, and an end in plain words.

/** Something that keeps a tool from its work: told as it stands, exit status 1. */
export class ToolError extends Error {}

export interface OpenRecords {
  readonly store: Store;
  readonly database: Config["database"];
}

/** The settings, read as Mishu reads them when it starts. */
function settings(): Config {
  if (existsSync(".env")) process.loadEnvFile(".env");
  try {
    return readConfig(process.env);
  } catch (error) {
    throw error instanceof ConfigError ? new ToolError(error.message) : error;
  }
}

/** Opens the store that the settings name; a file that is not there is not created. */
async function openRecords(): Promise<OpenRecords> {
  const { database } = settings();
  if ("file" in database && !existsSync(database.file))
    throw new ToolError(
      `There is no database file ${database.file}. Set MISHU_DATABASE (or DATABASE_URL) to the one that Mishu uses, and run this in the folder where Mishu runs.`,
    );
  try {
    return { database, store: await openStore(database) };
  } catch (error) {
    const { what, next } = storeProblem(database, error);
    throw new ToolError(`${what}\n${next}`);
  }
}

/** Runs a tool on the records; what keeps it from its work is said in plain words. */
export async function withRecords(work: (opened: OpenRecords) => Promise<void>): Promise<void> {
  let opened: OpenRecords | undefined;
  try {
    opened = await openRecords();
    await work(opened);
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } finally {
    await opened?.store.close();
  }
}

/** Tells how a tool is used, and ends it with exit status 2. */
export function usage(lines: string): never {
  process.stderr.write(`${lines}\n`);
  process.exit(2);
}

export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

export const counted = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;
