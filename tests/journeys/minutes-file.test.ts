import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../../src/app.ts";
import { largestDocument } from "../../src/document.ts";
import { type Chat, officeFor, type Paper, type Someone, type Unconnected } from "../platforms/chats/chat.ts";
import { discordChat } from "../platforms/chats/discord.ts";
import { slackChat } from "../platforms/chats/slack.ts";
import { terminalChat } from "../platforms/chats/terminal.ts";
import { databases } from "../support/databases.ts";
import { sixty } from "../support/office.ts";
import { docx } from "../support/papers.ts";

// The draft of the minutes of an executive meeting is a file: the office's director attaches it, the secretary-general
// reviews it and gives it back, a second one goes on to the mayor, and is issued. All of them are in one chat.

const chats: readonly (readonly [string, () => Promise<Unconnected>])[] = [
  ["Slack (socket)", () => slackChat("socket")],
  ["Slack (http)", () => slackChat("http")],
  ["Discord", discordChat],
  ["the terminal", async () => terminalChat()],
];
const all = databases();
const matrix = all.flatMap((database, index) =>
  // what differs between the databases has nothing to do with how Slack is connected
  chats.filter(([name]) => index === 0 || !name.includes("http")).map(([name, open]) => ({ name, open, database })),
);

const first = docx("会议原则同意。\u0000\ud83d\udcce");
const second = docx("会议原则同意，数字已核实。");
const named = (content: string | Uint8Array, name = "会议 纪要.docx"): Paper => ({ name, content });
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

