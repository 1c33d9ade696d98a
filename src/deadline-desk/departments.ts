import { normalise } from "../ask/tokens.ts";
import type { Choice, Context } from "../command.ts";
import type { Day } from "../dates.ts";
import { InputError } from "../errors.ts";
import { headsOf } from "../office/heads.ts";
import { nearest } from "../office/nearest.ts";
import type { Person } from "../office/people.ts";
import { refusal } from "../office/permissions.ts";
import { departmentsOn } from "../store/people.ts";
import { repeated } from "../text.ts";
import type { Desk } from "./desk.ts";

/** The department of the roster that was meant. Throws an InputError where there is none of that name. */
export async function departmentNamed(typed: string, field: string, { visit, context }: Desk): Promise<string> {
  const known = await departmentsOn(visit.records, visit.today);
  const wanted = normalise(typed);
  const found =
    known.find((each) => normalise(each) === wanted) ??
    only(known.filter((each) => endsWith(each, wanted))) ??
    only(known.filter((each) => isShortFor(each, wanted)));
  if (found !== undefined) return found;
  const near = nearest(typed, known);
  throw new InputError(
    context.wording.deadlines.add.noDepartment(repeated(typed), near.length > 0 ? near : known.slice(0, 5)),
    field,
  );
}

/** Several, with commas; none where nothing was typed. */
export async function departmentsNamed(typed: string, field: string, desk: Desk): Promise<readonly string[]> {
  const parts = typed.split(/[,，、;；\n]/u).map((each) => each.trim());
  const found: string[] = [];
  for (const part of parts) if (part !== "") found.push(await departmentNamed(part, field, desk));
  return [...new Set(found)];
}

const only = (found: readonly string[]): string | undefined => (found.length === 1 ? found[0] : undefined);

/** 教育局 is 市教育局, where no other ends so. */
const endsWith = (department: string, words: string): boolean =>
  words.length > 2 && normalise(department).endsWith(words);

/** 住建局 is 市住房和城乡建设局, 发改委 市发展和改革委员会: each character stands in it in that order, the last at its end. */
function isShortFor(department: string, typed: string): boolean {
  const name = normalise(department);
  const words = typed.replace(/委$/u, "委员会");
  if (words.length < 3 || !/^\p{Script=Han}+$/u.test(words) || name.at(-1) !== words.at(-1)) return false;
  let at = -1;
  return [...words].every((each) => {
    at = name.indexOf(each, at + 1);
    return at >= 0;
  });
}

/** Completes a department's name, for whoever may name one. */
export async function suggestDepartments(typed: string, { visit, rulebook }: Context): Promise<readonly Choice[]> {
  if (!visit || refusal("roster.see", visit.actor, rulebook.data.permissions)) return [];
  return (await departmentsOn(visit.records, visit.today))
    .filter((each) => normalise(each).includes(normalise(typed)))
    .map((each) => ({ label: each, value: each }));
}

/** Who heads a department, of the people given, who must be all of its people: for what nobody there is named for. */
export function headOf(
  department: string,
  people: readonly Person[],
  day: Day,
  { data }: Context["rulebook"],
): Person | undefined {
  const [head, ...others] = headsOf(department, people, day, data.posts);
  return others.length === 0 ? head : undefined;
}
