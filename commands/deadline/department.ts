import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { suggestDepartments } from "../../src/deadline-desk/departments.ts";
import { departmentCommand } from "../../src/deadline-desk/list.ts";
import { atDesk, deadline } from "./group.ts";

export const deadlineDepartment = defineCommand({
  path: "deadline department",
  group: deadline,
  names: { "zh-Hans": "部门", "zh-Hant": "部門" },
  summary: {
    en: "What a department has to do",
    "zh-Hans": "查看一个部门的在办事项",
    "zh-Hant": "查看一個部門的在辦事項",
  },
  options: z.object({
    department: z.string().default(""),
  }),
  optionHelp: {
    department: {
      en: "Which; left out: your own",
      "zh-Hans": "部门；不填则为本部门",
      "zh-Hant": "部門；不填則為本部門",
    },
  },
  optionNames: {
    department: { "zh-Hans": "部门", "zh-Hant": "部門" },
  },
  positional: "department",
  suggest: { department: suggestDepartments },
  action: () => undefined,
  examples: [
    {
      line: {
        en: "/deadline department 市财政局",
        "zh-Hans": "/deadline department 市财政局",
        "zh-Hant": "/deadline department 市财政局",
      },
      explains: {
        en: "what the finance bureau has to do",
        "zh-Hans": "市财政局的在办事项",
        "zh-Hant": "市財政局的在辦事項",
      },
    },
  ],
  run: ({ department }, context) => atDesk(context, (desk) => departmentCommand(department, desk)),
});
