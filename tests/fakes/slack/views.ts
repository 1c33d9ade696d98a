import type { Core } from "./core.ts";
import { stateOf } from "./entries.ts";
import { type Fields, fieldLists } from "./json.ts";
import { problemsOf } from "./kit/shape.ts";
import { view as viewShape } from "./kit/view.ts";
import { completed } from "./messages.ts";
import type { Trigger, View } from "./workspace.ts";

/** Why Slack refuses a view; undefined when it takes it. */
export function viewProblem({ workspace }: Core, content: Fields, type: View["type"]): Refused | undefined {
  if (JSON.stringify(content).length > 250_000) return { error: "view_too_large", messages: [] };
  if (content.type !== type)
    return {
      error: "invalid_arguments",
      messages: [`unsupported type: ${String(content.type)} [json-pointer:/view/type]`],
    };
  const messages = problemsOf(viewShape, content, "/view", { surface: type, scopes: workspace.scopes });
  return messages.length > 0 ? { error: "invalid_arguments", messages } : undefined;
}

export interface Refused {
  readonly error: string;
  readonly messages: readonly string[];
}

interface Opening {
  readonly user: string;
  readonly content: Fields;
  readonly cause: string | undefined;
  /** The view that it is put on. */
  readonly on?: View | undefined;
}

export function openView({ workspace, hub }: Core, { user, content, cause, on }: Opening): View {
  const id = workspace.id("V");
  const type = content.type === "home" ? "home" : "modal";
  for (const each of workspace.views.values())
    if (each.user === user && each.type === type && each.root !== on?.root) each.open = false;
  const view: View = {
    id,
    user,
    type,
    content: { ...content, blocks: completed(fieldLists(content.blocks), workspace.id) },
    hash: newHash(workspace),
    root: on?.root ?? id,
    previous: on?.id,
    entries: new Map(),
    open: true,
    errors: {},
    order: workspace.next(),
    cause,
  };
  workspace.views.set(id, view);
  hub.changed();
  return view;
}

const newHash = ({ now, id }: Core["workspace"]) => `${Math.floor(now() / 1000)}.${id("h")}`;

export function changeView({ workspace, hub }: Core, view: View, content: Fields): void {
  view.content = { ...content, blocks: completed(fieldLists(content.blocks), workspace.id) };
  view.hash = newHash(workspace);
  view.errors = {};
  hub.changed();
}

export function closeView({ hub }: Core, view: View): void {
  view.open = false;
  hub.changed();
}

export const stackOf = ({ workspace }: Core, view: View): readonly View[] =>
  [...workspace.views.values()].filter((each) => each.open && each.root === view.root);

/** The view on top of all others: the one the person has before them. */
export const topView = ({ workspace }: Core, user: string): View | undefined =>
  [...workspace.views.values()].findLast((each) => each.open && each.user === user && each.type === "modal");

export const homeOf = ({ workspace }: Core, user: string): View | undefined =>
  [...workspace.views.values()].find((each) => each.open && each.user === user && each.type === "home");

/** A trigger can be used once, and for three seconds. */
export function useTrigger({ workspace }: Core, id: string): Trigger | string {
  const trigger = workspace.triggers.get(id);
  if (!trigger) return "invalid_trigger_id";
  if (trigger.used) return "exchanged_trigger_id";
  if (workspace.now() >= trigger.expires) return "expired_trigger_id";
  trigger.used = true;
  return trigger;
}

export function viewJson({ workspace }: Core, view: View): Fields {
  const { content } = view;
  const modal = { title: content.title, clear_on_close: false, notify_on_close: false, close: null, submit: null };
  return {
    id: view.id,
    team_id: workspace.team.id,
    private_metadata: "",
    callback_id: "",
    external_id: "",
    ...(view.type === "modal" ? modal : {}),
    ...content,
    state: { values: stateOf(view) },
    hash: view.hash,
    previous_view_id: view.previous ?? null,
    root_view_id: view.root,
    app_id: workspace.appId,
    app_installed_team_id: workspace.team.id,
    bot_id: workspace.bot.id,
  };
}
