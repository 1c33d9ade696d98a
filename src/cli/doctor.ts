import { existsSync } from "node:fs";
import { commands } from "../../commands/index.ts";
import { createApp } from "../app.ts";
import { systemClock } from "../clock.ts";
import { type Config, ConfigError, readConfig } from "../config.ts";
import { dayOf, minuteOf } from "../dates.ts";
import { type Finding, ill, well } from "../finding.ts";
import { stderrLog } from "../log.ts";
import { readOfficeSettings } from "../office/settings.ts";
import { type Calendar, type OfficeTime, officeMoment, plainWeeks } from "../reminders/office-time.ts";
import { RulebookError } from "../rulebook/load.ts";
import { administrators } from "../store/administrators.ts";
import { verifyAudit } from "../store/audit.ts";
import { waitingMessages } from "../store/outbox.ts";
import { everybody } from "../store/people.ts";
import { openToOthers } from "../store/private-files.ts";
import { waitingReminders } from "../store/reminders.ts";
import { readSettings } from "../store/settings.ts";
import { filesOf, openStore, type Records, type Store } from "../store/store.ts";
import { storeProblem } from "../store/trouble.ts";

// npm run doctor: looks at everything that Mishu needs and says in plain words what is wrong and what to do next.
// Exit status 1 when something is wrong.

/**
 * Examines the settings (with the file that they may stand in), the rulebook, the database and each platform, in the
 * order in which they are needed.
 */
export async function examine(
  environment: Readonly<Record<string, string | undefined>>,
  say: (heading: string, findings: readonly Finding[]) => void,
  settingsFile = ".env",
): Promise<boolean> {
  let allWell = true;
  const part = async (heading: string, look: () => Promise<readonly Finding[]>): Promise<void> => {
    const findings = await look().catch((error: unknown) => [
      ill(wordsOf(error), "Mend this first, then run the doctor again."),
    ]);
    allWell &&= findings.every((each) => each.well);
    say(heading, findings);
  };
  let config: Config | undefined;
  await part("Settings", async () => {
    try {
      config = readConfig(environment);
      const runs = [config.slack && "Slack", config.discord && "Discord", config.terminal && "the terminal"];
      return [
        well(`They can be used. Mishu will run on ${runs.filter(Boolean).join(", ")}.`),
        ...readByOthers([settingsFile], "tokens"),
      ];
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      return [
        ...error.problems.map((problem) => ill(problem, "Set it in .env (see .env.example).")),
        ...readByOthers([settingsFile], "tokens"),
      ];
    }
  });
  if (!config) return false;
  const { slack, discord } = config;
  const settings = config;
  let calendar = plainWeeks;
  await part("Rulebook", async () => {
    const app = createApp(settings, stderrLog);
    const { rulebook } = app;
    calendar = app.calendar;
    const { title, edition } = rulebook.data;
    return [well(`${title.en ?? Object.values(title)[0]}, ${edition}, ${rulebook.source.articles.size} articles.`)];
  });
  await part("Database", () => examineStore(settings, calendar));
  if (slack)
    await part("Slack", async () => (await import("../platforms/slack/examine.ts")).examineSlack(slack, commands));
  if (discord)
    await part("Discord", async () =>
      (await import("../platforms/discord/examine.ts")).examineDiscord(discord, commands, stderrLog),
    );
  return allWell;
}

function wordsOf(error: unknown): string {
  if (error instanceof RulebookError) return error.message;
  const { code, message } =
    error instanceof Error ? (error as NodeJS.ErrnoException) : { code: "", message: String(error) };
  return code ? `${message} (${code})` : message;
}

/** What is wrong with files that other users of the machine may read. */
function readByOthers(files: readonly string[], what: string): readonly Finding[] {
  return files
    .filter(openToOthers)
    .map((file) =>
      ill(
        `Other users of this machine may read or write ${file}, with ${what} in it.`,
        `As the user to whom it belongs: chmod 600 ${file}`,
      ),
    );
}

async function examineStore({ database }: Config, calendar: Calendar): Promise<readonly Finding[]> {
  let store: Store;
  try {
    store = await openStore(database);
  } catch (error) {
    const { what, next } = storeProblem(database, error);
    return [ill(what, next)];
  }
  try {
    const place = "file" in database ? `the file ${database.file}` : "the PostgreSQL server of DATABASE_URL";
    return [
      well(`It is open and up to date: ${place}.`),
      // Mishu closes them when it opens them: these are somebody else's, or on a disk that has no such modes
      ...("file" in database ? readByOthers(filesOf(database.file), "names, mail addresses and the audit") : []),
      ...(await store.look((records) => examineRecords(records, calendar))),
    ];
  } finally {
    await store.close();
  }
}

async function examineRecords(records: Records, calendar: Calendar): Promise<readonly Finding[]> {
  const now = systemClock.now();
  const { timeZone, officeHours } = readOfficeSettings(await readSettings(records));
  const people = await everybody(records);
  const admins = await administrators(records);
  const waiting = await waitingMessages(records);
  const audit = await verifyAudit(records);
  const since = waiting.oldest === null ? "" : ` since ${minuteOf(new Date(waiting.oldest), timeZone)}`;
  return [
    people.length > 0
      ? well(`The roster has ${people.length} people (today is ${dayOf(now, timeZone)} in ${timeZone}).`)
      : ill("The roster is empty.", "Import it: /roster import, with the template that it gives."),
    admins.length > 0
      ? well(`There ${admins.length === 1 ? "is 1 administrator" : `are ${admins.length} administrators`}.`)
      : ill(
          "There is no administrator yet.",
          "The owner of the workspace or server becomes the first by what they first change there: a roster that they import, a setting, or /roster link with a person.",
        ),
    waiting.count === 0
      ? well("No message waits to be delivered.")
      : ill(`${waiting.count} messages wait to be delivered${since}.`, "They go out when their platform is connected."),
    await examineReminders(records, { hours: officeHours, zone: timeZone, calendar }),
    audit.faults.length === 0
      ? well(`The audit holds: ${audit.events} events.`)
      : ill(
          `The audit has ${audit.faults.length} faults.`,
          "Run npm run audit:verify, and keep a copy of the database.",
        ),
  ];
}

/** Those that wait for their time are well; late is one that should have been sent in office hours that are past. */
async function examineReminders(records: Records, office: OfficeTime): Promise<Finding> {
  const { count, oldest } = await waitingReminders(records);
  if (oldest === undefined) return well("No reminder waits.");
  const many = `${count} ${count === 1 ? "reminder waits" : "reminders wait"}`;
  const meant = officeMoment(oldest, office);
  const minutes = Math.floor((systemClock.now().getTime() - meant.getTime()) / 60_000);
  if (minutes < 5) return well(`${many} for ${count === 1 ? "its" : "their"} time.`);
  const late = minutes < 120 ? `${minutes} minutes` : `${Math.floor(minutes / 60)} hours`;
  return ill(
    `${many}; the oldest should have been sent at ${minuteOf(meant, office.zone)}, ${late} ago.`,
    "Late ones are sent, and say so, as soon as Mishu runs in office hours. If it runs, its log says what went wrong.",
  );
}

if (import.meta.main) {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const allWell = await examine(process.env, (heading, findings) => {
    const lines = findings.map(
      ({ well: good, what, next }) => `  ${good ? "✓" : "✗"} ${what}${next ? `\n    → ${next}` : ""}`,
    );
    process.stdout.write(`${heading}\n${lines.join("\n")}\n\n`);
  });
  process.stdout.write(allWell ? "All is well.\n" : "Something is to be done: see the arrows above.\n");
  process.exitCode = allWell ? 0 : 1;
}
