import { normalise } from "../ask/tokens.ts";
import type { Context } from "../command.ts";
import type { Day } from "../dates.ts";
import { InputError } from "../errors.ts";
import { describe, peopleNamed, personNamed } from "../find-people.ts";
import { headsOf } from "../office/heads.ts";
import type { Person } from "../office/people.ts";
import { everybody } from "../store/people.ts";
import type { Visit } from "../visit.ts";

const mostInvited = 200;

/**
 * The people whom a line names: numbers, names, titles, or departments, of which the head on that day is meant;
 * separated by commas. Throws an InputError for what means nobody, or several.
 */
export async function invitedIn(typed: string, day: Day, visit: Visit, context: Context): Promise<readonly Person[]> {
  const { wording } = context;
  const parts = [...new Set(typed.split(/[,，、;；\n]/u).map((each) => each.trim()))].filter((each) => each !== "");
  if (parts.length > mostInvited) throw new InputError(wording.meetings.plan.tooMany(mostInvited), "invited");
  const found = new Map<string, Person>();
  for (const part of parts) {
    const person = (await headNamed(part, day, visit, context)) ?? (await personNamed(part, "invited", context));
    found.set(person.id, person);
  }
  return [...found.values()];
}

/** The head of the department of this name; undefined where the roster knows none of that name. */
async function headNamed(typed: string, day: Day, visit: Visit, context: Context): Promise<Person | undefined> {
  const words = context.wording.meetings.plan;
  // whoever is meant by a number, a name or a title is no department
  if ((await peopleNamed(visit.records, typed, visit.today)).length > 0) return undefined;
  const people = await everybody(visit.records);
  const wanted = normalise(typed);
  const department = people
    .flatMap((each) => each.tenures.map((one) => one.department))
    .find((each) => each !== "" && normalise(each) === wanted);
  if (department === undefined) return undefined;
  const heads = headsOf(department, people, day, context.rulebook.data.posts);
  const [head, ...others] = heads;
  if (!head) throw new InputError(words.noHead(department), "invited");
  if (others.length > 0)
    throw new InputError(words.severalHeads(department, describe(heads, day, context.wording)), "invited");
  return head;
}
