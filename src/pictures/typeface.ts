import { openSync, readSync } from "node:fs";
import { createRequire } from "node:module";

/**
 * One weight of the font. All lengths are in thousandths of the type's size, upwards from the line on which it stands.
 *
 * The drawing library reads the whole font (10 MB) again for every character: 2 ms each. So the outlines are taken from
 * the file here, each when it is first drawn, and the library is given shapes.
 */
export interface Typeface {
  /** Whether it can draw a character. */
  has(character: string): boolean;
  /** How far a character moves on; 0 for one that it does not have. */
  advance(character: string): number;
  /** The outline of a character, as the path of an SVG; "" for a space, and for one that it does not have. */
  outline(character: string): string;
}

export type Weight = "regular" | "bold";

const files: Readonly<Record<Weight, string>> = {
  regular: "400Regular/NotoSansSC_400Regular.ttf",
  bold: "700Bold/NotoSansSC_700Bold.ttf",
};

const opened = new Map<Weight, Typeface>();

/** Opens the font when it is first needed. */
export function typeface(weight: Weight): Typeface {
  const known = opened.get(weight);
  if (known) return known;
  const file = createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans-sc/${files[weight]}`);
  const made = openTypeface(file);
  opened.set(weight, made);
  return made;
}

interface Glyph {
  readonly advance: number;
  readonly outline: string;
}

/** Reads a TrueType font of 1,000 units whose characters are all drawn by outlines of their own, as Noto's are. */
function openTypeface(file: string): Typeface {
  const open = openSync(file, "r");
  const read = (from: number, length: number): Buffer => {
    const bytes = Buffer.alloc(length);
    readSync(open, bytes, 0, length, from);
    return bytes;
  };
  const tables = new Map<string, { readonly from: number; readonly length: number }>();
  const count = read(4, 2).readUInt16BE();
  const directory = read(12, 16 * count);
  for (let at = 0; at < directory.length; at += 16)
    tables.set(directory.toString("latin1", at, at + 4), {
      from: directory.readUInt32BE(at + 8),
      length: directory.readUInt32BE(at + 12),
    });
  const table = (name: string): Buffer => {
    const { from = 0, length = 0 } = tables.get(name) ?? {};
    return read(from, length);
  };
  const numberOf = characters(table("cmap"));
  const places = table("loca");
  const advances = table("hmtx");
  const { from: outlines = 0 } = tables.get("glyf") ?? {};
  const glyphs = new Map<string, Glyph | undefined>();

  const glyphOf = (character: string): Glyph | undefined => {
    if (glyphs.has(character)) return glyphs.get(character);
    const number = numberOf(character.codePointAt(0) ?? 0);
    const from = places.readUInt32BE(4 * number);
    const length = places.readUInt32BE(4 * number + 4) - from;
    const found =
      number === 0
        ? undefined
        : {
            advance: advances.readUInt16BE(4 * number),
            outline: length === 0 ? "" : pathOf(read(outlines + from, length)),
          };
    glyphs.set(character, found);
    return found;
  };

  return {
    has: (character) => glyphOf(character) !== undefined,
    advance: (character) => glyphOf(character)?.advance ?? 0,
    outline: (character) => glyphOf(character)?.outline ?? "",
  };
}

/** The number of the glyph of a code point, 0 for none: from the table's part in format 12, which has all of them. */
function characters(cmap: Buffer): (code: number) => number {
  const parts = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => cmap.readUInt32BE(8 + 8 * index));
  const all = parts.find((at) => cmap.readUInt16BE(at) === 12);
  if (all === undefined) throw new Error("the font has no table of all its characters");
  const groups = cmap.readUInt32BE(all + 12);
  return (code) => {
    for (let index = 0; index < groups; index++) {
      const at = all + 16 + 12 * index;
      const first = cmap.readUInt32BE(at);
      if (code < first) return 0;
      if (code <= cmap.readUInt32BE(at + 4)) return cmap.readUInt32BE(at + 8) + code - first;
    }
    return 0;
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
  /** On the outline; off it, a point draws the outline towards itself. */
  readonly on: boolean;
}

const middle = (one: Point, other: Point): Point => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2, on: true });

function pathOf(glyph: Buffer): string {
  return contoursOf(glyph).map(contourPath).join("");
}

function contourPath(points: readonly Point[]): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return "";
  const start = first.on ? first : last.on ? last : middle(first, last);
  let path = `M${start.x} ${start.y}`;
  let pull: Point | undefined;
  for (const point of [...points, start]) {
    if (pull) {
      const end = point.on ? point : middle(pull, point);
      path += `Q${pull.x} ${pull.y} ${end.x} ${end.y}`;
    } else if (point.on && point !== start) path += `L${point.x} ${point.y}`;
    pull = point.on ? undefined : point;
  }
  return `${path}Z`;
}

/** The contours of a glyph as TrueType packs them: ends, flags (repeated ones counted), then steps in x, then in y. */
function contoursOf(glyph: Buffer): readonly (readonly Point[])[] {
  const count = glyph.readInt16BE(0);
  if (count < 0) throw new Error("a glyph that is made of others");
  const ends = Array.from({ length: count }, (_, index) => glyph.readUInt16BE(10 + 2 * index));
  const total = (ends.at(-1) ?? -1) + 1;
  let at = 10 + 2 * count;
  at += 2 + glyph.readUInt16BE(at);
  const flags: number[] = [];
  while (flags.length < total) {
    const flag = glyph.readUInt8(at++);
    flags.push(flag);
    if (flag & 8) for (let again = glyph.readUInt8(at++); again > 0; again--) flags.push(flag);
  }
  const steps = (short: number, same: number): readonly number[] => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += glyph.readUInt8(at++) * (flag & same ? 1 : -1);
      else if (!(flag & same)) {
        value += glyph.readInt16BE(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = steps(2, 16);
  const ys = steps(4, 32);
  const points = flags.map((flag, index) => ({ x: xs[index] ?? 0, y: ys[index] ?? 0, on: (flag & 1) === 1 }));
  return ends.map((end, index) => points.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end + 1));
}
