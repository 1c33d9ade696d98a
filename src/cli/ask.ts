import "../quick-start.ts";

const { runAsk } = await import("./ask-lines.ts");
process.exitCode = await runAsk(process.argv.slice(2), process);
