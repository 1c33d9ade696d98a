import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp, openOffice } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { type Day, plusDays } from "../../src/dates.ts";
import { isWorked } from "../../src/deadlines/stages.ts";
import { stderrLog } from "../../src/log.ts";
import { plainLook, renderTable } from "../../src/platforms/console/render.ts";
import { linkAccount, seeAccount } from "../../src/store/accounts.ts";
import { keepPerson } from "../../src/store/people.ts";
import { openStore, type Place, type Store } from "../../src/store/store.ts";
import { createDatabase, startPostgres } from "../support/postgres.ts";

// npm run bench, fourth part: a million deadlines are open in an office of a thousand people, a hundred departments of ten.
// Asked through the desk as a chat asks, and swept as every minute is: what one more costs, what a department's list and
// the whole board cost, and what a morning costs, on which everything due in three days, in one and today is told. Beside
// it the same with a hundredth of them.

/** BENCH_DEADLINES=1000,10000 measures other sizes. */
const sizes = (process.env.BENCH_DEADLINES ?? "10000,1000000").split(",").map(Number);
const departments = 100;
const each = 10;
/** So many working days lie between now and the last due day. */
const spread = 250;
const begin = Date.parse("2026-03-02T16:00:00+08:00");
const today = "2026-03-02" as Day;

/** A number from 0 to below 1, the same each time, for each number and use: as scattered as by chance (murmur's last step). */
function scattered(number: number, use: number): number {
  let at = Math.imul(number, 0x9e3779b1) ^ Math.imul(use, 0x85ebca6b);
  at = Math.imul(at ^ (at >>> 16), 0x85ebca6b);
  at = Math.imul(at ^ (at >>> 13), 0xc2b2ae35);
  return ((at ^ (at >>> 16)) >>> 0) / 2 ** 32;
}

const app = createApp(readConfig({}), stderrLog);

const department = (n: number): string => `市第${n}局`;
const person = (n: number, place: number): string => `${1000 + n * each + place}`;
const account = (id: string) => ({ platform: "slack", workspace: "T1", id: `U${id}`, name: id });

const worked: readonly Day[] = (() => {
  const days: Day[] = [];
  for (let at = plusDays(today, -20); days.length < spread + 10; at = plusDays(at, 1))
    // of days that no notice is there for, as they presumably will be
    if (isWorked(at, app.calendar)) days.push(at);
  return days;
})();

