import { createHash, randomInt } from "node:crypto";
import type { Account } from "../office/people.ts";
import type { Records } from "./store.ts";

/** Milliseconds for which a code can be used. */
export const codeLife = 24 * 3600_000;
/** Wrong codes that an account may type within an hour. */
export const mostWrongCodes = 5;
const hour = 3600_000;

// no letters and digits that are taken for one another
const signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

const hashOf = (code: string) =>
  createHash("sha256")
    .update(code.toUpperCase().replace(/[^A-Z0-9]/g, ""))
    .digest("hex");

/** Makes a code, once, with which an account proves to be a person's. Earlier codes of that person no longer hold. */
export async function makeCode(records: Records, person: string, now: Date): Promise<string> {
  const { db, organisation } = records;
  const code = Array.from({ length: 8 }, () => signs[randomInt(signs.length)]).join("");
  await dropCodes(records, person);
  await db
    .insertInto("link_code")
    .values({ organisation, hash: hashOf(code), person, expires_at: now.getTime() + codeLife, used_at: null })
    .execute();
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** Codes of a person that were made and not used no longer hold. */
export async function dropCodes({ db, organisation }: Records, person: string): Promise<void> {
  await db
    .deleteFrom("link_code")
    .where("organisation", "=", organisation)
    .where("person", "=", person)
    .where("used_at", "is", null)
    .execute();
}

export type CodeUse = { readonly person: string } | { readonly problem: "wrong" | "expired" | "used" | "too-many" };

/** Uses up a code typed by an account. Too many wrong ones within an hour, and none is taken for the rest of it. */
export async function useCode(
  { db, organisation }: Records,
  typed: string,
  account: Omit<Account, "name">,
  now: Date,
): Promise<CodeUse> {
  const ofAccount = { organisation, platform: account.platform, workspace: account.workspace, id: account.id };
  const tries = await db
    .selectFrom("account")
    .select(["wrong_codes", "wrong_codes_since"])
    .where((row) => row.and(ofAccount))
    .executeTakeFirst();
  const recent = now.getTime() - (tries?.wrong_codes_since ?? 0) < hour;
  if (recent && (tries?.wrong_codes ?? 0) >= mostWrongCodes) return { problem: "too-many" };
  const row = await db
    .selectFrom("link_code")
    .select(["hash", "person", "expires_at", "used_at"])
    .where("organisation", "=", organisation)
    .where("hash", "=", hashOf(typed))
    .executeTakeFirst();
  if (!row) {
    await db
      .updateTable("account")
      .set(
        recent ? { wrong_codes: (tries?.wrong_codes ?? 0) + 1 } : { wrong_codes: 1, wrong_codes_since: now.getTime() },
      )
      .where((each) => each.and(ofAccount))
      .execute();
    return { problem: "wrong" };
  }
  if (row.used_at !== null) return { problem: "used" };
  if (row.expires_at <= now.getTime()) return { problem: "expired" };
  const { numUpdatedRows } = await db
    .updateTable("link_code")
    .set({ used_at: now.getTime() })
    .where("organisation", "=", organisation)
    .where("hash", "=", row.hash)
    // two who type it at the same moment: only one gets it
    .where("used_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n ? { person: row.person } : { problem: "used" };
}

/** Forgets codes that can no longer be used. */
export async function forgetCodes({ db, organisation }: Records, before: Date): Promise<void> {
  await db
    .deleteFrom("link_code")
    .where("organisation", "=", organisation)
    .where("expires_at", "<", before.getTime())
    .execute();
}
