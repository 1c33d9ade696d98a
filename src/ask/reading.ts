import type { QuestionKind, Rulebook } from "../rulebook/model.ts";
import { articleReferences } from "../rulebook/place.ts";
import { detectLanguage } from "../script.ts";
import type { Language } from "../text.ts";
import { type WhoIs, whoIs } from "./holder.ts";
import { asserts, compares, greets, ordersWork, questionKinds } from "./kinds.ts";
import { type StatedNumber, statedNumbers } from "./numbers.ts";
import type { Spelling } from "./spelling.ts";
import type { Titles } from "./titles.ts";
import { normalise } from "./tokens.ts";
import type { Mention, Vocabulary } from "./vocabulary.ts";

/** What is known beside the words of a question. */
export interface Asker {
  readonly language?: Language;
  /** The post of whoever asks. */
  readonly post?: string;
  /** The case, chosen by a button: dimension -> value. */
  readonly given?: Readonly<Record<string, string>>;
}

/** A question as it was understood. */
export interface Reading {
  readonly normalised: string;
  readonly language: Language;
  readonly mentions: readonly Mention[];
  /** Tokens and concepts, as they are compared with the examples. */
  readonly tokens: readonly string[];
  /** The tokens of the sentences that ask; those of a story around them count less. */
  readonly focus: ReadonlySet<string>;
  readonly kinds: readonly QuestionKind[];
  readonly articles: readonly number[];
  readonly asserts: boolean;
  readonly compares: boolean;
  /** Not a question but work for the machine. */
  readonly ordersWork: boolean;
  /** A greeting or thanks, or asks who Mishu is. */
  readonly greets: boolean;
  readonly numbers: readonly StatedNumber[];
  /** Nothing but articles is asked for: "what does article 47 say", 第十九條. */
  readonly onlyArticles: boolean;
  /** A law or rulebook that the question names and this one does not. */
  readonly otherTitle?: string;
  /** Nothing but who somebody is, is asked. */
  readonly whoIs?: WhoIs;
  /** The asker speaks of themselves: "I", 我, 本局. */
  readonly firstPerson: boolean;
  /** Whom the question is about: the post that the words name, else that of the asker. */
  readonly post?: string;
  /** For each dimension but the post, its values that the words name or a button gave. */
  readonly slots: ReadonlyMap<string, readonly string[]>;
}

/** What stands just before a post tells whose it is: this many characters are more than the longest of those words. */
const behind = 40;

