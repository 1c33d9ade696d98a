import "../quick-start.ts";
import { createApp } from "../app.ts";
import { readConfig } from "../config.ts";
import { stderrLog } from "../log.ts";
import { evaluateLine } from "./evaluate-lines.ts";
import { answerLines } from "./lines.ts";

// npm run -s evaluate < cases.jsonl > results.jsonl: decisions of the rules for other systems, one JSON line each.
const app = createApp(readConfig(process.env), stderrLog);
process.exitCode = await answerLines(process, (line) => evaluateLine(line, app));
