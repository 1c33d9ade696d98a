import { describe, expect, it } from "vitest";
import { packButton, unpackButton } from "../../src/platforms/platform.ts";
import type { Reply } from "../../src/reply.ts";
import { verifyAudit } from "../../src/store/audit.ts";
import { lease } from "../../src/store/inbox.ts";
import { readSettings } from "../../src/store/settings.ts";
import { openScene, openWindow, type Scene } from "./office-with-a-window.ts";

const words = ({ blocks }: Reply): string =>
  blocks.map((each) => ("text" in each ? each.text : JSON.stringify(each))).join("\n");

const stamped = async ({ store }: Scene): Promise<readonly string[]> => {
  const settings = await store.transaction(readSettings);
  return [...settings.keys()].filter((each) => each.startsWith("stamp.")).map((each) => each.slice(6));
};

const events = ({ store }: Scene): Promise<readonly string[]> =>
  store.transaction(async ({ db }) =>
    (await db.selectFrom("audit").select("action").orderBy("sequence").execute()).map(({ action }) => action),
  );

describe("a delivery that comes in at the window", () => {
  it("is kept, acknowledged, done, answered and settled, and its words are then forgotten", async () => {
    const scene = await openScene();
    const order: string[] = [];
    scene.window.onAnswer = () => order.push("answered");
    await scene.office.desk.receive(
      {
        key: "1",
        platform: "post",
        from: { platform: "post", workspace: "W", id: "u1", name: "u1" },
        asked: { line: "/stamp seen" },
        returnTo: null,
      },
      async () => {
        const rows = await scene.store.transaction(({ db }) => db.selectFrom("inbox").selectAll().execute());
        order.push(`acknowledged when ${rows.length} was kept`);
      },
    );
    await scene.office.idle();
    expect(order).toEqual(["acknowledged when 1 was kept", "answered"]);
    expect(scene.window.answers.map(({ reply }) => words(reply))).toEqual(["stamped: seen"]);
    expect(scene.window.delivered.map(({ to, reply }) => [to.id, words(reply)])).toEqual([["registry", "seen"]]);
    const left = await scene.store.transaction(async ({ db }) => ({
      inbox: await db.selectFrom("inbox").select(["key", "delivery", "reply"]).execute(),
      outbox: await db.selectFrom("outbox").select(["reply"]).execute(),
    }));
    expect(left).toEqual({ inbox: [{ key: "1", delivery: null, reply: null }], outbox: [{ reply: null }] });
  });

  it("acts once, however often it comes", async () => {
    const scene = await openScene();
    for (let time = 0; time < 3; time++) await scene.ask("same", "/stamp seen");
    await Promise.all([scene.ask("twin", "/stamp twice"), scene.ask("twin", "/stamp twice")]);
    expect(await events(scene)).toEqual(["stamp", "stamp"]);
    expect(scene.window.answers.map(({ key }) => key)).toEqual(["same", "twin"]);
    expect(scene.window.delivered).toHaveLength(2);
  });

  it("is not done when it could not be acknowledged: the person was told that it failed, and will ask again", async () => {
    const scene = await openScene();
    await scene.office.desk.receive(
      {
        key: "late",
        platform: "post",
        from: { platform: "post", workspace: "W", id: "u1", name: "u1" },
        asked: { line: "/stamp seen" },
        returnTo: null,
      },
      () => Promise.reject(new Error("too late")),
    );
    scene.now = new Date(scene.now.getTime() + 2 * lease);
    await scene.office.tick();
    expect(await stamped(scene)).toEqual([]);
    expect(scene.window.answers).toEqual([]);
  });
});

