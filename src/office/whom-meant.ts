import type { WhoIs } from "../ask/holder.ts";
import { normalise } from "../ask/tokens.ts";
import type { Context } from "../command.ts";
import type { Day } from "../dates.ts";
import { type Person, tenuresOn } from "./people.ts";
import { postName, postNamed, rankOf, withNarrower } from "./posts.ts";

/** More holders than this have a post only in common: whoever asks for one of them by a department means that one. */
const mostOfOne = 3;

/** A head by the department: 教育局负责人, "head of the education bureau", "education bureau director". */
const heads = [
  /^(.{2,16}?)的?(?:主要)?(?:负责人|领导|一把手|局长|主任|部长|处长|书记|首长|头儿?|老大)$/,
  /^(?:head|director|chief|leader|boss) of (?:the )?(.+)$/,
  /^(.+?) (?:head|director|chief|leader)$/,
];
/** Somebody by a matter: 分管教育的副市长, "vice mayor in charge of education". */
const inCharge = [
  /^(?:分管|主管|负责|管|抓)(.{2,16}?)的[^的]{1,6}$/,
  /\b(?:in charge of|responsible for) (?:the )?(.+)$/,
];

/**
 * What to look up in the roster for a question who somebody is: the name of a post, a title, a matter or a person's
 * name as it stands there; undefined when the roster has nothing that is surely meant.
 */
export function whomMeant(
  { words, post }: WhoIs,
  people: readonly Person[],
  today: Day,
  { rulebook, assistant, language }: Context,
): string | undefined {
  const { posts } = rulebook.data;
  const tenures = people.flatMap((person) => tenuresOn(person, today));
  const only = (found: readonly string[]) => {
    const [one, ...others] = [...new Set(found)];
    return others.length === 0 ? one : undefined;
  };
  const title = (id: string) => postName((posts[id]?.inCharge && posts[id].kind) || id, posts, language);
  const byPost = postNamed(words, posts);
  if (byPost !== undefined) return title(byPost);
  const name = people.find((person) => normalise(person.name) === words)?.name;
  if (name !== undefined) return name;
  const held = only(tenures.map((each) => each.title).filter((each) => sameEnd(each, words)));
  if (held !== undefined) return held;
  const parts = (patterns: readonly RegExp[]) => patterns.flatMap((pattern) => pattern.exec(words)?.[1] ?? []);
  const led = parts(heads).flatMap((part) => tenures.filter((each) => sameEnd(each.department, part)));
  const highest = Math.min(...led.map((each) => rankOf(each.post, posts)));
  const head = only(led.filter((each) => rankOf(each.post, posts) === highest).map((each) => each.title));
  if (head !== undefined) return head;
  const matters = people.flatMap(({ portfolio }) => portfolio);
  const matter = only(parts(inCharge).flatMap((part) => matters.filter((each) => normalise(each) === part)));
  if (matter !== undefined || post === undefined) return matter;
  // other words for a post that one holds, or that is asked for as such: 局长, "vice mayors"
  const meant = withNarrower(post, posts);
  const alone = assistant.concepts(words).every((each) => each === post);
  const short = /^[a-z]/.test(words) ? !/\b(?:of|in|for)\b/.test(words) : words.length <= 3;
  const few = tenures.filter((each) => meant.includes(each.post)).length <= mostOfOne;
  return alone && (short || few) ? title(post) : undefined;
}

/** The same title, or one that says less in front (教育局局长 for 市教育局局长), but never a deputy's. */
function sameEnd(full: string, words: string): boolean {
  const squeeze = (text: string) =>
    normalise(text)
      .replaceAll("局局", "局")
      .replace(/\bthe /g, "");
  const [long, short] = [squeeze(full), squeeze(words)];
  if (long === short) return true;
  return (
    /[\u4e00-\u9fff]/.test(short) &&
    short.length > 2 &&
    long.endsWith(short) &&
    !/副$/.test(long.slice(0, -short.length))
  );
}
