import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { erasedNotice } from "../../src/erased-notice.ts";
import { Unreachable } from "../../src/platforms/platform.ts";
import { paragraph, reply } from "../../src/reply.ts";
import type { Delivery } from "../../src/request.ts";
import { seeAccount } from "../../src/store/accounts.ts";
import { addAdministrator, administrators } from "../../src/store/administrators.ts";
import { addToAudit, verifyAudit } from "../../src/store/audit.ts";
import { erasePerson } from "../../src/store/erasure.ts";
import { acceptDeliveries, keepReply } from "../../src/store/inbox.ts";
import { postMessage } from "../../src/store/outbox.ts";
import { keepPerson } from "../../src/store/people.ts";
import { readSettings } from "../../src/store/settings.ts";
import { openStore, type Records } from "../../src/store/store.ts";
import { readOut } from "../support/app.ts";
import { openScene, openWindow, type Scene } from "./office-with-a-window.ts";

const minute = 60_000;

const letter = (words: string) => JSON.stringify(reply({ tone: "answer", language: "en", blocks: [paragraph(words)] }));

const waiting = ({ store }: Scene): Promise<number> =>
  store.transaction(
    async ({ db }) => (await db.selectFrom("outbox").select("id").where("delivered_at", "is", null).execute()).length,
  );

describe("a message that nobody takes", () => {
  it("does not multiply when the administrators cannot be reached either", async () => {
    const scene = await openScene();
    await scene.store.transaction(async (records) => {
      for (const id of ["a", "b", "c"]) await addAdministrator(records, `account:post:W:${id}`, scene.now);
      await postMessage(records, { recipient: "account:post:W:clerk", reply: letter("for you"), now: scene.now });
    });
    scene.window.onDeliver = () => {
      throw new Unreachable("takes no messages");
    };
    // once twenty wait, one look at the outbox would never come to an end
    for (let round = 0; round < 4; round++) {
      scene.now = new Date(scene.now.getTime() + minute);
      await scene.office.tick();
    }
    expect(await waiting(scene)).toBeLessThanOrEqual(3);
  });

  it("does not go to and fro between two administrators for ever", async () => {
    const scene = await openScene();
    await scene.store.transaction(async (records) => {
      for (const id of ["a", "b"]) await addAdministrator(records, `account:post:W:${id}`, scene.now);
      await postMessage(records, { recipient: "account:post:W:a", reply: letter("for you"), now: scene.now });
    });
    let tries = 0;
    scene.window.onDeliver = () => {
      tries++;
      throw new Unreachable("takes no messages");
    };
    for (let round = 0; round < 60; round++) {
      scene.now = new Date(scene.now.getTime() + minute);
      await scene.office.tick();
    }
    expect(tries).toBeLessThan(10);
  });
});

describe("a delivery with which the office breaks each time", () => {
  it("is tried ever less often, and after a day whoever asked is told", async () => {
    const scene = await openScene();
    let tries = 0;
    scene.window.visitor = async () => {
      tries++;
      throw new Error("broken each time");
    };
    await scene.ask("poison", "/stamp seen", { locale: "en" });
    for (let round = 0; round < 30 * 60; round++) {
      scene.now = new Date(scene.now.getTime() + minute);
      await scene.office.tick();
    }
    expect(tries).toBe(33);
    const [told] = scene.window.delivered;
    expect(told?.to).toEqual({ kind: "account", workspace: "W", id: "u1" });
    expect(told && readOut(told.reply)).toContain("could not do what you asked: “/stamp seen”");
  });
});

describe("a delivery that somebody brings again", () => {
  it("under another's name does nothing for them", async () => {
    const scene = await openScene([openWindow("post", ["owner"])]);
    await scene.ask("key", "/settings time-zone:Asia/Tokyo", { by: "owner" });
    await scene.ask("key", "/settings time-zone:Asia/Seoul", { by: "thief" });
    await scene.ask("key", "/settings time-zone:Asia/Seoul", { by: "owner" });
    expect(scene.window.answers).toHaveLength(1);
    expect(await scene.store.transaction(administrators)).toEqual(["account:post:W:owner"]);
  });
});

