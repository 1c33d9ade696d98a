import type { Clock } from "./clock.ts";
import type { Log } from "./log.ts";
import { type Platform, type Standing, Unreachable } from "./platforms/platform.ts";
import type { Reply } from "./reply.ts";
import { nextAttempt, type Outgoing, placeReplaced, postpone, settleReplacement } from "./store/outbox.ts";
import type { Store } from "./store/store.ts";

interface Parts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly platforms: ReadonlyMap<string, Platform>;
}

/** Where a message stands, as the outbox keeps it: JSON. */
export const placeAt = (platform: string, standing: Standing): string => JSON.stringify({ platform, ...standing });

/**
 * Puts the words of a replacement where the message stands that it replaces; true when that was done. It is no message
 * of its own: nobody is told when there is nothing to replace any more.
 */
export async function deliverReplacement(
  message: Outgoing & { readonly replaces: string },
  { store, clock, log, platforms }: Parts,
): Promise<boolean> {
  const settle = (outcome: string) =>
    store.transaction((records) => settleReplacement(records, message, outcome, clock.now()));
  const putOff = (why: string) =>
    store.transaction((records) => postpone(records, message, nextAttempt(message.attempts, clock.now()), why));

  const place = await store.transaction((records) => placeReplaced(records, message));
  if (place === undefined) {
    await settle("moot: what it replaces never arrived");
    return false;
  }
  const { platform: name, ...standing } = JSON.parse(place) as Standing & { readonly platform: string };
  const platform = platforms.get(name);
  if (!platform) {
    await putOff(`${name}: does not run`);
    return false;
  }
  try {
    await platform.update(standing, JSON.parse(message.reply) as Reply);
  } catch (error) {
    if (error instanceof Unreachable) {
      log.info("a message that is gone was not brought up to date", { platform: name });
      await settle(`gone: ${name}: ${error.message}`);
    } else {
      log.warn("message not brought up to date yet", { platform: name, error });
      await putOff(`${name}: failed, see the log`);
    }
    return false;
  }
  await settle(`${name}: brought up to date`);
  return true;
}
