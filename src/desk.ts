import { randomUUID } from "node:crypto";
import type { Clock } from "./clock.ts";
import { createCounter } from "./counter.ts";
import { answer, type Office, problem } from "./dispatch.ts";
import { withKeptFiles } from "./kept-files.ts";
import { accountName } from "./office/people.ts";
import { drawn } from "./pictures/png.ts";
import type { Desk, Platform } from "./platforms/platform.ts";
import { note, paragraph, type Reply, reply } from "./reply.ts";
import type { Delivery, Request } from "./request.ts";
import { batched } from "./store/batch.ts";
import { acceptDeliveries, type Given, keepReply, progressOf, settleDeliveries, takeAbandoned } from "./store/inbox.ts";
import { postMessage } from "./store/outbox.ts";
import type { Records, Store } from "./store/store.ts";
import { isPassing } from "./store/trouble.ts";
import { repeated } from "./text.ts";
import { languageOfAccount, openVisit, type Visit, type Visitor } from "./visit.ts";
import { wordingFor } from "./wording/wording.ts";

/** The desk with what only the app and the terminal use. */
export interface FullDesk extends Desk {
  /** Answers a delivery on the spot; for a platform that waits for the answer. */
  answerNow(delivery: Delivery, visitor: Visitor): Promise<Reply>;
  /** Takes up what a crash left unanswered. */
  resume(): Promise<void>;
  /** Resolves when nothing is being answered. */
  idle(): Promise<void>;
}

export interface DeskParts {
  readonly office: Office;
  readonly store: Store;
  readonly clock: Clock;
  /** The platforms that run, by name. */
  readonly platforms: ReadonlyMap<string, Platform>;
  /** Called when there may be new messages in the outbox. */
  readonly posted: () => void;
}

/**
 * Where requests come in. A delivery is kept before it is acknowledged; the work, its audit events, its messages and
 * its reply are one transaction; only then is it answered, and settled. A crash between any two of these steps is made
 * good by resume(): nothing acknowledged is lost, nothing is done twice.
 */
