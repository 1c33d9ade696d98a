import { z } from "zod";
import { editionNote, quoteBlock } from "../src/ask/sources.ts";
import { normalise } from "../src/ask/tokens.ts";
import { type Context, defineCommand } from "../src/command.ts";
import { type Block, type Button, note, paragraph, point, type Reply, reply } from "../src/reply.ts";
import { citationOf, lastArticle, locate, type Place, placeName, wordsAt } from "../src/rulebook/cite.ts";
import type { LawText } from "../src/rulebook/law-text.ts";
import { parseChapter, parsePlace } from "../src/rulebook/place.ts";
import { relatedArticles } from "../src/rulebook/related.ts";
import { inLanguage, languages, repeated } from "../src/text.ts";
import { wordingFor } from "../src/wording/wording.ts";

const mostFound = 8;

export const rule = defineCommand({
  path: "rule",
  names: { "zh-Hans": "条文", "zh-Hant": "條文" },
  aliases: ["规则", "規則"],
  summary: {
    en: "Show an article, a part of it or a chapter, or search the text",
    "zh-Hans": "查看条文、款、项或整章，或搜索原文",
    "zh-Hant": "查看條文、款、項或整章，或搜尋原文",
  },
  options: z.object({
    place: z.string().default(""),
    language: z.enum(languages).optional(),
  }),
  optionHelp: {
    place: {
      en: "48, 42(3), “Art. 48, sentence 2”, “chapter 8”, or words to find",
      "zh-Hans": "48、第四十二条第(三)项、第八章，或要查找的字词",
      "zh-Hant": "48、第四十二條第(三)項、第八章，或要查找的字詞",
    },
    language: {
      en: "Language of the text: en, zh-Hans or zh-Hant",
      "zh-Hans": "条文语言：en、zh-Hans 或 zh-Hant",
      "zh-Hant": "條文語言：en、zh-Hans 或 zh-Hant",
    },
  },
  optionNames: {
    place: { "zh-Hans": "条文", "zh-Hant": "條文" },
    language: { "zh-Hans": "语言", "zh-Hant": "語言" },
  },
  positional: "place",
  prose: true,
  examples: [
    {
      line: { en: "/rule 48", "zh-Hans": "/rule 48", "zh-Hant": "/rule 48" },
      explains: { en: "an article", "zh-Hans": "一条", "zh-Hant": "一條" },
    },
    {
      line: { en: "/rule 42(3)", "zh-Hans": "/rule 第四十二条第(三)项", "zh-Hant": "/rule 第四十二條第(三)項" },
      explains: { en: "an item", "zh-Hans": "一项", "zh-Hant": "一項" },
    },
    {
      line: { en: "/rule chapter 8", "zh-Hans": "/rule 第八章", "zh-Hant": "/rule 第八章" },
      explains: { en: "a chapter", "zh-Hans": "一章", "zh-Hant": "一章" },
    },
    {
      line: { en: "/rule hearing", "zh-Hans": "/rule 听证会", "zh-Hant": "/rule 聽證會" },
      explains: { en: "where a word stands", "zh-Hans": "字词出处", "zh-Hant": "字詞出處" },
    },
  ],
  run({ place: typed, language }, context) {
    const law = context.rulebook.texts.get(language ?? context.language) ?? context.rulebook.source;
    const shown = language ? { ...context, language, wording: wordingFor(language) } : context;
    const text = typed.trim();
    if (normalise(text) === "") return showContents(law, shown);
    const chapter = parseChapter(text);
    if (chapter !== undefined) return showChapter(chapter, text, law, shown);
    const place = parsePlace(text);
    if (place) return showPlace(place, law, shown);
    return search(text, law, shown);
  },
});

function answer(context: Context, blocks: readonly Block[], more: Partial<Reply> = {}): Reply {
  return reply({ tone: "answer", language: context.language, ...more, blocks: [...blocks, editionNote(context)] });
}

const toArticle = (number: number, context: Context): Button => ({
  label: placeName({ article: number }, context.language, context.rulebook.data.article),
  command: "rule",
  options: { place: String(number) },
});

function showContents(law: LawText, context: Context): Reply {
  const { rulebook, wording, language } = context;
  const { facts } = rulebook.data;
  const first = [facts.inForce, facts.repeals, facts.interpreter, ...facts.scope].flatMap(
    (id) => rulebook.facts.get(id ?? "") ?? [],
  );
  const range = (articles: readonly number[]) =>
    articles.length > 1 ? `${articles[0]}–${articles.at(-1)}` : `${articles[0] ?? ""}`;
  return answer(
    context,
    [
      point(wording.rule.heading(inLanguage(rulebook.data.title, language), rulebook.data.edition)),
      paragraph(inLanguage(rulebook.data.issuer, language)),
      { kind: "table", rows: law.chapters.map((each) => [each.heading, range(each.articles)]) },
      ...(first.length > 0 ? [paragraph(wording.rule.inForce)] : []),
      {
        kind: "list",
        items: first.map((fact) =>
          wording.labelled(
            placeName({ article: fact.article }, language, rulebook.data.article),
            inLanguage(fact.say, language),
          ),
        ),
      },
      note(inLanguage(rulebook.data.note, language)),
    ],
    { citations: first.map((fact) => fact.because[0]) },
  );
}

