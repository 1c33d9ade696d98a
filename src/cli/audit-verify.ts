import "../quick-start.ts";
import { parseArgs } from "node:util";
import { type AuditFault, verifyAudit } from "../store/audit.ts";
import { counted, say, usage, withRecords } from "./open-store.ts";

// npm run audit:verify [-- --head HASH]: goes through the whole audit. Exit status 1 when it does not hold.

const faults: Readonly<Record<AuditFault["kind"], string>> = {
  missing: "is missing: events were taken out here",
  changed: "was changed, or put in its place afterwards: it does not fit the one before it",
  "details-changed": "has other details than when it was written",
  "details-missing": "has lost its details, and no erasure tells of it",
  "head-not-found":
    "is the last one, but the hash that you gave is in none: the end of the audit was cut off or replaced",
};

let head: string | undefined;
try {
  head = parseArgs({ options: { head: { type: "string" } } })
    .values.head?.trim()
    .toLowerCase();
} catch {
  usage("npm run audit:verify [-- --head HASH]");
}
if (head !== undefined && !/^[0-9a-f]{64}$/.test(head))
  usage("--head takes the hash that an earlier run of audit:verify printed: 64 digits and letters from a to f.");

await withRecords(async ({ store }) => {
  const check = await store.look((records) => verifyAudit(records, head));
  say(`Events:  ${check.events}`);
  say(`Erased:  ${check.erased} (their details were taken away at a person's request; the events still hold)`);
  say(`Head:    ${check.head}`);
  if (check.faults.length > 0) {
    say(`\nThe audit does not hold: ${counted(check.faults.length, "fault")}.`);
    for (const { sequence, kind } of check.faults) say(`- Event ${sequence} ${faults[kind]}.`);
    say("\nKeep a copy of the database as it is now, and compare it with your backups (npm run backup makes them).");
    process.exitCode = 1;
    return;
  }
  say("\nThe audit holds: nothing was changed, taken out or put between.");
  if (head) say("The hash that you gave is in it: its end was not cut off since then.");
  say("Keep the head outside this machine (on paper, in a mail). Next time, npm run audit:verify -- --head with it");
  say("finds out whether the end of the audit was cut off in the meantime.");
});