describe("the first administrator", () => {
  it("is nobody who only says so, and no owner who comes later", async () => {
    const scene = await openScene([openWindow("post", ["owner", "later"])]);
    for (const [key, line] of Object.entries({ a: "/whoami", b: "/roster admin", c: "/roster admin person:me" }))
      await scene.ask(key, line, { by: "member" });
    await scene.ask("d", "/settings language:en", { by: "owner" });
    await scene.ask("e", "/settings language:en", { by: "later" });
    expect(await scene.store.transaction(administrators)).toEqual(["account:post:W:owner"]);
  });
});

describe("what is kept of somebody who was erased", () => {
  const everything = async ({ db }: Records): Promise<string> => {
    const tables = ["person", "tenure", "account", "inbox", "outbox", "parked", "audit_detail"] as const;
    return JSON.stringify(await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute())));
  };

  async function erasedScene(live: (records: Records) => Promise<void>): Promise<string> {
    const store = await openStore({ file: ":memory:" });
    onTestFinished(() => store.close());
    return store.transaction(async (records) => {
      const li = { id: "7", name: "李明", email: "li@office.example", tenures: [], portfolio: [] };
      await keepPerson(records, li);
      await live(records);
      await erasePerson(records, "7", new Date(1), erasedNotice);
      return everything(records);
    });
  }

  it("is not in messages about them that wait for others", async () => {
    const kept = await erasedScene(async (records) => {
      const recipient = "person:8";
      await postMessage(records, {
        recipient,
        reply: letter("李明 entrusts you: li@office.example"),
        now: new Date(0),
      });
    });
    expect(kept).not.toMatch(/李明|li@office/);
  });

  it("is not in replies to others that are not answered yet", async () => {
    const kept = await erasedScene(async (records) => {
      const delivery: Delivery = {
        key: "1",
        platform: "post",
        from: { platform: "post", workspace: "W", id: "clerk", name: "clerk" },
        asked: { line: "/roster show 李明" },
        returnTo: null,
      };
      const given = { key: "1", platform: "post", delivery: JSON.stringify(delivery), now: new Date(0) };
      await acceptDeliveries(records, [given]);
      await keepReply(records, "1", letter("李明, li@office.example"));
    });
    expect(kept).not.toMatch(/李明|li@office/);
  });

  it("is not in an account that was theirs before it was unlinked", async () => {
    const scene = await openScene([openWindow("post", ["owner"])]);
    await scene.store.transaction((records) =>
      keepPerson(records, { id: "7", name: "李明", email: "li@office.example", tenures: [], portfolio: [] }),
    );
    scene.window.visitor = async ({ from }) => ({ ...from, name: "李明", owner: false, mail: "li@office.example" });
    await scene.ask("1", "/whoami");
    await scene.ask("2", "/roster unlink platform:post");
    const kept = await scene.store.transaction(async (records) => {
      await erasePerson(records, "7", scene.now, erasedNotice);
      return everything(records);
    });
    expect(kept).not.toContain("李明");
  });

  it("leaves nobody who waits without a word", async () => {
    const scene = await openScene();
    const { window, store, office } = scene;
    const delivery = (key: string, line: string): Delivery => ({
      key,
      platform: "post",
      from: { platform: "post", workspace: "W", id: "clerk", name: "clerk" },
      asked: { line },
      returnTo: null,
    });
    await store.transaction(async (records) => {
      await keepPerson(records, { id: "7", name: "李明", email: null, tenures: [], portfolio: [] });
      const asked = [delivery("done", "/roster show 李明"), delivery("open", "/stamp 李明")];
      await acceptDeliveries(
        records,
        asked.map((each) => ({ key: each.key, platform: "post", delivery: JSON.stringify(each), now: scene.now })),
      );
      await keepReply(records, "done", letter("李明"));
      await postMessage(records, { recipient: "channel:post:W:hall", reply: letter("李明"), now: scene.now });
      await erasePerson(records, "7", scene.now, erasedNotice);
    });
    scene.now = new Date(scene.now.getTime() + 2 * minute);
    await office.tick();
    await office.idle();
    expect(window.delivered).toMatchObject([{ to: { id: "hall" }, reply: erasedNotice.told("en") }]);
    expect(window.answers).toHaveLength(2);
    expect(window.answers).toContainEqual({ key: "done", reply: erasedNotice.told("en") });
    // nothing tells the clerk's language: the office's
    expect(window.answers).toContainEqual({ key: "open", reply: erasedNotice.notDone("zh-Hans") });
    expect(await store.transaction(readSettings)).toEqual(new Map());
  });
});

