import type { IncomingMessage } from "node:http";
import { parsed } from "./json.ts";
import type { Upload } from "./messages.ts";
import { invalidJson, Refusal, tooLarge } from "./refusal.ts";
import type { Route } from "./routes/route.ts";

export interface Body {
  readonly body: unknown;
  readonly files: readonly Upload[];
}

const sizeLimit = 10 * 1024 * 1024;

export async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

/** Reads what a request carries, in the one or two ways that its route takes. */
export async function readBody(takes: Route["takes"], contentType: string, bytes: Buffer): Promise<Body> {
  const kind = contentType.split(";")[0]?.trim() ?? "";
  // PUT of a reaction and DELETE come with no body at all
  if (takes === "nothing") return { body: undefined, files: [] };
  if (kind === "application/json") return { body: json(bytes.toString()), files: [] };
  if (takes === "form" && kind === "multipart/form-data") return form(contentType, bytes);
  const expected = takes === "form" ? "'application/json', 'multipart/form-data'" : "'application/json'";
  const message = `Expected "Content-Type" header to be one of {${expected}}.`;
  throw invalid("CONTENT_TYPE_INVALID", message);
}

const invalid = (code: string, message: string) =>
  new Refusal(400, 50035, "Invalid Form Body", { _errors: [{ code, message }] });

function json(text: string): unknown {
  const value = parsed(text);
  if (value === undefined) throw invalidJson();
  return value;
}

async function form(contentType: string, bytes: Buffer): Promise<Body> {
  const data = await new Response(new Uint8Array(bytes), { headers: { "content-type": contentType } })
    .formData()
    .catch(() => {
      throw invalid("MULTIPART_INVALID", "The form cannot be read.");
    });
  const files: Upload[] = [];
  let body: unknown = {};
  for (const [name, value] of data) {
    const index = /^files\[(\d+)\]$/.exec(name)?.[1];
    if (name === "payload_json" && typeof value === "string") body = json(value);
    else if (index !== undefined && typeof value !== "string") {
      if (value.size > sizeLimit) throw tooLarge();
      const content = new Uint8Array(await value.arrayBuffer());
      files.push({ index: Number(index), name: value.name, content, contentType: value.type });
    } else throw invalid("UNKNOWN_FIELD", `The fake of Discord knows no such part of a form: ${name}`);
  }
  if (files.length > 10) throw invalid("BASE_TYPE_MAX_LENGTH", "Must be 10 files or fewer.");
  return { body, files };
}
