import { fileURLToPath } from "node:url";
import { z } from "zod";

/** The rulebook that Mishu answers from when nothing else is set. */
export const defaultRulebook = fileURLToPath(new URL("../rules/changzhou-2017", import.meta.url));

const schema = z.object({
  /** Folder of the office's rulebook. */
  MISHU_RULEBOOK: z.string().min(1).default(defaultRulebook),
});

export interface Config {
  readonly rulebookFolder: string;
}

/** Reads the settings from an environment. An empty value counts as not set. Throws a ZodError that names the setting. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  return { rulebookFolder: schema.parse(set).MISHU_RULEBOOK };
}
