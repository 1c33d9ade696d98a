import type { Leave } from "../leave/leave.ts";
import { point, reply } from "../reply.ts";
import { personById } from "../store/people.ts";
import { wordingFor } from "../wording/wording.ts";
import type { AtDesk } from "./at-desk.ts";

/** Where it was announced that somebody is away, it is announced too that they are not, or less long. Never why. */
export async function announceChange(leave: Leave, what: "shorter" | "withdrawn", at: AtDesk): Promise<void> {
  const { settings, records, rulebook } = at;
  const channel = settings.channels.leave;
  if (channel === undefined || leave.occasion !== rulebook.data.leave?.trip) return;
  const wording = wordingFor(settings.language);
  const who = wording.leave.person((await personById(records, leave.person))?.name ?? leave.person, leave.title);
  const span = wording.leave.span(leave.span);
  const words =
    what === "shorter" ? wording.decisions.away(who, span, true) : wording.leaveRequest.withdraw.notAway(who, span);
  await at.send(
    channel,
    reply({ tone: "done", language: wording.language, blocks: [point(words)], visibleTo: "channel" }),
  );
}
