/** The languages that Mishu speaks. `zh-Hans` is Simplified, `zh-Hant` Traditional Chinese. */
export const languages = ["en", "zh-Hans", "zh-Hant"] as const;
export type Language = (typeof languages)[number];

/** A text that is always there in all three languages. */
export type Text = Readonly<Record<Language, string>>;

/** A text of a rulebook: in the languages that the rulebook has, at least one. */
export type RulebookText = Readonly<Partial<Record<Language, string>>>;

const fallbacks: Record<Language, readonly Language[]> = {
  en: ["en", "zh-Hant", "zh-Hans"],
  "zh-Hans": ["zh-Hans", "zh-Hant", "en"],
  "zh-Hant": ["zh-Hant", "zh-Hans", "en"],
};

/** The text in the wanted language, or in the nearest that there is; "" only for an empty text. */
export function inLanguage(text: RulebookText, language: Language): string {
  for (const candidate of fallbacks[language]) {
    const found = text[candidate];
    if (found !== undefined) return found;
  }
  return "";
}

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language);
}

const longestShown = 60;

/** What a person typed in one line, without characters that move the cursor or hide what follows. */
export const inOneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();

/** What a person typed, as it may be repeated to them: short, and in one line. */
export function repeated(text: string): string {
  const visible = inOneLine(text.slice(0, longestShown * 4));
  return visible.length > longestShown ? `${visible.slice(0, longestShown)}…` : visible;
}
