import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseNumeral, toChinese } from "../../src/rulebook/numerals.ts";

const digits = "零一二三四五六七八九";

/** A number from 1 to 9999 as a document writes it out: 一千零五十, 一百一十. */
function writtenOut(number: number): string {
  let written = "";
  for (const [unit, size] of [
    ["千", 1000],
    ["百", 100],
    ["十", 10],
    ["", 1],
  ] as const) {
    const digit = Math.floor(number / size) % 10;
    if (digit > 0) written += `${digits[digit]}${unit}`;
    else if (written !== "" && !written.endsWith("零") && number % size > 0) written += "零";
  }
  return written;
}

describe("the Chinese numeral of an article", () => {
  it.each([
    [0, "零"],
    [1, "一"],
    [10, "十"],
    [11, "十一"],
    [20, "二十"],
    [48, "四十八"],
    [64, "六十四"],
    [99, "九十九"],
  ])("%i is written %s", (number, numeral) => {
    expect(toChinese(number)).toBe(numeral);
  });

  it("reads back as the number, for every article that a rulebook may have", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99 }), (number) => parseNumeral(toChinese(number)) === number));
  });

  it("stays in digits above 99, and reads back all the same", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 9999 }), (number) => {
        expect(toChinese(number)).toBe(String(number));
        expect(parseNumeral(toChinese(number))).toBe(number);
      }),
    );
  });

  it("is not invented for what cannot number an article", () => {
    expect([toChinese(-1), toChinese(1.5)]).toEqual(["-1", "1.5"]);
  });
});

describe("a numeral that somebody writes", () => {
  it("is read when it is written out as in a document, up to 9999", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), (number) => parseNumeral(writtenOut(number)) === number));
  });

  it("is read in full-width digits, and with spaces around it", () => {
    const fullWidth = (number: number) =>
      String(number).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), (number) => {
        expect(parseNumeral(fullWidth(number))).toBe(number);
        expect(parseNumeral(` ${number}\u3000`)).toBe(number);
      }),
    );
  });

  it.each([
    ["一百零三", 103],
    ["两百", 200],
    ["兩百", 200],
    ["二〇一二", 2012],
    ["二零一七", 2017],
    ["〇", 0],
    ["千", 1000],
  ])("%s is %i", (text, number) => {
    expect(parseNumeral(text)).toBe(number);
  });

  it.each(["", " ", "abc", "一万", "12345", "-3", "1.5", "四十八条", "forty-eight", "XII"])(
    "“%s” is no number of an article",
    (text) => {
      expect(parseNumeral(text)).toBeUndefined();
    },
  );
});
