import { describe, expect, it } from "vitest";
import type { Reply } from "../../src/reply.ts";
import { acceptDeliveries, lease } from "../../src/store/inbox.ts";
import { postMessage } from "../../src/store/outbox.ts";
import { readSettings } from "../../src/store/settings.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { openScene, openWindow, type Scene } from "./office-with-a-window.ts";

const words = ({ blocks }: Reply): string => blocks.map((each) => ("text" in each ? each.text : "")).join("\n");
const answersOf = ({ window }: Scene) => window.answers.map(({ reply }) => words(reply));
const deliveredTo = ({ window }: Scene, id: string) =>
  window.delivered.filter(({ to }) => to.id === id).map(({ reply }) => words(reply));
const stamps = async ({ store }: Scene) =>
  [...(await store.look(readSettings)).keys()].filter((each) => each.startsWith("stamp."));
const later = (scene: Scene) => {
  scene.now = new Date(scene.now.getTime() + lease);
};

/** Something that a test lets go on when it wants to. */
function gate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { passed: promise, open: resolve };
}

const brokenConnection = () => Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });

/** A store whose next transactions break: before their work, or after it was kept, when nobody heard of it. */
async function breaking(): Promise<Store & { breaks: ("before" | "after" | "never")[] }> {
  const store = await openStore({ file: ":memory:" });
  const broken = {
    ...store,
    breaks: [] as ("before" | "after" | "never")[],
    async transaction<T>(work: Parameters<typeof store.transaction<T>>[0]): Promise<T> {
      const way = broken.breaks.shift();
      if (way === "before") throw brokenConnection();
      const value = await store.transaction(work);
      if (way === "after") throw brokenConnection();
      return value;
    },
  };
  return broken;
}

describe("two offices share the records", () => {
  it("one that was slow finds that the other has answered meanwhile, and says nothing more", async () => {
    const store = await openStore({ file: ":memory:" });
    const slow = await openScene([openWindow("post")], store);
    const quick = await openScene([openWindow("post")], store);
    const kept = gate();
    const asleep = gate();
    slow.window.visitor = async ({ from }) => {
      kept.open();
      await asleep.passed;
      return { ...from, owner: false };
    };
    const asked = slow.ask("1", "/stamp seen");
    await kept.passed;
    later(quick);
    await quick.office.tick();
    expect(answersOf(quick)).toEqual(["stamped: seen"]);
    asleep.open();
    await asked;
    expect(answersOf(slow)).toEqual([]);
    expect([...deliveredTo(slow, "registry"), ...deliveredTo(quick, "registry")]).toEqual(["seen"]);
    expect(slow.trouble).toEqual([]);
  });

  it("one that does not answer within the lease is not overtaken by itself", async () => {
    const scene = await openScene();
    const answering = gate();
    const slowNetwork = gate();
    const { answer } = scene.window;
    scene.window.answer = async (delivery, reply) => {
      answering.open();
      await slowNetwork.passed;
      return answer(delivery, reply);
    };
    const asked = scene.ask("1", "/stamp seen");
    await answering.passed;
    later(scene);
    const tick = scene.office.tick();
    slowNetwork.open();
    await Promise.all([asked, tick]);
    expect(answersOf(scene)).toEqual(["stamped: seen"]);
  });
});

describe("the database fails in the middle", () => {
  it("once, before anything was kept: it is done again, and the person hears nothing of it", async () => {
    const store = await breaking();
    const scene = await openScene([openWindow("post")], store);
    store.breaks = ["never", "before"];
    await scene.ask("1", "/stamp seen");
    expect(answersOf(scene)).toEqual(["stamped: seen"]);
    expect(await stamps(scene)).toEqual(["stamp.seen"]);
  });

  it("once, after everything was kept: it is not done again, and not told to have failed", async () => {
    const store = await breaking();
    const scene = await openScene([openWindow("post")], store);
    store.breaks = ["never", "after"];
    await scene.ask("1", "/stamp seen");
    expect(answersOf(scene)).toEqual(["stamped: seen"]);
    expect(deliveredTo(scene, "registry")).toEqual(["seen"]);
  });

  it("and stays away: nothing is told to have failed, and it is done when the database is back", async () => {
    const store = await breaking();
    const scene = await openScene([openWindow("post")], store);
    store.breaks = ["never", "before", "before", "before", "before"];
    await scene.ask("1", "/stamp seen");
    expect(answersOf(scene)).toEqual([]);
    store.breaks = [];
    later(scene);
    await scene.office.tick();
    expect(answersOf(scene)).toEqual(["stamped: seen"]);
    expect(await stamps(scene)).toEqual(["stamp.seen"]);
  });

  it("after it was answered: the answer is not sent as a message as well", async () => {
    const store = await breaking();
    const scene = await openScene([openWindow("post")], store);
    scene.window.onAnswer = () => {
      store.breaks = scene.window.answers.length === 0 ? ["before", "before"] : [];
    };
    await scene.ask("1", "/stamp seen");
    later(scene);
    await scene.office.tick();
    expect(deliveredTo(scene, "u1")).toEqual([]);
    const left = await store.look(({ db }) => db.selectFrom("inbox").select("delivery").execute());
    expect(left).toEqual([{ delivery: null }]);
  });
});

describe("after a long stand-still", () => {
  it("everything that was left is taken up at once, however much it is", async () => {
    const scene = await openScene();
    await scene.store.transaction(async (records) => {
      for (let n = 0; n < 250; n++) {
        const from = { platform: "post", workspace: "W", id: "u1", name: "u1" };
        const delivery = { key: `k${n}`, platform: "post", from, asked: { line: `/stamp n${n}` }, returnTo: null };
        await acceptDeliveries(records, [
          {
            key: delivery.key,
            platform: "post",
            delivery: JSON.stringify(delivery),
            now: scene.now,
          },
        ]);
      }
    });
    later(scene);
    await scene.office.tick();
    expect(answersOf(scene)).toHaveLength(250);
  });
});

describe("the outbox", () => {
  const post = (scene: Scene, recipient: string, text: string) =>
    scene.store.transaction((records) => {
      const reply = {
        tone: "done",
        language: "en",
        blocks: [{ kind: "text", text }],
        buttons: [],
        files: [],
        citations: [],
      };
      return postMessage(records, { recipient, reply: JSON.stringify(reply), now: scene.now });
    });

  it("is not held up by a message that cannot be understood", async () => {
    const scene = await openScene();
    for (let n = 0; n < 25; n++) await post(scene, "pigeon:1", "coo");
    await post(scene, "account:post:W:u1", "good morning");
    await scene.office.tick();
    expect(deliveredTo(scene, "u1")).toEqual(["good morning"]);
  });

  it("brings everybody their messages in the order in which they were written", async () => {
    const scene = await openScene();
    for (const text of ["first", "second", "third"])
      for (const id of ["u1", "u2"]) await post(scene, `account:post:W:${id}`, text);
    const firstIsSlow = gate();
    const { deliver } = scene.window;
    scene.window.deliver = async (to, reply, id) => {
      if (to.id === "u1" && words(reply) === "first") await firstIsSlow.passed;
      if (to.id === "u2" && words(reply) === "third") firstIsSlow.open();
      return deliver(to, reply, id);
    };
    await scene.office.tick();
    expect(deliveredTo(scene, "u1")).toEqual(["first", "second", "third"]);
    expect(deliveredTo(scene, "u2")).toEqual(["first", "second", "third"]);
  });
});
