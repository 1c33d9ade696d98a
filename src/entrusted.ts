import type { Day } from "./dates.ts";
import { holding } from "./office/entrusting.ts";
import type { Entrustment } from "./office/people.ts";
import { entrustmentsFrom } from "./store/entrustments.ts";
import { peopleById } from "./store/people.ts";
import type { Records } from "./store/store.ts";

/** Entrustments in force or to come that hold by the roster as it is. */
export async function entrustedFrom(records: Records, today: Day): Promise<readonly Entrustment[]> {
  const recorded = await entrustmentsFrom(records, today);
  const people = await peopleById(records, [...new Set(recorded.flatMap(({ by, to }) => [by.id, to.id]))]);
  return holding(recorded, new Map(people.map((each) => [each.id, each])), today);
}
