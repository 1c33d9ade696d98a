/** A text that shows how one target is talked about: a sample question, a short answer, a quote. */
export interface Example {
  readonly target: number;
  readonly tokens: Iterable<string>;
}

/** Which targets belong together: smoothing borrows from the neighbours, usually those of the same article. */
export type GroupOf = readonly number[];

export interface Ranking {
  /**
   * For each target, how well it explains the tokens: the weighted mean of the log probabilities of the tokens, minus
   * that of the whole collection. Higher is better; differences of 0.1 are telling. The array is reused.
   */
  score(tokens: readonly string[]): Float64Array;
  /** The share of the tokens, by weight, that no example has: from 0 to 1. */
  unknown(tokens: readonly string[]): number;
  /** What a token contributes to one target's score, before division by the weights' sum. For `--why`. */
  contribution(token: string, target: number): number;
}

/** Found by trials on questions whose authors had not seen the vocabulary; flat around these values. */
const smoothing = {
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
};

/** Tokens that stand for a concept of the vocabulary begin with this. */
export const conceptMark = "@";

interface Posting {
  /** Number of examples with the token. */
  total: number;
  readonly targets: Map<number, number>;
  readonly groups: Map<number, number>;
}

/**
 * Ranks targets by query likelihood: how probable is this question for somebody who asks about the target, with the
 * counts of each target smoothed by those of its group and of all. Built at load, nothing is trained.
 */
export function createRanking(examples: readonly Example[], groupOf: GroupOf): Ranking {
  const targets = groupOf.length;
  const groups = Math.max(0, ...groupOf) + 1;
  const postings = new Map<string, Posting>();
  const ofTarget = new Float64Array(targets);
  const ofGroup = new Float64Array(groups);
  for (const { target, tokens } of examples) {
    const group = groupOf[target] ?? 0;
    ofTarget[target] = (ofTarget[target] ?? 0) + 1;
    ofGroup[group] = (ofGroup[group] ?? 0) + 1;
    for (const token of new Set(tokens)) {
      let posting = postings.get(token);
      if (!posting) {
        posting = { total: 0, targets: new Map(), groups: new Map() };
        postings.set(token, posting);
      }
      posting.total++;
      posting.targets.set(target, (posting.targets.get(target) ?? 0) + 1);
      posting.groups.set(group, (posting.groups.get(group) ?? 0) + 1);
    }
  }
  const count = examples.length;

  const weight = (token: string): number => {
    const rarity = Math.log(1 + count / (1 + (postings.get(token)?.total ?? 0))) ** smoothing.rarity;
    return token.startsWith(conceptMark) ? rarity * smoothing.concept : rarity;
  };
  const priors = new Float64Array(groups);
  const fillPriors = (posting: Posting) => {
    const collection = posting.total / count;
    for (let group = 0; group < groups; group++) {
      const own = (posting.groups.get(group) ?? 0) / ((ofGroup[group] ?? 0) + 1);
      priors[group] = (collection + smoothing.group * own) / (1 + smoothing.group);
    }
    return collection;
  };
  const probability = (posting: Posting, target: number) =>
    ((posting.targets.get(target) ?? 0) + smoothing.prior * (priors[groupOf[target] ?? 0] ?? 0)) /
    ((ofTarget[target] ?? 0) + smoothing.prior);
  const scores = new Float64Array(targets);

  return {
    score(tokens) {
      scores.fill(0);
      let sum = 0;
      for (const token of new Set(tokens)) {
        const posting = postings.get(token);
        if (!posting) continue;
        const tokenWeight = weight(token);
        sum += tokenWeight;
        const collection = Math.log(fillPriors(posting) + smoothing.floor);
        for (let target = 0; target < targets; target++)
          scores[target] =
            (scores[target] ?? 0) +
            tokenWeight * (Math.log(probability(posting, target) + smoothing.floor) - collection);
      }
      for (let target = 0; target < targets; target++) scores[target] = (scores[target] ?? 0) / (sum || 1);
      return scores;
    },
    unknown(tokens) {
      let known = 0;
      let all = 0;
      for (const token of new Set(tokens)) {
        const tokenWeight = weight(token);
        all += tokenWeight;
        if (postings.has(token)) known += tokenWeight;
      }
      return all === 0 ? 0 : 1 - known / all;
    },
    contribution(token, target) {
      const posting = postings.get(token);
      if (!posting) return 0;
      const collection = Math.log(fillPriors(posting) + smoothing.floor);
      return weight(token) * (Math.log(probability(posting, target) + smoothing.floor) - collection);
    },
  };
}
