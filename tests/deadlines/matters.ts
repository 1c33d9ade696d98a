import { type Day, plusDays } from "../../src/dates.ts";
import type { Done } from "../support/changzhou-process.ts";
import type { Choose } from "../support/chooser.ts";
import type { Bureau } from "./bureau.ts";

/** What whoever does it does with it, one after the other; "rest": leaves it alone until some morning reminds them. */
export type Deed = "category" | "explain" | "day" | "progress" | "extend" | "hand" | "rest" | "finish";

/** Something that is followed up, as whoever has it followed up thinks of it. */
export interface Matter {
  /** Of the delivery that adds it, without which of two presses. */
  readonly key: string;
  /** Nobody learns of it who has nothing to do with it. */
  readonly title: string;
  readonly adders: readonly [string, string];
  readonly category: string;
  /** The leader who wants it done. */
  readonly leader: string | undefined;
  readonly course: readonly Deed[];
  /** On which morning that speaks of it they go on. */
  readonly patience: number;
  /** Who does it, and who of the same department presses too. */
  head: string;
  /** How many of its deeds were begun. */
  begun: number;
  /** As soon as it is known. */
  number?: number;
}

/** Both hear of what is asked of the office, and press for each other; the first is its director. */
export const supervisors = ["1009", "1008"] as const;
/** They take documents in, and hand them over. */
export const clerks = ["1057", "1058"] as const;
export const mayor = "1001";

/** Heads of departments, and who of their department presses with them. */
export const heads: Readonly<Record<string, { readonly department: string; readonly second: string }>> = {
  "1013": { department: "市发展和改革委员会", second: "1052" },
  "1014": { department: "市教育局", second: "1053" },
  "1020": { department: "市财政局", second: "1054" },
  "1024": { department: "市住房和城乡建设局", second: "1055" },
  "1031": { department: "市卫生健康委员会", second: "1056" },
  "1015": { department: "市科学技术局", second: "1015" },
};
export const headIds = Object.keys(heads);

/** Where the office's channel is: what is due stands there. */
export const channel = "C9";

/** Working days after the first Monday on which the office lives. */
const workingDays = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11, 14, 15, 16, 17, 18, 21, 22] as const;
const minutes = 60_000;

/** On every other day a life begins at two minutes past nine and another in the afternoon; on the others only the first. */
export function aheadOf(life: number): number {
  const day = 2 * Math.floor(life / 3) + (life % 3 === 2 ? 1 : 0);
  return (workingDays[day] ?? 0) * 24 * 60 * minutes + (life % 3 === 1 ? 300 : 2) * minutes;
}

const today = (life: number): Day => plusDays("2026-11-23" as Day, Math.floor(aheadOf(life) / (24 * 60 * minutes)));

const courses: readonly (readonly Deed[])[] = [
  ["progress", "rest", "finish"],
  ["extend", "hand", "rest", "progress", "finish"],
  ["hand", "finish"],
  ["rest", "extend", "rest", "rest"],
  ["rest", "rest", "rest", "rest"],
  ["progress", "extend", "rest", "finish"],
  ["hand", "rest", "extend", "finish"],
];

/** Two clerks, or a head twice, have the next one followed up at the same moment. */
export function nextMatter(bureau: Bureau, life: number, choose: Choose): readonly Done[] {
  const count = bureau.matters.length;
  const head = headIds[choose(headIds.length)] ?? "1014";
  const kind = ["counted", "asked", "study", "instruction", "consulted"][count % 5];
  const own = kind === "counted" && choose(2) === 0;
  const department = heads[head]?.department ?? "";
  const course = courses[choose(courses.length)] ?? [];
  const first: readonly Deed[] =
    kind === "asked" ? ["category"] : kind === "study" ? ["explain"] : kind === "instruction" ? ["day"] : [];
  const title = `matter-${count}-`;
  const consulted = headIds.filter((each) => each !== head).slice(0, 2);
  const options: Readonly<Record<string, string>> = {
    title,
    department,
    received: plusDays(today(life), -(kind === "consulted" ? 10 : 3 + choose(4))),
    ...(kind === "instruction" ? { kind, leader: mayor } : { reference: `常政办〔2026〕${count + 1}号` }),
    ...(kind === "counted" && { category: "own-authority" }),
    ...(kind === "study" && { category: "needs-study" }),
    ...(kind === "consulted" && {
      category: "needs-consultation",
      consulted: consulted.map((each) => heads[each]?.department ?? "").join("、"),
    }),
  };
  return bureau.add(
    {
      ...{ key: `add:${count}`, title, head },
      adders: own ? [head, head] : [clerks[count % 2] ?? "1057", clerks[(count + 1) % 2] ?? "1058"],
      category: ["needs-consultation", "needs-approval"][choose(2)] ?? "",
      leader: kind === "instruction" ? mayor : undefined,
      // some are left as they were counted: a notice moves them; and the first until it is overdue
      course: count === 0 || count % 10 === 2 ? [...first, "rest"] : [...first, ...course],
      patience: 1 + choose(3),
      begun: 0,
    },
    options,
  );
}

const holidays = (notice: string, more: string): string => `notice: ${notice}\nissued: "2026-11-25"\n${more}\n`;

/** What the administrator takes in, and takes out again: the holidays of next year, and a change of this year's. */
export const notices = {
  nextYear: {
    file: holidays(
      "国办发明电〔2026〕9号",
      'year: 2027\noff:\n  - {holiday: 元旦, from: "2027-01-01", until: "2027-01-03"}\nwork: []',
    ),
  },
  amended: {
    file: holidays(
      "国办发明电〔2026〕10号",
      'amends: 国办发明电〔2025〕7号\nyear: 2026\noff:\n  - {holiday: 纪念日, from: "2026-12-31", until: "2026-12-31"}\nwork:\n  - "2026-12-12"',
    ),
  },
  removed: { remove: "国办发明电〔2026〕10号" },
} as const;
