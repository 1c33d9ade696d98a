import { createApp, openOffice } from "../../src/app.ts";
import { defaultRulebook } from "../../src/config.ts";
import { plusDays } from "../../src/dates.ts";
import { linkAccount, seeAccount } from "../../src/store/accounts.ts";
import { addMeeting } from "../../src/store/meetings.ts";
import type { Store } from "../../src/store/store.ts";
import { quietLog } from "../support/app.ts";
import { sixty } from "../support/office.ts";
import { monday, wireAccount } from "./leave-process.ts";
import { heads, meetings, meetingsFrom } from "./wishes.ts";

/** Sixty people in an office, each with an account called as they are, and the meetings of a winter. */
export async function furnish(store: Store): Promise<void> {
  const now = new Date(monday);
  const app = createApp(
    { rulebookFolder: defaultRulebook },
    quietLog((error) => {
      throw error;
    }),
  );
  const { desk } = openOffice(app, store, [], { now: () => now, elapsed: () => 0 });
  const owner = wireAccount("owner");
  const asked = { command: "roster import", options: { file: sixty } };
  const delivery = { key: "roster", platform: "wire", from: owner, asked, returnTo: null };
  const { tone } = await desk.answerNow(delivery, { ...owner, owner: true });
  if (tone !== "done") throw new Error("the roster was not taken");
  await store.transaction(async (records) => {
    const people = Array.from({ length: 60 }, (_, n) => `${1001 + n}`);
    for (const account of [...people, "1008-phone"]) {
      await seeAccount(records, wireAccount(account), "en", now);
      await linkAccount(records, wireAccount(account), account.slice(0, 4), now);
    }
    for (let n = 0; n < meetings; n++) {
      const time = { day: plusDays(meetingsFrom, n), fromMinute: 9 * 60, untilMinute: 11 * 60 };
      const what = { type: "executive-meeting", title: `meeting ${n}`, place: "", presider: "executive-vice-mayor" };
      await addMeeting(records, { ...what, ...time, invited: heads }, "person:1009", now);
    }
  });
}
