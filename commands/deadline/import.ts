import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { addOptions, typedDeadline } from "../../src/deadline-desk/add-options.ts";
import { importCommand } from "../../src/deadline-desk/import.ts";
import { readOptions } from "../../src/read-options.ts";
import { atDesk, deadline } from "./group.ts";

export const deadlineImport = defineCommand({
  path: "deadline import",
  group: deadline,
  names: { "zh-Hans": "导入", "zh-Hant": "匯入" },
  summary: {
    en: "Have what stands in a CSV table followed up, or get a template",
    "zh-Hans": "用 CSV 表格批量登记督办，或取得模板",
    "zh-Hant": "用 CSV 表格批次登記督辦，或取得範本",
  },
  options: z.object({ file: z.string().default(""), check: z.stringbool().default(false) }),
  optionHelp: {
    file: {
      en: "A CSV table, one line for each; left out: a template",
      "zh-Hans": "CSV 表格，每件一行；不填则取得模板",
      "zh-Hant": "CSV 表格，每件一列；不填則取得範本",
    },
    check: { en: "Only look, take nothing in", "zh-Hans": "只核对，不登记", "zh-Hant": "只核對，不登記" },
  },
  optionNames: {
    file: { "zh-Hans": "文件", "zh-Hant": "檔案" },
    check: { "zh-Hans": "检查", "zh-Hant": "檢查" },
  },
  positional: "file",
  takes: { file: "file" },
  changes: true,
  action: () => "deadline.add",
  examples: [
    {
      line: { en: "/deadline import", "zh-Hans": "/deadline import", "zh-Hant": "/deadline import" },
      explains: { en: "a table to fill in", "zh-Hans": "供填写的表格", "zh-Hant": "供填寫的表格" },
    },
  ],
  run: ({ file, check }, context) =>
    atDesk(context, (desk) => {
      const add = context.commands.find(({ path }) => path === "deadline add");
      if (!add) throw new Error("nothing can be followed up");
      // cells are read as what is typed is
      return importCommand(
        { file, check },
        (cells) => typedDeadline(addOptions.parse(readOptions(add, cells, context))),
        desk,
      );
    }),
});
