import { z } from "zod";
import { refusedForAdministrator } from "../../src/administrators-only.ts";
import { type Context, defineCommand } from "../../src/command.ts";
import type { Day } from "../../src/dates.ts";
import { rerouteOpen } from "../../src/leave-desk/reroute.ts";
import type { Person } from "../../src/office/people.ts";
import { postName } from "../../src/office/posts.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { readRoster } from "../../src/office/roster-csv.ts";
import type { RosterProblem } from "../../src/office/roster-faults.ts";
import { endedBy, planImport, type RosterPlan } from "../../src/office/roster-import.ts";
import { rosterTemplate } from "../../src/office/roster-template.ts";
import { type Block, type File, note, paragraph, point, type Reply, reply } from "../../src/reply.ts";
import { everybody, keepPerson } from "../../src/store/people.ts";
import type { Visit } from "../../src/visit.ts";
import type { Wording } from "../../src/wording/wording.ts";
import { roster } from "./group.ts";

const mostNames = 10;
const mostChanges = 20;

export const rosterImport = defineCommand({
  path: "roster import",
  group: roster,
  names: { "zh-Hans": "导入", "zh-Hant": "匯入" },
  summary: {
    en: "Import the roster from a CSV file, or get a template",
    "zh-Hans": "用 CSV 文件导入花名册，或取得模板",
    "zh-Hant": "用 CSV 檔案匯入名冊，或取得範本",
  },
  options: z.object({ file: z.string().default(""), template: z.stringbool().default(false) }),
  optionHelp: {
    file: {
      en: "The roster as CSV (UTF-8), one line for each post held",
      "zh-Hans": "CSV 格式（UTF-8）的花名册，每个职务一行",
      "zh-Hant": "CSV 格式（UTF-8）的名冊，每個職務一列",
    },
    template: { en: "Only give me a template", "zh-Hans": "只要模板", "zh-Hant": "只要範本" },
  },
  optionNames: {
    file: { "zh-Hans": "文件", "zh-Hant": "檔案" },
    template: { "zh-Hans": "模板", "zh-Hant": "範本" },
  },
  positional: "file",
  needs: ["file"],
  unless: ["template"],
  takes: { file: "file" },
  changes: true,
  action: () => "roster.import",
  examples: [
    {
      line: {
        en: "/roster import --template",
        "zh-Hans": "/roster import --模板",
        "zh-Hant": "/roster import --範本",
      },
      explains: { en: "a file to fill in", "zh-Hans": "供填写的文件", "zh-Hant": "供填寫的檔案" },
    },
  ],
  async run({ file, template }, context) {
    const { visit, language, rulebook } = context;
    if (!visit) return wordRefusal(undefined, context);
    if (template || file.trim() === "") return giveTemplate(template, context);
    const kept = await everybody(visit.records);
    const read = readRoster(file, {
      posts: rulebook.data.posts,
      language,
      officeLanguage: visit.settings.language,
      meant: (typed) => context.assistant.concepts(typed),
      numbers: new Map(kept.map(({ id, name }) => [id, name])),
      mails: new Map(kept.flatMap(({ email, ...owner }) => (email === null ? [] : [[email, owner]]))),
    });
    if (read.kind === "problems") return tellProblems(read.problems, read.count, context);
    const plan = planImport(kept, read.people, read.told, visit.today);
    const no = await refusedMails(plan, visit, context);
    if (no) return no;
    await carryOut(plan, visit);
    // whoever holds a post from now on has at once what waits for it
    if (plan.added.length + plan.changed.length > 0)
      await rerouteOpen({ ...visit, rulebook, calendar: context.calendar });
    return tellImport(plan, visit.today, context);
  },
});

const templateFile = ({ rulebook, language }: Context): File => ({
  name: "roster-template.csv",
  content: rosterTemplate(rulebook.data.posts, language),
});

function giveTemplate(wanted: boolean, context: Context): Reply {
  const { language, rulebook, wording } = context;
  const words = wording.roster.import;
  const { posts } = rulebook.data;
  return reply({
    tone: wanted ? "answer" : "needs",
    language,
    blocks: [
      point(words.template),
      { kind: "list", items: words.howTo },
      {
        kind: "table",
        rows: [[words.postId, words.postName], ...Object.keys(posts).map((id) => [id, postName(id, posts, language)])],
      },
    ],
    files: [templateFile(context)],
    buttons: [{ label: words.chooseFile, command: "roster import", options: {}, form: true }],
  });
}

