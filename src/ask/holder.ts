import type { RulebookData } from "../rulebook/model.ts";
import { normalise } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A question that asks who somebody is, and nothing else: who holds a post, heads a department, bears a name. */
export interface WhoIs {
  /** The words for whom: 教育局局长, "secretary-general". */
  readonly words: string;
  /** The post that the words name; missing when they name none, or something beside it. */
  readonly post?: string;
}

const who = "谁|哪位|哪一位|哪个人?|何人|什么人";
const now = "(?:现在|目前|如今|当前|今天|眼下)?的?";
const ours = "(?:我们的?|咱们?的?|本市的?|我市的?|你们的?|现任的?|当前的?|目前的?|现在的?)*";
const plain = "([^谁哪?!,。;:、]{2,24}?)";

/** How it is asked, in normalised text without the signs at its end; the words for whom are the only group. */
const patterns: readonly RegExp[] = [
  `^${now}(?:${who})${now}(?:是|担任|在担任|任|当|在当|在任)${ours}${plain}$`,
  `^${ours}${plain}${now}(?:都是|是|叫)(?:${who})(?:在?担任|在当|来当|在任)?的?$`,
  `^${ours}${plain}${now}由?(?:${who})(?:在|来)?(?:担任|当|任)的?$`,
  `^${ours}${plain}${now}(?:叫什么|叫啥|姓什么|姓啥|贵姓|是什么名字|姓甚名谁|的名字是什么|的姓名是什么|名字叫什么)(?:名字|姓名)?$`,
  `^${ours}${plain}的(?:名字|姓名)$`,
  `^${ours}${plain}${now}(?:都)?(?:有谁|有哪些人?|有哪几位|是哪几位|是哪些人|有几位分别是谁)$`,
  `^(?:who is|who's|who are|whos) (?:(?:currently|now|today|actually) )?(?:(?:the|our|my|your|this city's) )?(?:(?:current|present|acting) )?([^?!,;:]{2,60}?)(?: (?:now|today|currently|right now|at the moment|at present|these days|here|in this office))?$`,
  `^who (?:currently )?(?:holds|has|occupies|fills) the (?:post|office|position|title|job) of (?:the )?([^?!,;:]{2,60}?)(?: now| today)?$`,
  `^(?:what is|what's|whats) the name of (?:the |our |my )?(?:current )?([^?!,;:]{2,60}?)$`,
  `^(?:what is|what's|whats) (?:the |our |my )?(?:current )?([^?!,;:]{2,60}?)'s name$`,
  `^(?:what is|what's|whats) (?:the |our |my )?(?:current )?([^?!,;:]{2,60}?) called$`,
  `^(?:the )?name of (?:the |our |my )?(?:current )?([^?!,;:]{2,60}?)$`,
].map((pattern) => new RegExp(pattern));

const opening =
  /^(?:你好|您好|请问一?下?|问一?下|想问一?下?|麻烦问一?下?|请告诉我|告诉我|我想知道|hello|hi|please|excuse me|tell me|(?:can|could) you tell me|do you know)[,，:\s]*/;
const ending = /[\s?!.,。;~]+$|(?:呢|啊|呀|哦|吗|来着)(?=[\s?!.,。;~]*$)/;

/** Reads a normalised question as one that asks who somebody is; undefined when it asks anything else. */
export function whoIs(normalised: string, vocabulary: Vocabulary, data: RulebookData): WhoIs | undefined {
  // longer ones tell of something besides
  if (normalised.length > longest) return undefined;
  let text = normalised.replace(opening, "").replace(opening, "");
  while (ending.test(text)) text = text.replace(ending, "");
  const found = patterns.flatMap((pattern) => withoutOwn(pattern.exec(text)?.[1]?.trim() ?? "", data) || []);
  const [words] = found;
  if (words === undefined) return undefined;
  const named = found.flatMap((each) => postIn(each, vocabulary, data) ?? [])[0];
  return named ?? { words };
}

const longest = 100;

/** Without the name of the office itself: the mayor of this city is the mayor. */
function withoutOwn(words: string, { issuer }: RulebookData): string {
  const names = Object.values(issuer).map(normalise);
  const latin = names.flatMap((name) => name.match(/[a-z]{4,}/g) ?? []);
  const beginning = names.flatMap((name) => [4, 3, 2].map((length) => name.slice(0, length)));
  const own = beginning.find((each) => !/[a-z]/.test(each) && words.startsWith(each) && words.length > each.length + 1);
  const shorter = latin.reduce((text, each) => text.replace(new RegExp(`(?: of| in)? ${each}(?: city)?$`), ""), words);
  return own === undefined ? shorter : words.slice(own.length).replace(/^的/, "");
}

/** Words around a post that name nothing else. */
const empty = /\b(?:the|of|a|an|our|for|in|at|this|city|government)\b|的|[\s'·-]/g;
/** What a department's name ends with, and a post begins with that is said with only a part of that name. */
const department = /(?:[局委办厅院部处会]|中心|区|市|县)$/;
const shortened = /^[局委办区市县]/;

/** The post that words name and nothing else, but perhaps the department whose it is. */
function postIn(words: string, vocabulary: Vocabulary, data: RulebookData): WhoIs | undefined {
  const exact = Object.keys(data.posts).find((id) =>
    Object.values(data.posts[id]?.name ?? {}).some((name) => normalise(name) === words),
  );
  if (exact !== undefined) return { words, post: exact };
  const { mentions } = vocabulary.read(words);
  const concepts = mentions.map(({ concept }) => concept);
  const combined = Object.entries(data.posts).flatMap(([post, { named }]) => named.map((all) => ({ post, all })));
  const parts = new Set(combined.flatMap(({ all }) => all));
  const last = mentions.findLast(({ concept }) => data.posts[concept]);
  // a department that the vocabulary does not know: 退役军人事务局局长
  const before = last && last.end === words.length ? words.slice(0, last.start) : "";
  const ofDepartment = department.test(before) || (before !== "" && last && shortened.test(words.slice(last.start)));
  if (last && ofDepartment) return { words, post: last.concept };
  if (!concepts.every((each) => data.posts[each] || data.bodies[each] || parts.has(each))) return undefined;
  const post = last?.concept ?? combined.find(({ all }) => all.every((each) => concepts.includes(each)))?.post;
  if (post === undefined) return undefined;
  const between = [...mentions.map(({ end }) => end), words.length];
  const rest = [0, ...mentions.map(({ end }) => end)]
    .map((from, index) => words.slice(from, mentions[index]?.start ?? between[index]))
    .join(" ")
    .replace(empty, "");
  // the same in English: "head of the veterans affairs bureau"
  const isNamed = rest === "" || (/^[a-z]+$/.test(rest) && concepts.some((each) => !data.posts[each]));
  return isNamed ? { words, post } : undefined;
}
