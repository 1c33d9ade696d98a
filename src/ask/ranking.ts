import { conceptMark } from "./vocabulary.ts";

/** A text that shows how a target is talked about: a sample question, a short answer, a quote. */
export interface Example {
  readonly target: number;
  readonly tokens: readonly string[];
}

export interface Query {
  readonly tokens: readonly string[];
  /** The tokens that matter most; the others count less. */
  readonly focus: ReadonlySet<string>;
}

export interface Ranking {
  /**
   * For each target, how well it explains the tokens: the weighted mean of the log probabilities of the tokens, minus
   * that of the whole collection. Higher is better; differences of 0.1 are telling. A new array.
   */
  score(query: Query): Float64Array;
  /** The share of the tokens, by weight, that no example has: from 0 to 1. */
  unknown(query: Query): number;
  /** What a token contributes to one target's score, before division by the weights' sum. For `--why`. */
  contribution(token: string, target: number): number;
}

/** Found by trials on questions whose authors had not seen the vocabulary; the quality is flat around these values. */
export const smoothing = {
  /** Examples' worth of trust in the group and the collection against a target's own examples. */
  prior: 12,
  /** How much more the group counts than the collection. */
  group: 4,
  /** Probability of a token that nobody used: keeps one odd word from deciding. */
  floor: 0.003,
  /** Rare tokens count more, with this power of their rarity. */
  rarity: 0.8,
  /** A named concept counts as this many plain tokens. */
  concept: 2.5,
  /** How much it tells that a concept is not named which most who ask about the target do name. */
  absence: 0.5,
  /** How much a token outside the sentences that ask counts. */
  context: 0.4,
};

/**
 * Ranks targets by query likelihood: how probable is this question for somebody who asks about the target, the counts
 * of each target being smoothed by those of its group (`groupOf[target]`: its article) and of all examples. Built at
 * load, nothing is trained.
 */
export function createRanking(examples: readonly Example[], groupOf: readonly number[]): Ranking {
  const targets = groupOf.length;
  const groups = Math.max(0, ...groupOf) + 1;
  const count = examples.length;
  const ofTarget = new Float64Array(targets);
  const ofGroup = new Float64Array(groups);
  for (const { target } of examples) {
    ofTarget[target] = (ofTarget[target] ?? 0) + 1;
    const group = groupOf[target] ?? 0;
    ofGroup[group] = (ofGroup[group] ?? 0) + 1;
  }
  const postings = collect(examples);
  const expected = expectedConcepts(examples, ofTarget);

  const weight = (token: string): number => {
    const rarity = Math.log(1 + count / (1 + (postings.of(token)?.length ?? 0))) ** smoothing.rarity;
    return token.startsWith(conceptMark) ? rarity * smoothing.concept : rarity;
  };
  // counts of one token, by target and by group; filled anew for each token
  const byTarget = new Float64Array(targets);
  const byGroup = new Float64Array(groups);
  /** For each target, by how much one token is likelier there than in the collection (a difference of logs). */
  const gain = (posting: Uint16Array, target: number): number => {
    const group = groupOf[target] ?? 0;
    const collection = posting.length / count;
    const near = (byGroup[group] ?? 0) / ((ofGroup[group] ?? 0) + 1);
    const prior = (collection + smoothing.group * near) / (1 + smoothing.group);
    const own = ((byTarget[target] ?? 0) + smoothing.prior * prior) / ((ofTarget[target] ?? 0) + smoothing.prior);
    return Math.log((own + smoothing.floor) / (collection + smoothing.floor));
  };
  const fill = (posting: Uint16Array) => {
    byTarget.fill(0);
    byGroup.fill(0);
    for (const target of posting) {
      byTarget[target] = (byTarget[target] ?? 0) + 1;
      const group = groupOf[target] ?? 0;
      byGroup[group] = (byGroup[group] ?? 0) + 1;
    }
  };

  return {
    score({ tokens, focus }) {
      const scores = new Float64Array(targets);
      let sum = 0;
      for (const token of new Set(tokens)) {
        const posting = postings.of(token);
        if (!posting) continue;
        const tokenWeight = weight(token) * (focus.has(token) ? 1 : smoothing.context);
        sum += tokenWeight;
        fill(posting);
        for (let target = 0; target < targets; target++)
          scores[target] = (scores[target] ?? 0) + tokenWeight * gain(posting, target);
      }
      const named = new Set(tokens);
      for (const { target, concept, share } of expected)
        if (!named.has(concept))
          scores[target] = (scores[target] ?? 0) + smoothing.absence * weight(concept) * Math.log(1 - share);
      return scores.map((each) => each / (sum || 1));
    },
    unknown({ tokens, focus }) {
      let known = 0;
      let all = 0;
      for (const token of new Set(tokens)) {
        const tokenWeight = weight(token) * (focus.has(token) ? 1 : smoothing.context);
        all += tokenWeight;
        if (postings.of(token)) known += tokenWeight;
      }
      return all === 0 ? 0 : 1 - known / all;
    },
    contribution(token, target) {
      const posting = postings.of(token);
      if (!posting) return 0;
      fill(posting);
      return weight(token) * gain(posting, target);
    },
  };
}

/** The concepts that at least half of a target's examples name, with their share (below 1: there might be one more). */
function expectedConcepts(examples: readonly Example[], ofTarget: Float64Array) {
  const counts = new Map<string, Map<number, number>>();
  for (const { target, tokens } of examples)
    for (const token of new Set(tokens)) {
      if (!token.startsWith(conceptMark)) continue;
      const targets = counts.get(token) ?? new Map<number, number>();
      counts.set(token, targets.set(target, (targets.get(target) ?? 0) + 1));
    }
  return [...counts].flatMap(([concept, targets]) =>
    [...targets]
      .map(([target, count]) => ({ target, concept, share: count / ((ofTarget[target] ?? 0) + 2) }))
      .filter((each) => each.share >= 0.5),
  );
}

/** For each token the targets of the examples that have it, once for each example; kept in one array, 2 bytes each. */
function collect(examples: readonly Example[]): { of(token: string): Uint16Array | undefined } {
  const numbers = new Map<string, number>();
  const lengths: number[] = [];
  const last: number[] = [];
  const each = (visit: (number: number, target: number) => void) => {
    last.fill(-1);
    examples.forEach(({ target, tokens }, example) => {
      for (const token of tokens) {
        let number = numbers.get(token);
        if (number === undefined) {
          number = numbers.size;
          numbers.set(token, number);
          lengths.push(0);
          last.push(-1);
        }
        if (last[number] === example) continue;
        last[number] = example;
        visit(number, target);
      }
    });
  };
  each((number) => {
    lengths[number] = (lengths[number] ?? 0) + 1;
  });
  const starts = new Uint32Array(lengths.length + 1);
  lengths.forEach((length, number) => {
    starts[number + 1] = (starts[number] ?? 0) + length;
  });
  const next = starts.slice();
  const all = new Uint16Array(starts[lengths.length] ?? 0);
  each((number, target) => {
    const at = next[number] ?? 0;
    all[at] = target;
    next[number] = at + 1;
  });
  return {
    of(token) {
      const number = numbers.get(token);
      return number === undefined ? undefined : all.subarray(starts[number], starts[number + 1]);
    },
  };
}
