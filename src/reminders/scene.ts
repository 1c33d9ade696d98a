import { dayOf } from "../dates.ts";
import type { OfficeSettings } from "../office/settings.ts";
import type { Rulebook } from "../rulebook/model.ts";
import { languageOfPerson } from "../store/accounts.ts";
import { addToAudit } from "../store/audit.ts";
import type { Records } from "../store/store.ts";
import type { Calendar } from "../workdays/calendar.ts";
import type { Outgoing } from "./gather.ts";
import type { Scene } from "./kind.ts";

interface Given {
  readonly now: Date;
  readonly settings: OfficeSettings;
  readonly calendar: Calendar;
  readonly rulebook: Rulebook;
  /** When the messages of the reminder should be there. */
  readonly meantFor: Date;
  /** Takes what is sent. */
  readonly post: (message: Outgoing) => Promise<void>;
}

/** The records and what else a kind may use, in the transaction in which its reminder is settled. */
export function openScene(
  records: Records,
  { now, settings, calendar, rulebook, meantFor: usual, post }: Given,
): Scene {
  return {
    records,
    now,
    today: dayOf(now, settings.timeZone),
    settings,
    calendar,
    rulebook,
    send: (recipient, reply, more = {}) => post({ recipient, reply, meantFor: usual, ...more }),
    languageOf: (person) => languageOfPerson(records, person, settings.language),
    note: async (event) => addToAudit(records, { at: now, platform: "office", actor: "mishu", ...event }),
  };
}
