/**
 * Joins what is asked for at the same time: while one run is under way the next one gathers, so that many small
 * transactions cost one write to the disk; no more than `most`, so that the first need not wait for all. Each caller hears what became of their own; a run that fails fails for all.
 */
export function batched<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
  most: number,
): (item: Item) => Promise<Result> {
  interface Waiting {
    readonly item: Item;
    resolve(result: Result): void;
    reject(error: unknown): void;
  }
  const gathered: Waiting[] = [];
  let running = false;
  const drain = async (): Promise<void> => {
    running = true;
    while (gathered.length > 0) {
      // what has arrived already comes along
      await new Promise((resolve) => setImmediate(resolve));
      const now = gathered.splice(0, most);
      try {
        const results = await run(now.map(({ item }) => item));
        now.forEach(({ resolve }, index) => {
          resolve(results[index] as Result);
        });
      } catch (error) {
        for (const { reject } of now) reject(error);
      }
    }
    running = false;
  };
  return (item) =>
    new Promise((resolve, reject) => {
      gathered.push({ item, resolve, reject });
      if (!running) void drain();
    });
}
