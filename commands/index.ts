import type { AnyCommand } from "../src/command.ts";
import { ask } from "./ask.ts";
import { help } from "./help.ts";
import { rule } from "./rule.ts";

/** Every command that there is; the order is that of the help. */
export const commands: readonly AnyCommand[] = [ask, rule, help];
