import type { AtDesk } from "../leave-desk/at-desk.ts";
import type { Person } from "../office/people.ts";
import { withNarrower } from "../office/posts.ts";
import { holdersOf } from "../store/people.ts";

/** Those of the office that supervises who are told: the holders of the posts that the rulebook's folder names for it. */
export const officeOf = ({
  records,
  rulebook,
  today,
}: Pick<AtDesk, "records" | "rulebook" | "today">): Promise<readonly Person[]> => {
  const { data } = rulebook;
  const posts = (data.deadlines?.office ?? []).flatMap((post) => withNarrower(post, data.posts));
  return holdersOf(records, [...new Set(posts)], today);
};
