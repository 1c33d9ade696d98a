import { Converter } from "opencc-js/t2cn";
import type { Language } from "./text.ts";

const simplify = Converter({ from: "t", to: "cn" });

/** Traditional to Simplified, character by character where it can be: the script in which Chinese is compared. */
export function toSimplified(text: string): string {
  return simplify(text);
}

const han = /\p{Script=Han}/gu;

/** A Traditional text has a third of such characters; a Simplified one may have a stray one in a name. */
const traditionalShare = 0.1;

/**
 * The language of a question: Chinese when it has more Han characters than Latin words (officials mix the two),
 * Traditional when at least a tenth of the Han characters are forms that Simplified Chinese does not use.
 */
export function detectLanguage(text: string): Language {
  const characters = text.match(han) ?? [];
  const words = text.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  if (characters.length === 0 || characters.length < words * 1.2) return "en";
  const traditional = characters.filter((each) => simplify(each) !== each).length;
  return traditional >= traditionalShare * characters.length && traditional > 0 ? "zh-Hant" : "zh-Hans";
}

/**
 * The language to answer in: that of the words, unless the person is known to read the other Chinese script, or there
 * are no words: then the one known, or else the usual one.
 */
export function languageFor(words: string, known: Language | undefined, usual: Language = "en"): Language {
  if (!/\p{L}/u.test(words)) return known ?? usual;
  const typed = detectLanguage(words);
  return known !== undefined && known !== "en" && typed !== "en" ? known : typed;
}
