import type { Rulebook } from "../rulebook/model.ts";
import type { Visit } from "../visit.ts";
import type { Calendar } from "../workdays/calendar.ts";

/** What work on a request for leave needs, whether somebody asks for it or its time has come; in one transaction. */
export type AtDesk = Pick<Visit, "records" | "now" | "today" | "settings" | "send" | "languageOf" | "note"> & {
  readonly rulebook: Rulebook;
  readonly calendar: Calendar;
};
