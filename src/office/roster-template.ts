import { inLanguage, type Language } from "../text.ts";
import type { Person } from "./people.ts";
import type { Posts } from "./posts.ts";
import { columnNames, exampleId, type RosterColumn, rosterColumns } from "./roster-columns.ts";

/** People as a roster file, with headings in a language; with the mark by which Excel knows UTF-8. */
export function writeRoster(people: readonly Person[], language: Language): string {
  const rows = people.flatMap(({ id, name, email, portfolio, tenures }) =>
    tenures.map(({ post, title, department, from, until }, index): Readonly<Record<RosterColumn, string>> => {
      const first = index === 0;
      return {
        id,
        name,
        post,
        title,
        department,
        from: from ?? "",
        until: until ?? "",
        portfolio: first ? portfolio.join("; ") : "",
        email: first ? (email ?? "") : "",
      };
    }),
  );
  const lines = [
    columnNames.map((each) => rosterColumns[each][language]),
    ...rows.map((row) => columnNames.map((each) => row[each])),
  ];
  return `\ufeff${lines.map((cells) => cells.map(quoted).join(",")).join("\r\n")}\r\n`;
}

const quoted = (cell: string): string => (/[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A file to fill in: the headings and two rows that show how; a row left as it is would be refused. */
export function rosterTemplate(posts: Posts, language: Language): string {
  const [first = "", second = first] = Object.keys(posts);
  const example = examples[language];
  const tenure = (post: string, department: string, from: string | null) => ({
    post: inLanguage(posts[post]?.name ?? {}, language) || post,
    title: "",
    department,
    from,
    until: null,
  });
  return writeRoster(
    [
      {
        id: `${exampleId}1`,
        name: example.names[0],
        email: "one@example.com",
        tenures: [tenure(first, "", "2024-03-01")],
        portfolio: [],
      },
      {
        id: `${exampleId}2`,
        name: example.names[1],
        email: "two@example.com",
        tenures: [tenure(second, example.department, null)],
        portfolio: example.matters,
      },
    ],
    language,
  );
}

const examples = {
  en: { names: ["Example One", "Example Two"], department: "a department", matters: ["education", "health"] },
  "zh-Hans": { names: ["示例甲", "示例乙"], department: "某部门", matters: ["教育", "卫生健康"] },
  "zh-Hant": { names: ["範例甲", "範例乙"], department: "某部門", matters: ["教育", "衛生健康"] },
} as const;
