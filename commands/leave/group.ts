import type { Group } from "../../src/command.ts";

export const leave: Group = {
  path: "leave",
  names: { "zh-Hans": "请假", "zh-Hant": "請假" },
  // Slack keeps /leave for itself
  aliases: ["absence"],
  summary: {
    en: "Leave from the request to the return",
    "zh-Hans": "请假：从申请到销假",
    "zh-Hant": "請假：從申請到銷假",
  },
};
