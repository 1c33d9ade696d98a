import type { Core } from "./core.ts";
import { type Fields, fieldLists, fieldsOf, isFields, parsed, textOf } from "./json.ts";
import { messageProblem } from "./kit/message.ts";
import { changeMessage, deleteMessage, putMessage } from "./messages.ts";
import type { ResponseUrl } from "./workspace.ts";

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const known = new Set([
  "text",
  "blocks",
  "attachments",
  "response_type",
  "replace_original",
  "delete_original",
  "thread_ts",
  "metadata",
  "mrkdwn",
  "unfurl_links",
  "unfurl_media",
]);

const most = 5;

const refuse = (status: number, error: string, messages: readonly string[] = []): Answer => ({
  status,
  body: { ok: false, error, ...(messages.length > 0 ? { response_metadata: { messages } } : {}) },
});

/** Somebody posts to the address that came with a command or a button. */
export function answerResponseUrl(core: Core, path: string, contentType: string, body: string): Answer {
  const { workspace } = core;
  const url = workspace.responseUrls.get(path);
  if (!url) return refuse(404, "no_service");
  if (workspace.now() >= url.expires) return refuse(404, "expired_url");
  if (url.uses >= most) return refuse(404, "used_url");
  const content = parsed(body);
  if (!contentType.startsWith("application/json") || !isFields(content)) return refuse(400, "invalid_payload");
  const strange = Object.keys(content).filter((name) => !known.has(name));
  if (strange.length > 0) {
    workspace.unexpected.push(`fields posted to a response_url: ${strange.join(", ")}`);
    return refuse(
      400,
      "invalid_arguments",
      strange.map((name) => `invalid additional property: ${name}`),
    );
  }
  const wrong = respond(core, url, content);
  if (wrong) return refuse(400, wrong.error, wrong.messages);
  url.uses += 1;
  return { status: 200, body: { ok: true } };
}

type Reply = Pick<ResponseUrl, "user" | "channel" | "cause" | "message" | "thread">;

/** What an answer does, by response_url or within the acknowledgement of a command. */
export function respond(core: Core, url: Reply, content: Fields) {
  const { message, user, channel, cause } = url;
  if (content.delete_original === true) {
    if (message) deleteMessage(core, message);
    return undefined;
  }
  const { response_type = "ephemeral" } = content;
  if (response_type !== "ephemeral" && response_type !== "in_channel")
    return { error: "invalid_arguments", messages: ["response_type must be ephemeral or in_channel"] };
  const problem = messageProblem(content, core.workspace.scopes);
  if (problem) return problem;
  const parts = {
    text: textOf(content.text),
    blocks: fieldLists(content.blocks),
    attachments: fieldLists(content.attachments),
    ...(isFields(content.metadata) ? { metadata: fieldsOf(content.metadata) } : {}),
    cause,
  };
  if (content.replace_original === true && message && !message.deleted) changeMessage(core, message, parts);
  else
    putMessage(core, {
      ...parts,
      channel,
      from: core.workspace.bot.userId,
      ...(response_type === "ephemeral" ? { onlyFor: user } : {}),
      thread: textOf(content.thread_ts) || url.thread,
    });
  return undefined;
}
