import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readRoster } from "../../src/office/roster-csv.ts";
import { administrators } from "../../src/store/administrators.ts";
import { everybody } from "../../src/store/people.ts";
import { pointOf, readOut } from "../support/app.ts";
import { changzhou } from "../support/changzhou.ts";
import { buttonOf, codeIn, owner, sixty, startOffice, type TestOffice, visitor } from "../support/office.ts";

// People who try to get more than they may. 1009 is the director of the General Office, who may import the roster and
// link accounts but is no administrator; 1014 heads a bureau.

const stranger = visitor("U-NOBODY");
const head = visitor("U-HEAD");
const director = visitor("U-DIRECTOR");
const second = visitor("U-SECOND");

let office: TestOffice;

beforeEach(async () => {
  office = await startOffice();
  await office.importRoster();
});

afterEach(() => office.close());

const names = sixty.split("\n").flatMap((line) => line.match(/^\d+,([^,]+),/)?.[1] ?? []);

/** What of the office an attack could change. */
const state = () =>
  office.running.store.transaction(async (records) => ({
    people: await everybody(records),
    administrators: await administrators(records),
    settings: await records.db.selectFrom("setting").selectAll().execute(),
    entrustments: await records.db.selectFrom("entrustment").selectAll().execute(),
    linked: await records.db.selectFrom("account").select(["id", "person"]).where("person", "is not", null).execute(),
  }));

const mayAppoint = async (who: typeof stranger) => (await office.type("/roster admin", who)).tone !== "refused";

describe("whoever may import the roster or link accounts, without being an administrator", () => {
  beforeEach(async () => {
    await office.link(director, "1009");
    await office.type("/roster admin person:1014", owner);
  });

  it("does not become an administrator by a file that gives an administrator another mail address", async () => {
    const file = "编号,姓名,职务,邮箱\n1014,毛景行,市政府部门主要负责人,director@elsewhere.example\n";
    await office.give("roster import", { file }, director);
    expect(await mayAppoint({ ...second, mail: "director@elsewhere.example" })).toBe(false);
  });

  it("does not become an administrator by a code that was made before the person was appointed", async () => {
    const code = codeIn(await office.give("roster link", { person: "1015" }, director));
    await office.type("/roster admin person:1015", owner);
    await office.give("roster link", { code }, second);
    expect(await mayAppoint(second)).toBe(false);
  });

  it("does not get a code for an administrator", async () => {
    expect((await office.give("roster link", { person: "1014" }, director)).tone).toBe("refused");
  });

  it("does not lock an administrator out by unlinking all that they have", async () => {
    await office.link(head, "1014");
    expect((await office.type("/roster unlink person:1014", director)).tone).toBe("refused");
    expect(await mayAppoint(head)).toBe(true);
  });
});

describe("an administrator", () => {
  const withoutOwner = async () => {
    await office.type("/roster admin person:1014", owner);
    await office.link(head, "1014");
    const list = await office.type("/roster admin", head);
    return office.press(list, "Dismiss @U-OWNER", head);
  };

  it("who is an account and no person is dismissed with a button, by the name of the account", async () => {
    expect(pointOf(await withoutOwner())).toContain("@U-OWNER (Slack, linked to nobody) is no longer an administrator");
    expect(await mayAppoint(owner)).toBe(false);
    expect((await state()).administrators).toEqual(["person:1014"]);
  });

  it("who is the only one keeps the only account by which anybody can administer Mishu", async () => {
    await withoutOwner();
    expect((await office.type("/roster unlink platform:slack", head)).tone).toBe("problem");
    const code = codeIn(await office.type("/roster link", head));
    await office.give("roster link", { code }, visitor("D1", { platform: "discord", workspace: "G1" }));
    expect((await office.type("/roster unlink platform:slack", head)).tone).toBe("done");
  });

  it("who is the last one, and an account, is not dismissed", async () => {
    const told = await office.give("roster admin", { person: "account:slack:T1:U-OWNER", remove: "true" }, owner);
    expect(pointOf(told)).toContain("is the last administrator");
  });
});

describe("somebody who was unlinked", () => {
  it("does not come back with a code that they made before", async () => {
    await office.link(head, "1014");
    const code = codeIn(await office.type("/roster link", head));
    await office.type("/roster unlink person:1014", owner);
    expect((await office.give("roster link", { code }, head)).tone).toBe("problem");
    expect(readOut(await office.type("/whoami", head))).not.toContain("毛景行");
  });
});

describe("a person who hears of an account that is not theirs", () => {
  it("unlinks that one with the button of the message, and not their own", async () => {
    await office.link(head, "1014");
    await office.link(second, "1014");
    const [message] = (await office.messages()).filter(({ to }) => to === "account:slack:T1:U-HEAD");
    if (!message) throw new Error("no message");
    await office.press(message.reply, buttonOf(message.reply, /./).label, head);
    expect((await state()).linked).toEqual([{ id: "U-HEAD", person: "1014" }]);
  });

  it("hears of it also when the account was linked by the mail address", async () => {
    await office.link(head, "1014");
    await office.type("/whoami", { ...second, mail: "mao.jingxing@changzhou.example" });
    expect((await state()).linked).toHaveLength(2);
    expect((await office.messages()).map(({ to }) => to)).toContain("account:slack:T1:U-HEAD");
  });
});

