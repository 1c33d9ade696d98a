import { normalise } from "../ask/tokens.ts";
import type { Sheet } from "../table-head.ts";
import type { Text } from "../text.ts";

/** The columns of a table of what is to be followed up: the options of "/deadline add", with the headings of each. */
const columns = {
  title: { en: "title", "zh-Hans": "事项", "zh-Hant": "事項" },
  reference: { en: "reference", "zh-Hans": "文号", "zh-Hant": "文號" },
  department: { en: "department", "zh-Hans": "承办部门", "zh-Hant": "承辦部門" },
  received: { en: "received", "zh-Hans": "收文日期", "zh-Hant": "收文日期" },
  category: { en: "category", "zh-Hans": "办理类型", "zh-Hant": "辦理類型" },
  kind: { en: "kind", "zh-Hans": "类别", "zh-Hant": "類別" },
  from: { en: "from", "zh-Hans": "交办单位", "zh-Hant": "交辦單位" },
  due: { en: "due", "zh-Hans": "办理期限", "zh-Hant": "辦理期限" },
  time: { en: "time", "zh-Hans": "截止时间", "zh-Hant": "截止時間" },
  owner: { en: "owner", "zh-Hans": "经办人", "zh-Hant": "經辦人" },
  leader: { en: "leader", "zh-Hans": "领导", "zh-Hant": "領導" },
  selected: { en: "selected", "zh-Hans": "选取督办", "zh-Hant": "選取督辦" },
  consulted: { en: "consulted", "zh-Hans": "会办部门", "zh-Hant": "會辦部門" },
  link: { en: "link", "zh-Hans": "链接", "zh-Hant": "連結" },
  channel: { en: "channel", "zh-Hans": "频道公开", "zh-Hant": "頻道公開" },
} as const satisfies Readonly<Record<string, Text>>;

export type DeadlineColumn = keyof typeof columns;

/** What else people write at the head of these columns. */
const alsoCalled: Readonly<Partial<Record<DeadlineColumn, readonly string[]>>> = {
  title: ["标题", "事项名称", "文件标题", "文件名称", "任务", "工作任务", "subject"],
  reference: ["文件编号", "发文字号", "document number", "number"],
  department: ["部门", "承办单位", "主办部门", "主办单位", "牵头部门", "牵头单位", "责任部门", "责任单位"],
  received: ["收文", "收到日期", "收文时间", "交办日期", "交办时间", "received on"],
  category: ["类型"],
  kind: ["性质", "事项类别"],
  from: ["来源", "来文单位", "交办人", "handed over by"],
  due: ["期限", "截止日期", "到期日", "办结期限", "办结时限", "due day", "by when"],
  time: ["时间"],
  owner: ["经办", "责任人", "承办人", "done by"],
  leader: ["交办领导", "批示领导"],
  selected: ["选取"],
  consulted: ["会办", "会办单位", "协办部门", "协办单位", "配合部门", "配合单位"],
  channel: ["频道"],
};

/** What people type for a column, beside its headings. */
export const deadlineWords: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  (Object.keys(columns) as DeadlineColumn[]).map((column) => [
    column,
    [...Object.values(columns[column]), ...(alsoCalled[column] ?? [])].filter((each) => !each.includes(" ")),
  ]),
);

const byName = new Map(
  (Object.keys(columns) as DeadlineColumn[]).flatMap((column) =>
    [...Object.values(columns[column]), ...(alsoCalled[column] ?? [])].map(
      (name) => [normalise(name), column] as const,
    ),
  ),
);

export const deadlineSheet: Sheet<DeadlineColumn> = {
  names: columns,
  named: (heading) => byName.get(normalise(heading)),
  needed: ["title"],
};
