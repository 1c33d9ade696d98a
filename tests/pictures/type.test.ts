import { describe, expect, it } from "vitest";
import { drawable, fitted, widthOf } from "../../src/pictures/text.ts";
import { typeface } from "../../src/pictures/typeface.ts";

/** Every character of an encoding of two bytes. */
function charactersOf(encoding: string, firsts: readonly [number, number]): readonly string[] {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const found: string[] = [];
  for (let lead = firsts[0]; lead <= firsts[1]; lead++)
    for (let trail = 0x40; trail < 0xff; trail++)
      try {
        const text = decoder.decode(Uint8Array.of(lead, trail));
        if (/^\p{Script=Han}$/u.test(text)) found.push(text);
      } catch {
        // no character has these two bytes
      }
  return found;
}

describe("the font", () => {
  it.each(["regular", "bold"] as const)("has in %s every Chinese character of GBK and of Big5", (weight) => {
    const face = typeface(weight);
    const all = new Set([...charactersOf("gbk", [0x81, 0xfe]), ...charactersOf("big5", [0xa4, 0xf9])]);
    expect(all.size).toBeGreaterThan(20_000);
    expect([...all].filter((each) => !face.has(each))).toEqual([]);
  });

  it("draws characters as outlines that are closed; a space is nothing, but moves on", () => {
    const face = typeface("regular");
    for (const each of "李〇Qg8!…") expect(face.outline(each)).toMatch(/^(M[^MZ]+Z)+$/);
    expect(face.outline("口").match(/M/g)).toHaveLength(2);
    expect([face.outline(" "), face.advance(" ") > 0]).toEqual(["", true]);
    expect([face.has("𠮷"), face.outline("𠮷"), face.advance("𠮷")]).toEqual([false, "", 0]);
    expect(face.advance("李")).toBe(1000);
  });
});

describe("text of people", () => {
  it("loses what has no shape, and stays in one line", () => {
    expect(drawable(" 李\u202e\u200b明\ufe0f\n\t局长\u0000 ")).toBe("李明 局长");
    expect(drawable("cafe\u0301")).toBe("café");
  });

  it("has a 〓 for every character that the font does not have", () => {
    expect(drawable("𠮷田")).toBe("〓田");
    expect(drawable("ཏ་✗")).toMatch(/^〓+$/);
  });

  it("is cut only when it must be, and never without its …", () => {
    const type = { size: 40, weight: "regular" } as const;
    expect(fitted("常务副市长", widthOf("常务副市长", type), type)).toBe("常务副市长");
    expect(fitted("常务副市长", 199, type)).toBe("常务副…");
    expect(fitted("Executive vice mayor", 230, type)).toBe("Executive…");
    expect(fitted("常务副市长", 60, type)).toBe("");
  });
});
