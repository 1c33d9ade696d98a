import type { OfficeSettings } from "../office/settings.ts";
import type { Reply } from "../reply.ts";
import { languageOfRecipient } from "../store/accounts.ts";
import { postMessage, takeBackMessages } from "../store/outbox.ts";
import type { Records } from "../store/store.ts";
import { wordingFor } from "../wording/wording.ts";
import type { Listed, MoreOfMessage, ReminderKind } from "./kind.ts";

/** A message on its way into the outbox. */
export interface Outgoing extends MoreOfMessage {
  readonly recipient: string;
  readonly reply: Reply;
  readonly meantFor: Date;
}

/** So many messages to one recipient at the same time are still sent each by itself. */
const mostSingly = 3;

/**
 * Lets go what a kind says; what it says in lists to one recipient, if it is much, is made one message when all its
 * reminders of this moment were considered: somebody for whom thirty requests wait is told so once, and not thirty times.
 */
export function gather({ together }: Pick<ReminderKind, "together">, records: Records, now: Date) {
  const lists = new Map<string, { readonly id: string; readonly message: Outgoing; readonly listed: Listed }[]>();
  return {
    async post(message: Outgoing): Promise<void> {
      const { recipient, reply, meantFor, card, listed } = message;
      const kept = { recipient, reply: JSON.stringify(reply), now, meantFor };
      const id = await postMessage(records, { ...kept, ...(card === undefined ? {} : { card }) });
      if (!together || !listed) return;
      const list = `${listed.as} ${recipient}`;
      lists.set(list, [...(lists.get(list) ?? []), { id, message, listed }]);
    },
    /** To be called in the same transaction: nobody has seen the messages in whose place one is put. */
    async flush({ language }: Pick<OfficeSettings, "language">): Promise<void> {
      for (const messages of lists.values()) {
        const [first] = messages;
        if (!together || !first || messages.length <= mostSingly) continue;
        const { recipient, meantFor } = first.message;
        await takeBackMessages(
          records,
          messages.map(({ id }) => id),
        );
        const wording = wordingFor(await languageOfRecipient(records, recipient, language));
        const lines = messages.map(({ listed }) => listed.line);
        const reply = JSON.stringify(together(first.listed.as, lines, wording));
        await postMessage(records, { recipient, reply, now, meantFor });
      }
    },
  };
}
