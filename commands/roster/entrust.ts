import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Context, defineCommand } from "../../src/command.ts";
import { type Day, parseDay } from "../../src/dates.ts";
import { entrustedFrom } from "../../src/entrusted.ts";
import { InputError } from "../../src/errors.ts";
import { describe, personNamed, suggestPeople } from "../../src/find-people.ts";
import { entrustmentRule, providedFor } from "../../src/office/entrusting.ts";
import {
  type Entrustment,
  type EntrustmentOccasion,
  entrustmentOccasions,
  type Person,
  tenuresOn,
} from "../../src/office/people.ts";
import { heldAs, postName, postNamed } from "../../src/office/posts.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { point, type Reply, reply } from "../../src/reply.ts";
import { type Citation, partCode } from "../../src/rulebook/cite.ts";
import { endEntrustment, entrustmentsFrom, keepEntrustment } from "../../src/store/entrustments.ts";
import { holdersOf } from "../../src/store/people.ts";
import { tellOfEntrustment } from "../../src/tell-entrustment.ts";
import { repeated, type Text } from "../../src/text.ts";
import type { Visit } from "../../src/visit.ts";
import { type Wording, wordingFor } from "../../src/wording/wording.ts";
import { roster } from "./group.ts";

const occasionNames = Object.fromEntries(
  entrustmentOccasions.map((each): [EntrustmentOccasion, Text] => [
    each,
    {
      en: wordingFor("en").roster.occasions[each],
      "zh-Hans": wordingFor("zh-Hans").roster.occasions[each],
      "zh-Hant": wordingFor("zh-Hant").roster.occasions[each],
    },
  ]),
);

export const rosterEntrust = defineCommand({
  path: "roster entrust",
  group: roster,
  names: { "zh-Hans": "委托", "zh-Hant": "委託" },
  summary: {
    en: "Record that the holder of a post entrusts somebody while away, or end it",
    "zh-Hans": "登记任职者外出期间委托他人代理，或提前结束委托",
    "zh-Hant": "登記任職者外出期間委託他人代理，或提前結束委託",
  },
  options: z.object({
    to: z.string().default(""),
    until: z.string().default(""),
    occasion: z.enum(entrustmentOccasions).optional(),
    from: z.string().default(""),
    post: z.string().default(""),
    end: z.stringbool().default(false),
  }),
  optionHelp: {
    to: { en: "Who is entrusted", "zh-Hans": "受委托的人员", "zh-Hant": "受委託的人員" },
    until: {
      en: "The last day, for example 2026-12-05",
      "zh-Hans": "最后一天，例如 2026-12-05",
      "zh-Hant": "最後一天，例如 2026-12-05",
    },
    occasion: { en: "Why they are away", "zh-Hans": "外出事由", "zh-Hant": "外出事由" },
    from: {
      en: "The first day; today when left out",
      "zh-Hans": "第一天；不填则为今天",
      "zh-Hant": "第一天；不填則為今天",
    },
    post: {
      en: "Whose post: a post, a title or a name; left out: the post that the rules name",
      "zh-Hans": "委托人的职务、职务名称或姓名；不填则为规则所指的职务",
      "zh-Hant": "委託人的職務、職務名稱或姓名；不填則為規則所指的職務",
    },
    end: { en: "End it today", "zh-Hans": "从今天起结束委托", "zh-Hant": "從今天起結束委託" },
  },
  optionNames: {
    to: { "zh-Hans": "受托人", "zh-Hant": "受託人" },
    until: { "zh-Hans": "止", "zh-Hant": "止" },
    occasion: { "zh-Hans": "事由", "zh-Hant": "事由" },
    from: { "zh-Hans": "起", "zh-Hant": "起" },
    post: { "zh-Hans": "职务", "zh-Hant": "職務" },
    end: { "zh-Hans": "结束", "zh-Hant": "結束" },
  },
  positional: "to",
  needs: ["to", "until", "occasion"],
  unless: ["end"],
  suggest: { to: suggestPeople, post: suggestPeople },
  choiceNames: { occasion: occasionNames },
  changes: true,
  action: () => "roster.entrust",
  examples: [
    {
      line: { en: "/roster entrust", "zh-Hans": "/roster entrust", "zh-Hant": "/roster entrust" },
      explains: { en: "a form to fill in", "zh-Hans": "填写表单", "zh-Hant": "填寫表單" },
    },
  ],
  async run(options, context) {
    const { visit } = context;
    if (!visit) return wordRefusal(undefined, context);
    if (options.end) return end(options.post, visit, context);
    const { to, until, occasion } = options;
    if (to.trim() === "" || until.trim() === "" || !occasion) return askForRest(options, context);
    return record({ ...options, occasion }, visit, context);
  },
});

interface Wanted {
  readonly to: string;
  readonly until: string;
  readonly from: string;
  readonly post: string;
  readonly occasion: EntrustmentOccasion;
}

function askForRest(options: Readonly<Record<string, unknown>>, { wording, language, rulebook }: Context): Reply {
  const words = wording.roster.entrust;
  const usual = usualPost(rulebook);
  const given = Object.entries(options).flatMap(([name, value]) =>
    typeof value === "string" && value !== "" ? [[name, value]] : [],
  );
  return reply({
    tone: "needs",
    language,
    blocks: [point(words.needs(usual && postName(usual, rulebook.data.posts, language)))],
    buttons: [{ label: words.fill, command: "roster entrust", options: Object.fromEntries(given), form: true }],
  });
}

