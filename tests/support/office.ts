import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createApp, openOffice, type Running } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import type { Button, Reply } from "../../src/reply.ts";
import type { Asked } from "../../src/request.ts";
import { openStore, type Place } from "../../src/store/store.ts";
import type { Language } from "../../src/text.ts";
import type { Visitor } from "../../src/visit.ts";
import type { Calendar } from "../../src/workdays/calendar.ts";
import { quietLog } from "./app.ts";

/** A believable municipal government of sixty people; the names are invented. */
export const sixty = readFileSync(new URL("roster-60.csv", import.meta.url), "utf8");

/** The rules and commands, made once; each office has its own records. */
const trouble: unknown[] = [];
const app = createApp(
  readConfig({}),
  quietLog((error) => trouble.push(error)),
);

/** A message in the outbox: to whom, and what. */
export interface Sent {
  readonly to: string;
  readonly reply: Reply;
}

export interface Event {
  readonly action: string;
  readonly actor: string;
  readonly subject: string;
  readonly articles: readonly string[];
  readonly about: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** An office with records of its own and a clock that stands until it is set. */
export interface TestOffice {
  readonly app: typeof app;
  readonly running: Running;
  /** What broke and was logged, in all offices so far: nothing should. */
  readonly trouble: readonly unknown[];
  /** Sets the clock: "2026-11-24T09:00:00+08:00". */
  setClock(instant: string): void;
  now(): Date;
  /** Types a line, as a visitor. */
  type(line: string, visitor: Visitor): Promise<Reply>;
  /** Gives a command its options, as a form or a menu does: files come in this way. */
  give(command: string, options: Readonly<Record<string, string>>, visitor: Visitor): Promise<Reply>;
  /** Presses a button of a reply, found by a part of its label. */
  press(reply: Reply, label: string | RegExp, visitor: Visitor): Promise<Reply>;
  /** Imports a roster as the owner. */
  importRoster(csv?: string): Promise<Reply>;
  /** Links a visitor to a person of the roster, by a code of the owner. */
  link(visitor: Visitor, person: string): Promise<Reply>;
  /** What may be chosen for an option. */
  suggest(command: string, option: string, typed: string, visitor: Visitor): Promise<readonly string[]>;
  messages(): Promise<readonly Sent[]>;
  events(): Promise<readonly Event[]>;
  close(): Promise<void>;
}

export interface Opening {
  readonly begin?: string;
  readonly calendar?: Calendar;
}

/** Somebody on Slack, whose interface is in a language. */
export function visitor(id: string, given: Partial<Visitor> & { readonly locale?: Language } = {}): Visitor {
  return { platform: "slack", workspace: "T1", id, name: `@${id}`, locale: "en", owner: false, ...given };
}

/** The owner of the workspace: the first administrator. */
export const owner = visitor("U-OWNER", { owner: true });

/**
 * Opens an office at nine on Monday, 23 November 2026, or at another time. `place`: where its records outlive it, and it
 * can be opened again. `calendar`: which days are worked, if not by all notices that there are.
 */
export async function startOffice(
  place: Place = { file: ":memory:" },
  { begin = "2026-11-23T09:00:00+08:00", calendar = app.calendar }: Opening = {},
): Promise<TestOffice> {
  let now = new Date(begin);
  const store = await openStore(place);
  const running = openOffice({ ...app, calendar }, store, [], { now: () => now, elapsed: () => 0 });

  const answer = (what: Asked, from: Visitor): Promise<Reply> =>
    running.desk.answerNow(
      {
        key: `test:${randomUUID()}`,
        platform: from.platform,
        from,
        ...(from.locale ? { locale: from.locale } : {}),
        asked: what,
        returnTo: null,
      },
      from,
    );

  const office: TestOffice = {
    app,
    running,
    trouble,
    setClock(instant) {
      now = new Date(instant);
    },
    now: () => now,
    type: (line, from) => answer({ line }, from),
    give: (command, options, from) => answer({ command, options }, from),
    press(reply, label, from) {
      const button = buttonOf(reply, label);
      return answer({ command: button.command, options: button.options }, from);
    },
    importRoster: (csv = sixty) => answer({ command: "roster import", options: { file: csv } }, owner),
    async link(from, person) {
      const given = await answer({ command: "roster link", options: { person } }, owner);
      return answer({ command: "roster link", options: { code: codeIn(given) } }, from);
    },
    async suggest(command, option, typed, from) {
      return (await running.desk.suggest(command, option, typed, from)).map(({ label }) => label);
    },
    messages: () =>
      store.transaction(async ({ db }) => {
        const rows = await db.selectFrom("outbox").select(["recipient", "reply"]).orderBy("created_at").execute();
        return rows.map(({ recipient, reply }) => ({ to: recipient, reply: JSON.parse(reply ?? "null") as Reply }));
      }),
    events: () =>
      store.transaction(async ({ db }) => {
        const rows = await db
          .selectFrom("audit")
          .innerJoin("audit_detail", "audit_detail.sequence", "audit.sequence")
          .select(["action", "actor", "subject", "articles", "person", "details"])
          .orderBy("audit.sequence")
          .execute();
        return rows.map(({ articles, details, person, ...event }) => ({
          ...event,
          about: person,
          articles: JSON.parse(articles) as readonly string[],
          details: JSON.parse(details) as Event["details"],
        }));
      }),
    close: () => running.stop(),
  };
  return office;
}

export function buttonOf(reply: Reply, label: string | RegExp): Button {
  const found = reply.buttons.find((each) =>
    typeof label === "string" ? each.label.includes(label) : label.test(each.label),
  );
  if (!found) throw new Error(`no button ${label} among ${reply.buttons.map((each) => each.label).join(", ")}`);
  return found;
}

/** The code that a reply shows. */
export function codeIn(reply: Reply): string {
  const code = JSON.stringify(reply.blocks).match(/[A-Z2-9]{4}-[A-Z2-9]{4}/)?.[0];
  if (code === undefined) throw new Error("the reply shows no code");
  return code;
}

/** The cells of the tables of a reply, row by row, without the headings. */
export function tableOf(reply: Reply): readonly (readonly string[])[] {
  return reply.blocks.flatMap((block) => (block.kind === "table" ? block.rows.slice(1) : []));
}
