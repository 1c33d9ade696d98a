import { describe, expect, it } from "vitest";
import type { Day } from "../../src/dates.ts";
import { documentNumber } from "../../src/deadlines/document-number.ts";
import { deadlineFrom } from "../../src/deadlines/from-message.ts";

const said = (text: string) =>
  deadlineFrom({ text, author: "江浩然", day: "2026-11-20" as Day, link: "https://x.example/1" });

describe("what a message tells of something that is to be followed up", () => {
  it("is its first line, who wrote it and when, where it stands, and the document's number", () => {
    expect(said("\n  关于校车经费的请示\n文号：常政办〔2026〕88号，请于本周处理")).toEqual({
      title: "关于校车经费的请示",
      received: "2026-11-20",
      reference: "常政办〔2026〕88号",
      from: "江浩然",
      link: "https://x.example/1",
    });
  });

  it.each([
    ["收到 常政发[2026]12号", "常政发〔2026〕12号"],
    ["国办发明电【2025】第7号", "国办发明电〔2025〕7号"],
    ["常財預〔2026〕 3 號", "常財預〔2026〕3號"],
    ["2026年第88号", undefined],
    ["第3号楼（2026）", undefined],
  ])("knows a number in %s", (text, reference) => {
    expect(said(text).reference).toBe(reference);
  });

  it("is cut where a title ends, between characters, and never hides what follows", () => {
    expect([...(said("𠮷".repeat(300)).title ?? "")]).toHaveLength(200);
    expect(said("甲\u202e乙").title).toBe("甲 乙");
    expect(said("   ")).not.toHaveProperty("title");
  });
});

describe("the number of a document", () => {
  it.each([
    ["常政办〔2026〕88号", "常政办〔2026〕88号"],
    ["常政办[2026]88号", "常政办〔2026〕88号"],
    ["常政办【2026】第 088 号", "常政办〔2026〕88号"],
    ["常政办 (2026) 88号", "常政办〔2026〕88号"],
    ["國辦發明電（2024）12號", "國辦發明電〔2024〕12號"],
    ["会议纪要第12期", "会议纪要第12期"],
    ["  CZ-2026/12 ", "CZ-2026/12"],
    ["见常政办[2026]88号附件", "见常政办[2026]88号附件"],
  ])("%s is written as %s, so that the same one is known again", (typed, written) => {
    expect(documentNumber(typed)).toBe(written);
    expect(documentNumber(written)).toBe(written);
  });
});
