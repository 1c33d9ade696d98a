import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load as parseYaml } from "js-yaml";
import type { z } from "zod";
import { type Calendar, CalendarError, calendarOf } from "./calendar.ts";
import { type Notice, noticeSchema } from "./notice.ts";

/** The calendar of a folder's notices. Throws a CalendarError that says what cannot be used. */
export const loadWorkdays = (folder: string): Calendar => calendarOf(readNotices(folder), { checked: true });

/** Reads the notices of a folder. Throws a CalendarError that names the files and fields that cannot be used. */
export function readNotices(folder: string): readonly Notice[] {
  const faults: string[] = [];
  const files = new Map<Notice, string>();
  for (const name of noticeFiles(folder)) {
    try {
      const parsed = noticeSchema.safeParse(parseYaml(readFileSync(join(folder, name), "utf8")));
      if (parsed.success) files.set(parsed.data, name);
      for (const issue of parsed.error?.issues ?? []) faults.push(`${name}: ${sayIssue(issue)}`);
    } catch (error) {
      const what = error instanceof Error ? error.message.split("\n")[0] : error;
      faults.push(`${name}: ${what}: compare it with the example in README.md`);
    }
  }
  if (faults.length > 0) throw new CalendarError(faults);
  if (files.size === 0) throw new CalendarError([`${folder}: there is no notice in it: add the file of a year`]);
  const notices = [...files.keys()];
  // refuses what cannot be right, in one of them or in all of them together
  calendarOf(notices, { nameOf: (notice) => files.get(notice) ?? notice.notice });
  return notices;
}

function sayIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys")
    return `${issue.keys.join(", ")}: no such field: there are ${Object.keys(noticeSchema.shape).join(", ")}`;
  return `${issue.path.join(".") || "the file"}: ${issue.message}`;
}

function noticeFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".yaml"))
      .sort();
  } catch (error) {
    throw new CalendarError([`${folder} cannot be read: ${error instanceof Error ? error.message : error}`]);
  }
}
