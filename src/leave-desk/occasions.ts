import { normalise } from "../ask/tokens.ts";
import type { Choice, Context } from "../command.ts";
import { plusDays } from "../dates.ts";
import { occasionsOf } from "../leave/ruling.ts";
import { calledAs } from "../meetings/meeting.ts";
import type { Rulebook } from "../rulebook/model.ts";
import { meetingsBetween } from "../store/meetings.ts";
import { inLanguage, type RulebookText } from "../text.ts";
import { wordingFor } from "../wording/wording.ts";

/** A value of a dimension by its id, or by its name in any language; what stands in brackets may be left out. */
function valueNamed(typed: string, values: Readonly<Record<string, { readonly name: RulebookText }>>) {
  const wanted = normalise(typed);
  const names = (name: RulebookText) =>
    Object.values(name).flatMap((each) => [normalise(each), normalise(each.replace(/\s*[(（].*$/u, ""))]);
  return Object.keys(values).find((id) => id === wanted || names(values[id]?.name ?? {}).includes(wanted));
}

const occasionValues = ({ data }: Rulebook) => data.dimensions[data.leave?.occasion ?? ""]?.values ?? {};
const presiderValues = ({ data }: Rulebook) => data.dimensions[data.leave?.presider ?? ""]?.values ?? {};

export const occasionNamed = (typed: string, rulebook: Rulebook): string | undefined =>
  valueNamed(typed, occasionValues(rulebook));

/** The post that presides, of those by which the rules tell cases apart; by the dimension's words or the post's. */
export function presiderNamed(typed: string, rulebook: Rulebook): string | undefined {
  const values = presiderValues(rulebook);
  const posts = Object.entries(rulebook.data.posts).filter(([id]) => Object.hasOwn(values, id));
  return valueNamed(typed, values) ?? valueNamed(typed, Object.fromEntries(posts));
}

/** The names of occasions, or of those who may preside, as one chooses from them. */
function choices(
  typed: string,
  values: Readonly<Record<string, { readonly name: RulebookText }>>,
  { language }: Context,
): readonly Choice[] {
  const names = Object.values(values).map(({ name }) => inLanguage(name, language));
  const fitting = names.filter((each) => normalise(each).includes(normalise(typed)));
  return fitting.map((each) => ({ label: each, value: each }));
}

export const suggestOccasions = (typed: string, context: Context): readonly Choice[] =>
  choices(typed, occasionValues(context.rulebook), context);

export const suggestPresiders = (typed: string, context: Context): readonly Choice[] =>
  choices(typed, presiderValues(context.rulebook), context);

export const occasionNames = (rulebook: Rulebook, language: Context["language"]): readonly string[] =>
  occasionsOf(rulebook).map((each) => inLanguage(occasionValues(rulebook)[each]?.name ?? {}, language));

export const presiderNames = (rulebook: Rulebook, language: Context["language"]): readonly string[] =>
  Object.values(presiderValues(rulebook)).map(({ name }) => inLanguage(name, language));

/** Meetings of the next weeks at which one must be. */
export async function suggestMeetings(
  typed: string,
  { visit, rulebook, language }: Context,
): Promise<readonly Choice[]> {
  const person = visit?.actor.person;
  if (!visit || !person) return [];
  const { number } = wordingFor(language).leave;
  const coming = await meetingsBetween(visit.records, plusDays(visit.today, -7), plusDays(visit.today, 90));
  return coming
    .filter((each) => calledAs(person, each, rulebook) !== undefined)
    .map((each) => ({ label: `${number(each.number)} ${each.day} ${each.title}`, value: String(each.number) }))
    .filter(({ label }) => normalise(label).includes(normalise(typed)));
}

/** One's own posts of today, by their titles. */
export function suggestOwnPosts(typed: string, { visit }: Context): readonly Choice[] {
  const titles = (visit?.actor.tenures ?? []).map(({ title, post }) => title || post);
  return titles
    .filter((each) => normalise(each).includes(normalise(typed)))
    .map((each) => ({ label: each, value: each }));
}
