/** Numbers from 0 up to a limit, the same for the same seed (xorshift). */
export type Choose = (below: number) => number;

export function chooser(seed: number): Choose {
  let state = seed | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
