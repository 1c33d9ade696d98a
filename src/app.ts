import { commands } from "../commands/index.ts";
import { createAssistant } from "./ask/assistant.ts";
import { postFrom } from "./ask/post.ts";
import { loadCompiled } from "./compiled.ts";
import type { Config } from "./config.ts";
import { dispatch, type Office, type Request } from "./dispatch.ts";
import type { Log } from "./log.ts";
import type { Reply } from "./reply.ts";
import { inLanguage, type Language } from "./text.ts";
import { wordingFor } from "./wording/wording.ts";

export interface App extends Office {
  handle(request: Request): Promise<Reply>;
  /** The post that somebody typed (an id or words for it), with its name. Throws an InputError for that person. */
  post(typed: string, language: Language): { readonly id: string; readonly name: string };
}

/** Puts everything together. Throws a RulebookError when the rulebook cannot be used. */
export function createApp(config: Config, log: Log): App {
  const { rulebook, index } = loadCompiled(config.rulebookFolder);
  const office: Office = { rulebook, assistant: createAssistant(rulebook, index), commands, log };
  return {
    ...office,
    handle: (request) => dispatch(request, office),
    post(typed, language) {
      const id = postFrom(typed, rulebook, office.assistant, wordingFor(language));
      return { id, name: inLanguage(rulebook.data.posts[id]?.name ?? {}, language) };
    },
  };
}
