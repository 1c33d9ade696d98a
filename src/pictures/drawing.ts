import { drawable, fitted, type Type, widthOf } from "./text.ts";
import { typeface } from "./typeface.ts";

/** A colour as #rrggbb, or stripes of one on white. */
export type Paint = string | { readonly stripes: string };

/** What a picture is made of. All lengths are pixels, from the upper left corner. */
export type Shape =
  | {
      readonly kind: "box";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly paint: Paint;
      readonly edge?: string;
      /** The edge is. */
      readonly dashed?: true;
      /** The radius of its corners. */
      readonly round?: number;
      /** What it stands for, for whoever reads the drawing: nothing of it is drawn. */
      readonly is?: string;
    }
  | {
      readonly kind: "line";
      readonly from: readonly [number, number];
      readonly to: readonly [number, number];
      readonly colour: string;
      readonly thick: number;
      readonly dashed?: true;
    }
  /** `y` is the line on which the words stand; `x` where they begin. */
  | {
      readonly kind: "words";
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly width: number;
      readonly type: Type;
      readonly colour: string;
    };

export type Words = Extract<Shape, { kind: "words" }>;

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

export interface Setting extends Type {
  readonly x: number;
  readonly y: number;
  readonly colour: string;
  /** Where `x` is: at the beginning of the words (if not said), in their middle, at their end. */
  readonly align?: "middle" | "end";
  /** The most that they may take; what is longer is cut, and seen to be. */
  readonly room?: number;
}

/** Sets words: of people or our own. */
export function words(text: string, { x, y, colour, align, room, size, weight }: Setting): Words {
  const type = { size, weight };
  const shown = room === undefined ? drawable(text) : fitted(drawable(text), room, type);
  const width = widthOf(shown, type);
  const left = align === "end" ? x - width : align === "middle" ? x - width / 2 : x;
  return { kind: "words", x: left, y, text: shown, width, type, colour };
}

/** The picture as SVG. Words are drawn as outlines: no text of anybody stands in it. */
export function svgOf({ width, height, shapes }: Drawing): string {
  const glyphs = new Map<string, string>();
  const stripes = new Map<string, string>();
  const body = shapes.map((each) => shapeSvg(each, glyphs, stripes)).join("");
  const definitions = [...glyphs.values(), ...stripes.values()].join("");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<defs>${definitions}</defs><rect width="${width}" height="${height}" fill="#ffffff"/>${body}</svg>`
  );
}

const dots = ' stroke-dasharray="6 8"';
const dashes = ' stroke-dasharray="14 10"';

function shapeSvg(shape: Shape, glyphs: Map<string, string>, stripes: Map<string, string>): string {
  switch (shape.kind) {
    case "box": {
      const { x, y, width, height, paint, edge, dashed, round = 0 } = shape;
      const fill = typeof paint === "string" ? paint : `url(#${striped(paint.stripes, stripes)})`;
      const stroke = edge === undefined ? "" : ` stroke="${edge}" stroke-width="4"${dashed ? dashes : ""}`;
      return `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" rx="${round}" fill="${fill}"${stroke}/>`;
    }
    case "line": {
      const [[x1, y1], [x2, y2]] = [shape.from, shape.to];
      return `<path d="M${short(x1)} ${short(y1)}L${short(x2)} ${short(y2)}" stroke="${shape.colour}" stroke-width="${shape.thick}"${shape.dashed ? dots : ""}/>`;
    }
    case "words":
      return wordsSvg(shape, glyphs);
  }
}

/** A glyph is defined once, however often it is drawn. */
function wordsSvg({ x, y, text, type, colour }: Words, glyphs: Map<string, string>): string {
  const face = typeface(type.weight);
  const scale = type.size / 1000;
  let pen = 0;
  let drawn = "";
  for (const each of text) {
    const name = `${type.weight[0]}${each.codePointAt(0)?.toString(16)}`;
    const outline = face.outline(each);
    if (outline !== "") {
      if (!glyphs.has(name)) glyphs.set(name, `<path id="${name}" d="${outline}"/>`);
      drawn += `<use href="#${name}" x="${pen}"/>`;
    }
    pen += face.advance(each);
  }
  return `<g transform="translate(${short(x)} ${short(y)}) scale(${scale} -${scale})" fill="${colour}">${drawn}</g>`;
}

function striped(colour: string, stripes: Map<string, string>): string {
  const name = `s${colour.slice(1)}`;
  stripes.set(
    name,
    `<pattern id="${name}" width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
      `<rect width="14" height="14" fill="#ffffff"/><rect width="5" height="14" fill="${colour}"/></pattern>`,
  );
  return name;
}

const short = (length: number): number => Math.round(length * 100) / 100;
