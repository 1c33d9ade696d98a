import { setTimeout as wait } from "node:timers/promises";
import type { DiscordConfig } from "../../src/config.ts";
import {
  type Discord,
  type Message as DiscordMessage,
  type Interaction,
  type Person,
  startDiscord,
} from "../fakes/discord/index.ts";
import { cast, roleOf, withMentions } from "./cast.ts";
import { formOf, type Open, sendForm } from "./discord-forms.ts";
import { readDiscordLine } from "./discord-line.ts";
import { componentParts, embedParts, markdownParts } from "./discord-parts.ts";
import type { Deed, Message, Side, Upload } from "./screen.ts";

const hall = { id: "700000000000000001", name: "general" };
const memberId = (id: string): string => `10000000000000000${cast.findIndex((each) => each.id === id) + 1}`;

export interface DiscordSide {
  readonly side: Side;
  readonly config: DiscordConfig;
}

/** Starts a Discord with the cast in it; the first of them owns the server. */
export async function openDiscordSide(): Promise<DiscordSide> {
  const guild = { id: "800000000000000001", name: "Office", ownerId: memberId("owner") };
  const discord = await startDiscord({ guild });
  const people = new Map<string, Person>();
  for (const { id, name, locale } of cast)
    people.set(id, discord.addMember({ id: memberId(id), username: id, displayName: name, locale }));
  discord.addChannel(hall);
  const forms = new Map<string, Open>();

  const at = (id: string): Person => {
    const found = people.get(roleOf(id).id);
    if (!found) throw new Error(`nobody on Discord is called “${id}”`);
    return found;
  };
  const channelOf = (person: string, place: string) => (place === "direct" ? at(person).direct : hall);
  const lookup = (person: string) => ({
    locale: at(person).locale,
    person: (name: string) => discord.people().find((each) => each.displayName === name || each.username === name),
    channel: (name: string) => discord.channels().find((each) => each.name === name),
  });

  /** Waits until the bot answered, and opens the form that it answered with. */
  const follow = async (person: string, interaction: Interaction): Promise<void> => {
    const state = await interaction.answered();
    if (state === "failed") throw new Error("The application did not respond");
    const shown = await Promise.race([interaction.shown(), wait(3000, undefined, { ref: false })]);
    if (shown?.kind === "modal") forms.set(person, { interaction, modal: shown, trouble: "" });
  };

  const say = async (person: string, place: string, text: string, file?: Upload): Promise<void> => {
    const channel = channelOf(person, place);
    const commands = at(person).commands({ channel });
    // a server's commands are not offered in direct messages: there a line with a slash is a message like any other
    if (text.startsWith("/") && commands.length > 0) {
      const { command, options } = readDiscordLine(text, commands, lookup(person), file);
      return follow(person, at(person).command(command, options, { channel }));
    }
    const words = withMentions(text, (id) => `<@${memberId(id)}>`).replaceAll(
      /@mishu\b/gi,
      `<@${discord.application.id}>`,
    );
    const { id } = at(person).say(channel, words, { ...(file ? { files: [file] } : {}) });
    // ids of Discord grow with the time
    const later = (each: DiscordMessage) => BigInt(each.id) > BigInt(id) && each.author === discord.application.id;
    const answer = discord.until("an answer", () => at(person).sees(channel).find(later));
    const expected = place === "direct" || words.includes(`<@${discord.application.id}>`);
    if (expected) await Promise.race([answer, wait(3000, undefined, { ref: false })]);
  };

  const act = async (person: string, place: string, deed: Deed): Promise<void> => {
    const message = (id: string): DiscordMessage => {
      const found = discord.visible(at(person), channelOf(person, place)).find((each) => each.id === id);
      if (!found) throw new Error("this message is gone");
      return found;
    };
    switch (deed.kind) {
      case "say":
        return say(person, place, deed.text, deed.file);
      case "press":
        return follow(person, at(person).press(message(deed.message), deed.control));
      case "choose":
        return follow(person, at(person).choose(message(deed.message), deed.control, [deed.value]));
      case "close":
        forms.delete(person);
        return;
      case "submit": {
        const open = forms.get(person);
        if (open?.interaction.id !== deed.form) throw new Error("this form is no longer open");
        const sent = sendForm(at(person), open, deed.values);
        if (sent === undefined) return;
        forms.delete(person);
        return follow(person, sent);
      }
    }
  };

  const side: Side = {
    name: "discord",
    owner: `account:discord:${guild.id}:${guild.ownerId}`,
    places: [
      { id: "direct", name: "Direct message with Mishu" },
      { id: "channel", name: `#${hall.name}` },
    ],
    screen(person, place) {
      const open = forms.get(person);
      return {
        messages: discord.visible(at(person), channelOf(person, place)).map((each) => messageOf(discord, each)),
        ...(open ? { form: formOf(discord, open) } : {}),
      };
    },
    act,
    async suggest(person, place, typed, field) {
      const channel = channelOf(person, place);
      const commands = at(person).commands({ channel });
      if (field !== undefined || commands.length === 0 || !typed.startsWith("/")) return [];
      const { command, options, focused } = readDiscordLine(typed, commands, lookup(person));
      if (focused === undefined) return [];
      const choices = await at(person).autocomplete(command, options, focused, { channel });
      return choices.map(({ name, value }) => ({ label: name, value: String(value) }));
    },
    localeOf: (person) => at(person).locale,
    setLocale(person, locale) {
      at(person).locale = locale;
    },
    file(id) {
      const found = discord.attachments.find((each) => each.id === id);
      return found && { name: found.name, content: found.content };
    },
    journal: () =>
      discord.requests.map(({ method, route, path, status }) => ({
        what: `${method} ${route || path}`,
        outcome: status === 0 ? "…" : String(status),
        failed: status >= 400,
      })),
    unexpected: () => discord.unexpected,
    onChange: (listener) => void discord.onChange(listener),
    stop: () => discord.stop(),
  };
  return { side, config: { token: discord.token, server: guild.id, apiUrl: discord.api } };
}

function messageOf(discord: Discord, message: DiscordMessage): Message {
  const byBot = message.author === discord.application.id;
  const names = {
    user: (id: string) => discord.people().find((each) => each.id === id)?.displayName ?? "mishu",
    channel: (id: string) => discord.channels().find((each) => each.id === id)?.name ?? id,
  };
  return {
    id: message.id,
    from: byBot ? "Mishu" : names.user(message.author),
    byBot,
    onlyYou: message.onlyFor !== undefined,
    at: message.sent,
    edited: message.edited !== undefined,
    threaded: message.replyTo !== undefined,
    parts: [
      ...markdownParts(message.content, names),
      ...message.embeds.flatMap((each) => embedParts(each, names)),
      ...componentParts(message.components),
    ],
    files: message.attachments.map(({ id, name, content, contentType, description = "" }) => ({
      id,
      name,
      size: content.length,
      ...(contentType === "image/png" ? { shows: description } : {}),
    })),
  };
}
