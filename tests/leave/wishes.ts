import { type Day, plusDays } from "../../src/dates.ts";
import type { Done } from "../support/changzhou-process.ts";
import type { Choose } from "../support/chooser.ts";
import type { Town, Wish } from "./town.ts";

function oneOf<Each>(list: readonly Each[], choose: Choose): Each {
  const chosen = list[choose(list.length)];
  if (chosen === undefined) throw new Error("there is something to choose from");
  return chosen;
}

/** Vice mayors: for leave from an executive meeting the words name two, whoever presides and the mayor. */
const vices = ["1003", "1004", "1005", "1006", "1007"] as const;
/** Heads of departments: the secretary-general decides. Not 1020, who leaves the post at the end of the year. */
export const heads = Array.from({ length: 20 }, (_, n) => `${1014 + n}`).filter((each) => each !== "1020");

/** The secretary-general presses on two devices; of vice mayors at meetings two people may decide, and one types. */
export function secondOf(account: string): { readonly account: string; readonly types: boolean } {
  if (account === "1001") return { account: "1002", types: true };
  if (account === "1002") return { account: "1001", types: true };
  return { account: account === "1008" ? "1008-phone" : "1008", types: false };
}

/** Executive meetings of the winter, numbered from 1, one a day; and the spring, in which people are away. */
export const meetings = 24;
export const meetingsFrom = "2027-01-04" as Day;
const journeysFrom = "2027-03-01" as Day;

/** What somebody asks for as their wish of a number, from 0: no two of them touch. */
const optionsOf = (meeting: boolean, count: number): Readonly<Record<string, string>> =>
  meeting
    ? { meeting: `${(count % meetings) + 1}` }
    : { from: plusDays(journeysFrom, 3 * count), until: plusDays(journeysFrom, 3 * count + 1), purpose: "business" };

const patience = [1, 1, 1, 1, 2, 3, 0] as const;
const presses: readonly Wish["presses"][] = [
  ["approve", "approve"],
  ["approve", "refuse"],
  ["refuse", "approve"],
  ["refuse", "refuse"],
];

/** The next wish: of four the first is a vice mayor's, about a meeting, the second a head's, about one; two are journeys. */
export function nextWish(town: Town, choose: Choose, more: Partial<Wish> = {}): Done {
  const count = town.wishes.length;
  const meeting = count % 4 < 2;
  const person = oneOf<string>(count % 4 === 0 ? vices : heads, choose);
  const before = town.wishes.filter((each) => each.person === person && each.meeting === meeting).length;
  const secret = `secret-${count}-`;
  const wish = {
    key: `ask:${count}`,
    person,
    secret,
    meeting,
    sentTwice: choose(4) === 0,
    returns: choose(3),
    cards: new Set<string>(),
  };
  const decided = { patience: oneOf(patience, choose), presses: oneOf(presses, choose) };
  return town.wish({ ...wish, ...decided, ...more }, { ...optionsOf(meeting, before), reason: secret, place: secret });
}
