import { type File, isKept, note, type Reply } from "./reply.ts";
import { draftBytes } from "./store/draft-files.ts";
import type { Store } from "./store/store.ts";
import { wordingFor } from "./wording/wording.ts";

/** A reply with what is in the files that the office keeps, as it is on its way; of one that is gone, that it is. */
export async function withKeptFiles(reply: Reply, { look }: Pick<Store, "look">): Promise<Reply> {
  const kept = reply.files.filter(isKept);
  if (kept.length === 0) return reply;
  const found = new Map(
    await look(async (records) => {
      const all: [string, string | undefined][] = [];
      for (const { name, draft } of kept) all.push([name, (await draftBytes(records, draft))?.toString("base64")]);
      return all;
    }),
  );
  const { document } = wordingFor(reply.language);
  const gone = kept.filter(({ name }) => found.get(name) === undefined);
  return {
    ...reply,
    blocks: [...reply.blocks, ...gone.map(({ name }) => note(document.gone(name)))],
    files: reply.files.flatMap((file): readonly File[] => {
      if (!isKept(file)) return [file];
      const bytes = found.get(file.name);
      return bytes === undefined ? [] : [{ ...file, bytes }];
    }),
  };
}
