import { z } from "zod";
import { caseOf, wordAnswer } from "../src/ask/answer.ts";
import type { Answer } from "../src/ask/assistant.ts";
import { explainAnswer } from "../src/ask/explain.ts";
import { postFrom } from "../src/ask/post.ts";
import { longestQuestion } from "../src/ask/tokens.ts";
import { type Context, defineCommand } from "../src/command.ts";
import { entrustedFrom } from "../src/entrusted.ts";
import { inForce } from "../src/office/entrusting.ts";
import { type Acting, type Holders, inChargeOf, nameHolders, postsIn } from "../src/office/named.ts";
import { refusal } from "../src/office/permissions.ts";
import { withNarrower } from "../src/office/posts.ts";
import { type Button, note, type Reply, reply } from "../src/reply.ts";
import { whoIsReply } from "../src/roster-reply.ts";
import { detectLanguage } from "../src/script.ts";
import { holdersOf, peopleById, wasHeld } from "../src/store/people.ts";
import { inLanguage } from "../src/text.ts";
import { wordingFor } from "../src/wording/wording.ts";

export const ask = defineCommand({
  path: "ask",
  names: { "zh-Hans": "问", "zh-Hant": "問" },
  aliases: ["提问", "提問"],
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
  optionNames: {
    question: { "zh-Hans": "问题", "zh-Hant": "問題" },
    as: { "zh-Hans": "职务", "zh-Hant": "職務" },
    case: { "zh-Hans": "情形", "zh-Hant": "情形" },
    why: { "zh-Hans": "依据", "zh-Hant": "依據" },
  },
  positional: "question",
  needs: ["question"],
  takes: { question: "long" },
  hidden: ["case"],
  prose: true,
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
        en: '/ask who do I request leave from? as:"department head"',
        "zh-Hans": "/ask 我出差向谁请假？ 职务:局长",
        "zh-Hant": "/ask 我出差向誰請假？ 職務:局長",
      },
      explains: { en: "for a given post", "zh-Hans": "指明职务", "zh-Hant": "指明職務" },
    },
    {
      line: {
        en: "/ask how long may a meeting take? --why",
        "zh-Hans": "/ask 开会最长能开多久？ --依据",
        "zh-Hant": "/ask 開會最長能開多久？ --依據",
      },
      explains: { en: "and how it was found", "zh-Hans": "并说明怎样得出", "zh-Hant": "並說明怎樣得出" },
    },
  ],
  async run(options, context) {
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
    const own = { ...context, language, wording };
    const why = options.why ? explainAnswer(answer, context.rulebook, wording) : [];
    const somebody = await byRoster(answer, options.question, own);
    if (somebody) return { ...somebody, blocks: [...somebody.blocks, ...why] };
    const otherPosts = severalPosts(options, answer, own);
    const cut = options.question.length > longestQuestion ? [note(wording.ask.tooLong(longestQuestion))] : [];
    const named = await whoThatIs(answer, own);
    const worded = wordAnswer(answer, {
      rulebook: context.rulebook,
      wording,
      asked,
      before: named.blocks,
      after: [...cut, ...why],
    });
    return {
      ...worded,
      blocks: [...worded.blocks, ...otherPosts.blocks],
      citations: [...worded.citations, ...named.citations],
      buttons: [...worded.buttons, ...toAsk(answer, own), ...otherPosts.buttons],
    };
  },
});

/** Whoever learns whom they ask for leave can ask at once. */
function toAsk({ outcome, reading }: Answer, { visit, rulebook, wording }: Context): readonly Button[] {
  const post = visit?.actor.tenures[0]?.post;
  if (outcome.kind !== "answered" || post === undefined || reading.post !== post) return [];
  const row = outcome.facts[0].row;
  if (row?.table !== rulebook.data.leave?.table) return [];
  return [{ label: wording.leave.buttons.request, command: "leave request", options: {}, form: true }];
}

const nobody = { blocks: [], citations: [] };

/** Whoever may see the roster is told from it who somebody is; undefined when something else is asked. */
async function byRoster(
  { outcome, reading: { whoIs } }: Answer,
  question: string,
  context: Context,
): Promise<Reply | undefined> {
  const { visit, rulebook, language } = context;
  const mayBe = outcome.kind !== "not-covered" || outcome.reason === "holder" || outcome.reason === "off-topic";
  if (!whoIs || !mayBe || !visit || refusal("roster.see", visit.actor, rulebook.data.permissions)) return undefined;
  if (rulebook.data.posts[whoIs.post ?? ""]?.inCharge) {
    const inCharge = await namesOf([whoIs.post ?? ""], context);
    if (inCharge.blocks.length > 0) return reply({ tone: "answer", language, ...inCharge });
  }
  return whoIsReply(whoIs, question, visit, context);
}

/** Who holds the posts that the answer names: for people of the office, by its roster. */
async function whoThatIs({ outcome, reading }: Answer, context: Context): Promise<Pick<Reply, "blocks" | "citations">> {
  const { visit, rulebook } = context;
  if (outcome.kind !== "answered" || !visit || refusal("roster.see", visit.actor, rulebook.data.permissions))
    return nobody;
  return namesOf(postsIn(outcome.facts[0], reading), context);
}

async function namesOf(posts: readonly string[], context: Context): Promise<Pick<Reply, "blocks" | "citations">> {
  const { visit, rulebook } = context;
  if (!visit) return nobody;
  const { records, today, actor } = visit;
  const own = actor.tenures[0]?.department ?? "";
  const holders: Holders[] = [];
  for (const post of posts) {
    const { kind, inCharge } = rulebook.data.posts[post] ?? {};
    const people =
      inCharge && kind
        ? inChargeOf(own, await holdersOf(records, withNarrower(kind, rulebook.data.posts), today))
        : await holdersOf(records, [post], today);
    const vacant = people.length === 0 && !inCharge && (await wasHeld(records, post));
    holders.push({ post, people, vacant });
  }
  const inForceNow = inForce(await entrustedFrom(records, today), today);
  const acting = await peopleById(records, [...new Set(inForceNow.map(({ to }) => to.id))]);
  const acts = inForceNow.flatMap((entrustment): Acting[] => {
    const to = acting.find(({ id }) => id === entrustment.to.id);
    return to ? [{ entrustment, to }] : [];
  });
  return nameHolders(holders, acts, today, context);
}

/** Somebody with several posts is answered for the main one, when that matters, and offered the others. */
function severalPosts(
  options: { readonly question: string; readonly as?: string | undefined },
  { outcome, reading }: Answer,
  { visit, rulebook, wording, language }: Context,
): Pick<Reply, "blocks" | "buttons"> {
  const [main, ...others] = [...new Set(visit?.actor.tenures.map(({ post }) => post) ?? [])];
  const facts = outcome.kind === "answered" ? outcome.facts : outcome.kind === "silent" ? [outcome.fact] : [];
  const depends = reading.post === main && facts.some((fact) => fact.row?.when.post);
  if (!main || others.length === 0 || !depends || options.as !== undefined) return { blocks: [], buttons: [] };
  const name = (post: string) => inLanguage(rulebook.data.posts[post]?.name ?? {}, language);
  return {
    blocks: [note(wording.ask.asYourPost(name(main)))],
    buttons: others.map((post) => ({
      label: name(post),
      command: "ask",
      options: { question: options.question, as: post },
    })),
  };
}
