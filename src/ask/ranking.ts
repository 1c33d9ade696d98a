import { conceptMark } from "./vocabulary.ts";

/** A text that shows how a target is talked about: a sample question, a short answer, a quote. */
export interface Example {
  readonly target: number;
  readonly tokens: readonly string[];
}

/** What the ranking knows of its examples: plain data, kept between starts. */
export interface RankingData {
  readonly examples: number;
  /** Number of examples of each target and of each group of targets. */
  readonly ofTarget: Float64Array;
  readonly ofGroup: Float64Array;
  /** The group of each target. */
  readonly groupOf: readonly number[];
  /** Token -> number; the targets of the examples with it stand in `postings` from `starts[number]` on. */
  readonly tokens: ReadonlyMap<string, number>;
  readonly starts: Uint32Array;
  readonly postings: Uint16Array;
  /** Concepts that most who ask about a target name, with their share, below 1. */
  readonly expected: readonly { readonly target: number; readonly concept: string; readonly share: number }[];
}

export interface Query {
  readonly tokens: readonly string[];
  /** The tokens that matter most; the others count less. */
  readonly focus: ReadonlySet<string>;
}

export interface Ranking {
  /** How well each target explains a query. New arrays at each call. */
  score(query: Query): Scored;
  /** What a token contributes to one target's score, before division by the weights' sum. For `--why`. */
  contribution(token: string, target: number): number;
  /** The share of a target's examples that have the token: from 0 to 1. */
  share(token: string, target: number): number;
  /** The concepts that most who ask about the target name, as tokens. */
  expected(target: number): readonly string[];
}

export interface Scored {
  /**
   * For each target the weighted mean of the log probabilities of the tokens, minus that of the whole collection.
   * Higher is better; differences of 0.1 are telling.
   */
  readonly scores: Float64Array;
  /** The share of the tokens, by weight, that no example has: from 0 to 1. */
  readonly unknown: number;
}

/** Found by trials on questions whose authors had not seen the vocabulary; the quality is flat around these values. */
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
  /** How much it tells that a concept is not named which most who ask about the target do name. */
  absence: 0.5,
  /** How much a token outside the sentences that ask counts. */
  context: 0.4,
};

/** What one token tells of all targets. */
interface Gains {
  /** The gain of targets whose group does not have the token, by the number of the target's examples. */
  readonly without: Float64Array;
  /** The targets of the groups that have it, and how much more each gains. */
  readonly near: Uint16Array;
  readonly more: Float32Array;
}

/** Tokens whose gains are kept, at most 4 kB each. */
const mostKept = 4000;

/**
 * Ranks targets by query likelihood: how probable is this question for somebody who asks about the target, the counts
 * of each target being smoothed by those of its group (its article) and of all examples. Nothing is trained.
 */
