import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { suggestRoster } from "../../src/find-people.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { point, reply } from "../../src/reply.ts";
import { rosterReply } from "../../src/roster-reply.ts";
import { roster } from "./group.ts";

export const rosterWho = defineCommand({
  path: "roster who",
  group: roster,
  names: { "zh-Hans": "谁", "zh-Hant": "誰" },
  summary: {
    en: "Who holds a post, heads a department or is in charge of a matter today, and who is entrusted",
    "zh-Hans": "查询今天由谁担任某职务、主管某部门或分管某事项，以及受委托代理的人员",
    "zh-Hant": "查詢今天由誰擔任某職務、主管某部門或分管某事項，以及受委託代理的人員",
  },
  options: z.object({ what: z.string().default("") }),
  optionHelp: {
    what: {
      en: "A post, a department, a matter or a name",
      "zh-Hans": "职务、部门、事项或姓名",
      "zh-Hant": "職務、部門、事項或姓名",
    },
  },
  optionNames: { what: { "zh-Hans": "内容", "zh-Hant": "內容" } },
  positional: "what",
  needs: ["what"],
  suggest: { what: suggestRoster },
  action: () => "roster.see",
  examples: [
    {
      line: {
        en: "/roster who secretary-general",
        "zh-Hans": "/roster who 秘书长",
        "zh-Hant": "/roster who 秘書長",
      },
      explains: { en: "who holds a post", "zh-Hans": "由谁担任某职务", "zh-Hant": "由誰擔任某職務" },
    },
    {
      line: { en: "/roster who mayor", "zh-Hans": "/roster who 市长", "zh-Hant": "/roster who 市長" },
      explains: { en: "and who is entrusted", "zh-Hans": "以及受委托代理的人员", "zh-Hant": "以及受委託代理的人員" },
    },
  ],
  async run({ what }, context) {
    const { visit, language, wording } = context;
    if (!visit) return wordRefusal(undefined, context);
    const wanted = what.trim();
    const words = wording.roster.who;
    if (wanted === "")
      return reply({
        tone: "needs",
        language,
        blocks: [point(words.ask)],
        buttons: [{ label: wording.roster.entrust.fill, command: "roster who", options: {}, form: true }],
      });
    return rosterReply(wanted, visit, context);
  },
});
