import type { webApi } from "@slack/bolt";
import type { Log } from "../../log.ts";
import { wholeReply } from "../../plain-text.ts";
import type { File, Reply } from "../../reply.ts";
import { wordingFor } from "../../wording/wording.ts";
import { onePage } from "../one-page.ts";
import { type Address, type Desk, type Standing, Unreachable } from "../platform.ts";
import { packButtons } from "./buttons.ts";
import { sendFiles } from "./files.ts";

import { isLong, isOnePage, type Page, renderReply } from "./render.ts";
import { isOfSlack, type ReturnTo } from "./return-to.ts";
import { codeOf, deliveryError, isElsewhere, refusedToken, updateError } from "./troubles.ts";

export interface Outgoing {
  /** Answers somebody where they asked: privately, unless the reply is for the channel. */
  answer(to: ReturnTo, user: string, reply: Reply): Promise<void>;
  deliver(to: Address, reply: Reply, id: string, isCard: boolean): Promise<string>;
  update(standing: Standing, reply: Reply): Promise<void>;
}

export interface OutgoingParts {
  readonly web: webApi.WebClient;
  readonly desk: Pick<Desk, "park">;
  readonly team: string;
  readonly apiUrl: string;
  readonly log: Log;
}

export function createOutgoing({ web, desk, team, apiUrl, log }: OutgoingParts): Outgoing {
  function refuseElsewhere({ workspace }: Address): void {
    if (workspace !== team) throw new Unreachable("Mishu is not in that Slack workspace any more", "other-office");
  }

  async function talkWith(user: string): Promise<string> {
    const { channel } = await web.conversations.open({ users: user });
    if (!channel?.id) throw new Error("conversations.open gave no channel");
    return channel.id;
  }

  /** Draws a reply; its files go where `talk` says, because what only one person sees can hold none. */
  async function draw(reply: Reply, talk: () => Promise<string>): Promise<readonly [Page, ...Page[]]> {
    const long = isLong(reply);
    const { slack } = wordingFor(reply.language);
    const files: readonly File[] = [...reply.files, ...(long ? [wholeReply(reply)] : [])];
    const notes: string[] = long ? [slack.whole] : [];
    if (files.length > 0) {
      const names = files.map(({ name }) => name).join(", ");
      try {
        await sendFiles({ web, apiUrl }, await talk(), files);
        notes.push(slack.sent(names));
      } catch (error) {
        log.warn("files not sent", { platform: "slack", error: inPlainWords(error) });
        notes.push(slack.notSent(names));
      }
    }
    return renderReply(reply, await packButtons(reply.buttons, desk), notes);
  }

  async function respond(address: string, content: object): Promise<void> {
    if (!isOfSlack(address, apiUrl)) throw new Error("a response_url that is not of Slack");
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(content),
      redirect: "error",
    });
    if (!response.ok) throw new Error(`the response_url answered ${response.status}`);
  }

  async function post(channel: string, pages: readonly Page[], thread?: string, id?: string): Promise<string> {
    let stands = "";
    for (const { text, blocks } of pages) {
      const { ts = "" } = await web.chat.postMessage({
        channel,
        text,
        blocks: [...blocks],
        mrkdwn: false,
        unfurl_links: false,
        unfurl_media: false,
        ...(thread === undefined ? {} : { thread_ts: thread }),
        ...(id === undefined ? {} : { metadata: { event_type: "mishu_message", event_payload: { id } } }),
      });
      stands ||= ts;
    }
    return stands;
  }

  async function whisper(channel: string, user: string, pages: readonly Page[], thread?: string): Promise<void> {
    for (const { text, blocks } of pages)
      await web.chat.postEphemeral({
        channel,
        user,
        text,
        blocks: [...blocks],
        ...(thread === undefined ? {} : { thread_ts: thread }),
      });
  }

  return {
    async answer({ channel, responseUrl, thread, direct }, user, reply) {
      const openly = reply.visibleTo === "channel";
      const pages = await draw(reply, async () => (direct && channel ? channel : talkWith(user)));
      if (responseUrl) {
        const response_type = openly ? "in_channel" : "ephemeral";
        const where = {
          response_type,
          replace_original: false,
          ...(thread === undefined ? {} : { thread_ts: thread }),
        };
        for (const { text, blocks } of pages) await respond(responseUrl, { text, blocks, mrkdwn: false, ...where });
        return;
      }
      try {
        if (channel && (direct || openly)) await post(channel, pages, thread);
        else if (channel) await whisper(channel, user, pages, thread);
        else await post(await talkWith(user), pages);
      } catch (error) {
        if (direct || !isElsewhere(error)) throw inPlainWords(error);
        await post(await talkWith(user), pages);
      }
    },
    async deliver(to, given, id, isCard) {
      refuseElsewhere(to);
      const reply = isCard ? onePage(given, isOnePage) : given;
      try {
        const channel = to.kind === "channel" ? to.id : await talkWith(to.id);
        return `${channel}/${await post(channel, await draw(reply, async () => channel), undefined, id)}`;
      } catch (error) {
        throw inPlainWords(deliveryError(error));
      }
    },
    async update({ address, receipt }, given) {
      refuseElsewhere(address);
      const reply = onePage(given, isOnePage);
      const [channel = "", ts = ""] = receipt.split("/");
      const [{ text, blocks }] = renderReply(reply, await packButtons(reply.buttons, desk));
      try {
        // unlike a message that is posted, one that is changed is read as if somebody had typed it
        await web.chat.update({ channel, ts, text, blocks: [...blocks], parse: "none" });
      } catch (error) {
        throw inPlainWords(updateError(error));
      }
    },
  };
}

/** An error as the log tells it: a refused token with what to do about it. */
function inPlainWords(error: unknown): unknown {
  return refusedToken(codeOf(error), "SLACK_BOT_TOKEN") ?? error;
}
