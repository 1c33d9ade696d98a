import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { languages } from "../../src/text.ts";
import { wordingFor } from "../../src/wording/wording.ts";
import { readOut } from "../support/app.ts";
import { owner, startOffice, type TestOffice, tableOf, visitor } from "../support/office.ts";

let office: TestOffice;

beforeEach(async () => {
  office = await startOffice();
});

afterEach(() => office.close());

const said = async (line: string, who: Parameters<TestOffice["type"]>[1]) => readOut(await office.type(line, who));

describe("/whoami", () => {
  it.each(languages)("sends the owner of an office without administrators to nobody else, in %s", async (locale) => {
    const { whoami: words } = wordingFor(locale);
    const first = await said("/whoami", { ...owner, locale });
    expect(first).toContain(words.toLinkYourself(false));
    expect(first).toContain(words.administratorAsOwner);
    expect(first).not.toContain(words.toLink);
    await office.importRoster();
    const then = await said("/whoami", { ...owner, locale });
    expect(then).toContain(words.toLinkYourself(true));
    expect(then).toContain(words.administrator);
    expect(await said("/whoami", visitor("U-NOBODY", { locale }))).toContain(words.toLink);
  });

  it("tells an administrator by account that they are one, also when the account is a person's since", async () => {
    await office.importRoster();
    await office.link(owner, "1001");
    expect(await said("/whoami", owner)).toContain("You are an administrator of Mishu.");
  });

  it("tells somebody what their post allows", async () => {
    await office.importRoster();
    const secretary = visitor("U-SECRETARY", { locale: "en" });
    const clerk = visitor("U-CLERK", { locale: "en" });
    await office.link(secretary, "1008");
    await office.link(clerk, "1060");
    expect(await said("/whoami", secretary)).toMatch(/By your post you may: .*import the roster.*settings/);
    expect(await said("/whoami", clerk)).toContain(
      "By your post you may: see the roster, ask for leave, and have a deadline followed up.",
    );
  });

  it("names whoever entrusted somebody by their title", async () => {
    await office.importRoster();
    const deputy = visitor("U-DEPUTY", { locale: "zh-Hans" });
    await office.link(deputy, "1002");
    await office.type("/roster entrust 沈静澜 until:2026-12-05 occasion:leave post:毛景行", owner);
    expect(await said("/whoami", deputy)).toContain("2026年11月23日至12月5日，您受市教育局局长毛景行委托");
    expect(await said("/roster who 毛景行", deputy)).toContain("毛景行（市教育局局长）休假期间");
  });
});

describe("/settings", () => {
  it("shows right after a change what it shows from then on", async () => {
    const clerk = visitor("U-CLERK", { locale: "en" });
    const own = async (line: string) => tableOf(await office.type(line, clerk))[0];
    expect(await own("/settings language:zh-Hans")).toEqual(["您的语言", "简体中文"]);
    expect(await own("/settings")).toEqual(["您的语言", "简体中文"]);
    expect(await own("/settings language:auto")).toEqual(["Your language", "English (as the platform)"]);
    expect(await own("/settings")).toEqual(["Your language", "English (as the platform)"]);
  });
});

describe("what is said in Chinese", () => {
  it("calls the program Mishu: 秘书 is somebody in a mayor's office", () => {
    for (const language of ["zh-Hans", "zh-Hant"] as const) {
      const texts = JSON.stringify(wordingFor(language), (_, value) =>
        typeof value === "function" ? String(value) : value,
      );
      expect(texts.match(/(秘书|秘書)(?!长|長)/g)).toBeNull();
      expect(texts).not.toMatch(/任免|任命|免去/);
    }
  });
});
