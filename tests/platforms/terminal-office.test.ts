import { describe, expect, it } from "vitest";
import { largestDocument } from "../../src/document.ts";
import { atDesk } from "../../src/platforms/console/index.ts";
import { plainLook } from "../../src/platforms/console/render.ts";
import { createSession, type Files } from "../../src/platforms/console/session.ts";
import type { Language } from "../../src/text.ts";
import { openScene } from "../desk/office-with-a-window.ts";

/** Somebody sits at the office's own terminal, with a folder of files. */
async function sitDown(language: Language = "en", folder: Record<string, string> = {}) {
  const scene = await openScene();
  const files: Files = {
    async read(path, most) {
      const content = folder[path];
      if (content === undefined) throw new Error("no such file");
      const bytes = Buffer.from(content);
      return bytes.length > most ? "large" : { name: path, bytes };
    },
    async write(name, content) {
      folder[name] = Buffer.from(content).toString();
      return { path: name, isNew: true };
    },
  };
  const session = createSession(atDesk(scene.app, scene.office.desk, "root"), plainLook, language, files);
  return { scene, folder, type: async (line: string) => (await session.answer(line)) ?? "" };
}

describe("a command at the terminal that lacks something", () => {
  it("asks for it line by line, and then does it", async () => {
    const { type } = await sitDown();
    expect(await type("/stamp")).toBe(
      "/stamp – Stamp\nOne line for each; :cancel leaves the form.\nwords: Words to stamp",
    );
    expect(await type("")).toBe("This is needed:\nwords: Words to stamp\n:cancel leaves the form.");
    expect(await type("seen")).toBe("stamped: seen");
  });

  it("is left with :cancel, and what is typed next is an ordinary line again", async () => {
    const { type } = await sitDown("zh-Hant");
    await type("/蓋章");
    expect(await type(":cancel")).toBe("已放棄。未作任何更改。");
    expect(await type("/stamp 已閱")).toBe("stamped: 已閱");
  });

  it("is left, and said so, when another command is typed instead of a value", async () => {
    const { type } = await sitDown();
    await type("/stamp");
    const other = await type("/rule 48");
    expect(other).toMatch(/^Left\. Nothing was changed\.\n\nArt\. 48/);
    expect(await type("/stamp seen")).toBe("stamped: seen");
    await type("/stamp");
    expect(await type("/home/clerk/seen")).toBe("stamped: /home/clerk/seen");
  });

  it("keeps what was typed when it could not be used, to be corrected", async () => {
    const { type } = await sitDown();
    expect(await type("/stamp smudged")).toContain("1. Correct it");
    expect(await type("1")).toContain("[Enter keeps: smudged]");
    expect(await type("seen")).toBe("stamped: seen");
  });

  it("keeps what was typed beside a file that is not there, or is too large, to be corrected", async () => {
    const { type } = await sitDown("en", { "large.pdf": "%PDF-".padEnd(largestDocument + 1) });
    const missing = await type("/meeting minutes 1 file:none.docx text:同意");
    expect(missing).toContain(
      "I cannot read the file “none.docx”. Nothing was changed. Type its path, for example minutes.docx.",
    );
    expect(await type("/meeting minutes 1 file:large.pdf text:同意")).toContain("The file is larger than 5 MB.");
    expect(await type("1")).toContain("[Enter keeps: 1]");
    expect(await type("")).toContain("[Enter keeps: 同意]");
    expect(await type("")).toContain("[Enter keeps: large.pdf]");
  });

  it("takes a choice by its number or its name, and no other", async () => {
    const { type } = await sitDown();
    await type("/settings");
    expect(await type("1")).toContain("3. 繁體中文");
    expect(await type("Klingon")).toContain("“Klingon” is not one of these:");
    expect(await type("3")).toContain("office-language");
    for (let field = 0; field < 7; field++) await type("");
    expect(await type("")).toContain("已變更。目前設定：");
  });
});

describe("whoever sits at the terminal", () => {
  it("is an administrator there, without becoming the first one of the chats", async () => {
    const { type, scene } = await sitDown();
    expect(await type("/settings time-zone:Asia/Tokyo")).toContain("Asia/Tokyo");
    const rows = await scene.store.transaction(({ db }) => db.selectFrom("administrator").selectAll().execute());
    expect(rows).toEqual([]);
  });

  it("is spoken to in the language of the settings, whatever :lang said before", async () => {
    const { type } = await sitDown();
    await type(":lang en");
    const chosen = await type("/settings language:zh-Hant");
    expect(chosen).toContain("已變更。");
    expect(chosen).toContain("「:lang」設定的語言不再有效，以設定為準。");
    expect(await type("/whoami")).toContain("我還不知道您是單位裡的哪一位。");
    // and the articles of another language are no choice of one
    expect(await type(":lang en")).toContain("English");
    expect(await type("/rule 48 language:zh-Hans")).toContain("第四十八条");
    expect(await type("/whoami")).toContain("I do not know yet who you are");
  });

  it("is spoken to in the language that they chose, also after a restart", async () => {
    const { type, scene } = await sitDown();
    await type("/settings language:zh-Hans");
    const again = createSession(atDesk(scene.app, scene.office.desk, "root"), plainLook, "en");
    expect(await again.answer("/whoami")).toContain("我还不知道您是单位里的哪一位。");
  });
});
