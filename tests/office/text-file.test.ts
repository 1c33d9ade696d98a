import { describe, expect, it } from "vitest";
import { decodeText } from "../../src/text-file.ts";

// What Excel writes as “CSV” on a Chinese machine, byte by byte: no encoder for these is at hand.

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (each) => Number.parseInt(each, 16));
const hexOf = (text: string) => Buffer.from(text, "latin1").toString("hex");

describe("a file that is not in UTF-8", () => {
  it("is read as GB 18030 when it comes from a machine in Simplified Chinese", () => {
    // 张三,市教育局
    expect(decodeText(bytes(`d5c5c8fd${hexOf(",")}cad0bdccd3fdbed6`))).toBe("张三,市教育局");
    // a rare character of a name: 李喆
    expect(decodeText(bytes(`c0ee86b4${hexOf(",")}cad0b3a4`))).toBe("李喆,市长");
  });

  it("is read as Big5 when it comes from one in Traditional Chinese, with headings of either kind", () => {
    // 張三,教育局
    expect(decodeText(bytes(`${hexOf("id,name\n1,")}b169a454${hexOf(",")}b1d0a87ca7bd`))).toBe(
      "id,name\n1,張三,教育局",
    );
    // 編號,姓名,職務
    expect(decodeText(bytes(`bd73b8b9${hexOf(",")}a96da657${hexOf(",")}c2beb0c8`))).toBe("編號,姓名,職務");
  });

  it("is never refused: what cannot be read is found by its content", () => {
    expect(decodeText(bytes("ff00fe01"))).not.toBe("");
    expect(decodeText(new TextEncoder().encode("市长"))).toBe("市长");
  });
});
