import { flags } from "../check/message.ts";
import type { Core } from "../core.ts";
import { type Exchange, isExpired, kinds } from "../exchange.ts";
import { type Fields, numberOf } from "../json.ts";
import { edit, post, remove, type Upload } from "../messages.ts";
import type { Message } from "../model.ts";
import * as payloads from "../payloads.ts";
import { invalidWebhookToken, unknownMessage, unknownWebhook } from "../refusal.ts";
import { type Answer, type Call, done, object, ok, type Route } from "./route.ts";

/** What follows the first answer: who holds the token of the interaction may, for a quarter of an hour. */

const base = "/webhooks/{webhook_id}/{webhook_token}";
const where = ["thread_id", "with_components"];

export const webhooks: readonly Route[] = [
  { method: "POST", path: base, auth: "none", takes: "form", query: ["wait", ...where], handle: followUp },
  ...["@original", "{message_id}"].flatMap((which): readonly Route[] => {
    const path = `${base}/messages/${which}`;
    const wanted = (call: Call) => (which === "@original" ? undefined : call.param("message_id"));
    return [
      {
        method: "GET",
        path,
        auth: "none",
        takes: "nothing",
        query: where,
        handle: (core, call) => told(core, find(core, exchangeOf(core, call), wanted(call))),
      },
      {
        method: "PATCH",
        path,
        auth: "none",
        takes: "form",
        query: where,
        handle: (core, call) => {
          const exchange = exchangeOf(core, call);
          const message = find(core, exchange, wanted(call));
          return told(core, change(core, exchange, message, object(call.body), call.files));
        },
      },
      {
        method: "DELETE",
        path,
        auth: "none",
        takes: "nothing",
        query: where,
        handle: (core, call) => {
          remove(core, find(core, exchangeOf(core, call), wanted(call)));
          return done;
        },
      },
    ];
  }),
];

const told = ({ world }: Core, message: Message): Answer => ok(payloads.message(world, message, true));

function exchangeOf({ world, exchanges }: Core, { param }: Call): Exchange {
  const exchange = exchanges.get(param("webhook_token"));
  if (param("webhook_id") !== world.application.id || exchange?.acknowledged === undefined) throw unknownWebhook();
  if (isExpired(exchange, world)) throw invalidWebhookToken();
  return exchange;
}

function find({ world }: Core, { original, followUps }: Exchange, id: string | undefined): Message {
  const own = [original, ...followUps].includes(id) ? id : undefined;
  const message = world.messages.get((id === undefined ? original : own) ?? "");
  if (!message) throw unknownMessage();
  return message;
}

function change(core: Core, exchange: Exchange, before: Message, body: Fields, files: readonly Upload[]): Message {
  const message = edit(core, before, body, files);
  exchange.shown.push(message);
  core.hub.changed();
  return message;
}

/** The first one after a deferral is what was deferred, and as visible as the deferral was. */
function followUp(core: Core, call: Call): Answer {
  const exchange = exchangeOf(core, call);
  const body = object(call.body);
  const deferred = core.world.messages.get(exchange.original ?? "");
  if (deferred?.loading) {
    const { flags: asked, ...rest } = body;
    const kept = numberOf(asked) & ~(flags.ephemeral | flags.silent);
    return told(core, change(core, exchange, deferred, { ...rest, ...(kept ? { flags: kept } : {}) }, call.files));
  }
  const message = post(core, "interaction", {
    channel: exchange.channel,
    body,
    files: call.files,
    onlyFor: numberOf(body.flags) & flags.ephemeral ? exchange.person : undefined,
    interaction: { id: exchange.id, type: kinds[exchange.kind], person: exchange.person },
  });
  exchange.followUps.push(message.id);
  exchange.shown.push(message);
  core.hub.changed();
  return told(core, message);
}
