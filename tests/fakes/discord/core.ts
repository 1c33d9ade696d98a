import type { Exchange } from "./exchange.ts";
import type { Gateway } from "./gateway.ts";
import type { Hub } from "./hub.ts";
import type { World } from "./world.ts";

/** What the parts of the fake share. */
export interface Core {
  readonly world: World;
  readonly hub: Hub;
  readonly gateway: Gateway;
  /** By their token. */
  readonly exchanges: Map<string, Exchange>;
  /** Has the waiting looked at again when so many milliseconds have passed; nothing where tests move the clock. */
  readonly lookAgainIn: (ms: number) => void;
}
