import { isSelect } from "./appearance.ts";
import { within } from "./check/components.ts";
import { filled, offered, typed } from "./command-line.ts";
import type { Core } from "./core.ts";
import { type Exchange, isLate, type Kind, kinds } from "./exchange.ts";
import { type Filling, type Given, nothingResolved, resolvedFields } from "./given.ts";
import { type Interaction, interactionOf } from "./interaction.ts";
import { type Fields, fieldsOf, numberOf } from "./json.ts";
import { keep } from "./messages.ts";
import type { Channel, Choice, File, Member, Message, RegisteredCommand } from "./model.ts";
import * as payloads from "./payloads.ts";
import { type Filled, picked, submission } from "./submission.ts";
import { everydayPermissions, keepFile, maySee } from "./world.ts";

export interface Where {
  /** The first channel that the person sees, when absent. */
  readonly channel?: { readonly id: string };
}

export interface Speech {
  readonly mentions?: readonly ("bot" | { readonly id: string })[];
  readonly replyTo?: Message;
  readonly files?: readonly File[];
}

/** Somebody with a Discord client. What the client would not let them do throws an Error. */
export interface Person {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  /** The language of their client. */
  locale: string;
  /** Their direct messages with the bot. */
  readonly direct: Channel;
  dmsClosed: boolean;
  /** Calls a command that was registered: "roster import". */
  command(line: string, options?: Readonly<Record<string, Given>>, where?: Where): Interaction;
  /** Chooses an entry of a message's menu, by its name in their language or its first name. */
  menu(message: Message, name: string): Interaction;
  /** What is suggested while they type the focused option. */
  autocomplete(
    line: string,
    options: Readonly<Record<string, Given>>,
    focused: string,
    where?: Where,
  ): Promise<readonly Choice[]>;
  /** Presses a button, by its label or its custom id. */
  press(message: Message, labelOrCustomId: string): Interaction;
  /** Chooses in a select, by its custom id or placeholder; values or labels, people or channels by id. */
  choose(message: Message, select: string, values: readonly Given[]): Interaction;
  /** Sends the modal that an interaction has shown, filled in by custom id or label; the rest stays as it was. */
  submit(interaction: Interaction, values: Readonly<Record<string, Filled>>): Interaction;
  say(channel: { readonly id: string }, text: string, speech?: Speech): Message;
  /** What they see in a channel: the ephemeral messages of others are not among it. */
  sees(channel: { readonly id: string }): readonly Message[];
  /** The slash commands that they are offered. */
  commands(where?: Where): readonly RegisteredCommand[];
}

