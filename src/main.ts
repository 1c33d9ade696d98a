import "./quick-start.ts";

const { start } = await import("./start.ts");
await start();
