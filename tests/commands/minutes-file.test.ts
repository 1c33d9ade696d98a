import { afterEach, describe, expect, it } from "vitest";
import { largestDocument, packDocument } from "../../src/document.ts";
import { erasedNotice } from "../../src/erased-notice.ts";
import { bytesOf, isKept, type Reply } from "../../src/reply.ts";
import { erasePerson } from "../../src/store/erasure.ts";
import { exportPerson } from "../../src/store/personal-data.ts";
import type { Place } from "../../src/store/store.ts";
import { pointOf, readOut } from "../support/app.ts";
import { databases } from "../support/databases.ts";
import { type LeaveOffice, leaveOffice, people, speaking, type Who } from "../support/leave.ts";
import { buttonOf } from "../support/office.ts";
import { docx, pdf } from "../support/papers.ts";

// An executive meeting is held on Wednesday, 2 December 2026, 9:00 to 10:30; its minutes are drafted as a file at eleven.

let office: LeaveOffice;

async function held(place?: Place): Promise<void> {
  office = await leaveOffice(place);
  const given = {
    type: "executive-meeting",
    day: "12-02",
    time: "09:00-10:30",
    title: "第 58 次会议",
    presider: "mayor",
  };
  await office.give("meeting plan", given, office.visitorOf("director"));
  office.setClock("2026-12-02T11:00:00+08:00");
}

afterEach(async () => {
  expect(office.trouble).toEqual([]);
  await office.close();
});

const first = docx("会议原则同意。");
const second = docx("会议原则同意，数字已核实。");
const attach = (
  bytes: Uint8Array,
  name = "纪要.docx",
  given: Readonly<Record<string, string>> = {},
  who: Who = "director",
) =>
  office.give("meeting minutes", { number: "1", file: packDocument({ name, bytes }), ...given }, office.visitorOf(who));
const toSecretary = { reviewer: "谢秉章" } as const;
const press = (who: Who, reply: Reply, label: string) => office.press(reply, label, office.visitorOf(who));
const show = (who: Who) => office.as(who, "/meeting minutes 1");
/** The files that go along with a message in the outbox: what they are called, and the version that is meant. */
const alongWith = (message: Reply | undefined) =>
  (message?.files ?? []).filter(isKept).map(({ name, draft }) => `${name} = ${draft.meeting}/${draft.version}`);
/** What somebody gets to see of files, byte for byte. */
const seen = ({ files }: Reply) => files.map((each) => [each.name, bytesOf(each).toString("base64")]);
const as = (name: string, bytes: Uint8Array) => [name, Buffer.from(bytes).toString("base64")];
const last = async (who: Who) => (await office.to(who)).at(-1);
const kept = () =>
  office.running.store.look(({ db }) =>
    db
      .selectFrom("draft_file")
      .select(["version", "name", "size", "sha256", "bytes", "sent"])
      .orderBy("version")
      .execute(),
  );

