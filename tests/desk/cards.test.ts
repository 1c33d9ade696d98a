import { describe, expect, it } from "vitest";
import { withLateMark } from "../../src/late-mark.ts";
import { type Standing, Unreachable } from "../../src/platforms/platform.ts";
import { paragraph, type Reply, reply } from "../../src/reply.ts";
import { linkAccount, seeAccount } from "../../src/store/accounts.ts";
import { addAdministrator } from "../../src/store/administrators.ts";
import { lease } from "../../src/store/inbox.ts";
import { postMessage, updateCard } from "../../src/store/outbox.ts";
import { keepPerson } from "../../src/store/people.ts";
import { writeSetting } from "../../src/store/settings.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { type Language, languages } from "../../src/text.ts";
import { openScene, openWindow, type Scene, type Window } from "./office-with-a-window.ts";

const words = ({ blocks }: Reply): string => blocks.map((each) => ("text" in each ? each.text : "")).join("\n");
const asks = (language: Language = "en"): Reply =>
  reply({
    tone: "needs",
    language,
    blocks: [paragraph(`leave 12? (${language})`)],
    buttons: [{ label: "Approve", command: "stamp", options: { words: "leave-12" } }],
  });
const tells = (what: string): Reply => reply({ tone: "done", language: "en", blocks: [paragraph(what)] });

const send = ({ store, now }: Scene, recipient = "account:post:W:u1", meantFor?: Date) =>
  store.transaction((records) =>
    postMessage(records, {
      recipient,
      reply: JSON.stringify(asks()),
      now,
      card: "leave:12",
      ...(meantFor ? { meantFor } : {}),
    }),
  );
const update = ({ store, now }: Scene, what: string) =>
  store.transaction((records) => updateCard(records, "leave:12", async () => tells(what), now));
const outcomes = ({ store }: Scene) =>
  store.look(async ({ db }) => {
    const rows = await db.selectFrom("outbox").select(["outcome", "delivered_at"]).orderBy("id").execute();
    return rows.map(({ outcome, delivered_at }) => (delivered_at === null ? "waits" : (outcome ?? "")));
  });

const cameTo = ({ delivered }: Window) => delivered.map((each) => words(each.reply));
const changedIn = ({ updated }: Window) => updated.map((each) => words(each.reply));

/** What stands at a window that knows a message by its mark, as Discord does: what comes again stays as it first came. */
function wall(window: Window): ReadonlyMap<string, Reply> {
  const standing = new Map<string, Reply>();
  window.deliver = async (to, given, id) => {
    window.onDeliver(to);
    if (!standing.has(id)) standing.set(id, given);
    return id;
  };
  window.update = async (where: Standing, given) => {
    window.onUpdate(where);
    standing.set(where.receipt, given);
  };
  return standing;
}

const later = (scene: Scene, milliseconds: number) => {
  scene.now = new Date(scene.now.getTime() + milliseconds);
};
const minute = 60_000;

/** The records as an office has them that can be killed: from then on nothing that it does is written down. */
function mortal(store: Store): Store & { killed: boolean } {
  const seen = {
    ...store,
    killed: false,
    transaction: <T>(work: Parameters<typeof store.transaction<T>>[0]) =>
      seen.killed ? new Promise<T>(() => {}) : store.transaction(work),
  };
  return seen;
}

