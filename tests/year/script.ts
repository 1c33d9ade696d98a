import { sixty } from "../support/office.ts";
import {
  at,
  type Date8,
  dayIn,
  type Minute,
  minutesLater,
  plus,
  timeIn,
  workingDay,
  workingDaysOf,
} from "./calendar.ts";

// A year of meetings as somebody might write it down beforehand: who is called when, who replies, asks for leave, what is
// moved or cancelled, how long minutes lie on whose desk. The same seed writes the same year.

export type Choose = (below: number) => number;

/** The people of the roster: posts by their ids in the rulebook, as the count understands the Chinese names. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly posts: readonly string[];
  readonly platform: "slack" | "discord";
}

const called: Readonly<Record<string, string>> = {
  市长: "mayor",
  常务副市长: "executive",
  副市长: "vice",
  秘书长: "secretary-general",
  市政府办公室主任: "director",
  市政府部门主要负责人: "head",
  审计部门负责人: "audit",
  法制部门负责人: "legal",
  监察局负责人: "supervision",
};

export const people: readonly Person[] = [
  ...Map.groupBy(
    sixty
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(",")),
    ([id = ""]) => id,
  ),
].map(([id, rows], index) => ({
  id,
  name: rows[0]?.[1] ?? "",
  // posts that begin after the year do not count in it
  posts: rows.filter((row) => (row[5] ?? "") < "2027").map((row) => called[row[2] ?? ""] ?? "other"),
  platform: index % 2 === 0 ? "slack" : "discord",
}));

export const director = "1009";
export const secretaryGeneral = "1008";
export const mayor = "1001";
export const viceMayor = "1003";

export type Type = "plenary-meeting" | "executive-meeting" | "mayors-office-meeting" | "thematic-meeting";

export interface Leave {
  readonly person: string;
  readonly asked: Minute;
  readonly approved: Minute;
}

/** How minutes go: when each of them does their part. */
export interface Minutes {
  readonly listed: boolean;
  readonly reviewer: string;
  readonly drafted: Minute;
  readonly reviewed: Minute;
  readonly signed: Minute;
  readonly issued: Minute;
  /** Of plenary and executive meetings: when it is said that what they decided is public. */
  readonly published?: Minute;
}

export interface Held {
  readonly title: string;
  readonly type: Type;
  readonly presider: "mayor" | "vice-mayor";
  readonly invited: readonly string[];
  readonly planned: Minute;
  readonly announced: Minute;
  readonly day: Date8;
  readonly from: string;
  readonly until: string;
  /** To another day, at the same hours. */
  readonly moved?: { readonly at: Minute; readonly to: Date8 };
  readonly cancelled?: Minute;
  /** When who says that they come; the same persons once more after it was moved. */
  readonly replies: ReadonlyMap<string, Minute>;
  readonly leaves: readonly Leave[];
  readonly minutes?: Minutes;
}

export const heads = people.filter(({ posts }) => posts.includes("head")).map(({ id }) => id);

/** Whom the rules call, by the articles: 41 and 42; to the others only those who are invited. */
export function calledBy(type: Type): readonly string[] {
  const leaders = ["mayor", "executive", "vice", "secretary-general", "director"];
  const posts =
    type === "plenary-meeting"
      ? [...leaders, "head", "audit", "legal", "supervision"]
      : type === "executive-meeting"
        ? [...leaders, "audit", "legal"]
        : [];
  return people.filter((person) => person.posts.some((post) => posts.includes(post))).map(({ id }) => id);
}

/** Everybody who is called: by the rules, by an invitation, or to preside where only one person can be meant. */
export const audience = ({ type, invited, presider }: Held): readonly string[] => [
  ...new Set([...calledBy(type), ...invited, ...(presider === "mayor" ? [mayor] : [])]),
];

/** What people do is done at five minutes past the hour or past its half: nothing of it falls on a reminder's minute. */
const early = ["09:05", "09:35", "10:05", "10:35", "11:05"] as const;

