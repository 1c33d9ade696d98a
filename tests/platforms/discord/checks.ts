import { existsSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import {
  ActionRowBuilder,
  type APIButtonComponentWithCustomId,
  ButtonBuilder,
  EmbedBuilder,
  StringSelectMenuBuilder,
} from "discord.js";
import type { Page } from "../../../src/platforms/discord/render.ts";

const description = new URL("../../../../shared/specs/discord-openapi.json", import.meta.url);

/** Whether Discord's own description of its interface is at hand. */
export const described = existsSync(description);

/** What Discord's own description says against a body; it is looked at only where the description is at hand. */
export function againstDescription(schema: string): (body: unknown) => readonly string[] {
  if (!described) return () => [];
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema(JSON.parse(readFileSync(description, "utf8")), "discord");
  const validate = ajv.getSchema(`discord#/components/schemas/${schema}`);
  if (!validate) throw new Error(`Discord describes no ${schema}`);
  return (body) =>
    validate(JSON.parse(JSON.stringify(body)))
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Builds a page with discord.js's builders, which throw for what Discord would refuse. */
export function buildPage({ body }: Page): void {
  for (const { title, description: text, color } of body.embeds) {
    const embed = new EmbedBuilder().setColor(color);
    if (title !== undefined) embed.setTitle(title);
    if (text !== undefined) embed.setDescription(text);
    embed.toJSON();
  }
  for (const { components } of body.components) {
    const row = new ActionRowBuilder<ButtonBuilder | StringSelectMenuBuilder>();
    for (const part of components) {
      if ("options" in part)
        row.addComponents(
          new StringSelectMenuBuilder()
            .setCustomId(part.custom_id)
            .setPlaceholder(part.placeholder)
            .addOptions([...part.options]),
        );
      else {
        const { label = "", custom_id, style }: Partial<APIButtonComponentWithCustomId> = part;
        row.addComponents(new ButtonBuilder().setLabel(label).setCustomId(custom_id).setStyle(style));
      }
    }
    row.toJSON();
  }
}

/** What Discord counts beside what its builders and its description know. */
export function overLimits({ body, files }: Page): readonly string[] {
  const ids = body.components.flatMap(({ components }) => components.map((each) => each.custom_id));
  const characters = body.embeds.reduce(
    (sum, each) => sum + (each.title?.length ?? 0) + (each.description?.length ?? 0),
    0,
  );
  const problems: [boolean, string][] = [
    [characters > 6000, `${characters} characters of embeds`],
    [characters === 0, "nothing to show"],
    [body.components.length > 5, "more than five rows"],
    [body.components.some(({ components }) => components.length > 5), "more than five in a row"],
    [new Set(ids).size < ids.length, "two of one custom id"],
    [files.length > 10, "more than ten files"],
    [body.allowed_mentions.parse.length > 0, "mentions call people"],
  ];
  return problems.flatMap(([wrong, what]) => (wrong ? [what] : []));
}

/** What a text becomes in Discord: its words, and every mark that did something. */
export interface Shown {
  readonly text: string;
  readonly marks: readonly string[];
}

/** At the beginning of a line. */
const lineMarks: readonly (readonly [string, RegExp])[] = [
  ["small", /^-# /],
  ["heading", /^ *#{1,3} /],
  ["quote", /^ *>(?:>>)? /],
  ["item", /^ *(?:[*-]|\d+[.)]) /],
];

const marks: readonly (readonly [string, RegExp])[] = [
  ["mention", /^(?:<(?:@[!&]?|#|id:)\d+>|<\/[^>]*:\d+>|@everyone|@here)/],
  ["time", /^<t:-?\d+(?::\w)?>/],
  ["emoji", /^(?:<a?:\w+:\d+>|:[\w+-]+:)/],
  ["link", /^(?:<?(?:https?|steam|discord):\/\/[^\s<]+|\[[^\]]*\]\([^)]*\))/],
  ["code block", /^```[\s\S]+?```/],
  ["code", /^(`+)[\s\S]+?\1/],
  ["spoiler", /^\|\|[\s\S]+?\|\|/],
  ["bold", /^\*\*[\s\S]+?\*\*/],
  ["underlined", /^__[\s\S]+?__/],
  ["italic", /^(?:\*[^\s*](?:[\s\S]*?[^\s*])?\*|_[\s\S]+?_)/],
  ["struck", /^~~[\s\S]+?~~/],
];

/** Reads a line as Discord's client does: what is behind a backslash means nothing, marks do. */
export function readLine(line: string): Shown {
  let rest = line;
  let text = "";
  const found: string[] = [];
  for (const [name, mark] of lineMarks) {
    const [whole] = rest.match(mark) ?? [];
    if (whole === undefined) continue;
    found.push(name);
    rest = rest.slice(whole.length);
  }
  while (rest !== "") {
    const [, escaped] = rest.match(/^\\([^0-9A-Za-z\s])/u) ?? [];
    const [name, mark] = marks.find(([, each]) => each.test(rest)) ?? [];
    if (escaped !== undefined) {
      text += escaped;
      rest = rest.slice(1 + escaped.length);
    } else if (name && mark) {
      const [whole = ""] = rest.match(mark) ?? [];
      found.push(name);
      const inside = { bold: 2, italic: 1, struck: 2, underlined: 2 }[name];
      text += inside === undefined ? whole : readLine(whole.slice(inside, -inside)).text;
      rest = rest.slice(whole.length);
    } else {
      const [character = ""] = rest;
      text += character;
      rest = rest.slice(character.length);
    }
  }
  return { text, marks: found };
}
