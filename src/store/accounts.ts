import type { Account } from "../office/people.ts";
import type { Language } from "../text.ts";
import type { Records } from "./store.ts";

/** An account as it is known: whose it is, and in which language it is spoken to. */
export interface KnownAccount extends Account {
  /** The id of the person of the roster; null: not linked. */
  readonly person: string | null;
  /** The language of the platform, last seen. */
  readonly locale: Language | null;
  /** The language that was chosen. */
  readonly language: Language | null;
  /** When it was last linked or unlinked; null: never. */
  readonly linkedAt: Date | null;
}

const columns = ["platform", "workspace", "id", "name", "person", "locale", "language", "linked_at"] as const;

function known(row: {
  platform: string;
  workspace: string;
  id: string;
  name: string;
  person: string | null;
  locale: string | null;
  language: string | null;
  linked_at: number | null;
}): KnownAccount {
  const { linked_at, ...account } = row;
  return {
    ...account,
    locale: row.locale as Language | null,
    language: row.language as Language | null,
    linkedAt: linked_at === null ? null : new Date(linked_at),
  };
}

/** Notes that an account was seen, with its present name and locale, and tells what is known of it. */
export async function seeAccount(
  { db, organisation }: Records,
  { platform, workspace, id, name }: Account,
  locale: Language | undefined,
  now: Date,
): Promise<KnownAccount> {
  const row = await db
    .insertInto("account")
    .values({ organisation, platform, workspace, id, name, locale: locale ?? null, seen_at: now.getTime() })
    .onConflict((conflict) =>
      conflict
        .columns(["organisation", "platform", "workspace", "id"])
        .doUpdateSet({ name, seen_at: now.getTime(), ...(locale ? { locale } : {}) }),
    )
    .returning(columns)
    .executeTakeFirstOrThrow();
  return known(row);
}

/** A person's accounts, the one that they used last first. */
export async function accountsOf({ db, organisation }: Records, person: string): Promise<readonly KnownAccount[]> {
  const rows = await db
    .selectFrom("account")
    .select(columns)
    .where("organisation", "=", organisation)
    .where("person", "=", person)
    .orderBy("seen_at", "desc")
    .execute();
  return rows.map(known);
}

/** The people who have an account on some platform: of everybody, or of these ids. */
export async function linkedPeople(
  { db, organisation }: Records,
  ids?: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("account")
    .select("person")
    .distinct()
    .where("organisation", "=", organisation)
    .where((row) => (ids ? row("person", "in", [...ids, ""]) : row("person", "is not", null)))
    .execute();
  return new Set(rows.flatMap(({ person }) => person ?? []));
}

/** Ties an account to a person of the roster (null: unties it). */
export async function linkAccount(
  { db, organisation }: Records,
  { platform, workspace, id }: Omit<Account, "name">,
  person: string | null,
  now: Date,
): Promise<void> {
  await db
    .updateTable("account")
    .set({ person, linked_at: now.getTime() })
    .where("organisation", "=", organisation)
    .where("platform", "=", platform)
    .where("workspace", "=", workspace)
    .where("id", "=", id)
    .execute();
}

export async function chooseLanguage(
  { db, organisation }: Records,
  { platform, workspace, id }: Omit<Account, "name">,
  language: Language | null,
): Promise<void> {
  await db
    .updateTable("account")
    .set({ language })
    .where("organisation", "=", organisation)
    .where("platform", "=", platform)
    .where("workspace", "=", workspace)
    .where("id", "=", id)
    .execute();
}

/** An account that was seen before. */
export async function accountCalled(
  { db, organisation }: Records,
  { platform, workspace, id }: Omit<Account, "name">,
): Promise<KnownAccount | undefined> {
  const row = await db
    .selectFrom("account")
    .select(columns)
    .where("organisation", "=", organisation)
    .where("platform", "=", platform)
    .where("workspace", "=", workspace)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && known(row);
}

/** The language in which a person is spoken to: that of the account they used last, else the office's. */
export async function languageOfPerson(records: Records, person: string, office: Language): Promise<Language> {
  const [latest] = await accountsOf(records, person);
  return latest?.language ?? latest?.locale ?? office;
}

/** The language of a person; a channel is spoken to in the office's. */
export async function languageOfRecipient(records: Records, recipient: string, office: Language): Promise<Language> {
  const [, person] = recipient.match(/^person:(.+)$/) ?? [];
  return person === undefined ? office : languageOfPerson(records, person, office);
}
