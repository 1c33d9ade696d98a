import type { Rulebook } from "../rulebook/model.ts";
import { longestQuestion, normalise } from "./tokens.ts";

/** Knows which laws and rulebooks a rulebook names. */
export interface Titles {
  /**
   * A title in a question, in 《》 or an English "… Law", that stands nowhere in the rulebook; or one that stands there,
   * when the question is what that text itself says (《國務院工作規則》對…怎麼規定).
   */
  elsewhere(question: string): string | undefined;
}

const chineseTitle = /《([^》]{2,40})》/g;
const chineseTitleAsked = /《([^》]{2,40})》(?=对|對|里|裡|中|怎|如何|第|规定|規定|的规定|的規定)/g;
// no word of a title is longer: a chain of hyphens is not read again to its end from each of them
const englishTitle = /\b(?:[A-Z][\w'-]{1,40} ){1,5}(?:Law|Act|Code)\b/g;
const notOfTitle = /^(?:The|Under|By|In|Does|What|Is) /;

export function createTitles({ texts, data }: Rulebook): Titles {
  const own = Object.values(data.title).map(normalise);
  // read when the first title is asked about: few questions name one
  let words: string | undefined;
  const known = (title: string): boolean => {
    words ??= [...texts.values()]
      .flatMap((law) =>
        [...law.articles.values()].flatMap((article) => article.paragraphs.map((each) => normalise(each.text))),
      )
      .concat(own)
      .join("\n");
    return words.includes(normalise(title));
  };
  const found = (question: string, pattern: RegExp) =>
    [...question.matchAll(pattern)].map((match) => match[1] ?? match[0]);
  return {
    elsewhere(typed) {
      const question = typed.slice(0, longestQuestion);
      const named = [
        ...found(question, chineseTitle),
        ...found(question, englishTitle).map((title) => title.replace(notOfTitle, "")),
      ];
      return (
        named.find((title) => !known(title)) ??
        found(question, chineseTitleAsked).find((title) => !own.some((each) => each.includes(normalise(title))))
      );
    },
  };
}
