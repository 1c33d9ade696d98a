import { commands } from "../commands/index.ts";
import { createAssistant } from "./ask/assistant.ts";
import { postFrom } from "./ask/post.ts";
import { type Clock, systemClock } from "./clock.ts";
import type { CommandLine } from "./command-line.ts";
import { loadCompiled } from "./compiled.ts";
import type { Config } from "./config.ts";
import { createDesk, type FullDesk } from "./desk.ts";
import { commandOf, dispatch, type Office, type Request } from "./dispatch.ts";
import { formFor } from "./form.ts";
import type { Log } from "./log.ts";
import type { Desk, Platform } from "./platforms/platform.ts";
import { deliverDue } from "./post-office.ts";
import { reminderKinds } from "./reminders/index.ts";
import type { ReminderKind } from "./reminders/kind.ts";
import { seedReminders, sweepReminders } from "./reminders/sweep.ts";
import type { Reply } from "./reply.ts";
import type { Asked } from "./request.ts";
import { forgetUnsentFiles } from "./store/draft-files.ts";
import { forgetDeliveries } from "./store/inbox.ts";
import { forgetDrafts } from "./store/leave.ts";
import { forgetCodes } from "./store/link-codes.ts";
import { forgetParked } from "./store/parked.ts";
import { forgetReminders } from "./store/reminders.ts";
import type { Store } from "./store/store.ts";
import { inLanguage, type Language } from "./text.ts";
import { wordingFor } from "./wording/wording.ts";
import { calendarOf } from "./workdays/calendar.ts";

/** The rules and the commands, without an office behind them. */
export interface App extends Office {
  handle(request: Request): Promise<Reply>;
  /** What is asked, as a command with its options. */
  read(asked: Asked): CommandLine;
  /** The form to fill in first; see Desk. */
  form: Desk["form"];
  /** The post that somebody typed (an id or words for it), with its name. Throws an InputError for that person. */
  post(typed: string, language: Language): { readonly id: string; readonly name: string };
}

/** Loads the rulebook and the notices. Throws a RulebookError or a CalendarError when they cannot be used. */
export function createApp(config: Pick<Config, "rulebookFolder" | "http">, log: Log): App {
  const { rulebook, index, notices } = loadCompiled(config.rulebookFolder);
  const office: Office = {
    rulebook,
    assistant: createAssistant(rulebook, index),
    commands,
    calendar: calendarOf(notices, { checked: true }),
    log,
    ...(config.http && { publicUrl: config.http.publicUrl }),
  };
  return {
    ...office,
    handle: (request) => dispatch(request, office),
    read: (asked) => commandOf(asked, commands),
    form: (asked, language, wanted) => formFor(commandOf(asked, commands), commands, wordingFor(language), wanted),
    post(typed, language) {
      const id = postFrom(typed, rulebook, office.assistant, wordingFor(language));
      return { id, name: inLanguage(rulebook.data.posts[id]?.name ?? {}, language) };
    },
  };
}

/** The office at work: its records, its desk, and the platforms through which people reach it. */
export interface Running {
  readonly desk: FullDesk;
  readonly store: Store;
  /** What a minute brings: unanswered deliveries, reminders and messages that are due. */
  tick(): Promise<void>;
  /** Forgets what no platform repeats any more, reminders that are long done, and drafts that nobody sent. */
  tidy(): Promise<void>;
  /** Resolves when everything asked is answered and every message that is due was tried. */
  idle(): Promise<void>;
  /** Takes nothing more in, ends what is being answered, then closes the store. */
  stop(): Promise<void>;
}

const day = 24 * 3600_000;

/** Opens the office on a store; platforms are started by whoever runs it. */
export function openOffice(
  app: App,
  store: Store,
  platforms: readonly Platform[],
  clock: Clock = systemClock,
  kinds: readonly ReminderKind[] = reminderKinds,
): Running {
  const named = new Map(platforms.map((each) => [each.name, each]));
  const post = { store, clock, log: app.log, platforms: named };
  let posting = Promise.resolve();
  let asked = false;
  // however many ask for it, one look at the outbox after the present one finds what all of them put there
  const posted = (): void => {
    if (asked) return;
    asked = true;
    posting = posting
      .then(() => {
        asked = false;
        return deliverDue(post);
      })
      .then(
        () => {},
        (error) => app.log.error("outbox", { reference: "outbox", error }),
      );
  };
  const desk = createDesk({ office: app, store, clock, platforms: named, posted });
  const { rulebook, calendar, log } = app;
  let closing = false;
  let sweeping = Promise.resolve();
  let seeded = false;
  // one after the other: two of one process would only wait for each other
  const swept = (): Promise<void> => {
    sweeping = sweeping
      .then(async () => {
        const parts = { store, clock, log, rulebook, calendar, kinds, posted, closing: () => closing };
        if (!seeded) await seedReminders(parts);
        seeded = true;
        await sweepReminders(parts);
      })
      .then(
        () => {},
        (error) => log.error("reminders", { reference: "reminders", error }),
      );
    return sweeping;
  };
  const round = async (): Promise<void> => {
    if (closing) return;
    await desk.resume();
    await swept();
    posted();
    await posting;
  };
  let ticking = Promise.resolve();
  const idle = async (): Promise<void> => {
    await desk.idle();
    await sweeping;
    await posting;
  };
  return {
    desk,
    store,
    idle,
    tick() {
      ticking = round();
      return ticking;
    },
    async tidy() {
      const before = new Date(clock.now().getTime() - 30 * day);
      await store.transaction(async (records) => {
        await forgetDeliveries(records, before);
        await forgetParked(records, before);
        await forgetCodes(records, before);
        await forgetReminders(records, before);
        await forgetDrafts(records, before);
        await forgetUnsentFiles(records, before);
      });
    },
    async stop() {
      closing = true;
      await Promise.allSettled([ticking, ...platforms.map((each) => each.stop())]);
      await idle();
      await store.close();
    },
  };
}
