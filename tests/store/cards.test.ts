import { describe, expect, test } from "vitest";
import { erasedNotice } from "../../src/erased-notice.ts";
import { paragraph, type Reply, reply } from "../../src/reply.ts";
import { linkAccount, seeAccount } from "../../src/store/accounts.ts";
import { erasePerson } from "../../src/store/erasure.ts";
import { lease } from "../../src/store/inbox.ts";
import {
  type Outgoing,
  placeReplaced,
  postMessage,
  postpone,
  settleMessage,
  settleReplacement,
  takeDue,
  updateCard,
} from "../../src/store/outbox.ts";
import { keepPerson } from "../../src/store/people.ts";
import { exportPerson } from "../../src/store/personal-data.ts";
import type { Store } from "../../src/store/store.ts";
import { databases } from "../support/databases.ts";

const all = databases();

const now = new Date("2026-11-23T09:00:00+08:00");
const plus = (milliseconds: number) => new Date(now.getTime() + milliseconds);
const minute = 60_000;

const saying = (words: string): Reply => reply({ tone: "needs", language: "en", blocks: [paragraph(words)] });
const json = (words: string) => JSON.stringify(saying(words));
const wordsOf = (kept: string | null): string =>
  (JSON.parse(kept ?? '{"blocks":[]}') as Reply).blocks.map((each) => ("text" in each ? each.text : "")).join();

/** An office with cards in its outbox. */
function officeIn(store: Store) {
  const rows = () => store.look(({ db }) => db.selectFrom("outbox").selectAll().orderBy("id").execute());
  return {
    post: (words: string, recipient = "person:1", of: { readonly card?: string } = { card: "leave:12" }) =>
      store.transaction((records) => postMessage(records, { recipient, reply: json(words), now, ...of })),
    due: (at = now) => store.transaction((records) => takeDue(records, at)),
    arrived: (message: Outgoing, place = '{"platform":"slack"}') =>
      store.transaction((records) => settleMessage(records, message, "slack: D1/7", now, place)),
    replaced: (message: Outgoing, at = now) =>
      store.transaction((records) => settleReplacement(records, message, "slack: brought up to date", at)),
    update: (words: string, at = now) =>
      store.transaction((records) => updateCard(records, "leave:12", async () => saying(words), at)),
    rows,
    words: async () => (await rows()).map(({ reply: kept }) => wordsOf(kept)),
  };
}

const one = (messages: readonly Outgoing[]): Outgoing => {
  const [message, ...more] = messages;
  if (!message || more.length > 0) throw new Error(`one message is due, not ${messages.length}`);
  return message;
};

