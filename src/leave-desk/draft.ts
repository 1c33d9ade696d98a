import { InputError } from "../errors.ts";
import type { Conflict } from "../leave/conflicts.ts";
import { isGranted, isOpen, type Leave } from "../leave/leave.ts";
import { overlaps } from "../leave/span.ts";
import { postName } from "../office/posts.ts";
import { type Block, type Button, point, type Reply, reply } from "../reply.ts";
import type { Rulebook } from "../rulebook/model.ts";
import { addLeave, changeLeave, leaveNumbered, leavesWhere } from "../store/leave.ts";
import type { Asker } from "./asker.ts";
import { tenureFor } from "./by-post.ts";
import { clashesOf } from "./clashes.ts";
import { numberIn } from "./own-leave.ts";
import { previewOf } from "./preview.ts";
import { readWanted, type Typed } from "./wanted.ts";

/** "changzhou-2017 2017": by which rules a request was made. */
export const rulesOf = ({ data }: Rulebook): string => `${data.id} ${data.edition}`;

/**
 * Writes down what somebody asks for, without sending it, and shows it. `change`: the number of the draft that it
 * changes. `again`: the options as they were typed, so that nothing of them is lost.
 */
export async function draftLeave(
  typed: Typed & { readonly post: string; readonly change: string },
  asker: Asker,
  again: Readonly<Record<string, string>>,
): Promise<Reply> {
  const { at, person, context } = asker;
  const old = typed.change === "" ? undefined : await ownDraft(typed.change, asker);
  const read = await readWanted(typed, asker);
  const tenure = await tenureFor(typed.post, read, asker, again);
  if ("tone" in tenure) return tenure;
  const { calledBy: _, withoutYear, ...wanted } = read;
  const asked = {
    ...wanted,
    person: person.id,
    post: tenure.post,
    title: tenure.title || postName(tenure.post, context.rulebook.data.posts, context.rulebook.source.language),
    department: tenure.department,
    replaces: old?.replaces ?? null,
  };
  const conflicts = await clashesOf({ ...asked, number: old?.number ?? 0 }, person, at);
  const refused = inTheWay(conflicts, asker, again);
  if (refused) return refused;
  const trip = old?.trip ?? (await tripAround(asked, asker));
  if (old) {
    const changes = { ...asked, trip: trip ?? old.number };
    await changeLeave(at.records, old, changes);
    return previewOf({ ...old, ...changes, version: old.version + 1 }, asker, { withoutYear });
  }
  const draft = await addLeave(
    at.records,
    { ...asked, status: "draft", ...(trip === undefined ? {} : { trip }) },
    rulesOf(context.rulebook),
    at.now,
  );
  return previewOf(draft, asker, { withoutYear });
}

async function ownDraft(typed: string, asker: Asker): Promise<Leave> {
  const { leave, leaveRequest } = asker.context.wording;
  const number = numberIn(typed, asker.context);
  const found = await leaveNumbered(asker.at.records, number);
  const name = leave.number(number);
  if (!found || found.person !== asker.person.id) throw new InputError(leaveRequest.sent.gone(name));
  if (found.status !== "draft") throw new InputError(leave.stale(name, leave.statuses[found.status]));
  return found;
}

/** Leave from a meeting belongs to the journey during which it is. */
async function tripAround(
  { person, span, occasion }: Pick<Leave, "person" | "span" | "occasion">,
  { at }: Asker,
): Promise<number | undefined> {
  const { trip } = at.rulebook.data.leave ?? {};
  if (occasion === trip) return undefined;
  const own = await leavesWhere(at.records, { person, from: span.from, until: span.until });
  return own.find((each) => each.occasion === trip && (isOpen(each) || isGranted(each)) && overlaps(each.span, span))
    ?.trip;
}

/** Why leave cannot be asked for as long as other leave of the same days stands; undefined: it can. */
export function inTheWay(
  conflicts: readonly Conflict[],
  { context }: Asker,
  again: Readonly<Record<string, string>>,
  command = "leave request",
): Reply | undefined {
  const { wording, language } = context;
  const { leave, leaveRequest } = wording;
  const blocks: Block[] = [];
  const buttons: Button[] = [];
  for (const each of conflicts) {
    if (each.kind !== "own" && each.kind !== "asked") continue;
    const number = leave.number(each.leave.number);
    const status = leave.statuses[each.leave.status];
    blocks.push(
      point(
        each.kind === "own"
          ? leaveRequest.conflicts.own(number, leave.span(each.leave.span), status)
          : leaveRequest.conflicts.asked(number, status),
      ),
    );
    const options = { number: String(each.leave.number), ...daysIn(again) };
    buttons.push({ label: leaveRequest.buttons.changeThat(number), command: "leave change", options, form: true });
  }
  if (blocks.length === 0) return undefined;
  return reply({
    tone: "problem",
    language,
    blocks: [...blocks, { kind: "text", text: leaveRequest.conflicts.ownNext }],
    buttons: [...buttons, { label: wording.form.correct, command, options: again, form: true }],
  });
}

const daysIn = (options: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(options).filter(([name]) => name === "from" || name === "until"));
