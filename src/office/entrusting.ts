import { type Day, within } from "../dates.ts";
import type { Fact, Rulebook, Value } from "../rulebook/model.ts";
import { type Entrustment, type Person, tenuresOn } from "./people.ts";
import { withNarrower } from "./posts.ts";

/** What the rules say of entrusting: holders of which posts entrust holders of which; undefined when they do not. */
export interface EntrustmentRule {
  readonly fact: Fact;
  readonly by: readonly string[];
  readonly to: readonly string[];
}

export function entrustmentRule({ data, facts }: Rulebook): EntrustmentRule | undefined {
  const fact = facts.get(data.facts.entrustment ?? "");
  if (!fact) return undefined;
  return { fact, by: postsIn(fact.values["entrusted-by"]), to: postsIn(fact.values.entrusted) };
}

const postsIn = (value: Value | undefined): readonly string[] => (value && "posts" in value ? value.posts : []);

/** The rule that provides for a post to be entrusted to a person who holds these posts on a day; undefined: none does. */
export function providedFor(post: string, to: Person, day: Day, rulebook: Rulebook): EntrustmentRule | undefined {
  const rule = entrustmentRule(rulebook);
  if (!rule?.by.includes(post)) return undefined;
  const wanted = rule.to.flatMap((each) => withNarrower(each, rulebook.data.posts));
  return tenuresOn(to, day).some((tenure) => wanted.includes(tenure.post)) ? rule : undefined;
}

/**
 * Those that hold: whoever entrusts still holds the post, and whoever is entrusted some post, today or on the first day
 * if that is to come. Nobody presides for a mayor who has left office, though the days are not over.
 */
export function holding(
  entrustments: readonly Entrustment[],
  people: ReadonlyMap<string, Person>,
  today: Day,
): readonly Entrustment[] {
  return entrustments.filter(({ post, by, to, from }) => {
    const day = from > today ? (from as Day) : today;
    const held = (id: string) => {
      const person = people.get(id);
      return person ? tenuresOn(person, day) : [];
    };
    return held(by.id).some((tenure) => tenure.post === post) && held(to.id).length > 0;
  });
}

/** In force on a day. */
export function inForce(entrustments: readonly Entrustment[], day: Day): readonly Entrustment[] {
  return entrustments.filter(({ from, until }) => within(day, from, until));
}
