import { z } from "zod";
import { caseOf, wordAnswer } from "../src/ask/answer.ts";
import { explainAnswer } from "../src/ask/explain.ts";
import { postFrom } from "../src/ask/post.ts";
import { longestQuestion } from "../src/ask/tokens.ts";
import { defineCommand } from "../src/command.ts";
import { note } from "../src/reply.ts";
import { detectLanguage } from "../src/script.ts";
import { wordingFor } from "../src/wording/wording.ts";

export const ask = defineCommand({
  path: "ask",
  aliases: ["问", "問", "提问", "提問"],
  summary: {
    en: "Ask the rules: the answer, the article and its exact words",
    "zh-Hans": "向规则提问：答案、条文和原文",
    "zh-Hant": "向規則提問：答案、條文和原文",
  },
  options: z.object({
    question: z.string().default(""),
    as: z.string().optional(),
    case: z.string().optional(),
    why: z.stringbool().default(false),
  }),
  optionHelp: {
    question: { en: "Your question", "zh-Hans": "您的问题", "zh-Hant": "您的問題" },
    as: { en: "The post of whoever asks", "zh-Hans": "提问人的职务", "zh-Hant": "提問人的職務" },
    case: {
      en: "The case, filled in by a button",
      "zh-Hans": "具体情形，由按钮填写",
      "zh-Hant": "具體情形，由按鈕填寫",
    },
    why: {
      en: "Also show how the answer was found",
      "zh-Hans": "同时说明怎样得出答案",
      "zh-Hant": "同時說明怎樣得出答案",
    },
  },
  positional: "question",
  examples: [
    {
      line: {
        en: "/ask who signs the minutes of the executive meeting?",
        "zh-Hans": "/ask 常务会议的纪要谁签发？",
        "zh-Hant": "/ask 常務會議的紀要誰簽發？",
      },
      explains: { en: "the answer with its article", "zh-Hans": "答案和条文", "zh-Hant": "答案和條文" },
    },
    {
      line: {
        en: "/ask who do I request leave from? as:department-head",
        "zh-Hans": "/ask 我出差向谁请假？ as:局长",
        "zh-Hant": "/ask 我出差向誰請假？ as:局長",
      },
      explains: { en: "for a given post", "zh-Hans": "指明职务", "zh-Hant": "指明職務" },
    },
    {
      line: {
        en: "/ask how long may a meeting take? --why",
        "zh-Hans": "/ask 开会最长能开多久？ --why",
        "zh-Hant": "/ask 開會最長能開多久？ --why",
      },
      explains: { en: "and how it was found", "zh-Hans": "并说明怎样得出", "zh-Hant": "並說明怎樣得出" },
    },
  ],
  run(options, context) {
    const language = context.languageSet
      ? context.language
      : options.question.trim()
        ? detectLanguage(options.question)
        : context.language;
    const wording = wordingFor(language);
    const post =
      options.as === undefined ? context.post : postFrom(options.as, context.rulebook, context.assistant, wording);
    const answer = context.assistant.ask(options.question, {
      language,
      ...(post === undefined ? {} : { post }),
      given: caseOf(options.case),
    });
    const asked = {
      question: options.question,
      ...(options.as === undefined ? {} : { as: options.as }),
      ...(options.case === undefined ? {} : { case: options.case }),
    };
    const reply = wordAnswer(answer, { rulebook: context.rulebook, wording, asked });
    const cut = options.question.length > longestQuestion ? [note(wording.ask.tooLong(longestQuestion))] : [];
    const why = options.why ? explainAnswer(answer, context.rulebook, wording) : [];
    return { ...reply, blocks: [...reply.blocks, ...cut, ...why] };
  },
});
