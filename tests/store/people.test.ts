import { describe, expect, test } from "vitest";
import type { Day } from "../../src/dates.ts";
import type { Entrustment, Person, Tenure } from "../../src/office/people.ts";
import {
  accountCalled,
  accountsOf,
  chooseLanguage,
  linkAccount,
  linkedPeople,
  seeAccount,
} from "../../src/store/accounts.ts";
import { addAdministrator, administrators, removeAdministrator } from "../../src/store/administrators.ts";
import { endEntrustment, entrustmentsFrom, keepEntrustment } from "../../src/store/entrustments.ts";
import { codeLife, makeCode, mostWrongCodes, useCode } from "../../src/store/link-codes.ts";
import {
  everybody,
  holdersOf,
  keepPerson,
  peopleById,
  peopleLike,
  personById,
  personByMail,
} from "../../src/store/people.ts";
import { readSettings, writeSetting } from "../../src/store/settings.ts";
import type { Records } from "../../src/store/store.ts";
import { databases } from "../support/databases.ts";

const all = databases();

const now = new Date("2026-11-23T09:00:00+08:00");
const plus = (milliseconds: number) => new Date(now.getTime() + milliseconds);
const minute = 60_000;
const day = (text: string) => text as Day;

const tenure = (given: Partial<Tenure> = {}): Tenure => ({
  post: "department-head",
  title: "市教育局局长",
  department: "市教育局",
  from: null,
  until: null,
  ...given,
});
const person = (id: string, given: Partial<Person> = {}): Person => ({
  id,
  name: `人员${id}`,
  email: null,
  tenures: [],
  portfolio: [],
  ...given,
});
const ids = (people: readonly Person[]) => people.map(({ id }) => id);

