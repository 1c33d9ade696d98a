import { plainText } from "../../plain-text.ts";
import type { Reply } from "../../reply.ts";
import { cut, limits } from "./limits.ts";
import { literalLine } from "./rich-text.ts";

/** What a notification says. It is read as Slack's own markup, so its three signs are escaped: it calls nobody. */
export function notification(reply: Reply): string {
  const { title, language } = reply;
  const words = [...(title === undefined ? [] : [title]), ...reply.blocks.map((each) => plainText(each, language))];
  const text = cut(literalLine(words.join(" ").slice(0, limits.notification * 4)), limits.notification);
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
