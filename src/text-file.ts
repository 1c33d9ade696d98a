/** The most bytes of a text file that is taken from a person. */
export const largestFile = 1_000_000;

/**
 * The text of a file: UTF-8, with or without its mark, or else what Chinese spreadsheets save: GB 18030, or Big5 where
 * they are in Traditional Chinese. Of the two it is the one in which more of the characters are in common use.
 */
export function decodeText(bytes: Uint8Array): string {
  const utf8 = decoded(bytes, "utf-8");
  if (utf8 !== undefined) return utf8;
  const inBig5 = commonPairs(bytes, 0xa4, 0xc6, 0x40) > commonPairs(bytes, 0xb0, 0xd7, 0xa1);
  return (inBig5 ? decoded(bytes, "big5") : undefined) ?? new TextDecoder("gb18030").decode(bytes);
}

/** The text of a file, if all of it is text in one of these encodings, or in the UTF-16 that says so at its beginning. */
export function decodedWhole(bytes: Uint8Array): string | undefined {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff && "utf-16be";
  const read = wide ? [wide] : ["utf-8", "gb18030", "big5"];
  const text = read.map((each) => decoded(bytes, each)).find((each) => each !== undefined);
  // no text has these, and hardly a file of another kind is without
  return text === undefined || /(?!\s)\p{Cc}/u.test(text) ? undefined : text;
}

/** Undefined when the bytes are not in this encoding. */
function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** How many pairs of bytes are in the rows of an encoding that hold the characters in common use. */
function commonPairs(bytes: Uint8Array, first: number, last: number, least: number): number {
  let common = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    at++;
    if (lead >= first && lead <= last && (bytes[at] ?? 0) >= least) common++;
  }
  return common;
}
