import { z } from "zod";
import { type Context, defineCommand } from "../../src/command.ts";
import { InputError } from "../../src/errors.ts";
import { personNamed, suggestPeople } from "../../src/find-people.ts";
import { accountName, type Person, personName } from "../../src/office/people.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { type Button, paragraph, point, type Reply, reply } from "../../src/reply.ts";
import { accountCalled, accountsOf } from "../../src/store/accounts.ts";
import { addAdministrator, administrators, removeAdministrator } from "../../src/store/administrators.ts";
import { dropCodes } from "../../src/store/link-codes.ts";
import { personById } from "../../src/store/people.ts";
import type { Records } from "../../src/store/store.ts";
import type { Visit } from "../../src/visit.ts";
import { wordingFor } from "../../src/wording/wording.ts";
import { roster } from "./group.ts";

export const rosterAdmin = defineCommand({
  path: "roster admin",
  group: roster,
  names: { "zh-Hans": "管理员", "zh-Hant": "管理員" },
  summary: {
    en: "Appoint or dismiss an administrator of Mishu",
    "zh-Hans": "设置或取消 Mishu 管理员",
    "zh-Hant": "設定或取消 Mishu 管理員",
  },
  options: z.object({ person: z.string().default(""), remove: z.stringbool().default(false) }),
  optionHelp: {
    person: { en: "A person of the roster", "zh-Hans": "花名册上的人员", "zh-Hant": "名冊上的人員" },
    remove: { en: "Dismiss instead of appoint", "zh-Hans": "取消，而非设置", "zh-Hant": "取消，而非設定" },
  },
  optionNames: {
    person: { "zh-Hans": "人员", "zh-Hant": "人員" },
    remove: { "zh-Hans": "取消", "zh-Hant": "取消" },
  },
  positional: "person",
  needs: ["person"],
  suggest: { person: suggestPeople },
  changes: true,
  action: () => "administrators.change",
  examples: [
    {
      line: { en: "/roster admin", "zh-Hans": "/roster admin", "zh-Hant": "/roster admin" },
      explains: { en: "who they are, and a form", "zh-Hans": "当前管理员和表单", "zh-Hant": "目前的管理員和表單" },
    },
  ],
  async run({ person: typed, remove }, context) {
    const { visit } = context;
    if (!visit) return wordRefusal(undefined, context);
    if (typed.trim() === "") return listThem(visit, context);
    if (remove && typed.startsWith("account:")) return dismissAccount(typed, visit, context);
    const person = await personNamed(typed, "person", context);
    return remove ? dismiss(person, visit, context) : appoint(person, visit, context);
  },
});

async function listThem({ records }: Visit, { wording, language }: Context): Promise<Reply> {
  const words = wording.roster.admin;
  const known = await administrators(records);
  const names: string[] = [];
  const buttons: Button[] = [];
  for (const who of known) {
    const [kind, ...rest] = who.split(":");
    const person = kind === "person" ? await personById(records, rest.join(":")) : undefined;
    const name = person
      ? wording.roster.show.person(person.name, person.id)
      : words.account(await accountShown(who, records), wording.platforms[rest[0] ?? ""] ?? rest[0] ?? "");
    names.push(name);
    // a person is dismissed by name; an account that is linked to nobody has none that could be typed
    if (!person && known.length > 1)
      buttons.push({
        label: words.dismiss(name),
        command: "roster admin",
        options: { person: who, remove: "true" },
      });
  }
  return reply({
    tone: "needs",
    language,
    blocks: [
      point(words.whom),
      paragraph(names.length > 0 ? wording.labelled(words.now, wording.roster.list(names)) : words.noneYet),
    ],
    buttons: [{ label: words.choose, command: "roster admin", options: {}, form: true }, ...buttons],
  });
}

async function appoint(person: Person, visit: Visit, context: Context): Promise<Reply> {
  const { wording, language } = context;
  const words = wording.roster.admin;
  const who = personName(person.id);
  if ((await administrators(visit.records)).includes(who))
    return reply({ tone: "answer", language, blocks: [point(words.isAlready(person.name))] });
  // first the event: it makes the owner, who acts as administrator while there is none, the first one
  await visit.note({ action: "administrator.add", subject: who, about: person.id });
  await addAdministrator(visit.records, who, visit.now);
  // one that was made before, by somebody who may not make any for an administrator
  await dropCodes(visit.records, person.id);
  return tell(person, "appointed", visit, context);
}

async function dismiss(person: Person, visit: Visit, context: Context): Promise<Reply> {
  const words = context.wording.roster.admin;
  // the first administrator may have become one by an account that is linked to the person since
  const names = [personName(person.id), ...(await accountsOf(visit.records, person.id)).map(accountName)];
  const known = await administrators(visit.records);
  const theirs = known.filter((each) => names.includes(each));
  if (theirs.length === 0) throw new InputError(words.isNone(person.name), "person");
  if (theirs.length === known.length) throw new InputError(words.last(person.name), "person");
  for (const each of theirs) await removeAdministrator(visit.records, each);
  await visit.note({ action: "administrator.remove", subject: personName(person.id), about: person.id });
  return tell(person, "dismissed", visit, context);
}

async function dismissAccount(who: string, visit: Visit, { wording, language }: Context): Promise<Reply> {
  const words = wording.roster.admin;
  const known = await administrators(visit.records);
  const platform = who.split(":")[1] ?? "";
  const name = words.account(await accountShown(who, visit.records), wording.platforms[platform] ?? platform);
  if (!known.includes(who)) throw new InputError(words.isNone(name));
  if (known.length === 1) throw new InputError(words.last(name));
  await removeAdministrator(visit.records, who);
  await visit.note({ action: "administrator.remove", subject: who });
  return reply({ tone: "done", language, blocks: [point(words.dismissed(name))] });
}

/** The name by which an account was last seen. */
async function accountShown(who: string, records: Records): Promise<string> {
  const [, platform = "", workspace = "", ...id] = who.split(":");
  return (await accountCalled(records, { platform, workspace, id: id.join(":") }))?.name ?? id.join(":");
}

async function tell(
  person: Person,
  what: "appointed" | "dismissed",
  visit: Visit,
  { wording, language }: Context,
): Promise<Reply> {
  const accounts = (await accountsOf(visit.records, person.id)).filter(({ platform }) => platform !== "terminal");
  const themselves = visit.actor.person?.id === person.id;
  if (accounts.length > 0 && !themselves) {
    const spoken = await visit.languageOf(person.id);
    const theirs = wordingFor(spoken).roster.admin;
    await visit.send(
      personName(person.id),
      reply({
        tone: "done",
        language: spoken,
        blocks: [point(theirs.notice[what]), paragraph(theirs.noticeNext[what])],
      }),
    );
  }
  const words = wording.roster.admin;
  const next = accounts.length > 0 ? words.told : words.noAccount[what];
  return reply({
    tone: "done",
    language,
    blocks: [point(words[what](person.name)), ...(themselves ? [] : [paragraph(next)])],
    buttons: [{ label: `/roster show ${person.name}`, command: "roster show", options: { what: person.id } }],
  });
}
