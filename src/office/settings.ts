import { defaultZone, isTimeZone } from "../dates.ts";
import { type MeetingReminders, readReminders, usualReminders } from "../meetings/read-reminders.ts";
import { isLanguage, type Language } from "../text.ts";
import type { Notice } from "../workdays/notice.ts";

/** What channels are used for. */
export const channelUses = ["notices", "meetings", "deadlines", "leave"] as const;
export type ChannelUse = (typeof channelUses)[number];

/** A span of a working day, as minutes since midnight in the office's time zone. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

export interface OfficeSettings {
  /** For people whose language is not known, and for channels. */
  readonly language: Language;
  /** An IANA name: Asia/Shanghai. */
  readonly timeZone: string;
  /** When people may be reminded, in order. */
  readonly officeHours: readonly Span[];
  /** When the people of a meeting are reminded, where nothing else is set for it. */
  readonly meetingReminders: MeetingReminders;
  /** Whether those who plan meetings are told when one is not planned that the rules want held. */
  readonly cadence: boolean;
  /** Whether the day on which a document comes is counted as the first: a convention, which the rules leave open. */
  readonly countReceiptDay: boolean;
  /** Notices on working days that the office has taken in by itself, beside the files. */
  readonly notices: readonly Notice[];
  /** "channel:slack:T1:C1" */
  readonly channels: Readonly<Partial<Record<ChannelUse, string>>>;
  /** Where departments are reminded of their deadlines that have a channel of their own for it. */
  readonly departmentChannels: ReadonlyMap<string, string>;
}

const usualHours = "09:00-12:00, 13:30-17:30";

/** The settings as kept, with what is not set as it usually is. */
export function readOfficeSettings(kept: ReadonlyMap<string, string>): OfficeSettings {
  const language = kept.get("language");
  const zone = kept.get("time-zone");
  return {
    language: isLanguage(language) ? language : "zh-Hans",
    timeZone: zone !== undefined && isTimeZone(zone) ? zone : defaultZone,
    officeHours: parseHours(kept.get("office-hours") ?? usualHours) ?? [],
    meetingReminders: readReminders(kept.get("meeting-reminders") ?? "") ?? usualReminders,
    cadence: kept.get("cadence") !== "off",
    notices: noticesKept(kept),
    countReceiptDay: kept.get("receipt-day") === "counted",
    channels: Object.fromEntries(
      channelUses.flatMap((use) => {
        const channel = kept.get(`channel.${use}`);
        return channel === undefined ? [] : [[use, channel]];
      }),
    ),
    departmentChannels: new Map(
      [...kept].flatMap(([name, channel]) =>
        name.startsWith(departmentChannel) && channel !== "" ? [[name.slice(departmentChannel.length), channel]] : [],
      ),
    ),
  };
}

const departmentChannel = "channel.deadlines:";

/** Under which name a department's own channel for deadlines is kept among the settings; "": it has none any more. */
export const departmentChannelSetting = (department: string): string => `${departmentChannel}${department}`;

/** "channel:slack:T1:C1": a platform, its workspace, a channel in it. */
export const isChannel = (given: string): boolean => /^channel:[a-z]+:[^:\s]*:[^:\s]+$/.test(given);

/** Under which name a notice is kept among the settings. */
export const noticeSetting = (number: string): string => `notice:${number}`;

function noticesKept(kept: ReadonlyMap<string, string>): readonly Notice[] {
  return [...kept]
    .filter(([name]) => name.startsWith(noticeSetting("")))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, value]) => JSON.parse(value) as Notice);
}

/** Reads "09:00-12:00, 13:30-17:30" (also with ～, 至 and 、); undefined when it is not spans of one day in order. */
export function parseHours(typed: string): readonly Span[] | undefined {
  const spans = typed
    .split(/[,，、;；]/)
    .map((each) => each.trim().match(/^(\d{1,2})[:：](\d{2})\s*(?:-|–|—|~|～|至|到|to)\s*(\d{1,2})[:：](\d{2})$/))
    .map((match) => {
      const [, fromHour = 99, fromMinute = 99, untilHour = 99, untilMinute = 99] = (match ?? []).map(Number);
      const valid = fromMinute < 60 && untilMinute < 60;
      return valid ? { from: fromHour * 60 + fromMinute, until: untilHour * 60 + untilMinute } : { from: 0, until: 0 };
    });
  const inOrder = spans.every(
    ({ from, until }, index) => from < until && until <= 24 * 60 && from >= (spans[index - 1]?.until ?? 0),
  );
  return inOrder ? spans : undefined;
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

export function showHours(spans: readonly Span[]): string {
  return spans.map(({ from, until }) => `${clock(from)}-${clock(until)}`).join(", ");
}