async function fill(store: Store, size: number): Promise<void> {
  await store.transaction(async (records) => {
    for (let n = 0; n < departments; n++)
      for (let place = 0; place < each; place++) {
        const id = person(n, place);
        const post = place === 0 ? "department-head" : "department-staff";
        const title = place === 0 ? `${department(n)}局长` : "科员";
        const tenure = { post, title, department: department(n), from: null, until: null };
        await keepPerson(records, { id, name: `人${id}`, email: null, tenures: [tenure], portfolio: [] });
        await seeAccount(records, account(id), "zh-Hans", new Date(begin));
        await linkAccount(records, account(id), id, new Date(begin));
      }
    const director = { post: "office-director", title: "主任", department: "市政府办公室", from: null, until: null };
    await keepPerson(records, { id: "1", name: "主任", email: null, tenures: [director], portfolio: [] });
    await seeAccount(records, account("1"), "zh-Hans", new Date(begin));
    await linkAccount(records, account("1"), "1", new Date(begin));
  });
  const row = (number: number) => {
    const n = Math.floor(scattered(number, 1) * departments);
    // one of five hundred is overdue; the others lie evenly on the days to come
    const overdue = scattered(number, 2) < 1 / 500;
    const due = worked[Math.floor(scattered(number, 3) * (overdue ? 13 : spread)) + (overdue ? 0 : 14)] ?? today;
    return {
      ...{ organisation: "office", number, kind: "document", title: `公文${number}`, reference: `〔2026〕${number}号` },
      ...{
        handed_by: "",
        link: "",
        department: department(n),
        owner: person(n, 1 + Math.floor(scattered(number, 4) * 9)),
      },
      ...{ leader: null, collected: 0, category: "own-authority", explained: null, received_on: "2026-02-27" },
      ...{ count_first: 0, days: null, due_from: due, due_until: due, due_minute: null, first_due_from: null },
      ...{ first_due_until: null, status: "open", finished_on: null, result: "", reported_at: null, handed_to: null },
      ...{
        asked_until: null,
        asked_by: null,
        recounted: null,
        recounted_from: null,
        recounted_until: null,
        snoozed_until: null,
        parent: null,
        meeting: null,
        in_channel: 1,
      },
      ...{ added_by: null, added_at: begin, version: 1 },
    };
  };
  const batch = 800;
  for (let at = 0; at < size; at += batch) {
    const rows = Array.from({ length: Math.min(batch, size - at) }, (_, index) => row(1 + at + index));
    await store.transaction(({ db }) => db.insertInto("deadline").values(rows).execute());
  }
  await store.transaction(({ db }) =>
    db.insertInto("counter").values({ organisation: "office", name: "deadline", value: size }).execute(),
  );
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const milliseconds = (value: number): string =>
  value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString("en");

interface Measured {
  readonly add: number;
  readonly list: number;
  readonly board: number;
  readonly morning: number;
  readonly messages: number;
}

async function measure(place: Place, size: number): Promise<Measured> {
  const store = await openStore(place);
  await fill(store, size);
  let now = begin;
  const office = openOffice(app, store, [], { now: () => new Date(now), elapsed: () => performance.now() });
  let key = 0;
  const ask = async (line: string, who: string): Promise<number> => {
    const from = { ...account(who), owner: false };
    const delivery = {
      key: `bench:${key++}`,
      platform: "slack",
      from,
      locale: "zh-Hans" as const,
      asked: { line },
      returnTo: null,
    };
    const start = performance.now();
    const reply = await office.desk.answerNow(delivery, from);
    if (reply.tone === "problem" || reply.tone === "refused")
      throw new Error(`${line}: ${JSON.stringify(reply.blocks)}`);
    return performance.now() - start;
  };
  const times = async (count: number, work: (n: number) => Promise<number>): Promise<number> => {
    const all: number[] = [];
    // the first one warms up
    for (let n = 0; n <= count; n++) all.push(await work(n));
    return median(all.slice(1));
  };
  const add = await times(100, (n) =>
    ask(`/deadline add 新公文${n} category:own-authority`, person(n % departments, 0)),
  );
  const list = await times(30, (n) => ask("/deadline department", person(n % departments, 0)));
  const board = await times(5, () => ask("/deadline board", "1"));
  const sent = () =>
    store.look(async ({ db }) => {
      const { count } = await db
        .selectFrom("outbox")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .executeTakeFirstOrThrow();
      return Number(count);
    });
  const before = await sent();
  now = Date.parse("2026-03-03T09:00:00+08:00");
  const start = performance.now();
  await office.tick();
  now += 60_000;
  await office.tick();
  const morning = performance.now() - start;
  const messages = (await sent()) - before;
  await office.stop();
  return { add, list, board, morning, messages };
}

const table: string[][] = [
  ["open deadlines", "add one", "a department's list", "the board", "a morning", "a message of it"],
];
async function run(name: string, placeFor: (size: number) => Promise<{ readonly place: Place; end(): Promise<void> }>) {
  const found: Measured[] = [];
  for (const size of sizes) {
    const { place, end } = await placeFor(size);
    const measured = await measure(place, size);
    await end();
    found.push(measured);
    const { add, list, board, morning, messages } = measured;
    table.push([
      `${name}, ${size.toLocaleString("en")}`,
      `${milliseconds(add)} ms`,
      `${milliseconds(list)} ms`,
      `${milliseconds(board)} ms`,
      `${(morning / 1000).toFixed(1)} s, ${messages} messages`,
      `${milliseconds(morning / Math.max(1, messages))} ms`,
    ]);
  }
  const [small] = found;
  const large = found.at(-1);
  if (!small || !large || found.length < 2) return;
  const growth = (one: number, other: number) => `× ${(other / one).toFixed(1)}`;
  table.push([
    `${name}: × ${(sizes.at(-1) ?? 1) / (sizes[0] ?? 1)}`,
    growth(small.add, large.add),
    growth(small.list, large.list),
    growth(small.board, large.board),
    growth(small.morning, large.morning),
    growth(small.morning / Math.max(1, small.messages), large.morning / Math.max(1, large.messages)),
  ]);
}

const folder = mkdtempSync(join(tmpdir(), "mishu-bench-"));
await run("SQLite", async (size) => ({ place: { file: join(folder, `${size}.sqlite`) }, end: async () => {} }));
rmSync(folder, { recursive: true });
const server = await startPostgres();
if ("missing" in server) process.stdout.write(`Not measured on PostgreSQL: ${server.missing}\n`);
else {
  await run("PostgreSQL", async () => ({ place: { url: await createDatabase(server.folder) }, end: async () => {} }));
  await server.stop();
}
process.stdout.write(`${renderTable(table, plainLook)}\n`);
