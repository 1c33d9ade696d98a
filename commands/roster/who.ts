import { z } from "zod";
import { quoteBlock } from "../../src/ask/sources.ts";
import { normalise } from "../../src/ask/tokens.ts";
import { type Context, defineCommand } from "../../src/command.ts";
import { entrustedFrom } from "../../src/entrusted.ts";
import { suggestRoster } from "../../src/find-people.ts";
import { inForce, providedFor } from "../../src/office/entrusting.ts";
import { nearest } from "../../src/office/nearest.ts";
import { type Entrustment, type Person, type Tenure, tenuresOn } from "../../src/office/people.ts";
import { postName, postNamed, rankOf, withNarrower } from "../../src/office/posts.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { type Block, note, paragraph, point, type Reply, reply } from "../../src/reply.ts";
import type { Citation } from "../../src/rulebook/cite.ts";
import { everybody } from "../../src/store/people.ts";
import { repeated } from "../../src/text.ts";
import type { Visit } from "../../src/visit.ts";
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
        "zh-Hans": "/花名册 谁 秘书长",
        "zh-Hant": "/名冊 誰 秘書長",
      },
      explains: { en: "who holds a post", "zh-Hans": "由谁担任某职务", "zh-Hant": "由誰擔任某職務" },
    },
    {
      line: { en: "/roster who mayor", "zh-Hans": "/花名册 谁 市长", "zh-Hant": "/名冊 誰 市長" },
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
    const people = await everybody(visit.records);
    const answers = answersTo(wanted, people, visit, context);
    if (answers.length === 0) return nobody(wanted, people, visit, context);
    const entrustments = inForce(await entrustedFrom(visit.records, visit.today), visit.today);
    const acting = actingFor(answers, entrustments, people, visit, context);
    return reply({
      tone: "answer",
      language,
      blocks: [
        ...answers.flatMap(({ heading, found, more }): readonly Block[] => [
          point(heading),
          {
            kind: "table",
            rows: [
              [words.name, words.title, words.department],
              ...found.map(({ person, tenure }) => [person.name, tenure?.title ?? "–", tenure?.department || "–"]),
            ],
          },
          ...(more > 0 ? [note(words.more(more))] : []),
        ]),
        ...acting.blocks,
      ],
      citations: acting.citations,
      buttons: [{ label: `/roster show ${repeated(wanted)}`, command: "roster show", options: { what: wanted } }],
    });
  },
});

interface Found {
  readonly person: Person;
  readonly tenure: Tenure | undefined;
}

interface Answer {
  readonly heading: string;
  readonly found: readonly Found[];
  /** Others of the same department, below. */
  readonly more: number;
}

