import type { Place } from "./days.ts";
import { type Paint, type Shape, words } from "./drawing.ts";

export interface Sign {
  readonly label: string;
  readonly paint: Paint;
  readonly edge?: string;
  /** The edge is. */
  readonly dashed?: true;
  /** A character in it. */
  readonly mark?: string;
}

const type = { size: 39, weight: "regular", colour: "#1f2933" } as const;
const line = 56;
const sign = { width: 56, height: 32 };

/** What the colours mean, in as many lines as it takes; below it a remark. */
export function legend(
  signs: readonly Sign[],
  remark: string | undefined,
  { x, y, width }: Place,
): { readonly shapes: readonly Shape[]; readonly bottom: number } {
  const shapes: Shape[] = [];
  let pen = x;
  let top = y;
  for (const { label, paint, edge, dashed, mark } of signs) {
    const said = words(label, { ...type, x: 0, y: 0, room: width - sign.width - 14 });
    const wide = sign.width + 14 + said.width;
    if (pen > x && pen + wide > x + width) {
      pen = x;
      top += line;
    }
    shapes.push(
      {
        kind: "box",
        x: pen + 2,
        y: top + 10,
        width: sign.width - 4,
        height: sign.height - 4,
        paint,
        round: 6,
        ...(edge ? { edge } : {}),
        ...(dashed ? { dashed } : {}),
      },
      ...(mark
        ? [
            words(mark, {
              x: pen + sign.width / 2,
              y: top + 34,
              size: 28,
              weight: "bold",
              colour: "#ffffff",
              align: "middle",
            }),
          ]
        : []),
      { ...said, x: pen + sign.width + 14, y: top + 40 },
    );
    pen += wide + 34;
  }
  top += line;
  if (remark !== undefined) {
    shapes.push(words(remark, { ...type, x, y: top + 40, room: width }));
    top += line;
  }
  return { shapes, bottom: top };
}
