import type { AnyCommand } from "../src/command.ts";
import { ask } from "./ask.ts";
import { help } from "./help.ts";
import { rosterAdmin } from "./roster/admin.ts";
import { rosterEntrust } from "./roster/entrust.ts";
import { rosterImport } from "./roster/import.ts";
import { rosterLink } from "./roster/link.ts";
import { rosterShow } from "./roster/show.ts";
import { rosterUnlink } from "./roster/unlink.ts";
import { rosterWho } from "./roster/who.ts";
import { rule } from "./rule.ts";
import { settings } from "./settings.ts";
import { whoami } from "./whoami.ts";

/** Every command that there is; the order is that of the help. */
export const commands: readonly AnyCommand[] = [
  ask,
  rule,
  whoami,
  rosterImport,
  rosterShow,
  rosterWho,
  rosterLink,
  rosterUnlink,
  rosterEntrust,
  rosterAdmin,
  settings,
  help,
];
