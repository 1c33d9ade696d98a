import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mentionsOf } from "../../src/store/mentions.ts";

const said = (text: string) => JSON.stringify({ language: "en", blocks: [{ kind: "list", items: ["before", text] }] });

const mentioned = (words: readonly string[], text: string, others: readonly string[] = []): boolean =>
  mentionsOf({ words, references: ["person:17", "account:slack:T1:U17"], others })(said(text));

describe("somebody who was erased", () => {
  test.each([
    ["李明", "已将名册上的李明关联到您的账号。"],
    ["李明", "人员17李明"],
    ["李明", "DOI李明ABC"],
    ["Li Ming", "Entrusted by Li Ming: you preside."],
    ["Li Ming", "由LI MING主持日常工作"],
    ["Li Ming", "Ｌｉ Ｍｉｎｇ"],
    ["O'Neil (2)", "O'Neil (2), O'Neil (3)"],
    ["José", "Jose\u0301 asks"],
    ["李", "李（17）"],
    ["li@office.example", "Write to <LI@office.example>."],
    ['a"b\\c\nd', 'named a"b\\c\nd here'],
  ])("%j is found in %j", (name, text) => {
    expect(mentioned([name], text)).toBe(true);
  });

  test.each([
    ["Li", "Those who are listed there, also Lina and Ali."],
    ["Li Ming", "Li Mingxia and Ali Ming preside."],
    ["李", "李明主持日常工作"],
    ["A", "Art. 6, sentence 1: a1 b2"],
    ["li@office.example", "xili@office.example"],
    ["", "anything at all"],
  ])("%j is not found in %j", (name, text) => {
    expect(mentioned([name], text)).toBe(false);
  });

  test("is not found in a longer name of somebody else, but beside it", () => {
    expect(mentioned(["王明"], "王明亮主持日常工作", ["王明亮"])).toBe(false);
    expect(mentioned(["王明"], "王明亮主持日常工作")).toBe(true);
    expect(mentioned(["王明"], "王明亮和王明", ["王明亮"])).toBe(true);
    expect(mentioned(["Li"], "Li Na", ["Li Na"])).toBe(false);
  });

  test("is found by a whole reference only: neither by a longer one, nor by the bare number", () => {
    expect(mentioned([], "person:17")).toBe(true);
    expect(mentioned([], "account:slack:T1:U17")).toBe(true);
    for (const other of ["person:171", "account:slack:T1:U171", "17", "Art. 17"])
      expect(mentioned([], other)).toBe(false);
  });

  test("is found under any name, whatever stands around it on its own", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (name) => {
        fc.pre(name.normalize("NFKC").trim() !== "");
        expect(mentioned([name], `(${name})`)).toBe(true);
      }),
    );
  });
});
