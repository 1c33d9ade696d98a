import type { webApi } from "@slack/bolt";
import { type GivenFile, largestDocument, packDocument } from "../../document.ts";
import { InputError } from "../../errors.ts";
import { bytesOf, type File, isPicture } from "../../reply.ts";
import { decodeText, largestFile } from "../../text-file.ts";
import type { Wording } from "../../wording/wording.ts";
import { cut, limits } from "./limits.ts";
import { isOfSlack } from "./return-to.ts";

export interface FileSource {
  readonly web: webApi.WebClient;
  readonly token: string;
  readonly apiUrl: string;
}

/** An uploaded file, as the value of the option that takes it. */
export interface Uploaded {
  readonly option: string;
  readonly id: string;
  readonly takes: "file" | "document";
}

/** Fetches an uploaded file. Throws an InputError for the person who uploaded it. */
export async function fetchFile(
  { option, id, takes }: Uploaded,
  source: FileSource,
  wording: Wording,
): Promise<string> {
  const document = takes === "document";
  const most = document ? largestDocument : largestFile;
  const file = await fetchBytes(id, source, most).catch(() => undefined);
  if (file === undefined) throw new InputError(wording.slack.noFile, option);
  const large = document ? wording.document.large : wording.slack.largeFile;
  if (file === "large") throw new InputError(large(most / 1_000_000), option);
  return document ? packDocument(file) : decodeText(file.bytes);
}

async function fetchBytes(
  id: string,
  { web, token, apiUrl }: FileSource,
  most: number,
): Promise<GivenFile | "large" | undefined> {
  const { file } = await web.files.info({ file: id });
  const address = file?.url_private_download ?? file?.url_private ?? "";
  // the token goes to nobody but Slack
  if (!isOfSlack(address, apiUrl)) return undefined;
  if ((file?.size ?? 0) > most) return "large";
  const response = await fetch(address, { headers: { authorization: `Bearer ${token}` }, redirect: "error" });
  // whom Slack does not let in is shown its login page, as if all were well
  const page = response.headers.get("content-type")?.startsWith("text/html");
  if (!response.ok || page || !response.body) return undefined;
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body) {
    parts.push(part);
    length += part.length;
    if (length > most) return "large";
  }
  return { name: file?.name ?? "", bytes: Buffer.concat(parts) };
}

/** Puts files into a conversation that Mishu is in, as one message. */
export async function sendFiles(
  to: Pick<FileSource, "web" | "apiUrl">,
  channel: string,
  files: readonly File[],
): Promise<void> {
  const uploaded = await Promise.all(files.map((file) => upload(file, to)));
  const [first, ...others] = uploaded;
  if (first) await to.web.files.completeUploadExternal({ channel_id: channel, files: [first, ...others] });
}

/** The client's own way to upload names the words for a picture as Slack does not: they would be lost. */
async function upload(file: File, { web, apiUrl }: Pick<FileSource, "web" | "apiUrl">) {
  const filename = fileName(file.name);
  const given = bytesOf(file);
  // Slack takes no empty file
  const bytes = given.length === 0 ? Buffer.from("\n") : given;
  const about = isPicture(file) ? { alt_txt: cut(file.about, limits.pictureText) } : {};
  const announced = { filename, length: bytes.length, ...about };
  const { upload_url: address = "", file_id: id = "" } = await web.files.getUploadURLExternal(announced);
  if (!isOfSlack(address, apiUrl)) throw new Error("an address to upload to that is not of Slack");
  const { ok, status } = await fetch(address, { method: "POST", body: new Uint8Array(bytes), redirect: "error" });
  if (!ok) throw new Error(`the upload of a file was answered ${status}`);
  return { id, title: filename };
}

/** A name without folders. */
function fileName(name: string): string {
  return cut(name.replace(/[\p{Cc}/\\:*?"<>|]+/gu, "-"), limits.fileName) || "mishu.txt";
}
