import { request as ask } from "node:http";
import ICAL from "ical.js";
import nodeIcal, { type VEvent } from "node-ical";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createApp, openOffice } from "../../src/app.ts";
import { type FeedServer, startFeeds } from "../../src/calendar-feed/server.ts";
import { readConfig } from "../../src/config.ts";
import { erasedNotice } from "../../src/erased-notice.ts";
import type { Reply } from "../../src/reply.ts";
import { erasePerson } from "../../src/store/erasure.ts";
import { exportPerson } from "../../src/store/personal-data.ts";
import { languages } from "../../src/text.ts";
import { pointOf, quietLog, readOut } from "../support/app.ts";
import { type LeaveOffice, leaveOffice, speaking, type Who } from "../support/leave.ts";

// Monday, 23 November 2026, nine o'clock. An executive meeting is announced for Wednesday, 2 December, 9:00 to 10:30. What
// calendars fetch comes over HTTP.

const publicUrl = "https://mishu.example.gov.cn";
const app = createApp(
  readConfig({ MISHU_HTTP_PORT: "0", MISHU_PUBLIC_URL: publicUrl }),
  quietLog(() => {}),
);
let office: LeaveOffice;
let feeds: FeedServer;
const trouble: unknown[] = [];

beforeEach(async () => {
  office = await leaveOffice();
  const { rulebook } = app;
  const log = quietLog((error) => trouble.push(error));
  feeds = await startFeeds(
    { host: "127.0.0.1", port: 0 },
    { store: office.running.store, clock: { now: office.now, elapsed: () => 0 }, log, rulebook },
  );
});

afterEach(async () => {
  await feeds.stop();
  expect([...office.trouble, ...trouble]).toEqual([]);
  await office.close();
});

