import type { Fields } from "./json.ts";
import type { Choice, Message, Modal } from "./model.ts";
import type { World } from "./world.ts";

export const kinds = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;
export type Kind = keyof typeof kinds;

/** One interaction, as Discord keeps it: what a person did, and what the bot answered. */
export interface Exchange {
  readonly id: string;
  readonly token: string;
  readonly kind: Kind;
  readonly person: string;
  readonly channel: string;
  readonly created: number;
  readonly payload: Fields;
  /** The message whose button or select was used. */
  readonly source?: string;
  /** Of autocomplete: the type of the option that is being typed. */
  readonly focusedType?: number;
  /** The type of the first answer. */
  acknowledged?: number;
  /** The message that `@original` means. */
  original?: string;
  readonly followUps: string[];
  modal?: Modal;
  submitted?: boolean;
  choices?: readonly Choice[];
  /** Everything that appeared because of it, in its order; a deferral is nothing. */
  readonly shown: (Message | Modal)[];
}

const firstAnswer = 3000;
const tokenLife = 15 * 60_000;

export type State = "none" | "deferred" | "answered" | "failed";

export const isLate = (exchange: Exchange, world: World): boolean =>
  exchange.acknowledged === undefined && world.now() - exchange.created > firstAnswer;

export const isExpired = (exchange: Exchange, world: World): boolean => world.now() - exchange.created > tokenLife;

/** What the person sees of it: nothing yet, "… is thinking", an answer, or "The application did not respond". */
export function stateOf(exchange: Exchange, world: World): State {
  if (exchange.acknowledged === undefined) return isLate(exchange, world) ? "failed" : "none";
  if (exchange.shown.length > 0 || exchange.acknowledged === 8) return "answered";
  return exchange.acknowledged === 5 && isExpired(exchange, world) ? "failed" : "deferred";
}
