import { InputError } from "../errors.ts";
import type { Rulebook } from "../rulebook/model.ts";
import { inLanguage, repeated } from "../text.ts";
import type { Wording } from "../wording/wording.ts";
import type { Assistant } from "./assistant.ts";

/** The post that somebody typed: an id (department-head) or words for it (局长, bureau director). Throws an InputError. */
export function postFrom(typed: string, { data }: Rulebook, assistant: Assistant, wording: Wording): string {
  const id = typed.trim().toLowerCase();
  if (Object.hasOwn(data.posts, id)) return id;
  const called = Object.keys(data.posts).find((post) =>
    Object.values(data.posts[post]?.name ?? {}).some((name) => name.toLowerCase() === id),
  );
  if (called) return called;
  const named = assistant.concepts(typed).find((concept) => Object.hasOwn(data.posts, concept));
  if (named) return named;
  // some names have commas in them
  const known = Object.values(data.posts).map(({ name }) => inLanguage(name, wording.language));
  throw new InputError(
    wording.errors.unknownPost(repeated(typed), known.join(wording.language === "en" ? "; " : "；")),
  );
}
