import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { load } from "js-yaml";
import { type Notice, noticeSchema } from "../../src/workdays/notice.ts";

export const workdaysFolder = fileURLToPath(new URL("../../rules/workdays", import.meta.url));

/** The notices as their files hold them. */
export const notices: readonly Notice[] = readdirSync(workdaysFolder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => noticeSchema.parse(load(readFileSync(`${workdaysFolder}/${name}`, "utf8"))));
