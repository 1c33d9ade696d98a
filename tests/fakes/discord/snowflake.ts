/** The first millisecond of 2015, from which Discord counts. */
const epoch = 1_420_070_400_000n;

/** Makes ids that tell when they were made and always rise, even while the clock stands still. */
export function createIds(now: () => number): () => string {
  let last = 0n;
  return () => {
    const fromClock = (BigInt(now()) - epoch) << 22n;
    last = fromClock > last ? fromClock : last + 1n;
    return String(last);
  };
}
