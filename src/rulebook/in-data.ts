import type { Finding } from "./law-text.ts";
import type { Rulebook } from "./model.ts";

/** A finding in rulebook.yaml; its line is found from the path. */
export function inData({ source }: Rulebook, path: readonly string[], message: string): Finding {
  const file = source.file.replace(/[^/\\]*$/, "rulebook.yaml");
  return { file, line: 1, path, message: `${path.join(".")}: ${message}` };
}
