import type { Delivery } from "./delivery.ts";
import type { FileGiven } from "./entries.ts";
import type { Filled, Submission } from "./submission.ts";
import type { Message, User, View } from "./workspace.ts";

export interface Suggested {
  readonly label: string;
  readonly value: string;
  readonly group?: string;
}

/** A member of the workspace, with all that they can do. Channels go by id or name; `direct` is the talk with the bot. */
export interface Person extends User {
  readonly direct: string;
  command(command: string, text?: string, where?: { readonly channel?: string }): Delivery;
  mention(channel: string, text: string, more?: { readonly thread?: string }): Delivery;
  say(
    channel: string,
    text: string,
    more?: { readonly thread?: string; readonly files?: readonly FileGiven[] },
  ): Delivery;
  /** Presses a button, found by its label or action id. */
  press(place: Message | View, labelOrActionId: string): Delivery;
  /** Picks from a menu, ticks boxes, chooses a date: by value or label. */
  choose(place: Message | View, actionId: string, value: string | readonly string[]): Delivery;
  /** Fills in a form, by block id or label, and sends it. */
  submit(view: View, values?: Filled): Promise<Submission>;
  closeView(view: View): Delivery | undefined;
  /** Types into a menu whose options the app suggests. */
  suggest(place: Message | View, actionId: string, typed: string): Promise<readonly Suggested[]>;
  openHome(): Delivery;
  shortcut(callbackId: string): Delivery;
  /** Chooses an entry of a message's menu. */
  messageShortcut(message: Message, callbackId: string): Delivery;
  /** The form before them. */
  screen(): View | undefined;
  home(): View | undefined;
  sees(channel: string): readonly Message[];
}
