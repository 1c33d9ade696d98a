/** Days as Chinese sentences write them; of anything else in the text nothing is changed: 2026-12-05 -> 2026年12月5日. */
export function inChinese(text: string): string {
  return text.replace(
    /(\d{4})-(\d{2})-(\d{2})/g,
    (_, year, month, day) => `${year}年${Number(month)}月${Number(day)}日`,
  );
}

/** 2026年11月23日至12月5日: the year is said once where both days are of it. */
export function spanInChinese(from: string, until: string): string {
  const end = inChinese(until);
  return `${inChinese(from)}至${from.slice(0, 5) === until.slice(0, 5) ? end.slice(end.indexOf("年") + 1) : end}`;
}
