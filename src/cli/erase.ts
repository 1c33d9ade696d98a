import "../quick-start.ts";
import { userInfo } from "node:os";
import { parseArgs } from "node:util";
import { systemClock } from "../clock.ts";
import { erasedNotice } from "../erased-notice.ts";
import { accountName, personName } from "../office/people.ts";
import { accountsOf } from "../store/accounts.ts";
import { administrators } from "../store/administrators.ts";
import { addToAudit } from "../store/audit.ts";
import { erasePerson } from "../store/erasure.ts";
import { eventsAbout } from "../store/personal-data.ts";
import type { Records } from "../store/store.ts";
import { findPerson } from "./find-person.ts";
import { counted, say, ToolError, usage, withRecords } from "./open-store.ts";

// npm run erase -- PERSON --yes: takes away everything that is kept about one person. Without --yes it only tells what.

const howTo = "npm run erase -- PERSON [--yes]\nPERSON is a number of the roster, a mail address, or a name.";

const { typed, yes } = read();

function read(): { readonly typed: string; readonly yes: boolean } {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { yes: { type: "boolean", default: false } },
    });
    const [person, ...more] = positionals;
    return person && more.length === 0 ? { typed: person, yes: values.yes } : usage(howTo);
  } catch {
    return usage(howTo);
  }
}

await withRecords(async ({ store, database }) => {
  if (!yes) {
    await store.look(async (records) => {
      const { id } = await findPerson(records, typed);
      await tellWhatGoes(records, id);
      await refuseTheLastAdministrator(records, id);
    });
    say(`\nNothing is erased yet. It cannot be undone: keep what the person is due with npm run export.`);
    say(`To do it: npm run erase -- ${typed} --yes`);
    return;
  }
  const { id, events, withheld, cards } = await store.transaction(async (records) => {
    const person = await findPerson(records, typed);
    await refuseTheLastAdministrator(records, person.id);
    const now = systemClock.now();
    const erased = await erasePerson(records, person.id, now, erasedNotice);
    if (!erased) throw new Error(`person ${person.id} was there a moment ago`);
    addToAudit(records, {
      at: now,
      platform: "terminal",
      actor: accountName({ platform: "terminal", workspace: "", id: userInfo().username }),
      action: "person.erase",
      subject: personName(person.id),
      details: { events: erased.events },
    });
    return { id: person.id, ...erased };
  });
  const scrubbed = await store.scrub();
  say(`Person ${id} is erased, with the details of ${counted(events.length, "audit event")}.`);
  if (withheld > 0)
    say(
      `${counted(withheld, "message or answer", "messages or answers")} for others named them: whoever waits is told that this was erased.`,
    );
  if (cards > 0)
    say(
      `${counted(cards, "delivered message")} with what can be pressed showed their requests, or stood before them: a notice takes the place of each as soon as Mishu runs.`,
    );
  if (!scrubbed)
    say(
      `Another program was reading the database: the old words leave the file ${"file" in database ? `${database.file}-wal` : ""} when Mishu stops.`,
    );
  say("Backups made before today still hold the person: make a new one (npm run backup) and throw the old ones away.");
  say("If a roster with this person is imported again, they are in the roster again.");
});

async function tellWhatGoes(records: Records, id: string): Promise<void> {
  const accounts = await accountsOf(records, id);
  const events = await eventsAbout(records, id);
  say(`Of person ${id} would be erased: the name, the mail address, posts and portfolio, and`);
  say(`- ${counted(accounts.length, "account")} with chosen language and codes`);
  say("- messages that wait for them, and what they asked and is not answered yet");
  say("- what waits to be told to others and names them: a notice says so in its place");
  say(
    "- messages about their leave that were delivered, and such messages before them: a notice says so in their place",
  );
  say("- their name on accounts that were linked to them before");
  say(`- the details of ${counted(events.length, "audit event")}`);
  say("Their entrustments end. That something was done, and by which number, stays in the audit.");
}

async function refuseTheLastAdministrator(records: Records, id: string): Promise<void> {
  const theirs = [personName(id), ...(await accountsOf(records, id)).map(accountName)];
  const all = await administrators(records);
  if (all.length > 0 && all.every((who) => theirs.includes(who)))
    throw new ToolError(
      `Person ${id} is the only administrator: nobody could link accounts or import the roster afterwards. Make somebody else an administrator first (/roster admin), then erase.`,
    );
}
