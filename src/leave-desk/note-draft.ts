import { paragraph, point, type Reply, reply } from "../reply.ts";
import { changeLeave } from "../store/leave.ts";
import type { Asker } from "./asker.ts";
import { lateBlocks } from "./draft-lines.ts";
import { meetingButtons, meetingsLeft } from "./meeting-leave.ts";
import { previewOf } from "./preview.ts";
import { rerouteOpen } from "./reroute.ts";
import { planReturn } from "./return-reminder.ts";
import { routeOf } from "./roll.ts";
import { noteLeave } from "./send.ts";
import { afterSending, draftToSend } from "./send-draft.ts";

/** Keeps a draft as known only: the rules name nobody whom to ask, nor does the office. Nobody is asked to decide. */
export async function noteDraft(number: number, asker: Asker): Promise<Reply> {
  const { at, context } = asker;
  const { wording, language } = context;
  const draft = await draftToSend(number, asker);
  if ("tone" in draft) return draft;
  const route = await routeOf(draft, at);
  // somebody may be named by now: then they are asked
  if (route.kind !== "silent" || draft.replaces !== null) return previewOf(draft, asker, { elsewhere: true });
  const changes = { status: "noted", askedAt: at.now } as const;
  if (!(await changeLeave(at.records, draft, changes)))
    throw new Error(`draft ${number} was changed while it was read`);
  const noted = { ...draft, ...changes, version: draft.version + 1 };
  await noteLeave("leave.note", noted, at);
  await planReturn(noted, at);
  await rerouteOpen(at);
  const words = wording.leaveRequest.sent;
  const left = await meetingsLeft(noted, asker);
  return reply({
    tone: "done",
    language,
    blocks: [
      point(words.noted(wording.leave.number(number))),
      ...lateBlocks(draft.span, asker),
      ...(left.length > 0 ? [paragraph(words.leftMeetings(left.length))] : []),
      paragraph(words.notedNext),
    ],
    buttons: [...meetingButtons(left, noted, asker), ...afterSending(noted, asker)],
  });
}