describe("a code", () => {
  it("is guessed at most five times an hour, also by somebody who links and unlinks in between", async () => {
    await office.link(head, "1014");
    let guesses = 0;
    for (let round = 0; round < 4; round++) {
      await office.type("/roster unlink platform:slack", head);
      const own = codeIn(await office.give("roster link", { person: "1014" }, owner));
      for (let guess = 0; guess < 4; guess++) {
        const told = await office.give("roster link", { code: `2222-22${round}${guess}` }, head);
        if (pointOf(told).includes("is wrong")) guesses++;
      }
      await office.give("roster link", { code: own }, head);
    }
    expect(guesses).toBeLessThanOrEqual(5);
  });

  it("links the first of two who type it, once, and nobody after a day", async () => {
    const code = codeIn(await office.give("roster link", { person: "1014" }, owner));
    const told = await Promise.all([head, second].map((who) => office.give("roster link", { code }, who)));
    expect(told.map(({ tone }) => tone).sort()).toEqual(["done", "problem"]);
    const late = codeIn(await office.give("roster link", { person: "1015" }, owner));
    office.setClock("2026-11-24T09:00:01+08:00");
    expect((await office.give("roster link", { code: late }, stranger)).tone).toBe("problem");
    expect((await state()).linked).toHaveLength(1);
  });

  it("is not taken after five wrong ones, even when it is right", async () => {
    const code = codeIn(await office.give("roster link", { person: "1014" }, owner));
    for (let guess = 0; guess < 5; guess++) await office.give("roster link", { code: `2222-222${guess}` }, stranger);
    expect((await office.give("roster link", { code }, stranger)).tone).toBe("problem");
    expect((await office.give("roster link", { code }, head)).tone).toBe("done");
  });
});

describe("whoever has no right", () => {
  const lines = [
    "/roster import --template",
    '/roster import file:"id,name,post"',
    "/花名册 关联 人员:1001",
    "/名冊 連結 人員:1001 連結碼:",
    "/roster link code:1001 person:1001",
    "/roster unlink slack person:1001",
    "/roster unlink --person 1001",
    "/roster admin",
    "/roster admin person:1014",
    "/roster admin person:1001 --remove",
    "/roster entrust to:1002 until:2026-12-05 occasion:visit",
    "/roster entrust end:true post:1001",
    "/settings time-zone:Asia/Tokyo language:en",
    "/设置 时区:Asia/Tokyo",
    "/settings --channel channel:slack:T1:C1",
    '/settings office-hours:"" office-language:en',
    "/ROSTER ADMIN 1014",
    "／名冊 管理員 人員：1014",
  ];

  it.each(lines)("is refused, and nothing changes: %s", async (line) => {
    await office.link(head, "1014");
    const before = await state();
    for (const who of [stranger, head]) expect((await office.type(line, who)).tone).toBe("refused");
    expect(await state()).toEqual(before);
  });

  it.each([
    ["settings", { "time-zone": "", channel: "channel:slack:T1:C1" }],
    ["settings", { "time-zone": "", "office-hours": "08:00-09:00" }],
    ["settings", { channel: "", "time-zone": "Asia/Tokyo" }],
    ["roster link", { person: "\u0000" }],
    ["roster unlink", { person: "\u0000", platform: "slack" }],
    ["roster admin", { person: "1001", remove: "perhaps" }],
    ["constructor", { person: "1001" }],
    ["__proto__", {}],
  ])("changes nothing by a form made by hand: %s %j", async (command, options) => {
    await office.type("/whoami", stranger);
    const before = await state();
    await office.give(command, options, stranger);
    expect(await state()).toEqual(before);
  });

  it("learns no name: not from refusals, answers, buttons or what is completed while typing", async () => {
    const told: unknown[] = [];
    for (const line of [...lines, "/roster show", "/roster who mayor", "/ask who is the mayor?", "/help", "/whoami"])
      told.push(await office.type(line, stranger));
    for (const { path, suggest } of office.app.commands)
      for (const option of Object.keys(suggest))
        for (const typed of ["", "1", "市", "顾"]) told.push(await office.suggest(path, option, typed, stranger));
    expect(names.filter((name) => JSON.stringify(told).includes(name))).toEqual([]);
  });
});

describe("a roster file made to do harm", () => {
  const reader = { posts: changzhou.rulebook.data.posts, language: "en", officeLanguage: "zh-Hans" } as const;

  it("does not keep the office waiting with blank lines, as a whole sheet of Excel has them", () => {
    const sheet = `编号,姓名,职务\n1,李明,市长\n${",,,,,,,,\n".repeat(110_000)}`;
    for (let time = 0; time < 50; time++)
      expect(readRoster(sheet, reader)).toMatchObject({ kind: "people", people: [{ id: "1" }] });
  });

  it("does not have more problems gathered than anybody reads", () => {
    for (const file of ["经理,".repeat(200_000), `编号,姓名,职务,起\n${",,经理,明天\n".repeat(5_000)}`]) {
      const read = readRoster(file, reader);
      expect(read.kind === "problems" && read.problems.length).toBeLessThanOrEqual(50);
    }
  });

  it("brings no signs into names that move a cursor, turn round what follows or are not seen", async () => {
    const signs = "\u001b[2J\u009b31m\u202e\u2066\u200b\u200f\ufeff\u00ad\u2028\u0007";
    const cell = `李${signs}明`;
    await office.importRoster(`id,name,post,title,department,portfolio\n9,${cell},mayor,${cell},${cell},${cell}\n`);
    const people = await office.running.store.transaction(everybody);
    const kept = JSON.stringify(people.find(({ id }) => id === "9"));
    expect(kept).toContain("李");
    expect(kept).not.toMatch(/[\p{Cc}\p{Cf}\u2028]|\\u00/u);
  });
});
