import { z } from "zod";
import { type Context, defineCommand } from "../../src/command.ts";
import { purposes } from "../../src/leave/leave.ts";
import { askerIn } from "../../src/leave-desk/asker.ts";
import { draftLeave } from "../../src/leave-desk/draft.ts";
import { noteDraft } from "../../src/leave-desk/note-draft.ts";
import {
  suggestMeetings,
  suggestOccasions,
  suggestOwnPosts,
  suggestPresiders,
} from "../../src/leave-desk/occasions.ts";
import { numberIn } from "../../src/leave-desk/own-leave.ts";
import { purposeNames } from "../../src/leave-desk/purpose-names.ts";
import { sendDraft } from "../../src/leave-desk/send-draft.ts";
import { point, type Reply, reply } from "../../src/reply.ts";
import { leave } from "./group.ts";

export const leaveRequest = defineCommand({
  path: "leave request",
  group: leave,
  names: { "zh-Hans": "申请", "zh-Hant": "申請" },
  aliases: ["提交", "new"],
  summary: {
    en: "Ask for leave: the rules tell whom, and you see it before it is sent",
    "zh-Hans": "请假：由规则确定审批人，提交前先预览",
    "zh-Hant": "請假：由規則確定審批人，提交前先預覽",
  },
  options: z.object({
    from: z.string().default(""),
    until: z.string().default(""),
    purpose: z.enum(purposes).optional(),
    place: z.string().default(""),
    reason: z.string().default(""),
    occasion: z.string().default(""),
    meeting: z.string().default(""),
    event: z.string().default(""),
    presider: z.string().default(""),
    post: z.string().default(""),
    send: z.string().default(""),
    with: z.string().default(""),
    note: z.string().default(""),
    change: z.string().default(""),
  }),
  optionHelp: {
    from: {
      en: "2026-12-01, 12-01, Friday, 12-01 pm, 12-01 to 12-03",
      "zh-Hans": "例如 2026-12-01、12月1日、周五、12月1日下午、12月1日至3日",
      "zh-Hant": "例如 2026-12-01、12月1日、週五、12月1日下午、12月1日至3日",
    },
    until: {
      en: "The last day; left out: the same day",
      "zh-Hans": "最后一天；不填则为同一天",
      "zh-Hant": "最後一天；不填則為同一天",
    },
    purpose: { en: "What for", "zh-Hans": "事由类别", "zh-Hant": "事由類別" },
    place: { en: "Where to", "zh-Hans": "去往何处", "zh-Hant": "去往何處" },
    reason: {
      en: "Only for whoever decides",
      "zh-Hans": "只有审批人可见",
      "zh-Hant": "只有審批人可見",
    },
    occasion: {
      en: "Left out: going away; else which meeting you cannot attend",
      "zh-Hans": "不填则为外出；不能参加会议的，选会议类型",
      "zh-Hant": "不填則為外出；不能參加會議的，選會議類型",
    },
    meeting: { en: "The meeting's number", "zh-Hans": "会议编号", "zh-Hant": "會議編號" },
    event: {
      en: "An important meeting or activity not kept here",
      "zh-Hans": "此处未登记的重要会议或活动名称",
      "zh-Hant": "此處未登記的重要會議或活動名稱",
    },
    presider: {
      en: "Who presides over the meeting",
      "zh-Hans": "会议由谁主持",
      "zh-Hant": "會議由誰主持",
    },
    post: {
      en: "By which of your posts",
      "zh-Hans": "以哪一职务请假",
      "zh-Hant": "以哪一職務請假",
    },
    send: { en: "Draft to send", "zh-Hans": "提交的草稿", "zh-Hant": "提交的草稿" },
    with: { en: "Meetings as well", "zh-Hans": "一并请假的会议", "zh-Hant": "一併請假的會議" },
    note: { en: "Draft to note", "zh-Hans": "登记的草稿", "zh-Hant": "登記的草稿" },
    change: { en: "Draft to change", "zh-Hans": "修改的草稿", "zh-Hant": "修改的草稿" },
  },
  optionNames: {
    from: { "zh-Hans": "起", "zh-Hant": "起" },
    until: { "zh-Hans": "止", "zh-Hant": "止" },
    purpose: { "zh-Hans": "类别", "zh-Hant": "類別" },
    place: { "zh-Hans": "地点", "zh-Hant": "地點" },
    reason: { "zh-Hans": "事由", "zh-Hant": "事由" },
    occasion: { "zh-Hans": "类型", "zh-Hant": "類型" },
    meeting: { "zh-Hans": "会议", "zh-Hant": "會議" },
    event: { "zh-Hans": "活动", "zh-Hant": "活動" },
    presider: { "zh-Hans": "主持", "zh-Hant": "主持" },
    post: { "zh-Hans": "职务", "zh-Hant": "職務" },
    send: { "zh-Hans": "提交", "zh-Hant": "提交" },
    with: { "zh-Hans": "一并", "zh-Hant": "一併" },
    note: { "zh-Hans": "登记", "zh-Hant": "登記" },
    change: { "zh-Hans": "修改", "zh-Hant": "修改" },
  },
  positional: "from",
  needs: ["from"],
  unless: ["meeting", "send", "note"],
  hidden: ["send", "with", "note", "change"],
  takes: { reason: "long" },
  suggest: {
    occasion: suggestOccasions,
    meeting: suggestMeetings,
    presider: suggestPresiders,
    post: suggestOwnPosts,
  },
  choiceNames: { purpose: purposeNames },
  changes: true,
  action: () => "leave.ask",
  examples: [
    {
      line: { en: "/leave request", "zh-Hans": "/leave request", "zh-Hant": "/leave request" },
      explains: { en: "a form to fill in", "zh-Hans": "填写表单", "zh-Hant": "填寫表單" },
    },
    {
      line: {
        en: "/leave request 12-01 to 12-03 purpose:business place:Nanjing",
        "zh-Hans": "/leave request 12月1日至3日 类别:出差 地点:南京",
        "zh-Hant": "/leave request 12月1日至3日 類別:出差 地點:南京",
      },
      explains: { en: "a trip of three days", "zh-Hans": "外出三天", "zh-Hant": "外出三天" },
    },
  ],
  async run(options, context) {
    const asker = askerIn(context);
    if ("refused" in asker) return asker.refused;
    const { send, with: meetings, note, ...typed } = options;
    if (note !== "") return noteDraft(numberIn(note, context), asker);
    if (send !== "") return sendDraft(numberIn(send, context), (meetings.match(/\d{1,9}/g) ?? []).map(Number), asker);
    const again = Object.fromEntries(Object.entries(typed).flatMap(([name, value]) => (value ? [[name, value]] : [])));
    if (typed.from.trim() === "" && typed.meeting.trim() === "") return askForDays(again, context);
    return draftLeave(typed, asker, again);
  },
});

function askForDays(given: Readonly<Record<string, string>>, { wording, language }: Context): Reply {
  const { form } = wording.leaveRequest;
  return reply({
    tone: "needs",
    language,
    blocks: [point(form.needs)],
    buttons: [{ label: form.fill, command: "leave request", options: given, form: true }],
  });
}
