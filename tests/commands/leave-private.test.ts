import { expect, test } from "vitest";
import { erasedNotice } from "../../src/erased-notice.ts";
import { updateCards } from "../../src/leave-desk/send.ts";
import { plainLook, renderReply } from "../../src/platforms/console/render.ts";
import { erasePerson } from "../../src/store/erasure.ts";
import { settleMessage, takeDue } from "../../src/store/outbox.ts";
import { exportPerson } from "../../src/store/personal-data.ts";
import { readOut } from "../support/app.ts";
import { type LeaveOffice, leaveOffice, people, secrets } from "../support/leave.ts";

const words = "因母亲住院需要陪护，另有家中事务须本人到场办理，往返路途较远。".repeat(60).slice(0, 1900);

/** What is due within a day: what the office has tried to deliver as well. */
const due = ({ running, now }: LeaveOffice) =>
  running.store.transaction((records) => takeDue(records, new Date(now().getTime() + 24 * 3600e3)));
/** Everything that waits arrives somewhere. */
async function arrive(office: LeaveOffice) {
  for (const message of await due(office))
    await office.running.store.transaction((records) =>
      settleMessage(records, message, "delivered", office.now(), `{"at":"${message.recipient}"}`),
    );
}

test("a card shows the beginning of long texts and the last words, and leads to all of it", async () => {
  const office = await leaveOffice();
  const { number } = await office.ask("head", { reason: `${words}末尾` });
  for (let time = 1; time <= 3; time++) {
    await office.as("secretary", `/leave question ${number} 第${time}问${words}`);
    await office.as("head", `/leave answer ${number} 第${time}答${words}末尾`);
  }
  const card = (await office.to("secretary")).at(-1);
  const shown = JSON.stringify(card);
  for (const each of ["第2答", "第3问", "第3答"]) expect(shown).toContain(each);
  for (const each of ["第1问", "第2问", "末尾"]) expect(shown).not.toContain(each);
  const [course] = card?.buttons.filter(({ command }) => command === "leave show") ?? [];
  expect(course).toMatchObject({ label: "Its course", options: { number: String(number) } });
  expect(shown).toContain("The whole is under “Its course”.");

  const whole = await office.as("secretary", `/leave show ${number}`);
  const told = readOut(whole);
  for (const each of ["第1问", "第2问", "第3答", `${words}末尾`]) expect(told).toContain(each);
  expect(told).not.toContain("The whole is under");
  await office.close();
});

test("a card of short texts is whole, and says nothing of more", async () => {
  const office = await leaveOffice();
  await office.ask("head", { reason: "因".repeat(300) });
  const [card] = await office.to("secretary");
  expect(card?.buttons.map(({ command }) => command)).not.toContain("leave show");
  await office.close();
});

test("when somebody is erased a notice without buttons takes the place of every card of theirs, and of those before them", async () => {
  const office = await leaveOffice();
  await office.ask("head");
  await office.ask("other");
  await arrive(office);
  await office.as("secretary", "/leave approve 1");
  await arrive(office);
  const erased = await office.running.store.transaction((records) =>
    erasePerson(records, people.head.id, office.now(), erasedNotice),
  );
  expect(erased).toMatchObject({ cards: 2 });
  const notices = await due(office);
  expect(notices.map(({ recipient }) => recipient).sort()).toEqual(["person:1008", "person:1014"]);
  for (const { reply, replaces } of notices) {
    expect(JSON.parse(reply)).toEqual(JSON.parse(JSON.stringify(erasedNotice.told("en"))));
    expect(replaces).toBeDefined();
  }
  await office.close();
});

test("what becomes later of the request of somebody who was erased puts nothing in the place of the notice", async () => {
  const office = await leaveOffice();
  await office.ask("head");
  await arrive(office);

  await office.running.store.transaction((records) => erasePerson(records, people.head.id, office.now(), erasedNotice));
  const leave = await office.leave(1);
  await office.atDesk((at) => updateCards(leave, at));
  for (const { reply } of await due(office)) expect(JSON.parse(reply)).toMatchObject({ tone: "problem", buttons: [] });
  await office.close();
});

test("the export of whoever decides lists the cards of others without their words, and one's own with them", async () => {
  const office = await leaveOffice();
  await office.ask("head");
  const exported = (who: keyof typeof people) =>
    office.running.store.look((records) => exportPerson(records, people[who].id));
  const decider = await exported("secretary");
  expect(decider?.messages).toMatchObject([{ card: "leave:1", reply: null, leftOut: "about somebody else" }]);
  expect(JSON.stringify(decider)).not.toContain(secrets.reason);
  await office.as("secretary", "/leave approve 1");
  expect(JSON.stringify((await exported("head"))?.messages)).toContain(secrets.reason);
  await office.close();
});

test("a reason that would turn round the line, or move the cursor, is shown literally at the terminal", async () => {
  const office = await leaveOffice();
  await office.ask("head", { reason: "病\u202Eevorppa\u2066\u001B[2J\u0007\r完" });
  const [card] = await office.to("secretary");
  if (!card) throw new Error("there is a card");
  const printed = renderReply(card, plainLook, "");
  expect(printed).toContain("病evorppa[2J完");
  expect(printed).not.toMatch(/(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u);
  await office.close();
});
