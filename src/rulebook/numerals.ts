const digits = "零一二三四五六七八九";

/** 48 -> 四十八. For 0–99, which is what articles, items and sentences need; larger numbers stay in digits. */
export function toChinese(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 99) return String(n);
  if (n < 10) return digits[n] ?? "";
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  return `${tens === 1 ? "" : digits[tens]}十${ones === 0 ? "" : digits[ones]}`;
}

/** 四十八, 一百零三, 两, 兩, 48, ４８ -> the number; undefined when it is not a number below 10,000. */
export function parseNumeral(text: string): number | undefined {
  const plain = text
    .normalize("NFKC")
    .trim()
    .replaceAll("〇", "零")
    .replace(/[两兩]/g, "二");
  if (/^\d{1,4}$/.test(plain)) return Number(plain);
  if (!/^[零一二三四五六七八九十百千]{1,9}$/.test(plain)) return undefined;
  const units: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
  let total = 0;
  let digit: number | undefined;
  for (const character of plain) {
    const unit = units[character];
    if (unit === undefined) {
      const next = digits.indexOf(character);
      // 二〇一二 style: digits in a row are read positionally
      digit = digit === undefined || digit === 0 ? next : digit * 10 + next;
    } else {
      total += (digit ?? 1) * unit;
      digit = undefined;
    }
  }
  return total + (digit ?? 0);
}
