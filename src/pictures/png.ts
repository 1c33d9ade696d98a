import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { type Drawing, svgOf } from "./drawing.ts";

/**
 * Draws pictures as PNG, in a thread of their own: nobody waits for it, and the 8 MB that each picture takes while it is
 * drawn are given back at once. (In the main thread they stay until it next tidies up, which it does not know to do.)
 */
export async function pngsOf(drawings: readonly Drawing[]): Promise<readonly Uint8Array[]> {
  const worker = new Worker(new URL("./png-worker.ts", import.meta.url), { workerData: drawings.map(svgOf) });
  const [pngs] = (await once(worker, "message")) as [readonly Uint8Array[]];
  return pngs;
}
