import { existsSync } from "node:fs";
import { createApp } from "./app.ts";
import { readConfig } from "./config.ts";
import { stderrLog } from "./log.ts";
import { runConsole } from "./platforms/console/index.ts";
import { RulebookError } from "./rulebook/load.ts";

/** Reads the settings, builds the app and runs it at the terminal; exit status 1 when it cannot start. */
export async function start(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  try {
    const app = createApp(readConfig(process.env), stderrLog);
    const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG;
    await runConsole(app, { input: process.stdin, output: process.stdout, ...(locale ? { locale } : {}) });
  } catch (error) {
    if (!(error instanceof RulebookError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
