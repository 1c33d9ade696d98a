import type { Attachment } from "discord.js";
import { takesFile } from "../../command.ts";
import { asWritten, largestDocument, packDocument } from "../../document.ts";
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

/**
 * The address of a file, with the name that it has where it comes from behind it: in the address itself Discord leaves
 * out of a name what is not Latin.
 */
export function addressOf({ url, name, title }: Pick<Attachment, "url" | "name" | "title">): string {
  const ending = name.match(/\.\w+$/u)?.[0] ?? "";
  const whole = title && !title.toLowerCase().endsWith(ending.toLowerCase()) ? `${title}${ending}` : title || name;
  return `${url.split("#")[0]}#${encodeURIComponent(whole.toWellFormed())}`;
}

function nameAt(address: string): string {
  const { hash, pathname } = new URL(address);
  return asWritten(hash === "" ? (pathname.split("/").at(-1) ?? "") : hash.slice(1));
}

/** Puts the uploaded files into the options that take one. Throws an InputError for the person. */
export async function withFiles(delivery: Delivery, desk: Desk, apiUrl: string): Promise<Delivery> {
  const { command: path, options } = desk.read(delivery.asked);
  const known = desk.commands.find((each) => each.path === path);
  const uploads = Object.entries(options).filter(
    ([name, value]) => known && takesFile(known, name) && isUpload(value, apiUrl),
  );
  if (uploads.length === 0) return delivery;
  const words = wordingFor(await desk.languageOf(delivery, delivery.locale));
  const read = uploads.map(async ([name, address]): Promise<[string, string]> => {
    const document = known?.takes[name] === "document";
    const most = document ? largestDocument : largestFile;
    const bytes = await download(address, most).catch(() => undefined);
    if (bytes === undefined) throw new InputError(words.discord.noFile, name);
    const large = document ? words.document.large : words.discord.largeFile;
    if (bytes === "too large") throw new InputError(large(most / 1_000_000), name);
    return [name, document ? packDocument({ name: nameAt(address), bytes }) : decodeText(bytes)];
  });
  return {
    ...delivery,
    asked: { command: path, options: { ...options, ...Object.fromEntries(await Promise.all(read)) } },
  };
}

/** The bytes of a file; no more of it is read than may be taken, whatever its length is said to be. */
async function download(address: string, most: number): Promise<Uint8Array | "too large"> {
  const { ok, status, body } = await fetch(address, { redirect: "error" });
  if (!ok || !body) throw new Error(`${status}`);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > most) return "too large";
    parts.push(part);
  }
  return Buffer.concat(parts);
}
