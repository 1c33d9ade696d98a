import type { Alarms } from "./alarms.ts";
import type { Hub } from "./hub.ts";
import type { Fields } from "./json.ts";
import { tracked } from "./tracking.ts";
import type { Message, View, Workspace } from "./workspace.ts";

export type Kind = "slash_commands" | "interactive" | "events_api";

export interface Acknowledgement {
  readonly payload?: unknown;
  /** It came after the three seconds, or not at all: Slack had given up. */
  readonly late: boolean;
  /** Why Slack gave up: operation_timeout, dispatch_failed, http_service_error, not_subscribed. */
  readonly failure?: string;
}

/** One thing a person did, as it was sent to the app, and what came of it. */
export interface Delivery {
  readonly id: string;
  readonly kind: Kind;
  readonly payload: Fields;
  readonly person: string;
  readonly channel: string | undefined;
  /** Place in the order of all things that happened. */
  readonly order: number;
  /** How often it was sent. */
  readonly attempts: number;
  /** When an event that was not acknowledged will be sent again. */
  readonly retryAt: number | undefined;
  /** Resolves when the app acknowledged, or when Slack gave up. */
  acknowledged(): Promise<Acknowledgement>;
  /** Views opened with its trigger. */
  views(): readonly View[];
  opened(): Promise<View>;
  /** Messages that its response_url or acknowledgement made, and those the bot sent since where the person sees them. */
  messages(): readonly Message[];
  /** The first of them. */
  shown(): Promise<Message>;
}

/** What goes over the wire: each attempt has an id of its own. */
export interface Envelope {
  readonly id: string;
  readonly kind: Kind;
  readonly payload: Fields;
  readonly acceptsPayload: boolean;
  readonly attempt: number;
  readonly reason: string;
}

export interface Transport {
  /** Takes an envelope; false when nobody is there and it will not wait. */
  send(envelope: Envelope): boolean;
  /** Slack no longer waits for its answer. */
  giveUp?(envelope: string): void;
}

export interface Letter {
  readonly id: string;
  readonly kind: Kind;
  readonly payload: Fields;
  readonly person: string;
  readonly channel?: string;
  readonly acceptsPayload?: boolean;
  /** What Slack does with a timely answer; what it gives back is what is wrong with the answer. */
  answered?(payload: unknown): string | undefined;
  failed?(error: string): void;
}

export interface Post {
  readonly sent: readonly Delivery[];
  /** With `undelivered`, the app does not hear of it. */
  send(letter: Letter, undelivered?: string): Delivery;
  redeliver(delivery: Delivery, sameEnvelope: boolean): Promise<Acknowledgement>;
  /** The transport has put it on the wire: from now on the three seconds run. */
  dispatched(envelope: string): void;
  answered(envelope: string, payload: unknown): void;
  refused(envelope: string, failure: string): void;
}

interface Attempt {
  readonly envelope: Envelope;
  /** Stops the three seconds. */
  callOff: (() => void) | undefined;
  result: Acknowledgement | undefined;
  answered: boolean;
}

interface Record extends Delivery {
  attempts: number;
  retryAt: number | undefined;
  readonly letter: Letter;
  result: Acknowledgement | undefined;
  last: Attempt | undefined;
}

/** When Slack tries an event again: at once, after a minute, after five. */
const retries = [0, 60_000, 300_000] as const;
const patience = 3000;

export function createPost(workspace: Workspace, hub: Hub, alarms: Alarms, transport: Transport): Post {
  const records: Record[] = [];
  const waiting = new Map<string, { readonly record: Record; readonly attempt: Attempt }>();

  const settle = (record: Record, attempt: Attempt, result: Acknowledgement) => {
    attempt.result ??= result;
    attempt.callOff?.();
    const again = retries[attempt.envelope.attempt];
    // a delivery is only given up when its last retry failed
    if (result.failure !== undefined && record.kind === "events_api" && again !== undefined) {
      const reason = result.failure === "operation_timeout" ? "timeout" : "http_error";
      const next = attempt.envelope.attempt + 1;
      if (again === 0) dispatch(record, next, reason);
      else {
        record.retryAt = workspace.now() + again;
        alarms.after(again, () => dispatch(record, next, reason));
      }
    } else if (record.result === undefined) {
      record.result = result;
      if (result.failure !== undefined) record.letter.failed?.(result.failure);
    }
    hub.changed();
  };

  const dispatch = (record: Record, number: number, reason: string, id = workspace.id("E")): Attempt => {
    const { kind, payload, acceptsPayload = false } = record.letter;
    const envelope: Envelope = { id, kind, payload, acceptsPayload, attempt: number, reason };
    const attempt: Attempt = { envelope, callOff: undefined, result: undefined, answered: false };
    waiting.set(id, { record, attempt });
    record.retryAt = undefined;
    record.attempts += 1;
    record.last = attempt;
    if (!transport.send(envelope)) settle(record, attempt, { late: false, failure: "dispatch_failed" });
    return attempt;
  };

  return {
    sent: records,
    send(letter, undelivered) {
      const record: Record = {
        ...tracked(workspace, hub, letter, () => record.result),
        attempts: 0,
        retryAt: undefined,
        letter,
        last: undefined,
        result: undefined,
      };
      records.push(record);
      if (undelivered === undefined) dispatch(record, 0, "");
      else record.result = { late: false, failure: undelivered };
      return record;
    },
    async redeliver(delivery, sameEnvelope) {
      const record = records.find((each) => each === delivery);
      if (!record) throw new Error("this delivery is none of Slack's");
      const previous = record.last;
      const number = (previous?.envelope.attempt ?? 0) + 1;
      const attempt = dispatch(record, number, "timeout", sameEnvelope ? previous?.envelope.id : undefined);
      return hub.until("the redelivery acknowledged", () => attempt.result);
    },
    dispatched(envelope) {
      const known = waiting.get(envelope);
      if (!known) return;
      const { record, attempt } = known;
      attempt.callOff = alarms.after(patience, () => {
        settle(record, attempt, { late: true, failure: "operation_timeout" });
        transport.giveUp?.(envelope);
      });
    },
    answered(envelope, payload) {
      const known = waiting.get(envelope);
      if (!known) {
        workspace.unexpected.push(`acknowledgement of an unknown envelope ${envelope}`);
        return;
      }
      const { record, attempt } = known;
      if (attempt.answered) workspace.unexpected.push(`second acknowledgement of envelope ${envelope}`);
      if (attempt.answered || attempt.result) return;
      attempt.answered = true;
      // one answer counts: a redelivered command is not carried out twice by Slack
      const wrong = record.result === undefined ? record.letter.answered?.(payload) : undefined;
      if (wrong !== undefined) workspace.unexpected.push(`answer to ${record.kind}: ${wrong}`);
      settle(
        record,
        attempt,
        wrong === undefined ? { payload, late: false } : { payload, late: false, failure: wrong },
      );
    },
    refused(envelope, failure) {
      const known = waiting.get(envelope);
      if (known && !known.attempt.result) settle(known.record, known.attempt, { late: false, failure });
    },
  };
}
