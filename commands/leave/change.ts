import { z } from "zod";
import { type Context, defineCommand } from "../../src/command.ts";
import { purposes } from "../../src/leave/leave.ts";
import { type Asker, askerIn } from "../../src/leave-desk/asker.ts";
import { changeOwnLeave } from "../../src/leave-desk/change-leave.ts";
import { ownAsTyped, ownCurrent, ownLine, suggestOwn } from "../../src/leave-desk/own-leave.ts";
import { purposeNames } from "../../src/leave-desk/purpose-names.ts";
import { paragraph, point, type Reply, reply } from "../../src/reply.ts";
import { leave } from "./group.ts";

export const leaveChange = defineCommand({
  path: "leave change",
  group: leave,
  names: { "zh-Hans": "变更", "zh-Hant": "變更" },
  aliases: ["修改", "edit"],
  summary: {
    en: "Change your request, extend your leave or come back earlier",
    "zh-Hans": "变更申请、续假或提前结束",
    "zh-Hant": "變更申請、續假或提前結束",
  },
  options: z.object({
    number: z.string().default(""),
    from: z.string().default(""),
    until: z.string().default(""),
    purpose: z.enum(purposes).optional(),
    place: z.string().default(""),
    reason: z.string().default(""),
  }),
  optionHelp: {
    number: { en: "The request's number", "zh-Hans": "申请编号", "zh-Hant": "申請編號" },
    from: {
      en: "The new first day; left out: as it was",
      "zh-Hans": "新的第一天；不填则不变",
      "zh-Hant": "新的第一天；不填則不變",
    },
    until: {
      en: "The new last day; left out: as it was",
      "zh-Hans": "新的最后一天；不填则不变",
      "zh-Hant": "新的最後一天；不填則不變",
    },
    purpose: { en: "What for", "zh-Hans": "事由类别", "zh-Hant": "事由類別" },
    place: { en: "Where to", "zh-Hans": "去往何处", "zh-Hant": "去往何處" },
    reason: { en: "Only for whoever decides", "zh-Hans": "只有审批人可见", "zh-Hant": "只有審批人可見" },
  },
  optionNames: {
    number: { "zh-Hans": "编号", "zh-Hant": "編號" },
    from: { "zh-Hans": "起", "zh-Hant": "起" },
    until: { "zh-Hans": "止", "zh-Hant": "止" },
    purpose: { "zh-Hans": "类别", "zh-Hant": "類別" },
    place: { "zh-Hans": "地点", "zh-Hant": "地點" },
    reason: { "zh-Hans": "事由", "zh-Hant": "事由" },
  },
  positional: "number",
  takes: { reason: "long" },
  suggest: { number: suggestOwn },
  choiceNames: { purpose: purposeNames },
  prefill: { by: "number", values: ownAsTyped },
  changes: true,
  action: () => "leave.ask",
  examples: [
    {
      line: { en: "/leave change", "zh-Hans": "/leave change", "zh-Hant": "/leave change" },
      explains: { en: "choose which", "zh-Hans": "选择要变更的申请", "zh-Hant": "選擇要變更的申請" },
    },
  ],
  async run(options, context) {
    const asker = askerIn(context);
    if ("refused" in asker) return asker.refused;
    if (options.number.trim() === "") return whichOne(options, asker, context);
    const { number: _, ...changes } = options;
    if (Object.values(changes).every((each) => !each?.trim())) return whatElse(options.number, context);
    return changeOwnLeave(options, asker);
  },
});

/** One's own requests, each with a button that opens the form. */
async function whichOne(
  { number: _, ...typed }: Readonly<Record<string, string | undefined>>,
  { at, person }: Asker,
  context: Context,
): Promise<Reply> {
  const { wording, language } = context;
  const words = wording.leaveRequest;
  const own = await ownCurrent(at, person.id);
  const given = Object.fromEntries(Object.entries(typed).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  if (own.length === 0) return reply({ tone: "answer", language, blocks: [point(words.change.none)] });
  return reply({
    tone: "needs",
    language,
    blocks: [point(words.change.which), { kind: "list", items: own.map((each) => ownLine(each, context)) }],
    buttons: own.map((each) => ({
      label: words.buttons.changeThat(wording.leave.number(each.number)),
      command: "leave change",
      options: { number: String(each.number), ...given },
      form: true,
    })),
  });
}

function whatElse(number: string, { wording, language }: Context): Reply {
  return reply({
    tone: "needs",
    language,
    blocks: [paragraph(wording.leaveRequest.change.nothingGiven)],
    buttons: [{ label: wording.leaveRequest.form.fill, command: "leave change", options: { number }, form: true }],
  });
}
