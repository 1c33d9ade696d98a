import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Clock } from "../clock.ts";
import { type Day, dayOf, plusDays } from "../dates.ts";
import type { Log } from "../log.ts";
import { ownMeetings } from "../meeting-desk/own-meetings.ts";
import { calendarOf } from "../meetings/calendar-entry.ts";
import { tenuresOn } from "../office/people.ts";
import { readOfficeSettings } from "../office/settings.ts";
import type { Rulebook } from "../rulebook/model.ts";
import { languageOfPerson } from "../store/accounts.ts";
import { feedBySecret, noteFetched } from "../store/calendar-feeds.ts";
import { personById } from "../store/people.ts";
import { readSettings } from "../store/settings.ts";
import type { Records, Store } from "../store/store.ts";
import { wordingFor } from "../wording/wording.ts";

interface Parts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly rulebook: Rulebook;
}

export interface FeedServer {
  /** The port that it listens on. */
  readonly port: number;
  stop(): Promise<void>;
}

/** Meetings are shown from so many days ago. */
const shownSince = 90;

// The secret stands in the path: no path is ever logged, and whoever does not have it learns nothing, not even whether
// there is such a link.

/** Gives calendars the meetings of their people: GET /calendar/<secret>.ics */
export async function startFeeds(
  { host, port }: { readonly host: string; readonly port: number },
  parts: Parts,
): Promise<FeedServer> {
  const server = createServer(
    { requestTimeout: 10_000, headersTimeout: 5_000, maxHeaderSize: 8192 },
    (request, response) => {
      respond(request, response, parts).catch((error: unknown) => {
        parts.log.error("calendar", { reference: randomUUID().slice(0, 8), error });
        if (!response.headersSent) plain(response, 500);
        response.end();
      });
    },
  );
  server.keepAliveTimeout = 5_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function respond(request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  request.resume();
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("Allow", "GET, HEAD");
    return plain(response, 405);
  }
  const [, secret] = (request.url ?? "").match(/^\/calendar\/([\w-]{32})\.ics$/) ?? [];
  const now = parts.clock.now();
  const calendar = secret && (await parts.store.look((records) => calendarFor(secret, records, now, parts)));
  if (!calendar) return plain(response, 404);
  const { content, firstToday } = calendar;
  if (firstToday) await parts.store.transaction((records) => noteFetched(records, firstToday.person, firstToday.today));
  // what is the same but for the moment of writing is the same
  const tag = `"${createHash("sha256")
    .update(content.replace(/^DTSTAMP:.*$/gm, ""))
    .digest("base64url")
    .slice(0, 27)}"`;
  response.setHeader("ETag", tag);
  response.setHeader("Cache-Control", "private, max-age=300");
  if (request.headers["if-none-match"]?.split(/\s*,\s*/).includes(tag)) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(200, {
    "Content-Type": "text/calendar; charset=utf-8",
    "Content-Length": Buffer.byteLength(content),
    "X-Content-Type-Options": "nosniff",
  });
  response.end(request.method === "HEAD" ? undefined : content);
}

interface Fetched {
  readonly content: string;
  /** It was not fetched on this day before. */
  readonly firstToday?: { readonly person: string; readonly today: Day };
}

/** The calendar of whoever has this link; undefined: nobody has, or they hold no post any more. */
async function calendarFor(
  secret: string,
  records: Records,
  now: Date,
  { rulebook }: Pick<Parts, "rulebook">,
): Promise<Fetched | undefined> {
  const feed = await feedBySecret(records, secret);
  const person = feed && (await personById(records, feed.person));
  const { timeZone: zone, language } = readOfficeSettings(await readSettings(records));
  const today = dayOf(now, zone);
  if (!feed || !person || tenuresOn(person, today).length === 0) return undefined;
  const { meetings } = wordingFor(await languageOfPerson(records, person.id, language));
  const own = await ownMeetings(person, plusDays(today, -shownSince), { records, rulebook });
  const { name } = meetings.calendar;
  const content = calendarOf(own, { name: name(person.name), description: meetings.calendar.description, now, zone });
  return { content, ...(feed.fetchedOn !== today && { firstToday: { person: person.id, today } }) };
}

function plain(response: ServerResponse, status: 404 | 405 | 500): void {
  const body = { 404: "not found", 405: "not allowed", 500: "out of order" }[status];
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Content-Length": body.length });
  response.end(response.req.method === "HEAD" ? undefined : body);
}
