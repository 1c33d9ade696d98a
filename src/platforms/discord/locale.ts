import type { Language } from "../../text.ts";

/** Discord's names of the Chinese languages; everything else is spoken to in English. */
export const chineseLocales = { "zh-Hans": "zh-CN", "zh-Hant": "zh-TW" } as const;

/** The language of somebody's Discord. */
export function languageOfLocale(locale: string): Language {
  if (locale === chineseLocales["zh-Hans"]) return "zh-Hans";
  return locale === chineseLocales["zh-Hant"] ? "zh-Hant" : "en";
}
