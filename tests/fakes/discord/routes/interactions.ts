import { choices as choiceShapes } from "../check/commands.ts";
import { flags } from "../check/message.ts";
import { modal as modalShape } from "../check/modal.ts";
import { demand, list, maybe, oneOf, problem, record, refuse } from "../check/shape.ts";
import type { Core } from "../core.ts";
import { type Exchange, isLate, kinds } from "../exchange.ts";
import { type Fields, fieldLists, fieldsOf, numberOf, textOf } from "../json.ts";
import { edit, post, type Upload, withNumbers } from "../messages.ts";
import type { Message } from "../model.ts";
import * as payloads from "../payloads.ts";
import { alreadyAcknowledged, unknownInteraction, unknownMessage } from "../refusal.ts";
import { type Answer, type Call, done, object, ok, type Route } from "./route.ts";

/** The first answer to an interaction. */
export const interactions: readonly Route[] = [
  {
    method: "POST",
    path: "/interactions/{interaction_id}/{interaction_token}/callback",
    auth: "none",
    takes: "form",
    query: ["with_response"],
    handle: answer,
  },
];

function answer(core: Core, call: Call): Answer {
  const exchange = core.exchanges.get(call.param("interaction_token"));
  if (!exchange || exchange.id !== call.param("interaction_id") || isLate(exchange, core.world))
    throw unknownInteraction();
  if (exchange.acknowledged !== undefined) throw alreadyAcknowledged();
  const body = object(call.body);
  refuse(problemsOfType(exchange, body.type));
  const type = numberOf(body.type);
  const message = acts[type]?.(core, exchange, body, call.files);
  exchange.acknowledged = type;
  core.hub.changed();
  return call.query.get("with_response") === "true" ? ok(withResponse(core, exchange, type, message)) : done;
}

type Act = (core: Core, exchange: Exchange, body: Fields, files: readonly Upload[]) => Message | undefined;

const acts: Readonly<Record<number, Act>> = {
  4: reply,
  5: (core, exchange, body) => {
    demand(record({ type: oneOf(5) }, { data: maybe(anything) }), body);
    return original(core, exchange, "deferral", fieldsOf(body.data), []);
  },
  6: (_core, exchange, body) => {
    demand(record({ type: oneOf(6) }, { data: maybe(record({})) }), body);
    if (exchange.source !== undefined) exchange.original = exchange.source;
    return undefined;
  },
  7: update,
  8: suggest,
  9: (core, exchange, body) => {
    demand(record({ type: oneOf(9), data: modalShape }), body);
    const data = fieldsOf(body.data);
    const components = withNumbers(fieldLists(data.components));
    exchange.modal = { kind: "modal", customId: textOf(data.custom_id), title: textOf(data.title), components };
    exchange.shown.push(exchange.modal);
    core.hub.changed();
    return undefined;
  },
};

/** Looked at by who uses it. */
const anything = () => [];

function problemsOfType({ kind, source }: Exchange, type: unknown) {
  const allowed = {
    command: [4, 5, 9],
    autocomplete: [8],
    component: [4, 5, 6, 7, 9],
    modal: source === undefined ? [4, 5] : [4, 5, 6, 7],
  }[kind];
  return typeof type === "number" && allowed.includes(type)
    ? []
    : problem(["type"], "INTERACTION_RESPONSE_TYPE_INVALID", `Type ${JSON.stringify(type)} does not answer a ${kind}.`);
}

function reply(core: Core, exchange: Exchange, body: Fields, files: readonly Upload[]): Message {
  demand(record({ type: oneOf(4), data: anything }), body);
  const message = original(core, exchange, "interaction", object(body.data), files);
  exchange.shown.push(message);
  return message;
}

function original(
  core: Core,
  exchange: Exchange,
  kind: "interaction" | "deferral",
  body: Fields,
  files: readonly Upload[],
): Message {
  const message = post(core, kind, {
    channel: exchange.channel,
    body,
    files,
    onlyFor: numberOf(body.flags) & flags.ephemeral ? exchange.person : undefined,
    interaction: { id: exchange.id, type: kinds[exchange.kind], person: exchange.person },
  });
  exchange.original = message.id;
  return message;
}

function update(core: Core, exchange: Exchange, body: Fields, files: readonly Upload[]): Message {
  demand(record({ type: oneOf(7), data: anything }), body);
  const source = core.world.messages.get(exchange.source ?? "");
  if (!source) throw unknownMessage();
  const message = edit(core, source, object(body.data), files);
  exchange.original = message.id;
  exchange.shown.push(message);
  return message;
}

function suggest(core: Core, exchange: Exchange, body: Fields): undefined {
  const choices = list(choiceShapes[exchange.focusedType ?? 3] ?? anything, { max: 25 });
  demand(record({ type: oneOf(8), data: record({ choices }) }), body);
  exchange.choices = fieldLists(fieldsOf(body.data).choices).map(({ name, value }) => ({
    name: textOf(name),
    value: typeof value === "number" ? value : textOf(value),
  }));
  core.hub.changed();
}

function withResponse({ world }: Core, exchange: Exchange, type: number, message: Message | undefined) {
  const { id, kind, channel, original: answered } = exchange;
  return {
    interaction: {
      id,
      type: kinds[kind],
      channel_id: channel,
      ...(answered === undefined ? {} : { response_message_id: answered }),
      response_message_loading: type === 5,
      response_message_ephemeral: message?.onlyFor !== undefined,
    },
    ...(message === undefined ? {} : { resource: { type, message: payloads.message(world, message, true) } }),
  };
}
