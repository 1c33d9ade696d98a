import { enableCompileCache } from "node:module";

// Imported first by every program: compiled modules are kept in the system's temporary folder, which makes the second
// start quicker.
enableCompileCache();
