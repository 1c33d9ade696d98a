import { z } from "zod";
import { type Context, defineCommand } from "../src/command.ts";
import { isTimeZone } from "../src/dates.ts";
import { InputError } from "../src/errors.ts";
import { planCadence } from "../src/meeting-desk/cadence.ts";
import { replanAllReminders } from "../src/meeting-desk/reminder.ts";
import { howLongBefore } from "../src/meeting-desk/reminder-words.ts";
import { readReminders, showReminders } from "../src/meetings/read-reminders.ts";
import { accountName } from "../src/office/people.ts";
import {
  channelUses,
  isChannel,
  type OfficeSettings,
  parseHours,
  readOfficeSettings,
  showHours,
} from "../src/office/settings.ts";
import { note, paragraph, point, type Reply, reply } from "../src/reply.ts";
import { chooseLanguage } from "../src/store/accounts.ts";
import { readSettings, writeSetting } from "../src/store/settings.ts";
import { type Language, languages, repeated } from "../src/text.ts";
import type { Visit } from "../src/visit.ts";
import { type Wording, wordingFor } from "../src/wording/wording.ts";

const mine = [...languages, "auto"] as const;
const languageNames = {
  en: { en: "English", "zh-Hans": "English", "zh-Hant": "English" },
  "zh-Hans": { en: "简体中文", "zh-Hans": "简体中文", "zh-Hant": "简体中文" },
  "zh-Hant": { en: "繁體中文", "zh-Hans": "繁體中文", "zh-Hant": "繁體中文" },
};

