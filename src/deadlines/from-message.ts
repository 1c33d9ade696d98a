import type { Day } from "../dates.ts";
import { inOneLine } from "../text.ts";
import { documentNumberIn } from "./document-number.ts";

/** A message that somebody wrote in a chat. */
export interface SaidMessage {
  readonly text: string;
  /** "" where the chat does not tell. */
  readonly author: string;
  /** The day on which it was written, in the office's time zone. */
  readonly day: Day;
  /** Where it is to be found; "" where the chat does not tell. */
  readonly link: string;
}

/** As many characters of a message as a title may have. */
const longestTitle = 200;

/** What can be told from a message of something that is to be followed up: the options of the form, as they are typed. */
export function deadlineFrom({ text, author, day, link }: SaidMessage): Readonly<Record<string, string>> {
  const lines = text
    .split("\n")
    .map(inOneLine)
    .filter((each) => each !== "");
  const title = [...(lines[0] ?? "")];
  return Object.fromEntries(
    Object.entries({
      title: title.length > longestTitle ? `${title.slice(0, longestTitle - 1).join("")}…` : title.join(""),
      received: day,
      reference: documentNumberIn(text),
      from: inOneLine(author).slice(0, longestTitle),
      link,
    }).filter(([, value]) => value !== ""),
  );
}
