import { parseArgs } from "node:util";
import { stderrLog } from "../../src/log.ts";
import { openPlayground } from "./playground.ts";
import { runPrompt } from "./prompt.ts";
import { serve } from "./web.ts";

const help = `npm run dev                    a page on which you try Mishu as different people, in Slack and Discord
npm run dev -- --port 4800     at another port (usually 4700)
npm run dev -- --keep FILE     keeps the office's records in this SQLite file
npm run dev -- --no-page       a prompt in this terminal instead
`;

/** No account and no token is needed: Slack and Discord are imitated on this machine. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      port: { type: "string", default: "4700" },
      keep: { type: "string" },
      page: { type: "boolean", default: true },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return void process.stdout.write(help);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`“${values.port}” is no port.`);
  const log = { ...stderrLog, info: () => {} };
  const playground = await openPlayground({ log, ...(values.keep === undefined ? {} : { file: values.keep }) });
  const kept = values.keep === undefined ? "Records are forgotten at the end." : `Records are kept in ${values.keep}.`;
  if (!values.page) {
    process.stdout.write(`${kept}\n`);
    await runPrompt(playground, process.stdin, process.stdout);
    return playground.stop();
  }
  const web = await serve(playground, port).catch(async (error: NodeJS.ErrnoException) => {
    await playground.stop();
    if (error.code !== "EADDRINUSE") throw error;
    throw new Error(`Port ${port} is taken by another program. Choose another: npm run dev -- --port ${port + 1}`);
  });
  process.stdout.write(`Mishu's playground: ${web.address}\n${kept} Ctrl-C ends it.\n`);
  const stop = async (): Promise<void> => {
    await web.stop();
    await playground.stop();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