export function yearOf(year: number, choose: Choose): readonly Held[] {
  const pick = <Item>(items: readonly Item[]): Item => items[choose(items.length)] as Item;
  const several = (count: number): readonly string[] => {
    const chosen = new Set<string>();
    while (chosen.size < count) chosen.add(pick(heads));
    return [...chosen].sort();
  };
  const meetings: Held[] = [];
  const add = (type: Type, title: string, day: Date8, from: string, until: string, presider: Held["presider"]) => {
    const ahead = 5 + choose(6);
    const announced = at(workingDay(day, -ahead), pick(early));
    const invited = type === "plenary-meeting" ? [] : several(type === "thematic-meeting" ? 3 + choose(4) : choose(3));
    const bare: Held = {
      ...{ type, title, day, from, until, presider, invited, announced },
      planned: minutesLater(announced, -1),
      replies: new Map(),
      leaves: [],
    };
    meetings.push(bare);
  };
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, "0")}`);
  for (const [index, month] of months.entries()) {
    const days = workingDaysOf(month);
    const end = days.at(-1 - choose(4)) ?? "";
    add("executive-meeting", `第${index + 1}次常务会议`, end, "09:00", "10:30", "mayor");
    // whoever is called to one of early January was called before the year that is played
    const begin = days[index === 0 ? 12 : choose(4)] ?? "";
    add("mayors-office-meeting", `第${index + 1}次市长办公会议`, begin, "15:00", "16:30", "mayor");
    if (index === 1 || index === 6)
      add("plenary-meeting", `${month}全体会议`, days[8] ?? "", "14:00", "16:00", "mayor");
  }
  for (let count = 1; count <= 40; count++) {
    const days = workingDaysOf(pick(months)).filter((day) => day > `${year}-01-20`);
    add(
      "thematic-meeting",
      `专题会议${count}`,
      pick(days.length > 0 ? days : workingDaysOf(`${year}-03`)),
      pick(["10:00", "14:00", "16:00"]),
      "",
      pick(["mayor", "vice-mayor"]),
    );
  }
  const all = meetings.map((each) => ({
    ...each,
    until: each.until || `${Number(each.from.slice(0, 2)) + 1}:30`.padStart(5, "0"),
  }));
  const moved = new Set(all.filter((_, index) => index % 13 === 5).map(({ title }) => title));
  const cancelled = new Set(all.filter((_, index) => index % 17 === 9).map(({ title }) => title));
  return all
    .map((each) => furnished(each, moved.has(each.title), cancelled.has(each.title), choose))
    .toSorted((one, other) => one.planned.localeCompare(other.planned));
}

/** With what becomes of it. */
function furnished(held: Held, isMoved: boolean, isCancelled: boolean, choose: Choose): Held {
  const { announced, type } = held;
  const second = workingDay(dayIn(announced), 2);
  const change = isMoved && !isCancelled ? { at: at(second, "15:35"), to: workingDay(held.day, 1) } : undefined;
  const cancelled = isCancelled ? at(second, "16:05") : undefined;
  const replies = new Map<string, Minute>();
  const leaves: Leave[] = [];
  for (const person of audience(held)) {
    const luck = choose(20);
    const isHead = heads.includes(person);
    // the rules send heads to the secretary-general for executive and plenary meetings (Art. 48)
    const mayAsk = isHead && !change && (type === "executive-meeting" || type === "plenary-meeting");
    if (mayAsk && luck < 3) {
      const asked = minutesLater(announced, 30 * (1 + choose(4)));
      leaves.push({ person, asked, approved: minutesLater(at(dayIn(asked), "14:05"), 30 * choose(4)) });
    } else if (luck < 14) replies.set(person, minutesLater(announced, 30 * (1 + choose(5))));
    else if (luck < 17) replies.set(person, at(workingDay(dayIn(announced), 1), "14:35"));
  }
  const last = change?.to ?? held.day;
  return {
    ...held,
    ...(change && { moved: change }),
    ...(cancelled && { cancelled }),
    replies,
    leaves,
    ...(!cancelled && { minutes: minutesOf(held, last, choose) }),
  };
}

function minutesOf({ type }: Held, day: Date8, choose: Choose): Minutes {
  const later = (minute: Minute, most: number): Minute => {
    const days = choose(most);
    return days === 0
      ? minutesLater(minute, 30)
      : at(workingDay(dayIn(minute), days), minutesLater(minute, 30).slice(11));
  };
  const listed = type === "thematic-meeting" && choose(4) === 0;
  const drafted = at(workingDay(day, 1), "09:35");
  const reviewed = later(drafted, 5);
  const signed = later(reviewed, 3);
  const issued = later(signed, 2);
  const isPublic = type === "plenary-meeting" || type === "executive-meeting";
  return {
    listed,
    reviewer: listed ? viceMayor : secretaryGeneral,
    ...{ drafted, reviewed, signed, issued },
    ...(isPublic && { published: later(issued, 6) }),
  };
}

export { plus, timeIn };
