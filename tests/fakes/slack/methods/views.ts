import type { Core } from "../core.ts";
import { type Fields, fieldsOf, textOf } from "../json.ts";
import { changeView, homeOf, openView, stackOf, useTrigger, viewJson, viewProblem } from "../views.ts";
import type { View } from "../workspace.ts";
import { done, type Route, refuse } from "./route.ts";

const shown = (core: Core, view: View) => done({ view: viewJson(core, view) });

function taken(core: Core, content: Fields): boolean {
  const { external_id } = content;
  return (
    external_id !== undefined &&
    [...core.workspace.views.values()].some((each) => each.open && each.content.external_id === external_id)
  );
}

/** The trigger is spent even when the view is refused, so the view is looked at first, as Slack does. */
function open(core: Core, given: Fields): Fields {
  const content = fieldsOf(given.view);
  const problem = viewProblem(core, content, "modal");
  if (problem) return refuse(problem.error, problem.messages);
  if (taken(core, content)) return refuse("duplicate_external_id");
  const trigger = useTrigger(core, textOf(given.trigger_id));
  if (typeof trigger === "string") return refuse(trigger);
  return shown(core, openView(core, { user: trigger.user, content, cause: trigger.cause }));
}

function push(core: Core, given: Fields): Fields {
  const content = fieldsOf(given.view);
  const problem = viewProblem(core, content, "modal");
  if (problem) return refuse(problem.error, problem.messages);
  if (taken(core, content)) return refuse("duplicate_external_id");
  const trigger = useTrigger(core, textOf(given.trigger_id));
  if (typeof trigger === "string") return refuse(trigger);
  if (!trigger.view?.open) return refuse("invalid_trigger_id");
  if (stackOf(core, trigger.view).length >= 3) return refuse("push_limit_reached");
  return shown(core, openView(core, { user: trigger.user, content, cause: trigger.cause, on: trigger.view }));
}

function update(core: Core, given: Fields): Fields {
  const { view_id, external_id, hash } = given;
  if ((view_id === undefined) === (external_id === undefined))
    return refuse("invalid_arguments", ["exactly one of view_id and external_id is required"]);
  const view = [...core.workspace.views.values()].find(
    (each) =>
      each.open && (each.id === view_id || (external_id !== undefined && each.content.external_id === external_id)),
  );
  if (!view) return refuse("not_found");
  const content = fieldsOf(given.view);
  const problem = viewProblem(core, content, view.type);
  if (problem) return refuse(problem.error, problem.messages);
  if (hash !== undefined && hash !== view.hash) return refuse("hash_conflict");
  changeView(core, view, content);
  return shown(core, view);
}

function publish(core: Core, given: Fields): Fields {
  const user = textOf(given.user_id);
  if (!core.workspace.users.has(user)) return refuse("user_not_found");
  const content = fieldsOf(given.view);
  const problem = viewProblem(core, content, "home");
  if (problem) return refuse(problem.error, problem.messages);
  const before = homeOf(core, user);
  if (given.hash !== undefined && given.hash !== before?.hash) return refuse("hash_conflict");
  if (!before) return shown(core, openView(core, { user, content, cause: undefined }));
  changeView(core, before, content);
  return shown(core, before);
}

const route = { scopes: [], json: true };

export const views: readonly Route[] = [
  { ...route, method: "views.open", required: { trigger_id: "text", view: "object" }, optional: {}, run: open },
  { ...route, method: "views.push", required: { trigger_id: "text", view: "object" }, optional: {}, run: push },
  {
    ...route,
    method: "views.update",
    required: { view: "object" },
    optional: { view_id: "text", external_id: "text", hash: "text" },
    run: update,
  },
  {
    ...route,
    method: "views.publish",
    required: { user_id: "text", view: "object" },
    optional: { hash: "text" },
    run: publish,
  },
];
