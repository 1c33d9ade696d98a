import { plusDays } from "../../src/dates.ts";
import { addMeeting } from "../../src/store/meetings.ts";
import type { Store } from "../../src/store/store.ts";
import { monday } from "../support/changzhou-process.ts";
import { furnish as furnishOffice } from "../support/furnish.ts";
import { heads, meetings, meetingsFrom } from "./wishes.ts";

/** Sixty people in an office, of whom one has two accounts, and the meetings of a winter. */
export async function furnish(store: Store): Promise<void> {
  await furnishOffice(store, ["1008-phone"]);
  await store.transaction(async (records) => {
    for (let n = 0; n < meetings; n++) {
      const time = { day: plusDays(meetingsFrom, n), fromMinute: 9 * 60, untilMinute: 11 * 60 };
      const what = { type: "executive-meeting", title: `meeting ${n}`, place: "", presider: "executive-vice-mayor" };
      await addMeeting(records, { ...what, ...time, invited: heads }, "person:1009", new Date(monday));
    }
  });
}
