import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import type { Day } from "../../src/dates.ts";
import type { Person } from "../../src/office/people.ts";
import { linkAccount, seeAccount } from "../../src/store/accounts.ts";
import { addAdministrator, administrators } from "../../src/store/administrators.ts";
import { addToAudit, verifyAudit } from "../../src/store/audit.ts";
import { entrustmentsFrom, keepEntrustment } from "../../src/store/entrustments.ts";
import { acceptDeliveries, keepReply, progressOf } from "../../src/store/inbox.ts";
import { makeCode } from "../../src/store/link-codes.ts";
import { postMessage } from "../../src/store/outbox.ts";
import { parkButton, parkedButton } from "../../src/store/parked.ts";
import { everybody, keepPerson, personByMail } from "../../src/store/people.ts";
import { erasePerson, exportPerson } from "../../src/store/personal-data.ts";
import type { Place, Records, Store } from "../../src/store/store.ts";
import { databases } from "../support/databases.ts";

const all = databases();
const [sqlite, postgres] = all;

const now = new Date("2026-11-23T09:00:00+08:00");
const today = "2026-11-23" as Day;

const wang: Person = {
  id: "17",
  name: "王朝霞",
  email: "wang.zhaoxia@example.gov",
  tenures: [{ post: "vice-mayor", title: "副市长兼某局长", department: "某局", from: null, until: null }],
  portfolio: ["特别分管事项"],
};
const li: Person = { id: "18", name: "李明", email: "li@example.gov", tenures: [], portfolio: [] };
const account = { platform: "slack", workspace: "T1", id: "U17", name: "zhaoxia.w" };
const words = ["王朝霞", "wang.zhaoxia", "副市长兼某局长", "特别分管事项", "zhaoxia.w", "很私密的请求", "很私密的消息"];

/** Everything that an office can know of a person. */
async function live(records: Records): Promise<string> {
  await keepPerson(records, wang);
  await keepPerson(records, li);
  await seeAccount(records, account, "zh-Hans", now);
  await linkAccount(records, account, wang.id, now);
  await makeCode(records, wang.id, now);
  await addAdministrator(records, "person:17", now);
  await addAdministrator(records, "person:18", now);
  for (const [id, by, to] of [
    ["e1", wang, li],
    ["e2", li, wang],
  ] as const)
    await keepEntrustment(
      records,
      { id, post: "mayor", by, to, occasion: "leave", from: today, until: "2026-12-01" },
      now,
    );
  const delivery = { key: "k", platform: "slack", from: account, asked: { line: "很私密的请求" }, returnTo: {} };
  await acceptDeliveries(records, [{ key: "k", platform: "slack", delivery: JSON.stringify(delivery), now }]);
  await keepReply(records, "k", JSON.stringify({ blocks: ["很私密的请求"] }));
  for (const recipient of ["person:17", "account:slack:T1:U17"])
    await postMessage(records, { recipient, reply: '{"words":"很私密的消息"}', now });
  await postMessage(records, { recipient: "person:18", reply: '{"words":"for somebody else"}', now });
  const at = { at: now, platform: "slack", actor: "person:18" };
  await addToAudit(records, { ...at, action: "person.add", subject: "person:17", details: { ...wang }, about: "17" });
  await addToAudit(records, { ...at, action: "person.add", subject: "person:18", details: { ...li }, about: "18" });
  await addToAudit(records, {
    ...at,
    actor: "person:17",
    action: "setting.change",
    subject: "setting:language",
    details: { value: "en" },
  });
  return parkButton(records, JSON.stringify({ command: "roster who", options: { person: "王朝霞" } }), now);
}

async function erase(store: Store): Promise<readonly number[] | undefined> {
  return store.transaction(async (records) => {
    const events = await erasePerson(records, "17", now);
    if (events)
      await addToAudit(records, {
        at: now,
        platform: "terminal",
        actor: "account:terminal::clerk",
        action: "person.erase",
        subject: "person:17",
        details: { events },
      });
    return events;
  });
}

/** Every value of every table, as one text. */
async function allRows({ look }: Store): Promise<string> {
  return look(async ({ db }) => {
    const tables = await db.introspection.getTables();
    const rows: unknown[] = [];
    for (const { name } of tables) rows.push((await sql`select * from ${sql.table(name)}`.execute(db)).rows);
    return JSON.stringify(rows);
  });
}

/** What stands in the files of a SQLite database, deleted or not. */
function inFiles(place: Place): Buffer {
  if (!("file" in place)) throw new Error("a SQLite file");
  const folder = dirname(place.file);
  return Buffer.concat(readdirSync(folder).map((each) => readFileSync(join(folder, each))));
}

