import "../quick-start.ts";
import { existsSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { exportPerson } from "../store/personal-data.ts";
import { findPerson } from "./find-person.ts";
import { say, ToolError, usage, withRecords } from "./open-store.ts";

// npm run export -- PERSON [FILE]: everything that is kept about one person, as JSON.

const howTo = "npm run export -- PERSON [FILE]\nPERSON is a number of the roster, a mail address, or a name.";

const [typed, file, ...more] = positionalsOf();
if (!typed || more.length > 0) usage(howTo);

function positionalsOf(): readonly string[] {
  try {
    return parseArgs({ allowPositionals: true }).positionals;
  } catch {
    return usage(howTo);
  }
}

await withRecords(async ({ store }) => {
  if (file && existsSync(file)) throw new ToolError(`${file} is there already. Name another file.`);
  const everything = await store.look(async (records) => exportPerson(records, (await findPerson(records, typed)).id));
  const text = `${JSON.stringify(everything, null, 2)}\n`;
  if (!file) {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(file, text, { mode: 0o600, flag: "wx" });
  } catch (error) {
    throw new ToolError(`${file} could not be written: ${(error as Error).message}. Name another file.`);
  }
  say(`Everything that is kept about person ${String(typed)} is in ${file}.`);
});