describe("when something goes wrong in the middle", () => {
  it("nothing is half done: no change, no event, no message; and the person is told once", async () => {
    const scene = await openScene();
    await scene.ask("1", "/stamp torn");
    expect(await stamped(scene)).toEqual([]);
    expect(await events(scene)).toEqual([]);
    expect(scene.window.delivered).toEqual([]);
    expect(scene.window.answers.map(({ reply }) => reply.tone)).toEqual(["problem"]);
    expect(String(scene.trouble)).toContain("the paper is torn");
  });

  it("what the person typed wrongly is told with a button that opens the form with it", async () => {
    const scene = await openScene();
    await scene.ask("1", { command: "stamp", options: { words: "smudged" } });
    const [answer] = scene.window.answers;
    expect(answer && words(answer.reply)).toBe("The stamp is smudged. Nothing was changed.");
    expect(answer?.reply.buttons).toEqual([
      { label: "Correct it", command: "stamp", options: { words: "smudged" }, form: true },
    ]);
    const [button] = answer?.reply.buttons ?? [];
    const form = button && scene.office.desk.form(button, "en", true);
    expect(form?.fields.map(({ name, value, needed }) => ({ name, value, needed }))).toEqual([
      { name: "words", value: "smudged", needed: true },
    ]);
    expect(await stamped(scene)).toEqual([]);
    expect(scene.trouble).toEqual([]);
  });

  it("an answer that cannot be given where it was asked comes by message", async () => {
    const scene = await openScene();
    scene.window.onAnswer = () => {
      throw new Error("the place is gone");
    };
    await scene.ask("1", "/stamp seen", { locale: "zh-Hant" });
    const answer = scene.window.delivered.find(({ to }) => to.id === "u1");
    expect(answer && words(answer.reply)).toBe("未能在您提問的地方答覆，答覆如下。\nstamped: seen");
  });

  it("what a crash left undone is taken up after the lease, once, by whoever looks first", async () => {
    const scene = await openScene();
    let crashed = true;
    scene.window.visitor = async ({ from }) => {
      if (crashed) throw new Error("killed here");
      return { ...from, owner: false };
    };
    await scene.ask("1", "/stamp seen");
    expect(await stamped(scene)).toEqual([]);
    crashed = false;
    await scene.office.tick();
    expect(await stamped(scene)).toEqual([]);
    scene.now = new Date(scene.now.getTime() + lease);
    await Promise.all([scene.office.tick(), scene.office.tick()]);
    expect(await events(scene)).toEqual(["stamp"]);
    expect(scene.window.answers).toHaveLength(1);
  });

  it("work that was done but not answered is answered after the crash, and not done again", async () => {
    const scene = await openScene();
    await scene.ask("1", "/stamp seen");
    // as the crash would have left it: done, the reply kept, not answered
    const kept = scene.window.answers[0];
    await scene.store.transaction(({ db }) =>
      db
        .updateTable("inbox")
        .set({
          answered_at: null,
          reply: JSON.stringify(kept?.reply),
          delivery: JSON.stringify({
            key: "1",
            platform: "post",
            from: { platform: "post", workspace: "W", id: "u1", name: "u1" },
            asked: { line: "/stamp seen" },
            returnTo: null,
          }),
        })
        .execute(),
    );
    scene.now = new Date(scene.now.getTime() + lease);
    await scene.office.tick();
    expect(await events(scene)).toEqual(["stamp"]);
    expect(scene.window.answers.map(({ reply }) => words(reply))).toEqual(["stamped: seen", "stamped: seen"]);
  });
});

describe("messages of the outbox", () => {
  it("that cannot go out now are tried again with growing delay, for as long as it takes", async () => {
    const scene = await openScene();
    let tries = 0;
    scene.window.onDeliver = () => {
      tries++;
      throw new Error("no network");
    };
    await scene.ask("1", "/stamp seen");
    const waits: number[] = [];
    for (let hour = 0; hour < 48; hour++) {
      const before = tries;
      for (let minute = 0; minute < 60; minute++) {
        scene.now = new Date(scene.now.getTime() + 60_000);
        await scene.office.tick();
      }
      waits.push(tries - before);
    }
    expect(waits[0]).toBe(5);
    expect(waits.slice(-12).reduce((sum, each) => sum + each, 0)).toBe(2);
    scene.window.onDeliver = () => {};
    scene.now = new Date(scene.now.getTime() + 6 * 3600_000);
    await scene.office.tick();
    expect(scene.window.delivered.map(({ to }) => to.id)).toEqual(["registry"]);
  });
});

