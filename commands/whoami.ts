import { z } from "zod";
import { type Context, defineCommand } from "../src/command.ts";
import { entrustedFrom } from "../src/entrusted.ts";
import { actorName, type Person, tenuresOn } from "../src/office/people.ts";
import { type Block, note, paragraph, point, reply } from "../src/reply.ts";
import { accountsOf } from "../src/store/accounts.ts";
import { administrators } from "../src/store/administrators.ts";
import { inLanguage } from "../src/text.ts";
import type { Visit } from "../src/visit.ts";

export const whoami = defineCommand({
  path: "whoami",
  names: { "zh-Hans": "我是谁", "zh-Hant": "我是誰" },
  summary: {
    en: "Who you are to Mishu: posts, accounts, rights",
    "zh-Hans": "查看秘书所知道的您的身份：职务、账号和权限",
    "zh-Hant": "查看秘書所知道的您的身分：職務、帳號和權限",
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
          : [point(wording.whoami.unknown), paragraph(wording.whoami.toLink)]),
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
  const accounts = await accountsOf(visit.records, person.id);
  const postName = (id: string) => inLanguage(rulebook.data.posts[id]?.name ?? {}, language);
  return [
    point(wording.whoami.are(person.name)),
    tenures.length > 0
      ? {
          kind: "table",
          rows: [
            [wording.whoami.post, wording.whoami.title, wording.whoami.department],
            ...tenures.map(({ post, title, department }) => [postName(post), title, department]),
          ],
        }
      : paragraph(wording.whoami.noPost),
    ...acting.map(({ post, by, from, until }) => paragraph(wording.whoami.acts(postName(post), by.name, from, until))),
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

/** What somebody may do; while the office has no administrator, how it gets one. */
async function rights({ actor, records }: Visit, { wording }: Context): Promise<readonly Block[]> {
  const list = await administrators(records);
  if (!actor.administrator) return list.length === 0 ? [note(wording.whoami.noAdministratorYet)] : [];
  return [
    paragraph(list.includes(actorName(actor)) ? wording.whoami.administrator : wording.whoami.administratorAsOwner),
  ];
}
