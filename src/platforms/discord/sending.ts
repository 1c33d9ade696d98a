import { MessageFlags, Routes } from "discord.js";
import type { Reply } from "../../reply.ts";
import { onePage } from "../one-page.ts";
import type { Desk } from "../platform.ts";
import { packButtons } from "./components.ts";
import { limits } from "./limits.ts";
import { isOnePage, type Page, renderReply } from "./render.ts";
import type { Wire } from "./wire.ts";

export async function drawReply(reply: Reply, desk: Pick<Desk, "park">): Promise<readonly [Page, ...Page[]]> {
  return renderReply(reply, await packButtons(reply.buttons, desk));
}

/** Draws a card: one message, with all of its buttons. */
export async function drawCard(reply: Reply, desk: Pick<Desk, "park">): Promise<readonly [Page, ...Page[]]> {
  return drawReply(onePage(reply, isOnePage), desk);
}

/** The private channel with somebody; Discord gives the same one each time. */
export async function directChannel(wire: Wire, user: string): Promise<string> {
  const { id } = await wire.ask<{ id: string }>((rest) =>
    rest.post(Routes.userChannels(), { body: { recipient_id: user } }),
  );
  return id;
}

/**
 * Posts a reply in a channel, a page after the other. `mark` (at most 24 characters): by it Discord knows a page that
 * it has already, and does not post it again. Returns the id of the first.
 */
export async function post(
  wire: Wire,
  channel: string,
  pages: readonly Page[],
  mark: string,
  inReplyTo?: string,
): Promise<string> {
  let first = "";
  for (const [index, { body, files }] of pages.entries()) {
    const nonce = index === 0 ? mark : `${mark.slice(0, limits.nonce - String(index).length)}${index}`;
    const reference =
      index === 0 && inReplyTo !== undefined
        ? {
            message_reference: { message_id: inReplyTo, fail_if_not_exists: false },
            allowed_mentions: { ...body.allowed_mentions, replied_user: false },
          }
        : {};
    const sent = await wire.ask<{ id: string }>((rest) =>
      rest.post(Routes.channelMessages(channel), {
        body: { ...body, ...reference, nonce, enforce_nonce: true },
        files,
      }),
    );
    if (index === 0) first = sent.id;
  }
  return first;
}

/** Changes a message of Mishu's own; its files stay. */
export async function change(wire: Wire, channel: string, message: string, { body }: Page): Promise<void> {
  const { embeds, components, allowed_mentions } = body;
  await wire.ask((rest) =>
    rest.patch(Routes.channelMessage(channel, message), { body: { embeds, components, allowed_mentions } }),
  );
}

/** Fills in the private answer that was promised, and adds what has no room in it. */
export async function fillIn(
  wire: Wire,
  { application, token }: { readonly application: string; readonly token: string },
  [first, ...others]: readonly [Page, ...Page[]],
): Promise<void> {
  const { body, files } = first;
  await wire.answer((rest) => rest.patch(Routes.webhookMessage(application, token), { auth: false, body, files }));
  for (const page of others)
    await wire.answer((rest) =>
      rest.post(Routes.webhook(application, token), {
        auth: false,
        body: { ...page.body, flags: MessageFlags.Ephemeral },
        files: page.files,
      }),
    );
}
