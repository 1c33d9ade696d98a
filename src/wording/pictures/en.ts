import type { Day } from "../../dates.ts";
import { monthInEnglish } from "../english-days.ts";
import type { PicturesWording } from "./wording.ts";

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const halves = { am: "a.m.", pm: "p.m." } as const;

const dateOf = (day: Day): string => String(Number(day.slice(8)));
const monthOf = (day: Day): string => months[Number(day.slice(5, 7)) - 1] ?? "";
const dayOf = (day: Day): string => `${dateOf(day)} ${monthOf(day)}`;

export const picturesEn: PicturesWording = {
  weekdays: [..."MTWTFSS"],
  today: "today",
  off: "day off",
  missing: "〓 is a character that cannot be drawn.",
  away: {
    title: (first) => `Away in ${monthInEnglish(first)}`,
    states: { away: "away", asked: "asked for", overdue: "return not reported" },
    nobody: "Nobody is away in this month.",
  },
  meetings: {
    title: (first, whose) => `${whose === "all" ? "Meetings" : "Your meetings"} in ${monthInEnglish(first)}`,
    none: "No meeting is planned in this month.",
    announced: "announced",
    planned: "not announced yet",
    mine: "you must attend",
    notes: { holiday: "off", makeUp: "work" },
  },
  dates: ({ from, fromHalf, until, untilHalf }) => {
    if (from === until) return fromHalf === untilHalf ? `${dayOf(from)} ${halves[fromHalf]}` : dayOf(from);
    const begins = fromHalf === "pm" ? `${dayOf(from)} p.m.` : dayOf(from);
    const ends = untilHalf === "am" ? `${dayOf(until)} a.m.` : dayOf(until);
    const whole = fromHalf === "am" && untilHalf === "pm" && from.slice(0, 7) === until.slice(0, 7);
    return whole ? `${dateOf(from)}–${ends}` : `${begins} – ${ends}`;
  },
  several: (dates) => dates.join(", "),
  remark: (dates, remark) => `${dates} (${remark})`,
};
