import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load as parseYaml } from "js-yaml";
import { type Calendar, CalendarError, calendarOf } from "./calendar.ts";
import { type Notice, noticeSchema } from "./notice.ts";

/** The calendar of a folder's notices. Throws a CalendarError that says what cannot be used. */
export const loadWorkdays = (folder: string): Calendar => calendarOf(readNotices(folder), { checked: true });

/** Reads the notices of a folder. Throws a CalendarError that names the files and fields that cannot be used. */
export function readNotices(folder: string): readonly Notice[] {
  const faults: string[] = [];
  const notices = noticeFiles(folder).flatMap((name): readonly Notice[] => {
    try {
      const parsed = noticeSchema.safeParse(parseYaml(readFileSync(join(folder, name), "utf8")));
      if (parsed.success) return [parsed.data];
      for (const { path, message } of parsed.error.issues)
        faults.push(`${name}: ${path.join(".") || "the file"}: ${message}`);
    } catch (error) {
      faults.push(`${name}: ${error instanceof Error ? error.message.split("\n")[0] : error}`);
    }
    return [];
  });
  if (faults.length > 0) throw new CalendarError(faults);
  // refuses what cannot be right, in one of them or in all of them together
  calendarOf(notices);
  return notices;
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