describe.each(databases())("a draft of minutes that is a file, on $name", (database) => {
  it("goes to whoever reviews and whoever signs, back with remarks, and as a second version the whole way again", async () => {
    await held(await database.place());
    const sent = await attach(first, "../会议/纪要.docx", toSecretary);
    expect(pointOf(sent)).toBe("The draft of the minutes of meeting No. 1 is on its way.");
    const review = await last("secretary");
    expect(readOut(review as Reply)).toContain("The draft is the file “纪要.docx” (1 KB).");
    expect(alongWith(review)).toEqual(["纪要.docx = 1/1"]);
    // in the outbox stands which file it is, not what is in it
    expect(JSON.stringify(await office.messages())).not.toContain(Buffer.from(first).toString("base64").slice(0, 40));
    expect(seen(await show("secretary"))).toEqual([as("纪要.docx", first)]);
    await press("secretary", review as Reply, "Pass it on");
    expect(alongWith(await last("mayor"))).toEqual(["纪要.docx = 1/1"]);
    await office.give("meeting return", { number: "1", remarks: "请核实数字。" }, office.visitorOf("mayor"));
    await attach(second, "纪要.docx", toSecretary);
    expect(alongWith(await last("secretary"))).toEqual(["纪要-v2.docx = 1/2"]);
    expect(seen(await show("mayor"))).toEqual([as("纪要-v2.docx", second)]);
    const history = readOut(await show("director"));
    expect(history).toMatch(/drafted by 华云舟: 纪要\.docx.*请核实数字。.*drafted by 华云舟: 纪要-v2\.docx/s);
    await office.give("meeting pass", { number: "1" }, office.visitorOf("secretary"));
    await office.give("meeting pass", { number: "1" }, office.visitorOf("mayor"));
    const issued = await press("director", (await last("director")) as Reply, "Issue");
    expect(pointOf(issued)).toBe("The minutes of 第 58 次会议 are issued.");
    expect(seen(issued)).toEqual([as("纪要-v2.docx", second)]);
    expect((await kept()).map(({ version, bytes, sent: went }) => [version, bytes.toString("base64"), went])).toEqual([
      [1, Buffer.from(first).toString("base64"), 1],
      [2, Buffer.from(second).toString("base64"), 1],
    ]);
    const drafted = (await office.events()).filter(({ details }) => details.step === "drafted");
    expect(drafted.map(({ details }) => details.file)).toEqual([1, 2]);
    expect(JSON.stringify(drafted)).not.toContain("纪要.docx");
  });

  it("of the largest size comes out as it went in", async () => {
    await held(await database.place());
    const large = Buffer.alloc(largestDocument, 0);
    for (let at = 0; at < large.length; at++) large[at] = (at * 31) % 256;
    large.write("%PDF-1.7\n");
    await attach(large, "扫描件.pdf", toSecretary);
    const [file] = (await show("secretary")).files;
    expect(file && bytesOf(file).equals(large)).toBe(true);
  });

  it("that was never sent is gone after a month, and one that was sent stays", async () => {
    await held(await database.place());
    await attach(first, "纪要.docx", toSecretary);
    // nobody answers the question who is to review it
    expect((await attach(second)).tone).toBe("needs");
    expect((await kept()).map(({ sent }) => sent)).toEqual([1, 0]);
    office.setClock("2027-01-03T09:00:00+08:00");
    await office.running.tidy();
    expect((await kept()).map(({ sent }) => sent)).toEqual([1]);
  });

  it("stays the office's when whoever brought it is erased: not what they called it, nor what they never sent", async () => {
    await held(await database.place());
    await attach(first, "华云舟起草.docx", toSecretary);
    expect((await attach(second, "华云舟再改.docx")).tone).toBe("needs");
    const { store } = office.running;
    const director = people.director.id;
    const exported = JSON.stringify(await store.look((records) => exportPerson(records, director)));
    expect(exported).toContain("华云舟起草.docx");
    expect(exported).not.toContain(Buffer.from(first).toString("base64").slice(0, 40));
    await store.transaction((records) => erasePerson(records, director, office.now(), erasedNotice));
    expect((await kept()).map(({ name, sent }) => [name, sent])).toEqual([["minutes-1.docx", 1]]);
    expect(seen(await show("secretary"))).toEqual([as("minutes-1.docx", first)]);
  });
});

