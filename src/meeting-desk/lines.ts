import { meetingTime } from "../find-meetings.ts";
import type { PlannedMeeting } from "../meetings/meeting.ts";
import { meetingTypeName } from "../meetings/types.ts";
import { postName } from "../office/posts.ts";
import type { Rulebook } from "../rulebook/model.ts";
import type { Wording } from "../wording/wording.ts";

/** A meeting line by line, as far as it is known. `invited`: the names of those who are called besides, where they are shown. */
export function meetingLines(
  meeting: PlannedMeeting,
  invited: readonly string[],
  { wording, rulebook }: { readonly wording: Wording; readonly rulebook: Rulebook },
): readonly string[] {
  const { fields } = wording.meetings;
  const { presider, place, title, type, department = "", siteVisit } = meeting;
  const shown: readonly (readonly [string, string])[] = [
    [fields.title, title],
    [fields.type, meetingTypeName(type, rulebook, wording.language)],
    [fields.when, meetingTime(meeting, wording)],
    [fields.department, department],
    [fields.place, place],
    [fields.siteVisit, siteVisit ? wording.yes : ""],
    [fields.presider, presider === null ? "" : postName(presider, rulebook.data.posts, wording.language)],
    [fields.invited, wording.roster.list(invited)],
  ];
  return shown.filter(([, value]) => value !== "").map(([name, value]) => wording.labelled(name, value));
}
