import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import type { Day } from "../../src/dates.ts";
import { erasedNotice } from "../../src/erased-notice.ts";
import type { Person } from "../../src/office/people.ts";
import type { Delivery } from "../../src/request.ts";
import { linkAccount, seeAccount } from "../../src/store/accounts.ts";
import { addAdministrator, administrators } from "../../src/store/administrators.ts";
import { addToAudit, verifyAudit } from "../../src/store/audit.ts";
import { entrustmentsFrom, keepEntrustment } from "../../src/store/entrustments.ts";
import { type Erased, erasePerson } from "../../src/store/erasure.ts";
import { acceptDeliveries, keepReply, progressOf } from "../../src/store/inbox.ts";
import { makeCode } from "../../src/store/link-codes.ts";
import { postMessage } from "../../src/store/outbox.ts";
import { parkButton, parkedButton } from "../../src/store/parked.ts";
import { everybody, keepPerson, personByMail } from "../../src/store/people.ts";
import { exportPerson } from "../../src/store/personal-data.ts";
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
  addToAudit(records, { ...at, action: "person.add", subject: "person:17", details: { ...wang }, about: "17" });
  addToAudit(records, { ...at, action: "person.add", subject: "person:18", details: { ...li }, about: "18" });
  addToAudit(records, {
    ...at,
    actor: "person:17",
    action: "setting.change",
    subject: "setting:language",
    details: { value: "en" },
  });
  return parkButton(records, JSON.stringify({ command: "roster who", options: { person: "王朝霞" } }), now);
}