/** `count`: how many there are, of which these are the first. */
function tellProblems(problems: readonly RosterProblem[], count: number, context: Context): Reply {
  const { language, wording } = context;
  const words = wording.roster.import;
  return reply({
    tone: "problem",
    language,
    blocks: [
      point(words.refused(count)),
      {
        kind: "table",
        rows: [
          [words.line, words.column, words.problem],
          ...problems.map((each) => [
            each.at === undefined ? "" : String(each.at),
            each.heading ?? "",
            words.fault(each),
          ]),
        ],
      },
      ...(count > problems.length ? [paragraph(words.moreProblems(count - problems.length))] : []),
      paragraph(words.correct),
    ],
    files: [templateFile(context)],
    buttons: [{ label: words.chooseFile, command: "roster import", options: {}, form: true }],
  });
}

/** An account with a verified address links itself: who gives an administrator another one could become one by it. */
async function refusedMails({ changed }: RosterPlan, visit: Visit, context: Context): Promise<Reply | undefined> {
  for (const { after, what } of changed) {
    const no = what.includes("email") ? await refusedForAdministrator(after, visit, context) : undefined;
    if (no)
      return { ...no, blocks: [point(context.wording.roster.import.administratorsMail(after.name)), ...no.blocks] };
  }
  return undefined;
}

/** Writes what changes; the request's transaction makes it all or nothing. */
async function carryOut({ added, changed }: RosterPlan, { records, note: audit }: Visit): Promise<void> {
  if (added.length + changed.length === 0) return;
  await audit({
    action: "roster.import",
    subject: "roster",
    details: { added: added.length, changed: changed.length },
  });
  // an address may pass from one person to another: whoever gives one up does so first
  for (const { before, after } of changed)
    if (before.email !== null && before.email !== after.email) await keepPerson(records, { ...before, email: null });
  for (const person of added) {
    await keepPerson(records, person);
    await audit({ action: "person.add", subject: `person:${person.id}`, details: { ...person }, about: person.id });
  }
  for (const { before, after, what } of changed) {
    await keepPerson(records, after);
    await audit({
      action: "person.change",
      subject: `person:${after.id}`,
      details: { what, before, after },
      about: after.id,
    });
  }
}

function tellImport(plan: RosterPlan, today: Day, context: Context): Reply {
  const { language, wording } = context;
  const { added, changed, unchanged, absent } = plan;
  const words = wording.roster.import;
  const nothing = added.length + changed.length === 0;
  return reply({
    tone: nothing ? "answer" : "done",
    language,
    blocks: [
      point(nothing ? words.nothingChanged : words.imported(added.length + changed.length + unchanged.length)),
      {
        kind: "table",
        rows: [
          [words.people, words.count],
          ...(
            [
              [words.added, added],
              [words.changed, changed],
              [words.unchanged, unchanged],
              [words.absent, absent],
            ] as const
          ).flatMap(([name, people]) => (people.length > 0 ? [[name, String(people.length)]] : [])),
        ],
      },
      ...changesBlocks(plan, today, context),
      ...(absent.length > 0 ? [paragraph(words.stay(namesOf(absent, context))), note(words.toEnd)] : []),
      ...(nothing ? [] : [paragraph(words.next)]),
    ],
    buttons: [{ label: words.show, command: "roster show", options: {} }],
  });
}

function changesBlocks({ changed }: RosterPlan, today: Day, { wording }: Context): readonly Block[] {
  const words = wording.roster.import;
  if (changed.length === 0) return [];
  return [
    {
      kind: "table",
      rows: [
        [words.person, words.whatChanged],
        ...changed
          .slice(0, mostChanges)
          .map((each) => [
            wording.roster.show.person(each.after.name, each.after.id),
            wording.roster.list([...each.what.map((what) => words.changes[what]), ...endedPosts(each, today, wording)]),
          ]),
      ],
    },
    ...(changed.length > mostChanges ? [note(words.more(changed.length - mostChanges))] : []),
  ];
}

/** What somebody no longer holds, with its name: the word "posts" alone would hide it. */
function endedPosts(change: Parameters<typeof endedBy>[0], today: Day, { roster: words }: Wording): readonly string[] {
  const titles = endedBy(change, today).map(({ title }) => title);
  return titles.length > 0 ? [words.import.ended(words.list(titles))] : [];
}

function namesOf(people: readonly Person[], { wording }: Context): string {
  const names = people.slice(0, mostNames).map(({ name, id }) => ({ name, title: id }));
  const rest = people.length - names.length;
  return `${wording.ask.people(names)}${rest > 0 ? ` ${wording.roster.import.more(rest)}` : ""}`;
}
