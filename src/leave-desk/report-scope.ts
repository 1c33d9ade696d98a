import { occasionsOf, rulingOn } from "../leave/ruling.ts";
import { mayNameSubstitute } from "../leave/substitute.ts";
import { refusal } from "../office/permissions.ts";
import type { Rulebook } from "../rulebook/model.ts";
import type { Visit } from "../visit.ts";

/** Which lines of the report somebody sees: all, or those of the departments that they head; none of them: no lines. */
export interface Scope {
  readonly all: boolean;
  /** Departments that they head: for these they may speak. */
  readonly heads: readonly string[];
}

export function scopeOf({ actor }: Pick<Visit, "actor">, rulebook: Rulebook): Scope {
  const headed = actor.tenures.filter(({ post, department }) => department !== "" && isHead(post, rulebook));
  return {
    all: refusal("leave.see", actor, rulebook.data.permissions) === undefined,
    heads: [...new Set(headed.map(({ department }) => department))],
  };
}

/**
 * Whether a post is that of the head of a department: of one who misses a meeting the rules say that somebody else goes
 * and speaks for the department (Art. 48 of the Changzhou rules: 代表本部門或單位意見). That depends on the post alone: while
 * the mayor's post is vacant a vice mayor heads no more than before.
 */
const isHead = (post: string, rulebook: Rulebook): boolean =>
  occasionsOf(rulebook).some((occasion) => {
    const ruling = rulingOn({ post, occasion, away: [] }, rulebook);
    return ruling.kind === "asks" && mayNameSubstitute({ fact: ruling.rule.id, occasion }, rulebook);
  });