describe.each(all)("on $name", (database) => {
  const inOffice = async <T>(work: (records: Records) => Promise<T>): Promise<T> =>
    (await database.open()).transaction(work);

  describe("people", () => {
    test("are kept with posts and portfolio, in the order of the roster", () =>
      inOffice(async (records) => {
        const li = person("17", {
          name: "李明",
          email: "li@example.gov",
          tenures: [tenure({ title: "第一" }), tenure({ title: "第二", from: "2026-01-01", until: "2026-12-31" })],
          portfolio: ["教育", "卫生"],
        });
        await keepPerson(records, li);
        expect(await personById(records, "17")).toEqual(li);
        expect(await personById(records, "18")).toBeUndefined();
        expect(await peopleById(records, ["18", "17"])).toEqual([li]);
      }));

    test("kept again are replaced as a whole", () =>
      inOffice(async (records) => {
        await keepPerson(records, person("17", { tenures: [tenure(), tenure({ title: "旧" })], portfolio: ["教育"] }));
        const again = person("17", { name: "李明", tenures: [tenure({ title: "新" })], portfolio: ["卫生"] });
        await keepPerson(records, again);
        expect(await everybody(records)).toEqual([again]);
      }));

    test("are found by mail address, however it is written; two people never have the same one", async () => {
      const store = await database.open();
      await store.transaction(async (records) => {
        await keepPerson(records, person("1", { email: " Wang.Fang@Example.GOV " }));
        expect((await personByMail(records, "wang.fang@example.gov"))?.id).toBe("1");
        expect((await personByMail(records, "WANG.FANG@EXAMPLE.GOV "))?.id).toBe("1");
        expect(await personByMail(records, "wang@example.gov")).toBeUndefined();
        await keepPerson(records, person("2"));
        await keepPerson(records, person("3"));
      });
      const twice = store.transaction((records) =>
        keepPerson(records, person("2", { email: "wang.fang@example.gov" })),
      );
      await expect(twice).rejects.toThrow(/unique/i);
    });

    test("stand in the same order on every database", () =>
      inOffice(async (records) => {
        for (const id of ["b", "A", "a", "B", "10", "9", "é", "-1"]) await keepPerson(records, person(id));
        expect(ids(await everybody(records))).toEqual(["-1", "10", "9", "A", "B", "a", "b", "é"]);
      }));

    test("hold a post on the first and on the last day, not before and not after", () =>
      inOffice(async (records) => {
        const limited = tenure({ post: "mayor", from: "2026-03-01", until: "2026-10-31" });
        await keepPerson(records, person("1", { tenures: [limited] }));
        await keepPerson(records, person("2", { tenures: [tenure({ post: "mayor", from: "2026-11-01" })] }));
        await keepPerson(records, person("3", { tenures: [tenure({ post: "mayor", until: "2026-02-28" })] }));
        const holders = async (on: string) => ids(await holdersOf(records, ["mayor", "nobody"], day(on)));
        expect(await holders("2026-02-28")).toEqual(["3"]);
        expect(await holders("2026-03-01")).toEqual(["1"]);
        expect(await holders("2026-10-31")).toEqual(["1"]);
        expect(await holders("2026-11-01")).toEqual(["2"]);
        expect(await holdersOf(records, [], day("2026-11-01"))).toEqual([]);
      }));

    test("of two posts at once are one person", () =>
      inOffice(async (records) => {
        const both = [tenure({ post: "mayor" }), tenure({ post: "department-head" })];
        await keepPerson(records, person("1", { tenures: both }));
        expect(ids(await holdersOf(records, ["mayor", "department-head"], day("2026-11-23")))).toEqual(["1"]);
      }));

    test("are found by words of name, number, title and department; %, _ and \\ are only themselves; case does not matter", () =>
      inOffice(async (records) => {
        await keepPerson(records, person("A-1", { name: "李明", tenures: [tenure(), tenure({ title: "又一职务" })] }));
        await keepPerson(
          records,
          person("B_2", { name: "Ann 100% Lee", tenures: [tenure({ title: "Head", department: "Law" })] }),
        );
        await keepPerson(records, person("C3", { name: "back\\slash", tenures: [] }));
        const found = async (words: string, most = 25) => ids(await peopleLike(records, words, most));
        expect(await found("明")).toEqual(["A-1"]);
        expect(await found("教育局")).toEqual(["A-1"]);
        expect(await found("100%")).toEqual(["B_2"]);
        expect(await found("%")).toEqual(["B_2"]);
        expect(await found("_")).toEqual(["B_2"]);
        expect(await found("\\")).toEqual(["C3"]);
        expect(await found("b_2")).toEqual(["B_2"]);
        expect(await found("ANN")).toEqual(["B_2"]);
        expect(await found("lAw")).toEqual(["B_2"]);
        expect(await found("a\0nn")).toEqual(["B_2"]);
        expect(await found("nobody")).toEqual([]);
        expect(await found("")).toEqual(["A-1", "B_2", "C3"]);
        expect(await found("", 2)).toEqual(["A-1", "B_2"]);
      }));
  });

  describe("accounts", () => {
    const account = { platform: "slack", workspace: "T1", id: "U1", name: "ann" };

    test("are known by platform, workspace and id; the name and the language seen last count", () =>
      inOffice(async (records) => {
        await seeAccount(records, account, "zh-Hant", now);
        const seen = await seeAccount(records, { ...account, name: "Ann" }, undefined, plus(minute));
        expect(seen).toMatchObject({ name: "Ann", locale: "zh-Hant", person: null, language: null });
        const elsewhere = await seeAccount(records, { ...account, workspace: "T2" }, undefined, now);
        expect(elsewhere.locale).toBeNull();
      }));

    test("are linked and unlinked; a person's account used last comes first", () =>
      inOffice(async (records) => {
        await keepPerson(records, person("17"));
        const discord = { platform: "discord", workspace: "G1", id: "2", name: "ann" };
        await seeAccount(records, account, undefined, now);
        await seeAccount(records, discord, undefined, plus(minute));
        await linkAccount(records, account, "17", now);
        await linkAccount(records, discord, "17", now);
        expect((await accountsOf(records, "17")).map(({ platform }) => platform)).toEqual(["discord", "slack"]);
        await seeAccount(records, account, undefined, plus(2 * minute));
        expect((await accountsOf(records, "17")).map(({ platform }) => platform)).toEqual(["slack", "discord"]);
        expect(await linkedPeople(records)).toEqual(new Set(["17"]));
        await linkAccount(records, account, null, now);
        await linkAccount(records, discord, null, now);
        expect(await accountsOf(records, "17")).toEqual([]);
        expect(await linkedPeople(records)).toEqual(new Set());
      }));

    test("cannot be linked to somebody who is not in the roster", async () => {
      const linking = inOffice(async (records) => {
        await seeAccount(records, account, undefined, now);
        await linkAccount(records, account, "nobody", now);
      });
      await expect(linking).rejects.toThrow(/foreign key/i);
    });

    test("keep the language that was chosen until it is given up", () =>
      inOffice(async (records) => {
        expect(await accountCalled(records, account)).toBeUndefined();
        await seeAccount(records, account, "en", now);
        await chooseLanguage(records, account, "zh-Hans");
        expect((await accountCalled(records, account))?.language).toBe("zh-Hans");
        expect((await seeAccount(records, account, "en", now)).language).toBe("zh-Hans");
        await chooseLanguage(records, account, null);
        expect((await accountCalled(records, account))?.language).toBeNull();
      }));
  });

  describe("codes", () => {
    const account = { platform: "slack", workspace: "T1", id: "U1" };
    const prepared = (work: (records: Records) => Promise<void>) =>
      inOffice(async (records) => {
        for (const id of ["17", "18"]) await keepPerson(records, person(id));
        for (const id of ["U1", "U2"]) await seeAccount(records, { ...account, id, name: id }, undefined, now);
        await work(records);
      });

    test("serve once, however they are typed", () =>
      prepared(async (records) => {
        const code = await makeCode(records, "17", now);
        expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
        const typed = ` ${code.toLowerCase().replace("-", " ")} `;
        expect(await useCode(records, typed, account, now)).toEqual({ person: "17" });
        expect(await useCode(records, code, account, now)).toEqual({ problem: "used" });
      }));

    test("serve until their last millisecond", () =>
      prepared(async (records) => {
        const code = await makeCode(records, "17", now);
        expect(await useCode(records, code, account, plus(codeLife))).toEqual({ problem: "expired" });
        expect(await useCode(records, code, account, plus(codeLife - 1))).toEqual({ person: "17" });
      }));

    test("of a person are replaced by the next; another person's still serve", () =>
      prepared(async (records) => {
        const [old, others] = [await makeCode(records, "17", now), await makeCode(records, "18", now)];
        const next = await makeCode(records, "17", now);
        expect(await useCode(records, old, account, now)).toEqual({ problem: "wrong" });
        expect(await useCode(records, next, account, now)).toEqual({ person: "17" });
        expect(await useCode(records, others, account, now)).toEqual({ person: "18" });
      }));

    test("are not taken any more after five wrong ones within an hour, also the right one; of others they are", () =>
      prepared(async (records) => {
        const code = await makeCode(records, "17", now);
        for (let wrong = 0; wrong < mostWrongCodes; wrong++)
          expect(await useCode(records, "XXXX-XXXX", account, plus(wrong * minute))).toEqual({ problem: "wrong" });
        expect(await useCode(records, code, account, plus(5 * minute))).toEqual({ problem: "too-many" });
        expect(await useCode(records, code, account, plus(60 * minute - 1))).toEqual({ problem: "too-many" });
        expect(await useCode(records, "XXXX-XXXX", { ...account, id: "U2" }, now)).toEqual({ problem: "wrong" });
        expect(await useCode(records, code, account, plus(60 * minute))).toEqual({ person: "17" });
      }));

    test("count wrong ones anew when an hour has passed", () =>
      prepared(async (records) => {
        for (let hour = 0; hour < 8; hour++)
          expect(await useCode(records, "XXXX-XXXX", account, plus(hour * 60 * minute))).toEqual({ problem: "wrong" });
      }));

    test("are written down nowhere", async () => {
      const store = await database.open();
      const code = await store.transaction(async (records) => {
        await keepPerson(records, person("17"));
        return makeCode(records, "17", now);
      });
      const rows = await store.look(({ db }) => db.selectFrom("link_code").selectAll().execute());
      expect(rows).toHaveLength(1);
      expect(JSON.stringify(rows).toUpperCase()).not.toContain(code.replace("-", ""));
    });

    test("typed by two accounts at the same moment serve one of them", async () => {
      const store = await database.open();
      const code = await store.transaction(async (records) => {
        await keepPerson(records, person("17"));
        for (const id of ["U1", "U2"]) await seeAccount(records, { ...account, id, name: id }, undefined, now);
        return makeCode(records, "17", now);
      });
      const uses = await Promise.all(
        ["U1", "U2"].map((id) => store.transaction((records) => useCode(records, code, { ...account, id }, now))),
      );
      expect(uses).toEqual(expect.arrayContaining([{ person: "17" }, { problem: "used" }]));
    });
  });

  describe("entrustments", () => {
    const entrustment = (id: string, from: string, until: string): Entrustment => ({
      id,
      post: "mayor",
      by: { id: "1", name: "人员1" },
      to: { id: "2", name: "人员2" },
      occasion: "business",
      from,
      until,
    });

    test("stand until their last day, or until they are ended, once", () =>
      inOffice(async (records) => {
        await keepPerson(records, person("1"));
        await keepPerson(records, person("2"));
        const [second, first] = [
          entrustment("b", "2026-11-20", "2026-11-25"),
          entrustment("a", "2026-11-10", "2026-11-22"),
        ];
        await keepEntrustment(records, second, now);
        await keepEntrustment(records, first, now);
        expect(await entrustmentsFrom(records, day("2026-11-22"))).toEqual([first, second]);
        expect(await entrustmentsFrom(records, day("2026-11-23"))).toEqual([second]);
        expect(await endEntrustment(records, "b", now)).toBe(true);
        expect(await endEntrustment(records, "b", now)).toBe(false);
        expect(await endEntrustment(records, "none", now)).toBe(false);
        expect(await entrustmentsFrom(records, day("2026-11-22"))).toEqual([first]);
      }));
  });

  describe("administrators and settings", () => {
    test("administrators are listed in the order in which they became it, each once", () =>
      inOffice(async (records) => {
        await addAdministrator(records, "person:2", plus(minute));
        await addAdministrator(records, "account:slack:T1:U1", now);
        await addAdministrator(records, "person:2", plus(2 * minute));
        expect(await administrators(records)).toEqual(["account:slack:T1:U1", "person:2"]);
        await removeAdministrator(records, "account:slack:T1:U1");
        expect(await administrators(records)).toEqual(["person:2"]);
      }));

    test("a setting is kept, changed and taken away", () =>
      inOffice(async (records) => {
        expect(await readSettings(records)).toEqual(new Map());
        await writeSetting(records, "time-zone", "Asia/Urumqi");
        await writeSetting(records, "time-zone", "Asia/Shanghai");
        await writeSetting(records, "language", "en");
        await writeSetting(records, "language", "");
        expect(await readSettings(records)).toEqual(new Map([["time-zone", "Asia/Shanghai"]]));
      }));
  });
});