function showChapter(number: number, typed: string, law: LawText, context: Context): Reply {
  const chapter = law.chapters.find((each) => each.number === number);
  const last = lastArticle(context.rulebook.source);
  if (!chapter)
    return answer(context, [point(context.wording.rule.noPlace(repeated(typed), last))], {
      tone: "problem",
      buttons: [{ label: "/rule", command: "rule", options: {} }],
    });
  return answer(context, [
    point(chapter.heading),
    ...chapter.articles.flatMap((each) => [
      note(placeName({ article: each }, context.language, context.rulebook.data.article)),
      paragraph(
        law.articles
          .get(each)
          ?.paragraphs.map((one) => one.text)
          .join("\n") ?? "",
      ),
    ]),
  ]);
}

function showPlace(place: Place, law: LawText, context: Context): Reply {
  const { rulebook, wording, language } = context;
  const last = lastArticle(rulebook.source);
  const words = wordsAt(law, place);
  const name = placeName(place, language, rulebook.data.article);
  if (words === undefined)
    return answer(context, [point(wording.rule.noPlace(name, last))], {
      tone: "problem",
      buttons: rulebook.source.articles.has(place.article) ? [toArticle(place.article, context)] : [],
    });
  const whole = place.paragraph === undefined && place.item === undefined && place.sentence === undefined;
  const related = whole ? relatedArticles(rulebook, place.article) : [];
  const around = whole ? [] : [place.article];
  const buttons = [...around, ...related].map((each) => toArticle(each, context));
  const source = wordsAt(rulebook.source, place) ?? "";
  return answer(
    context,
    [
      point(name),
      ...words.split("\n").map((each) => paragraph(each)),
      ...(law === rulebook.source || law.language === "zh-Hans" ? [] : source.split("\n").map((each) => note(each))),
      ...(related.length > 0
        ? [
            note(
              wording.labelled(
                wording.rule.refersToIt,
                related
                  .map((each) => placeName({ article: each }, language, rulebook.data.article))
                  .join(language === "en" ? ", " : "、"),
              ),
            ),
          ]
        : []),
    ],
    {
      citations: [citationOf(rulebook.data, place, source)],
      buttons: [
        ...buttons,
        ...(whole && rulebook.source.articles.has(place.article - 1)
          ? [{ ...toArticle(place.article - 1, context), label: wording.rule.previous }]
          : []),
        ...(whole && rulebook.source.articles.has(place.article + 1)
          ? [{ ...toArticle(place.article + 1, context), label: wording.rule.next }]
          : []),
      ],
    },
  );
}

/** Finds words in the text shown; where it has none, in the other languages, so that 請假 is found by an English reader. */
function search(query: string, shown: LawText, context: Context): Reply {
  const { rulebook, wording } = context;
  const wanted = normalise(query).split(" ");
  for (const law of [shown, ...rulebook.texts.values()]) {
    const found = [...law.articles.values()].flatMap((article) =>
      article.paragraphs.flatMap((one, index) => {
        const text = normalise(one.text);
        if (!wanted.every((word) => text.includes(word))) return [];
        const source = rulebook.source.articles.get(article.number);
        const sentence = one.sentences.findIndex((each) => wanted.every((word) => normalise(each).includes(word)));
        const quote = source?.paragraphs[index]?.sentences[sentence] ?? source?.paragraphs[index]?.text ?? "";
        const place = (source && locate(source, quote)) ?? { article: article.number };
        return [citationOf(rulebook.data, place, quote)];
      }),
    );
    if (found.length === 0) continue;
    const blocks = found.slice(0, mostFound).map((each) => quoteBlock(each, rulebook, context.language));
    return answer(
      context,
      [
        point(wording.rule.found(found.length, repeated(query))),
        ...blocks,
        ...(found.length > mostFound ? [note(wording.rule.more(found.length - mostFound))] : []),
      ],
      {
        citations: found.slice(0, mostFound),
        buttons: [...new Set(found.slice(0, mostFound).map((each) => each.article))].map((each) =>
          toArticle(each, context),
        ),
      },
    );
  }
  return answer(context, [point(wording.rule.nothingFound(repeated(query)))], {
    tone: "not-covered",
    buttons: [{ label: `/ask ${repeated(query)}`, command: "ask", options: { question: query } }],
  });
}