/** The office of these tests gives links. */
const served = () => openOffice(app, office.running.store, [], { now: office.now, elapsed: () => 0 });
let asked = 0;
const type = (
  who: Who,
  options: Readonly<Record<string, string>> = {},
  locale: "en" | "zh-Hans" | "zh-Hant" = "en",
) => {
  const from = speaking(who, locale);
  const delivery = {
    key: `calendar:${asked++}`,
    platform: from.platform,
    from,
    locale,
    asked: { command: "meeting calendar", options },
    returnTo: null,
  };
  return served().desk.answerNow(delivery, from);
};
const secretIn = (reply: Reply): string =>
  readOut(reply).match(/https:\/\/mishu\.example\.gov\.cn\/calendar\/([\w-]{32})\.ics/)?.[1] ?? "";

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}
const fetched = (
  path: string,
  { method = "GET", headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = ask({ host: "127.0.0.1", port: feeds.port, path, method, headers, agent: false }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (part) => {
        body += part;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    sent.on("error", reject).end();
  });
const calendarOf = (secret: string) => fetched(`/calendar/${secret}.ics`);

const plan = async (given: Readonly<Record<string, string>> = {}) => {
  await office.give(
    "meeting plan",
    {
      type: "executive-meeting",
      day: "12-02",
      time: "09:00-10:30",
      title: "第 58 次常务会议",
      presider: "mayor",
      invited: "毛景行",
      ...given,
    },
    office.visitorOf("director"),
  );
};

function eventsIn(content: string) {
  const calendar = new ICAL.Component(ICAL.parse(content));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const one = calendar.getAllSubcomponents("vevent").map((each) => {
    const event = new ICAL.Event(each);
    return {
      title: event.summary,
      status: String(each.getFirstPropertyValue("status")),
      sequence: event.sequence,
      start: event.startDate.toJSDate().toISOString(),
    };
  });
  const other = Object.values(nodeIcal.sync.parseICS(content))
    .filter((each): each is VEvent => each?.type === "VEVENT")
    .map((each) => ({
      title: String(each.summary),
      status: String(each.status),
      sequence: Number(each.sequence),
      start: new Date(each.start).toISOString(),
    }));
  expect(other).toEqual(one);
  return one;
}

describe("the link of somebody's calendar", () => {
  it("is shown once, to them alone, and gives their announced meetings as two libraries read them", async () => {
    await plan();
    const made = await type("head");
    expect(made.visibleTo).toBe("actor");
    expect(readOut(made)).toMatch(
      /webcal:\/\/mishu\.example\.gov\.cn\/calendar\/.*Whoever has the link sees your meetings/s,
    );
    const secret = secretIn(made);
    expect(eventsIn((await calendarOf(secret)).body)).toEqual([]);
    await office.as("director", "/meeting announce 1");
    const { status, headers, body } = await calendarOf(secret);
    expect([status, headers["content-type"]]).toEqual([200, "text/calendar; charset=utf-8"]);
    expect(eventsIn(body)).toEqual([
      { title: "第 58 次常务会议", status: "CONFIRMED", sequence: 0, start: "2026-12-02T01:00:00.000Z" },
    ]);
    expect(body).not.toContain("METHOD");
    const again = await type("head");
    expect(readOut(again)).toContain("You have a link since 2026-11-23.");
    expect(readOut(again)).toContain("A calendar last fetched it on 2026-11-23.");
    expect(JSON.stringify(again)).not.toContain(secret);
  });

  it("follows what is moved and cancelled, under the same UID as the file of the notice", async () => {
    await plan();
    const secret = secretIn(await type("head"));
    await office.as("director", "/meeting announce 1");
    const first = (await calendarOf(secret)).body;
    await office.give("meeting change", { number: "1", time: "14:30-16:00" }, office.visitorOf("director"));
    const moved = (await calendarOf(secret)).body;
    expect(eventsIn(moved)).toMatchObject([{ sequence: 1, start: "2026-12-02T06:30:00.000Z" }]);
    await office.as("director", "/meeting cancel 1");
    const gone = (await calendarOf(secret)).body;
    expect(eventsIn(gone)).toMatchObject([{ status: "CANCELLED", sequence: 2 }]);
    const uid = (text: string) => text.match(/UID:\S+/)?.[0];
    expect([uid(moved), uid(gone)]).toEqual([uid(first), uid(first)]);
  });

  it("shows nobody else's meetings, none from which one has leave, and to whoever goes instead that one", async () => {
    await plan();
    await office.as("director", "/meeting announce 1");
    const of = {
      head: secretIn(await type("head")),
      deputy: secretIn(await type("deputy")),
      mayor: secretIn(await type("mayor")),
    };
    expect(eventsIn((await calendarOf(of.deputy)).body)).toEqual([]);
    expect(eventsIn((await calendarOf(of.mayor)).body)).toHaveLength(1);
    await office.ask("head", {
      occasion: "executive-meeting",
      meeting: 1,
      span: { from: "2026-12-02" as never, fromHalf: "am", until: "2026-12-02" as never, untilHalf: "am" },
    });
    await office.as("secretary", "/leave approve 1");
    await office.as("head", "/leave substitute 1 壮怀谷");
    expect(eventsIn((await calendarOf(of.head)).body)).toEqual([]);
    expect(eventsIn((await calendarOf(of.deputy)).body)).toHaveLength(1);
    expect((await calendarOf(of.deputy)).body).not.toMatch(/毛景行/);
  });

  it("holds no longer once there is a new one, once it is taken back, or once its owner is erased", async () => {
    const first = secretIn(await type("head"));
    const second = secretIn(await type("head", { link: "new" }));
    expect(second).not.toBe(first);
    expect((await calendarOf(first)).status).toBe(404);
    expect((await calendarOf(second)).status).toBe(200);
    expect((await type("head", { link: "revoke" })).tone).toBe("done");
    expect((await calendarOf(second)).status).toBe(404);
    expect((await type("head", { link: "revoke" })).tone).toBe("refused");
    const third = secretIn(await type("head"));
    const events = (await office.events()).map(({ action }) => action).filter((each) => each.startsWith("calendar"));
    expect(events).toEqual(["calendar.create", "calendar.create", "calendar.revoke", "calendar.create"]);
    const { store } = office.running;
    expect((await store.look((records) => exportPerson(records, "1014")))?.meetings).toMatchObject({
      calendarLink: { fetched_on: null },
    });
    await store.transaction((records) => erasePerson(records, "1014", office.now(), erasedNotice));
    expect((await calendarOf(third)).status).toBe(404);
  });

  it("stands in no record and in no audit: only what it hashes to is kept", async () => {
    const secret = secretIn(await type("head"));
    await calendarOf(secret);
    const { store } = office.running;
    const rows = await store.look(({ db }) => db.selectFrom("calendar_feed").selectAll().execute());
    expect(JSON.stringify([rows, await office.events()])).not.toContain(secret);
  });

  it("is not given where calendars cannot reach the office, and not to whoever is not on the roster", async () => {
    const off = await office.as("head", "/meeting calendar");
    expect(pointOf(off)).toBe(
      "This office gives calendars no link. A file for the calendar comes with each notice of a meeting.",
    );
  });

  it("is explained in every language", async () => {
    for (const language of languages) {
      const made = await type("head", { link: "new" }, language);
      const text = readOut(made).replace(/(webcal|https):\S+/g, "");
      if (language === "en") expect(text).not.toMatch(/[：。]/);
      else expect(text.replace("Mishu", "")).not.toMatch(/[a-z]{4}/i);
    }
  });
});

describe("what calendars ask for", () => {
  it("is sent again only where it has changed", async () => {
    await plan();
    const secret = secretIn(await type("head"));
    const { headers } = await calendarOf(secret);
    const tag = String(headers.etag);
    office.setClock("2026-11-23T10:00:00+08:00");
    const path = `/calendar/${secret}.ics`;
    expect(await fetched(path, { headers: { "If-None-Match": tag } })).toMatchObject({ status: 304, body: "" });
    await office.as("director", "/meeting announce 1");
    expect((await fetched(path, { headers: { "If-None-Match": tag } })).status).toBe(200);
    const head = await fetched(path, { method: "HEAD" });
    expect([head.status, head.body]).toEqual([200, ""]);
  });

  it("is answered the same for every link that is none", async () => {
    const paths = [
      "/",
      "/calendar/",
      `/calendar/${"a".repeat(32)}.ics`,
      "/calendar/x.ics",
      `/calendar/${"a".repeat(4000)}.ics`,
      "/..%2f",
      "/calendar/%00.ics",
    ];
    for (const path of paths) expect(await fetched(path)).toMatchObject({ status: 404, body: "not found" });
    expect((await fetched("/calendar/x.ics", { method: "POST" })).status).toBe(405);
    expect((await fetched("/", { method: "DELETE" })).status).toBe(405);
  });
});