describe("a card", () => {
  it("shows on every platform what happened, to each in their language and without buttons; nobody is written to again", async () => {
    const windows = [openWindow("slack"), openWindow("discord"), openWindow("terminal")];
    const scene = await openScene(windows);
    const readers = windows.map(({ name }, n) => ({ platform: name, workspace: "W", id: `u${n}`, name: `u${n}` }));
    const says = { en: "approved", "zh-Hans": "已批准", "zh-Hant": "已核准" };
    await scene.store.transaction(async (records) => {
      for (const [n, account] of readers.entries()) {
        await keepPerson(records, { id: String(n), name: `person ${n}`, email: null, tenures: [], portfolio: [] });
        await seeAccount(records, account, languages[n] ?? "en", scene.now);
        await linkAccount(records, account, String(n), scene.now);
        const card = { recipient: `person:${n}`, now: scene.now, card: "leave:12" };
        await postMessage(records, { ...card, reply: JSON.stringify(asks(languages[n])) });
      }
    });
    await scene.office.tick();
    expect(windows.map(({ delivered }) => delivered.map((each) => each.reply.buttons.length))).toEqual([[1], [1], [1]]);
    await scene.store.transaction((records) =>
      updateCard(
        records,
        "leave:12",
        async (recipient) => {
          const language = languages[Number(recipient.replace("person:", ""))] ?? "en";
          return reply({ tone: "done", language, blocks: [paragraph(says[language])] });
        },
        scene.now,
      ),
    );
    await scene.office.tick();
    expect(windows.map(changedIn)).toEqual([["approved"], ["已批准"], ["已核准"]]);
    expect(windows.flatMap(({ updated }) => updated.flatMap((each) => each.reply.buttons))).toEqual([]);
    expect(windows.map(({ delivered }) => delivered.length)).toEqual([1, 1, 1]);
    expect(windows[1]?.updated[0]?.standing).toEqual({
      address: { kind: "account", workspace: "W", id: "u1" },
      receipt: "there",
    });
    expect(scene.trouble).toEqual([]);
  });

  it("that is decided before it could be delivered comes as it stands, once", async () => {
    const scene = await openScene();
    await send(scene);
    await update(scene, "withdrawn");
    await scene.office.tick();
    expect([cameTo(scene.window), changedIn(scene.window)]).toEqual([["withdrawn"], []]);
  });

  it("that is decided while it is on its way shows it as soon as it is there", async () => {
    const scene = await openScene();
    await send(scene);
    const { deliver } = scene.window;
    scene.window.deliver = async (...given) => {
      const receipt = await deliver(...given);
      await update(scene, "withdrawn");
      return receipt;
    };
    await scene.office.tick();
    expect([cameTo(scene.window), changedIn(scene.window)]).toEqual([["leave 12? (en)"], ["withdrawn"]]);
    expect(await outcomes(scene)).toEqual(["post: there", "post: brought up to date"]);
  });

  it("shows the last of two changes, whether the first was made already or was on its way", async () => {
    const scene = await openScene();
    await send(scene);
    await scene.office.tick();
    await update(scene, "approved");
    await update(scene, "withdrawn");
    await scene.office.tick();
    expect(changedIn(scene.window)).toEqual(["withdrawn"]);
    const { update: change } = scene.window;
    scene.window.update = async (where, given) => {
      if (words(given) === "refused") await update(scene, "changed");
      return change(where, given);
    };
    await update(scene, "refused");
    await scene.office.tick();
    expect(changedIn(scene.window)).toEqual(["withdrawn", "refused", "changed"]);
    expect(await outcomes(scene)).not.toContain("waits");
  });

  it("that cannot be delivered is not brought up to date: the administrators hear of it once, as of any message", async () => {
    const scene = await openScene();
    await scene.store.transaction((records) => addAdministrator(records, "account:post:W:boss", scene.now));
    await send(scene);
    const { deliver } = scene.window;
    scene.window.deliver = async (to, given, id) => {
      if (to.id !== "u1") return deliver(to, given, id);
      await update(scene, "withdrawn");
      throw new Unreachable("no such person", "nobody-there");
    };
    await scene.office.tick();
    await update(scene, "approved");
    await scene.office.tick();
    expect(scene.window.delivered.map(({ to }) => to.id)).toEqual(["boss"]);
    expect(changedIn(scene.window)).toEqual([]);
    expect((await outcomes(scene)).sort()).toEqual([
      "moot: what it replaces never arrived",
      "post: there",
      "unreachable: post: no such person",
    ]);
  });

  it("that somebody has deleted is left alone, quietly", async () => {
    const scene = await openScene();
    await scene.store.transaction((records) => addAdministrator(records, "account:post:W:boss", scene.now));
    await send(scene);
    await scene.office.tick();
    scene.window.onUpdate = () => {
      throw new Unreachable("the message is gone (10008)");
    };
    await update(scene, "approved");
    await scene.office.tick();
    expect(await outcomes(scene)).toEqual(["post: there", "gone: post: the message is gone (10008)"]);
    expect(scene.window.delivered).toHaveLength(1);
    expect(scene.trouble).toEqual([]);
  });

  it("is brought up to date when its platform is back, however long that takes", async () => {
    const scene = await openScene();
    await send(scene);
    await scene.office.tick();
    let broken = true;
    scene.window.onUpdate = () => {
      if (broken) throw new Error("503");
    };
    await update(scene, "approved");
    await scene.office.tick();
    expect(await outcomes(scene)).toEqual(["post: there", "waits"]);
    broken = false;
    later(scene, minute - 1);
    await scene.office.tick();
    expect(changedIn(scene.window)).toEqual([]);
    later(scene, 1);
    await scene.office.tick();
    expect(changedIn(scene.window)).toEqual(["approved"]);
  });

  it("waits for a platform that is not there, and holds up nobody", async () => {
    const scene = await openScene();
    await send(scene);
    await scene.office.tick();
    const another = await openScene([openWindow("other")], scene.store);
    await update(scene, "approved");
    await another.office.tick();
    expect(await outcomes(scene)).toEqual(["post: there", "waits"]);
    later(scene, minute);
    await scene.office.tick();
    expect(changedIn(scene.window)).toEqual(["approved"]);
  });
});