export function createPerson(core: Core, self: Member): Person {
  const { world } = core;

  function place(id: string): Channel {
    const found = world.channels.get(id);
    if (!found || !maySee(self, found)) throw new Error(`${self.username} sees no channel ${id}`);
    return found;
  }

  const at = ({ channel }: Where = {}): Channel =>
    channel
      ? place(channel.id)
      : ([...world.channels.values()].find((each) => each.kind === "text" && maySee(self, each)) ?? self.direct);

  const sees = (channel: { readonly id: string }): readonly Message[] => {
    const { id } = place(channel.id);
    return [...world.messages.values()].filter(
      (each) => each.channel === id && (each.onlyFor ?? self.id) === self.id && !each.loading,
    );
  };

  const filling = (channel: Channel): Filling => ({
    world,
    person: self,
    channel: channel.id,
    resolved: nothingResolved(),
  });

  function begin(kind: Kind, channel: Channel, data: Fields, more: Pick<Exchange, "source" | "focusedType"> = {}) {
    const id = world.id();
    const token = `${id}-${kind}-token`;
    const message = world.messages.get(more.source ?? "");
    const inGuild = channel.kind === "text";
    const payload = {
      id,
      application_id: world.application.id,
      type: kinds[kind],
      token,
      version: 1,
      data,
      channel_id: channel.id,
      channel: payloads.interactionChannel(world, channel),
      ...(inGuild
        ? {
            guild_id: world.guild.id,
            guild: { id: world.guild.id, locale: "en-US", features: [] },
            guild_locale: "en-US",
            member: payloads.interactingMember(world, self),
          }
        : { user: payloads.user(self) }),
      ...(message ? { message: payloads.message(world, message, true) } : {}),
      locale: self.locale,
      app_permissions: String(everydayPermissions),
      entitlements: [],
      authorizing_integration_owners: { "0": inGuild ? world.guild.id : "0" },
      context: inGuild ? 0 : 1,
      attachment_size_limit: 10 * 1024 * 1024,
    };
    const exchange: Exchange = {
      id,
      token,
      kind,
      person: self.id,
      channel: channel.id,
      created: world.now(),
      payload,
      followUps: [],
      shown: [],
      ...more,
    };
    core.exchanges.set(token, exchange);
    core.gateway.dispatch("INTERACTION_CREATE", 0, () => payload);
    core.lookAgainIn(3001);
    core.hub.changed();
    return exchange;
  }

  /** The message as it is now, and a component of it that can be used. */
  function component({ id }: Message, is: (each: Fields) => boolean, name: string) {
    const message = world.messages.get(id);
    if (!message || !sees({ id: message.channel }).includes(message))
      throw new Error(`${self.username} does not see that message`);
    const found = message.components.flatMap(within).find(is);
    if (!found) throw new Error(`the message has no ${name}`);
    if (found.disabled === true) throw new Error(`${name} is disabled`);
    return { message, found };
  }

  const person: Person = {
    id: self.id,
    username: self.username,
    direct: self.direct,
    get displayName() {
      return self.displayName;
    },
    get locale() {
      return self.locale;
    },
    set locale(locale) {
      self.locale = locale;
    },
    get dmsClosed() {
      return self.dmsClosed;
    },
    set dmsClosed(closed) {
      self.dmsClosed = closed;
    },
    command(line, options = {}, where) {
      const channel = at(where);
      const inside = filling(channel);
      const data = filled(typed(world, self, channel, line), options, inside);
      return interactionOf(core, begin("command", channel, { ...data, ...resolvedFields(inside.resolved) }));
    },
    menu({ id }, name) {
      const message = world.messages.get(id);
      if (!message || !sees({ id: message.channel }).includes(message))
        throw new Error(`${self.username} does not see that message`);
      const entry = world.commands.find(
        ({ body }) =>
          numberOf(body.type, 1) === 3 && [body.name, fieldsOf(body.name_localizations)[self.locale]].includes(name),
      );
      if (!entry) throw new Error(`the menu of a message has no ${name}`);
      const data = {
        id: entry.id,
        type: 3,
        name: entry.body.name,
        target_id: message.id,
        ...(entry.guild === undefined ? {} : { guild_id: entry.guild }),
        // whoever is asked from a message reads it
        resolved: { messages: { [message.id]: payloads.message(world, message, true) } },
      };
      return interactionOf(core, begin("command", place(message.channel), data));
    },
    async autocomplete(line, options, focused, where) {
      const channel = at(where);
      const command = typed(world, self, channel, line);
      const option = command.options.find(({ name }) => name === focused);
      if (option?.autocomplete !== true) throw new Error(`/${line} suggests nothing for ${focused}`);
      const data = filled(command, { [focused]: "", ...options }, filling(channel), focused);
      const exchange = begin("autocomplete", channel, data, { focusedType: numberOf(option.type) });
      return core.hub.until("suggestions", () => {
        if (isLate(exchange, world)) throw new Error("Loading options failed");
        return exchange.choices;
      });
    },
    press(message, name) {
      const is = (each: Fields) =>
        each.type === 2 && [each.custom_id, each.label, fieldsOf(each.emoji).name].includes(name);
      const { found, message: current } = component(message, is, `button ${name}`);
      if (!found.custom_id) throw new Error(`${name} opens a page`);
      const data = { id: found.id, component_type: 2, custom_id: found.custom_id };
      return interactionOf(core, begin("component", place(current.channel), data, { source: current.id }));
    },
    choose(message, name, values) {
      const is = (each: Fields) => isSelect(each) && [each.custom_id, each.placeholder].includes(name);
      const { found, message: current } = component(message, is, `select ${name}`);
      const channel = place(current.channel);
      const inside = filling(channel);
      const { id, type, custom_id } = found;
      const chosen = picked({ ...found, required: numberOf(found.min_values, 1) > 0 }, values, inside);
      const data = { id, component_type: type, custom_id, values: chosen, ...resolvedFields(inside.resolved) };
      return interactionOf(core, begin("component", channel, data, { source: current.id }));
    },
    submit({ id }, values) {
      const shown = [...core.exchanges.values()].find((each) => each.id === id);
      if (!shown?.modal || shown.person !== self.id) throw new Error(`${self.username} has no modal to submit`);
      if (shown.submitted) throw new Error("the modal was submitted already");
      const channel = place(shown.channel);
      const inside = filling(channel);
      const components = submission(shown.modal, values, inside);
      shown.submitted = true;
      const data = { custom_id: shown.modal.customId, components, ...resolvedFields(inside.resolved) };
      const more = shown.source === undefined ? {} : { source: shown.source };
      return interactionOf(core, begin("modal", channel, data, more));
    },
    say(channel, text, { mentions = [], replyTo, files = [] } = {}) {
      const { id } = place(channel.id);
      const named = mentions.map((each) => (each === "bot" ? world.application.id : each.id));
      const added = named.filter((each) => !text.includes(`<@${each}>`)).map((each) => `<@${each}> `);
      const content = `${added.join("")}${text}`;
      if (content.trim() === "" && files.length === 0) throw new Error("Discord sends no empty message");
      if (content.length > 2000) throw new Error("Your message is too long");
      const inText = [...content.matchAll(/<@!?(\d+)>/g)].map((match) => match[1] ?? "");
      const known = inText.filter((each) => each === world.application.id || world.members.has(each));
      return keep(core, {
        kind: "message",
        id: world.id(),
        channel: id,
        author: self.id,
        content,
        embeds: [],
        components: [],
        attachments: files.map((file) => keepFile(world, id, file)),
        flags: 0,
        sent: world.now(),
        mentions: [...new Set([...known, ...(replyTo ? [replyTo.author] : [])])],
        loading: false,
        reactions: [],
        ...(replyTo ? { replyTo: replyTo.id } : {}),
      });
    },
    sees,
    commands: (where) => offered(world, self, at(where)),
  };
  return person;
}