const firstPersonWords =
  /我|本人|本局|本区|本委|本办|本处|本单位|本部门|敝|咱|\b(i|i'm|i've|i'd|i'll|me|my|we|we're|we've|we'd|our|us)\b/;

/** Words after which a post is somebody to turn to, not the person whom the question is about. */
const towards =
  /(向|跟|找|给|由|请|经|报|和|与|让|派|归|交|呈|被|受|得|是|须|到|问|于)$|\b(ask|asks|asking|from|by|to|with|tell|notify|inform|report|through|via|send|sending|let|have|is|be)( the| a| an)?\s*$/;
const decides =
  /^(来|去|也|都|就|可以|能|要|会)?(批|签|审|主持|同意|准|核|定|拍板|出席|召集|召开|参加的|在场|分管|委托|办公会|办公室|决定)|^('s (office|consent|approval|signature)| (approve|sign|chair|preside|grant|attend|is chairing|will chair|decide|convene|office|in charge))/;
const ownedMark = /(我的|我们的?|我们局的?|我局的?|本局的?|本单位的?|我区的?)$|\b(my|our)\s*$/;
const selfMark =
  /(我是|本人是|我作为|作为|身为|我们是|我当|咱是)(一?[个名位])?(市里?的?|区里?的?|某)?$|\b(i'm|i am|as|we are|we're|being|i serve as|i work as|i was made|speaking as)( the| a| an)?\s*$/;

/** Understands a question: language, concepts, kinds, articles named, whom and which case it is about. */
export function readQuestion(
  question: string,
  asker: Asker,
  vocabulary: Vocabulary,
  spelling: Spelling,
  titles: Titles,
  rulebook: Rulebook,
): Reading {
  const normalised = spelling.correct(normalise(question));
  const { mentions, tokens } = vocabulary.read(normalised);
  const firstPerson = firstPersonWords.test(normalised);
  const articles = articleReferences(normalised);
  const otherTitle = titles.elsewhere(question);
  const post = aboutPost(normalised, mentions, firstPerson, asker.post, rulebook);
  const somebody = whoIs(normalised, vocabulary, rulebook.data);
  return {
    normalised,
    language: asker.language ?? detectLanguage(question),
    mentions,
    tokens,
    focus: new Set(focusOf(normalised).flatMap((sentence) => vocabulary.read(sentence).tokens)),
    kinds: questionKinds(normalised),
    articles,
    onlyArticles: articles.length > 0 && onlyArticleWords(normalised),
    ...(otherTitle === undefined ? {} : { otherTitle }),
    ...(somebody === undefined ? {} : { whoIs: somebody }),
    asserts: asserts(normalised),
    compares: compares(normalised),
    ordersWork: ordersWork(normalised),
    greets: greets(normalised),
    numbers: statedNumbers(normalised),
    firstPerson,
    ...(post === undefined ? {} : { post }),
    slots: readSlots(mentions, asker.given ?? {}, rulebook),
  };
}

/** The sentences that ask something, if some do and others do not; else all. */
function focusOf(text: string): readonly string[] {
  const sentences = text.split(/(?<=[。!?;；])|(?<=[.])\s/u).filter((each) => each.trim() !== "");
  const asking = sentences.filter((each) => /\?/.test(each) || questionKinds(each).length > 0);
  return asking.length > 0 ? asking : sentences;
}

/** Whether, beside the articles, only words stand that ask for their text. */
function onlyArticleWords(text: string): boolean {
  const rest = text
    .replace(/(?:第\s*|\s+|(?<![\d零一二三四五六七八九十百]))[\d零一二三四五六七八九十百]+\s*[条、和与及]+/g, "")
    .replace(
      /(怎么说的?|怎么讲的?|怎么写的?|讲的?|说的?|写的?|规定的?|内容|原文|全文|条文|条款|的|是|了|些|什么|啥|哪些|看|一下|给我|请|查|念|显示|解释|意思|呢|吗|规则|工作规则|里|中|主要|大概|大致|具体)/g,
      "",
    )
    .replace(
      /\b(what|does|do|is|in|the|of|say|says|said|about|show|me|read|text|tell|please|content|contents|article|articles|art|section|full|whole|complete|rules|work|give|quote|wording|explain|s|mean|means|and|see|print|display|i|want|to|number|no)\b/g,
      "",
    );
  return !/[\p{L}]/u.test(rest);
}

function aboutPost(
  text: string,
  mentions: readonly Mention[],
  firstPerson: boolean,
  asker: string | undefined,
  { data }: Rulebook,
): string | undefined {
  const posts = mentions.filter((each) => data.posts[each.concept]);
  const before = ({ start }: Mention) => text.slice(Math.max(0, start - behind), start);
  const self = posts.find((each) => selfMark.test(before(each)));
  if (self) return self.concept;
  // "my deputy wants two days off": not about who asks, unless they speak of themselves as well
  const owned = posts.find((each) => {
    const words = before(each);
    return ownedMark.test(words) && !towards.test(words.replace(ownedMark, "").trimEnd());
  });
  if (
    owned &&
    !/\b(i|i'm|i've|i'd|i'll|me|we)\b|我(?!的|们|局|区)|我们(?!的|局|区|单位|部门|处|委|办)/.test(
      text.replace(/我们?$/, ""),
    )
  )
    return owned.concept;
  if (asker !== undefined && firstPerson) return asker;
  const subjects = posts.filter(
    (each) => !towards.test(before(each)) && !decides.test(text.slice(each.end, each.end + behind)),
  );
  // "the mayor is away" sets the scene (a dimension called after the post); somebody else named is whom it is about
  const subject = subjects.find((each) => !data.dimensions[each.concept]) ?? subjects[0];
  const named = new Set(mentions.map((each) => each.concept));
  const combined = Object.keys(data.posts).find((post) =>
    data.posts[post]?.named.some((concepts) => concepts.every((each) => named.has(each))),
  );
  // "the mayor is on leave": a case of a dimension that is called after a post names that post, if nobody else is
  const scene = Object.entries(data.dimensions).find(
    ([name, { values }]) => data.posts[name] && mentions.some((each) => values[each.concept]),
  );
  return subject?.concept ?? combined ?? (firstPerson ? undefined : scene?.[0]) ?? asker;
}

function readSlots(
  mentions: readonly Mention[],
  given: Readonly<Record<string, string>>,
  { data }: Rulebook,
): ReadonlyMap<string, readonly string[]> {
  const slots = new Map<string, readonly string[]>();
  for (const [name, dimension] of Object.entries(data.dimensions)) {
    if (dimension.asker) continue;
    const chosen = given[name];
    const named = mentions.map((each) => each.concept).filter((concept) => dimension.values[concept]);
    if (chosen !== undefined && Object.hasOwn(dimension.values, chosen)) slots.set(name, [chosen]);
    else if (named.length > 0) slots.set(name, [...new Set(named)]);
  }
  return slots;
}
