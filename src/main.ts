import { enableCompileCache } from "node:module";

// the second start is quicker: compiled modules are kept in the system's temporary folder
enableCompileCache();
const { start } = await import("./start.ts");
await start();
