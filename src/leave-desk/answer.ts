import { paragraph, point, type Reply, reply } from "../reply.ts";
import { personById } from "../store/people.ts";
import type { Asker } from "./asker.ts";
import { answerQuestion } from "./decide.ts";
import { type Given, leaveMeant } from "./given.ts";
import { pendingReply } from "./pending.ts";
import { settledReply } from "./press.ts";

/** Whoever asked answers what the approver wants to know. */
export async function answerReply({ number, words }: Given, asker: Asker): Promise<Reply> {
  const { at, context, person } = asker;
  const { wording, language } = context;
  if (number === undefined) return pendingReply(asker);
  const leave = await leaveMeant(number, at.records, context);
  const named = wording.leave.number(number);
  const refused = (text: string) => reply({ tone: "refused", language, blocks: [point(text)] });
  if (leave.person !== person.id) return refused(wording.leave.onlyRequester);
  if (leave.status === "asked") return refused(wording.decisions.nothingAsked(named));
  if (leave.status !== "questioned") return settledReply(leave, asker);
  const options = { number: String(number) };
  if (words === "")
    return reply({
      tone: "needs",
      language,
      blocks: [point(wording.decisions.wordsNeeded.answer(named))],
      buttons: [{ label: wording.leave.buttons.answer, command: "leave answer", options, form: true }],
    });
  const answered = await answerQuestion(leave, words, at);
  if (!answered) return settledReply(leave, asker);
  const approver = answered.approver === null ? undefined : await personById(at.records, answered.approver);
  return reply({
    tone: "done",
    language,
    blocks: [
      point(wording.decisions.answered(named)),
      ...(approver ? [paragraph(wording.decisions.told(approver.name))] : []),
    ],
    buttons: [{ label: wording.leave.buttons.show, command: "leave show", options }],
  });
}