async function record(wanted: Wanted, visit: Visit, context: Context): Promise<Reply> {
  const { rulebook, wording } = context;
  const { records, today } = visit;
  const words = wording.roster.entrust;
  const from = wanted.from.trim() === "" ? today : dayGiven(wanted.from, "from", wording);
  const until = dayGiven(wanted.until, "until", wording);
  if (until < from) throw new InputError(words.untilBeforeFrom(from, until), "until");
  if (until < today) throw new InputError(words.over(until), "until");
  const first = from < today ? today : from;
  const { post, by } = await giverOf(wanted.post, first, context);
  const to = await personNamed(wanted.to, "to", context);
  if (to.id === by.id) throw new InputError(words.themselves(by.name), "to");
  const overlapping = (await entrustedFrom(records, from)).find(
    (each) => each.post === post && each.by.id === by.id && each.from <= until && from <= each.until,
  );
  const title = heldAs(post, by, first, rulebook.data.posts, wording.language);
  if (overlapping)
    throw new InputError(
      words.overlaps(title, by.name, overlapping.to.name, wording.roster.span(overlapping.from, overlapping.until)),
      "from",
    );
  const rule = providedFor(post, to, first, rulebook);
  const entrustment: Entrustment = {
    id: randomUUID(),
    post,
    by: { id: by.id, name: by.name },
    to: { id: to.id, name: to.name },
    occasion: wanted.occasion,
    from,
    until,
    ...(visit.actor.person ? { recordedBy: visit.actor.person.id } : {}),
  };
  await keepEntrustment(records, entrustment, visit.now);
  await visit.note({
    action: "entrustment.record",
    subject: `post:${post}`,
    articles: rule?.fact.because.map(articleCode) ?? [],
    details: { by: by.id, to: to.id, from, until, occasion: wanted.occasion },
    about: by.id,
  });
  return tellOfEntrustment("recorded", entrustment, visit, context, rule !== undefined);
}

/** "6", "48/2": as the audit names articles. */
const articleCode = (citation: Citation): string =>
  [citation.article, partCode(citation)].filter((each) => each !== undefined).join("/");

function dayGiven(typed: string, field: "from" | "until", wording: Wording): Day {
  const day = parseDay(typed);
  if (day === undefined) throw new InputError(wording.roster.noDay(repeated(typed)), field);
  return day;
}

/** The post that the rules name as the one that is entrusted. */
const usualPost = (rulebook: Context["rulebook"]): string | undefined => entrustmentRule(rulebook)?.by[0];

/** Whose post it is, and which: named by the post, else by the person; left out, the post that the rules name. */
async function giverOf(
  typed: string,
  day: Day,
  context: Context,
): Promise<{ readonly post: string; readonly by: Person }> {
  const { visit, rulebook, wording, language } = context;
  const words = wording.roster.entrust;
  const { posts } = rulebook.data;
  const post = typed.trim() === "" ? usualPost(rulebook) : postNamed(typed, posts);
  if (typed.trim() === "" && post === undefined) throw new InputError(words.whosePost, "post");
  if (post !== undefined && visit) {
    const name = postName(post, posts, language);
    const [by, ...others] = await holdersOf(visit.records, [post], day);
    if (!by) throw new InputError(words.vacant(name, day), "post");
    if (others.length > 0)
      throw new InputError(words.severalHold(name, describe([by, ...others], day, wording)), "post");
    return { post, by };
  }
  const by = await personNamed(typed, "post", context);
  const [main] = tenuresOn(by, day);
  if (!main) throw new InputError(words.noPost(by.name, day), "post");
  return { post: main.post, by };
}

async function end(typed: string, visit: Visit, context: Context): Promise<Reply> {
  const { wording, language, rulebook } = context;
  const words = wording.roster.entrust;
  const all = await entrustmentsFrom(visit.records, visit.today);
  const post = postNamed(typed, rulebook.data.posts);
  const person = typed.trim() === "" || post !== undefined ? undefined : await personNamed(typed, "post", context);
  const meant = all.filter(
    (each) => (post === undefined || each.post === post) && (!person || each.by.id === person.id),
  );
  const [first, ...others] = meant;
  if (!first) throw new InputError(words.nothingToEnd, "post");
  // of one holder's entrustments the present one, or else the next, is meant
  if (others.some((each) => each.by.id !== first.by.id || each.post !== first.post))
    return reply({
      tone: "needs",
      language,
      blocks: [point(words.whichToEnd)],
      buttons: meant.filter(firstOfHolder).map(({ by, to }) => ({
        label: words.endButton(by.name, to.name),
        command: "roster entrust",
        options: { end: "true", post: by.id },
      })),
    });
  await endEntrustment(visit.records, first.id, visit.now);
  await visit.note({
    action: "entrustment.end",
    subject: `post:${first.post}`,
    details: { by: first.by.id, to: first.to.id, from: first.from, until: first.until },
    about: first.by.id,
  });
  return tellOfEntrustment("ended", first, visit, context, true);
}

const firstOfHolder = (each: Entrustment, index: number, all: readonly Entrustment[]): boolean =>
  all.findIndex(({ by }) => by.id === each.by.id) === index;
