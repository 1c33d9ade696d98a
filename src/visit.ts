import { type Day, dayOf } from "./dates.ts";
import { linkAndTell } from "./link-account.ts";
import { type Account, type Actor, accountName, actorName, personName, tenuresOn } from "./office/people.ts";
import { type OfficeSettings, readOfficeSettings } from "./office/settings.ts";
import type { Reply } from "./reply.ts";
import { accountCalled, type KnownAccount, languageOfPerson, seeAccount } from "./store/accounts.ts";
import { addAdministrator, administrators } from "./store/administrators.ts";
import { type AuditEvent, addToAudit } from "./store/audit.ts";
import { postMessage } from "./store/outbox.ts";
import { personById, personByMail } from "./store/people.ts";
import { readSettings } from "./store/settings.ts";
import type { Records } from "./store/store.ts";
import { type Language, repeated } from "./text.ts";

/** Whoever stands at the desk, as their platform knows them. */
export interface Visitor extends Account {
  /** The language of their platform. */
  readonly locale?: Language;
  /** The platform's owner of the workspace or server; whoever started Mishu at its terminal. */
  readonly owner: boolean;
  /** A mail address that the platform has verified. */
  readonly mail?: string;
}

/** One request of somebody of the office: who they are, and the records in the transaction of this request. */
export interface Visit {
  readonly actor: Actor;
  /** What is known of their account: language chosen, language seen. */
  readonly account: KnownAccount;
  readonly records: Records;
  readonly now: Date;
  readonly today: Day;
  readonly settings: OfficeSettings;
  /** Leaves an event in the audit: who did it, when and where is filled in. */
  note(event: Pick<AuditEvent, "action" | "subject" | "articles" | "details" | "about">): Promise<void>;
  /**
   * Puts a message into the outbox: to "person:17", "account:…" or "channel:…". `card`: what it shows for as long as it
   * can be seen ("leave:12"), see updateCard; `meantFor`: when it should be there, if not at once.
   */
  send(recipient: string, reply: Reply, more?: { readonly card?: string; readonly meantFor?: Date }): Promise<void>;
  /** The language in which a person is spoken to. */
  languageOf(person: string): Promise<Language>;
}

/** The language that an account chose, else the one given, else the one last seen, else the office's. */
export async function languageOfAccount(
  records: Records,
  account: Account,
  locale: Language | undefined,
): Promise<Language> {
  const known = await accountCalled(records, account);
  return known?.language ?? locale ?? known?.locale ?? readOfficeSettings(await readSettings(records)).language;
}

/**
 * Finds out who asks, within the request's transaction. Somebody whose verified mail address is a person's of the
 * roster is linked to that person. The owner of the platform is an administrator as long as the office has none.
 */
export async function openVisit(records: Records, visitor: Visitor, now: Date): Promise<Visit> {
  // a name is shown to others: short, and without signs that hide or turn round what follows
  const name = repeated(visitor.name);
  let account = await seeAccount(records, { ...visitor, name }, visitor.locale, now);
  const settings = readOfficeSettings(await readSettings(records));
  const today = dayOf(now, settings.timeZone);
  // what somebody untied on purpose does not tie itself again
  const never = account.person === null && account.linkedAt === null;
  const byMail = never && visitor.mail ? await personByMail(records, visitor.mail) : undefined;
  if (byMail) {
    await linkAndTell(records, { ...visitor, name }, byMail, { now, language: settings.language });
    account = { ...account, person: byMail.id, linkedAt: now };
  }
  const person = byMail ?? (account.person === null ? undefined : await personById(records, account.person));
  const known = await administrators(records);
  let noneYet = known.length === 0;
  const { platform, workspace, id } = visitor;
  const actor: Actor = {
    account: { platform, workspace, id, name },
    ...(person ? { person } : {}),
    tenures: person ? tenuresOn(person, today) : [],
    administrator:
      known.includes(accountName(visitor)) ||
      (person !== undefined && known.includes(personName(person.id))) ||
      (visitor.owner && (noneYet || platform === "terminal")),
  };
  const note: Visit["note"] = async (event) => {
    // whoever sits at the machine is an administrator anyway; the first of a platform is one from what they first do
    if (actor.administrator && noneYet && platform !== "terminal") {
      noneYet = false;
      const who = actorName(actor);
      await addAdministrator(records, who, now);
      addToAudit(records, { at: now, platform, actor: who, action: "administrator.add", subject: who });
    }
    addToAudit(records, { at: now, platform, actor: actorName(actor), ...event });
  };
  if (byMail)
    addToAudit(records, {
      at: now,
      platform,
      actor: accountName(visitor),
      action: "account.link",
      subject: personName(byMail.id),
      details: { by: "mail" },
      about: byMail.id,
    });
  return {
    actor,
    account,
    records,
    now,
    today,
    settings,
    note,
    send: async (recipient, reply, more = {}) => {
      await postMessage(records, { recipient, reply: JSON.stringify(reply), now, ...more });
    },
    languageOf: (each) => languageOfPerson(records, each, settings.language),
  };
}