describe.each(all)("a card, on $name", (database) => {
  const office = async () => officeIn(await database.open());

  test("is known by where it stands when it was delivered; of other messages that is not kept, nor any words", async () => {
    const { post, due, arrived, rows } = await office();
    await post("approve?");
    await post("a notice", "person:2", {});
    for (const message of await due()) await arrived(message);
    expect(await rows()).toMatchObject([
      { card: "leave:12", place: '{"platform":"slack"}', reply: null },
      { card: null, place: null, reply: null },
    ]);
  });

  test("that nobody has tried to deliver gets its new words at once: it is one message", async () => {
    const { post, due, update, words } = await office();
    await post("approve?");
    await post("of another request", "person:1", { card: "leave:120" });
    await update("approved");
    await update("withdrawn");
    expect(await words()).toEqual(["withdrawn", "of another request"]);
    expect((await due()).map((each) => wordsOf(each.reply))).toEqual(["withdrawn", "of another request"]);
  });

  test("that was delivered gets a replacement, which is due at once; the last words hold", async () => {
    const { post, due, arrived, update, replaced, rows } = await office();
    const original = await post("approve?");
    await arrived(one(await due()));
    await update("approved", plus(minute));
    await update("withdrawn", plus(2 * minute));
    const replacement = one(await due(plus(2 * minute)));
    expect(replacement).toMatchObject({ replaces: original, recipient: "person:1", card: "leave:12", attempts: 1 });
    expect(wordsOf(replacement.reply)).toBe("withdrawn");
    await replaced(replacement);
    expect(await due(plus(9 * minute))).toEqual([]);
    await update("recorded", plus(10 * minute));
    expect(wordsOf(one(await due(plus(10 * minute))).reply)).toBe("recorded");
    expect((await rows()).map(({ reply: kept }) => wordsOf(kept))).toEqual(["", "", "recorded"]);
  });

  test("is not replaced before it is known where it stands, and at once when it is", async () => {
    const { post, due, arrived, update, words } = await office();
    await post("approve?");
    const original = one(await due());
    await update("approved");
    // should it have to be sent again, it is sent as it is now
    expect(await words()).toEqual(["approved", "approved"]);
    expect(await due()).toEqual([]);
    await arrived(original);
    expect(wordsOf(one(await due()).reply)).toBe("approved");
  });

  test("is not replaced while it is put off, and not for what was put off: it comes with the new words", async () => {
    const store = await database.open();
    const { post, due, update } = officeIn(store);
    await post("approve?");
    const original = one(await due());
    await store.transaction((records) => postpone(records, original, plus(5 * minute).getTime(), "no network"));
    await update("approved", plus(minute));
    expect(await due(plus(4 * minute))).toEqual([]);
    const again = one(await due(plus(5 * minute)));
    expect([again.id, wordsOf(again.reply)]).toEqual([original.id, "approved"]);
  });

  test("that never arrived is not replaced", async () => {
    const store = await database.open();
    const { post, due, update, rows } = officeIn(store);
    await post("approve?");
    const message = one(await due());
    await store.transaction((records) => settleMessage(records, message, "unreachable: nobody there", now));
    await update("approved");
    expect(await rows()).toHaveLength(1);
    expect(await store.look((records) => placeReplaced(records, { id: "", replaces: message.id }))).toBeUndefined();
  });

  test("whose words change while they are on their way gets the new ones afterwards", async () => {
    const { post, due, arrived, update, replaced, rows } = await office();
    await post("approve?");
    await arrived(one(await due()));
    await update("approved");
    const first = one(await due());
    await update("withdrawn");
    expect(await due()).toEqual([]);
    await replaced(first);
    const second = one(await due());
    expect([second.id, wordsOf(second.reply), second.attempts]).toEqual([first.id, "withdrawn", 2]);
    await replaced(second);
    expect(await rows()).toMatchObject([{}, { reply: null, outcome: "slack: brought up to date" }]);
    expect(await due(plus(9 * lease))).toEqual([]);
  });

  test("is not settled by whoever was overtaken with its replacement", async () => {
    const { post, due, arrived, update, replaced, rows } = await office();
    await post("approve?");
    await arrived(one(await due()));
    await update("approved");
    const slow = one(await due());
    const quick = one(await due(plus(lease)));
    await replaced(slow);
    expect(await rows()).toMatchObject([{}, { delivered_at: null, claimed_until: now.getTime() + 2 * lease }]);
    await replaced(quick, plus(lease));
    expect(await rows()).toMatchObject([{}, { delivered_at: now.getTime() + lease }]);
  });

  test("is told to each in their own words, which are made once; who has none to be told keeps theirs", async () => {
    const store = await database.open();
    const { post, words } = officeIn(store);
    for (const [recipient, each] of [
      ["person:1", "a"],
      ["person:2", "b"],
      ["person:1", "c"],
      ["channel:slack:T1:C1", "d"],
    ] as const)
      await post(each, recipient);
    const asked: string[] = [];
    const make = async (recipient: string) => {
      asked.push(recipient);
      return recipient === "person:2" ? undefined : saying(`for ${recipient}`);
    };
    await store.transaction((records) => updateCard(records, "leave:12", make, now));
    expect(asked).toEqual(["person:1", "person:2", "channel:slack:T1:C1"]);
    expect(await words()).toEqual(["for person:1", "b", "for person:1", "for channel:slack:T1:C1"]);
  });

  test("that is brought up to date by several at the same time has one replacement, with one of their words", async () => {
    const place = await database.place();
    const stores = [await database.open(place), ...(database.kind === "postgres" ? [await database.open(place)] : [])];
    const offices = [...stores, ...stores, ...stores].map(officeIn);
    const [first] = offices;
    if (!first) throw new Error("an office is open");
    await first.post("approve?");
    await first.arrived(one(await first.due()));
    await Promise.all(offices.map((each, n) => each.update(`by ${n}`)));
    const rows = await first.rows();
    expect(rows).toHaveLength(2);
    expect(offices.map((_, n) => `by ${n}`)).toContain(wordsOf(rows[1]?.reply ?? null));
  });

  test("belongs to its organisation alone", async () => {
    const place = await database.place();
    const [here, there] = [officeIn(await database.open(place, "a")), officeIn(await database.open(place, "b"))];
    await here.post("approve?");
    await there.update("approved");
    expect((await here.due()).map((each) => wordsOf(each.reply))).toEqual(["approve?"]);
  });

  describe("and somebody whose data are erased", () => {
    const account = { platform: "slack", workspace: "T1", id: "U17", name: "zhaoxia.w" };
    const place = JSON.stringify({
      platform: "slack",
      address: { kind: "account", workspace: "T1", id: "U17" },
      receipt: "D17/7.1",
    });
    const withWang = async () => {
      const store = await database.open();
      await store.transaction(async (records) => {
        for (const [id, name] of [
          ["17", "王朝霞"],
          ["18", "李明"],
        ] as const)
          await keepPerson(records, { id, name, email: null, tenures: [], portfolio: [] });
        await seeAccount(records, account, "zh-Hans", now);
        await linkAccount(records, account, "17", now);
      });
      return store;
    };
    const erase = (store: Store) => store.transaction((records) => erasePerson(records, "17", now, erasedNotice));

    test("is told of everything that is kept: also what their cards show, and where they stand", async () => {
      const store = await withWang();
      const { post, due, arrived, update } = officeIn(store);
      await post("approve?", "person:17");
      await arrived(one(await due()), place);
      await update("approved");
      const exported = await store.look((records) => exportPerson(records, "17"));
      expect(exported?.messages).toMatchObject([
        { card: "leave:12", place: JSON.parse(place), meant_for: null },
        { card: "leave:12", place: null, reply: saying("approved") },
      ]);
    });

    test("leaves no card behind that was theirs: a notice takes its place, and then nobody knows where it stands", async () => {
      const store = await withWang();
      const { post, due, arrived, update, replaced, rows } = officeIn(store);
      await post("approve?", "person:17");
      await post("approve?", "person:18");
      for (const message of await due()) await arrived(message, message.recipient === "person:17" ? place : "{}");
      await update("approved");
      expect(await erase(store)).toMatchObject({ cards: 1 });
      const [notice] = (await due()).filter(({ recipient }) => recipient === "person:17");
      if (notice?.replaces === undefined) throw new Error("a notice is due");
      const { id, replaces } = notice;
      expect(JSON.parse(notice.reply)).toEqual(JSON.parse(JSON.stringify(erasedNotice.told("zh-Hans"))));
      expect(await store.look((records) => placeReplaced(records, { id, replaces }))).toBe(place);
      await replaced(notice);
      const left = await rows();
      expect(left.map(({ recipient }) => recipient)).toEqual(["person:18", "person:18", "person:17"]);
      expect(JSON.stringify(left)).not.toContain("U17");
    });

    test("is not named by what is to replace a card of others: a notice takes its place, also if it was on its way", async () => {
      const store = await withWang();
      const { post, due, arrived, update, replaced } = officeIn(store);
      await post("approve?", "person:18");
      await post("approve?", "channel:slack:T1:C1");
      for (const message of await due()) await arrived(message);
      await update("王朝霞 approved it");
      const [onItsWay] = await due();
      expect(await erase(store)).toMatchObject({ withheld: 2 });
      if (!onItsWay) throw new Error("two replacements are due");
      await replaced(onItsWay);
      const again = [...(await due(plus(lease))), ...(await due(plus(lease)))];
      expect(again.map((each) => JSON.parse(each.reply))).toEqual(
        Array.from({ length: 2 }, () => JSON.parse(JSON.stringify(erasedNotice.told("en")))),
      );
    });
  });
});
