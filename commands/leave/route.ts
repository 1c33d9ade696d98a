import { z } from "zod";
import { quotes } from "../../src/ask/sources.ts";
import { normalise } from "../../src/ask/tokens.ts";
import { type Choice, type Context, defineCommand } from "../../src/command.ts";
import { InputError } from "../../src/errors.ts";
import { postsOf, type Ruling, rulingOn } from "../../src/leave/ruling.ts";
import { rerouteOpen } from "../../src/leave-desk/reroute.ts";
import { ownRoute } from "../../src/leave-desk/roll.ts";
import { postName, postNamed } from "../../src/office/posts.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { type Block, note, paragraph, point, type Reply, reply } from "../../src/reply.ts";
import type { Rulebook } from "../../src/rulebook/model.ts";
import { leavesWhere } from "../../src/store/leave.ts";
import { readSettings, writeSetting } from "../../src/store/settings.ts";
import { inLanguage, repeated } from "../../src/text.ts";
import type { Visit } from "../../src/visit.ts";
import { leave } from "./group.ts";

export const leaveRoute = defineCommand({
  path: "leave route",
  group: leave,
  names: { "zh-Hans": "审批人", "zh-Hant": "審批人" },
  summary: {
    en: "Whom those ask for leave of whom the rules say nothing",
    "zh-Hans": "规则未作规定的，由本单位自定审批人",
    "zh-Hant": "規則未作規定的，由本單位自訂審批人",
  },
  options: z.object({ post: z.string().default(""), to: z.string().default("") }),
  optionHelp: {
    post: { en: "Whose leave: a post", "zh-Hans": "何种职务请假", "zh-Hant": "何種職務請假" },
    to: {
      en: "Which post they ask; “none” takes it away",
      "zh-Hans": "向何种职务请假；填“无”则取消",
      "zh-Hant": "向何種職務請假；填「無」則取消",
    },
  },
  optionNames: {
    post: { "zh-Hans": "职务", "zh-Hant": "職務" },
    to: { "zh-Hans": "审批人", "zh-Hant": "審批人" },
  },
  positional: "post",
  suggest: {
    post: (typed, context) => suggestPosts(typed, silentPosts(context.rulebook), context),
    to: (typed, context) => suggestPosts(typed, Object.keys(context.rulebook.data.posts), context),
  },
  changes: true,
  action: ({ post, to }) => (post.trim() === "" && to.trim() === "" ? undefined : "leave.route"),
  examples: [
    {
      line: { en: "/leave route", "zh-Hans": "/leave route", "zh-Hant": "/leave route" },
      explains: { en: "the present routes", "zh-Hans": "查看现有设定", "zh-Hant": "查看現有設定" },
    },
  ],
  async run({ post, to }, context) {
    const { visit } = context;
    if (!visit) return wordRefusal(undefined, context);
    if (post.trim() === "" && to.trim() === "") return show([], visit, context);
    return setRoute(post, to, visit, context);
  },
});

/** What the rules say of the journeys of a post's holders. */
const rulingFor = (post: string, rulebook: Rulebook): Ruling =>
  rulingOn({ post, occasion: rulebook.data.leave?.trip ?? "", away: [] }, rulebook);

/** Posts of whose journeys the rules do not say whom they ask. */
const silentPosts = (rulebook: Rulebook): readonly string[] =>
  postsOf(rulebook).filter((each) => rulingFor(each, rulebook).kind === "silent");

function suggestPosts(typed: string, posts: readonly string[], { rulebook, language }: Context): readonly Choice[] {
  return posts
    .map((id) => ({ label: postName(id, rulebook.data.posts, language), value: id }))
    .filter(({ label }) => normalise(label).includes(normalise(typed)));
}

const noneWords = ["none", "无", "無"];

async function setRoute(typed: string, typedTo: string, visit: Visit, context: Context): Promise<Reply> {
  const { rulebook, wording, language } = context;
  const words = wording.leaveRequest.route;
  const { posts } = rulebook.data;
  const nameOf = (id: string) => postName(id, posts, language);
  const post = postNamed(typed, posts);
  if (post === undefined)
    throw new InputError(words.unknown(repeated(typed), silentPosts(rulebook).map(nameOf)), "post");
  const ruling = rulingFor(post, rulebook);
  if (ruling.kind === "asks") return namedByRules(post, ruling, context);
  if (typedTo.trim() === "") throw new InputError(words.needsTo(nameOf(post)), "to");
  const none = noneWords.includes(normalise(typedTo)) || noneWords.includes(typedTo.trim());
  const to = none ? "" : postNamed(typedTo, posts);
  if (to === undefined) throw new InputError(words.unknownTo(repeated(typedTo)), "to");
  if (to === post) throw new InputError(words.itself(nameOf(post)), "to");
  const waiting = (await leavesWhere(visit.records, { statuses: ["asked", "questioned"] })).filter(
    (each) => each.authority === "office" && each.post === post,
  );
  if (to === "" && waiting.length > 0) throw new InputError(words.waiting(nameOf(post), waiting.length), "to");
  await writeSetting(visit.records, ownRoute + post, to);
  await visit.note({ action: "leave.route", subject: `post:${post}`, details: { to } });
  await rerouteOpen({ ...visit, rulebook, calendar: context.calendar });
  const done = to === "" ? words.removed(nameOf(post)) : words.set(nameOf(post), nameOf(to));
  return show([point(done), ...(to === "" ? [] : [paragraph(words.holds)])], visit, context);
}

/** Where the rules name somebody, the office cannot name somebody else. */
function namedByRules(post: string, { rule }: Ruling & { readonly kind: "asks" }, context: Context): Reply {
  const { rulebook, wording, language } = context;
  return reply({
    tone: "refused",
    language,
    blocks: [
      point(wording.leaveRequest.route.rulesName(postName(post, rulebook.data.posts, language))),
      paragraph(inLanguage(rule.say, language)),
      ...quotes([rule], { rulebook, wording }),
    ],
    citations: rule.because,
  });
}

/** The office's own routes, and the posts that have none. */
async function show(first: readonly Block[], { records }: Visit, context: Context): Promise<Reply> {
  const { rulebook, wording, language } = context;
  const words = wording.leaveRequest.route;
  const kept = await readSettings(records);
  const nameOf = (id: string) => postName(id, rulebook.data.posts, language);
  const rows = silentPosts(rulebook).map((post) => {
    const to = kept.get(ownRoute + post);
    return [nameOf(post), to === undefined ? words.nobodyYet : nameOf(to)];
  });
  return reply({
    tone: first.length > 0 ? "done" : "answer",
    language,
    blocks: [
      ...first,
      ...(first.length > 0 ? [] : [point(words.heading)]),
      { kind: "table", rows: [[words.post, words.asks], ...rows] },
      note(words.rulesFirst),
      note(words.ofDepartment),
    ],
    buttons: [{ label: words.change, command: "leave route", options: {}, form: true }],
  });
}