export function createRanking(data: RankingData): Ranking {
  const { examples, ofTarget, ofGroup, groupOf } = data;
  const targets = groupOf.length;
  const postingOf = (token: string): Uint16Array | undefined => {
    const number = data.tokens.get(token);
    return number === undefined ? undefined : data.postings.subarray(data.starts[number], data.starts[number + 1]);
  };
  const weight = (token: string, uses: number): number => {
    const rarity = Math.log(1 + examples / (1 + uses)) ** smoothing.rarity;
    return token.startsWith(conceptMark) ? rarity * smoothing.concept : rarity;
  };
  const expected = data.expected.map(({ target, concept, share }) => ({
    target,
    concept,
    penalty: smoothing.absence * weight(concept, postingOf(concept)?.length ?? 0) * Math.log(1 - share),
  }));
  // counts of one token, by target and by group; filled anew for each token
  const byTarget = new Float64Array(targets);
  const byGroup = new Float64Array(ofGroup.length);
  const fill = (posting: Uint16Array) => {
    byTarget.fill(0);
    byGroup.fill(0);
    for (const target of posting) {
      byTarget[target] = (byTarget[target] ?? 0) + 1;
      const group = groupOf[target] ?? 0;
      byGroup[group] = (byGroup[group] ?? 0) + 1;
    }
  };
  /** By how much a token is likelier for a target than in the collection: a difference of logs. */
  const gain = (collection: number, near: number, count: number, size: number): number => {
    const prior = (collection + smoothing.group * near) / (1 + smoothing.group);
    const own = (count + smoothing.prior * prior) / (size + smoothing.prior);
    return Math.log((own + smoothing.floor) / (collection + smoothing.floor));
  };
  const gainOf = (collection: number, target: number): number => {
    const group = groupOf[target] ?? 0;
    const near = (byGroup[group] ?? 0) / ((ofGroup[group] ?? 0) + 1);
    return gain(collection, near, byTarget[target] ?? 0, ofTarget[target] ?? 0);
  };
  const members = Array.from(ofGroup, (): number[] => []);
  groupOf.forEach((group, target) => {
    members[group]?.push(target);
  });
  // most groups do not have most tokens: their gain depends on nothing but the number of a target's examples
  const sizes = [...new Set(ofTarget)];
  const sizeOf = Uint16Array.from(ofTarget, (size) => sizes.indexOf(size));

  /** The gains of one token. Those of common tokens are kept: questions are made of the same words. */
  const kept = new Map<string, Gains>();
  const gainsOf = (token: string, posting: Uint16Array): Gains => {
    let gains = kept.get(token);
    if (gains) kept.delete(token);
    else gains = reckon(posting);
    // the one that was used last stands last
    kept.set(token, gains);
    for (const first of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(first);
    }
    return gains;
  };
  const reckon = (posting: Uint16Array): Gains => {
    fill(posting);
    const collection = posting.length / examples;
    const without = Float64Array.from(sizes, (size) => gain(collection, 0, 0, size));
    const near = Uint16Array.from(members.flatMap((all, group) => (byGroup[group] === 0 ? [] : all)));
    const more = new Float32Array(near.length);
    for (let index = 0; index < near.length; index++) {
      const target = near[index] ?? 0;
      more[index] = gainOf(collection, target) - (without[sizeOf[target] ?? 0] ?? 0);
    }
    return { without, near, more };
  };

  return {
    score({ tokens, focus }) {
      const scores = new Float64Array(targets);
      const bySize = new Float64Array(sizes.length);
      const named = new Set(tokens);
      let known = 0;
      let all = 0;
      for (const token of named) {
        const posting = postingOf(token);
        const tokenWeight = weight(token, posting?.length ?? 0) * (focus.has(token) ? 1 : smoothing.context);
        all += tokenWeight;
        if (!posting) continue;
        known += tokenWeight;
        const { without, near, more } = gainsOf(token, posting);
        for (let size = 0; size < without.length; size++)
          bySize[size] = (bySize[size] ?? 0) + tokenWeight * (without[size] ?? 0);
        for (let index = 0; index < near.length; index++) {
          const target = near[index] ?? 0;
          scores[target] = (scores[target] ?? 0) + tokenWeight * (more[index] ?? 0);
        }
      }
      for (const { target, concept, penalty } of expected)
        if (!named.has(concept)) scores[target] = (scores[target] ?? 0) + penalty;
      for (let target = 0; target < targets; target++)
        scores[target] = ((scores[target] ?? 0) + (bySize[sizeOf[target] ?? 0] ?? 0)) / (known || 1);
      return { scores, unknown: all === 0 ? 0 : 1 - known / all };
    },
    contribution(token, target) {
      const posting = postingOf(token);
      if (!posting) return 0;
      fill(posting);
      return weight(token, posting.length) * gainOf(posting.length / examples, target);
    },
    share(token, target) {
      const posting = postingOf(token) ?? new Uint16Array();
      return posting.filter((each) => each === target).length / (ofTarget[target] || 1);
    },
    expected: (target) => data.expected.filter((each) => each.target === target).map(({ concept }) => concept),
  };
}

/** Gathers what the ranking needs from the examples; `groupOf` gives the group of each target. */
export function collectExamples(examples: readonly Example[], groupOf: readonly number[]): RankingData {
  const ofTarget = new Float64Array(groupOf.length);
  const ofGroup = new Float64Array(Math.max(0, ...groupOf) + 1);
  for (const { target } of examples) {
    ofTarget[target] = (ofTarget[target] ?? 0) + 1;
    const group = groupOf[target] ?? 0;
    ofGroup[group] = (ofGroup[group] ?? 0) + 1;
  }
  return {
    examples: examples.length,
    ofTarget,
    ofGroup,
    groupOf,
    ...collectPostings(examples),
    expected: collectExpected(examples, ofTarget),
  };
}

/** The concepts that at least half of a target's examples name (share: as if there were two more that do not). */
function collectExpected(examples: readonly Example[], ofTarget: Float64Array): RankingData["expected"] {
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

/** For each token the targets of the examples that have it, once for each example, in one array. */
function collectPostings(examples: readonly Example[]): Pick<RankingData, "tokens" | "starts" | "postings"> {
  const tokens = new Map<string, number>();
  const lengths: number[] = [];
  const pairs: number[] = [];
  for (const example of examples)
    for (const token of new Set(example.tokens)) {
      let number = tokens.get(token);
      if (number === undefined) {
        number = tokens.size;
        tokens.set(token, number);
        lengths.push(0);
      }
      lengths[number] = (lengths[number] ?? 0) + 1;
      pairs.push(number, example.target);
    }
  const starts = new Uint32Array(lengths.length + 1);
  lengths.forEach((length, number) => {
    starts[number + 1] = (starts[number] ?? 0) + length;
  });
  const next = starts.slice();
  const postings = new Uint16Array(pairs.length / 2);
  for (let index = 0; index < pairs.length; index += 2) {
    const number = pairs[index] ?? 0;
    postings[next[number] ?? 0] = pairs[index + 1] ?? 0;
    next[number] = (next[number] ?? 0) + 1;
  }
  return { tokens, starts, postings };
}
