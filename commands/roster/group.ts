import type { Group } from "../../src/command.ts";

export const roster: Group = {
  path: "roster",
  names: { "zh-Hans": "花名册", "zh-Hant": "名冊" },
  summary: {
    en: "The people of the office, their posts and accounts",
    "zh-Hans": "单位人员、职务和账号",
    "zh-Hant": "單位人員、職務和帳號",
  },
};
