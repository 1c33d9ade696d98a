import type { Unit } from "../rulebook/model.ts";
import { parseNumeral } from "../rulebook/numerals.ts";

/** A number with a unit, as a question states it. */
export interface StatedNumber {
  readonly number: number;
  readonly unit: Unit;
}

const unitWords: readonly (readonly [Unit, string])[] = [
  ["working-day", "个?工作日|working days?|business days?"],
  ["day", "个?自然日|日历日|天|日|calendar days?|days?"],
  ["hour", "个?小时|个?钟头|hours?"],
  ["minute", "分钟|minutes?|mins?"],
  ["month", "个月|months?"],
  ["year", "年|years?"],
  ["person", "个?人|位|名|people|persons?|speakers?|members?"],
  ["option", "个?方案|options?|plans?|proposals?"],
  ["time", "次|回|times?"],
];
const smallNumbers: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  once: 1,
  twice: 2,
};
const tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
// a run of digits is tried from its beginning only: from each digit of a long one it would be read again
const numberWord = `(?<!\\d)\\d+(?:\\.\\d+)?|(?<![一二两三四五六七八九十百])[一二两三四五六七八九十百]+|(?<![a-z-])(?:(?:${tens})[- ])?(?:${Object.keys(smallNumbers).join("|")})\\b`;

const patterns = unitWords.map(
  ([unit, words]) => [unit, new RegExp(`(${numberWord})[\\s-]*(?:${words})`, "g")] as const,
);

/** "seven", "thirty", "twenty-five". */
function englishNumber(text: string): number | undefined {
  const parts = text.split(/[- ]/).map((part) => smallNumbers[part]);
  return parts.every((part) => part !== undefined) ? parts.reduce((sum, part) => sum + part, 0) : undefined;
}

/** The numbers with units that a normalised text states, each once. */
export function statedNumbers(normalised: string): readonly StatedNumber[] {
  const found: StatedNumber[] = [];
  for (const [unit, pattern] of patterns)
    for (const match of normalised.matchAll(pattern)) {
      const text = match[1] ?? "";
      const number = /^\d/.test(text) ? Number(text) : (englishNumber(text) ?? parseNumeral(text));
      const overlaps = unit === "day" && /工作日|working|business/.test(match[0]);
      if (number !== undefined && !overlaps) found.push({ number, unit });
    }
  const all = [...found, ...listed(normalised, found)];
  return [...new Map(all.map((each) => [`${each.number} ${each.unit}`, each])).values()];
}

/** "7, 10 and 30 working days", "7个、10个、30个工作日": the numbers before the last have its unit. */
function listed(normalised: string, found: readonly StatedNumber[]): readonly StatedNumber[] {
  const lists = normalised.matchAll(/((?<!\d)(?:\d+个?\s*(?:[、,,/和与及]|and|or)\s*)+)(\d+)/g);
  // of several units of one number the first is meant
  const units = new Map(found.toReversed().map(({ number, unit }) => [number, unit]));
  return [...lists].flatMap((match) => {
    const unit = units.get(Number(match[2]));
    return unit ? [...(match[1] ?? "").matchAll(/\d+/g)].map((each) => ({ number: Number(each[0]), unit })) : [];
  });
}
