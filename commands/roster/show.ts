import { z } from "zod";
import { type Context, defineCommand } from "../../src/command.ts";
import { entrustedFrom } from "../../src/entrusted.ts";
import { peopleNamed, suggestRoster } from "../../src/find-people.ts";
import { nearest } from "../../src/office/nearest.ts";
import type { Entrustment, Person } from "../../src/office/people.ts";
import { refusal } from "../../src/office/permissions.ts";
import { postName, postNamed } from "../../src/office/posts.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { type Listed, listed, listedAbout } from "../../src/office/roster-list.ts";
import { type Block, type Button, note, paragraph, point, type Reply, reply } from "../../src/reply.ts";
import { accountsOf, linkedPeople } from "../../src/store/accounts.ts";
import { everybody } from "../../src/store/people.ts";
import { repeated } from "../../src/text.ts";
import type { Visit } from "../../src/visit.ts";
import { roster } from "./group.ts";

export const rosterShow = defineCommand({
  path: "roster show",
  group: roster,
  names: { "zh-Hans": "查看", "zh-Hant": "查看" },
  aliases: ["列表", "list"],
  summary: {
    en: "Show everybody, a department, a post, or one person with past and future posts",
    "zh-Hans": "查看全体人员、某部门、某职务，或某人（含曾任和将任职务）",
    "zh-Hant": "查看全體人員、某部門、某職務，或某人（含曾任和將任職務）",
  },
  options: z.object({ what: z.string().default("") }),
  optionHelp: {
    what: {
      en: "A department, a post, a name or an id; left out: everybody",
      "zh-Hans": "部门、职务、姓名或编号；不填则显示全体",
      "zh-Hant": "部門、職務、姓名或編號；不填則顯示全體",
    },
  },
  optionNames: { what: { "zh-Hans": "内容", "zh-Hant": "內容" } },
  positional: "what",
  suggest: { what: suggestRoster },
  action: () => "roster.see",
  examples: [
    {
      line: { en: "/roster show", "zh-Hans": "/roster show", "zh-Hant": "/roster show" },
      explains: { en: "everybody", "zh-Hans": "全体人员", "zh-Hant": "全體人員" },
    },
    {
      line: {
        en: "/roster show secretary-general",
        "zh-Hans": "/roster show 秘书长",
        "zh-Hant": "/roster show 秘書長",
      },
      explains: { en: "who holds a post", "zh-Hans": "担任某职务的人", "zh-Hant": "擔任某職務的人" },
    },
  ],
  async run({ what }, context) {
    const { visit } = context;
    if (!visit) return wordRefusal(undefined, context);
    const people = await everybody(visit.records);
    if (people.length === 0) return showEmpty(context);
    const { posts } = context.rulebook.data;
    const rows = listed(people, visit.today, posts);
    const wanted = what.trim();
    if (wanted === "") return showRows(rows, undefined, visit, context);
    const isPost = postNamed(wanted, posts) !== undefined;
    const [person, ...others] = isPost ? [] : await peopleNamed(visit.records, wanted, visit.today);
    if (person && others.length === 0) return showPerson(person, visit, context);
    const found = listedAbout(wanted, rows, posts);
    return found.length > 0 ? showRows(found, wanted, visit, context) : showNothing(wanted, rows, context);
  },
});

async function showRows(
  rows: readonly Listed[],
  about: string | undefined,
  { records, today }: Visit,
  { wording, language, rulebook }: Context,
): Promise<Reply> {
  const words = wording.roster.show;
  const linked = await linkedPeople(records);
  const { posts } = rulebook.data;
  const people = new Set(rows.map(({ person }) => person.id));
  const entrusted = about === undefined ? await entrustedFrom(records, today) : [];
  return reply({
    tone: "answer",
    language,
    blocks: [
      point(
        words.heading(about && repeated(about), people.size, [...people].filter((each) => linked.has(each)).length),
      ),
      {
        kind: "table",
        rows: [
          [words.department, words.name, words.title, words.post],
          ...rows.map(({ person, tenure }) => [
            tenure ? tenure.department || "–" : words.noPostToday,
            `${person.name}${linked.has(person.id) ? " ✓" : ""}`,
            tenure?.title ?? "",
            tenure ? postName(tenure.post, posts, language) : "",
          ]),
        ],
      },
      ...(rows.some(({ person }) => linked.has(person.id)) ? [note(words.mark)] : []),
      ...(entrusted.length > 0
        ? [paragraph(words.entrustments), entrustmentTable(entrusted, { wording, language, rulebook })]
        : []),
    ],
  });
}

