import { fieldsOf, textOf } from "./json.ts";
import type { Attachment, Channel, Member, Message, RegisteredCommand } from "./model.ts";
import { everydayPermissions, permissionsOf, type World } from "./world.ts";

/** Things as Discord writes them in its JSON. */

const iso = (at: number) => new Date(at).toISOString().replace("Z", "000+00:00");

export const botUser = ({ application }: World) => ({
  id: application.id,
  username: application.name,
  discriminator: "0",
  global_name: null,
  avatar: null,
  bot: true,
  public_flags: 0,
});

export const user = ({ id, username, displayName }: Member) => ({
  id,
  username,
  discriminator: "0",
  global_name: displayName,
  avatar: null,
  public_flags: 0,
});

export const userById = (world: World, id: string) => {
  const person = world.members.get(id);
  return person ? user(person) : botUser(world);
};

export const memberFields = (world: World, id: string) => {
  const person = world.members.get(id);
  return {
    roles: person?.roles ?? [],
    nick: null,
    avatar: null,
    joined_at: iso(person?.joined ?? 0),
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
    communication_disabled_until: null,
  };
};

export const member = (world: World, id: string) => ({ ...memberFields(world, id), user: userById(world, id) });

export const interactingMember = (world: World, person: Member) => ({
  ...member(world, person.id),
  permissions: String(permissionsOf(world, person)),
});

export const everyone = (world: World) => ({
  id: world.guild.id,
  name: "@everyone",
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  position: 0,
  permissions: String(everydayPermissions),
  managed: false,
  mentionable: false,
  flags: 0,
});

export const guild = (world: World) => ({
  ...world.guild,
  ownerId: undefined,
  owner_id: world.guild.ownerId,
  icon: null,
  features: [],
  roles: [everyone(world)],
  emojis: [],
  stickers: [],
  afk_channel_id: null,
  afk_timeout: 300,
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  mfa_level: 0,
  nsfw_level: 0,
  system_channel_id: null,
  system_channel_flags: 0,
  rules_channel_id: null,
  public_updates_channel_id: null,
  vanity_url_code: null,
  description: null,
  banner: null,
  splash: null,
  discovery_splash: null,
  premium_tier: 0,
  premium_progress_bar_enabled: false,
  preferred_locale: "en-US",
});

export function channel(world: World, { id, name, kind, bot }: Channel) {
  if (kind === "dm") {
    const [recipient] = [...world.members.values()].filter(({ direct }) => direct.id === id);
    return { id, type: 1, flags: 0, last_message_id: null, recipients: recipient ? [user(recipient)] : [] };
  }
  // the bot's own rights are denied to it in the channel
  const deny = bot === "posts" ? 0n : bot === "reads" ? 0x800n : 0x400n;
  const overwrites = deny === 0n ? [] : [{ id: world.application.id, type: 1, allow: "0", deny: String(deny) }];
  return {
    id,
    type: 0,
    guild_id: world.guild.id,
    name,
    position: 0,
    permission_overwrites: overwrites,
    nsfw: false,
    parent_id: null,
    topic: null,
    last_message_id: null,
    rate_limit_per_user: 0,
    flags: 0,
  };
}

export const attachment = (
  { id, name, content, contentType, description, title, url }: Attachment,
  ephemeral = false,
) => ({
  id,
  filename: name,
  size: content.length,
  url,
  proxy_url: url,
  content_type: contentType,
  ...(description === undefined ? {} : { description }),
  ...(title === undefined ? {} : { title }),
  ...(ephemeral ? { ephemeral } : {}),
});

/** `readsContent`: what others say in the guild is hidden from a bot that may not read it and was not meant. */
export function message(world: World, sent: Message, readsContent: boolean): Record<string, unknown> {
  const { id, author, interaction, replyTo, nonce, edited } = sent;
  const own = author === world.application.id;
  const place = world.channels.get(sent.channel);
  const shown = readsContent || own || place?.kind === "dm" || sent.mentions.includes(world.application.id);
  const referenced = replyTo === undefined ? undefined : world.messages.get(replyTo);
  return {
    id,
    channel_id: sent.channel,
    type: own && interaction?.type === 2 ? 20 : replyTo === undefined ? 0 : 19,
    author: userById(world, author),
    content: shown ? sent.content : "",
    embeds: shown ? sent.embeds : [],
    components: shown ? sent.components : [],
    attachments: shown ? sent.attachments.map((each) => attachment(each, sent.onlyFor !== undefined)) : [],
    timestamp: iso(sent.sent),
    edited_timestamp: edited === undefined ? null : iso(edited),
    tts: false,
    mention_everyone: false,
    mentions: sent.mentions.map((each) => userById(world, each)),
    mention_roles: [],
    pinned: false,
    flags: sent.flags,
    ...(nonce === undefined ? {} : { nonce }),
    ...(sent.reactions.length === 0
      ? {}
      : {
          reactions: sent.reactions.map(({ emoji, by }) => ({
            emoji: { id: null, name: emoji },
            count: by.length,
            me: by.includes(world.application.id),
          })),
        }),
    ...(replyTo === undefined
      ? {}
      : {
          message_reference: { type: 0, message_id: replyTo, channel_id: sent.channel },
          referenced_message: referenced ? message(world, withoutReference(referenced), readsContent) : null,
        }),
    ...(interaction === undefined
      ? {}
      : {
          application_id: world.application.id,
          webhook_id: world.application.id,
          interaction_metadata: {
            id: interaction.id,
            type: interaction.type,
            user: userById(world, interaction.person),
            authorizing_integration_owners: { "0": place?.kind === "dm" ? "0" : world.guild.id },
          },
        }),
  };
}

/** What is replied to is told one level deep. */
const withoutReference = ({ replyTo: _, ...rest }: Message): Message => rest;

/** With what only the gateway adds. */
export function messageEvent(world: World, sent: Message, readsContent: boolean) {
  const place = world.channels.get(sent.channel);
  return {
    ...message(world, sent, readsContent),
    channel_type: place?.kind === "dm" ? 1 : 0,
    ...(place?.kind === "dm" ? {} : { guild_id: world.guild.id, member: memberFields(world, sent.author) }),
  };
}

export function command(world: World, { id, version, guild: of, body }: RegisteredCommand, localised = true) {
  const { name_localizations = null, description_localizations = null, ...rest } = fieldsOf(body);
  return {
    ...rest,
    id,
    version,
    application_id: world.application.id,
    type: body.type ?? 1,
    description: textOf(body.description),
    default_member_permissions: body.default_member_permissions ?? null,
    dm_permission: body.dm_permission ?? true,
    contexts: body.contexts ?? null,
    integration_types: body.integration_types ?? [0],
    nsfw: body.nsfw ?? false,
    ...(of === undefined ? {} : { guild_id: of }),
    ...(localised ? { name_localizations, description_localizations } : {}),
  };
}

export const guildEvent = (world: World, allMembers: boolean) => ({
  ...guild(world),
  joined_at: iso(0),
  large: false,
  unavailable: false,
  member_count: world.members.size + 1,
  members: [world.application.id, ...(allMembers ? world.members.keys() : [])].map((id) => member(world, id)),
  channels: [...world.channels.values()]
    .filter(({ kind, bot }) => kind === "text" && bot !== "absent")
    .map((each) => channel(world, each)),
  threads: [],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
});

/** The channel inside an interaction. */
export const interactionChannel = (world: World, place: Channel) => ({
  ...channel(world, place),
  permissions: String(everydayPermissions),
});
