import type { Log } from "../log.ts";
import { type Desk, type Platform, PlatformError } from "./platform.ts";

/**
 * Starts a platform; what goes wrong does not touch the others. "later": it may come right by itself (no network), so
 * try again; "never": a person has to mend the settings first, and the log says which.
 */
export async function startPlatform(platform: Platform, desk: Desk, log: Log): Promise<"started" | "later" | "never"> {
  try {
    await platform.start(desk);
    log.info("connected", { platform: platform.name });
    return "started";
  } catch (error) {
    const told =
      error instanceof PlatformError ? `${error.message} (${error.code}). “npm run doctor” checks everything.` : error;
    log.warn("could not connect", { platform: platform.name, error: told });
    return error instanceof PlatformError ? "never" : "later";
  }
}