function entrustmentTable(
  entrustments: readonly Entrustment[],
  { wording, language, rulebook }: Pick<Context, "wording" | "language" | "rulebook">,
): Block {
  const words = wording.roster.show;
  return {
    kind: "table",
    rows: [
      [words.post, words.by, words.to, words.span, words.occasion],
      ...entrustments.map(({ post, by, to, from, until, occasion }) => [
        postName(post, rulebook.data.posts, language),
        by.name,
        to.name,
        wording.roster.span(from, until),
        wording.roster.occasions[occasion],
      ]),
    ],
  };
}

async function showPerson(person: Person, visit: Visit, context: Context): Promise<Reply> {
  const { wording, language, rulebook } = context;
  const { records, today, actor } = visit;
  const words = wording.roster.show;
  const entrusted = (await entrustedFrom(records, today)).filter(
    ({ by, to }) => by.id === person.id || to.id === person.id,
  );
  const own = actor.person?.id === person.id;
  const accounts = await accountsOf(records, person.id);
  const named = accounts.map(({ platform, workspace, id, name }) => {
    const where = wording.platforms[platform] ?? platform;
    return actor.administrator
      ? wording.labelled(where, words.person(name, [workspace, id].filter(Boolean).join("/")))
      : where;
  });
  const tenures = person.tenures.map(({ post, title, department, from, until }) => [
    title,
    postName(post, rulebook.data.posts, language),
    department || "–",
    wording.roster.span(from, until),
    from !== null && from > today ? words.future : until !== null && until < today ? words.past : words.now,
  ]);
  return reply({
    tone: "answer",
    language,
    blocks: [
      point(words.person(person.name, person.id)),
      {
        kind: "table",
        rows: [[words.title, words.post, words.department, words.span, ""], ...tenures],
      },
      ...(person.portfolio.length > 0
        ? [paragraph(wording.labelled(words.portfolio, wording.roster.list(person.portfolio)))]
        : []),
      ...(entrusted.length > 0 ? [paragraph(words.entrustments), entrustmentTable(entrusted, context)] : []),
      ...((own || actor.administrator) && person.email ? [paragraph(wording.labelled(words.mail, person.email))] : []),
      paragraph(accounts.length > 0 ? wording.labelled(words.accounts, wording.roster.list(named)) : words.noAccount),
    ],
    buttons: personButtons(person, accounts.length, context),
  });
}

/** To give somebody without an account a code, for whoever may. */
function personButtons(person: Person, accounts: number, { visit, wording, rulebook }: Context): readonly Button[] {
  if (accounts > 0 || !visit || refusal("roster.link", visit.actor, rulebook.data.permissions)) return [];
  return [{ label: wording.roster.show.makeCode, command: "roster link", options: { person: person.id } }];
}

function showNothing(wanted: string, rows: readonly Listed[], { wording, language }: Context): Reply {
  const names = rows.flatMap(({ person, tenure }) => [
    person.name,
    ...(tenure ? [tenure.title, tenure.department].filter(Boolean) : []),
  ]);
  const near = nearest(wanted, names, 5);
  return reply({
    tone: "not-covered",
    language,
    blocks: [point(wording.roster.show.nothing(repeated(wanted))), paragraph(wording.roster.people.nextName(near))],
    buttons: [
      ...near.map((what) => ({ label: what, command: "roster show", options: { what } })),
      { label: "/roster show", command: "roster show", options: {} },
    ],
  });
}

function showEmpty({ wording, language }: Context): Reply {
  return reply({
    tone: "not-covered",
    language,
    blocks: [point(wording.roster.show.empty), paragraph(wording.roster.show.emptyNext)],
    buttons: [{ label: "/roster import", command: "roster import", options: {}, form: true }],
  });
}
