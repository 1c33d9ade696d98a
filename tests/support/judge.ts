import { z } from "zod";
import type { BatchAnswer } from "../../src/cli/ask-lines.ts";
import { languages } from "../../src/text.ts";

/** One question of the shared evaluation, with the answer that it is due. */
export const dueSchema = z.object({
  id: z.string(),
  lang: z.enum(languages),
  question: z.string(),
  as: z.string().nullable(),
  expect: z.enum(["answer", "not-covered", "clarify"]),
  /** The first citation must be one of these; none: any may be first. */
  articles: z.array(z.number()),
  /** What may be cited besides. */
  also: z.array(z.number()),
  /** What the answer must say: of each group, one wording. */
  facts: z.array(z.array(z.string())),
});
export type Due = z.output<typeof dueSchema>;

/** `wrong` tells the asker something that is not so; `miss` is an honest "not covered" or a question back instead. */
export type Verdict = "right" | "wrong" | "miss";

/** The verdict of score.mjs, written anew from its comments, so that the two check each other. */
export function verdictOn(due: Due, given: Pick<BatchAnswer, "status" | "text" | "citations">): Verdict {
  const complete = saysEverything(due, given);
  switch (due.expect) {
    case "not-covered":
      return { "not-covered": "right", clarify: "miss", answered: "wrong" }[given.status] as Verdict;
    case "clarify":
      if (given.status === "clarify") return "right";
      if (given.status === "not-covered") return "miss";
      return complete ? "right" : "wrong";
    case "answer": {
      if (given.status === "not-covered") return "miss";
      if (complete && citesFirst(due, given)) return "right";
      return given.status === "clarify" ? "miss" : "wrong";
    }
  }
}

/** Whether the first citation is one of those that are due. */
export function citesFirst({ articles }: Due, { citations }: Pick<BatchAnswer, "citations">): boolean {
  const [first] = citations;
  return articles.length === 0 || (first !== undefined && articles.includes(first.article));
}

function saysEverything({ facts }: Due, { text, citations }: Pick<BatchAnswer, "text" | "citations">): boolean {
  const quoted = citations.map(({ article, quote }) => `art. ${article} ${quote}`);
  // some wordings begin with a line break: they stand at the beginning of a line
  const read = `\n${withoutMarks([text, ...quoted].join("\n"))}`;
  return facts.every((wordings) =>
    wordings.some((each) => read.includes(each.toLowerCase()) || read.includes(withoutMarks(each))),
  );
}

const withoutMarks = (text: string): string => text.replace(/[*_`>]/g, "").toLowerCase();
