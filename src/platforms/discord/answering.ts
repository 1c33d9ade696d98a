import { note, paragraph, type Reply, reply } from "../../reply.ts";
import type { Delivery } from "../../request.ts";
import { wordingFor } from "../../wording/wording.ts";
import { type Address, type Desk, type Standing, Unreachable } from "../platform.ts";
import type { ReturnTo } from "./return-to.ts";
import { change, directChannel, drawCard, drawReply, fillIn, post } from "./sending.ts";
import { goneFor, unreachableFor } from "./trouble.ts";
import type { Wire } from "./wire.ts";

type ToInteraction = Extract<ReturnTo, { kind: "interaction" }>;
type ToMessage = Extract<ReturnTo, { kind: "message" }>;

/** Answers where it was asked. Throws when Discord no longer takes an answer there. */
export async function answerDelivery(wire: Wire, desk: Desk, delivery: Delivery, given: Reply): Promise<void> {
  const to = delivery.returnTo as ReturnTo;
  if (to.kind === "interaction") await answerInteraction(wire, desk, to, given);
  else if (to.direct) await post(wire, to.channel, await drawReply(given, desk), to.message);
  else await answerMention(wire, desk, to, delivery.from.id, given);
}

/** The promised answer is private: what is for the channel is posted there, and whoever asked is told so. */
async function answerInteraction(wire: Wire, desk: Desk, to: ToInteraction, given: Reply): Promise<void> {
  const pages = await drawReply(given, desk);
  if (given.visibleTo === "actor" || to.channel === undefined) return fillIn(wire, to, pages);
  const { discord: words } = wordingFor(given.language);
  try {
    await post(wire, to.channel, pages, to.id);
  } catch (error) {
    if (!unreachableFor(error)) throw error;
    return fillIn(wire, to, await drawReply({ ...given, blocks: [...given.blocks, note(words.notPosted)] }, desk));
  }
  await fillIn(wire, to, await drawReply(short(given, words.posted), desk));
}

/** Whoever mentions Mishu in a channel is answered privately; the channel sees that, and no more. */
async function answerMention(wire: Wire, desk: Desk, to: ToMessage, user: string, given: Reply): Promise<void> {
  const inChannel = async (said: Reply) =>
    post(wire, to.channel, await drawReply(said, desk), `${to.message}r`, to.message);
  if (given.visibleTo === "channel") {
    await inChannel(given);
    return;
  }
  const { discord: words } = wordingFor(given.language);
  let arrived = true;
  try {
    await post(wire, await directChannel(wire, user), await drawReply(given, desk), to.message);
  } catch (error) {
    if (!unreachableFor(error)) throw error;
    arrived = false;
  }
  try {
    await inChannel(short(given, arrived ? words.privately : words.closed));
  } catch (error) {
    // where it may not write, the private answer has to do
    if (!arrived) throw error;
  }
}

const short = ({ language }: Reply, text: string): Reply =>
  reply({ tone: "done", language, blocks: [paragraph(text)] });

/** Sends a message of the outbox; `id` keeps it from arriving twice. */
export async function deliverTo(
  wire: Wire,
  desk: Desk,
  server: string,
  to: Address,
  given: Reply,
  { id, isCard }: { readonly id: string; readonly isCard: boolean },
) {
  refuseElsewhere(to, server);
  try {
    const channel = to.kind === "channel" ? to.id : await directChannel(wire, to.id);
    const pages = isCard ? await drawCard(given, desk) : await drawReply(given, desk);
    return `${channel}/${await post(wire, channel, pages, id)}`;
  } catch (error) {
    throw unreachableFor(error) ?? error;
  }
}

/** Changes a message that `deliverTo` sent. */
export async function updateAt(wire: Wire, desk: Desk, server: string, { address, receipt }: Standing, given: Reply) {
  refuseElsewhere(address, server);
  const [channel = "", message = ""] = receipt.split("/");
  const [page] = await drawCard(given, desk);
  try {
    await change(wire, channel, message, page);
  } catch (error) {
    throw goneFor(error) ?? unreachableFor(error) ?? error;
  }
}

function refuseElsewhere({ workspace }: Address, server: string): void {
  if (workspace !== server)
    throw new Unreachable("it is on another server than that of DISCORD_SERVER_ID", "other-office");
}
