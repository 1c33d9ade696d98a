import type { Picture } from "../reply.ts";
import { wordingFor } from "../wording/wording.ts";
import { type AwayPicture, awayPages, type Row, titleOf } from "./away.ts";
import { isIn } from "./bar.ts";
import { svgOf } from "./drawing.ts";

/** Who is away in a month, as the pictures of a reply, each with the same in words. */
export function awayFiles(picture: AwayPicture): readonly Picture[] {
  const month = picture.days[0]?.day.slice(0, 7);
  const pages = awayPages(picture);
  return pages.map(({ drawing, rows }, index) => ({
    name: `away-${month}${pages.length === 1 ? "" : `-${index + 1}`}.png`,
    svg: svgOf(drawing),
    about: inWords(picture, rows),
  }));
}

/** What the picture shows, for whoever cannot see it; names are whole, and have the characters that are not drawn. */
export function inWords(picture: AwayPicture, rows: readonly Row[]): string {
  const { language, days } = picture;
  const wording = wordingFor(language);
  const { pictures: said } = wording;
  const first = days[0]?.day;
  if (rows.length === 0 || first === undefined) return wording.labelled(titleOf(picture), said.away.nobody);
  const lines = rows.map(({ name, title, bars }) => {
    const dates = bars
      .filter((bar) => isIn(bar, days))
      .map((bar) => {
        const shown = said.dates(bar, first);
        return bar.state === "away" ? shown : said.remark(shown, said.away.states[bar.state]);
      });
    return wording.labelled(wording.leave.person(name, title), said.several(dates));
  });
  return [titleOf(picture), ...lines].join("\n");
}