describe.each(all)("one person's data, on $name", (database) => {
  const office = async () => {
    const place = await database.place();
    const store = await database.open(place);
    return { place, store, button: await store.transaction(live) };
  };

  test("are exported whole: what the office knows, what waits, and what was done by and about them", async () => {
    const { store } = await office();
    const exported = await store.look((records) => exportPerson(records, "17"));
    for (const each of words) expect(JSON.stringify(exported)).toContain(each);
    expect(exported).toMatchObject({ person: wang, administratorSince: now.getTime() });
    expect(exported?.events).toMatchObject([
      { subject: "person:17" },
      { actor: "person:17", details: { value: "en" } },
    ]);
    expect(JSON.stringify(exported)).not.toContain("for somebody else");
    expect(await store.look((records) => exportPerson(records, "99"))).toBeUndefined();
  });

  test("are gone after an erasure from every table; what others know stays, and the audit still holds", async () => {
    const { store, button } = await office();
    expect(await erase(store)).toEqual([1]);
    const left = await allRows(store);
    expect(words.filter((each) => left.includes(each))).toEqual([]);
    expect(left).toContain("for somebody else");
    const after = await store.look(async (records) => ({
      people: await everybody(records),
      mail: await personByMail(records, "wang.zhaoxia@example.gov"),
      administrators: await administrators(records),
      entrustments: await entrustmentsFrom(records, today),
      button: await parkedButton(records, button),
      audit: await verifyAudit(records),
      exported: await exportPerson(records, "17"),
    }));
    expect(after).toMatchObject({
      people: [li],
      mail: undefined,
      administrators: ["person:18"],
      entrustments: [],
      button: undefined,
      audit: { events: 4, erased: 1, faults: [] },
      exported: undefined,
    });
  });

  test("that waited to be answered are not answered any more", async () => {
    const { store } = await office();
    await erase(store);
    expect(await store.transaction((records) => progressOf(records, "k"))).toBe("settled");
  });

  test("are erased once, and of nobody when there is nobody", async () => {
    const { store } = await office();
    await erase(store);
    expect(await erase(store)).toBeUndefined();
    expect(await store.transaction((records) => erasePerson(records, "99", now))).toBeUndefined();
    expect(await store.look((records) => verifyAudit(records))).toMatchObject({ events: 4, faults: [] });
  });

  test("come back with a new import, without what was erased", async () => {
    const { store } = await office();
    await erase(store);
    await store.transaction((records) => keepPerson(records, { ...wang, portfolio: [] }));
    const exported = await store.look((records) => exportPerson(records, "17"));
    expect(exported).toMatchObject({
      person: { name: "王朝霞" },
      accounts: [],
      messages: [],
      administratorSince: null,
    });
    expect(exported?.events).toEqual([
      expect.objectContaining({ action: "person.add", details: null }),
      expect.objectContaining({ action: "setting.change" }),
      expect.objectContaining({ action: "person.erase" }),
    ]);
  });
});

test("on SQLite, nothing of an erased person can be read in the files any more, while the office works on", async () => {
  const place = await sqlite?.place();
  const store = await sqlite?.open(place);
  if (!place || !store) throw new Error("SQLite is always there");
  await store.transaction(live);
  for (const each of words) expect(inFiles(place).includes(each), each).toBe(true);
  await erase(store);
  expect(await store.scrub()).toBe(true);
  expect(words.filter((each) => inFiles(place).includes(each))).toEqual([]);
  expect(inFiles(place).includes("for somebody else")).toBe(true);
});

test.runIf(postgres)("on PostgreSQL, nothing of an erased person is left in the tables' files", async () => {
  const store = await postgres?.open();
  if (!store) throw new Error("PostgreSQL is there");
  await store.transaction(live);
  await erase(store);
  expect(await store.scrub()).toBe(true);
  await store.transaction(({ db }) => sql`checkpoint`.execute(db));
  const files = await store.look(({ db }) =>
    sql<{
      path: string;
    }>`select current_setting('data_directory') || '/' || pg_relation_filepath(oid) as path from pg_class
      where relkind in ('r', 'i', 't') and relnamespace in (select oid from pg_namespace where nspname in ('public', 'pg_toast'))`.execute(
      db,
    ),
  );
  const paths = files.rows.map(({ path }) => path).filter((path) => existsSync(path));
  const readable = Buffer.concat(paths.map((path) => readFileSync(path)));
  expect(readable.includes("for somebody else")).toBe(true);
  expect(words.filter((each) => readable.includes(each))).toEqual([]);
});