describe("an office that is killed", () => {
  /** An office that is killed when it does something with a card, and the one that is started after it. */
  const killed = async (when: "delivering" | "updating") => {
    const store = await openStore({ file: ":memory:" });
    const records = mortal(store);
    const before = await openScene([openWindow("post")], records);
    const { window } = before;
    const seen = wall(window);
    await send(before);
    if (when === "updating") {
      await before.office.tick();
      await update(before, "approved");
    }
    await new Promise<void>((dead) => {
      window.onDeliver = window.onUpdate = () => {
        records.killed = true;
        dead();
      };
      void before.office.tick();
    });
    window.onDeliver = window.onUpdate = () => {};
    return { after: await openScene([window], store), seen };
  };

  it("between delivering and writing it down: the card shows in the end what happened meanwhile", async () => {
    const { after, seen } = await killed("delivering");
    expect([...seen.values()].map(words)).toEqual(["leave 12? (en)"]);
    await update(after, "withdrawn");
    later(after, lease);
    await after.office.tick();
    expect([...seen.values()].map((each) => [words(each), each.buttons.length])).toEqual([["withdrawn", 0]]);
    expect(await outcomes(after)).not.toContain("waits");
  });

  it("between bringing up to date and writing it down: it is done again, and the last words hold", async () => {
    const { after, seen } = await killed("updating");
    await update(after, "withdrawn");
    later(after, lease);
    await after.office.tick();
    expect([...seen.values()].map(words)).toEqual(["withdrawn"]);
    expect(await outcomes(after)).toEqual([expect.stringMatching(/^post: /), "post: brought up to date"]);
  });
});

describe("a message that comes late", () => {
  const hour = 60 * minute;
  const meant = new Date("2026-11-23T09:00:00+08:00");
  const deliveredAfter = async (delay: number, zone?: string) => {
    const scene = await openScene();
    if (zone) await scene.store.transaction((records) => writeSetting(records, "time-zone", zone));
    await send(scene, "account:post:W:u1", meant);
    scene.now = new Date(meant.getTime() + delay);
    await scene.office.tick();
    return scene;
  };

  it("says at its end, in small print, when it should have been there by the office's clock", async () => {
    const { window } = await deliveredAfter(hour + 1, "Europe/Berlin");
    expect(window.delivered[0]?.reply.blocks.at(-1)).toEqual({
      kind: "note",
      text: expect.stringContaining("2026-11-23 02:00"),
    });
    expect(window.delivered[0]?.reply.buttons).toHaveLength(1);
  });

  it("is not called late within an hour, nor when it is meant for no certain time", async () => {
    const onTime = await deliveredAfter(hour);
    expect(cameTo(onTime.window)).toEqual(["leave 12? (en)"]);
    const scene = await openScene();
    await send(scene);
    later(scene, 9 * hour);
    await scene.office.tick();
    expect(cameTo(scene.window)).toEqual(["leave 12? (en)"]);
  });

  it.each([
    ["en", "This comes late: it should have been here on 2026-11-23 09:00"],
    ["zh-Hans", "本消息原应于 2026-11-23 09:00（单位所在时区）送达，现已延迟。"],
    ["zh-Hant", "本訊息原應於 2026-11-23 09:00（單位所在時區）送達，現已延遲。"],
  ] as const)("says so in %s", (language, said) => {
    const marked = withLateMark(asks(language), meant, "Asia/Shanghai");
    expect(words(marked)).toContain(said);
    expect(words(marked).startsWith(words(asks(language)))).toBe(true);
  });

  it("does not say so any more when it is brought up to date", async () => {
    const scene = await deliveredAfter(5 * hour);
    await update(scene, "approved");
    await scene.office.tick();
    expect(changedIn(scene.window)).toEqual(["approved"]);
  });
});
