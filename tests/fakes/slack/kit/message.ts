import { type Fields, fieldLists, listOf } from "../json.ts";
import { messageBlocks, tooLong } from "./blocks.ts";
import { list, object, problemsOf, text } from "./shape.ts";

export interface MessageProblem {
  readonly error: string;
  readonly messages: readonly string[];
}

const attachments = list(
  object({}, { color: text(1, 20), fallback: text(1, 3000), text: text(1, 40_000), blocks: messageBlocks }),
  0,
  100,
);
const metadata = object({
  event_type: text(1, 255),
  event_payload: (value, at, to) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) to.problem("must be an object", at);
  },
});

/** Why Slack refuses what a message is to say; undefined when it takes it. */
export function messageProblem(content: Fields, scopes: ReadonlySet<string>): MessageProblem | undefined {
  const given = { surface: "message", scopes } as const;
  const words = content.text;
  if (words !== undefined && typeof words !== "string")
    return { error: "invalid_arguments", messages: ["text must be a string [json-pointer:/text]"] };
  if (typeof words === "string" && words.length > 40_000) return { error: "msg_too_long", messages: [] };
  const empty = [content.blocks, content.attachments].every((each) => listOf(each).length === 0);
  if (empty && (words ?? "") === "") return { error: "no_text", messages: [] };
  if (content.blocks !== undefined) {
    if (!Array.isArray(content.blocks)) return { error: "invalid_blocks_format", messages: [] };
    const messages = problemsOf(messageBlocks, content.blocks, "/blocks", given);
    if (messages.length > 0) return { error: "invalid_blocks", messages };
    if (tooLong(content.blocks)) return { error: "msg_blocks_too_long", messages: [] };
  }
  if (content.attachments !== undefined) {
    const messages = problemsOf(attachments, content.attachments, "/attachments", given);
    if (messages.length > 0) return { error: "invalid_attachments", messages };
    if (fieldLists(content.attachments).some(({ blocks }) => tooLong(blocks)))
      return { error: "msg_blocks_too_long", messages: [] };
  }
  if (content.metadata !== undefined) {
    const messages = problemsOf(metadata, content.metadata, "/metadata", given);
    if (messages.length > 0) return { error: "invalid_metadata_format", messages };
  }
  return undefined;
}