describe("a file that is attached to minutes", () => {
  it.each([
    ["of another kind", "纪要.exe", first, "A file like “纪要.exe” cannot be taken."],
    ["that is not what its name says", "纪要.pdf", first, "What is in “纪要.pdf” is not what its name says"],
    ["in which nothing is", "纪要.txt", new Uint8Array(), "The file “纪要.txt” is empty."],
    ["that is too large", "纪要.txt", Buffer.alloc(largestDocument + 1, 97), "The file is larger than 5 MB."],
    ["with a name made to mislead", "纪\u202E要\u0007.exe", first, "A file like “纪 要 .exe” cannot be taken."],
  ])("is refused when it is one %s, and what was typed beside it stays", async (_, name, bytes, told) => {
    await held();
    const refused = await attach(bytes, name, { text: "会议原则同意。", link: "https://office.example/58" });
    expect(pointOf(refused)).toContain(told);
    expect(pointOf(refused)).toMatch(/Nothing was changed\..*minutes\.docx/);
    expect(buttonOf(refused, "Correct it")).toEqual({
      label: "Correct it",
      command: "meeting minutes",
      options: { number: "1", text: "会议原则同意。", link: "https://office.example/58" },
      form: true,
    });
    expect(await kept()).toEqual([]);
    expect(await office.to("secretary")).toEqual([]);
  });

  it("is said to be wrong in every language, with an example", async () => {
    await held();
    const wrong = { number: "1", file: packDocument({ name: "纪要.exe", bytes: first }) };
    for (const [language, words] of [
      ["zh-Hans", /“纪要\.exe”.*未作任何更改.*例如 纪要\.docx/],
      ["zh-Hant", /「纪要\.exe」.*未作任何更改.*例如 紀要\.docx/],
    ] as const) {
      const told = await office.give("meeting minutes", wrong, speaking("director", language));
      expect(pointOf(told)).toMatch(words);
    }
  });

  it("need not be attached again when something else is asked, or wrong", async () => {
    await held();
    const which = await attach(first);
    expect(which.tone).toBe("needs");
    // no button carries what is in it
    expect(JSON.stringify(which.buttons).length).toBeLessThan(1500);
    const wrong = await attach(first, "纪要.docx", { reviewer: "nobody at all" });
    const again = buttonOf(wrong, "Correct it");
    expect(again).toMatchObject({ command: "meeting minutes", form: true });
    const opened = await office.running.desk.formOf(again, office.visitorOf("director"), true);
    const form = "form" in opened ? opened.form : undefined;
    expect(form?.fields.find(({ name }) => name === "file")).toMatchObject({
      help: "Attached already: 纪要.docx. Attach another file only to replace it.",
    });
    const sent = await office.give(
      "meeting minutes",
      { ...form?.given, number: "1", ...toSecretary },
      office.visitorOf("director"),
    );
    expect(sent.tone).toBe("done");
    expect(alongWith(await last("secretary"))).toEqual(["纪要.docx = 1/1"]);
  });

  it("stays in the form when the draft is put right, and is no new version when it is the same", async () => {
    await held();
    await attach(first, "纪要.docx", toSecretary);
    await office.give("meeting return", { number: "1", remarks: "请核实。" }, office.visitorOf("secretary"));
    const back = (await last("director")) as Reply;
    const redraft = buttonOf(back, "Put the draft right");
    const opened = await office.running.desk.formOf(redraft, office.visitorOf("director"), true);
    const given = ("form" in opened && opened.form?.given) || {};
    expect(given.file).toContain("kept-document:1:");
    await office.give("meeting minutes", { ...given, number: "1", ...toSecretary }, office.visitorOf("director"));
    expect(alongWith(await last("secretary"))).toEqual(["纪要.docx = 1/1"]);
    await attach(first, "纪要.docx", toSecretary);
    expect((await kept()).map(({ version }) => version)).toEqual([1]);
    // a file of another kind with the same words is another
    await attach(pdf("会议原则同意。"), "纪要.pdf", toSecretary);
    expect(alongWith(await last("secretary"))).toEqual(["纪要-v2.pdf = 1/2"]);
  });

  it("goes along with what is typed, and a draft that is typed anew has no file", async () => {
    await held();
    await attach(first, "纪要.docx", { ...toSecretary, text: "会议原则同意。" });
    expect(readOut((await last("secretary")) as Reply)).toMatch(/纪要\.docx.*会议原则同意。/s);
    await office.give(
      "meeting minutes",
      { number: "1", text: "改为文字稿。", ...toSecretary },
      office.visitorOf("director"),
    );
    expect(alongWith(await last("secretary"))).toEqual([]);
  });

  it("is seen by those who plan meetings, review and sign, and by nobody else, whatever they type", async () => {
    await held();
    await attach(first, "纪要.docx", toSecretary);
    const [{ sha256 = "" } = {}] = await kept();
    const mark = `kept-document:1:${sha256}:x.docx`;
    for (const who of ["head", "other", "deputy", "vice"] as const) {
      expect((await show(who)).files).toEqual([]);
      for (const file of [mark, packDocument({ name: "x.docx", bytes: second })]) {
        const tried = await office.give("meeting minutes", { number: "1", file }, office.visitorOf(who));
        expect(tried).toMatchObject({ files: [] });
        expect(JSON.stringify(tried)).not.toContain("纪要.docx");
      }
      expect(await office.to(who)).toEqual([]);
    }
    expect((await kept()).map(({ name }) => name)).toEqual(["纪要.docx"]);
    expect(seen(await show("mayor"))).toEqual([as("纪要.docx", first)]);
  });

  it("is not changed by whoever signs it: they are told, and the draft stays", async () => {
    await held();
    await attach(first, "纪要.docx", toSecretary);
    const tried = await attach(second, "纪要.docx", {}, "mayor");
    expect(tried).toMatchObject({ tone: "refused", files: [] });
    expect(seen(await show("mayor"))).toEqual([as("纪要.docx", first)]);
  });

  it("cannot be named by somebody else before it was sent, nor when it is no longer the draft", async () => {
    await held();
    expect((await attach(first)).tone).toBe("needs");
    const [{ sha256 = "" } = {}] = await kept();
    const mark = `kept-document:1:${sha256}:纪要.docx`;
    const name = (who: Who, given = mark) =>
      office.give("meeting minutes", { number: "1", file: given, ...toSecretary }, office.visitorOf(who));
    const lost = "The file “纪要.docx” is not kept any more. Nothing was changed. Please attach it again.";
    expect(pointOf(await name("secretary"))).toBe(lost);
    expect(pointOf(await name("director", mark.replace(/[0-9a-f]{8}:/, "00000000:")))).toBe(lost);
    expect((await name("director")).tone).toBe("done");
    await attach(second, "纪要.docx", toSecretary);
    expect(pointOf(await name("director"))).toBe(lost);
    const typed = await name("director", "C:\\纪要.docx");
    expect(pointOf(typed)).toMatch(/is no file\. Nothing was changed\. Please attach the file itself/);
  });

  it("comes once: a reminder names it, and shows it when it is asked to", async () => {
    await held();
    await attach(first, "纪要.docx", toSecretary);
    await office.at("2026-12-03T11:00:00+08:00");
    const reminder = (await last("secretary")) as Reply;
    expect(readOut(reminder)).toMatch(/A reminder.*纪要\.docx/s);
    expect(reminder.files).toEqual([]);
    expect(seen(await press("secretary", reminder, "Show the file"))).toEqual([as("纪要.docx", first)]);
  });

  it("goes nowhere before the meeting, after its minutes are issued, or of a meeting that is cancelled", async () => {
    await held();
    office.setClock("2026-12-02T08:00:00+08:00");
    expect((await attach(first)).tone).toBe("refused");
    office.setClock("2026-12-02T11:00:00+08:00");
    await attach(first, "纪要.docx", toSecretary);
    await office.give("meeting pass", { number: "1" }, office.visitorOf("secretary"));
    await office.give("meeting pass", { number: "1" }, office.visitorOf("mayor"));
    await office.give("meeting issue", { number: "1" }, office.visitorOf("director"));
    expect((await attach(second)).tone).toBe("refused");
    expect((await kept()).map(({ version }) => version)).toEqual([1]);
  });
});
