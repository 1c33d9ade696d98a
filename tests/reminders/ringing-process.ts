import { createInterface } from "node:readline";
import { createApp, openOffice } from "../../src/app.ts";
import { createLog } from "../../src/log.ts";
import type { Platform } from "../../src/platforms/platform.ts";
import type { ReminderKind } from "../../src/reminders/kind.ts";
import { paragraph, type Reply, reply } from "../../src/reply.ts";
import { openStore } from "../../src/store/store.ts";
import { countPoints } from "../support/kill-points.ts";
import type { OfficeProcess } from "../support/office-process.ts";

// An office in a process of its own, to be killed while it does what is due. It makes a round when it starts, and one for
// each line; it writes what it does as JSON lines, as tests/support/office-process.ts does.

const { place, rulebook, ahead, killAt } = JSON.parse(process.argv[2] ?? "{}") as OfficeProcess;
const { pass, passed } = countPoints(killAt);

const tell = (what: Readonly<Record<string, unknown>>): void => {
  pass();
  process.stdout.write(`${JSON.stringify(what)}\n`);
  pass();
};

const minutes = 60_000;

/** Rings three times, three minutes apart; every seventh bell rings only when it is pulled a second time. */
const bell: ReminderKind = {
  name: "bell",
  async consider({ subject, step, recipient, attempts, ...planned }, { now, settings, send, note }) {
    const words = `${subject} ${step}`;
    await send(recipient, reply({ tone: "answer", language: settings.language, blocks: [paragraph(words)] }));
    await note({ action: "bell.ring", subject: words });
    if (attempts === 0 && Number(subject) % 7 === 0) throw new Error("the rope is stiff");
    if (step === 2) return { did: "sent" };
    const next = { step: step + 1, key: `bell:${subject}:${step + 1}`, at: new Date(now.getTime() + 3 * minutes) };
    return { did: "sent", next: { ...planned, subject, recipient, ...next } };
  },
};

/** What the bell says, without the note that it comes late. */
const wordsOf = ({ blocks: [first] }: Reply): string => (first?.kind === "text" ? first.text : "");
const wire: Platform = {
  name: "wire",
  async start() {},
  visitor: async ({ from }) => ({ ...from, owner: false }),
  async answer() {},
  async deliver(_, content, id) {
    tell({ delivered: id, words: wordsOf(content) });
    return id;
  },
  async update() {},
  async stop() {},
};

const clock = { now: () => new Date(Date.now() + ahead), elapsed: () => performance.now() };
const store = await openStore(place);
const app = createApp({ rulebookFolder: rulebook }, createLog());
// a test runs at any hour
const calendar = {
  years: [],
  dayKind: () => ({ kind: "working", why: "weekday" }) as const,
  presumablyWorking: () => true,
};
const office = openOffice({ ...app, calendar }, store, [wire], clock, [bell]);
tell({ ready: true });
let round = office.tick();

for await (const line of createInterface({ input: process.stdin })) {
  const { finish } = JSON.parse(line) as { readonly finish?: true };
  await round;
  round = office.tick();
  await round;
  await office.idle();
  tell({ idle: true, points: passed() });
  if (finish) break;
}
process.stdin.destroy();
await office.stop();
