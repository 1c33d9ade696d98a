import type { App, ReceiverEvent } from "@slack/bolt";

/** How an event is acknowledged. */
export interface LateAcks {
  /** The acknowledgement of an event, for whoever takes it on; by its body. */
  of(body: object): () => Promise<void>;
}

/**
 * Bolt acknowledges an event before anybody has looked at it; if the process ends then, it is lost. Here an event is
 * acknowledged by whoever takes it on, once it is kept; and at the end, when nobody has anything to do with it. One
 * that could not be kept is not acknowledged: Slack sends it again.
 */
export function acknowledgeLate(app: App): LateAcks {
  const waiting = new WeakMap<object, { readonly ack: () => Promise<void>; taken: boolean }>();
  const process = app.processEvent.bind(app);
  app.processEvent = async (event: ReceiverEvent) => {
    if (event.body.type !== "event_callback") return process(event);
    const entry = { ack: async () => event.ack(), taken: false };
    waiting.set(event.body, entry);
    await process({ ...event, ack: async () => {} });
    if (!entry.taken) await event.ack();
  };
  return {
    of(body) {
      const entry = waiting.get(body);
      if (!entry) return async () => {};
      entry.taken = true;
      return entry.ack;
    },
  };
}
