import { paragraph, point, type Reply, reply } from "./reply.ts";
import type { Language } from "./text.ts";
import { wordingFor } from "./wording/wording.ts";

/** What somebody else is told when the words that waited for them, or that they typed, named a person who was erased. */
export const erasedNotice = {
  /** In the place of a message, or of an answer: what it told of was done. */
  told(language: Language): Reply {
    const { desk } = wordingFor(language);
    return reply({
      tone: "problem",
      language,
      blocks: [point(desk.erasedWords), paragraph(desk.erasedWordsNext)],
    });
  },
  /** To whoever asked for something that was not done yet. */
  notDone(language: Language): Reply {
    const { desk } = wordingFor(language);
    return reply({
      tone: "problem",
      language,
      blocks: [point(desk.erasedAsked), paragraph(desk.erasedAskedNext)],
    });
  },
};
