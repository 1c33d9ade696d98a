import type { webApi } from "@slack/bolt";
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

/** The text of an uploaded file. Throws an InputError for the person who uploaded it. */
export async function fetchText(id: string, { web, token, apiUrl }: FileSource, wording: Wording): Promise<string> {
  const bytes = await fetchBytes(id, { web, token, apiUrl }).catch(() => undefined);
  if (bytes === undefined) throw new InputError(wording.slack.noFile);
  if (bytes === "large") throw new InputError(wording.slack.largeFile(largestFile / 1_000_000));
  return decodeText(bytes);
}

async function fetchBytes(id: string, { web, token, apiUrl }: FileSource): Promise<Uint8Array | "large" | undefined> {
  const { file } = await web.files.info({ file: id });
  const address = file?.url_private_download ?? file?.url_private ?? "";
  // the token goes to nobody but Slack
  if (!isOfSlack(address, apiUrl)) return undefined;
  if ((file?.size ?? 0) > largestFile) return "large";
  const response = await fetch(address, { headers: { authorization: `Bearer ${token}` }, redirect: "error" });
  // whom Slack does not let in is shown its login page, as if all were well
  const page = response.headers.get("content-type")?.startsWith("text/html");
  if (!response.ok || page || !response.body) return undefined;
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body) {
    parts.push(part);
    length += part.length;
    if (length > largestFile) return "large";
  }
  return Buffer.concat(parts);
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
