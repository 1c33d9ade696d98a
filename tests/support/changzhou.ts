import { fileURLToPath } from "node:url";
import { locate, type Place } from "../../src/rulebook/cite.ts";
import { loadRulebook } from "../../src/rulebook/load.ts";

/** The folder of the real rulebook, and the rulebook itself, read once for the tests of a file. */
export const changzhouFolder = fileURLToPath(new URL("../../rules/changzhou-2017", import.meta.url));
export const changzhou = loadRulebook(changzhouFolder);

/** Every place of the real rulebook that an answer can name: its articles, and where each sentence of them stands. */
export const placesOfChangzhou: readonly Place[] = [...changzhou.rulebook.source.articles.values()].flatMap(
  (article) => [
    { article: article.number },
    ...article.paragraphs.flatMap((paragraph) =>
      paragraph.sentences.flatMap((sentence) => locate(article, sentence) ?? []),
    ),
  ],
);
