import { CompiledQuery, type Kysely } from "kysely";
import { batched } from "./batch.ts";
import type { Tables } from "./tables.ts";

const mostTogether = 16;

type Work = (tx: Kysely<Tables>) => Promise<unknown>;
type Outcome = { readonly value: unknown } | { readonly error: unknown };

/**
 * SQLite does one thing at a time, and waits for the disk at each commit. Works that come at the same time share one
 * commit: each is whole or nothing by a savepoint of its own, and hears of its success only when all of it is on the disk.
 */
export function shareCommits(db: Kysely<Tables>): <T>(work: (tx: Kysely<Tables>) => Promise<T>) => Promise<T> {
  const run = batched(
    (works: readonly Work[]) =>
      db.transaction().execute(async (tx) => {
        const outcomes: Outcome[] = [];
        for (const work of works) outcomes.push(await within(tx, work));
        return outcomes;
      }),
    mostTogether,
  );
  return async <T>(work: (tx: Kysely<Tables>) => Promise<T>): Promise<T> => {
    const outcome = await run(work);
    if ("error" in outcome) throw outcome.error;
    return outcome.value as T;
  };
}

const savepoint = CompiledQuery.raw("savepoint work");
const release = CompiledQuery.raw("release work");
const rollback = CompiledQuery.raw("rollback to work");

async function within(tx: Kysely<Tables>, work: Work): Promise<Outcome> {
  await tx.executeQuery(savepoint);
  try {
    const value = await work(tx);
    await tx.executeQuery(release);
    return { value };
  } catch (error) {
    await tx.executeQuery(rollback);
    await tx.executeQuery(release);
    return { error };
  }
}
