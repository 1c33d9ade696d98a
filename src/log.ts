/** Where trouble is written: one JSON line each, to standard error. Never questions, names or reasons of people. */
export interface Log {
  error(message: string, details: { readonly reference: string; readonly error: unknown }): void;
}

export const stderrLog: Log = {
  error(message, { reference, error }) {
    const stack = error instanceof Error ? error.stack : String(error);
    process.stderr.write(`${JSON.stringify({ level: "error", message, reference, stack })}\n`);
  },
};
