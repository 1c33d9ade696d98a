import { z } from "zod";
import { type Context, defineCommand } from "../src/command.ts";
import { entrustedFrom } from "../src/entrusted.ts";
import { accountName, type Person, personName, tenuresOn } from "../src/office/people.ts";
import { actions, refusal } from "../src/office/permissions.ts";
import { heldAs, postName } from "../src/office/posts.ts";
import { type Block, note, paragraph, point, reply } from "../src/reply.ts";
import { accountsOf } from "../src/store/accounts.ts";
import { administrators } from "../src/store/administrators.ts";
import { everybody, peopleById } from "../src/store/people.ts";
import type { Visit } from "../src/visit.ts";

export const whoami = defineCommand({
  path: "whoami",
  names: { "zh-Hans": "我是谁", "zh-Hant": "我是誰" },
  summary: {
    en: "Who you are to Mishu: posts, accounts, rights",
    "zh-Hans": "查看 Mishu 所知道的您的身份：职务、账号和权限",
    "zh-Hant": "查看 Mishu 所知道的您的身分：職務、帳號和權限",
  },
  options: z.object({}),
  optionHelp: {},
  optionNames: {},
  examples: [
    {
      line: { en: "/whoami", "zh-Hans": "/whoami", "zh-Hant": "/whoami" },
      explains: { en: "who I am to Mishu", "zh-Hans": "查看我的身份", "zh-Hant": "查看我的身分" },
    },
  ],
  async run(_, context) {
    const { visit, wording, language } = context;
    if (!visit) return reply({ tone: "refused", language, blocks: [point(wording.refused.needsOffice)] });
    const { person } = visit.actor;
    const settings = { label: wording.whoami.settings, command: "settings", options: {} };
    const link = { label: wording.whoami.link, command: "roster link", options: {} };
    return reply({
      tone: "answer",
      language,
      blocks: [
        ...(person
          ? await known(person, visit, context)
          : [point(wording.whoami.unknown), paragraph(await howToLink(visit, context))]),
        ...(await rights(visit, context)),
        note(wording.whoami.account(visit.actor.account.name, wording.platforms[visit.actor.account.platform] ?? "")),
      ],
      buttons: [link, settings],
    });
  },
});

async function known(
  person: Person,
  visit: Visit,
  { wording, language, rulebook }: Context,
): Promise<readonly Block[]> {
  const tenures = tenuresOn(person, visit.today);
  const acting = (await entrustedFrom(visit.records, visit.today)).filter(
    ({ to, from }) => to.id === person.id && from <= visit.today,
  );
  const givers = await peopleById(visit.records, [...new Set(acting.map(({ by }) => by.id))]);
  const accounts = await accountsOf(visit.records, person.id);
  return [
    point(wording.whoami.are(person.name)),
    tenures.length > 0
      ? {
          kind: "table",
          rows: [
            [wording.whoami.post, wording.whoami.title, wording.whoami.department],
            ...tenures.map(({ post, title, department }) => [
              postName(post, rulebook.data.posts, language),
              title,
              department,
            ]),
          ],
        }
      : paragraph(wording.whoami.noPost),
    ...acting.map(({ post, by, from, until }) => {
      const giver = givers.find(({ id }) => id === by.id);
      const title = heldAs(post, giver, visit.today, rulebook.data.posts, language);
      return paragraph(wording.whoami.acts(title, by.name, from, until));
    }),
    ...(person.portfolio.length > 0
      ? [paragraph(wording.labelled(wording.whoami.portfolio, wording.roster.list(person.portfolio)))]
      : []),
    ...(accounts.length > 1
      ? [
          paragraph(
            wording.labelled(
              wording.whoami.accounts,
              wording.ask.people(
                accounts.map(({ name, platform }) => ({ name, title: wording.platforms[platform] ?? platform })),
              ),
            ),
          ),
        ]
      : []),
  ];
}

/** Where a code comes from: an administrator has nobody else to ask for it. */
async function howToLink({ actor, records }: Visit, { wording }: Context): Promise<string> {
  const { whoami: words } = wording;
  return actor.administrator ? words.toLinkYourself((await everybody(records)).length > 0) : words.toLink;
}

/** What somebody may do; while the office has no administrator, how it gets one. */
async function rights({ actor, records }: Visit, { wording, rulebook }: Context): Promise<readonly Block[]> {
  const { whoami: words } = wording;
  const list = await administrators(records);
  const names = [accountName(actor.account), ...(actor.person ? [personName(actor.person.id)] : [])];
  if (names.some((each) => list.includes(each))) return [paragraph(words.administrator)];
  if (actor.administrator)
    return [
      paragraph(actor.account.platform === "terminal" ? words.administratorAtMachine : words.administratorAsOwner),
    ];
  const may = actions.filter((each) => !refusal(each, actor, rulebook.data.permissions));
  return [
    ...(may.length > 0 ? [paragraph(words.may(may.map((each) => wording.refused.actions[each])))] : []),
    ...(list.length === 0 ? [note(words.noAdministratorYet)] : []),
  ];
}