describe("whoever writes to the database behind Mishu's back", () => {
  async function tampered(change: (records: Records) => Promise<unknown>) {
    const store = await openStore({ file: ":memory:" });
    onTestFinished(() => store.close());
    await store.transaction(async (records) => {
      for (const id of ["1", "2", "3"]) {
        const event = { platform: "post", actor: "person:1", action: "stamp", subject: `person:${id}` };
        addToAudit(records, { at: new Date(0), ...event, details: { reason: id }, about: id });
      }
    });
    return store.transaction(async (records) => {
      const triggers = await sql<{ name: string }>`select name from sqlite_master where type = 'trigger'`.execute(
        records.db,
      );
      for (const { name } of triggers.rows) await sql`drop trigger ${sql.id(name)}`.execute(records.db);
      await change(records);
      return (await verifyAudit(records)).faults.map(({ kind }) => kind);
    });
  }

  it("is found out when an event's details become those of somebody else, whose erasure would take them away", async () => {
    const faults = await tampered(({ db }) =>
      db.updateTable("audit_detail").set({ person: "99" }).where("sequence", "=", 2).execute(),
    );
    expect(faults).not.toEqual([]);
  });

  it("cannot let such an erasure take them away, nor pass for one", async () => {
    const faults = await tampered(async (records) => {
      const { db } = records;
      await keepPerson(records, { id: "99", name: "李明", email: null, tenures: [], portfolio: [] });
      await db.updateTable("audit_detail").set({ person: "99" }).where("sequence", "=", 2).execute();
      await erasePerson(records, "99", new Date(1), erasedNotice);
      const kept = await db.selectFrom("audit_detail").select("details").where("sequence", "=", 2).executeTakeFirst();
      expect(kept?.details).toContain("reason");
      await db.deleteFrom("audit_detail").where("sequence", "=", 2).execute();
      const event = { platform: "terminal", actor: "account:terminal::root", action: "person.erase" };
      addToAudit(records, { at: new Date(1), ...event, subject: "person:99", details: { events: [2] } });
    });
    expect(faults).toEqual(["details-missing"]);
  });

  it.each([
    ["changes an event", ({ db }: Records) => db.updateTable("audit").set({ actor: "person:2" }).execute()],
    ["takes one out", ({ db }: Records) => db.deleteFrom("audit").where("sequence", "=", 2).execute()],
    ["cuts off the end", ({ db }: Records) => db.deleteFrom("audit").where("sequence", "=", 3).execute()],
    ["changes details", ({ db }: Records) => db.updateTable("audit_detail").set({ details: "{}" }).execute()],
    ["takes details away", ({ db }: Records) => db.deleteFrom("audit_detail").where("sequence", "=", 1).execute()],
  ])("is found out when he %s", async (_, change) => {
    expect(await tampered(change)).not.toEqual([]);
  });
});

describe("other people of the same machine", () => {
  it("cannot read what the office keeps, nor what is written beside it", async () => {
    const usual = process.umask(0o022);
    onTestFinished(() => void process.umask(usual));
    const folder = mkdtempSync(join(tmpdir(), "mishu-attack-"));
    const store = await openStore({ file: join(folder, "data", "mishu.sqlite") });
    onTestFinished(async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    });
    await store.transaction((records) =>
      seeAccount(records, { platform: "post", workspace: "W", id: "1", name: "李明" }, "en", new Date(0)),
    );
    const files = readdirSync(join(folder, "data"));
    expect(files).toContain("mishu.sqlite-wal");
    const open = files.filter((each) => statSync(join(folder, "data", each)).mode & 0o077);
    expect(open).toEqual([]);
    expect(statSync(join(folder, "data")).mode & 0o777).toBe(0o700);
  });
});
