import { createHash } from "node:crypto";
import type { DocumentFile } from "../document.ts";
import type { Records } from "./store.ts";

// Drafts of minutes that came as files. They are secret until the minutes are issued: their bytes are kept here, and
// nowhere else.

/** A file of a draft, without its bytes. */
export interface DraftFile {
  readonly meeting: number;
  readonly version: number;
  readonly name: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly broughtBy: string;
  readonly at: Date;
  /** It went on to somebody; until then only whoever brought it knows of it. */
  readonly sent: boolean;
}

/**
 * Keeps a file under the next version of its meeting's drafts; the very file that is the draft now is no new version. One
 * that was brought before and never went on gives way, as what somebody attached by mistake.
 */
export async function keepDraftFile(
  records: Records,
  { meeting, broughtBy, at }: Pick<DraftFile, "meeting" | "broughtBy" | "at">,
  { name, mediaType, bytes }: DocumentFile,
  present?: DraftFile,
): Promise<DraftFile> {
  const { db, organisation } = records;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (present?.sha256 === sha256 && present.mediaType === mediaType) return present;
  await db
    .deleteFrom("draft_file")
    .where("organisation", "=", organisation)
    .where("meeting", "=", meeting)
    .where("sent", "=", 0)
    .execute();
  const last = await db
    .selectFrom("draft_file")
    .select(({ fn }) => fn.max("version").as("version"))
    .where("organisation", "=", organisation)
    .where("meeting", "=", meeting)
    .executeTakeFirst();
  const version = Number(last?.version ?? 0) + 1;
  const kept = { meeting, version, name, size: bytes.length, sha256 };
  await db
    .insertInto("draft_file")
    .values({
      ...{ organisation, ...kept, media_type: mediaType, brought_by: broughtBy, at: at.getTime() },
      bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
    })
    .execute();
  return { ...kept, mediaType, broughtBy, at, sent: false };
}

/** What is known of a version of the drafts of a meeting. */
export async function draftFile(
  { db, organisation }: Records,
  meeting: number,
  version: number,
): Promise<DraftFile | undefined> {
  const row = await db
    .selectFrom("draft_file")
    .select(["name", "media_type", "size", "sha256", "brought_by", "at", "sent"])
    .where("organisation", "=", organisation)
    .where("meeting", "=", meeting)
    .where("version", "=", version)
    .executeTakeFirst();
  if (!row) return undefined;
  const { media_type: mediaType, brought_by: broughtBy, at, sent, ...rest } = row;
  return { ...rest, meeting, version, mediaType, broughtBy, at: new Date(at), sent: sent === 1 };
}

/** The bytes of a version, as they came; undefined when it is not kept. */
export async function draftBytes(
  { db, organisation }: Records,
  { meeting, version }: Pick<DraftFile, "meeting" | "version">,
): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom("draft_file")
    .select("bytes")
    .where("organisation", "=", organisation)
    .where("meeting", "=", meeting)
    .where("version", "=", version)
    .executeTakeFirst();
  return row?.bytes;
}

/** A version went on: it is not given way any more, nor forgotten. */
export async function markDraftSent(
  { db, organisation }: Records,
  { meeting, version }: Pick<DraftFile, "meeting" | "version">,
): Promise<void> {
  await db
    .updateTable("draft_file")
    .set({ sent: 1 })
    .where("organisation", "=", organisation)
    .where("meeting", "=", meeting)
    .where("version", "=", version)
    .execute();
}

/** Forgets files of which whoever brought them never said where they are to go. */
export async function forgetUnsentFiles({ db, organisation }: Records, before: Date): Promise<void> {
  await db
    .deleteFrom("draft_file")
    .where("organisation", "=", organisation)
    .where("sent", "=", 0)
    .where("at", "<", before.getTime())
    .execute();
}
