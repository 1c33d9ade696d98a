import { expect, test } from "vitest";
import type { Reply } from "../../src/reply.ts";
import { erasePerson } from "../../src/store/erasure.ts";
import { settleMessage, takeDue } from "../../src/store/outbox.ts";
import { exportPerson } from "../../src/store/personal-data.ts";
import { readOut } from "../support/app.ts";
import { day, leaveOffice, people, secrets } from "../support/leave.ts";
import { sixty } from "../support/office.ts";

// Ways that an attacker found, and that are closed.
const text = (x: unknown) => JSON.stringify(x);

test("withdrawing an approved change does not claim that the replaced leave holds", async () => {
  const o = await leaveOffice();
  await o.ask("head");
  await o.as("secretary", "/leave approve 1");
  await o.as("head", "/leave change 1 until:2026-12-10");
  await o.as("head", "/leave request send:2");
  await o.as("secretary", "/leave approve 2");
  const said = readOut(await o.as("head", "/leave withdraw 2"));
  const old = (await o.leave(1)).status;
  expect({ said: said.includes("No. 1 stays as it was approved"), old }).not.toEqual({ said: true, old: "replaced" });
});

test("whoever acts for a day does not read reasons decided months before", async () => {
  const o = await leaveOffice();
  await o.ask("head");
  await o.as("secretary", "/leave approve 1");
  o.setClock("2027-02-01T09:00:00+08:00");
  await o.as("secretary", "/roster entrust to:卞清扬 until:2027-02-01 occasion:business post:secretary-general");
  expect(text(await o.as("other", "/leave show 1"))).not.toContain(secrets.reason);
});

test("the office's own route does not bring a reason to another department", async () => {
  const o = await leaveOffice();
  await o.importRoster(sixty.replace(/^(105[3-6],[^,]+),部门副职,/gm, "$1,部门工作人员,"));
  await o.as("secretary", "/leave route post:部门工作人员 to:部门副职");
  await o.as("deputy", `/leave request 2026-12-01 purpose:sick reason:${secrets.reason}`);
  const s = await o.as("deputy", "/leave request send:1");
  expect(text((await o.messages()).filter((m) => m.to === "person:1052")), readOut(s)).not.toContain(secrets.reason);
});

test("cards that were delivered are brought up to date when whoever asked is erased", async () => {
  const o = await leaveOffice();
  await o.ask("head");
  await o.running.store.transaction(async (rec) => {
    for (const m of await takeDue(rec, o.now(), 100))
      await settleMessage(rec, m, "delivered", o.now(), JSON.stringify({ somewhere: 1 }));
  });
  const before = (await o.messages()).length;
  const instead = { told: () => ({}) as never, notDone: () => ({}) as never };
  await o.running.store.transaction((r) => erasePerson(r, people.head.id, o.now(), instead));
  expect((await o.messages()).length).toBeGreaterThan(before);
});

test("export of one person has no reasons of another", async () => {
  const o = await leaveOffice();
  await o.ask("head");
  expect(text(await o.running.store.transaction((r) => exportPerson(r, people.secretary.id)))).not.toContain(
    secrets.reason,
  );
});

test("words after an approval are no reason of a refusal", async () => {
  const o = await leaveOffice();
  await o.ask("head");
  await o.as("secretary", "/leave approve 1 同意");
  expect(readOut((await o.to("head")).at(-1) as Reply)).not.toContain("Reason of the refusal");
});

test("of two numbers none is approved, and it is said: one at a time", async () => {
  const o = await leaveOffice();
  await o.ask("head");
  await o.ask("other");
  const said = await o.as("secretary", "/leave approve 1 2");
  expect(readOut(said)).toContain("Nothing was changed");
  expect([(await o.leave(1)).status, (await o.leave(2)).status]).toEqual(["asked", "asked"]);
});

test("whoever records an entrustment does not choose who decides on their own leave", async () => {
  const o = await leaveOffice();
  await o.as("secretary", "/roster entrust to:华云舟 until:2026-12-31 occasion:business");
  await o.ask("secretary");
  await o.as("director", "/leave approve 1");
  expect((await o.leave(1)).status).toBe("asked");
  expect((await o.leave(1)).approver).toBe(people.mayor.id);
  const told = readOut(await o.as("secretary", "/leave request 2026-12-08"));
  expect(told).toContain("That 顾致远 (mayor) entrusted 华云舟 does not count here: whoever asks recorded or gave it");
  // for everybody else it counts, and the holder may decide as well
  const other = readOut(await o.as("vice", "/leave request 2026-12-08"));
  expect(other).toMatch(/This goes to 华云舟.*顾致远 \(.*may decide as well/s);
  expect(other).not.toContain("does not count here");
});

test("an approval by an arrangement of the office's own stands under no article, and says so", async () => {
  const o = await leaveOffice();
  await o.as("secretary", "/roster entrust to:华云舟 until:2026-12-31 occasion:business");
  await o.ask("vice");
  await o.as("director", "/leave approve 1");
  expect(readOut((await o.to("vice")).at(-1) as Reply)).toMatch(/own arrangement/);
});

test("on the office's own route it is not said that the rules name the post", async () => {
  const o = await leaveOffice();
  await o.as("secretary", "/leave route post:部门工作人员 to:副秘书长");
  await o.importRoster(sixty.replace("1053,壮怀谷,部门副职,", "1053,壮怀谷,部门工作人员,"));
  expect(readOut(await o.as("deputy", "/leave request 2026-12-01"))).not.toContain("The rules name the post");
});

test("whoever asked learns before the days begin that nobody has decided", async () => {
  const o = await leaveOffice();
  o.setClock("2026-09-29T17:20:00+08:00");
  await o.ask("head", { span: { from: day("2026-10-05"), fromHalf: "am", until: day("2026-10-07"), untilHalf: "pm" } });
  for (let t = Date.parse("2026-09-29T17:20:00+08:00"); t < Date.parse("2026-10-05T00:00:00+08:00"); t += 1800e3)
    await o.at(new Date(t).toISOString());
  expect((await o.to("head")).length).toBeGreaterThan(0);
});

test("a new approver by a roster import has the request at once", async () => {
  const o = await leaveOffice();
  await o.ask("head");
  await o.importRoster(
    sixty
      .replace("1008,谢秉章,秘书长,市政府秘书长,", "1008,谢秉章,副秘书长,市政府副秘书长,")
      .replace("1010,殷向晨,副秘书长,市政府副秘书长", "1010,殷向晨,秘书长,市政府秘书长"),
  );
  expect((await o.messages()).filter((m) => m.to === "person:1010").length).toBeGreaterThan(0);
});

test("withdrawing by a line with a date does not withdraw others", async () => {
  const o = await leaveOffice();
  for (let i = 0; i < 12; i++) await o.ask("head", { occasion: "important-event", event: `e${i}` });
  await o.as("head", "/leave withdraw 12-01");
  expect((await o.leave(1)).status).toBe("asked");
});
