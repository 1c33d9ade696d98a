import { randomUUID } from "node:crypto";
import { createApp, openOffice, type Running } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import type { Address, Platform } from "../../src/platforms/platform.ts";
import type { Reply } from "../../src/reply.ts";
import { openStore, type Place } from "../../src/store/store.ts";
import type { Visitor } from "../../src/visit.ts";
import { pointOf, quietLog } from "../support/app.ts";
import { sixty } from "../support/office.ts";
import { instant, type Minute, minuteAt, minutesLater, plus, works } from "./calendar.ts";
import type { Expected, Kind } from "./count.ts";
import { audience, director, type Held, mayor, people, secretaryGeneral } from "./script.ts";

/** What an office delivered, and when; its platforms are told to keep everything. */
export interface Came extends Omit<Expected, "kind"> {
  /** undefined: not about a meeting, such as a card of leave. */
  readonly kind: Kind | undefined;
  readonly says: string;
}

// people are spoken to in English, the channel in the language of the office
const says: readonly (readonly [Kind, RegExp])[] = [
  ["notice", /^You are (called|invited) to a meeting\.$|^You preside over a meeting\.$|^会议通知。$/],
  ["asked to reply", /^A reminder: please say whether you come/],
  ["how it stands", /^How it stands with /],
  ["changed", /^A meeting to which you are called has changed\.$|^会议变更通知。$/],
  ["cancelled", /is cancelled\.$|^会议取消通知。$/],
  ["a working day before", /^A reminder of this meeting|^会议提醒，/],
  ["an hour before", /^A reminder: this meeting begins in an hour|^提醒：一小时后召开此会议。$/],
  ["are you there?", /^The meeting begins at \d\d:\d\d\. When you are there/],
  ["who was there", / is over\. This is the attendance:$/],
  ["to review", /wait for your review\.$/],
  ["to sign", /wait for your signature\.$/],
  ["to issue", /can be issued\.$/],
  ["waits for days", /have waited for days/],
  ["is it public?", /^Is public what /],
  ["not planned", /^For .* is (still )?not planned/],
];

const channel = "C-MEETINGS";

export interface Played {
  readonly came: readonly Came[];
  readonly restarts: number;
  /** Messages that were brought up to date in their place. */
  readonly updated: number;
  readonly trouble: readonly unknown[];
}

