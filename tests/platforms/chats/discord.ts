import { commands } from "../../../commands/index.ts";

import { createDiscord } from "../../../src/platforms/discord/index.ts";
import { registerCommands } from "../../../src/platforms/discord/register.ts";
import {
  attachment,
  buttonsOf,
  entriesOf,
  type Interaction,
  type Message,
  selectsOf,
  startDiscord,
  textOfMessage,
} from "../../fakes/discord/index.ts";
import { quietLog } from "../../support/app.ts";
import { type OpenChat, platformLocale, type Shown, show, type Unconnected, withOwnOffice } from "./chat.ts";

/** Discord, played by this machine, with the real client of Discord. */
export const openDiscord: OpenChat = async () => withOwnOffice(await discordChat());

export async function discordChat(): Promise<Unconnected> {
  const discord = await startDiscord({
    guild: { id: "800000000000000001", name: "Office", ownerId: "100000000000000001" },
  });
  const channel = discord.addChannel({ id: "700000000000000001", name: "office" });
  const trouble: unknown[] = [];
  const config = { token: discord.token, server: discord.guild.id, apiUrl: discord.api };
  const log = quietLog((error) => trouble.push(error));
  await registerCommands(config, [...commands, show], log);
  const platform = createDiscord(config, log);
  const connect: Unconnected["connect"] = async (_, office) => {
    await platform.start(office.desk);
    let latest: Interaction | undefined;
    return {
      name: "Discord",
      unexpected: discord.unexpected,
      async again() {
        if (latest) discord.replay(latest);
        await office.idle();
      },
      join({ id, name, locale, owner = false }) {
        const member = discord.addMember({
          id: owner
            ? discord.guild.ownerId
            : String(200000000000000000n + BigInt(parseInt(id.replace(/\W/g, ""), 36) % 1e9)),
          username: id.toLowerCase(),
          displayName: name,
          locale: platformLocale[locale],
        });
        let message: Message | undefined;
        let form: Interaction | undefined;
        const read = (given: Message, all: readonly Message[] = [given]): Shown => {
          message = given;
          form = undefined;
          return {
            text: all
              .map(textOfMessage)
              .join("\n")
              .replace(/\\(?=[^\w\s])/g, ""),
            buttons: [
              ...buttonsOf(given).map(({ label }) => label),
              ...selectsOf(given).flatMap(({ options }) => options.map(({ label }) => label)),
            ],
            isPrivate: given.onlyFor === member.id || given.channel === member.direct.id,
            files: given.attachments.map(({ name: file }) => file),
            does: given.mentions.filter((each) => each !== member.id),
          };
        };
        const after = async (interaction: Interaction): Promise<Shown> => {
          latest = interaction;
          const shown = await interaction.shown();
          await office.idle();
          if (shown.kind === "message") return read(interaction.messages[0] ?? shown, interaction.messages);
          form = interaction;
          return {
            text: shown.title,
            buttons: [],
            isPrivate: true,
            files: [],
            fields: entriesOf(shown).map(({ label }) => label),
            does: [],
          };
        };
        return {
          account: `account:discord:${discord.guild.id}:${member.id}`,
          command: (path, options = {}) => after(member.command(path, options)),
          upload: (path, option, file, options = {}) =>
            after(member.command(path, { ...options, [option]: attachment(file) })),
          fromMessage(words, path) {
            const name = commands.find((each) => each.path === path)?.fromMessage?.name.en ?? path;
            return after(member.menu(member.say(channel, words), name));
          },
          async ask(question) {
            const answer = discord.nextMessage(member);
            member.say(member.direct, question);
            const shown = await answer;
            await office.idle();
            return read(shown);
          },
          press(label) {
            if (!message) throw new Error("there is no message");
            const menu = selectsOf(message).find(({ options }) => options.some((each) => each.label === label));
            return after(menu ? member.choose(message, menu.customId, [label]) : member.press(message, label));
          },
          fill(values) {
            if (!form) throw new Error("there is no form");
            const filled = Object.entries(values).map(([name, value]) => [
              name,
              typeof value === "string" ? value : [attachment(value)],
            ]);
            return after(member.submit(form, Object.fromEntries(filled)));
          },
          async letters() {
            await office.idle();
            return discord.directMessages(member).map(textOfMessage);
          },
          async cards() {
            await office.idle();
            return discord.directMessages(member).map((each) => ({
              text: textOfMessage(each),
              buttons: buttonsOf(each).map(({ label }) => label),
              does: each.mentions,
            }));
          },
          async open(words) {
            await office.idle();
            const found = discord.directMessages(member).findLast((each) => textOfMessage(each).includes(words));
            if (!found) throw new Error(`no message says ${words}`);
            return read(found);
          },
          async papers() {
            await office.idle();
            const seen = [...(message ? [message] : []), ...discord.directMessages(member)];
            return [...new Set(seen)]
              .flatMap(({ attachments }) => attachments)
              .filter(({ contentType }) => contentType !== "image/png")
              .map(({ name: file, content }) => ({ name: file, content: Buffer.from(content).toString("base64") }));
          },
          async pictures() {
            await office.idle();
            const seen = [...(message ? [message] : []), ...discord.directMessages(member)];
            return seen
              .flatMap(({ attachments }) => attachments)
              .filter(({ contentType }) => contentType === "image/png")
              .map(({ name: file, content, description = "" }) => ({
                name: file,
                png: Buffer.from(content).toString("base64"),
                about: description,
              }));
          },
        };
      },
      stop: () => discord.stop(),
    };
  };
  return { platform, trouble, connect };
}
