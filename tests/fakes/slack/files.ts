import type { Core } from "./core.ts";
import type { FileGiven } from "./entries.ts";
import type { Fields } from "./json.ts";
import type { StoredFile } from "./workspace.ts";

const mimetypes: Readonly<Record<string, string>> = {
  csv: "text/csv",
  txt: "text/plain",
  md: "text/markdown",
  json: "application/json",
  ics: "text/calendar",
  pdf: "application/pdf",
  png: "image/png",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

const ending = (name: string): string => name.split(".").at(-1)?.toLowerCase() ?? "";

/** A file that the app announced: its content comes later. */
export function announceFile({ workspace }: Core, user: string, name: string, length: number, about = ""): StoredFile {
  const file: StoredFile = {
    id: workspace.id("F"),
    name,
    title: name,
    mimetype: mimetypes[ending(name)] ?? "application/octet-stream",
    about,
    user,
    content: undefined,
    length,
    completed: false,
    channels: [],
    created: Math.floor(workspace.now() / 1000),
  };
  workspace.files.set(file.id, file);
  return file;
}

/** A file that a person attached. */
export function storeFile(core: Core, user: string, { name, content, mimetype }: FileGiven): StoredFile {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const announced = announceFile(core, user, name, bytes.length);
  const file = { ...announced, content: bytes, completed: true, ...(mimetype === undefined ? {} : { mimetype }) };
  core.workspace.files.set(file.id, file);
  return file;
}

export const fileJson = (core: Core, file: StoredFile): Fields => ({
  id: file.id,
  created: file.created,
  timestamp: file.created,
  name: file.name,
  title: file.title,
  mimetype: file.mimetype,
  filetype: ending(file.name),
  pretty_type: ending(file.name).toUpperCase(),
  ...(file.about === "" ? {} : { alt_txt: file.about }),
  user: file.user,
  user_team: core.workspace.team.id,
  editable: false,
  size: file.length,
  mode: "hosted",
  is_external: false,
  external_type: "",
  is_public: false,
  public_url_shared: false,
  display_as_bot: false,
  username: "",
  url_private: core.url(`/files-pri/${core.workspace.team.id}-${file.id}/${encodeURIComponent(file.name)}`),
  url_private_download: core.url(
    `/files-pri/${core.workspace.team.id}-${file.id}/download/${encodeURIComponent(file.name)}`,
  ),
  channels: file.channels.filter((id) => core.workspace.channels.get(id)?.kind === "public"),
  groups: file.channels.filter((id) => core.workspace.channels.get(id)?.kind === "private"),
  ims: file.channels.filter((id) => core.workspace.channels.get(id)?.kind === "direct"),
  has_rich_preview: false,
  file_access: "visible",
});
