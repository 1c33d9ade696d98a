import { describe, expect, it } from "vitest";
import {
  type DocumentFault,
  keptMark,
  largestDocument,
  packDocument,
  readDocument,
  readKeptMark,
  unpackDocument,
  versionName,
} from "../../src/document.ts";
import { compound, docx, pdf, zip } from "../support/papers.ts";

const text = Buffer.from("会议原则同意。");
const read = (name: string, bytes: Uint8Array = text) => readDocument({ name, bytes });
const fault = (name: string, bytes?: Uint8Array): DocumentFault | undefined => {
  const found = read(name, bytes);
  return "fault" in found ? found.fault : undefined;
};
const named = (name: string): string | undefined => {
  const found = read(name);
  return "fault" in found ? undefined : found.name;
};

describe("a document that somebody attaches", () => {
  it.each([
    ["纪要.docx", docx("同意")],
    ["纪要.DOCX", docx("同意")],
    ["online.docx", zip({ "[Content_Types].xml": "", "word/document2.xml": "" })],
    ["纪要.doc", compound("WordDocument")],
    ["纪要.wps", compound("WpsCustomData")],
    ["纪要.pdf", pdf("同意")],
    ["纪要.txt", text],
    ["gb.txt", Buffer.from("bbe1d2e9cdacd2e2", "hex")],
    ["wide.txt", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("会议", "utf16le")])],
    ["纪要.md", Buffer.from("# 纪要\n\n- 同意\n")],
  ])("is taken as %s, byte for byte", (name, bytes) => {
    const found = read(name, bytes);
    expect(found).toMatchObject({ bytes });
    expect(found).not.toHaveProperty("fault");
  });

  it.each([
    ["of a kind that is not taken", "virus.exe", docx("同意"), "kind"],
    ["with the ending of another after that of a document", "纪要.docx.exe", docx("同意"), "kind"],
    ["that hides its ending by turning it round", "纪要\u202Excod.exe", docx("同意"), "kind"],
    ["without an ending", "纪要", docx("同意"), "kind"],
    ["with programs in it", "纪要.docm", docx("同意"), "kind"],
    [
      "with programs in it, called as if it had none",
      "纪要.docx",
      docx("同意", { "word/vbaProject.bin": "" }),
      "content",
    ],
    ["that is some other zip", "纪要.docx", zip({ "run.exe": "MZ" }), "content"],
    ["that is a zip cut off", "纪要.docx", docx("同意").subarray(0, 60), "content"],
    ["that is a spreadsheet", "纪要.docx", zip({ "[Content_Types].xml": "", "xl/workbook.xml": "" }), "content"],
    ["that is a document of Word behind a password", "纪要.docx", compound("EncryptedPackage"), "content"],
    ["that is an installer", "纪要.doc", compound("MsiProperties"), "content"],
    ["that is a page of the web", "纪要.doc", Buffer.from("<html>"), "content"],
    ["that is a page of the web, called PDF", "纪要.pdf", Buffer.from("<html>%PDF-1.7"), "content"],
    ["that is a program, called a text", "纪要.txt", Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), "content"],
    ["that is a PDF, called a text", "纪要.txt", pdf("同意"), "content"],
    ["that is a Word document, called a text", "纪要.md", docx("同意"), "content"],
    ["in which nothing is", "纪要.txt", new Uint8Array(), "empty"],
    ["that is too large", "纪要.txt", Buffer.alloc(largestDocument + 1, 97), "large"],
  ] as const)("is refused when it is one %s", (_, name, bytes, why) => {
    expect(fault(name, bytes)).toBe(why);
  });

  it("may be as large as is said, and no byte larger", () => {
    expect(fault("纪要.txt", Buffer.alloc(largestDocument, 97))).toBeUndefined();
  });

  it.each([
    ["../../etc/纪要.txt", "纪要.txt"],
    ["C:\\Users\\li\\纪要.TXT", "纪要.txt"],
    ["纪\u202E要\u200B\u0007.txt", "纪要.txt"],
    ["  第 58 次\n会议  纪要 .txt", "第 58 次会议 纪要.txt"],
    [".bashrc.txt", "bashrc.txt"],
    ["--help.txt", "help.txt"],
    ["con.txt", "minutes.txt"],
    ['<"|?*>.txt', "minutes.txt"],
    [".txt", "minutes.txt"],
    [`${"a".repeat(59)}\u{1F4CE}.txt`, `${"a".repeat(59)}.txt`],
    [`${"长".repeat(300)}.txt`, `${"长".repeat(60)}.txt`],
  ])("loses of its name %j what could do harm: %s", (name, shown) => {
    expect(named(name)).toBe(shown);
  });

  it("has its version behind its name, once, from the second on", () => {
    expect(versionName("纪要.docx", 1)).toBe("纪要.docx");
    expect(versionName("纪要.docx", 2)).toBe("纪要-v2.docx");
    // the file that came with its mark, put right and brought back
    expect(versionName("纪要-v2.docx", 3)).toBe("纪要-v3.docx");
  });

  it("is carried whole as an option, and what is kept is named by its version and content", () => {
    const given = { name: "纪:要%.docx\ud800", bytes: Buffer.from([0, 255, 13, 10]) };
    expect(unpackDocument(packDocument(given))).toEqual({ ...given, name: "纪:要%.docx\ufffd" });
    const mark = { version: 2, sha256: "a".repeat(64), name: "纪要-v2.docx" };
    expect(readKeptMark(keptMark(mark))).toEqual(mark);
    for (const typed of ["", "纪要.docx", "document:x", "kept-document:1:zz:x", "document:%E4:!!"]) {
      expect(unpackDocument(typed)).toBeUndefined();
      expect(readKeptMark(typed)).toBeUndefined();
    }
    // an encoding that is none stands for itself
    expect(unpackDocument("document:%E4:YQ==")?.name).toBe("%E4");
  });
});
