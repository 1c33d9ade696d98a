import Sqlite from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresDialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  sql,
  type TransactionSettings,
} from "kysely";
import { Migrator } from "kysely/migration";
import { type AuditEvent, writeAudit } from "./audit.ts";
import { migrationsFor } from "./migrations.ts";
import { closeToOthers, ensurePrivateFile, makePrivateFolder } from "./private-files.ts";
import { shareCommits } from "./shared-commit.ts";
import type { Tables } from "./tables.ts";
import { isTurnLost, NewerSchema } from "./trouble.ts";

/** What is kept for one organisation, as seen within one transaction. Every function of the store takes this first. */
export interface Records {
  readonly db: Kysely<Tables>;
  readonly organisation: string;
  readonly kind: "sqlite" | "postgres";
  /** What the audit is still to be told: it is written when the transaction ends. */
  readonly unwritten: AuditEvent[];
}

/** Where the office keeps what it knows: a SQLite file (":memory:" for none), or a PostgreSQL server. */
export type Place = { readonly file: string } | { readonly url: string };

export interface Store {
  readonly kind: Records["kind"];
  /**
   * Runs in one transaction: all of it is kept, or nothing. No network calls inside. Two that stand in each other's way
   * take turns: what had to be undone for that is run again, so the work must leave nothing behind but its records.
   */
  transaction<T>(work: (records: Records) => Promise<T>): Promise<T>;
  /** Reads everything as it is at one moment, and keeps nobody from writing. */
  look<T>(work: (records: Records) => Promise<T>): Promise<T>;
  /** Writes a copy that is whole while Mishu goes on working, closed to other users of the machine. SQLite only. */
  backup(file: string): Promise<void>;
  /**
   * Takes what was erased out of the database's files as well, not only out of its tables; false when a program that is
   * reading them keeps it from doing so for now.
   */
  scrub(): Promise<boolean>;
  close(): Promise<void>;
}

/** Opens the store and brings its schema up to date. Throws when the place cannot be used. */
export async function openStore(place: Place, organisation = "office"): Promise<Store> {
  const sqlite = "file" in place ? openFile(place.file) : undefined;
  const kind = sqlite ? "sqlite" : "postgres";
  const db = new Kysely<Tables>({
    dialect: sqlite ? new ImmediateSqliteDialect({ database: sqlite }) : await postgres(place),
  });
  try {
    await migrate(db, kind);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const commit = sqlite
    ? shareCommits(db)
    : <T>(work: (tx: Kysely<Tables>) => Promise<T>) => db.transaction().execute(work);
  return {
    kind,
    async transaction(work) {
      for (let turn = 1; ; turn++) {
        try {
          return await commit(async (tx) => {
            const records: Records = { db: tx, organisation, kind, unwritten: [] };
            const done = await work(records);
            await writeAudit(records);
            return done;
          });
        } catch (error) {
          if (!isTurnLost(error) || turn === mostTurns) throw error;
        }
      }
    },
    look: (work) =>
      db
        .transaction()
        .setIsolationLevel("repeatable read")
        .setAccessMode("read only")
        .execute((tx) => work({ db: tx, organisation, kind, unwritten: [] })),
    async backup(file) {
      if (!sqlite) throw new Error("a PostgreSQL server is backed up with pg_dump");
      ensurePrivateFile(file);
      // in one go: page by page it would begin anew each time that Mishu writes
      await sqlite.backup(file, { progress: () => 0x7fffffff });
      // one file, whole without others beside it: whoever reads it in WAL mode would have to make some
      const copy = new Sqlite(file);
      copy.pragma("journal_mode = DELETE");
      copy.close();
    },
    async scrub() {
      if (sqlite) {
        const [done] = sqlite.pragma("wal_checkpoint(TRUNCATE)") as { readonly busy: number }[];
        return done?.busy === 0;
      }
      for (const table of withWordsOfPeople) await sql`vacuum full ${sql.table(table)}`.execute(db);
      return true;
    },
    close: () => db.destroy(),
  };
}

const mostTurns = 5;

const withWordsOfPeople = [
  "person",
  "tenure",
  "portfolio",
  "account",
  "inbox",
  "outbox",
  "parked",
  "audit_detail",
  "leave",
  "leave_word",
  "leave_correction",
  "draft_file",
  "deadline",
  "deadline_step",
];

/** What SQLite keeps beside a database file; it makes them with the mode of the file itself. */
export const filesOf = (file: string): readonly string[] => [file, `${file}-wal`, `${file}-shm`];

function openFile(file: string): Sqlite.Database {
  const onDisk = file !== ":memory:";
  if (onDisk) {
    makePrivateFolder(file);
    ensurePrivateFile(file);
  }
  const database = new Sqlite(file, { timeout: 10_000 });
  // those that an earlier Mishu made
  if (onDisk) for (const each of filesOf(file)) closeToOthers(each);
  database.pragma("journal_mode = WAL");
  // in WAL mode the library's default may lose the last transactions when the power fails
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
  // what is erased is overwritten: a name must not be found in the file afterwards
  database.pragma("secure_delete = ON");
  return database;
}

async function postgres(place: Place): Promise<PostgresDialect> {
  // loaded only where it is used: whoever asks at the terminal does not wait for it
  const { default: pg } = await import("pg");
  const bigint = 20;
  const pool = new pg.Pool({
    connectionString: "url" in place ? place.url : "",
    max: 10,
    // milliseconds; a process that stops in the middle of its work must not stop all the others
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    // instants are well within what a number holds; the driver would give them as text
    types: {
      getTypeParser: ((oid: number, format?: "text" | "binary") =>
        oid === bigint ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  });
  // a connection that breaks while nobody uses it is replaced; whoever uses one that breaks is told
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return new PostgresDialect({ pool });
}

/** A transaction that begins with its write lock waits its turn; one that asks for it later fails when another writes. */
class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    const reading = settings?.accessMode === "read only";
    await connection.executeQuery(CompiledQuery.raw(reading ? "begin" : "begin immediate"));
  }
}

/** Migrations of SQLite run in a transaction, so that none stays half done and two starting processes take turns. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

const mostPrepared = 300;

/** A database that keeps the statements it prepared: preparing one costs several times what running it does. */
function withPrepared(database: Sqlite.Database): SqliteDatabase {
  const prepared = new Map<string, Sqlite.Statement>();
  return {
    prepare(sql) {
      const known = prepared.get(sql);
      if (known) return known;
      if (prepared.size >= mostPrepared) prepared.clear();
      const statement = database.prepare(sql);
      prepared.set(sql, statement);
      return statement;
    },
    close: () => void database.close(),
  };
}

class ImmediateSqliteDialect extends SqliteDialect {
  readonly #database: Sqlite.Database;
  constructor({ database }: { readonly database: Sqlite.Database }) {
    super({ database });
    this.#database = database;
  }
  override createDriver(): SqliteDriver {
    return new ImmediateSqliteDriver({ database: withPrepared(this.#database) });
  }
  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
}

async function migrate(db: Kysely<Tables>, kind: Records["kind"]): Promise<void> {
  const known = migrationsFor(kind);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...known }) } });
  const { error } = await migrator.migrateToLatest();
  if (!error) return;
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`
    .execute(db)
    .catch(() => ({ rows: [] }));
  const newer = rows.find(({ name }) => !Object.hasOwn(known, name));
  throw newer ? new NewerSchema(newer.name) : error;
}
