import type { Context, Group } from "../../src/command.ts";
import { type Desk, deskOf, numberMeant } from "../../src/deadline-desk/desk.ts";
import { whichDeadline } from "../../src/deadline-desk/list.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import type { Reply } from "../../src/reply.ts";

export const deadline: Group = {
  path: "deadline",
  names: { "zh-Hans": "督办", "zh-Hant": "督辦" },
  summary: {
    en: "Deadlines: documents handed over, tasks, instructions",
    "zh-Hans": "督办：交办公文、工作任务、领导批示",
    "zh-Hant": "督辦：交辦公文、工作任務、領導批示",
  },
};

/** Which one: what the option is for, and what it is called. */
export const numberHelp = {
  en: "Its number, or the document's own",
  "zh-Hans": "督办编号，或公文的文号",
  "zh-Hant": "督辦編號，或公文的文號",
};
export const numberName = { "zh-Hans": "编号", "zh-Hant": "編號" };

export const reasonHelp = {
  en: "Why: it is kept and shown",
  "zh-Hans": "理由，会留存并显示",
  "zh-Hant": "理由，會留存並顯示",
};
export const reasonName = { "zh-Hans": "理由", "zh-Hant": "理由" };

/** Does something at somebody's desk; whoever asks for nobody in particular is refused. */
export function atDesk(context: Context, work: (desk: Desk) => Promise<Reply>): Reply | Promise<Reply> {
  return context.visit ? work(deskOf(context.visit, context)) : wordRefusal(undefined, context);
}

/** The same with the one whose number was typed; where none was, with those to choose from. */
export function withNumber(
  typed: string,
  command: string,
  context: Context,
  work: (number: number, desk: Desk) => Promise<Reply>,
  { form = false }: { readonly form?: boolean } = {},
): Reply | Promise<Reply> {
  return atDesk(context, async (desk) => {
    const number = await numberMeant(typed, desk);
    return number === undefined ? whichDeadline(command, desk, { form }) : work(number, desk);
  });
}
