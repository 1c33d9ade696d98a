import { StringDecoder } from "node:string_decoder";
import { z } from "zod";

/** The lines of a stream, ended by a line feed only: JSON may hold other line separators. No byte order mark. */
export async function* linesOf(stream: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  let first = true;
  for await (const chunk of stream) {
    rest += typeof chunk === "string" ? chunk : decoder.write(chunk);
    if (first) rest = rest.replace(/^\ufeff/, "");
    first = false;
    const lines = rest.split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}

type Streams = Pick<NodeJS.Process, "stdin" | "stdout" | "stderr">;

/**
 * Answers each line of the input by one JSON line, in order; as slowly as the output is read. Exit status: 0 unless the
 * input could not be read.
 */
export async function answerLines(
  { stdin, stdout, stderr }: Streams,
  answer: (line: string) => unknown,
): Promise<number> {
  try {
    for await (const line of linesOf(stdin))
      if (line.trim() !== "" && !stdout.write(`${JSON.stringify(answer(line))}\n`))
        await new Promise((resolve) => stdout.once("drain", resolve));
    return 0;
  } catch (error) {
    stderr.write(`the input could not be read: ${error instanceof Error ? error.message : error}\n`);
    return 1;
  }
}

/** A line that could be read, or what is wrong with it, under its own id where it has one. */
export type Read<T> = { readonly line: T } | { readonly fault: { readonly id?: unknown; readonly error: string } };

/** Reads one JSON line; `example`: what such a line looks like. */
export function readLine<Schema extends z.ZodType>(
  line: string,
  schema: Schema,
  example: string,
): Read<z.output<Schema>> {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    return { fault: { error: `this line is not JSON; for example ${example}` } };
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { line: parsed.data };
  return { fault: { ...idOf(raw), error: faultIn(parsed.error) } };
}

/** "given.role: …": the first thing that is wrong. */
export function faultIn({ issues: [issue] }: z.ZodError, within: readonly string[] = []): string {
  return `${[...within, ...(issue?.path ?? [])].join(".") || "the line"}: ${issue?.message}`;
}

const idOf = (raw: unknown): { readonly id?: unknown } =>
  typeof raw === "object" && raw !== null && "id" in raw ? { id: raw.id } : {};

/** An id as other systems give it: text or a number. */
export const lineId = z.union([z.string(), z.number()]).optional();
