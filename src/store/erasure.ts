import { type Account, accountName, personName } from "../office/people.ts";
import { accountsOf } from "./accounts.ts";
import { writeAudit } from "./audit.ts";
import { eraseDeadlines } from "./deadline-data.ts";
import { replaceCards } from "./erased-cards.ts";
import { settleDeliveries } from "./inbox.ts";
import { eraseLeave } from "./leave-data.ts";
import { eraseMeetings } from "./meeting-data.ts";
import { mentionsOf } from "./mentions.ts";
import { everybody, personById } from "./people.ts";
import { detailsAbout, eventsAbout, openDeliveriesOf } from "./personal-data.ts";
import type { Records } from "./store.ts";
import { forgetButtons, type Instead, withholdMentions } from "./withheld.ts";

export interface Erased {
  /** The numbers of the events whose details are gone, for the event that tells of the erasure. */
  readonly events: readonly number[];
  /** How many messages and answers for others named the person, and were replaced. */
  readonly withheld: number;
  /** How many delivered cards get a notice in their place. */
  readonly cards: number;
}

/**
 * Erases a person: name, mail, posts, portfolio, accounts, what waits to be answered or delivered to them, words about
 * them that wait for others (who are told `instead`), delivered cards, and the details of audit events about them. The events themselves
 * stay, under the numbers of the person and of the accounts; the chain still holds. Entrustments stay without names;
 * those in force end; of leave the days stay, not the words. Undefined when nobody has that id.
 */
export async function erasePerson(
  records: Records,
  id: string,
  now: Date,
  instead: Instead,
): Promise<Erased | undefined> {
  const { db, organisation } = records;
  const person = await personById(records, id);
  if (!person) return undefined;
  await writeAudit(records);
  const accounts = await accountsOf(records, id);
  const names = [personName(id), ...accounts.map(accountName)];
  const former = await formerAccounts(records, id);
  const open = await openDeliveriesOf(records, names);
  await settleDeliveries(
    records,
    open.map(({ key }) => key),
    now,
  );
  // what was delivered and can be brought up to date stays until replaceCards
  await db
    .deleteFrom("outbox")
    .where("organisation", "=", organisation)
    .where("recipient", "in", names)
    .where("place", "is", null)
    .execute();
  const mentioned = mentionsOf({
    words: [person.name, person.email ?? "", ...accounts.filter(isTelling).map(({ name }) => name)],
    references: names,
    others: (await everybody(records)).filter((each) => each.id !== id).map(({ name }) => name),
  });
  const withheld = await withholdMentions(records, mentioned, new Set(former.map(accountName)), instead);
  const cards = await replaceCards(records, id, names, now, instead);
  await forgetButtons(records, mentioned);
  await db.deleteFrom("tenure").where("organisation", "=", organisation).where("person", "=", id).execute();
  await db.deleteFrom("portfolio").where("organisation", "=", organisation).where("person", "=", id).execute();
  await db.deleteFrom("link_code").where("organisation", "=", organisation).where("person", "=", id).execute();
  await db.deleteFrom("account").where("organisation", "=", organisation).where("person", "=", id).execute();
  for (const each of former) await forgetName(records, each);
  await eraseLeave(records, id);
  await eraseMeetings(records, id);
  await eraseDeadlines(records, id);
  await db.deleteFrom("administrator").where("organisation", "=", organisation).where("who", "in", names).execute();
  await db
    .updateTable("entrustment")
    .set({ ended_at: now.getTime() })
    .where("organisation", "=", organisation)
    .where((row) => row.or([row("by_person", "=", id), row("to_person", "=", id)]))
    .where("ended_at", "is", null)
    .execute();
  await db
    .updateTable("person")
    .set({ name: "", email: null, erased_at: now.getTime() })
    .where("organisation", "=", organisation)
    .where("id", "=", id)
    .execute();
  const events = await eventsAbout(records, id);
  await db
    .deleteFrom("audit_detail")
    .where("organisation", "=", organisation)
    .where("sequence", "in", detailsAbout(records, id))
    .execute();
  return { events, withheld, cards };
}

/** Names of accounts are looked for where they may name somebody: not a login of this machine, nor a single sign. */
const isTelling = ({ platform, name }: Account): boolean => platform !== "terminal" && /\p{L}.*\p{L}/su.test(name);

/** Accounts that were linked to the person once, and are nobody's now: the audit tells which. */
async function formerAccounts({ db, organisation }: Records, id: string): Promise<readonly Account[]> {
  const events = await db
    .selectFrom("audit")
    .leftJoin("audit_detail", (join) =>
      join
        .onRef("audit_detail.organisation", "=", "audit.organisation")
        .onRef("audit_detail.sequence", "=", "audit.sequence"),
    )
    .select(["audit.action", "audit.actor", "audit_detail.details"])
    .where("audit.organisation", "=", organisation)
    .where("subject", "=", personName(id))
    .where("action", "in", ["account.link", "account.unlink"])
    .execute();
  const linked = new Set(
    events.flatMap(({ action, actor, details }) => {
      const { account } = JSON.parse(details ?? "{}") as { readonly account?: string };
      // whoever links an account does it from there; somebody else may have unlinked it
      return [account, action === "account.link" ? actor : undefined];
    }),
  );
  const free = await db
    .selectFrom("account")
    .select(["platform", "workspace", "id", "name"])
    .where("organisation", "=", organisation)
    .where("person", "is", null)
    .where("linked_at", "is not", null)
    .execute();
  return free.filter((each) => linked.has(accountName(each)));
}

/** The row stays, so that what was untied on purpose does not tie itself again; its name comes anew with its next word. */
async function forgetName({ db, organisation }: Records, { platform, workspace, id }: Account): Promise<void> {
  await db
    .updateTable("account")
    .set({ name: id })
    .where("organisation", "=", organisation)
    .where("platform", "=", platform)
    .where("workspace", "=", workspace)
    .where("id", "=", id)
    .execute();
}
