import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import pg from "pg";
import { createApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { stderrLog } from "../../src/log.ts";
import { plainLook, renderTable } from "../../src/platforms/console/render.ts";
import type { ReminderKind } from "../../src/reminders/kind.ts";
import { sweepReminders } from "../../src/reminders/sweep.ts";
import { paragraph, reply } from "../../src/reply.ts";
import { openStore, type Place, type Store } from "../../src/store/store.ts";
import { createDatabase, startPostgres } from "../support/postgres.ts";

// npm run bench, third part: a hundred thousand reminders wait, and a thousand of them come due at a time. Beside the
// sweep, the least that can be done for them in SQL through the same driver: take one, insert its message, settle it,
// commit. They take turns on the same table, so that both have it in the same state.

const pending = 100_000;
const atATime = 1000;
const turns = 5;
const minute = 60_000;
/** Ten o'clock on a Monday. */
const begin = Date.parse("2026-09-28T10:00:00+08:00");

const app = createApp(readConfig({}), stderrLog);
const calendar = {
  years: [],
  dayKind: () => ({ kind: "working", why: "weekday" }) as const,
  presumablyWorking: () => true,
};
const bell: ReminderKind = {
  name: "bell",
  async consider({ subject, recipient }, { send, settings }) {
    await send(recipient, reply({ tone: "answer", language: settings.language, blocks: [paragraph(subject)] }));
    return { did: "sent" };
  },
};
const letter = JSON.stringify(reply({ tone: "answer", language: "zh-Hans", blocks: [paragraph("leave:12345")] }));

/** Plans what is needed: a thousand for each turn of both, a minute apart, the rest on the days after. */
async function fill(store: Store): Promise<void> {
  const planned = (number: number) => ({
    ...{ organisation: "office", key: `bell:leave:${number}:0`, kind: "bell", subject: `leave:${number}` },
    ...{ recipient: `person:${number % 500}`, step: 0, details: "{}", done_at: null, outcome: null },
    meant_for: begin + Math.floor(number / atATime) * minute,
    due_at: begin + Math.floor(number / atATime) * minute,
  });
  for (let at = 0; at < pending; at += 500) {
    const rows = Array.from({ length: 500 }, (_, index) => planned(at + index));
    await store.transaction(({ db }) => db.insertInto("reminder").values(rows).execute());
  }
}

const take = `select key, recipient from reminder where organisation = $1 and done_at is null and due_at <= $2 order by due_at, key limit 1`;
const insert = `insert into outbox (organisation, id, recipient, reply, created_at, due_at, claimed_until) values ($1, $2, $3, $4, $5, $6, 0)`;
const settle = `update reminder set done_at = $1, outcome = 'sent' where organisation = $2 and key = $3`;

/** The same work in plain SQL; returns how many were done. */
type Bare = (by: number) => Promise<number>;

function bareSqlite(file: string): { readonly bare: Bare; end(): Promise<void> } {
  const database = new Sqlite(file, { timeout: 10_000 });
  for (const each of ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"])
    database.pragma(each);
  const prepare = (sql: string) =>
    database.prepare<unknown[], { key: string; recipient: string }>(sql.replace(/\$\d/g, "?"));
  const [first, post, done] = [prepare(take), prepare(insert), prepare(settle)];
  return {
    async bare(by) {
      for (let count = 0; ; count++) {
        database.exec("begin immediate");
        const row = first.get("office", by);
        if (row) {
          post.run("office", `bare-${by}-${count}`, row.recipient, letter, by, by);
          done.run(by, "office", row.key);
        }
        database.exec("commit");
        if (!row) return count;
      }
    },
    async end() {
      database.close();
    },
  };
}

function barePostgres(url: string): { readonly bare: Bare; end(): Promise<void> } {
  const pool = new pg.Pool({ connectionString: url });
  return {
    async bare(by) {
      const client = await pool.connect();
      try {
        for (let count = 0; ; count++) {
          await client.query("begin");
          const { rows } = await client.query<{ key: string; recipient: string }>(`${take} for update skip locked`, [
            "office",
            by,
          ]);
          const [row] = rows;
          if (row) {
            await client.query(insert, ["office", `bare-${by}-${count}`, row.recipient, letter, by, by]);
            await client.query(settle, [by, "office", row.key]);
          }
          await client.query("commit");
          if (!row) return count;
        }
      } finally {
        client.release();
      }
    },
    end: () => pool.end(),
  };
}

/** Resident memory of this process, in megabytes. */
const memory = (): number => Number(readFileSync("/proc/self/status", "utf8").match(/VmRSS:\s+(\d+)/)?.[1] ?? 0) / 1024;
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const whole = (value: number): string => Math.round(value).toLocaleString("en");

async function measure(
  name: string,
  place: Place,
  { bare, end }: ReturnType<typeof bareSqlite>,
): Promise<readonly string[]> {
  const store = await openStore(place);
  await fill(store);
  let now = begin;
  const { rulebook } = app;
  const clock = { now: () => new Date(now), elapsed: () => performance.now() };
  const sweep = () => sweepReminders({ store, clock, log: stderrLog, rulebook, calendar, kinds: [bell] });
  const timed = async (work: () => Promise<number>): Promise<number> => {
    const start = performance.now();
    const done = await work();
    if (done !== atATime) throw new Error(`${name}: ${done} instead of ${atATime} were done`);
    return (1000 * done) / (performance.now() - start);
  };
  const before = memory();
  const swept: number[] = [];
  const bared: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    swept.push(await timed(sweep));
    now += minute;
    bared.push(await timed(() => bare(now)));
    now += minute;
  }
  await end();
  await store.close();
  const share = median(swept) / median(bared);
  const megabytes = `${Math.round(memory())} MB (${Math.round(before)} before)`;
  return [name, `${whole(median(swept))}/s`, `${whole(median(bared))}/s`, `${share.toFixed(2)}`, megabytes];
}

const rows = [
  [`${whole(pending)} reminders wait, ${whole(atATime)} due at a time`, "sweep", "bare SQL", "share", "memory"],
];
const folder = mkdtempSync(join(tmpdir(), "mishu-bench-"));
const file = join(folder, "office.sqlite");
// its tables are made by the store
await (await openStore({ file })).close();
rows.push([...(await measure("SQLite", { file }, bareSqlite(file)))]);
rmSync(folder, { recursive: true });
const server = await startPostgres();
if ("missing" in server) process.stdout.write(`Not measured on PostgreSQL: ${server.missing}\n`);
else {
  const url = await createDatabase(server.folder);
  rows.push([...(await measure("PostgreSQL", { url }, barePostgres(url)))]);
  await server.stop();
}
process.stdout.write(`${renderTable(rows, plainLook)}\n`);
