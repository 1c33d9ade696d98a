import { channels } from "./channels.ts";
import { commands } from "./commands.ts";
import { interactions } from "./interactions.ts";
import { office } from "./office.ts";
import type { Route } from "./route.ts";
import { webhooks } from "./webhooks.ts";

/** Every route that is faked, as data: coverage.md is held equal to it. A path without parameters goes first. */
export const routesFor = (options: Parameters<typeof office>[0]): readonly Route[] => [
  ...office(options),
  ...commands,
  ...interactions,
  ...webhooks,
  ...channels,
];

export const routes: readonly Route[] = routesFor({ intentFlags: 0, url: () => "" });
