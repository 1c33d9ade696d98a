import type { Core } from "../core.ts";
import { announceFile, fileJson } from "../files.ts";
import { type Fields, fieldLists, textOf } from "../json.ts";
import { putMessage } from "../messages.ts";
import type { StoredFile } from "../workspace.ts";
import { done, type Route, refuse } from "./route.ts";

function uploadUrl(core: Core, given: Fields): Fields {
  const length = Number(given.length);
  if (!Number.isInteger(length) || length <= 0) return refuse("invalid_arguments", ["length must be greater than 0"]);
  const about = textOf(given.alt_txt);
  if (about.length > 1000) return refuse("alt_txt_too_large");
  const file = announceFile(core, core.workspace.bot.userId, textOf(given.filename), length, about);
  return done({ upload_url: core.url(`/upload/v1/${file.id}`), file_id: file.id });
}

function complete(core: Core, given: Fields): Fields {
  const { workspace } = core;
  const asked = fieldLists(given.files);
  if (asked.length === 0) return refuse("invalid_arguments", ["no fewer than 1 items allowed [json-pointer:/files]"]);
  const files: StoredFile[] = [];
  for (const { id, title } of asked) {
    const file = workspace.files.get(textOf(id));
    if (!file?.content || file.completed) return refuse("file_not_found");
    files.push(Object.assign(file, title === undefined ? {} : { title: textOf(title) }));
  }
  const named = [...textOf(given.channels).split(","), textOf(given.channel_id)].filter(Boolean);
  const channels = named.map((id) => (workspace.users.has(id) ? workspace.direct(id) : workspace.channels.get(id)));
  for (const channel of channels) {
    if (!channel || (channel.kind !== "public" && !channel.members.has(workspace.bot.userId)))
      return refuse("channel_not_found");
    if (!channel.members.has(workspace.bot.userId)) return refuse("not_in_channel");
  }
  for (const file of files) file.completed = true;
  for (const channel of channels) {
    if (!channel) continue;
    for (const file of files) file.channels.push(channel.id);
    const { thread_ts, initial_comment } = given;
    putMessage(core, {
      channel: channel.id,
      from: workspace.bot.userId,
      text: textOf(initial_comment),
      ...(thread_ts === undefined ? {} : { thread: textOf(thread_ts) }),
      files,
    });
  }
  core.hub.changed();
  return done({ files: files.map((file) => fileJson(core, file)) });
}

function info(core: Core, given: Fields): Fields {
  const file = core.workspace.files.get(textOf(given.file));
  return file?.completed ? done({ file: fileJson(core, file), comments: [] }) : refuse("file_not_found");
}

export const files: readonly Route[] = [
  {
    method: "files.getUploadURLExternal",
    scopes: ["files:write"],
    json: false,
    required: { filename: "text", length: "number" },
    // its own client says alt_text, which Slack does not know
    optional: { alt_txt: "text", snippet_type: "text" },
    run: uploadUrl,
  },
  {
    method: "files.completeUploadExternal",
    scopes: ["files:write"],
    json: true,
    required: { files: "list" },
    optional: { channel_id: "text", channels: "text", thread_ts: "text", initial_comment: "text" },
    run: complete,
  },
  {
    method: "files.info",
    scopes: ["files:read"],
    json: false,
    required: { file: "text" },
    optional: { cursor: "text", limit: "number", count: "number", page: "number" },
    run: info,
  },
];
