import type { Clock } from "./clock.ts";
import { withKeptFiles } from "./kept-files.ts";
import { isLate, withLateMark } from "./late-mark.ts";
import type { Log } from "./log.ts";
import { readOfficeSettings } from "./office/settings.ts";
import { drawn } from "./pictures/png.ts";
import { type Address, type Hindrance, type Platform, Unreachable } from "./platforms/platform.ts";
import { deliverReplacement, placeAt } from "./replacement.ts";
import { note, paragraph, type Reply, reply } from "./reply.ts";
import { accountCalled, accountsOf } from "./store/accounts.ts";
import { administrators } from "./store/administrators.ts";
import { nextAttempt, type Outgoing, postMessage, postpone, settleMessage, takeDue } from "./store/outbox.ts";
import { personById } from "./store/people.ts";
import { readSettings } from "./store/settings.ts";
import type { Records, Store } from "./store/store.ts";
import { type Wording, wordingFor } from "./wording/wording.ts";

/** What stands in the outbox: a message, or one that tells of another which did not arrive. */
interface Letter extends Reply {
  readonly aboutFailure?: true;
}

interface Parts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly platforms: ReadonlyMap<string, Platform>;
}

/** Delivers what stands in the outbox and is due, until nothing is. Returns how many messages came or were replaced. */
export async function deliverDue(parts: Parts): Promise<number> {
  let delivered = 0;
  for (;;) {
    const due = await parts.store.transaction((records) => takeDue(records, parts.clock.now(), atOnce));
    const byRecipient = Map.groupBy(due, ({ recipient }) => recipient);
    const counts = await Promise.all([...byRecipient.values()].map((messages) => deliverInOrder(messages, parts)));
    delivered += counts.reduce((sum, each) => sum + each, 0);
    // what replaces a card is due as soon as the card is there
    if (due.length < atOnce && due.every(({ card }) => card === undefined)) return delivered;
  }
}

/** The messages of one recipient, one after the other. */
async function deliverInOrder(messages: readonly Outgoing[], parts: Parts): Promise<number> {
  let delivered = 0;
  for (const message of messages) {
    try {
      if (await deliver(message, parts)) delivered++;
    } catch (error) {
      // one that cannot be understood must not hold up the others
      parts.log.error("message left for later", { reference: "outbox", error });
      await putOff(message, "failed: see the log", parts);
    }
  }
  return delivered;
}

const atOnce = 20;

async function deliver(message: Outgoing, parts: Parts): Promise<boolean> {
  const { replaces } = message;
  if (replaces !== undefined) return deliverReplacement({ ...message, replaces }, parts);
  const { store, clock, log, platforms } = parts;
  const routes = await addressesOf(message.recipient, store);
  const { aboutFailure, ...written } = JSON.parse(message.reply) as Letter;
  const content = await drawn(await withKeptFiles(await asItComes(written, message, parts), store));
  let waits = false;
  let refused: Refused = { platform: "", words: "nobody to send it to", hindrance: "refused" };
  for (const { platform: name, address } of routes) {
    const platform = platforms.get(name);
    if (!platform) {
      waits = true;
      continue;
    }
    let receipt: string;
    try {
      receipt = await platform.deliver(address, content, message.id, message.card !== undefined);
    } catch (error) {
      if (error instanceof Unreachable)
        refused = { platform: name, words: `${name}: ${error.message}`, hindrance: error.hindrance };
      else {
        // it may have arrived: another route could make it two
        log.warn("message not delivered yet", { platform: name, error });
        waits = true;
        break;
      }
      continue;
    }
    const place = placeAt(name, { address, receipt });
    await store.transaction((records) => settleMessage(records, message, `${name}: ${receipt}`, clock.now(), place));
    return true;
  }
  if (waits || routes.length === 0) await putOff(message, refused.words, parts);
  else await giveUp(message, aboutFailure === true, refused, parts);
  return false;
}

/** A message as it is delivered now: one that comes late says so. */
async function asItComes(written: Reply, { meantFor }: Outgoing, { store, clock }: Parts): Promise<Reply> {
  if (!meantFor || !isLate(meantFor, clock.now())) return written;
  const { timeZone } = await store.transaction(async (records) => readOfficeSettings(await readSettings(records)));
  return withLateMark(written, meantFor, timeZone);
}

async function putOff(message: Outgoing, why: string, { store, clock }: Parts): Promise<void> {
  const until = nextAttempt(message.attempts, clock.now());
  await store.transaction((records) => postpone(records, message, until, why));
}

/** Why a message cannot arrive: in words for the log, and as the administrators are told. */
interface Refused {
  readonly platform: string;
  readonly words: string;
  readonly hindrance: Hindrance;
}

/** A message that cannot arrive is not dropped silently: the administrators are told, once; of that only the log tells. */
async function giveUp(
  message: Outgoing,
  aboutFailure: boolean,
  { platform, words, hindrance }: Refused,
  { store, clock, log }: Parts,
): Promise<void> {
  log.warn("message cannot arrive", { platform, error: words });
  await store.transaction(async (records) => {
    await settleMessage(records, message, `unreachable: ${words}`, clock.now());
    if (aboutFailure) return;
    const { language } = readOfficeSettings(await readSettings(records));
    const wording = wordingFor(language);
    const why = wording.labelled(wording.platforms[platform] ?? platform, wording.desk.hindrances[hindrance]);
    const recipient = await recipientShown(message.recipient, records, wording);
    for (const who of await administrators(records)) {
      if (who === message.recipient) continue;
      const told: Letter = {
        ...reply({
          tone: "problem",
          language,
          blocks: [paragraph(wording.desk.notArrived(recipient)), note(why)],
        }),
        aboutFailure: true,
      };
      await postMessage(records, { recipient: who, reply: JSON.stringify(told), now: clock.now() });
    }
  });
}

/** Where a recipient can be reached: a person on the platform they used last, then on their others. */
async function addressesOf(
  recipient: string,
  store: Store,
): Promise<readonly { readonly platform: string; readonly address: Address }[]> {
  const [kind = "", ...rest] = recipient.split(":");
  if (kind === "person") {
    const accounts = await store.transaction((records) => accountsOf(records, rest.join(":")));
    return accounts.map(({ platform, workspace, id }) => ({ platform, address: { kind: "account", workspace, id } }));
  }
  const [platform = "", workspace = "", id = ""] = rest;
  if (kind !== "account" && kind !== "channel") throw new Error(`no such recipient: ${kind}`);
  return [{ platform, address: { kind, workspace, id } }];
}

/** A recipient as administrators know it: the person's name, or the account or channel and its platform. */
async function recipientShown(recipient: string, records: Records, wording: Wording): Promise<string> {
  const [kind = "", ...rest] = recipient.split(":");
  if (kind === "person") {
    const person = await personById(records, rest.join(":"));
    return person ? wording.roster.show.person(person.name, person.id) : rest.join(":");
  }
  const [platform = "", workspace = "", id = ""] = rest;
  const account = kind === "account" ? await accountCalled(records, { platform, workspace, id }) : undefined;
  return wording.labelled(wording.platforms[platform] ?? platform, account?.name ?? id);
}
