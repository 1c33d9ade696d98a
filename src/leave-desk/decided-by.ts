import { dayOf, minuteOf } from "../dates.ts";
import type { Leave } from "../leave/leave.ts";
import { providedFor } from "../office/entrusting.ts";
import { heldAs, postName } from "../office/posts.ts";
import { entrustmentCalled } from "../store/entrustments.ts";
import { personById } from "../store/people.ts";
import type { Wording } from "../wording/wording.ts";
import type { AtDesk } from "./at-desk.ts";
import { titleOf } from "./why.ts";

/** Who decided as what and when: "沈静澜 (executive vice mayor), acting for 顾致远 (mayor), … – 2026-11-23 10:05". */
export async function decidedLine(leave: Leave, at: AtDesk, wording: Wording): Promise<string | undefined> {
  if (leave.decidedBy === null || leave.decidedAt === null) return undefined;
  const who = await decidedAsLine(leave, leave.decidedBy, at, wording);
  return wording.decisions.decided(who, minuteOf(leave.decidedAt, at.settings.timeZone));
}

async function decidedAsLine(leave: Leave, id: string, at: AtDesk, wording: Wording): Promise<string> {
  const { records, rulebook, settings } = at;
  const { posts } = rulebook.data;
  const day = leave.decidedAt ? dayOf(leave.decidedAt, settings.timeZone) : at.today;
  const person = await personById(records, id);
  const name = person?.name ?? id;
  const entrustment = leave.entrustment === null ? undefined : await entrustmentCalled(records, leave.entrustment);
  if (entrustment) {
    const { by, post, from, until } = entrustment;
    const holder = wording.leave.person(by.name, postName(post, posts, wording.language));
    const acted = wording.decisions.acting(
      wording.leave.person(name, person ? titleOf(person, day) : ""),
      holder,
      wording.roster.span(from, until),
    );
    const provided = person !== undefined && providedFor(post, person, day, rulebook) !== undefined;
    return provided ? acted : `${acted} – ${wording.leave.why.ownArrangement}`;
  }
  const title = leave.approverPost === null ? "" : heldAs(leave.approverPost, person, day, posts, wording.language);
  const who = wording.leave.person(name, title);
  if (leave.authority === "office") return wording.decisions.byOwnRoute(who);
  return leave.decidedAs === "other" ? wording.decisions.asOther(who) : who;
}
