import { z } from "zod";
import { defineCommand, type Group } from "../../../src/command.ts";
import { paragraph, reply } from "../../../src/reply.ts";

const group: Group = {
  path: "paper",
  names: { "zh-Hans": "公文", "zh-Hant": "公文" },
  summary: { en: "Papers", "zh-Hans": "公文", "zh-Hant": "公文" },
};

const text = (en: string, hans: string, hant = hans) => ({ en, "zh-Hans": hans, "zh-Hant": hant });

/** A command with every kind of option; it says what it was given. */
export const submit = defineCommand({
  path: "paper submit",
  group,
  names: { "zh-Hans": "报送", "zh-Hant": "報送" },
  summary: text("Submit a paper", "报送公文", "報送公文"),
  options: z.object({
    title: z.string().min(3),
    kind: z.enum(["notice", "report"]).default("notice"),
    urgent: z.stringbool().default(false),
    body: z.string().optional(),
    room: z.string().optional(),
    to: z.string().optional(),
    copies: z.string().optional(),
    number: z.string().optional(),
  }),
  optionHelp: {
    title: text("At least three characters", "至少三个字", "至少三個字"),
    kind: text("Which kind", "文种", "文種"),
    urgent: text("Is it urgent", "是否急件", "是否急件"),
    body: text("The text file", "文本文件", "文字檔"),
    room: text("A channel", "频道", "頻道"),
    to: text("To whom", "送给谁", "送給誰"),
    copies: text("How many", "份数", "份數"),
    number: text("Filled in by a button", "由按钮填写", "由按鈕填寫"),
  },
  optionNames: {
    title: { "zh-Hans": "标题", "zh-Hant": "標題" },
    kind: { "zh-Hans": "文种", "zh-Hant": "文種" },
    urgent: { "zh-Hans": "急件", "zh-Hant": "急件" },
    body: { "zh-Hans": "正文", "zh-Hant": "正文" },
    room: { "zh-Hans": "频道", "zh-Hant": "頻道" },
    to: { "zh-Hans": "主送", "zh-Hant": "主送" },
    copies: { "zh-Hans": "份数", "zh-Hant": "份數" },
    number: { "zh-Hans": "编号", "zh-Hant": "編號" },
  },
  positional: "title",
  needs: ["title"],
  takes: { body: "file", room: "channel" },
  hidden: ["number"],
  suggest: {
    to: (typed, { language, visit }) => {
      if (typed === "break") throw new Error("the list of people is torn");
      return [
        { label: `${typed} ${language} ${visit?.actor.account.name}`, value: "1" },
        { label: "long", value: "v".repeat(101) },
        { label: "l".repeat(120), value: "2" },
      ];
    },
  },
  choiceNames: { kind: { notice: text("notice", "通知", "通知"), report: text("report", "报告", "報告") } },
  examples: [{ line: text("/paper submit abc", "/paper submit 关于"), explains: text("submits", "报送") }],
  async run(given, { language, visit }) {
    await visit?.note({ action: "paper.submit", subject: "paper" });
    const { title, body = "", ...rest } = given;
    return reply({
      tone: "done",
      language,
      blocks: [paragraph(`${title}: ${JSON.stringify(rest)}`), paragraph(`${body.length} ${body.slice(0, 40)}`)],
    });
  },
});

/** Tells the whole channel what it was given, or whoever asked at length. */
export const post = defineCommand({
  path: "paper post",
  group,
  names: { "zh-Hans": "张贴", "zh-Hant": "張貼" },
  summary: text("Post a paper", "张贴公文", "張貼公文"),
  options: z.object({ words: z.string().default("notice"), pages: z.coerce.number().default(0) }),
  optionHelp: { words: text("Words", "内容", "內容"), pages: text("Pages", "页数", "頁數") },
  optionNames: { words: { "zh-Hans": "内容", "zh-Hant": "內容" }, pages: { "zh-Hans": "页数", "zh-Hant": "頁數" } },
  positional: "words",
  examples: [{ line: text("/paper post abc", "/paper post 通告"), explains: text("posts", "张贴") }],
  async run({ words, pages }, { language, visit }) {
    await visit?.note({ action: "paper.post", subject: "paper" });
    if (words === "to me")
      await visit?.send(
        `account:discord:${visit.actor.account.workspace}:${visit.actor.account.id}`,
        reply({ tone: "answer", language, blocks: [paragraph("a message")] }),
      );
    return reply({
      tone: "answer",
      language,
      blocks: Array.from({ length: pages * 30 || 1 }, (_, index) =>
        paragraph(pages === 0 ? words : `${index + 1}: ${words} ${"x".repeat(100)}`),
      ),
      files: words === "file" ? [{ name: "模板.csv", content: "姓名,职务\n" }] : [],
      buttons: Array.from({ length: words === "menu" ? 30 : 2 }, (_, index) => ({
        label: `Choice ${index + 1}`,
        command: "paper submit",
        options: { title: `chosen ${index + 1}`, number: "n".repeat(index === 1 ? 200 : 1) },
        ...(index === 29 ? { form: true as const } : {}),
      })),
      visibleTo: words === "secret" || pages > 0 ? "actor" : "channel",
    });
  },
});
