import { normalise } from "../ask/tokens.ts";
import type { Sheet } from "../table-head.ts";
import type { Text } from "../text.ts";

/** The columns of a roster file, with what they are called in its first line. */
export const rosterColumns = {
  id: { en: "id", "zh-Hans": "编号", "zh-Hant": "編號" },
  name: { en: "name", "zh-Hans": "姓名", "zh-Hant": "姓名" },
  post: { en: "post", "zh-Hans": "职务", "zh-Hant": "職務" },
  title: { en: "title", "zh-Hans": "职务名称", "zh-Hant": "職務名稱" },
  department: { en: "department", "zh-Hans": "部门", "zh-Hant": "部門" },
  from: { en: "from", "zh-Hans": "起", "zh-Hant": "起" },
  until: { en: "until", "zh-Hans": "止", "zh-Hant": "止" },
  portfolio: { en: "portfolio", "zh-Hans": "分工", "zh-Hant": "分工" },
  email: { en: "email", "zh-Hans": "邮箱", "zh-Hant": "電子信箱" },
} as const satisfies Readonly<Record<string, Text>>;

export type RosterColumn = keyof typeof rosterColumns;

export const columnNames = Object.keys(rosterColumns) as readonly RosterColumn[];

/** Without these a person cannot be read. */
export const neededColumns = ["id", "name", "post"] as const satisfies readonly RosterColumn[];

/** The beginning of the numbers in the template's example rows. */
export const exampleId = "example-";

/** What else people write at the head of these columns. */
const alsoCalled: Readonly<Partial<Record<RosterColumn, readonly string[]>>> = {
  title: ["名称", "职称"],
  from: ["起始", "开始", "from date"],
  until: ["终止", "结束", "until date"],
  email: ["e-mail", "mail", "电子邮箱", "电子邮件"],
};

const byName = new Map(
  columnNames.flatMap((column) =>
    [...Object.values(rosterColumns[column]), ...(alsoCalled[column] ?? [])].map(
      (name) => [normalise(name), column] as const,
    ),
  ),
);

/** The column with this heading, in English, 简体 or 繁體; undefined when there is none. */
export function columnNamed(heading: string): RosterColumn | undefined {
  return byName.get(normalise(heading));
}

export const rosterSheet: Sheet<RosterColumn> = { names: rosterColumns, named: columnNamed, needed: neededColumns };

/** Rows that a roster file may have, blank ones not counted. */
export const mostRows = 5000;
