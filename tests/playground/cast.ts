import { readFileSync } from "node:fs";

/** The roster that the playground hands out; all its people are invented. */
export const sampleRoster = {
  name: "roster-60.csv",
  content: readFileSync(new URL("../support/roster-60.csv", import.meta.url), "utf8"),
};

/** Somebody as whom Mishu can be tried. The same people are on every platform. */
export interface Role {
  /** What the playground calls them: "owner". */
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly locale: string;
  /** A verified address that Slack tells: with it, nobody need type a code there. */
  readonly mail?: string;
}

export const cast: readonly Role[] = [
  { id: "owner", name: "Zhu Lin", role: "owner of the server; not on the roster", locale: "en-US" },
  {
    id: "secretary-general",
    name: "谢秉章",
    role: "secretary-general; known by mail on Slack",
    locale: "zh-CN",
    mail: "xie.bingzhang@changzhou.example",
  },
  { id: "bureau-head", name: "毛景行", role: "head of the education bureau", locale: "en-US" },
  { id: "district-head", name: "胡云鹤", role: "head of Wujin District", locale: "zh-CN" },
  { id: "deputy", name: "壮怀谷", role: "deputy head of the education bureau", locale: "zh-TW" },
  { id: "outsider", name: "Wei Ran", role: "outsider; on no roster", locale: "en-US" },
];

/** The person of the cast; throws for anybody else. */
export function roleOf(id: string): Role {
  const found = cast.find((each) => each.id === id);
  if (!found) throw new Error(`nobody here is called “${id}”; there is ${cast.map((each) => each.id).join(", ")}`);
  return found;
}

export const locales: readonly { readonly id: string; readonly name: string }[] = [
  { id: "en-US", name: "English" },
  { id: "zh-CN", name: "简体中文" },
  { id: "zh-TW", name: "繁體中文" },
];

/** Puts what a platform writes for a person where somebody typed their name: @毛景行. */
export function withMentions(text: string, mention: (id: string) => string): string {
  return cast.reduce((line, { id, name }) => line.replaceAll(`@${name}`, mention(id)), text);
}
