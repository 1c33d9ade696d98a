import { normalise } from "../ask/tokens.ts";
import { occasionsOf } from "../leave/ruling.ts";
import type { Rulebook } from "../rulebook/model.ts";
import { inLanguage, type Language, type RulebookText } from "../text.ts";

/** Types of meetings: the occasions of leave that are neither a journey nor something that is not kept here. */
export function meetingTypes(rulebook: Rulebook): readonly string[] {
  const { leave } = rulebook.data;
  return occasionsOf(rulebook).filter((each) => each !== leave?.trip && each !== leave?.event);
}

/** What a type is called: as the rulebook calls the body that meets, else what missing it is called. */
function namesOf(type: string, { data }: Rulebook): readonly RulebookText[] {
  const missing = data.dimensions[data.leave?.occasion ?? ""]?.values[type]?.name;
  return [data.bodies[type]?.name, missing].flatMap((each) => each ?? []);
}

export function meetingTypeName(type: string, rulebook: Rulebook, language: Language): string {
  const [name = {}] = namesOf(type, rulebook);
  return inLanguage(name, language) || type;
}

/** The type of an id, of a name in any language, or of the end of one that no other type has: 常务会议, "plenary meeting". */
export function meetingTypeNamed(typed: string, rulebook: Rulebook): string | undefined {
  const wanted = normalise(typed);
  if (wanted === "") return undefined;
  const called = (type: string) =>
    namesOf(type, rulebook)
      .flatMap((name) => Object.values(name))
      .map(normalise);
  const types = meetingTypes(rulebook);
  const exact = types.find((each) => each === wanted || called(each).includes(wanted));
  if (exact !== undefined) return exact;
  const [one, ...others] = types.filter((each) => called(each).some((name) => name.endsWith(wanted)));
  return others.length === 0 ? one : undefined;
}
