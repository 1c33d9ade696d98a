import { refusal } from "../office/permissions.ts";
import { headsBody } from "../office/posts.ts";
import type { Rulebook } from "../rulebook/model.ts";
import type { Visit } from "../visit.ts";

/** Which lines of the report somebody sees: all, or those of the departments that they head; none of them: no lines. */
export interface Scope {
  readonly all: boolean;
  /** Departments that they head: for these they may speak. */
  readonly heads: readonly string[];
}

export function scopeOf({ actor }: Pick<Visit, "actor">, rulebook: Rulebook): Scope {
  const headed = actor.tenures.filter(
    ({ post, department }) => department !== "" && headsBody(post, rulebook.data.posts),
  );
  return {
    all: refusal("leave.see", actor, rulebook.data.permissions) === undefined,
    heads: [...new Set(headed.map(({ department }) => department))],
  };
}
