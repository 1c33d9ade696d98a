import type { Alarms } from "./alarms.ts";
import type { Post } from "./delivery.ts";
import type { Hub } from "./hub.ts";
import type { Workspace } from "./workspace.ts";

/** What all parts of the fake share. */
export interface Core {
  readonly workspace: Workspace;
  readonly hub: Hub;
  readonly alarms: Alarms;
  readonly post: Post;
  /** Slash commands of the app. */
  readonly commands: readonly string[];
  /** Events that the app subscribed to. */
  readonly events: ReadonlySet<string>;
  /** An address on this server. */
  url(path: string): string;
}

export const seconds = 1000;
export const minutes = 60 * seconds;
