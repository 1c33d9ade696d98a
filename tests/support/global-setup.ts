import type { TestProject } from "vitest/node";
import { startPostgres } from "./postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of the socket of the test run's PostgreSQL server; "" when there is none. */
    readonly postgres: string;
  }
}

/** Once for a test run: a PostgreSQL server of its own, gone at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  if ("missing" in server) {
    process.stderr.write(`\nPostgreSQL tests skipped: ${server.missing}\n\n`);
    project.provide("postgres", "");
    return async () => {};
  }
  project.provide("postgres", server.folder);
  return server.stop;
}
