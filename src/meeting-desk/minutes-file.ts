import type { Context } from "../command.ts";
import {
  type DocumentFault,
  documentKinds,
  keptMark,
  largestDocument,
  readDocument,
  readKeptMark,
  unpackDocument,
  versionName,
} from "../document.ts";
import { InputError } from "../errors.ts";
import type { MinutesOnWay } from "../meetings/minutes-course.ts";
import type { KeptFile } from "../reply.ts";
import { type DraftFile, draftFile, keepDraftFile } from "../store/draft-files.ts";
import type { Records } from "../store/store.ts";
import { repeated } from "../text.ts";
import type { Visit } from "../visit.ts";
import type { Wording } from "../wording/wording.ts";

/**
 * The file that was attached to a draft, kept from now on; undefined where none was. What stands already in the draft
 * that came before is no new version. Throws an InputError for what cannot be taken.
 */
export async function attachedFile(
  meeting: number,
  typed: string,
  old: MinutesOnWay | undefined,
  { records, actor, now }: Visit,
  { wording }: Pick<Context, "wording">,
): Promise<DraftFile | undefined> {
  if (typed.trim() === "") return undefined;
  const broughtBy = actor.person?.id ?? "";
  const before = await fileOfMinutes(records, meeting, old);
  const mark = readKeptMark(typed);
  if (mark) {
    const kept = await draftFile(records, meeting, mark.version);
    // a mark can be typed: it opens nothing but the present draft, and what the same person attached just before
    const own = kept?.sent ? kept.version === before?.version : kept?.broughtBy === broughtBy;
    if (!kept || !own || kept.sha256 !== mark.sha256)
      throw new InputError(wording.document.lost(repeated(mark.name)), "file");
    return kept;
  }
  const given = unpackDocument(typed);
  if (!given) throw new InputError(wording.document.notAFile(repeated(typed)), "file");
  const read = readDocument(given);
  if ("fault" in read) throw new InputError(faultWords(read.fault, given.name, wording), "file");
  return keepDraftFile(records, { meeting, broughtBy, at: now }, read, before);
}

function faultWords(fault: DocumentFault, name: string, { document: words }: Wording): string {
  const shown = repeated(name);
  if (fault === "large") return words.large(largestDocument / 1_000_000);
  return fault === "kind" ? words.kind(shown, documentKinds) : words[fault](shown);
}

/** The file that is the draft now. */
export const fileOfMinutes = async (
  records: Records,
  meeting: number,
  minutes: Pick<MinutesOnWay, "file"> | undefined,
): Promise<DraftFile | undefined> =>
  minutes && minutes.file !== null ? draftFile(records, meeting, minutes.file) : undefined;

/** As it is called where it goes: each version by its own name. */
export const nameOf = ({ name, version }: DraftFile): string => versionName(name, version);

export const markOf = (file: DraftFile): string => keptMark({ ...file, name: nameOf(file) });

/** The file as it goes along with a reply. */
export const asFile = (file: DraftFile): KeptFile => ({
  name: nameOf(file),
  draft: { meeting: file.meeting, version: file.version },
});
