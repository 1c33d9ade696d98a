import type { webApi } from "@slack/bolt";
import { InputError } from "../../errors.ts";
import type { File } from "../../reply.ts";
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

/** Puts files into a conversation that Mishu is in. */
export async function sendFiles(web: webApi.WebClient, channel: string, files: readonly File[]): Promise<void> {
  for (const { name, content } of files)
    await web.files.uploadV2({
      channel_id: channel,
      filename: fileName(name),
      // Slack takes no empty file
      file: Buffer.from(content === "" ? "\n" : content),
    });
}

/** A name without folders. */
function fileName(name: string): string {
  return cut(name.replace(/[\p{Cc}/\\:*?"<>|]+/gu, "-"), limits.fileName) || "mishu.txt";
}
