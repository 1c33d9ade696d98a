import { InputError } from "../../errors.ts";
import type { Delivery } from "../../request.ts";
import { decodeText, largestFile } from "../../text-file.ts";
import { wordingFor } from "../../wording/wording.ts";
import type { Desk } from "../platform.ts";

const hosts = ["cdn.discordapp.com", "media.discordapp.net"];

/** Whether a value is the address of a file that Discord keeps: nothing else is ever fetched. */
export function isUpload(value: string, apiUrl: string): boolean {
  const address = URL.parse(value);
  if (address?.username !== "") return false;
  return (address.protocol === "https:" && hosts.includes(address.host)) || address.origin === new URL(apiUrl).origin;
}

/** Puts the text of the uploaded files into the options that take one. Throws an InputError for the person. */
export async function withFiles(delivery: Delivery, desk: Desk, apiUrl: string): Promise<Delivery> {
  const { command: path, options } = desk.read(delivery.asked);
  const takes = desk.commands.find((each) => each.path === path)?.takes ?? {};
  const uploads = Object.entries(options).filter(([name, value]) => takes[name] === "file" && isUpload(value, apiUrl));
  if (uploads.length === 0) return delivery;
  const { discord: words } = wordingFor(await desk.languageOf(delivery, delivery.locale));
  const read = uploads.map(async ([name, address]): Promise<[string, string]> => {
    const bytes = await download(address).catch(() => undefined);
    if (bytes === undefined) throw new InputError(words.noFile, name);
    if (bytes === "too large") throw new InputError(words.largeFile(largestFile / 1_000_000), name);
    return [name, decodeText(bytes)];
  });
  return {
    ...delivery,
    asked: { command: path, options: { ...options, ...Object.fromEntries(await Promise.all(read)) } },
  };
}

/** The bytes of a file; no more of it is read than may be taken, whatever its length is said to be. */
async function download(address: string): Promise<Uint8Array | "too large"> {
  const { ok, status, body } = await fetch(address, { redirect: "error" });
  if (!ok || !body) throw new Error(`${status}`);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > largestFile) return "too large";
    parts.push(part);
  }
  return Buffer.concat(parts);
}
