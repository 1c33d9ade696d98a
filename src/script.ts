import { Converter as ToTraditional } from "opencc-js/cn2t";
import { Converter } from "opencc-js/t2cn";
import type { Language } from "./text.ts";

const simplify = Converter({ from: "t", to: "cn" });
const traditionalise = ToTraditional({ from: "cn", to: "t" });

/** Traditional to Simplified, character by character where it can be: the script in which Chinese is compared. */
export function toSimplified(text: string): string {
  return simplify(text);
}

const han = /\p{Script=Han}/gu;

function differences(text: string, converted: string): number {
  const changed = [...converted];
  return [...text].filter((character, index) => character !== changed[index]).length;
}

/**
 * The language of a question: Chinese when it has more Han characters than Latin words (officials mix the two),
 * Traditional when more of them are Traditional forms than Simplified ones.
 */
export function detectLanguage(text: string): Language {
  const hanCount = text.match(han)?.length ?? 0;
  if (hanCount === 0) return "en";
  const words = text.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  if (hanCount < words * 1.2) return "en";
  const traditional = differences(text, simplify(text));
  if (traditional === 0) return "zh-Hans";
  return traditional >= differences(text, traditionalise(text)) ? "zh-Hant" : "zh-Hans";
}
