import type { Core } from "./core.ts";
import type { Delivery } from "./delivery.ts";
import { entryFor, formState } from "./entries.ts";
import { storeFile } from "./files.ts";
import { type Fields, fieldsOf, textOf } from "./json.ts";
import { problemsOf } from "./kit/shape.ts";
import { suggestions } from "./kit/view.ts";
import { tell } from "./messages.ts";
import * as payloads from "./payloads.ts";
import type { Person, Suggested } from "./person.ts";
import { contentOf, findChannel, label, type Used, usableIn } from "./places.ts";
import { respond } from "./responses.ts";
import { type Spoken, speak } from "./speech.ts";
import { submit } from "./submission.ts";
import { offeredIn, suggestedIn } from "./suggestions.ts";
import { closeView, homeOf, stackOf, topView, viewJson } from "./views.ts";
import { canSee, type Message, type User, type View, visibleMessages } from "./workspace.ts";

export function createPerson(core: Core, user: User): Person {
  const { workspace, post } = core;
  const chosen = new WeakMap<Message | View, Map<string, Map<string, Fields>>>();
  const offers = new WeakMap<Message | View, Map<string, readonly Fields[]>>();

  /** Only what is before the person's eyes can be used. */
  const mustSee = (place: Message | View) => {
    const seen =
      "hash" in place
        ? place.open && place.user === user.id && (place.type === "home" || topView(core, user.id) === place)
        : visibleMessages(workspace, user.id, findChannel(core, place.channel)).includes(place);
    if (!seen) throw new Error(`${user.name} does not see this ${"hash" in place ? "form" : "message"} (any more)`);
  };

  const use = (place: Message | View, { block, element }: Used, entry: Fields): Delivery => {
    const id = workspace.id("A");
    const entries = "hash" in place ? place.entries : (chosen.get(place) ?? new Map<string, Map<string, Fields>>());
    const blockId = textOf(block.block_id);
    const actionId = textOf(element.action_id);
    if (element.type !== "button" && element.type !== "overflow") {
      entries.set(blockId, (entries.get(blockId) ?? new Map<string, Fields>()).set(actionId, entry));
      if (!("hash" in place)) chosen.set(place, entries);
    }
    const action = { ...entry, action_id: actionId, block_id: blockId };
    const state = formState(contentOf(place), entries);
    return post.send({
      id,
      kind: "interactive",
      payload: payloads.blockActions(core, id, user, place, action, state),
      person: user.id,
      ...("hash" in place ? {} : { channel: place.channel }),
      answered: (payload) =>
        Object.keys(fieldsOf(payload)).length > 0 ? "a button takes no payload in its acknowledgement" : undefined,
    });
  };

  const find = (place: Message | View, wanted: string, fits: (element: Fields) => boolean): Used => {
    mustSee(place);
    const all = usableIn(place).filter(({ element }) => fits(element));
    const found = all.find(({ element }) => element.action_id === wanted || label(element) === wanted);
    if (found) return found;
    const there = all.map(({ element }) => label(element) || textOf(element.action_id)).join(", ");
    throw new Error(`there is no “${wanted}” here; there is ${there || "nothing"}`);
  };

  const offered = (place: Message | View, actionId: string) => offers.get(place)?.get(actionId) ?? [];

  const talk = (spoken: Spoken) => speak(core, user, spoken);

  return {
    ...user,
    direct: workspace.direct(user.id).id,
    command(command, text = "", { channel: named } = {}) {
      const channel = named === undefined ? workspace.direct(user.id) : findChannel(core, named);
      if (!canSee(workspace, user.id, channel)) throw new Error(`${user.name} is not in ${channel.name}`);
      if (!core.commands.includes(command)) throw new Error(`${command} is not a valid command`);
      if (!workspace.scopes.has("commands"))
        throw new Error("the app may not have commands: scope commands is missing");
      const id = workspace.id("C");
      const fail = (error: string) => {
        const why = error === "operation_timeout" ? "because the app did not respond" : "with the error";
        tell(core, user.id, channel.id, `${command} failed ${why} (${error})`);
      };
      return post.send({
        id,
        kind: "slash_commands",
        payload: payloads.slashCommand(core, id, user, channel, command, text),
        person: user.id,
        channel: channel.id,
        acceptsPayload: true,
        answered(payload) {
          const message = fieldsOf(payload);
          if (Object.keys(message).length === 0) return undefined;
          const wrong = respond(core, { user: user.id, channel: channel.id, cause: id }, message);
          return wrong ? `${wrong.error} ${wrong.messages.join("; ")}` : undefined;
        },
        failed: fail,
      });
    },
    mention(channel, text, more = {}) {
      const { userId } = workspace.bot;
      const words = text.includes(`<@${userId}>`) ? text : `<@${userId}> ${text}`;
      return talk({ channel: findChannel(core, channel), text: words, ...more });
    },
    say: (channel, text, { files = [], ...more } = {}) =>
      talk({
        channel: findChannel(core, channel),
        text,
        files: files.map((file) => storeFile(core, user.id, file)),
        ...more,
      }),
    press(place, wanted) {
      const used = find(place, wanted, ({ type }) => type === "button");
      const { type, text, value, style } = used.element;
      return use(place, used, { type, text, ...(value === undefined ? {} : { value }), ...(style ? { style } : {}) });
    },
    choose(place, actionId, value) {
      const used = find(place, actionId, ({ type }) => type !== "button");
      return use(place, used, entryFor(used.element, value, offered(place, textOf(used.element.action_id))));
    },
    submit: (view, values = {}) => submit(core, user, view, values, offered),
    closeView(view) {
      mustSee(view);
      const all = view.content.clear_on_close === true;
      const closed = all ? stackOf(core, view) : [view];
      for (const each of closed) closeView(core, each);
      const told = closed.filter(({ content }) => content.notify_on_close === true);
      const sent = told.map((each) => {
        const payload = payloads.viewClosed(core, user, each, all);
        return post.send({ id: workspace.id("S"), kind: "interactive", payload, person: user.id });
      });
      return sent.at(-1);
    },
    async suggest(place, actionId, typed) {
      const { block, element } = find(place, actionId, ({ type }) => /external_select$/.test(textOf(type)));
      const least = typeof element.min_query_length === "number" ? element.min_query_length : 3;
      if (typed.length < least) return [];
      let options: readonly Suggested[] = [];
      const delivery = post.send({
        id: workspace.id("Q"),
        kind: "interactive",
        payload: payloads.blockSuggestion(core, user, place, element, textOf(block.block_id), typed),
        person: user.id,
        acceptsPayload: true,
        answered(payload) {
          const wrong = problemsOf(suggestions, payload, "", { surface: "modal", scopes: workspace.scopes });
          if (wrong.length > 0) return wrong.join("; ");
          const given = offers.get(place) ?? new Map<string, readonly Fields[]>();
          offers.set(place, given.set(textOf(element.action_id), offeredIn(fieldsOf(payload))));
          options = suggestedIn(fieldsOf(payload));
          return undefined;
        },
      });
      const { failure } = await delivery.acknowledged();
      if (failure !== undefined) throw new Error(`the menu stays empty: ${failure}`);
      return options;
    },
    openHome() {
      const channel = workspace.direct(user.id).id;
      const view = homeOf(core, user.id);
      const event = { type: "app_home_opened", user: user.id, channel, tab: "home", event_ts: workspace.ts() };
      return post.send(
        {
          id: workspace.id("A"),
          kind: "events_api",
          payload: payloads.eventCallback(core, view ? { ...event, view: viewJson(core, view) } : event),
          person: user.id,
          channel,
        },
        core.events.has("app_home_opened") ? undefined : "not_subscribed",
      );
    },
    shortcut(callbackId) {
      const id = workspace.id("A");
      const payload = payloads.shortcut(core, id, user, callbackId);
      return post.send({ id, kind: "interactive", payload, person: user.id });
    },
    messageShortcut(message, callbackId) {
      const id = workspace.id("A");
      const payload = payloads.messageAction(core, id, user, message, callbackId);
      return post.send({ id, kind: "interactive", payload, person: user.id, channel: message.channel });
    },
    screen: () => topView(core, user.id),
    home: () => homeOf(core, user.id),
    sees: (channel) => visibleMessages(workspace, user.id, findChannel(core, channel)),
  };
}