/** What the words mean in the roster of today: a post, else a title; else departments, matters and names. */
function answersTo(
  wanted: string,
  people: readonly Person[],
  { today }: Visit,
  { rulebook, wording, language, assistant }: Context,
): readonly Answer[] {
  const { posts } = rulebook.data;
  const words = wording.roster.who;
  const shown = repeated(wanted);
  const all: readonly Found[] = people.flatMap((person) =>
    tenuresOn(person, today).map((tenure) => ({ person, tenure })),
  );
  const answer = (heading: string, found: readonly Found[], more = 0): readonly Answer[] =>
    found.length > 0 ? [{ heading, found, more }] : [];
  const holders = (post: string): readonly Answer[] => {
    const meant = withNarrower(post, posts);
    const found = all.filter(({ tenure }) => tenure && meant.includes(tenure.post));
    return answer(words.holds(postName(post, posts, language), found.length), byRank(found, posts));
  };
  const post = postNamed(wanted, posts);
  if (post !== undefined) return holders(post);
  const text = normalise(wanted);
  const says = (each: string | undefined) => each !== undefined && normalise(each).includes(text);
  const titled = all.filter(({ tenure }) => tenure && normalise(tenure.title) === text);
  if (titled.length > 0) return answer(words.holds(shown, titled.length), titled);
  const departments = [...new Set(all.flatMap(({ tenure }) => tenure?.department || []))];
  const meant = departments.filter((each) => normalise(each) === text);
  const inDepartments = (meant.length > 0 ? meant : departments.filter(says)).flatMap((department) => {
    const members = byRank(
      all.filter(({ tenure }) => tenure?.department === department),
      posts,
    );
    const rank = members[0]?.tenure ? rankOf(members[0].tenure.post, posts) : 0;
    const heads = members.filter(({ tenure }) => tenure && rankOf(tenure.post, posts) === rank);
    return answer(words.inDepartment(department), heads, members.length - heads.length);
  });
  const inCharge = people
    .filter(({ portfolio }) => portfolio.some((matter) => says(matter) || text.includes(normalise(matter))))
    .map((person): Found => ({ person, tenure: tenuresOn(person, today)[0] }))
    .filter(({ tenure }) => tenure !== undefined);
  const named = people
    .filter(({ name }) => says(name))
    .map((person): Found => ({ person, tenure: tenuresOn(person, today)[0] }));
  const found = [
    ...answer(words.inCharge(shown), byRank(inCharge, posts)),
    ...inDepartments,
    ...answer(words.named(shown), named),
  ];
  if (found.length > 0) return found;
  // other words for a post: 局长, bureau director
  const other = assistant.concepts(wanted).find((each) => Object.hasOwn(posts, each));
  return other === undefined ? [] : holders(other);
}

function byRank(found: readonly Found[], posts: Parameters<typeof rankOf>[1]): readonly Found[] {
  const rank = ({ tenure }: Found) => (tenure ? rankOf(tenure.post, posts) : Number.MAX_SAFE_INTEGER);
  return found.toSorted((a, b) => rank(a) - rank(b));
}

/** Who acts for whom of those found; the rules are quoted only where they provide for it. */
function actingFor(
  answers: readonly Answer[],
  entrustments: readonly Entrustment[],
  people: readonly Person[],
  { today }: Visit,
  { rulebook, wording, language }: Context,
): { readonly blocks: readonly Block[]; readonly citations: readonly Citation[] } {
  const acting = entrustments.filter(({ by, post }) =>
    answers.some(({ found }) => found.some(({ person, tenure }) => person.id === by.id && tenure?.post === post)),
  );
  const rules = new Set<Citation>();
  const blocks = acting.flatMap(({ post, by, to, from, until, occasion }): readonly Block[] => {
    const deputy = people.find(({ id }) => id === to.id);
    const rule = deputy && providedFor(post, deputy, today, rulebook);
    for (const each of rule?.fact.because ?? []) rules.add(each);
    const name = postName(post, rulebook.data.posts, language);
    const span = wording.roster.span(from, until);
    return [
      point(wording.roster.who.acts(name, by.name, to.name, span, wording.roster.occasions[occasion])),
      ...(rule ? [] : [note(wording.roster.who.ownArrangement)]),
    ];
  });
  return {
    blocks: [...blocks, ...[...rules].map((each) => quoteBlock(each, rulebook, language))],
    citations: [...rules],
  };
}

function nobody(wanted: string, people: readonly Person[], { today }: Visit, context: Context): Reply {
  const { wording, language, rulebook } = context;
  const post = postNamed(wanted, rulebook.data.posts);
  const names = people.flatMap((person) => [
    person.name,
    ...person.portfolio,
    ...tenuresOn(person, today).flatMap(({ title, department }) => [title, department].filter(Boolean)),
  ]);
  const near = nearest(wanted, names, 5);
  const words = wording.roster.who;
  return reply({
    tone: "not-covered",
    language,
    blocks: [
      point(
        post === undefined
          ? words.nothing(repeated(wanted))
          : words.vacant(postName(post, rulebook.data.posts, language)),
      ),
      paragraph(wording.roster.people.nextName(near)),
    ],
    buttons: [
      ...near.map((what) => ({ label: what, command: "roster who", options: { what } })),
      { label: "/roster show", command: "roster show", options: {} },
    ],
  });
}
