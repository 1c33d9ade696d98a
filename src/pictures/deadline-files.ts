import type { Picture } from "../reply.ts";
import { wordingFor } from "../wording/wording.ts";
import { type BoardPicture, boardPages, boardTitle, countsOf } from "./board.ts";
import { firstDay } from "./days.ts";
import { svgOf } from "./drawing.ts";
import { type DueDaysPicture, dueDaysPages } from "./due-days.ts";

const paged = (name: string, index: number, count: number): string =>
  `${name}${count === 1 ? "" : `-${index + 1}`}.png`;

/** The board as the pictures of a reply, each with the same in words. */
export function boardFiles(picture: BoardPicture): readonly Picture[] {
  const { language, today } = picture;
  const wording = wordingFor(language);
  const pages = boardPages(picture);
  return pages.map(({ drawing, rows }, index) => ({
    name: paged(`deadlines-${today}`, index, pages.length),
    svg: svgOf(drawing),
    about: [
      boardTitle(picture),
      ...rows.map((row) =>
        wording.labelled(row.department, countsOf(row, language).join(wording.deadlineLists.pictures.between)),
      ),
    ].join("\n"),
  }));
}

/** What is due in the days to come as the pictures of a reply, each with the same in words. */
export function dueDaysFiles(picture: DueDaysPicture): readonly Picture[] {
  const wording = wordingFor(picture.language);
  const pages = dueDaysPages(picture);
  return pages.map(({ drawing, rows }, index) => ({
    name: paged(`due-days-${firstDay(picture.days)}`, index, pages.length),
    svg: svgOf(drawing),
    about: [
      picture.heading,
      ...rows.map(({ number, title, when }) => wording.labelled(`${number} ${title}`, when)),
    ].join("\n"),
  }));
}
