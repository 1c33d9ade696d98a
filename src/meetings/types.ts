import { normalise } from "../ask/tokens.ts";
import { occasionsOf } from "../leave/ruling.ts";
import type { Rulebook } from "../rulebook/model.ts";
import { inLanguage, type Language, type RulebookText } from "../text.ts";

/** What is known of every meeting of a type. */
export interface MeetingType {
  readonly organiser: "government" | "department";
  readonly cityWide: boolean;
  /** Held in the government's name. */
  readonly inName: boolean;
  /** The occasion on which leave from it is asked for; undefined: the rules know of none. */
  readonly occasion?: string | undefined;
}

/** Types of meetings that can be planned. */
export function meetingTypes(rulebook: Rulebook): readonly string[] {
  const { leave, meetings } = rulebook.data;
  if (meetings?.types) return Object.keys(meetings.types);
  return occasionsOf(rulebook).filter((each) => each !== leave?.trip && each !== leave?.event);
}

export function meetingType(type: string, rulebook: Rulebook): MeetingType {
  const known = rulebook.data.meetings?.types?.[type];
  if (known) return known;
  const occasion = occasionsOf(rulebook).includes(type) ? type : undefined;
  return { organiser: "government", cityWide: false, inName: false, occasion };
}

/** What a type is called: as the rulebook calls the body that meets, else the meeting, else what missing it is called. */
function namesOf(type: string, { data }: Rulebook): readonly RulebookText[] {
  const meeting = data.dimensions[data.meetings?.conveners.meeting ?? ""]?.values[type]?.name;
  const missing = data.dimensions[data.leave?.occasion ?? ""]?.values[type]?.name;
  return [data.bodies[type]?.name, meeting, missing].flatMap((each) => each ?? []);
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
