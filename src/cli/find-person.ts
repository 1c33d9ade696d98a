import type { Person } from "../office/people.ts";
import { everybody, personById, personByMail } from "../store/people.ts";
import type { Records } from "../store/store.ts";
import { ToolError } from "./open-store.ts";

/** The one person whom a number, a mail address or a name means. */
export async function findPerson(records: Records, typed: string): Promise<Person> {
  const exact = (await personById(records, typed)) ?? (await personByMail(records, typed));
  if (exact) return exact;
  const named = (await everybody(records)).filter(({ name }) => name === typed.trim());
  const [one, ...others] = named;
  if (one && others.length === 0) return one;
  throw new ToolError(
    one
      ? `${named.length} people have that name. Give the number of one: ${named.map(({ id }) => id).join(", ")}.`
      : `There is nobody with that number, mail address or name in the roster (or they were erased). /roster show lists everybody.`,
  );
}