export const settings = defineCommand({
  path: "settings",
  names: { "zh-Hans": "设置", "zh-Hant": "設定" },
  summary: {
    en: "Your language; the office's time zone, hours, reminders and channels",
    "zh-Hans": "您的语言；单位的时区、办公时间、会议提醒和频道",
    "zh-Hant": "您的語言；單位的時區、辦公時間、會議提醒和頻道",
  },
  options: z.object({
    language: z.enum(mine).optional(),
    "office-language": z.enum(languages).optional(),
    "time-zone": z.string().optional(),
    "office-hours": z.string().optional(),
    channel: z.string().optional(),
    use: z.enum(channelUses).default("notices"),
    // last: a chat with room for five fields has the channel among them
    "meeting-reminders": z.string().optional(),
    cadence: z.enum(["on", "off"]).optional(),
    "receipt-day": z.enum(["counted", "not-counted"]).optional(),
  }),
  optionHelp: {
    language: {
      en: "Your own language: en, zh-Hans, zh-Hant, or auto for that of the platform",
      "zh-Hans": "您的语言：en、zh-Hans、zh-Hant，或 auto（随平台）",
      "zh-Hant": "您的語言：en、zh-Hans、zh-Hant，或 auto（隨平台）",
    },
    "office-language": {
      en: "The language in channels and to people not yet known",
      "zh-Hans": "在频道中和对尚未关联账号者使用的语言",
      "zh-Hant": "在頻道中和對尚未連結帳號者使用的語言",
    },
    "time-zone": {
      en: "The office's time zone, such as Asia/Shanghai",
      "zh-Hans": "单位所在时区，例如 Asia/Shanghai",
      "zh-Hant": "單位所在時區，例如 Asia/Shanghai",
    },
    "office-hours": {
      en: "When people may be reminded, such as 09:00-12:00, 13:30-17:30",
      "zh-Hans": "可以提醒的时间，例如 09:00-12:00, 13:30-17:30",
      "zh-Hant": "可以提醒的時間，例如 09:00-12:00, 13:30-17:30",
    },
    "meeting-reminders": {
      en: "When people are reminded of a meeting, such as 1d, 1h (d: working days); none",
      "zh-Hans": "会前何时提醒，例如 1个工作日、1小时；不提醒填“无”",
      "zh-Hant": "會前何時提醒，例如 1個工作日、1小時；不提醒填「無」",
    },
    cadence: {
      en: "Whether those who plan meetings are told when a regular one is not planned yet",
      "zh-Hans": "定期会议尚未安排时，是否提示负责安排会议的人员",
      "zh-Hant": "定期會議尚未安排時，是否提示負責安排會議的人員",
    },
    "receipt-day": {
      en: "Whether the day on which a document comes is counted: the rules leave it open",
      "zh-Hans": "计算办理期限时收文当天是否计入；规则没有规定",
      "zh-Hant": "計算辦理期限時收文當天是否計入；規則沒有規定",
    },
    channel: {
      en: "A channel for the office's announcements",
      "zh-Hans": "发布通知的频道",
      "zh-Hant": "發布通知的頻道",
    },
    use: {
      en: "What the channel is for",
      "zh-Hans": "频道的用途",
      "zh-Hant": "頻道的用途",
    },
  },
  optionNames: {
    language: { "zh-Hans": "语言", "zh-Hant": "語言" },
    "office-language": { "zh-Hans": "单位语言", "zh-Hant": "單位語言" },
    "time-zone": { "zh-Hans": "时区", "zh-Hant": "時區" },
    "office-hours": { "zh-Hans": "办公时间", "zh-Hant": "辦公時間" },
    "meeting-reminders": { "zh-Hans": "会议提醒", "zh-Hant": "會議提醒" },
    cadence: { "zh-Hans": "定期会议", "zh-Hant": "定期會議" },
    "receipt-day": { "zh-Hans": "收文当天", "zh-Hant": "收文當天" },
    channel: { "zh-Hans": "频道", "zh-Hant": "頻道" },
    use: { "zh-Hans": "用途", "zh-Hant": "用途" },
  },
  positional: "language",
  changes: true,
  takes: { channel: "channel" },
  choiceNames: {
    language: { ...languageNames, auto: { en: "as the platform", "zh-Hans": "随平台", "zh-Hant": "隨平台" } },
    "office-language": languageNames,
    cadence: {
      on: { en: "on", "zh-Hans": "开启", "zh-Hant": "開啟" },
      off: { en: "off", "zh-Hans": "关闭", "zh-Hant": "關閉" },
    },
    "receipt-day": {
      counted: { en: "counted", "zh-Hans": "计入", "zh-Hant": "計入" },
      "not-counted": { en: "not counted", "zh-Hans": "不计", "zh-Hant": "不計" },
    },
    use: {
      notices: { en: "notices", "zh-Hans": "通知", "zh-Hant": "通知" },
      meetings: { en: "meetings", "zh-Hans": "会议", "zh-Hant": "會議" },
      deadlines: { en: "deadlines", "zh-Hans": "督办期限", "zh-Hant": "督辦期限" },
      leave: { en: "leave", "zh-Hans": "请假", "zh-Hant": "請假" },
    },
  },
  action: (given) =>
    [
      given["office-language"],
      given["time-zone"],
      given["office-hours"],
      given["meeting-reminders"],
      given.cadence,
      given["receipt-day"],
      given.channel,
    ].some((each) => each !== undefined)
      ? "settings.change"
      : undefined,
  examples: [
    {
      line: { en: "/settings", "zh-Hans": "/settings", "zh-Hant": "/settings" },
      explains: { en: "all settings", "zh-Hans": "全部设置", "zh-Hant": "全部設定" },
    },
    {
      line: { en: "/settings language:en", "zh-Hans": "/settings 语言:zh-Hans", "zh-Hant": "/settings 語言:zh-Hant" },
      explains: { en: "my language", "zh-Hans": "我的语言", "zh-Hant": "我的語言" },
    },
    {
      line: {
        en: '/settings office-hours:"09:00-12:00, 14:00-18:00"',
        "zh-Hans": '/settings 办公时间:"09:00-12:00, 14:00-18:00"',
        "zh-Hant": '/settings 辦公時間:"09:00-12:00, 14:00-18:00"',
      },
      explains: { en: "the office's hours", "zh-Hans": "单位的办公时间", "zh-Hant": "單位的辦公時間" },
    },
  ],
  async run(given, context) {
    const { visit, wording, language, rulebook, calendar } = context;
    if (!visit) return reply({ tone: "refused", language, blocks: [point(wording.refused.needsOffice)] });
    const { language: own, use, ...office } = given;
    const changes = readChanges({ ...office, use }, context);
    for (const [name, value] of changes) {
      await writeSetting(visit.records, name, value);
      await visit.note({ action: "setting.change", subject: `setting:${name}`, details: { value } });
    }
    if (changes.length > 0) {
      // what is planned follows what it is planned by
      const now = readOfficeSettings(await readSettings(visit.records));
      const at = { ...visit, settings: now, rulebook, calendar };
      if (changes.some(([name]) => timed.includes(name))) await replanAllReminders(at);
      if (office.cadence !== undefined) await planCadence(at);
    }
    if (office.channel !== undefined) await tryChannel(office.channel, use, visit);
    if (own === undefined) return show(changes.length > 0, visit.account.language, visit, context);
    await chooseLanguage(visit.records, visit.actor.account, own === "auto" ? null : own);
    await visit.note({
      action: "language.choose",
      subject: accountName(visit.actor.account),
      details: { language: own },
      ...(visit.actor.person ? { about: visit.actor.person.id } : {}),
    });
    const now = own === "auto" ? (visit.account.locale ?? language) : own;
    return show(true, own === "auto" ? null : own, visit, { ...context, language: now, wording: wordingFor(now) });
  },
});

