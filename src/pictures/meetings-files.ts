import type { Picture } from "../reply.ts";
import { wordingFor } from "../wording/wording.ts";
import type { Entry } from "./day-cell.ts";
import { firstDay } from "./days.ts";
import { svgOf } from "./drawing.ts";
import { type MeetingsPicture, meetingsDrawing, titleOf } from "./meetings.ts";

/** The meetings of a month as the picture of a reply, with the same in words. */
export const meetingsFile = (picture: MeetingsPicture): Picture => ({
  name: `meetings-${firstDay(picture.days).slice(0, 7)}.png`,
  svg: svgOf(meetingsDrawing(picture)),
  about: inWords(picture),
});

/** What the picture shows, for whoever cannot see it: a line for each day, with all its meetings and whole titles. */
export function inWords(picture: MeetingsPicture): string {
  const { language, days, meetings } = picture;
  const wording = wordingFor(language);
  const { pictures: said } = wording;
  const first = firstDay(days);
  const inside = meetings.filter(({ day }) => days.some((each) => each.day === day));
  if (inside.length === 0) return wording.labelled(titleOf(picture), said.meetings.none);
  const entry = ({ time, title, announced, mine }: Entry): string => {
    const remarks = [...(mine ? [said.meetings.mine] : []), ...(announced ? [] : [said.meetings.planned])];
    return remarks.length > 0 ? said.remark(`${time} ${title}`, said.several(remarks)) : `${time} ${title}`;
  };
  const lines = [...Map.groupBy(inside, ({ day }) => day)].map(([day, ofDay]) => {
    const date = said.dates({ from: day, fromHalf: "am", until: day, untilHalf: "pm" }, first);
    return wording.labelled(date, said.several(ofDay.map(entry)));
  });
  return [titleOf(picture), ...lines].join("\n");
}
