import "../quick-start.ts";
import { parseArgs } from "node:util";
import { type AuditFault, verifyAudit } from "../store/audit.ts";
import { counted, say, usage, withRecords } from "./open-store.ts";

// npm run audit:verify [-- --head HASH]: goes through the whole audit. Exit status 1 when it does not hold.

const faults: Readonly<Record<AuditFault["kind"], string>> = {
  missing: "is missing: events were taken out here",
  changed: "was changed, or put in its place afterwards: it does not fit the one before it",
  "details-changed": "has other details than when it was written, or they were made somebody else's",
  "details-missing": "has lost its details, and no erasure tells of it",
  "head-not-found":
    "is the last one, but the hash that you gave is in none: the end of the audit was cut off, or the audit built anew",
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
  say(
    check.events === 0
      ? "\nThe audit has no events."
      : `\nThe audit holds from event 1 to event ${check.events}: each is as it was written, none is missing between.`,
  );
  if (head) say("The hash that you gave is in it: up to there it is as it was when you noted it, and not cut off.");
  else {
    say(
      "\nWhether events were cut off after the last one, or somebody who may write to the database built the chain anew,",
    );
    say("shows only with a head that was noted earlier.");
  }
  say("\nKeep the present head outside this machine (on paper, in a mail), and next time give it:");
  say(`npm run audit:verify -- --head ${check.head}`);
});
