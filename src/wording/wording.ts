import type { Step } from "../ask/outcome.ts";
import type { QuestionKind, units } from "../rulebook/model.ts";
import type { Language } from "../text.ts";
import { en } from "./en.ts";
import { zhHans } from "./zh-hans.ts";
import { zhHant } from "./zh-hant.ts";

/** Everything that Mishu says in its own words. The compiler sees to it that no language lacks one. */
export interface Wording {
  readonly language: Language;
  /** Under every answer: which rulebook, which edition. `source`: the language that decides, when the reader sees another. */
  edition(title: string, edition: string, source: Language | undefined): string;
  /** "Read as: …", 读作：… */
  labelled(label: string, text: string): string;
  readonly ask: {
    readonly dependsOnYou: string;
    readonly dependsOnCase: string;
    branch(label: string, answer: string): string;
    /** Before the corrected answer: "Not 15 working days: 7 working days." */
    notSo(claimed: string, right: string): string;
    moreArticles(count: number): string;
    list(names: readonly string[], any: boolean): string;
    takenAs(name: string): string;
    readonly touches: string;
    readonly kinds: Readonly<Record<QuestionKind, string>>;
    doNotSay(kind: string): string;
    readonly whatTheySay: string;
    readonly unsure: string;
    readonly seeAlso: string;
    readonly notCovered: string;
    readonly notCoveredNext: string;
    elsewhere(named: string | undefined, title: string): string;
    readonly notAQuestion: string;
    readonly empty: string;
    tooLong(limit: number): string;
    noArticle(name: string, last: string): string;
    unit(value: number, unit: (typeof units)[number]): string;
    times(times: number, per: "week" | "month" | "quarter" | "half-year" | "year"): string;
  };
  readonly rule: {
    readonly refersToIt: string;
    readonly found: (count: number, query: string) => string;
    readonly nothingFound: (query: string) => string;
    readonly noPlace: (place: string, last: number) => string;
    readonly previous: string;
    readonly next: string;
    readonly inForce: string;
    readonly more: (count: number) => string;
  };
  readonly help: {
    readonly title: string;
    readonly intro: string;
    readonly commands: string;
    readonly tryThese: string;
    readonly options: string;
    unknown(name: string): string;
  };
  readonly why: {
    readonly title: string;
    readonly read: string;
    readonly language: string;
    readonly asker: string;
    readonly concepts: string;
    readonly kinds: string;
    readonly competed: string;
    readonly decision: string;
    readonly none: string;
    step(step: Step): string;
  };
  readonly errors: {
    option(name: string, problem: string, example: string): string;
    unknownPost(post: string, known: string): string;
    unexpected(reference: string): string;
  };
  readonly console: {
    welcome(title: string): string;
    readonly hint: string;
    readonly choose: string;
    asPost(post: string): string;
    readonly asNobody: string;
    languageSet: string;
    languageAuto: string;
    unknownLanguage(given: string): string;
    unknownSetting(given: string): string;
    noChoice(number: number): string;
  };
}

const wordings: Readonly<Record<Language, Wording>> = { en, "zh-Hans": zhHans, "zh-Hant": zhHant };

export function wordingFor(language: Language): Wording {
  return wordings[language];
}
