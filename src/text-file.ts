/** The most bytes of a text file that is taken from a person. */
export const largestFile = 1_000_000;

/** The text of a file: UTF-8, with or without its mark, or else GB 18030, in which Chinese spreadsheets are saved. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
