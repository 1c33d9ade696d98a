import { z } from "zod";
import { refusedForAdministrator } from "../../src/administrators-only.ts";
import { type Context, defineCommand } from "../../src/command.ts";
import { minuteOf } from "../../src/dates.ts";
import { personNamed, suggestPeople } from "../../src/find-people.ts";
import { linkAndTell } from "../../src/link-account.ts";
import { accountName, type Person, personName, tenuresOn } from "../../src/office/people.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { note, paragraph, point, type Reply, reply } from "../../src/reply.ts";
import { codeLife, makeCode, useCode } from "../../src/store/link-codes.ts";
import { personById } from "../../src/store/people.ts";
import type { Visit } from "../../src/visit.ts";
import { roster } from "./group.ts";

export const rosterLink = defineCommand({
  path: "roster link",
  group: roster,
  names: { "zh-Hans": "关联", "zh-Hant": "連結" },
  summary: {
    en: "Link this account to you with a code, or make a code",
    "zh-Hans": "用关联码把此账号关联到您本人，或生成关联码",
    "zh-Hant": "用連結碼把此帳號連結到您本人，或產生連結碼",
  },
  options: z.object({ code: z.string().default(""), person: z.string().optional() }),
  optionHelp: {
    code: {
      en: "The code that you were given, for example K7M2-9QXB",
      "zh-Hans": "您收到的关联码，例如 K7M2-9QXB",
      "zh-Hant": "您收到的連結碼，例如 K7M2-9QXB",
    },
    person: {
      en: "Make a code for this person of the roster",
      "zh-Hans": "为花名册上的此人生成关联码",
      "zh-Hant": "為名冊上的此人產生連結碼",
    },
  },
  optionNames: {
    code: { "zh-Hans": "关联码", "zh-Hant": "連結碼" },
    person: { "zh-Hans": "人员", "zh-Hant": "人員" },
  },
  positional: "code",
  suggest: { person: suggestPeople },
  changes: true,
  action: ({ person }) => (person ? "roster.link" : undefined),
  examples: [
    {
      line: { en: "/roster link", "zh-Hans": "/roster link", "zh-Hant": "/roster link" },
      explains: {
        en: "a code for your account on another platform",
        "zh-Hans": "为您在另一平台的账号生成关联码",
        "zh-Hant": "為您在另一平台的帳號產生連結碼",
      },
    },
  ],
  async run({ code, person: typed }, context) {
    const { visit } = context;
    if (!visit) return wordRefusal(undefined, context);
    if (code.trim() !== "") return typeCode(code, visit, context);
    if (typed) return codeFor(await personNamed(typed, "person", context), visit, context);
    const own = visit.actor.person;
    return own ? giveCode(own, visit, context) : askForCode(context);
  },
});

function askForCode({ language, wording }: Context): Reply {
  const words = wording.roster.link;
  return reply({
    tone: "needs",
    language,
    blocks: [point(words.needsCode), paragraph(words.whoGivesCodes)],
    buttons: [{ label: words.typeCode, command: "roster link", options: {}, form: true }],
  });
}

/** What is told here is a reply, never thrown: a wrong try must be kept, and an error would undo it. */
async function typeCode(code: string, visit: Visit, context: Context): Promise<Reply> {
  const { language, wording } = context;
  const { records, actor, now, today } = visit;
  const words = wording.roster.link;
  const problem = (text: string) =>
    reply({
      tone: "problem",
      language,
      blocks: [point(text)],
      buttons: [{ label: "/whoami", command: "whoami", options: {} }],
    });
  // whose the account is comes first, so that the code is not used up
  if (actor.person) return problem(words.alreadyLinked(actor.person.name));
  const used = await useCode(records, code, actor.account, now);
  if ("problem" in used) {
    await visit.note({
      action: "account.link-failed",
      subject: accountName(actor.account),
      details: { why: used.problem },
    });
    return problem(words.codeProblems[used.problem]);
  }
  const person = await personById(records, used.person);
  if (!person) return problem(words.codeProblems.wrong);
  await linkAndTell(records, actor.account, person, { now, language: visit.settings.language });
  await visit.note({
    action: "account.link",
    subject: personName(person.id),
    details: { by: "code", account: accountName(actor.account) },
    about: person.id,
  });
  const titles = tenuresOn(person, today).map(({ title }) => title);
  return reply({
    tone: "done",
    language,
    blocks: [
      point(words.linked(person.name)),
      paragraph(titles.length > 0 ? words.posts(wording.roster.list(titles)) : words.noPosts),
      paragraph(words.ifWrong),
    ],
    buttons: [{ label: "/whoami", command: "whoami", options: {} }],
  });
}

async function codeFor(person: Person, visit: Visit, context: Context): Promise<Reply> {
  return (await refusedForAdministrator(person, visit, context)) ?? giveCode(person, visit, context);
}

async function giveCode(person: Person, visit: Visit, { language, wording }: Context): Promise<Reply> {
  const { records, now, settings, actor } = visit;
  const words = wording.roster.link;
  const code = await makeCode(records, person.id, now);
  await visit.note({ action: "account.code", subject: personName(person.id), about: person.id });
  const until = minuteOf(new Date(now.getTime() + codeLife), settings.timeZone);
  const own = actor.person?.id === person.id;
  return reply({
    tone: "done",
    language,
    blocks: [
      point(own ? words.ownCode(code) : words.code(person.name, code)),
      paragraph(own ? words.typeYourself(code, until) : words.tellThem(code, until)),
      ...(own ? [] : [paragraph(person.email ? words.bySlackMail(person.email) : words.noMail)]),
      note(words.once),
    ],
  });
}
