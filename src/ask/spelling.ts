/** Takes English words that nobody used for the nearest that somebody did: "plenery" for "plenary". */
export interface Spelling {
  /** The normalised text with its unknown words corrected: one slip from five letters on, two from eight on. */
  correct(normalised: string): string;
}

const words = /[a-z]{4,}/g;
const shortest = 5;
const longerAllowsTwo = 8;

/** How often each English word is used in normalised texts. Plain data, kept between starts. */
export function countWords(texts: Iterable<string>): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const text of texts) for (const word of text.match(words) ?? []) uses.set(word, (uses.get(word) ?? 0) + 1);
  return uses;
}

/** The corrector over the words in use; of equally near words the one used most is meant. */
export function createSpelling(uses: ReadonlyMap<string, number>): Spelling {
  const byInitial = new Map<string, string[]>();
  // a word used once may be somebody's slip itself: known, but not what others are corrected to
  for (const [word] of [...uses].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1])) {
    const list = byInitial.get(word.charAt(0));
    if (list) list.push(word);
    else byInitial.set(word.charAt(0), [word]);
  }
  const nearest = (word: string): string | undefined => {
    const allowed = word.length >= longerAllowsTwo ? 2 : 1;
    let best: string | undefined;
    let least = allowed + 1;
    for (const candidate of byInitial.get(word.charAt(0)) ?? []) {
      if (Math.abs(candidate.length - word.length) > allowed) continue;
      const slips = distance(word, candidate, least - 1);
      if (slips < least) {
        best = candidate;
        least = slips;
      }
    }
    return best;
  };
  return {
    correct: (text) =>
      text.replace(words, (word) => (word.length < shortest || uses.has(word) ? word : (nearest(word) ?? word))),
  };
}

/** Slips between two words: a letter too many, too few, wrong, or two swapped; `limit + 1` when there are more. */
function distance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? limit + 1;
}
