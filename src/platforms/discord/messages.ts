import type { Message } from "discord.js";
import { takesFile } from "../../command.ts";
import { paragraph, reply } from "../../reply.ts";
import type { Asked, Delivery } from "../../request.ts";
import { detectLanguage } from "../../script.ts";
import { wordingFor } from "../../wording/wording.ts";
import { addressOf } from "./files.ts";
import { accountOf, keyOf, platformName, type Reception } from "./incoming.ts";
import type { ReturnTo } from "./return-to.ts";
import { drawReply, post } from "./sending.ts";

/** Takes a message that mentions Mishu, or a direct message: a question, or a typed command. Never throws. */
export async function takeMessage(message: Message, reception: Reception): Promise<void> {
  const { desk, log, members, server } = reception;
  // what bots write, and what Discord itself writes ("… pinned a message"), asks nothing
  if (message.author.bot || message.webhookId !== null || message.system) return;
  const me = message.client.user.id;
  if (message.guildId !== null && !message.mentions.users.has(me)) return;
  try {
    if (message.guildId !== null && message.guildId !== server) return await refuse(message, "otherServer", reception);
    const text = message.content.replaceAll(new RegExp(`<@!?${me}>`, "g"), " ").trim();
    const name = message.member?.displayName ?? (await members.nameOf(message.author.id));
    if (name === undefined) return await refuse(message, "notMember", reception);
    const returnTo: ReturnTo = {
      kind: "message",
      channel: message.channelId,
      message: message.id,
      direct: message.guildId === null,
    };
    const delivery: Delivery = {
      key: keyOf(message.id),
      platform: platformName,
      from: accountOf(server, message.author.id, name),
      asked: withUpload({ line: text }, message, reception),
      returnTo,
    };
    // a message need not be acknowledged
    await desk.receive(delivery, async () => {});
  } catch (error) {
    log.error("message not taken", { reference: platformName, error });
  }
}

/** A file that comes with a typed command is what the command's option for one takes. */
function withUpload(asked: Asked, message: Message, { desk }: Reception): Asked {
  const file = message.attachments.first();
  if (!file) return asked;
  const { command: path, options } = desk.read(asked);
  const known = desk.commands.find((each) => each.path === path);
  const name = Object.keys(known?.takes ?? {}).find(
    (each) => known && takesFile(known, each) && options[each] === undefined,
  );
  return name === undefined ? asked : { command: path, options: { ...options, [name]: addressOf(file) } };
}

async function refuse(message: Message, why: "otherServer" | "notMember", { desk, wire }: Reception): Promise<void> {
  const language = detectLanguage(message.content);
  const told = reply({ tone: "refused", language, blocks: [paragraph(wordingFor(language).discord[why])] });
  await post(wire, message.channelId, await drawReply(told, desk), message.id, message.id);
}
