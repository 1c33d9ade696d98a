import { dayOf } from "../dates.ts";
import type { OfficeSettings } from "../office/settings.ts";
import type { Rulebook } from "../rulebook/model.ts";
import { addToAudit } from "../store/audit.ts";
import { postMessage } from "../store/outbox.ts";
import type { Records } from "../store/store.ts";
import { languageOfPerson } from "../visit.ts";
import type { Scene } from "./kind.ts";
import type { Calendar } from "./office-time.ts";

interface Given {
  readonly now: Date;
  readonly settings: OfficeSettings;
  readonly calendar: Calendar;
  readonly rulebook: Rulebook;
  /** When the messages of the reminder should be there. */
  readonly meantFor: Date;
}

/** The records and what else a kind may use, in the transaction in which its reminder is settled. */
export function openScene(records: Records, { now, settings, calendar, rulebook, meantFor: usual }: Given): Scene {
  return {
    records,
    now,
    today: dayOf(now, settings.timeZone),
    settings,
    calendar,
    rulebook,
    async send(recipient, reply, { card, meantFor = usual } = {}) {
      const message = { recipient, reply: JSON.stringify(reply), now, meantFor };
      await postMessage(records, { ...message, ...(card === undefined ? {} : { card }) });
    },
    languageOf: (person) => languageOfPerson(records, person, settings.language),
    note: (event) => addToAudit(records, { at: now, platform: "office", actor: "mishu", ...event }),
  };
}