describe("who somebody is", () => {
  it("the owner of the platform is the first administrator, from what they first do; the next owner is none", async () => {
    const scene = await openScene([openWindow("post", ["owner", "second-owner"])]);
    await scene.ask("1", "/settings time-zone:Asia/Tokyo", { by: "owner" });
    await scene.ask("2", "/settings time-zone:Asia/Seoul", { by: "second-owner" });
    expect(scene.window.answers.map(({ reply }) => reply.tone)).toEqual(["done", "refused"]);
    expect(await events(scene)).toEqual(["administrator.add", "setting.change", "refused"]);
  });

  it("somebody who may not is told who may, in their language, and nothing is changed", async () => {
    const scene = await openScene();
    await scene.ask("1", "/settings time-zone:Asia/Tokyo", { locale: "zh-Hans" });
    const [answer] = scene.window.answers;
    expect(answer && words(answer.reply)).toBe(
      "您无权更改单位设置。未作任何更改。\n此操作仅限 Mishu 管理员、秘书长或市政府办公室主任。\n如需办理，请联系上述人员；输入“/whoami”可查看我所知道的您的身份。",
    );
    expect(await scene.store.transaction(readSettings)).toEqual(new Map());
  });

  it("a verified mail address of the roster links the account by itself", async () => {
    const scene = await openScene();
    await scene.store.transaction(({ db, organisation }) =>
      db
        .insertInto("person")
        .values({ organisation, id: "7", name: "李明", email: "li@office.example", erased_at: null })
        .execute(),
    );
    scene.window.visitor = async ({ from }) => ({ ...from, owner: false, mail: "Li@Office.example" });
    await scene.ask("1", "/whoami", { locale: "en" });
    expect(words(scene.window.answers[0]?.reply as Reply)).toContain("You are 李明.");
    expect(await events(scene)).toEqual(["account.link"]);
    expect((await scene.store.transaction((records) => verifyAudit(records))).faults).toEqual([]);
  });
});

describe("the language of an answer", () => {
  const answered = async (line: string, locale?: "en" | "zh-Hans" | "zh-Hant", chosen?: string) => {
    const scene = await openScene();
    if (chosen) await scene.ask("0", `/settings language:${chosen}`, locale ? { locale } : {});
    await scene.ask("1", line, locale ? { locale } : {});
    return scene.window.answers.at(-1)?.reply.language;
  };

  it.each([
    ["/whoami", "zh-Hant", undefined, "zh-Hant"],
    // nothing is known of them: the office's language
    ["/whoami", undefined, undefined, "zh-Hans"],
    ["/whoami", "zh-Hans", "en", "en"],
    ["市长外出谁主持？", "zh-Hant", undefined, "zh-Hant"],
    ["市长外出谁主持？", "en", undefined, "zh-Hans"],
    ["who acts for the mayor?", "zh-Hant", undefined, "en"],
    ["who acts for the mayor?", "en", "zh-Hans", "zh-Hans"],
    ["/stamp 已阅", "en", undefined, "en"],
    ["/settings language:auto", "zh-Hans", "en", "zh-Hans"],
  ] as const)("%s with locale %s and choice %s: %s", async (line, locale, chosen, language) => {
    expect(await answered(line, locale, chosen)).toBe(language);
  });
});

describe("a button", () => {
  it("carries its command in as many characters as there is room for, or is kept under a short name", async () => {
    const scene = await openScene();
    const { desk } = scene.office;
    const short = { label: "48", command: "rule", options: { place: "48" } };
    const long = { label: "…", command: "ask", options: { question: "市长外出期间由谁主持市政府日常工作".repeat(5) } };
    expect(await unpackButton(await packButton(short, 100, desk), desk)).toEqual({
      command: "rule",
      options: { place: "48" },
    });
    const packed = await packButton(long, 100, desk);
    expect(packed.length).toBeLessThanOrEqual(100);
    expect(await unpackButton(packed, desk)).toEqual(long);
    const form = { ...short, form: true as const };
    expect(await unpackButton(await packButton(form, 100, desk), desk)).toEqual({
      command: "rule",
      options: { place: "48" },
      form: true,
    });
  });

  it("that was kept longer than a month is no longer known", async () => {
    const scene = await openScene();
    const { desk } = scene.office;
    const name = await desk.park({ label: "x", command: "ask", options: { question: "x" } });
    scene.now = new Date(scene.now.getTime() + 31 * 24 * 3600_000);
    await scene.office.tidy();
    expect(await desk.parked(name)).toBeUndefined();
  });
});

describe("an account that was unlinked", () => {
  it("does not tie itself to its person again by the verified mail address", async () => {
    const scene = await openScene();
    await scene.store.transaction(({ db, organisation }) =>
      db
        .insertInto("person")
        .values({ organisation, id: "7", name: "李明", email: "li@office.example", erased_at: null })
        .execute(),
    );
    scene.window.visitor = async ({ from }) => ({ ...from, owner: false, mail: "li@office.example" });
    for (const [key, line] of Object.entries({ 1: "/whoami", 2: "/roster unlink platform:post", 3: "/whoami" }))
      await scene.ask(key, line, { locale: "en" });
    expect(scene.window.answers.map(({ reply }) => words(reply).split("\n")[0])).toEqual([
      "You are 李明.",
      "1 account of 李明 unlinked: post.",
      "I do not know yet who you are in the office.",
    ]);
  });
});
