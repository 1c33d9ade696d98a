import type { Day } from "../dates.ts";
import type { Bar, State } from "./away.ts";
import { type Columns, daysBetween, type MonthDay } from "./days.ts";
import { type Shape, words } from "./drawing.ts";

/** They differ without colour too: one is striped, one is marked. */
export const colours: Readonly<Record<State, string>> = { away: "#2b5c9e", asked: "#2b5c9e", overdue: "#c2410c" };

const height = 30;

/** Whether a bar has a part in the month. */
export const isIn = ({ from, until }: Bar, days: readonly MonthDay[]): boolean =>
  from <= (days.at(-1)?.day ?? "") && until >= (days[0]?.day ?? "");

/** Short ones stand upon long ones, and what is asked for upon what it would change: none hides another. */
const order: readonly State[] = ["away", "overdue", "asked"];
const lengthOf = ({ from, until }: Bar): number => daysBetween(from, until);

/** The bars of a row. `y`: their upper edge. */
export function barShapes(
  bars: readonly Bar[],
  days: readonly MonthDay[],
  today: Day,
  columns: Columns,
  y: number,
): readonly Shape[] {
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  if (first === undefined || last === undefined) return [];
  const now = Math.min(days.length, daysBetween(first, today) + 1);
  return bars
    .toSorted((one, other) => lengthOf(other) - lengthOf(one) || order.indexOf(one.state) - order.indexOf(other.state))
    .flatMap((bar): readonly Shape[] => {
      const { from, fromHalf, until, untilHalf, state } = bar;
      const [before, after] = [from < first, until > last];
      const start = before ? 0 : daysBetween(first, from) + (fromHalf === "pm" ? 0.5 : 0);
      const end = after ? days.length : daysBetween(first, until) + (untilHalf === "am" ? 0.5 : 1);
      const [left, right] = [columns.at(start), columns.at(end)];
      const colour = colours[state];
      const asked = state === "asked";
      const edge = asked ? 2 : 0;
      const mark = (text: string, x: number): Shape =>
        // even half a day has room for it
        words(text, {
          x,
          y: y + 25,
          size: Math.min(28, right - left),
          weight: "bold",
          colour: "#ffffff",
          align: "middle",
        });
      const beside = Math.min(14, (right - left) / 2);
      return [
        ...(state === "overdue" && now > end ? [waiting(right, columns.at(now), y, colour)] : []),
        {
          kind: "box",
          x: left + edge,
          y: y + edge,
          width: right - left - 2 * edge,
          height: height - 2 * edge,
          paint: asked ? { stripes: colour } : colour,
          ...(asked ? { edge: colour } : {}),
          round: before || after ? 0 : 7,
          is: state,
        },
        ...(before ? [block(left, colour, y, 2 * beside), mark("◀", left + beside)] : []),
        ...(after ? [block(right - 2 * beside, colour, y, 2 * beside), mark("▶", right - beside)] : []),
        ...(state === "overdue" && !after ? [mark("!", right - beside)] : []),
      ];
    });
}

/** Where a bar goes on beyond the month, an arrow stands on a block of its own: on stripes it could not be seen. */
const block = (x: number, colour: string, y: number, width: number): Shape => ({
  kind: "box",
  x,
  y,
  width,
  height,
  paint: colour,
});

/** From the end of the leave until today nobody knows. */
function waiting(from: number, until: number, y: number, colour: string): Shape {
  const middle = y + height / 2;
  return { kind: "line", from: [from, middle], to: [until, middle], colour, thick: 6, dashed: true };
}
