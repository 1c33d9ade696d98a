import { describe, expect, test } from "vitest";
import { minuteOf } from "../../src/dates.ts";
import { paragraph, reply } from "../../src/reply.ts";
import { addAdministrator } from "../../src/store/administrators.ts";
import { comingReminders, dropReminders, forgetReminders, waitingReminders } from "../../src/store/reminders.ts";
import { writeSetting } from "../../src/store/settings.ts";
import type { Language } from "../../src/text.ts";
import { databases } from "../support/databases.ts";
import { at, bell, bellTower, ringing } from "./bells.ts";

const all = databases();
const shown = (instant: Date | undefined) => instant && minuteOf(instant, "Asia/Shanghai");

describe.each(all)("reminders, on $name", (database) => {
  const open = async (kinds = [ringing()], now = "2026-09-28 10:00") => bellTower(await database.open(), kinds, now);

  describe("when their time has come", () => {
    test("are sent once, in the order of their times, and not before", async () => {
      const tower = await open();
      await tower.plan(bell("c", "2026-09-28 10:02"), bell("a", "2026-09-28 10:01"), bell("b", "2026-09-28 10:01"));
      expect(await tower.sweepAt("2026-09-28 10:00")).toEqual([]);
      expect(await tower.sweepAt("2026-09-28 10:01")).toEqual(["a", "b"]);
      expect(await tower.sweepAt("2026-09-28 10:02")).toEqual(["c"]);
      expect(await tower.sweepAt("2026-09-28 10:03")).toEqual([]);
      expect((await tower.reminders()).map(({ outcome }) => outcome)).toEqual(["sent", "sent", "sent"]);
    });

    test("are sent once, however many sweeps are made at the same time", async () => {
      const place = await database.place();
      const [one, other] = [await database.open(place), await database.open(place)];
      const [tower, second] = [one, other].map((store) => bellTower(store, [ringing()], "2026-09-28 10:00"));
      if (!tower || !second) throw new Error("both are open");
      await tower.plan(...Array.from({ length: 60 }, (_, n) => bell(`${n}`, "2026-09-28 09:30")));
      const counts = await Promise.all([tower.sweep(), second.sweep(), tower.sweep(), second.sweep()]);
      expect(counts.reduce((sum, each) => sum + each, 0)).toBe(60);
      const words = (await tower.rung()).map((each) => each.words);
      expect(words).toHaveLength(60);
      expect(new Set(words).size).toBe(60);
    });

    test("are decided anew: what nobody needs any more is dropped, and what is too early waits without being late", async () => {
      const tower = await open([
        ringing(),
        { name: "needless", consider: async () => ({ did: "dropped", why: "it is decided" }) },
        {
          name: "early",
          consider: async ({ at: time }) =>
            time < at("2026-09-29 10:00") ? { did: "waits", until: at("2026-09-29 10:00") } : { did: "sent" },
        },
      ]);
      await tower.plan(bell("a", "2026-09-28 09:30", { kind: "needless" }));
      await tower.plan(bell("b", "2026-09-28 09:40", { kind: "early" }));
      expect(await tower.sweepAt("2026-09-28 10:00")).toEqual([]);
      const [dropped, early] = await tower.reminders();
      expect(dropped).toMatchObject({ subject: "a", outcome: "dropped: it is decided" });
      expect(early).toMatchObject({ done_at: null, attempts: 0, meant_for: at("2026-09-29 10:00").getTime() });
      await tower.sweepAt("2026-09-29 10:00");
      expect((await tower.reminders()).at(-1)).toMatchObject({ subject: "b", outcome: "sent" });
    });

    describe("and a kind makes one message of many", () => {
      const together = (_: string, lines: readonly string[], { language }: { readonly language: Language }) =>
        reply({ tone: "answer", language, blocks: [paragraph(lines.join("+"))] });
      const four = (time: string, to = "person:1") =>
        ["1", "2", "10", "3"].map((subject) => bell(subject, time, { recipient: to, key: `${to}:${subject}` }));

      test("more than three to one person are one, in the order of their numbers; three are three", async () => {
        const tower = await open([ringing(undefined, { together })]);
        await tower.plan(...four("2026-09-28 09:30"), ...four("2026-09-28 09:31", "person:2").slice(0, 3));
        expect(await tower.sweepAt("2026-09-28 10:00")).toEqual(["1", "2", "10", "1+2+3+10"]);
        expect((await tower.reminders()).every(({ outcome }) => outcome === "sent")).toBe(true);
        expect(await tower.sweepAt("2026-09-28 10:01")).toEqual([]);
      });

      test("one that goes wrong holds up none of the others, and is tried again", async () => {
        let broken = true;
        const kind = ringing(
          ({ subject }) => {
            if (subject === "2" && broken) throw new Error("cannot be said");
            return { did: "sent" };
          },
          { together },
        );
        const tower = await open([kind]);
        await tower.plan(...four("2026-09-28 09:30"), bell("4", "2026-09-28 09:30"));
        expect(await tower.sweepAt("2026-09-28 10:00")).toEqual(["1+3+4+10"]);
        broken = false;
        expect(await tower.sweepAt("2026-09-28 10:02")).toEqual(["2"]);
      });
    });

    test("plan the next one in the same step, which is not sent in the same sweep even when its time is past", async () => {
      const nudge = ringing(({ step, subject, at: time }) => {
        if (step === 3) return { did: "sent" };
        const next = new Date(time.getTime() + 3600_000);
        return { did: "sent", next: bell(subject, next, { key: `bell:${subject}:${step + 1}`, step: step + 1 }) };
      });
      const tower = await open([nudge]);
      await tower.plan(bell("a", "2026-09-28 09:00"));
      expect(await tower.sweepAt("2026-09-28 16:00")).toEqual(["a"]);
      expect(await tower.sweepAt("2026-09-28 16:01")).toEqual(["a again 1"]);
      expect(await tower.sweepAt("2026-09-28 16:02")).toEqual(["a again 2"]);
      expect(await tower.sweepAt("2026-09-28 16:03")).toEqual(["a again 3"]);
      expect(await tower.sweepAt("2026-09-28 16:04")).toEqual([]);
      // they say for when they were meant
      expect((await tower.rung()).map(({ meant }) => shown(meant))).toEqual([
        "2026-09-28 09:00",
        "2026-09-28 10:00",
        "2026-09-28 11:00",
        "2026-09-28 13:30",
      ]);
    });

    test("leave what they note in the audit, as Mishu's own doing", async () => {
      const tower = await open([
        ringing(async (reminder, scene) => {
          await scene.note({ action: "bell.ring", subject: reminder.subject });
          return { did: "sent" };
        }),
      ]);
      await tower.plan(bell("a", "2026-09-28 10:00"));
      await tower.sweep();
      const events = await tower.store.look(({ db }) => db.selectFrom("audit").selectAll().execute());
      expect(events).toMatchObject([{ action: "bell.ring", actor: "mishu", platform: "office", subject: "a" }]);
    });

    test("of a kind that this Mishu does not know wait for one that does, and hold up nobody", async () => {
      const tower = await open();
      await tower.plan(bell("a", "2026-09-28 09:30", { kind: "gong" }), bell("b", "2026-09-28 09:40"));
      expect(await tower.sweepAt("2026-09-28 10:00")).toEqual(["b"]);
      tower.kinds = [ringing(), ringing(undefined, { name: "gong" })];
      expect(await tower.sweepAt("2026-09-28 10:01")).toEqual(["a"]);
    });
  });

  describe("outside office hours", () => {
    test("wait for people to be back, and are not late for that", async () => {
      const tower = await open();
      await tower.plan(
        bell("in the evening", "2026-09-28 19:00"),
        bell("on the eve", "2026-09-30 18:00"),
        bell("on National Day", "2026-10-01 10:00"),
        bell("on a Saturday that is worked", "2026-10-10 10:00"),
        bell("on a Sunday", "2026-10-11 10:00"),
      );
      for (const time of ["2026-09-28 19:00", "2026-09-29 08:59"]) expect(await tower.sweepAt(time)).toEqual([]);
      expect(await tower.sweepAt("2026-09-29 09:00")).toEqual(["in the evening"]);
      for (const time of ["2026-09-30 18:00", "2026-10-01 10:00", "2026-10-07 10:00", "2026-10-08 08:00"])
        expect(await tower.sweepAt(time)).toEqual([]);
      expect(await tower.sweepAt("2026-10-08 09:00")).toEqual(["on the eve", "on National Day"]);
      expect(await tower.sweepAt("2026-10-10 10:00")).toEqual(["on a Saturday that is worked"]);
      expect(await tower.sweepAt("2026-10-11 10:00")).toEqual([]);
      expect(await tower.sweepAt("2026-10-12 09:00")).toEqual(["on a Sunday"]);
      // each was there when it was meant to be
      for (const { sent, meant } of await tower.rung()) expect(shown(meant)).toBe(shown(sent));
    });

    test("are sent all the same when they are of a kind for any time", async () => {
      const tower = await open([ringing(undefined, { anyTime: true }), ringing(undefined, { name: "quiet" })]);
      await tower.plan(bell("a", "2026-10-01 03:00"), bell("b", "2026-10-01 03:00", { kind: "quiet" }));
      expect(await tower.sweepAt("2026-10-01 03:00")).toEqual(["a"]);
      expect(shown((await tower.rung())[0]?.meant)).toBe("2026-10-01 03:00");
    });

    test("are of the hours and the zone that the office sets, from then on", async () => {
      const tower = await open();
      await tower.plan(bell("a", "2026-09-28 19:00"));
      expect(await tower.sweepAt("2026-09-28 19:00")).toEqual([]);
      await tower.store.transaction((records) => writeSetting(records, "office-hours", "19:00-21:00"));
      expect(await tower.sweepAt("2026-09-28 19:01")).toEqual(["a"]);
      await tower.plan(bell("b", "2026-09-29 20:00"));
      await tower.store.transaction((records) => writeSetting(records, "time-zone", "Europe/London"));
      expect(await tower.sweepAt("2026-09-29 20:00")).toEqual([]);
      // 19:00 in London in summer
      expect(await tower.sweepAt("2026-09-30 02:00")).toEqual(["b"]);
    });
  });

  describe("after trouble", () => {
    test("all come, in order, when Mishu did not run for a day; each tells when it was meant to be there", async () => {
      const place = await database.place();
      const before = bellTower(await database.open(place), [ringing()], "2026-09-28 10:00");
      await before.plan(
        ...Array.from({ length: 24 }, (_, hour) =>
          bell(`${hour}`, new Date(at("2026-09-28 11:00").getTime() + hour * 3600_000)),
        ),
      );
      const after = bellTower(await database.open(place), [ringing()], "2026-09-29 11:00");
      expect(await after.sweep()).toBe(24);
      const rung = await after.rung();
      expect(rung.map(({ words }) => Number(words))).toEqual(Array.from({ length: 24 }, (_, hour) => hour));
      const expected = [
        // at noon, for after the meal
        ...["2026-09-28 11:00", "2026-09-28 13:30", "2026-09-28 13:30", "2026-09-28 14:00", "2026-09-28 15:00"],
        ...["2026-09-28 16:00", "2026-09-28 17:00"],
        // in the evening and the night, for the morning
        ...Array(16).fill("2026-09-29 09:00"),
        "2026-09-29 10:00",
      ];
      expect(rung.map(({ meant }) => shown(meant))).toEqual(expected);
      expect(rung.every(({ sent, meant }) => meant && sent > meant)).toBe(true);
    });

    test("none comes twice when the clock jumps forward and back", async () => {
      const nudge = ringing(({ step, subject }, { now }) => {
        const next = new Date(now.getTime() + 24 * 3600_000);
        return { did: "sent", next: bell(subject, next, { key: `bell:${subject}:${step + 1}`, step: step + 1 }) };
      });
      const tower = await open([nudge, ringing(undefined, { name: "once" })]);
      await tower.plan(bell("a", "2026-09-28 11:00"));
      await tower.plan(
        bell("b", "2026-09-28 12:30", { kind: "once" }),
        bell("c", "2026-09-29 10:00", { kind: "once" }),
      );
      expect(await tower.sweepAt("2026-09-29 11:00")).toEqual(["a", "b", "c"]);
      for (const time of ["2026-09-28 10:30", "2026-09-28 11:00", "2026-09-28 14:00", "2026-09-29 10:00"])
        expect(await tower.sweepAt(time)).toEqual([]);
      expect(await tower.sweepAt("2026-09-30 11:00")).toEqual(["a again 1"]);
    });

    test("a clock that is put back in the middle of a sweep ends it at its new time, and not never", async () => {
      const tower = await open([
        ringing(() => {
          tower.now = at("2026-09-28 10:00");
          return { did: "sent" };
        }),
        { name: "gong", consider: async () => Promise.reject(new Error("the gong is cracked")) },
      ]);
      await tower.plan(
        bell("a", "2026-09-28 11:00"),
        bell("b", "2026-09-28 11:30"),
        bell("c", "2026-09-28 09:00", { kind: "gong" }),
      );
      expect(await tower.sweepAt("2026-09-28 14:00")).toEqual(["a"]);
      expect(await tower.sweepAt("2026-09-28 14:00")).toEqual(["b"]);
    });

    test("one that is put off while the clock is ahead does not fall asleep when it is put back", async () => {
      const tower = await open();
      await tower.plan(bell("a", "2026-09-28 12:30"));
      // a Sunday years ahead: nobody is at work
      expect(await tower.sweepAt("2031-06-01 10:00")).toEqual([]);
      expect(await tower.sweepAt("2026-09-28 13:30")).toEqual(["a"]);
    });

    test("a kind that throws is undone and asked again, ever more rarely, and the others come meanwhile", async () => {
      let broken = true;
      const tower = await open([
        ringing(({ subject }) => {
          if (subject === "a" && broken) throw new Error("the rope is torn");
          return { did: "sent" };
        }),
      ]);
      await tower.plan(bell("a", "2026-09-28 10:00"), bell("b", "2026-09-28 10:00"));
      expect(await tower.sweepAt("2026-09-28 10:00")).toEqual(["b"]);
      expect(tower.logged).toMatchObject([{ error: new Error("the rope is torn") }]);
      const tried: string[] = [];
      for (let minute = 1; minute <= 100; minute++) {
        const before = tower.logged.length;
        const time = shown(new Date(at("2026-09-28 10:00").getTime() + minute * 60_000)) ?? "";
        await tower.sweepAt(time);
        if (tower.logged.length > before) tried.push(time.slice(11));
      }
      expect(tried).toEqual(["10:01", "10:03", "10:07", "10:15", "10:31", "11:03"]);
      broken = false;
      expect(await tower.sweepAt("2026-09-29 10:00")).toEqual(["a"]);
      expect(shown((await tower.rung()).at(-1)?.meant)).toBe("2026-09-28 10:00");
    });

    test("is tried at least every six hours, without end", async () => {
      const tower = await open([
        { name: "bell", anyTime: true, consider: async () => Promise.reject(new Error("the rope is torn")) },
      ]);
      await tower.plan(bell("a", "2026-09-28 10:00"));
      for (let hour = 0; hour < 24 * 20; hour += 6)
        await tower.sweepAt(shown(new Date(at("2026-09-28 10:00").getTime() + hour * 3600_000)) ?? "");
      expect(tower.logged.length).toBe(80);
      expect(await tower.reminders()).toMatchObject([{ done_at: null, attempts: 80 }]);
    });

    test("the administrators are told once, with a number that stands in the log and no words of anybody", async () => {
      const tower = await open([ringing(() => Promise.reject(new Error("Li is ill")), { name: "leave.decide" })]);
      await tower.store.transaction(async (records) => {
        await writeSetting(records, "language", "en");
        for (const who of ["person:7", "account:slack:T1:U1"]) await addAdministrator(records, who, tower.now);
      });
      await tower.plan(bell("leave:12", "2026-09-28 10:00", { kind: "leave.decide", details: { reason: "ill" } }));
      for (const time of ["10:00", "10:01"]) expect(await tower.sweepAt(`2026-09-28 ${time}`)).toEqual([]);
      const told = await tower.sweepAt("2026-09-28 10:03");
      const reference = tower.logged.at(-1)?.reference ?? "none";
      expect((await tower.rung()).map(({ to }) => to).sort()).toEqual(["account:slack:T1:U1", "person:7"]);
      expect(told).toEqual(Array(2).fill(expect.stringContaining(reference)));
      expect(told[0]).toContain("A reminder has gone wrong 3 times, and was not sent: leave request 12 is not decided");
      expect(told[0]).not.toMatch(/Li|ill/);
      for (const time of ["10:07", "10:15", "10:31"]) expect(await tower.sweepAt(`2026-09-28 ${time}`)).toEqual([]);
    });

    test("a next reminder under the same key is a fault of the kind: nothing of it is kept", async () => {
      const tower = await open([ringing(({ subject }) => ({ did: "sent", next: bell(subject, "2026-09-29 10:00") }))]);
      await tower.plan(bell("a", "2026-09-28 10:00"));
      expect(await tower.sweepAt("2026-09-28 10:00")).toEqual([]);
      expect(String(tower.logged[0]?.error)).toContain("has the key of this one: bell:a:0");
      expect(await tower.reminders()).toMatchObject([{ done_at: null, attempts: 1 }]);
    });

    test("a fault of the database is not counted against a reminder: it ends the sweep, and the next one does it", async () => {
      let torn = true;
      const tower = await open([
        ringing(() => {
          if (torn) throw Object.assign(new Error("terminating connection"), { code: "57P01" });
          return { did: "sent" };
        }),
      ]);
      await tower.plan(bell("a", "2026-09-28 10:00"));
      await expect(tower.sweep()).rejects.toThrow("terminating connection");
      expect(await tower.reminders()).toMatchObject([{ attempts: 0, done_at: null }]);
      torn = false;
      expect(await tower.sweepAt("2026-09-28 10:01")).toEqual(["a"]);
    });

    test("what is not taken yet when Mishu stops is left for its next start", async () => {
      const tower = await open();
      await tower.plan(...["a", "b", "c"].map((each) => bell(each, "2026-09-28 10:00")));
      let looks = 0;
      expect(await tower.sweep({ closing: () => ++looks > 2 })).toBe(2);
      expect(await tower.sweepAt("2026-09-28 10:01")).toEqual(["c"]);
    });
  });

  describe("in the records", () => {
    test("one that is planned again gets its new time; one that is done stays done", async () => {
      const tower = await open();
      await tower.plan(bell("a", "2026-09-28 10:00"));
      await tower.plan(bell("a", "2026-09-28 11:00", { recipient: "person:2" }));
      expect(await tower.sweepAt("2026-09-28 10:30")).toEqual([]);
      expect(await tower.sweepAt("2026-09-28 11:00")).toEqual(["a"]);
      expect((await tower.rung())[0]?.to).toBe("person:2");
      await tower.plan(bell("a", "2026-09-28 12:00"));
      expect(await tower.sweepAt("2026-09-28 14:00")).toEqual([]);
    });

    test("are dropped by subject and kind, and not sent; what is done is remembered", async () => {
      const tower = await open([ringing(), ringing(undefined, { name: "gong" })]);
      const gong = (subject: string) => bell(subject, "2026-09-28 11:00", { key: `gong:${subject}`, kind: "gong" });
      await tower.plan(bell("a", "2026-09-28 10:00"), gong("a"), bell("b", "2026-09-28 11:00"), gong("b"));
      await tower.sweepAt("2026-09-28 10:00");
      await tower.store.transaction(async (records) => {
        await dropReminders(records, "a");
        await dropReminders(records, "b", ["gong"]);
        await dropReminders(records, "b", []);
      });
      expect((await tower.reminders()).map(({ key }) => key)).toEqual(["bell:a:0", "bell:b:0"]);
      expect(await tower.sweepAt("2026-09-28 11:00")).toEqual(["b"]);
    });

    test("are listed by whom they are for and until when, the next one first", async () => {
      const tower = await open();
      await tower.plan(
        bell("a", "2026-09-29 10:00", { recipient: "person:2" }),
        bell("b", "2026-09-28 11:00", { details: { round: 2 } }),
        bell("c", "2026-10-08 10:00"),
        bell("d", "2026-09-28 10:00"),
      );
      await tower.sweep();
      const subjects = (which: Omit<Parameters<typeof comingReminders>[1], "most">, most = 10) =>
        tower.store.look(async (records) =>
          (await comingReminders(records, { ...which, most })).map(({ subject }) => subject),
        );
      expect(await subjects({})).toEqual(["b", "a", "c"]);
      expect(await subjects({}, 2)).toEqual(["b", "a"]);
      expect(await subjects({ recipients: ["person:1"] })).toEqual(["b", "c"]);
      expect(await subjects({ recipients: [] })).toEqual([]);
      expect(await subjects({ until: at("2026-09-30 10:00") })).toEqual(["b", "a"]);
      const [next] = await tower.store.look((records) => comingReminders(records, { most: 1 }));
      expect(next).toEqual({
        ...bell("b", "2026-09-28 11:00", { details: { round: 2 } }),
        attempts: 0,
        due: at("2026-09-28 11:00"),
      });
    });

    test("are counted while they wait, and forgotten some time after they were done", async () => {
      const tower = await open();
      const waiting = () => tower.store.look(waitingReminders);
      expect(await waiting()).toEqual({ count: 0, oldest: undefined });
      await tower.plan(bell("a", "2026-09-28 10:00"), bell("b", "2026-09-29 10:00"), bell("c", "2026-09-30 10:00"));
      await tower.sweep();
      expect(await waiting()).toEqual({ count: 2, oldest: at("2026-09-29 10:00") });
      const forget = (before: Date) => tower.store.transaction((records) => forgetReminders(records, before));
      await forget(at("2026-09-28 10:00"));
      expect(await tower.reminders()).toHaveLength(3);
      await forget(at("2027-09-28 10:01"));
      expect((await tower.reminders()).map(({ subject }) => subject)).toEqual(["b", "c"]);
    });
  });
});
