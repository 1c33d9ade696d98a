import type { Context } from "./command.ts";
import { type Person, personName } from "./office/people.ts";
import { refusal } from "./office/permissions.ts";
import { wordRefusal } from "./office/refusal.ts";
import type { Reply } from "./reply.ts";
import { administrators } from "./store/administrators.ts";
import type { Visit } from "./visit.ts";

/**
 * Whoever keeps the roster could make themselves an administrator by a code of one, or take from one the only account:
 * with the accounts of administrators only administrators may deal. Undefined: they may.
 */
export async function refusedForAdministrator(
  person: Person,
  visit: Visit,
  context: Context,
): Promise<Reply | undefined> {
  const theirs = (await administrators(visit.records)).includes(personName(person.id));
  const own = visit.actor.person?.id === person.id;
  const no =
    theirs && !own ? refusal("administrators.change", visit.actor, context.rulebook.data.permissions) : undefined;
  if (!no) return undefined;
  await visit.note({ action: "refused", subject: "administrators.change" });
  return wordRefusal(no, context);
}
