import type { Fact, Rulebook, Value } from "../rulebook/model.ts";
import type { Claim, Correction } from "./outcome.ts";
import type { Reading } from "./reading.ts";

type Frequency = Extract<Claim, { times: number }>;

const everyUnit: readonly (readonly [Frequency["per"], RegExp])[] = [
  ["half-year", /每半年|半年(一次|开|召)|every (six|6) months|half[- ]year|twice a year|biannual|semi-?annual/],
  ["quarter", /每(个)?(季度|季)|一季度一次|every quarter|quarterly|once a quarter|each quarter/],
  ["week", /每(个?星期|周|个?礼拜)|一周一次|every week|weekly|once a week|each week|per week/],
  ["month", /每(个)?月|一个?月(一次|开)|every month|monthly|once a month|each month|per month/],
  ["year", /每(一)?年|一年(一次|开)|every year|yearly|annual|once a year|each year/],
];

function statedFrequency(normalised: string): Frequency | undefined {
  const found = everyUnit.find(([, pattern]) => pattern.test(normalised));
  return found && { times: 1, per: found[0] };
}

/**
 * What a question asserts and the fact's typed values contradict; undefined when nothing is asserted or all agrees.
 * Only values of the same sort are compared: 15 working days with 7 working days, a post with a post.
 */
export function correctionOf(reading: Reading, fact: Fact, rulebook: Rulebook): Correction | undefined {
  if (!reading.asserts) return undefined;
  const values = Object.values(fact.values);
  return correctNumber(reading, values) ?? correctFrequency(reading, values) ?? correctActor(reading, fact, rulebook);
}

function correctNumber(reading: Reading, values: readonly Value[]): Correction | undefined {
  const limits = values.filter((each) => "number" in each);
  const days = ["working-day", "day", "month"];
  for (const claimed of reading.numbers) {
    const comparable = limits.filter(
      (each) => each.unit === claimed.unit || (days.includes(each.unit) && days.includes(claimed.unit)),
    );
    const [right] = comparable;
    if (right && !comparable.some((each) => each.number === claimed.number && each.unit === claimed.unit))
      return { kind: "value", claimed, right: { number: right.number, unit: right.unit } };
  }
  return undefined;
}

function correctFrequency(reading: Reading, values: readonly Value[]): Correction | undefined {
  const claimed = statedFrequency(reading.normalised);
  const right = values.find((each) => "per" in each);
  if (!claimed || !right || claimed.per === right.per) return undefined;
  return { kind: "value", claimed, right: { times: right.times, per: right.per } };
}

/**
 * Who does it, claimed wrongly: the question names a post or body that no value of the fact has, and none of those
 * that the value has.
 */
function correctActor(reading: Reading, fact: Fact, { data }: Rulebook): Correction | undefined {
  const named = reading.mentions.map((each) => each.concept);
  const values = Object.values(fact.values);
  const right = new Set([
    reading.post,
    ...Object.entries(fact.row?.when ?? {}).flatMap(([dimension, ids]) =>
      data.dimensions[dimension]?.asker ? [] : ids,
    ),
    ...values.flatMap((value) => ("posts" in value ? value.posts : "bodies" in value ? value.bodies : [])),
  ]);
  for (const value of values) {
    const [ids, known] =
      "posts" in value ? [value.posts, data.posts] : "bodies" in value ? [value.bodies, data.bodies] : [[], {}];
    const wrong = named.find((each) => each in known && !right.has(each));
    if (wrong === undefined || named.some((each) => ids.includes(each))) continue;
    const any = ("any" in value && value.any) || false;
    return "posts" in value
      ? { kind: "value", claimed: { posts: [wrong], any: false }, right: { posts: ids, any } }
      : { kind: "value", claimed: { bodies: [wrong], any: false }, right: { bodies: ids, any } };
  }
  return undefined;
}
