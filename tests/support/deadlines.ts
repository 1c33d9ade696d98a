import type { Reply } from "../../src/reply.ts";
import { deadlineNumbered, stepsOf } from "../../src/store/deadlines.ts";
import type { Place } from "../../src/store/store.ts";
import type { Visitor } from "../../src/visit.ts";
import { type Opening, sixty, startOffice, type TestOffice, visitor } from "./office.ts";

/** Who has to do with deadlines in the tests, by their numbers in the roster of sixty. */
export const hands = {
  mayor: "1001",
  vice: "1003",
  /** Director of the General Office, who hears of what stays overdue. */
  director: "1009",
  /** A clerk of the General Office, who takes documents in and hands them over. */
  clerk: "1057",
  /** Head of the finance bureau, a deputy head and somebody of its staff. */
  finance: "1020",
  deputy: "1054",
  staff: "1060",
  /** Head of the education bureau. */
  education: "1014",
} as const;
export type Hand = keyof typeof hands;

/** The same people in the same posts, for longer. */
export const rosterLongAgo = sixty.replace(/,20\d\d[-/]\d+[-/]\d+,/g, ",2010-01-01,");

export interface DeadlineOffice extends TestOffice {
  as(who: Hand, line: string): Promise<Reply>;
  visitorOf(who: Hand): Visitor;
  /** What was sent to somebody so far. */
  to(who: Hand): Promise<readonly Reply[]>;
  deadline(number: number): ReturnType<typeof read>;
  /** Sets the clock, and does what a minute brings. */
  at(instant: string): Promise<void>;
}

const read = async (office: TestOffice, number: number) =>
  office.running.store.transaction(async (records) => {
    const found = await deadlineNumbered(records, number);
    if (!found) throw new Error(`there is no ${number}`);
    return { ...found, steps: await stepsOf(records, number) };
  });

/** An office of sixty, in which these are linked; `again`: one that was open before, on the same records. */
export async function deadlineOffice(
  place?: Place,
  { again = false, roster, ...opening }: Opening & { readonly again?: boolean; readonly roster?: string } = {},
): Promise<DeadlineOffice> {
  const office = await startOffice(place, opening);
  const visitorOf = (who: Hand) => visitor(`U-${who}`);
  if (!again) await office.importRoster(roster);
  for (const [who, person] of again ? [] : Object.entries(hands)) await office.link(visitorOf(who as Hand), person);
  return {
    ...office,
    visitorOf,
    as: (who, line) => office.type(line, visitorOf(who)),
    async to(who) {
      return (await office.messages()).filter(({ to }) => to === `person:${hands[who]}`).map(({ reply }) => reply);
    },
    deadline: (number) => read(office, number),
    async at(instant) {
      office.setClock(instant);
      await office.running.tick();
      await office.running.idle();
    },
  };
}
