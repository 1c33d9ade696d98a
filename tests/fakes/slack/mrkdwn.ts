/** What Slack makes of text that is formatted: what people read, whom it calls, where it leads. */
export interface Rendered {
  readonly text: string;
  /** Who is notified: @channel, @here, @everyone, or the id of a user or user group. */
  readonly notifies: readonly string[];
  readonly links: readonly string[];
  readonly channels: readonly string[];
  /** Pieces that are shown bold, slanted, struck out or as code. */
  readonly styled: readonly string[];
}

export interface Names {
  user(id: string): string;
  channel(id: string): string;
}

const unescaped = (text: string) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

const addresses = /\b(?:https?:\/\/[^\s<>|]+|www\.[^\s<>|]+\.[^\s<>|]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/g;

/** A sign of formatting counts at the edge of a word only. */
const marks = /(?<![\p{L}\p{N}*_~`])(\*|_|~|`{1,3})(?![\s*_~`])([^\n]*?[^\s*_~`]|[^\s*_~`])\1(?![\p{L}\p{N}*_~`])/gu;

/**
 * `loose`: the mrkdwn of blocks without `verbatim`, where Slack also reads bare @channel, @here, @everyone and #channel.
 * Text in code is taken as seriously as any other: stricter than Slack, which is what a test wants.
 */
export function readMrkdwn(source: string, names: Names, loose: boolean): Rendered {
  const notifies: string[] = [];
  const links: string[] = [];
  const channels: string[] = [];
  const styled: string[] = [];
  const token = (inside: string): string => {
    const [target = "", label] = inside.split("|");
    if (/^@[UW]/.test(target)) {
      notifies.push(target.slice(1));
      return `@${names.user(target.slice(1))}`;
    }
    if (target.startsWith("#")) {
      channels.push(target.slice(1));
      return `#${names.channel(target.slice(1))}`;
    }
    if (/^!(here|channel|everyone)$/.test(target)) {
      notifies.push(`@${target.slice(1)}`);
      return `@${target.slice(1)}`;
    }
    if (target.startsWith("!subteam^")) {
      notifies.push(target.slice("!subteam^".length));
      return label ?? target;
    }
    if (target.startsWith("!date^")) return label ?? "";
    if (!/^[a-z][a-z0-9+.-]*:/i.test(target)) return `<${inside}>`;
    links.push(unescaped(target));
    return label ?? target.replace(/^mailto:/, "");
  };
  const bare = (text: string): string => {
    links.push(...[...text.matchAll(addresses)].map(([address]) => address));
    if (loose) {
      notifies.push(...[...text.matchAll(/(?<![\p{L}\p{N}])@(?:channel|here|everyone)\b/gu)].map(([each]) => each));
      channels.push(...[...text.matchAll(/(?<![\p{L}\p{N}&])#([a-z0-9_-]+)/gu)].map(([, name = ""]) => name));
    }
    return text;
  };
  let text = "";
  let end = 0;
  for (const match of source.matchAll(/<([^<>\n]+)>/g)) {
    text += bare(source.slice(end, match.index)) + token(match[1] ?? "");
    end = match.index + match[0].length;
  }
  text += bare(source.slice(end));
  const shown = text.replaceAll(marks, (_whole, _mark: string, inside: string) => {
    styled.push(unescaped(inside));
    return inside;
  });
  return { text: unescaped(shown), notifies, links, channels, styled };
}

export const literal = (text: string): Rendered => ({ text, notifies: [], links: [], channels: [], styled: [] });

export const joined = (parts: readonly Rendered[], between: string): Rendered => ({
  text: parts.map(({ text }) => text).join(between),
  notifies: parts.flatMap(({ notifies }) => notifies),
  links: parts.flatMap(({ links }) => links),
  channels: parts.flatMap(({ channels }) => channels),
  styled: parts.flatMap(({ styled }) => styled),
});
