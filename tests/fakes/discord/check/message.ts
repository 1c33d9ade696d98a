import { type Fields, fieldLists, listOf, numberOf } from "../json.ts";
import { componentsTogether, layout, rows } from "./components.ts";
import { embed, embedsTogether } from "./embeds.ts";
import {
  decimal,
  demand,
  list,
  maybe,
  oneOf,
  type Problem,
  problem,
  record,
  refuse,
  type Shape,
  snowflake,
  text,
  truth,
  whole,
} from "./shape.ts";

export const flags = { suppressEmbeds: 4, ephemeral: 64, loading: 128, silent: 4096, componentsV2: 32768 };

const mentions = record(
  {},
  {
    parse: maybe(list(oneOf("users", "roles", "everyone"))),
    users: maybe(list(snowflake, { max: 100 })),
    roles: maybe(list(snowflake, { max: 100 })),
    replied_user: maybe(truth),
  },
);

const attachment = record(
  { id: (value, path) => (Number.isInteger(value) ? [] : snowflake(value, path)) },
  {
    filename: maybe(text({ min: 1, max: 1024 })),
    description: maybe(text({ max: 1024 })),
    title: maybe(text({ max: 1024 })),
    is_spoiler: maybe(truth),
    duration_secs: maybe(decimal({ min: 0 })),
    waveform: maybe(text({ max: 400 })),
  },
);

const reference = record(
  { message_id: snowflake },
  {
    // forwarding (1) is not faked
    type: maybe(oneOf(0)),
    channel_id: maybe(snowflake),
    guild_id: maybe(snowflake),
    fail_if_not_exists: maybe(truth),
  },
);

const nonce: Shape = (value, path) =>
  typeof value === "string" ? text({ max: 25 })(value, path) : whole()(value, path);

const content = {
  content: maybe(text({ max: 2000 })),
  embeds: maybe(list(embed, { max: 10 })),
  allowed_mentions: maybe(mentions),
  components: maybe((value, path) => (Array.isArray(value) ? [] : list(truth)(value, path))),
  attachments: maybe(list(attachment, { max: 10 })),
  flags: maybe(whole({ min: 0 })),
};

/** Discord does nothing with these here, but its most used library always sends them. */
const ignored = { tts: maybe(truth), nonce: maybe(nonce), enforce_nonce: maybe(truth) };

const shapes = {
  channel: record({}, { ...content, ...ignored, message_reference: maybe(reference) }),
  edit: record({}, { ...content, ...ignored }),
  interaction: record({}, { ...content, ...ignored }),
  deferral: record({}, { flags: maybe(whole({ min: 0 })), tts: maybe(truth) }),
};

const allowedFlags = {
  channel: flags.suppressEmbeds | flags.silent | flags.componentsV2,
  edit: flags.suppressEmbeds | flags.componentsV2,
  interaction: flags.suppressEmbeds | flags.ephemeral | flags.silent | flags.componentsV2,
  deferral: flags.ephemeral | flags.silent | flags.componentsV2,
};

export type BodyKind = keyof typeof shapes;

/** Refuses a body that Discord would refuse; and flags that it would silently drop. */
export function demandMessage(kind: BodyKind, body: Fields, before = 0): void {
  demand(shapes[kind], body);
  const given = numberOf(body.flags);
  const known = allowedFlags[kind] | before;
  if (given & ~known)
    refuse(problem(["flags"], "MESSAGE_FLAGS_INVALID", `Flags ${given & ~known} cannot be set here.`));
  const v2 = Boolean((given | before) & flags.componentsV2);
  refuse([
    ...(body.components ? (v2 ? layout : rows)(body.components, ["components"]) : []),
    ...componentsTogether(body.components, ["components"]),
    ...embedsTogether(body.embeds, ["embeds"]),
    ...(v2 ? withoutLegacy(body) : []),
    ...mentionRules(body.allowed_mentions),
  ]);
}

function withoutLegacy(body: Fields): readonly Problem[] {
  const code = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2";
  return ["content", "embeds"]
    .filter((name) => (typeof body[name] === "string" ? body[name] !== "" : listOf(body[name]).length > 0))
    .flatMap((name) =>
      problem([name], code, `The '${name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`),
    );
}

function mentionRules(allowed: unknown): readonly Problem[] {
  const [{ parse, ...named } = {} as Fields] = fieldLists([allowed]);
  return ["users", "roles"]
    .filter((name) => listOf(parse).includes(name) && listOf(named[name]).length > 0)
    .flatMap((name) =>
      problem(["allowed_mentions", name], "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", `parse:["${name}"] excludes it.`),
    );
}
