import { loadCompiled } from "../compiled.ts";
import { readConfig } from "../config.ts";
import { RulebookError } from "../rulebook/load.ts";

// After the installation: compiles the rulebook, so that already the first start is quick. A rulebook with faults does
// not stop an installation; it is told at the start, and by npm run rules:check.
try {
  loadCompiled(readConfig(process.env).rulebookFolder);
} catch (error) {
  if (!(error instanceof RulebookError)) throw error;
  process.stderr.write(`${error.message}\n`);
}
