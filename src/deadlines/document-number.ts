import { inOneLine } from "../text.ts";

/** A document's number as offices write it (文號): 常政办〔2026〕88号, also with [ ], 【 】 or ( ) around the year. */
const pattern =
  /([\p{Script=Han}]{1,12})\s*[〔［[【（(]\s*((?:19|20)\d{2})\s*[〕］\]】）)]\s*(?:第\s*)?(\d{1,5})\s*([号號])/u;

const written = (parts: RegExpExecArray): string => {
  const [, body = "", year = "", number = "", sign = ""] = parts;
  return `${body}〔${year}〕${Number(number)}${sign}`;
};

/** The first number of a document in a text, as it should be written; "" where there is none. */
export function documentNumberIn(text: string): string {
  const found = pattern.exec(text);
  return found ? written(found) : "";
}

/** A number that was typed, as it should be written; what looks otherwise stays as it was typed. */
export function documentNumber(typed: string): string {
  const found = pattern.exec(typed);
  return found && found[0] === typed.trim() ? written(found) : inOneLine(typed);
}