const timed: readonly string[] = ["time-zone", "office-hours", "meeting-reminders"];

interface Given {
  readonly "office-language"?: string | undefined;
  readonly "time-zone"?: string | undefined;
  readonly "office-hours"?: string | undefined;
  readonly "meeting-reminders"?: string | undefined;
  readonly cadence?: "on" | "off" | undefined;
  readonly "receipt-day"?: "counted" | "not-counted" | undefined;
  readonly channel?: string | undefined;
  readonly use: string;
}

/** The settings to write, by name. Throws an InputError for one that cannot be used; then none is written. */
function readChanges(given: Given, { wording }: Context): readonly (readonly [string, string])[] {
  const zone = given["time-zone"]?.trim();
  if (zone !== undefined && !isTimeZone(zone))
    throw new InputError(wording.settings.noZone(repeated(zone)), "time-zone");
  const hours = given["office-hours"];
  const spans = hours === undefined ? undefined : parseHours(hours.trim());
  if (hours !== undefined && !spans) throw new InputError(wording.settings.noHours(repeated(hours)), "office-hours");
  const typed = given["meeting-reminders"];
  const reminders = typed === undefined ? undefined : readReminders(typed);
  if (typed !== undefined && !reminders)
    throw new InputError(wording.meetings.reminders.unreadable(repeated(typed)), "meeting-reminders");
  const { channel, use } = given;
  if (channel !== undefined && !isChannel(channel))
    throw new InputError(wording.settings.noChannel(repeated(channel)), "channel");
  const changes: readonly (readonly [string, string | undefined])[] = [
    ["language", given["office-language"]],
    ["time-zone", zone],
    ["office-hours", spans && showHours(spans)],
    ["meeting-reminders", reminders && showReminders(reminders)],
    ["cadence", given.cadence],
    ["receipt-day", given["receipt-day"]],
    [`channel.${use}`, channel],
  ];
  return changes.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

/** A channel that was chosen hears so at once: if it cannot be reached, whoever chose it learns that now. */
async function tryChannel(channel: string, use: Given["use"], visit: Visit): Promise<void> {
  const { language } = visit.settings;
  const { settings: words } = wordingFor(language);
  const name = words.uses[use as (typeof channelUses)[number]];
  await visit.send(
    channel,
    reply({ tone: "answer", language, blocks: [paragraph(words.channelChosen(name))], visibleTo: "channel" }),
  );
}

/** `own`: the language that the person chose; null for that of their platform. */
async function show(
  changed: boolean,
  own: Language | null,
  visit: Visit,
  { wording, language }: Context,
): Promise<Reply> {
  const kept = await readSettings(visit.records);
  const settings = readOfficeSettings(kept);
  const words = wording.settings;
  const office = (name: string, value: string) => (kept.has(name) ? value : `${value}${words.usual}`);
  const channels = channelUses.map((use): [string, string] => [
    words.channelFor(words.uses[use]),
    channelShown(kept.get(`channel.${use}`), wording) ?? words.none,
  ]);
  return reply({
    tone: changed ? "done" : "answer",
    language,
    blocks: [
      point(changed ? words.changed : words.title),
      {
        kind: "table",
        rows: [
          [words.setting, words.value],
          [words.ownLanguage, own === null ? words.asPlatform(wording.languageName) : wording.languageName],
          [words.officeLanguage, office("language", wordingFor(settings.language).languageName)],
          [words.timeZone, office("time-zone", settings.timeZone)],
          [words.officeHours, office("office-hours", showHours(settings.officeHours))],
          [words.meetingReminders, office("meeting-reminders", remindersShown(settings, wording))],
          [words.cadence, office("cadence", words.onOff[settings.cadence ? "on" : "off"])],
          [
            words.receiptDay,
            office("receipt-day", words.receipt[settings.countReceiptDay ? "counted" : "not-counted"]),
          ],
          ...channels,
        ],
      },
      note(words.who),
    ],
    buttons: [
      { label: words.change, command: "settings", options: {}, form: true },
      ...languages
        .filter((each) => each !== language)
        .map((each) => ({ label: languageNames[each].en, command: "settings", options: { language: each } })),
    ],
  });
}

const remindersShown = ({ meetingReminders }: OfficeSettings, { meetings, roster }: Wording): string =>
  roster.list(howLongBefore(meetingReminders, meetings)) || meetings.reminders.none;

/** "channel:slack:T1:C1" -> "Slack: C1" */
function channelShown(channel: string | undefined, { labelled, platforms }: Wording): string | undefined {
  const [, platform = "", , id = ""] = channel?.split(":") ?? [];
  return channel === undefined ? undefined : labelled(platforms[platform] ?? platform, id);
}
