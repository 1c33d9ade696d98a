/** Whether something that is kept as JSON names somebody. */
export type Mentions = (json: string) => boolean;

interface Known {
  /** By which the person can be told: their name, mail address, names of accounts. */
  readonly words: readonly string[];
  /** "person:17", "account:slack:T1:U17". */
  readonly references: readonly string[];
  /** The names of everybody else in the roster. */
  readonly others: readonly string[];
}

/**
 * Looks for a person in texts. A name of an alphabet counts as a whole word: Li is not in "listed". Chinese is written
 * without gaps, so there a name is found wherever its signs stand, save in a longer name of the roster: 王明 is not in
 * 王明亮. What only reads like the name (another 王明, 高明 for “wise”) is taken for it: the few words that wait at one
 * moment can be asked for again, a name that stays is an erasure that was not done. A name of one sign counts where it
 * stands alone. References are compared whole; a bare number of the roster is no mention, since numbers are kept.
 */
export function mentionsOf({ words, references, others }: Known): Mentions {
  const own = words.map(plain).filter((each) => each !== "");
  const patterns = own.map(patternOf);
  const longer = others
    .map(plain)
    .filter((name) => own.some((each) => name !== each && name.includes(each)))
    .sort((a, b) => b.length - a.length);
  const named = (text: string): boolean => {
    if (references.includes(text)) return true;
    const left = longer.reduce((rest, name) => rest.replaceAll(name, "\n"), plain(text));
    return patterns.some((each) => each.test(left));
  };
  return (json) => textsIn(JSON.parse(json)).some(named);
}

const plain = (text: string): string => text.normalize("NFKC").toLowerCase().trim();

const letter = "[\\p{L}\\p{M}\\p{N}]";
const unspaced = "[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hang}]";
const spacedLetter = `[${letter}--${unspaced}]`;

function patternOf(word: string): RegExp {
  const signs = [...word];
  const gap = (sign: string): string => {
    if (signs.length === 1) return letter;
    // "[]" is never there: no gap is needed
    return new RegExp(spacedLetter, "v").test(sign) ? spacedLetter : "[]";
  };
  const escaped = word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  return new RegExp(`(?<!${gap(signs[0] ?? "")})${escaped}(?!${gap(signs.at(-1) ?? "")})`, "v");
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