/** Plays a year in an office that is closed and opened again every few weeks. */
export async function play(year: readonly Held[], first: string, last: string, place: Place): Promise<Played> {
  let now = instant(`${first}T08:00`);
  const came: Came[] = [];
  const trouble: unknown[] = [];
  let updated = 0;
  const titles = year.map(({ title }) => title).toSorted((one, other) => other.length - one.length);
  const recorder = (name: "slack" | "discord"): Platform => ({
    name,
    async start() {},
    async stop() {},
    async visitor() {
      throw new Error("nobody writes from here");
    },
    async answer() {},
    async deliver(to: Address, reply: Reply, id: string) {
      const text = pointOf(reply);
      const whole = JSON.stringify(reply);
      came.push({
        kind: says.find(([, pattern]) => pattern.test(text))?.[0],
        says: text,
        // what is not planned has no title
        title: titles.find((each) => whole.includes(each)) ?? (/^For .* not planned/.test(text) ? text : ""),
        to: to.kind === "channel" ? "channel" : to.id.replace(/^U/, ""),
        platform: name,
        at: minuteAt(now),
      });
      return id;
    },
    async update() {
      updated++;
    },
  });
  const app = createApp(
    readConfig({}),
    quietLog((error) => trouble.push(error)),
  );
  const open = async (): Promise<Running> =>
    openOffice(app, await openStore(place), [recorder("slack"), recorder("discord")], {
      now: () => now,
      elapsed: () => 0,
    });
  let office = await open();
  const visitorOf = (id: string): Visitor => {
    const platform = people.find((each) => each.id === id)?.platform ?? "slack";
    return { platform, workspace: "T1", id: `U${id}`, name: `U${id}`, locale: "en", owner: false };
  };
  const give = async (who: Visitor, command: string, options: Readonly<Record<string, string>>): Promise<Reply> =>
    office.desk.answerNow(
      {
        key: `year:${randomUUID()}`,
        platform: who.platform,
        from: who,
        locale: "en",
        asked: { command, options },
        returnTo: null,
      },
      who,
    );
  const done = async (id: string, command: string, options: Readonly<Record<string, string>>): Promise<Reply> => {
    const told = await give(visitorOf(id), command, options);
    if (told.tone !== "done")
      throw new Error(`${command} ${JSON.stringify(options)} by ${id}: ${JSON.stringify(told)}`);
    return told;
  };
  const owner: Visitor = { ...visitorOf("0"), id: "UOWNER", owner: true };
  await give(owner, "roster import", { file: sixty });
  for (const { id } of people) {
    const made = JSON.stringify(await give(owner, "roster link", { person: id }));
    const linked = await give(visitorOf(id), "roster link", { code: made.match(/[A-Z2-9]{4}-[A-Z2-9]{4}/)?.[0] ?? "" });
    if (linked.tone !== "done") throw new Error(`${id} is not linked: ${made} ${JSON.stringify(linked)}`);
  }
  const chosen = await give(owner, "settings", { channel: `channel:slack:T1:${channel}`, use: "meetings" });
  if (chosen.tone !== "done") throw new Error(`no channel: ${JSON.stringify(chosen)}`);
  await office.idle();
  came.length = 0;
  const numbers = new Map<string, string>();
  const numberIn = (told: Reply): string => pointOf(told).match(/No\. (\d+)/)?.[1] ?? "";
  const actions: (readonly [Minute, () => Promise<unknown>])[] = year.flatMap((held) => {
    const number = () => ({ number: numbers.get(held.title) ?? "" });
    const { minutes, moved, cancelled } = held;
    const leaves = new Map<string, string>();
    return [
      [
        held.planned,
        async () => {
          const { type, day, from, until, title, presider, invited } = held;
          const options = { type, day, time: `${from}-${until}`, title, presider, invited: invited.join(",") };
          numbers.set(title, numberIn(await done(director, "meeting plan", options)));
        },
      ],
      [held.announced, () => done(director, "meeting announce", number())],
      ...(moved ? [[moved.at, () => done(director, "meeting change", { ...number(), day: moved.to })] as const] : []),
      ...(cancelled ? [[cancelled, () => done(director, "meeting cancel", number())] as const] : []),
      ...audience(held).flatMap((person) => {
        const when = held.replies.get(person);
        const stands = when !== undefined && !(cancelled && when > cancelled) && person !== mayor;
        return stands ? [[when, () => done(person, "meeting attend", number())] as const] : [];
      }),
      ...held.leaves.flatMap(({ person, asked, approved }) => {
        const ask = async () => {
          const draft = await give(visitorOf(person), "leave request", { meeting: number().number, reason: "x" });
          const send = draft.buttons.find(({ options }) => options.send !== undefined);
          if (!send) throw new Error(`leave of ${person}: ${JSON.stringify(draft)}`);
          leaves.set(person, numberIn(await done(person, send.command, send.options)));
        };
        const approve = () => done(secretaryGeneral, "leave approve", { number: leaves.get(person) ?? "" });
        return cancelled && asked > cancelled
          ? []
          : [[asked, ask] as const, ...(cancelled && approved > cancelled ? [] : [[approved, approve] as const])];
      }),
      ...(minutes
        ? ([
            [
              minutes.drafted,
              () =>
                done(director, "meeting minutes", {
                  ...number(),
                  text: "会议议定以下事项。",
                  subjects: minutes.listed ? "major-projects" : "none",
                  reviewer: minutes.reviewer,
                  signer: mayor,
                }),
            ],
            [minutes.reviewed, () => done(minutes.reviewer, "meeting pass", number())],
            [minutes.signed, () => done(mayor, "meeting pass", number())],
            [minutes.issued, () => done(director, "meeting issue", number())],
            ...(minutes.published
              ? [
                  [
                    minutes.published,
                    () => done(director, "meeting publish", { ...number(), outcome: "published" }),
                  ] as const,
                ]
              : []),
          ] as const)
        : []),
    ] as (readonly [Minute, () => Promise<unknown>])[];
  });
  const byMinute = Map.groupBy(actions, ([when]) => when);
  let restarts = 0;
  for (let day = first, count = 1; day <= last; day = plus(day, 1), count++) {
    for (const minute of minutesOf(day, [...byMinute.keys()])) {
      now = instant(minute);
      for (const [, act] of byMinute.get(minute) ?? []) await act();
      await office.tick();
      await office.idle();
    }
    if (count % 17 === 0) {
      await office.stop();
      office = await open();
      restarts++;
    }
  }
  await office.stop();
  return { came, restarts, updated, trouble };
}

/** When the office is looked at: often enough on working days for everything that has its minute. */
function minutesOf(day: string, extra: readonly Minute[]): readonly Minute[] {
  const own = extra.filter((each) => each.startsWith(day));
  if (!works(day)) return [...new Set([`${day}T09:05`, `${day}T15:05`, ...own])].sort();
  const minutes: Minute[] = [...own];
  for (let at = `${day}T07:50`; at <= `${day}T18:00`; at = minutesLater(at, 5))
    if (["00", "05", "15", "20", "35", "45", "50"].includes(at.slice(14))) minutes.push(at);
  return [...new Set(minutes)].sort();
}
