import { normalise } from "../ask/tokens.ts";

/** The names that resemble what was typed, the most alike first; none that has nothing in common with it. */
export function nearest(typed: string, names: readonly string[], most = 3): readonly string[] {
  const wanted = piecesOf(typed);
  return [...new Set(names)]
    .map((name) => ({ name, likeness: likeness(wanted, piecesOf(name)) }))
    .filter((each) => each.likeness >= leastLike)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most)
    .map((each) => each.name);
}

const leastLike = 0.2;

/** Single characters and neighbouring pairs of them: a pair in common counts for the order, a character for slips. */
function piecesOf(text: string): ReadonlySet<string> {
  const characters = [...normalise(text).replace(/[\s_-]/g, "")].slice(0, 60);
  const latin = characters.every((each) => each < "\u0250");
  const pairs = characters.slice(1).map((each, index) => `${characters[index]}${each}`);
  // one Latin letter in common says nothing
  return new Set(latin ? pairs : [...characters, ...pairs]);
}

/** How much two sets share, from 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const common = [...a].filter((each) => b.has(each)).length;
  return (2 * common) / (a.size + b.size);
}
