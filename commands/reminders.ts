import { z } from "zod";
import { type Context, defineCommand } from "../src/command.ts";
import { minuteOf } from "../src/dates.ts";
import { accountName, personName } from "../src/office/people.ts";
import { refusal } from "../src/office/permissions.ts";
import { showHours } from "../src/office/settings.ts";
import { reminderKinds } from "../src/reminders/index.ts";
import { reminderLine } from "../src/reminders/line.ts";
import { officeMoment } from "../src/reminders/office-time.ts";
import { note, paragraph, point, reply } from "../src/reply.ts";
import { peopleById } from "../src/store/people.ts";
import { type ComingReminder, comingReminders } from "../src/store/reminders.ts";
import type { Visit } from "../src/visit.ts";

const mostShown = 20;

export const reminders = defineCommand({
  path: "reminders",
  names: { "zh-Hans": "提醒", "zh-Hant": "提醒" },
  summary: {
    en: "What you are going to be reminded of, when and why",
    "zh-Hans": "查看即将向您发出的提醒：时间和事项",
    "zh-Hant": "查看即將向您發出的提醒：時間和事項",
  },
  options: z.object({ all: z.stringbool().default(false) }),
  optionHelp: {
    all: {
      en: "yes: the reminders of everybody",
      "zh-Hans": "yes：全部人员的提醒",
      "zh-Hant": "yes：全部人員的提醒",
    },
  },
  optionNames: { all: { "zh-Hans": "全部", "zh-Hant": "全部" } },
  action: ({ all }) => (all ? "reminders.see" : undefined),
  examples: [
    {
      line: { en: "/reminders", "zh-Hans": "/reminders", "zh-Hant": "/reminders" },
      explains: { en: "what is coming for me", "zh-Hans": "查看我的提醒", "zh-Hant": "查看我的提醒" },
    },
    {
      line: { en: "/reminders all:yes", "zh-Hans": "/reminders 全部:yes", "zh-Hant": "/reminders 全部:yes" },
      explains: {
        en: "what is coming for everybody",
        "zh-Hans": "查看全部人员的提醒",
        "zh-Hant": "查看全部人員的提醒",
      },
    },
  ],
  async run({ all }, context) {
    const { visit, wording, language, rulebook } = context;
    const { reminders: words } = wording;
    if (!visit) return reply({ tone: "refused", language, blocks: [point(wording.refused.needsOffice)] });
    const { actor, records, settings } = visit;
    const own = [accountName(actor.account), ...(actor.person ? [personName(actor.person.id)] : [])];
    const coming = await comingReminders(records, { ...(all ? {} : { recipients: own }), most: mostShown + 1 });
    const shown = coming.slice(0, mostShown);
    const mayAll = !all && !refusal("reminders.see", actor, rulebook.data.permissions);
    const buttons = mayAll ? [{ label: words.all, command: "reminders", options: { all: "yes" } }] : [];
    if (shown.length === 0) {
      const why =
        all || actor.person ? words.noneNext : `${wording.refused.anybodyLinked} ${wording.refused.linkFirst}`;
      return reply({
        tone: "answer",
        language,
        blocks: [point(all ? words.none : words.noneForYou), paragraph(why)],
        buttons,
      });
    }
    const names = all ? await namesOf(shown, context, visit) : undefined;
    return reply({
      tone: "answer",
      language,
      blocks: [
        point(all ? words.everybodys : words.yours),
        {
          kind: "table",
          rows: [
            [words.when, words.about, ...(names ? [words.to] : [])],
            ...shown.map((each) => [
              when(each, context, visit),
              reminderLine(each, wording, rulebook),
              ...(names ? [names.get(each.recipient) ?? words.foundThen] : []),
            ]),
          ],
        },
        ...(coming.length > mostShown ? [paragraph(words.more(mostShown))] : []),
        note(words.hours(settings.timeZone, showHours(settings.officeHours))),
      ],
      buttons,
    });
  },
});

/** When it will come, by the office's clock; people are left in peace outside office hours. */
function when(reminder: ComingReminder, { wording, calendar }: Context, { now, settings }: Visit): string {
  const { reminders: words } = wording;
  const office = { hours: settings.officeHours, zone: settings.timeZone, calendar };
  const looked = reminder.due < now ? now : reminder.due;
  const anyTime = reminderKinds.find(({ name }) => name === reminder.kind)?.anyTime;
  const at = anyTime ? looked : officeMoment(looked, office);
  const shown = at <= now ? words.atOnce : minuteOf(at, settings.timeZone);
  if (reminder.attempts > 0) return words.again(shown, reminder.attempts);
  return at > looked ? words.afterHours(shown) : shown;
}

/** Recipients by name: people; channels and accounts with their platform. */
async function namesOf(
  shown: readonly ComingReminder[],
  { wording }: Context,
  { records }: Visit,
): Promise<ReadonlyMap<string, string>> {
  const recipients = [...new Set(shown.map(({ recipient }) => recipient))];
  const ids = recipients.flatMap((each) => (each.startsWith("person:") ? [each.slice("person:".length)] : []));
  const people = ids.length > 0 ? await peopleById(records, ids) : [];
  const others = recipients.flatMap((each): [string, string][] => {
    const [kind, platform = "", , id = ""] = each.split(":");
    if (kind !== "channel" && kind !== "account") return [];
    return [[each, wording.labelled(wording.platforms[platform] ?? platform, id)]];
  });
  return new Map([...people.map(({ id, name }): [string, string] => [personName(id), name]), ...others]);
}
