import { invisible } from "../invisible.ts";
import { wholeCharacters } from "./limits.ts";

/**
 * One line of text as Discord shows it literally: no markdown, no mention, no link, no emoji of what somebody typed.
 * The colon goes before "//" too: an address that is not a link cannot be a false one.
 */
export function escapeLine(line: string): string {
  return (
    line
      .replace(/[\t\n]/g, " ")
      .replace(invisible, "")
      .replace(/[\\*_~`|[\]<>@]/g, "\\$&")
      // addresses, :smile:
      .replace(/:(?=\/\/)|:(?=[\w+\\-]+:)/g, "\\:")
      // headings, small print, lists
      .replace(/^(\s*)(#{1,3}|-#?|\+)(?=\s)/, "$1\\$2")
      .replace(/^(\s*\d+)([.)])(?=\s)/, "$1\\$2")
  );
}

/** Takes a text apart into pieces that, drawn, are at most so long each. Lines stay whole where they can. */
export function piecesOf(text: string, room: number, draw: (line: string) => string): readonly string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((line) => cutLine(line, room, draw));
}

function cutLine(line: string, room: number, draw: (line: string) => string): readonly string[] {
  const pieces: string[] = [];
  let rest = line;
  while (draw(rest).length > room) {
    // marks grow a text: take what surely fits, then ever less until it does
    let length = Math.min(rest.length, room);
    while (length > 1 && draw(rest.slice(0, length)).length > room) length = Math.floor(length * 0.8);
    const piece = wholeCharacters(rest.slice(0, length)) || rest.slice(0, 2);
    pieces.push(draw(piece));
    rest = rest.slice(piece.length);
  }
  return [...pieces, draw(rest)];
}
