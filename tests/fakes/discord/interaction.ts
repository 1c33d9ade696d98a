import type { Core } from "./core.ts";
import { type Exchange, type Kind, type State, stateOf } from "./exchange.ts";
import type { Fields } from "./json.ts";
import type { Message, Modal } from "./model.ts";

/** What somebody did, and what they see come of it. */
export interface Interaction {
  readonly id: string;
  readonly kind: Kind;
  /** Who did it. */
  readonly person: string;
  readonly channel: string;
  /** As the bot was told of it. */
  readonly payload: Fields;
  readonly state: State;
  /** Its answer and follow-ups as they stand now; of a button also the message that it changed. */
  readonly messages: readonly Message[];
  /** The first answer, a deferral included; or that there was none in time. */
  answered(): Promise<State>;
  /** What is shown first, second …: a message, each change of one, or a modal. A deferral is nothing. */
  shown(nth?: number): Promise<Message | Modal>;
  /** The same where it must be a message. */
  message(nth?: number): Promise<Message>;
  /** The same where it must be a modal. */
  modal(): Promise<Modal>;
}

export const noResponse = "The application did not respond";

export function interactionOf(core: Core, exchange: Exchange): Interaction {
  const { world, hub } = core;
  const { id, kind, person, channel, payload } = exchange;
  const shown = (nth = 1) =>
    hub.until(`what the interaction shows (${nth})`, () => {
      const seen = exchange.shown[nth - 1];
      if (!seen && stateOf(exchange, world) === "failed") throw new Error(noResponse);
      return seen;
    });
  return {
    id,
    kind,
    person,
    channel,
    payload,
    get state() {
      return stateOf(exchange, world);
    },
    get messages() {
      const own = [exchange.original, ...exchange.followUps].map((each) => world.messages.get(each ?? ""));
      return own.filter((each) => each !== undefined).filter(({ loading }) => !loading);
    },
    answered: () =>
      hub.until("the answer to an interaction", () => {
        const state = stateOf(exchange, world);
        return state === "none" ? undefined : state;
      }),
    shown,
    async message(nth) {
      const seen = await shown(nth);
      if (seen.kind !== "message") throw new Error(`a modal was shown: ${seen.title}`);
      return seen;
    },
    async modal() {
      const seen = await shown();
      if (seen.kind !== "modal") throw new Error(`a message was shown: ${seen.content}`);
      return seen;
    },
  };
}
