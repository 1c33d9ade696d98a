import { z } from "zod";
import { languages } from "../text.ts";

/** A question of an evaluation file, with the right answer. */
export const evaluationSchema = z.object({
  id: z.string(),
  lang: z.enum(languages),
  question: z.string(),
  as: z.string().nullable(),
  expect: z.enum(["answer", "not-covered", "clarify"]),
  /** Articles that answer it: the first citation must be one of them. */
  articles: z.array(z.number()),
  /** Articles that may be cited as well. */
  also: z.array(z.number()),
  /** Of each group at least one wording must stand in the answer or in the words quoted. */
  facts: z.array(z.array(z.string())),
  topic: z.string(),
});
export type EvaluationQuestion = z.output<typeof evaluationSchema>;

export interface Judged {
  readonly status: "answered" | "clarify" | "not-covered";
  readonly text: string;
  readonly citations: readonly { readonly article: number; readonly quote: string }[];
}

/** `wrong`: something untrue was answered, the worst. `miss`: an honest "not covered" or a question back where an answer was due. */
export type Verdict = "right" | "wrong" | "miss";

const plain = (text: string): string => `\n${text.replace(/[*_`>]/g, "").toLowerCase()}`;

/** Judges an answer as the shared scoring does. */
export function judge(question: EvaluationQuestion, answer: Judged): Verdict {
  const { expect, articles, facts } = question;
  const [first] = answer.citations;
  const body = plain(
    [answer.text, ...answer.citations.map(({ article, quote }) => `art. ${article} ${quote}`)].join("\n"),
  );
  const complete = facts.every((group) => group.some((words) => body.includes(words.toLowerCase())));
  const rightPlace = articles.length === 0 || (first !== undefined && articles.includes(first.article));
  if (expect === "not-covered")
    return answer.status === "not-covered" ? "right" : answer.status === "clarify" ? "miss" : "wrong";
  if (answer.status === "not-covered") return "miss";
  if (expect === "clarify") return answer.status === "clarify" || complete ? "right" : "wrong";
  if (answer.status === "clarify") return complete && rightPlace ? "right" : "miss";
  return complete && rightPlace ? "right" : "wrong";
}
