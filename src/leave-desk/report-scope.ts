import { rulingOn } from "../leave/ruling.ts";
import { tenuresOn } from "../office/people.ts";
import { refusal } from "../office/permissions.ts";
import type { Rulebook } from "../rulebook/model.ts";
import { holdersOf } from "../store/people.ts";
import type { Visit } from "../visit.ts";

/** Which lines of the report somebody sees: all, or those of the departments that they head; none of them: no lines. */
export interface Scope {
  readonly all: boolean;
  /** Departments that they head: for these they may speak. */
  readonly heads: readonly string[];
}

export async function scopeOf(visit: Visit, rulebook: Rulebook): Promise<Scope> {
  return {
    all: refusal("leave.see", visit.actor, rulebook.data.permissions) === undefined,
    heads: await departmentsHeaded(visit, rulebook),
  };
}

/**
 * Departments that somebody heads today: those in which their post is one of which the rules say whom it asks for leave,
 * and that is nobody of the same department. So a vice mayor, who asks the mayor, heads no department of theirs; deputies
 * and staff, of whom the rules say nothing, head none.
 */
async function departmentsHeaded({ actor, records, today }: Visit, rulebook: Rulebook): Promise<readonly string[]> {
  const occasion = rulebook.data.leave?.trip ?? "";
  const headed = new Set<string>();
  for (const { post, department } of actor.tenures) {
    const ruling = rulingOn({ post, occasion, away: [] }, rulebook);
    if (department === "" || ruling.kind !== "asks") continue;
    const asked = await holdersOf(records, ruling.posts, today);
    const within = asked.some((each) =>
      tenuresOn(each, today).some((tenure) => tenure.department === department && ruling.posts.includes(tenure.post)),
    );
    if (!within) headed.add(department);
  }
  return [...headed];
}