export function createDesk({ office, store, clock, platforms, posted }: DeskParts): FullDesk {
  const running = new Set<Promise<void>>();
  /** The keys of what is being answered here: however long it takes, it is not abandoned. */
  const inHand = new Set<string>();

  const keep = (given: readonly Given[]) => store.transaction((records) => acceptDeliveries(records, given));
  // what comes at the same time is kept by one statement; one that the store does not take must not spoil the others
  const keepTogether = batched(
    (given: readonly Given[]) => keep(given).catch(() => given.map(() => undefined)),
    mostTogether,
  );

  async function accept(delivery: Delivery): Promise<boolean> {
    const { key, platform } = delivery;
    const given = { key, platform, delivery: JSON.stringify(delivery), now: clock.now() };
    return (await keepTogether(given)) ?? (await keep([given]))[0] ?? false;
  }

  /**
   * Does what is asked, once, and keeps the reply; what was done before gives the same reply, and what somebody else has
   * answered meanwhile gives none.
   */
  async function work(given: Delivery, visitor: Visitor, platform?: Platform): Promise<Reply | undefined> {
    let request = requestOf(given, visitor);
    let visit: Visit | undefined;
    const once = (make: (records: Records) => Reply | Promise<Reply>) =>
      store.transaction(async (records) => {
        const progress = await progressOf(records, given.key);
        if (progress === "settled") return undefined;
        if (progress !== "open") return JSON.parse(progress.reply) as Reply;
        const made = await make(records);
        await keepReply(records, given.key, JSON.stringify(made));
        return made;
      });
    // what the transaction began is undone; that it went wrong is kept, so that it is told once
    const failed = (error: unknown) => once(() => problem(error, requestOf(given, visitor), office, visit));
    try {
      // what lies on the platform (a file) is fetched before the transaction: no network calls inside
      if (platform?.complete) request = requestOf(await platform.complete(given), visitor);
    } catch (error) {
      return failed(error);
    }
    for (let again = false; ; again = true) {
      try {
        return await once(async (records) => {
          visit = await openVisit(records, visitor, clock.now());
          return answer(request, office, visit);
        });
      } catch (error) {
        if (!isPassing(error)) return failed(error);
        // whether it was kept only the records can tell: they are asked once more, then it is left for later
        if (again) throw error;
      }
    }
  }

  const settle = batched(async (keys: readonly string[]) => {
    await store.transaction((records) => settleDeliveries(records, keys, clock.now()));
    return keys;
  }, mostTogether);

  /** Answers where it was asked; where that is no longer possible, by a message. */
  async function finish(delivery: Delivery): Promise<void> {
    const platform = platforms.get(delivery.platform);
    if (!platform || inHand.has(delivery.key)) return;
    inHand.add(delivery.key);
    try {
      const visitor = await platform.visitor(delivery);
      const kept = await work(delivery, visitor, platform);
      if (!kept) return;
      posted();
      // outside of the transaction: nobody else waits for it
      const answered = await drawn(await withKeptFiles(kept, store));
      try {
        await platform.answer(delivery, answered);
      } catch (error) {
        office.log.warn("answered by message instead", { platform: delivery.platform, error });
        await answerByMessage(delivery, kept);
        return;
      }
      await settle(delivery.key);
    } finally {
      inHand.delete(delivery.key);
    }
  }

  async function answerByMessage(delivery: Delivery, answered: Reply): Promise<void> {
    const late = {
      ...answered,
      blocks: [note(wordingFor(answered.language).desk.late), ...answered.blocks],
      visibleTo: "actor" as const,
    };
    await store.transaction(async (records) => {
      const recipient = accountName(delivery.from);
      await postMessage(records, { recipient, reply: JSON.stringify(late), now: clock.now() });
      await settleDeliveries(records, [delivery.key], clock.now());
    });
    posted();
  }

  /** What could not be done for a day is not tried for ever: whoever asked is told, or gets the reply that was kept. */
  async function putAside(delivery: Delivery): Promise<void> {
    const { key, platform, from, asked } = delivery;
    const reference = randomUUID().slice(0, 8);
    office.log.error("delivery put aside", { reference, error: `${platform} ${key}` });
    await store.transaction(async (records) => {
      const progress = await progressOf(records, key);
      if (progress === "settled") return;
      const language = await languageOfAccount(records, from, delivery.locale);
      const { desk } = wordingFor(language);
      const what = repeated("line" in asked ? asked.line : `/${asked.command}`);
      const told = reply({ tone: "problem", language, blocks: [paragraph(desk.putAside(what, reference))] });
      const kept = progress === "open" ? JSON.stringify(told) : progress.reply;
      await postMessage(records, { recipient: accountName(from), reply: kept, now: clock.now() });
      await settleDeliveries(records, [key], clock.now());
    });
    posted();
  }

  function follow(promise: Promise<void>): Promise<void> {
    const followed = promise
      .catch((error) => office.log.error("delivery left for later", { reference: "desk", error }))
      .finally(() => running.delete(followed));
    running.add(followed);
    return followed;
  }

  return {
    ...createCounter({ office, store, clock }),
    async receive(delivery, acknowledge) {
      const fresh = await accept(delivery);
      try {
        await acknowledge();
      } catch (error) {
        // the person was told by the platform that it failed: they will ask again
        office.log.warn("could not acknowledge", { platform: delivery.platform, error });
        if (fresh) await settle(delivery.key);
        return;
      }
      if (fresh) await follow(finish(delivery));
    },
    async answerNow(delivery, visitor) {
      await accept(delivery);
      const answered = await work(delivery, visitor);
      if (!answered) throw new Error("this delivery was answered before");
      await settle(delivery.key);
      posted();
      return drawn(await withKeptFiles(answered, store));
    },
    async resume() {
      for (;;) {
        const left = await store.transaction((records) => takeAbandoned(records, [...platforms.keys()], clock.now()));
        if (left.length === 0) return;
        await Promise.all(
          left.map(({ delivery, attempts }) =>
            follow((attempts > mostAttempts ? putAside : finish)(JSON.parse(delivery) as Delivery)),
          ),
        );
      }
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

function requestOf({ asked, language, locale, post }: Delivery, visitor: Visitor): Request {
  const seen = locale ?? visitor.locale;
  return { ...asked, ...(language && { language }), ...(seen && { locale: seen }), ...(post && { post }) };
}

/** How often a delivery is taken up again, ever more rarely: for about a day. */
const mostAttempts = 32;

/** Deliveries that are kept or settled by one statement. */
const mostTogether = 50;
