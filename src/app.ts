import { commands } from "../commands/index.ts";
import { createAssistant } from "./ask/assistant.ts";
import { loadCompiled } from "./compiled.ts";
import type { Config } from "./config.ts";
import { dispatch, type Office, type Request } from "./dispatch.ts";
import type { Log } from "./log.ts";
import type { Reply } from "./reply.ts";

export interface App extends Office {
  handle(request: Request): Promise<Reply>;
}

/** Puts everything together. Throws a RulebookError when the rulebook cannot be used. */
export function createApp(config: Config, log: Log): App {
  const { rulebook, index } = loadCompiled(config.rulebookFolder);
  const office: Office = { rulebook, assistant: createAssistant(rulebook, index), commands, log };
  return { ...office, handle: (request) => dispatch(request, office) };
}
