import { z } from "zod";
import { refusedForAdministrator } from "../../src/administrators-only.ts";
import { type Context, defineCommand } from "../../src/command.ts";
import { InputError } from "../../src/errors.ts";
import { personNamed, suggestPeople } from "../../src/find-people.ts";
import { accountName, type Person, personName } from "../../src/office/people.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { paragraph, point, type Reply, reply } from "../../src/reply.ts";
import { accountsOf, type KnownAccount, linkAccount } from "../../src/store/accounts.ts";
import { administrators } from "../../src/store/administrators.ts";
import { dropCodes } from "../../src/store/link-codes.ts";
import { repeated } from "../../src/text.ts";
import type { Visit } from "../../src/visit.ts";
import { wordingFor } from "../../src/wording/wording.ts";
import { roster } from "./group.ts";

export const rosterUnlink = defineCommand({
  path: "roster unlink",
  group: roster,
  names: { "zh-Hans": "解除关联", "zh-Hant": "解除連結" },
  summary: {
    en: "Unlink an account from you, or from somebody else",
    "zh-Hans": "解除您本人或他人的账号关联",
    "zh-Hant": "解除您本人或他人的帳號連結",
  },
  options: z.object({
    platform: z.string().default(""),
    person: z.string().optional(),
    account: z.string().optional(),
  }),
  optionHelp: {
    platform: {
      en: "Where the account is, for example slack",
      "zh-Hans": "账号所在平台，例如 slack",
      "zh-Hant": "帳號所在平台，例如 slack",
    },
    person: {
      en: "Whose account; without a platform all of theirs",
      "zh-Hans": "谁的账号；不填平台则为其全部账号",
      "zh-Hant": "誰的帳號；不填平台則為其全部帳號",
    },
    account: {
      en: "One account, filled in by a button",
      "zh-Hans": "某一账号，由按钮填写",
      "zh-Hant": "某一帳號，由按鈕填寫",
    },
  },
  optionNames: {
    platform: { "zh-Hans": "平台", "zh-Hant": "平台" },
    person: { "zh-Hans": "人员", "zh-Hant": "人員" },
    account: { "zh-Hans": "账号", "zh-Hant": "帳號" },
  },
  hidden: ["account"],
  positional: "platform",
  needs: ["platform"],
  unless: ["person", "account"],
  suggest: {
    person: suggestPeople,
    platform: async (_, { visit, wording }) => {
      const own = visit?.actor.person ? await accountsOf(visit.records, visit.actor.person.id) : [];
      return [...new Set(own.map(({ platform }) => platform))].map((value) => ({
        label: wording.platforms[value] ?? value,
        value,
      }));
    },
  },
  changes: true,
  action: ({ person }) => (person ? "roster.link" : undefined),
  examples: [
    {
      line: { en: "/roster unlink", "zh-Hans": "/roster unlink", "zh-Hant": "/roster unlink" },
      explains: { en: "choose one of your accounts", "zh-Hans": "选择您的账号", "zh-Hant": "選擇您的帳號" },
    },
  ],
  async run({ platform, person: typed, account: named }, context) {
    const { visit, wording, language } = context;
    if (!visit) return wordRefusal(undefined, context);
    const person = typed ? await personNamed(typed, "person", context) : visit.actor.person;
    const words = wording.roster.unlink;
    if (!person)
      return reply({
        tone: "needs",
        language,
        blocks: [point(words.notLinked), paragraph(wording.roster.link.whoGivesCodes)],
        buttons: [{ label: wording.roster.link.typeCode, command: "roster link", options: {}, form: true }],
      });
    const no = await refusedForAdministrator(person, visit, context);
    if (no) return no;
    const accounts = await accountsOf(visit.records, person.id);
    if (accounts.length === 0) throw new InputError(words.noAccounts(person.name));
    const one = accounts.filter((each) => accountName(each) === named);
    if (named && one.length === 0) throw new InputError(words.noLongerLinked);
    if (named) return unlink(person, one, visit, context);
    if (platform.trim() === "" && !typed) return choose(accounts, context);
    const meant = platform.trim() === "" ? accounts : accounts.filter((each) => isOn(each, platform, context));
    const where = [...new Set(accounts.map((each) => wording.platforms[each.platform] ?? each.platform))];
    if (meant.length === 0)
      throw new InputError(words.notThere(person.name, repeated(platform), wording.roster.list(where)), "platform");
    return unlink(person, meant, visit, context);
  },
});

function isOn({ platform }: KnownAccount, typed: string, { wording }: Context): boolean {
  const wanted = typed.trim().toLowerCase();
  return platform === wanted || (wording.platforms[platform] ?? "").toLowerCase() === wanted;
}

/** One's own accounts are not unlinked by looking: each has its button. */
function choose(accounts: readonly KnownAccount[], { wording, language }: Context): Reply {
  const platforms = [...new Set(accounts.map(({ platform }) => platform))];
  return reply({
    tone: "needs",
    language,
    blocks: [point(wording.roster.unlink.which)],
    buttons: platforms.map((platform) => ({
      label: wording.roster.unlink.button(wording.platforms[platform] ?? platform),
      command: "roster unlink",
      options: { platform },
    })),
  });
}

async function unlink(
  person: Person,
  accounts: readonly KnownAccount[],
  visit: Visit,
  { wording, language }: Context,
): Promise<Reply> {
  const words = wording.roster.unlink;
  const own = visit.actor.person?.id === person.id;
  if (await isLastWayIn(person, accounts, visit)) throw new InputError(words.lastAdministrator(person.name));
  await dropCodes(visit.records, person.id);
  for (const account of accounts) {
    await linkAccount(visit.records, account, null, visit.now);
    await visit.note({
      action: "account.unlink",
      subject: personName(person.id),
      details: { account: accountName(account) },
      about: person.id,
    });
    // to the account itself: as a person they may not be reached any more
    if (account.platform !== "terminal" && accountName(account) !== accountName(visit.actor.account))
      await visit.send(
        accountName(account),
        unlinkedNotice(person, account.language ?? account.locale ?? visit.settings.language),
      );
  }
  const names = [...new Set(accounts.map(({ platform }) => wording.platforms[platform] ?? platform))];
  return reply({
    tone: "done",
    language,
    blocks: [
      point(words.done(person.name, accounts.length, wording.roster.list(names))),
      paragraph(own ? words.ownNext : words.told),
    ],
    buttons: [{ label: "/whoami", command: "whoami", options: {} }],
  });
}

/** Whether these accounts are the only ones by which anybody is an administrator. */
async function isLastWayIn(person: Person, accounts: readonly KnownAccount[], { records }: Visit): Promise<boolean> {
  const known = await administrators(records);
  if (!known.includes(personName(person.id))) return false;
  for (const who of known) {
    // an account that is an administrator by itself stays one
    if (!who.startsWith("person:")) return false;
    const left = (await accountsOf(records, who.slice("person:".length))).filter(
      (each) => !accounts.some((other) => accountName(other) === accountName(each)),
    );
    if (left.length > 0) return false;
  }
  return true;
}

function unlinkedNotice(person: Person, language: Reply["language"]): Reply {
  const { roster: words } = wordingFor(language);
  return reply({
    tone: "done",
    language,
    blocks: [point(words.unlink.notice(person.name)), paragraph(words.link.whoGivesCodes)],
  });
}
