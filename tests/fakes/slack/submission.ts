import type { Core } from "./core.ts";
import type { Delivery } from "./delivery.ts";
import { complaint, entryFor, type FileGiven, filesGiven, type Given, stateOf, textsGiven } from "./entries.ts";
import { fileJson, storeFile } from "./files.ts";
import { type Fields, fieldLists, fieldsOf, isFields, textOf } from "./json.ts";
import { viewSubmission } from "./payloads.ts";
import { changeView, closeView, openView, stackOf, topView, viewProblem } from "./views.ts";
import type { User, View } from "./workspace.ts";

export interface Submission {
  /** By block id: what is shown under the fields. */
  readonly errors?: Readonly<Record<string, string>>;
  readonly closed: boolean;
  /** The same view with other content. */
  readonly updatedTo?: View;
  /** Another view, put on top. */
  readonly pushed?: View;
  /** “We had some trouble connecting”: the app was late or its answer is none. */
  readonly trouble?: string;
  /** Missing when Slack itself found the fields wanting, and did not ask the app. */
  readonly delivery?: Delivery;
}

export type Filled = Readonly<Record<string, Given>>;

const inputs = (view: View): readonly Fields[] =>
  fieldLists(view.content.blocks).filter(({ type }) => type === "input");

const labelOf = (block: Fields): string => textOf(fieldsOf(block.label).text);

function fill(core: Core, user: User, view: View, named: string, given: Given, offered: readonly Fields[]): void {
  const block = inputs(view).find((each) => each.block_id === named || labelOf(each) === named);
  if (!block) throw new Error(`no field “${named}” in this form; there is ${inputs(view).map(labelOf).join(", ")}`);
  const element = fieldsOf(block.element);
  const blockId = textOf(block.block_id);
  const entries = view.entries.get(blockId) ?? new Map<string, Fields>();
  const files = filesGiven(given);
  const entry =
    element.type === "file_input" ? attach(core, user, element, files) : entryFor(element, textsGiven(given), offered);
  view.entries.set(blockId, entries.set(textOf(element.action_id), entry));
}

function attach(core: Core, user: User, element: Fields, files: readonly FileGiven[]): Fields {
  const most = typeof element.max_files === "number" ? element.max_files : 10;
  if (files.length > most) throw new Error(`no more than ${most} files may be attached`);
  const types = Array.isArray(element.filetypes) ? element.filetypes : undefined;
  for (const { name } of files)
    if (types && !types.includes(name.split(".").at(-1)?.toLowerCase()))
      throw new Error(`“${name}” is none of ${types.join(", ")}`);
  const stored = files.map((file) => storeFile(core, user.id, file));
  return { type: "file_input", files: stored.map((file) => fileJson(core, file)) };
}

/** Fills in a form and sends it, as far as Slack lets it go. */
export async function submit(
  core: Core,
  user: User,
  view: View,
  values: Filled,
  offered: (view: View, action: string) => readonly Fields[],
): Promise<Submission> {
  if (topView(core, user.id) !== view) throw new Error("this form is not before the person");
  if (view.content.submit_disabled === true || view.content.submit === undefined)
    throw new Error("this form has nothing to submit it with");
  for (const [named, given] of Object.entries(values)) {
    const block = inputs(view).find((each) => each.block_id === named || labelOf(each) === named);
    fill(core, user, view, named, given, offered(view, textOf(fieldsOf(block?.element).action_id)));
  }
  const incomplete = Object.fromEntries(
    inputs(view).flatMap((block) => {
      const element = fieldsOf(block.element);
      const blockId = textOf(block.block_id);
      const entry = filledIn(view, blockId, element);
      const said = complaint(element, entry, block.optional === true);
      return said === undefined ? [] : [[blockId, said]];
    }),
  );
  if (Object.keys(incomplete).length > 0) return { errors: incomplete, closed: false };
  return send(core, user, view);
}

const filledIn = (view: View, blockId: string, element: Fields): Fields =>
  fieldsOf(fieldsOf(stateOf(view)[blockId])[textOf(element.action_id)]);

async function send(core: Core, user: User, view: View): Promise<Submission> {
  const id = core.workspace.id("S");
  let outcome: Submission = { closed: false, trouble: "We had some trouble connecting. Try again?" };
  const delivery = core.post.send({
    id,
    kind: "interactive",
    payload: viewSubmission(core, id, user, view),
    person: user.id,
    acceptsPayload: true,
    answered(payload) {
      const result = carryOut(core, view, fieldsOf(payload), id);
      if (typeof result === "string") return result;
      outcome = result;
      return undefined;
    },
  });
  await delivery.acknowledged();
  return { ...outcome, delivery };
}

/** What the app wants done with the form; a text says why it cannot be done. */
function carryOut(core: Core, view: View, answer: Fields, cause: string): Submission | string {
  const { response_action: action, ...rest } = answer;
  const extra = (allowed: string) => Object.keys(rest).filter((name) => name !== allowed);
  if (action === undefined) {
    if (extra("").length > 0) return `fields without response_action: ${extra("").join(", ")}`;
    closeView(core, view);
    return { closed: true };
  }
  if (action === "clear") {
    for (const each of stackOf(core, view)) closeView(core, each);
    return { closed: true };
  }
  if (action === "errors") {
    if (extra("errors").length > 0) return `unknown fields: ${extra("errors").join(", ")}`;
    return showErrors(core, view, answer.errors);
  }
  if (action !== "update" && action !== "push") return `unknown response_action ${String(action)}`;
  if (extra("view").length > 0) return `unknown fields: ${extra("view").join(", ")}`;
  if (!isFields(answer.view)) return "response_action without a view";
  const problem = viewProblem(core, answer.view, "modal");
  if (problem) return `${problem.error} ${problem.messages.join("; ")}`;
  if (action === "update") {
    changeView(core, view, answer.view);
    return { closed: false, updatedTo: view };
  }
  if (stackOf(core, view).length >= 3) return "push_limit_reached";
  return { closed: false, pushed: openView(core, { user: view.user, content: answer.view, cause, on: view }) };
}

function showErrors(core: Core, view: View, errors: unknown): Submission | string {
  if (!isFields(errors) || Object.keys(errors).length === 0) return "response_action errors without errors";
  const said: Record<string, string> = {};
  for (const [block, text] of Object.entries(errors)) {
    if (!inputs(view).some(({ block_id }) => block_id === block))
      return `errors for “${block}”, which is no input block`;
    if (typeof text !== "string" || text === "" || text.length > 2000) return `the error of ${block} is no text`;
    said[block] = text;
  }
  view.errors = said;
  core.hub.changed();
  return { errors: said, closed: false };
}
