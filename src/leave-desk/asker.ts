import type { Context } from "../command.ts";
import type { Person, Tenure } from "../office/people.ts";
import type { Action } from "../office/permissions.ts";
import { wordRefusal } from "../office/refusal.ts";
import { point, type Reply, reply } from "../reply.ts";
import { holdersOf } from "../store/people.ts";
import type { Visit } from "../visit.ts";
import type { AtDesk } from "./at-desk.ts";
import { titleOf } from "./why.ts";

/** Whoever asks for leave: a person of the roster who holds a post today, the main one first. */
export interface Asker {
  readonly visit: Visit;
  readonly person: Person;
  readonly tenures: readonly [Tenure, ...Tenure[]];
  readonly at: AtDesk;
  readonly context: Context;
}

/** Who asks; or what is told to those who cannot: how they become known. */
export function askerIn(context: Context): Asker | { readonly refused: Reply } {
  const { visit, rulebook, calendar, wording, language } = context;
  if (!visit) return { refused: wordRefusal(undefined, context) };
  const { person, tenures } = visit.actor;
  const [main, ...others] = tenures;
  if (person && main)
    return { visit, person, tenures: [main, ...others], at: { ...visit, rulebook, calendar }, context };
  const refused = reply({
    tone: "refused",
    language,
    blocks: [point(wording.leave.rosterOnly)],
    buttons: [{ label: "/whoami", command: "whoami", options: {} }],
  });
  return { refused };
}

const mostNamed = 6;

/** Who may do something in the office today, by their posts: "谢秉章 (市政府秘书长)". */
export async function whoMay(action: Action, { visit, context }: Asker): Promise<readonly string[]> {
  const posts = context.rulebook.data.permissions[action] ?? [];
  const people = await holdersOf(visit.records, posts, visit.today);
  return people.slice(0, mostNamed).map((each) => context.wording.leave.person(each.name, titleOf(each, visit.today)));
}