describe.each(matrix)(
  "a draft of minutes that is attached in $name, kept in $database.name",
  ({ name, open, database }) => {
    let now = new Date("2026-11-23T09:00:00+08:00");
    const trouble: (readonly unknown[])[] = [];
    const stops: (() => Promise<void>)[] = [];
    let office: Running;
    let chat: Omit<Chat, "office" | "trouble" | "stop">;
    let hua: Someone;
    let xie: Someone;
    let gu: Someone;
    let bian: Someone;

    const attach = (file: Paper, options = {}) =>
      hua.upload("meeting minutes", "file", file, { number: "1", ...options });
    const pressing = async (who: Someone, shown: { readonly buttons: readonly string[] }, words: string) =>
      who.press(shown.buttons.find((each) => each.includes(words)) ?? `no button “${words}”: ${shown.buttons}`);
    /** The drafts that somebody has before them after they asked for the minutes, as often as they got them. */
    const drafts = async (who: Someone) => {
      await who.command("meeting minutes", { number: "1" });
      const papers = await who.papers();
      return papers.filter((each) => each.name.includes("纪要"));
    };
    const versions = () =>
      office.store.look(({ db }) =>
        db.selectFrom("draft_file").select(["version", "name", "sent"]).orderBy("version").execute(),
      );

    beforeAll(async () => {
      const unconnected = await open();
      const made = await officeFor(unconnected.platform, {
        place: await database.place(),
        clock: { now: () => now, elapsed: () => 0 },
      });
      office = made.office;
      trouble.push(made.trouble, unconnected.trouble);
      const connected = await unconnected.connect(made.app, office);
      chat = connected;
      stops.push(() => office.stop(), connected.stop);
      const owner = chat.join({ id: "UOWNER", name: "owner", locale: "zh-Hans", owner: true });
      const joined = (id: string) => chat.join({ id, name: id, locale: "zh-Hans" });
      [hua, xie, gu, bian] = [joined("UHUA"), joined("UXIE"), joined("UGU"), joined("UBIAN")];
      await owner.upload("roster import", "file", { name: "roster.csv", content: sixty });
      for (const [person, who] of [
        ["1009", hua],
        ["1008", xie],
        ["1001", gu],
        ["1015", bian],
      ] as const) {
        const given = await owner.command("roster link", { person });
        await who.command("roster link", { code: given.text.match(/[A-Z2-9]{4}-[A-Z2-9]{4}/)?.[0] ?? "" });
      }
      await hua.command("meeting plan", {
        type: "executive-meeting",
        day: "2026-12-02",
        time: "09:00-10:30",
        title: "第二十次常务会议",
        presider: "mayor",
      });
      now = new Date("2026-12-02T11:00:00+08:00");
    });

    afterAll(async () => {
      for (const stop of stops) await stop();
    });

    it("is refused when it is not what its name says, with what to do, and a way to correct the rest", async () => {
      const shown = await attach(named("MZ\u0090\u0000\u0003", "纪要.docx"), { link: "https://office.example/20" });
      expect(shown.text).toMatch(
        /“纪要\.docx”的内容与文件名所示的格式不符.*未作任何更改.*例如用 Word 另存为 纪要\.docx/s,
      );
      expect(shown.buttons).toContain("改正");
      // Slack does not let anybody choose it
      const other = await attach(named(first, "纪要.exe")).then(({ text }) => text, String);
      expect(other).toMatch(/“纪要\.exe”(这类文件.*docx、doc、pdf| is none of docx, doc, pdf)/s);
      expect(await versions()).toEqual([]);
    });

    it("is refused when it is too large, before all of it is taken", async () => {
      const shown = await attach(named("a".repeat(largestDocument + 1), "纪要.txt"));
      expect(shown.text).toContain("文件大于 5 MB，未作任何更改。");
      expect(await versions()).toEqual([]);
    });

    it("is kept while it is asked who reviews it, and goes there once, however often the platform brings it", async () => {
      const which = await attach(named(first));
      expect(await versions()).toEqual([{ version: 1, name: "会议 纪要.docx", sent: 0 }]);
      const sent = await pressing(hua, which, "谢秉章");
      await chat.again?.();
      expect(sent.text).toContain("由谢秉章审核");
      expect(await versions()).toEqual([{ version: 1, name: "会议 纪要.docx", sent: 1 }]);
      const cards = (await xie.letters()).filter((each) => each.includes("会议纪要请您审核"));
      expect(cards).toHaveLength(1);
      expect(cards[0]).toMatch(/文稿见文件“会议.纪要\.docx”（1 KB）/);
    });

    it("lies before whoever reviews it as it was attached, byte for byte", async () => {
      const seen = await drafts(xie);
      expect(seen.length).toBeGreaterThan(0);
      for (const { name: called, content } of seen) {
        expect(called).toMatch(/^会议[ _]纪要\.docx$/);
        expect(content).toBe(base64(first));
      }
    });

    it("comes back with remarks; a second one goes the way again, by its version", async () => {
      await xie.command("meeting return", { number: "1", remarks: "请核实数字。" });
      const back = await hua.open("请核实数字。");
      const redraft = async () => {
        const form = await pressing(hua, back, "修改");
        expect(form.fields).toContain("文件");
        return hua.fill({ file: named(second) });
      };
      // at the terminal a form goes line by line
      const which = await (name === "the terminal" ? attach(named(second)) : redraft());
      await chat.again?.();
      await pressing(hua, which, "谢秉章");
      expect((await versions()).map(({ version, sent }) => [version, sent])).toEqual([
        [1, 1],
        [2, 1],
      ]);
      const shown = await drafts(xie);
      expect(shown.at(-1)?.name).toMatch(/^会议[ _]纪要-v2\.docx$/);
      expect(shown.at(-1)?.content).toBe(base64(second));
    });

    it("goes to whoever signs, and when it is issued to whoever issues it", async () => {
      await xie.command("meeting pass", { number: "1" });
      expect((await gu.open("会议纪要请您签发")).text).toMatch(/会议.纪要-v2\.docx/);
      expect((await drafts(gu)).map(({ content }) => content)).toContain(base64(second));
      await gu.command("meeting pass", { number: "1" });
      await hua.command("meeting issue", { number: "1" });
      const minutes = await office.store.look(({ db }) => db.selectFrom("meeting_minutes").select("status").execute());
      expect(minutes).toEqual([{ status: "issued" }]);
      expect((await hua.papers()).at(-1)).toMatchObject({ content: base64(second) });
    });

    // whoever sits at the office's own machine is an administrator
    it.skipIf(name === "the terminal")("is nobody else's: not asked for, nor named", async () => {
      expect(await drafts(bian)).toEqual([]);
      expect((await bian.letters()).join("\n")).not.toContain("纪要");
      const tried = await bian.upload("meeting minutes", "file", named(second), { number: "1" });
      expect(tried.text).not.toMatch(/v2/);
      expect((await versions()).map(({ version }) => version)).toEqual([1, 2]);
    });

    it("leaves nothing of itself where requests and messages wait", async () => {
      const waiting = await office.store.look(async ({ db }) => [
        await db.selectFrom("inbox").select(["delivery", "reply"]).execute(),
        await db.selectFrom("outbox").select("reply").execute(),
        await db.selectFrom("parked").select("button").execute(),
      ]);
      const text = JSON.stringify(waiting);
      for (const bytes of [first, second]) expect(text).not.toContain(base64(bytes).slice(0, 60));
    });

    it("gives nobody trouble on the way", () => {
      expect(trouble.flat()).toEqual([]);
      expect(chat.unexpected).toEqual([]);
    });
  },
);
