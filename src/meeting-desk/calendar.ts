import type { Context } from "../command.ts";
import { dayOf } from "../dates.ts";
import { type Button, note, paragraph, point, type Reply, reply } from "../reply.ts";
import { dropFeed, feedOf, makeFeed } from "../store/calendar-feeds.ts";
import type { Visit } from "../visit.ts";

/** What somebody may do with the link of their calendar: look, have a new one, take it back. */
export const linkWishes = ["new", "revoke"] as const;
export type LinkWish = (typeof linkWishes)[number];

/** The link by which somebody's own calendar fetches their meetings; it is shown once, when it is made. */
export async function calendarReply(wish: LinkWish | undefined, visit: Visit, context: Context): Promise<Reply> {
  const { wording, language, publicUrl } = context;
  const words = wording.meetings.calendar;
  const { person } = visit.actor;
  const told = (tone: Reply["tone"], text: string, more: Partial<Pick<Reply, "blocks" | "buttons">> = {}) =>
    reply({ tone, language, blocks: [point(text), ...(more.blocks ?? [])], buttons: more.buttons ?? [] });
  if (!person) return told("refused", wording.leave.rosterOnly);
  if (publicUrl === undefined) return told("answer", words.off);
  const button = (name: LinkWish): Button => ({
    label: words.buttons[name],
    command: "meeting calendar",
    options: { link: name },
  });
  const feed = await feedOf(visit.records, person.id);
  if (wish === "revoke") {
    if (!(await dropFeed(visit.records, person.id))) return told("refused", words.none, { buttons: [button("new")] });
    await visit.note({ action: "calendar.revoke", subject: `person:${person.id}`, about: person.id });
    return told("done", words.revoked, { buttons: [button("new")] });
  }
  if (feed && wish !== "new") {
    const zone = visit.settings.timeZone;
    const fetched = feed.fetchedOn === null ? words.neverFetched : words.fetched(feed.fetchedOn);
    return told("answer", words.there(dayOf(feed.createdAt, zone)), {
      blocks: [paragraph(fetched), note(words.shownOnce)],
      buttons: [button("new"), button("revoke")],
    });
  }
  const secret = await makeFeed(visit.records, person.id, visit.now);
  await visit.note({ action: "calendar.create", subject: `person:${person.id}`, about: person.id });
  const address = `${publicUrl.replace(/\/+$/, "")}/calendar/${secret}.ics`;
  return told("done", feed ? words.renewed : words.made, {
    blocks: [
      { kind: "list", items: [address.replace(/^https:/, "webcal:"), address] },
      paragraph(words.how),
      note(words.secret),
    ],
    buttons: [button("revoke")],
  });
}
