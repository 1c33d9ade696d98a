import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { type File, isPicture, type Reply } from "../reply.ts";

/** A reply with its pictures drawn. One that cannot be drawn goes as the words that it would have shown. */
export async function drawn(reply: Reply): Promise<Reply> {
  const pictures = reply.files.filter(isPicture).filter(({ png }) => png === undefined);
  if (pictures.length === 0) return reply;
  const pngs = await pngsOf(pictures.map(({ svg }) => svg)).catch(() => []);
  const files = reply.files.map((file): File => {
    if (!isPicture(file) || file.png !== undefined) return file;
    const png = pngs[pictures.indexOf(file)];
    return png
      ? { ...file, png: Buffer.from(png).toString("base64") }
      : { name: file.name.replace(/\.png$/, ".txt"), content: file.about };
  });
  return { ...reply, files };
}

/**
 * Draws pictures as PNG, in a thread of their own: nobody waits for it, and the 8 MB that each picture takes while it is
 * drawn are given back at once. (In the main thread they stay until it next tidies up, which it does not know to do.)
 */
async function pngsOf(svgs: readonly string[]): Promise<readonly Uint8Array[]> {
  const worker = new Worker(new URL("./png-worker.ts", import.meta.url), { workerData: svgs });
  const [pngs] = (await once(worker, "message")) as [readonly Uint8Array[]];
  return pngs;
}
