import { type Account, accountName, type Person } from "./office/people.ts";
import { paragraph, point, type Reply, reply } from "./reply.ts";
import { accountsOf, linkAccount } from "./store/accounts.ts";
import { postMessage } from "./store/outbox.ts";
import type { Records } from "./store/store.ts";
import type { Language } from "./text.ts";
import { wordingFor } from "./wording/wording.ts";

/**
 * Ties an account to a person, and tells the person's other accounts of it: when it was not them, only they can notice.
 * `language` is spoken to somebody whose own is not known.
 */
export async function linkAndTell(
  records: Records,
  account: Account,
  person: Person,
  { now, language }: { readonly now: Date; readonly language: Language },
): Promise<void> {
  const others = await accountsOf(records, person.id);
  await linkAccount(records, account, person.id, now);
  for (const each of others)
    if (each.platform !== "terminal") {
      const told = newAccountNotice(account, each.language ?? each.locale ?? language);
      await postMessage(records, { recipient: accountName(each), reply: JSON.stringify(told), now });
    }
}

/** With a button that unlinks the new account and no other. */
function newAccountNotice(account: Account, language: Language): Reply {
  const { roster: words, platforms } = wordingFor(language);
  const platform = platforms[account.platform] ?? account.platform;
  return reply({
    tone: "done",
    language,
    blocks: [point(words.link.newAccount(platform, account.name)), paragraph(words.link.ifNotYou)],
    buttons: [
      {
        label: words.unlink.button(platform),
        command: "roster unlink",
        options: { account: accountName(account) },
      },
    ],
  });
}
