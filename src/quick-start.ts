import { enableCompileCache } from "node:module";

// Imported first by every program. Compiled modules are kept in the system's temporary folder, which makes the second
// start quicker; a reader that goes away (`| head`) ends the program quietly.
enableCompileCache();
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