async function erase(store: Store): Promise<Erased | undefined> {
  return store.transaction(async (records) => {
    const erased = await erasePerson(records, "17", now, erasedNotice);
    if (erased)
      addToAudit(records, {
        at: now,
        platform: "terminal",
        actor: "account:terminal::clerk",
        action: "person.erase",
        subject: "person:17",
        details: { events: erased.events },
      });
    return erased;
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

/** What waits for others to be told, or was asked by them. */
async function waiting({ db }: Records) {
  const messages = await db.selectFrom("outbox").select("reply").where("delivered_at", "is", null).execute();
  const deliveries = await db.selectFrom("inbox").select(["delivery", "reply"]).orderBy("key").execute();
  return {
    messages: messages.map(({ reply }) => JSON.parse(reply ?? "null")),
    deliveries: deliveries.map((each) => JSON.parse(each.delivery ?? "null") as Delivery | null),
    replies: deliveries.map(({ reply }) => JSON.parse(reply ?? "null")),
  };
}

describe.each(all)("words about one person that wait for others, on $name", (database) => {
  const clerk = { platform: "slack", workspace: "T1", id: "U20", name: "clerk" };

  /** An office in which something waits, and then 王朝霞 is erased. */
  const erasedWith = async (wait: (records: Records) => Promise<unknown>) => {
    const store = await database.open();
    await store.transaction(async (records) => {
      await keepPerson(records, wang);
      await keepPerson(records, li);
      await seeAccount(records, account, "zh-Hans", now);
      await linkAccount(records, account, wang.id, now);
      await seeAccount(records, clerk, "zh-Hant", now);
      await wait(records);
    });
    return { store, erased: await erase(store), left: await store.look(waiting) };
  };
  const ask = async (records: Records, key: string, line: string, from = clerk) => {
    const delivery = { key, platform: "slack", from, asked: { line }, returnTo: { channel: "C1" } };
    await acceptDeliveries(records, [{ key, platform: "slack", delivery: JSON.stringify(delivery), now }]);
  };
  const told = (language: "en" | "zh-Hans" | "zh-Hant") => JSON.parse(JSON.stringify(erasedNotice.told(language)));

  test.each(["王朝霞", "wang.zhaoxia@example.gov", "zhaoxia.w", "person:17", "account:slack:T1:U17"])(
    "are not sent when they say %s: a notice in the same language goes instead",
    async (word) => {
      const { erased, left } = await erasedWith(async (records) => {
        const blocks = [{ kind: "list", items: ["6", word] }];
        for (const recipient of ["person:18", "channel:slack:T1:C1"])
          await postMessage(records, { recipient, reply: JSON.stringify({ language: "zh-Hant", blocks }), now });
        await postMessage(records, { recipient: "person:18", reply: '{"language":"en","blocks":[]}', now });
      });
      expect(erased?.withheld).toBe(2);
      expect(left.messages).toEqual([told("zh-Hant"), told("zh-Hant"), { language: "en", blocks: [] }]);
    },
  );

  test("are not answered: what was done is told as done, and where the answer goes is still known", async () => {
    const { erased, left } = await erasedWith(async (records) => {
      await ask(records, "1", "/roster show 王朝霞");
      await keepReply(records, "1", '{"language":"en","blocks":[]}');
      await ask(records, "2", "/whoami");
      await keepReply(records, "2", '{"language":"zh-Hans","blocks":["王朝霞"]}');
    });
    expect(erased?.withheld).toBe(2);
    expect(left.replies).toEqual([told("en"), told("zh-Hans")]);
    expect(left.deliveries).toMatchObject([
      { asked: { line: "" }, returnTo: { channel: "C1" } },
      { from: { id: "U20" } },
    ]);
  });

  test("are not done any more when somebody asked for it, who is told so in their language", async () => {
    const { left } = await erasedWith((records) => ask(records, "1", "/roster link person:王朝霞"));
    expect(left.replies).toEqual([JSON.parse(JSON.stringify(erasedNotice.notDone("zh-Hant")))]);
    expect(JSON.stringify(left)).not.toContain("王朝霞");
  });

  test("leave everything else as it was, also what a namesake asks", async () => {
    const namesake = { ...clerk, id: "U21", name: "王朝霞" };
    const { erased, left } = await erasedWith(async (records) => {
      await ask(records, "1", "/rule 17", namesake);
      await ask(records, "2", "/rule 48");
      await keepReply(records, "2", '{"language":"en"}');
    });
    expect(erased?.withheld).toBe(0);
    expect(left.deliveries).toMatchObject([
      { from: namesake, asked: { line: "/rule 17" } },
      { asked: { line: "/rule 48" } },
    ]);
    expect(left.replies).toEqual([null, { language: "en" }]);
  });

  describe("and accounts that were theirs", () => {
    const former = { platform: "discord", workspace: "G1", id: "D17", name: "霞姐" };
    const event = { at: now, platform: "discord", subject: "person:17", about: "17" };
    const nameOf = (store: Store) =>
      store.look(({ db }) => db.selectFrom("account").select("name").where("id", "=", "D17").executeTakeFirst());
    const untied = async (records: Records) => {
      await seeAccount(records, former, "zh-Hans", now);
      await linkAccount(records, former, null, now);
    };

    test("lose its name when nobody's they are now, whoever linked and unlinked them", async () => {
      const byMail = await erasedWith(async (records) => {
        await untied(records);
        const actor = "account:discord:G1:D17";
        addToAudit(records, { ...event, actor, action: "account.link", details: { by: "mail" } });
        await ask(records, "1", "/whoami", former);
      });
      expect(await nameOf(byMail.store)).toEqual({ name: "D17" });
      expect(JSON.stringify(byMail.left)).not.toContain("霞姐");
      const unlinked = await erasedWith(async (records) => {
        await untied(records);
        const details = { account: "account:discord:G1:D17" };
        addToAudit(records, { ...event, actor: "account:slack:T1:U20", action: "account.unlink", details });
      });
      expect(await nameOf(unlinked.store)).toEqual({ name: "D17" });
      const known = await unlinked.store.look(({ db }) => db.selectFrom("account").select(["id", "name"]).execute());
      expect(known).toContainEqual({ id: "U20", name: "clerk" });
    });

    test("keep the name of the other whose they are now", async () => {
      const { store } = await erasedWith(async (records) => {
        await seeAccount(records, former, "zh-Hans", now);
        await linkAccount(records, former, li.id, now);
        const actor = "account:discord:G1:D17";
        addToAudit(records, { ...event, actor, action: "account.link", details: { by: "code", account: actor } });
      });
      expect(await nameOf(store)).toEqual({ name: "霞姐" });
    });
  });
});

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
    expect(await erase(store)).toEqual({ events: [1], withheld: 0, cards: 0 });
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
    expect(await store.transaction((records) => erasePerson(records, "99", now, erasedNotice))).toBeUndefined();
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
