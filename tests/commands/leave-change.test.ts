import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { atDesk } from "../../src/platforms/console/index.ts";
import { plainLook } from "../../src/platforms/console/render.ts";
import { createSession } from "../../src/platforms/console/session.ts";
import { drawForm as discordForm } from "../../src/platforms/discord/form.ts";
import { drawForm as slackForm } from "../../src/platforms/slack/form.ts";
import type { Reply } from "../../src/reply.ts";
import { changeLeave } from "../../src/store/leave.ts";
import { addMeeting } from "../../src/store/meetings.ts";
import { pointOf, readOut } from "../support/app.ts";
import { day, type LeaveOffice, leaveOffice, people, secrets, speaking, type Who } from "../support/leave.ts";
import { buttonOf, owner } from "../support/office.ts";

let office: LeaveOffice;
const troubles: unknown[] = [];
beforeEach(async () => {
  office = await leaveOffice();
});
afterEach(async () => {
  troubles.push(...office.trouble);
  await office.close();
});
afterAll(() => expect(troubles).toEqual([]));

const said = async (who: Who, line: string): Promise<string> => readOut(await office.as(who, line));
const press = (reply: Reply, label: string | RegExp, who: Who): Promise<Reply> =>
  office.press(reply, label, people[who].visitor);
const lastTo = async (who: Who): Promise<string> => {
  const last = (await office.to(who)).at(-1);
  return last ? readOut(last) : "";
};
const actions = async () =>
  (await office.events()).map(({ action }) => action).filter((each) => each.startsWith("leave."));

/** The head asks for 1 to 3 December; the secretary-general grants it where wished. */
async function asked(granted: boolean, days = "12-01 to 12-03"): Promise<void> {
  await press(await office.as("head", `/leave request ${days} place:Nanjing reason:rest`), /^Send/, "head");
  if (granted) await office.as("secretary", "/leave approve 1");
}

/** An executive meeting to which the head is called. */
const meeting = (on = "2026-12-02") =>
  office.atDesk(async ({ records, now }) => {
    const given = { type: "executive-meeting", title: "Executive meeting", day: day(on), place: "", presider: "mayor" };
    return (
      await addMeeting(records, { ...given, fromMinute: 540, untilMinute: 660, invited: ["1014"] }, "person:1009", now)
    ).number;
  });

describe("the form that changes a request", () => {
  const span = { from: day("2026-12-01"), fromHalf: "pm", until: day("2026-12-03"), untilHalf: "am" } as const;
  /** The form as it opens for somebody; what it asks, with what stands there already. */
  const opened = async (who: Who, options: Readonly<Record<string, string>>) => {
    const asked = { command: "leave change", options };
    const { form } = { form: undefined, ...(await office.running.desk.formOf(asked, people[who].visitor, true)) };
    if (!form) throw new Error("no form");
    return { form, values: Object.fromEntries(form.fields.map(({ name, value }) => [name, value])) };
  };
  const present = { from: "2026-12-01 pm", until: "2026-12-03 am", purpose: "private", place: secrets.place };

  it("opens with its days, purpose and place as they are now, not as they were when its button was shown", async () => {
    await office.ask("head", { span });
    const [button] = (await office.as("head", "/leave change")).buttons;
    expect(button).toMatchObject({ form: true, options: { number: "1" } });
    expect((await opened("head", button?.options ?? {})).values).toEqual({ ...present, reason: undefined });
    await office.as("head", "/leave change 1 until:12-04");
    expect((await opened("head", button?.options ?? {})).values).toMatchObject({ ...present, until: "2026-12-04" });
    expect((await opened("head", { number: "第1号", until: "12-05", place: " " })).values).toMatchObject({
      ...present,
      until: "12-05",
    });
  });

  it("is of that request alone: its number is said above, and not asked again", async () => {
    await office.ask("head", { span });
    const { form } = await opened("head", { number: "No. 1" });
    expect(form).toMatchObject({ title: "/leave change 1", given: { number: "1" } });
    const sent = Object.fromEntries(form.fields.flatMap(({ name, value }) => (value ? [[name, value]] : [])));
    const same = await office.give("leave change", { ...form.given, ...sent }, people.head.visitor);
    expect(pointOf(same)).toContain("Nothing of this is different");
    await office.give("leave change", { ...form.given, ...sent, until: "2026-12-04" }, people.head.visitor);
    expect((await office.leave(1)).span).toEqual({ ...span, until: "2026-12-04", untilHalf: "pm" });
  });

  it("opens with the place, but no days, where it is leave from a meeting: those are the meeting's", async () => {
    await office.ask("head", { occasion: "executive-meeting", meeting: await meeting() });
    const { values } = await opened("head", { number: "1" });
    expect(values).toMatchObject({ from: undefined, until: undefined, place: secrets.place });
  });

  it("says nothing of the request to anybody but whoever asked for it", async () => {
    await office.ask("head", { span });
    for (const who of ["secretary", "other", "supervisor"] as const) {
      const { form, values } = await opened(who, { number: "1" });
      expect(form.title).toBe("/leave change");
      expect(values).toEqual({ number: "1" });
    }
    for (const number of ["2", "none", "1 2", "0", ""])
      expect((await opened("head", { number })).values.from, number).toBeUndefined();
  });

  it("is drawn with them on Slack and on Discord, and there is room for the reason too", async () => {
    await office.ask("head", { span });
    const { form } = await opened("head", { number: "1" });
    const onSlack = JSON.stringify(slackForm(form, "", "T1"));
    for (const text of [present.from, present.until, present.place])
      expect(onSlack).toContain(`"initial_value":"${text}"`);
    expect(onSlack).toContain('"initial_option":{"text":{"type":"plain_text","text":"private matters"');
    const park = async () => "x".repeat(22);
    const onDiscord = await discordForm(form, { desk: { park }, apiUrl: "" });
    const drawn = onDiscord.components.map((each) => ("component" in each ? each.component : each));
    expect(drawn).toMatchObject([
      { custom_id: "from", value: present.from },
      { custom_id: "until", value: present.until },
      { custom_id: "purpose" },
      { custom_id: "place", value: present.place },
      { custom_id: "reason" },
    ]);
  });

  it("asks at the terminal with what stands there: Enter keeps it", async () => {
    const terminal = { ...people.head.visitor, platform: "terminal", workspace: "", id: "mao", name: "mao" };
    await office.link(terminal, people.head.id);
    await office.ask("head", { span });
    const session = createSession(atDesk(office.app, office.running.desk, "mao"), plainLook, "en");
    const answers: string[] = [];
    for (const line of ["/leave change 1", "1", "", "2026-12-04", "", "", ""])
      answers.push((await session.answer(line)) ?? "");
    expect(answers[1]).toMatch(/^\/leave change 1 – .*\[Enter keeps: 2026-12-01 pm\]/s);
    expect(answers.join()).toContain(`[Enter keeps: ${secrets.place}]`);
    expect((await office.leave(1)).span).toEqual({ ...span, until: "2026-12-04", untilHalf: "pm" });
    expect(await office.leave(1)).toMatchObject(secrets);
  });
});

it("a change of a request is no further request of the journey", async () => {
  await office.ask("head");
  await office.as("secretary", "/leave approve 1");
  await press(await office.as("head", "/leave change 1 until:12-05"), /^Send/, "head");
  expect((await office.leave(2)).status).toBe("asked");
  expect(await said("head", "/leave show 1")).not.toMatch(/requests of this journey/);
});

describe("a request that waits", () => {
  it("is changed itself, asked again, and the approver is told what is different", async () => {
    await asked(false);
    const before = await office.leave(1);
    const reply = await office.as("head", "/leave change 1 until:12-04 am place:Suzhou");
    expect(pointOf(reply)).toBe("No. 1 is changed, and asked again: it waits for 谢秉章 (市政府秘书长).");
    const now = await office.leave(1);
    expect(now).toMatchObject({
      status: "asked",
      place: "Suzhou",
      reason: "rest",
      span: { until: "2026-12-04", untilHalf: "am" },
    });
    expect(now.version).toBeGreaterThan(before.version);
    const told = await lastTo("secretary");
    expect(told).toContain("毛景行 (市教育局局长) has changed request No. 1.");
    expect(told).toContain("Days: 2026-12-01 to 2026-12-03 → 2026-12-01 to 2026-12-04 (morning)");
    expect(told).toContain("Place: Nanjing → Suzhou");
    expect(told).not.toContain("rest →");
    const [event] = (await office.events()).filter(({ action }) => action === "leave.change");
    expect(event).toMatchObject({ subject: "leave:1", about: "1014", details: { fields: ["days", "place"] } });
    expect(JSON.stringify(event)).not.toMatch(/Suzhou|Nanjing/);
  });

  it("makes the buttons of the old message stale", async () => {
    await asked(false);
    const [card] = await office.to("secretary");
    if (!card) throw new Error("nothing was sent");
    const approve = buttonOf(card, "Approve");
    await office.as("head", "/leave change 1 until:12-04");
    const reply = await office.give(approve.command, approve.options, people.secretary.visitor);
    expect(readOut(reply)).toContain("was changed after this message was sent");
    expect((await office.leave(1)).status).toBe("asked");
  });

  it("that was asked about is asked again when it is changed", async () => {
    await asked(false);
    await office.as("secretary", "/leave question 1 where to?");
    await office.as("head", "/leave change 1 place:Wuxi");
    expect((await office.leave(1)).status).toBe("asked");
  });

  it("cannot be changed into days of other leave", async () => {
    await asked(false);
    await press(await office.as("head", "/leave request 12-07"), /^Send/, "head");
    const reply = await office.as("head", "/leave change 1 until:12-07");
    expect(readOut(reply)).toContain("No. 2 covers some of these days");
    expect(buttonOf(reply, "Correct it")).toMatchObject({ command: "leave change", options: { until: "12-07" } });
    expect((await office.leave(1)).span.until).toBe("2026-12-03");
  });

  it("tells of meetings that the new days take in, and of those that they leave", async () => {
    await asked(false);
    await meeting("2026-12-04");
    const longer = await office.as("head", "/leave change 1 until:12-04");
    expect(readOut(longer)).toContain("You have not asked for leave from a meeting on these days");
    await press(await press(longer, "Leave from meeting No. 1", "head"), /^Send/, "head");
    const shorter = await office.as("head", "/leave change 1 until:12-02");
    expect(readOut(shorter)).toContain("for meetings outside the new days: No. 2");
    await press(shorter, "Withdraw No. 2", "head");
    expect((await office.leave(2)).status).toBe("withdrawn");
  });
});

describe("what cannot be changed is said, with what can be done", () => {
  it.each([
    ["", "Which request do you want to change?"],
    ["1", "What is to be different?"],
    ["1 until:12-03", "Nothing of this is different"],
    ["1 until:11-30", "until: the end (2026-11-30 (afternoon)) lies before the beginning"],
    ["1 until:soon", "until: “soon” cannot be read as a day"],
    ["1 from:2028-01-01 until:2028-01-02", "more than a year away"],
    ["1 until:2028-12-31", "longer than a year"],
    ["abc until:12-05", "“abc” is not the number of a request"],
    ["5 until:12-05", "There is no request No. 5 that you may see."],
    [`1 place:${"x".repeat(201)}`, "place: at most 200 characters"],
  ])("/leave change %s", async (line, words) => {
    await asked(false);
    const before = await office.leave(1);
    expect(await said("head", `/leave change ${line}`)).toContain(words);
    expect(await office.leave(1)).toEqual(before);
  });

  it("when it was refused, withdrawn or is over and reported", async () => {
    await asked(false);
    await office.as("head", "/leave withdraw 1");
    expect(await said("head", "/leave change 1 until:12-05")).toContain("No. 1 is withdrawn and cannot be changed.");
    await press(await office.as("head", "/leave request 12-08"), /^Send/, "head");
    await office.as("secretary", "/leave refuse 2 reason:too busy");
    expect(await said("head", "/leave change 2 until:12-09")).toContain("No. 2 is refused and cannot be changed.");
  });

  it("of leave from a meeting: its days are the meeting's", async () => {
    const number = await meeting();
    await press(await office.as("head", `/leave request meeting:${number}`), /^Send/, "head");
    expect(await said("head", "/leave change 1 until:12-05")).toContain("The days are those of the meeting.");
    expect(await said("head", "/leave change 1 reason:ill")).toContain("is changed, and asked again");
  });

  it("when there is nothing at all", async () => {
    expect(await said("other", "/leave change")).toContain("You have no request that can be changed.");
    expect(await said("other", "/leave withdraw")).toContain("You have no request that can be withdrawn.");
  });
});

describe("granted leave", () => {
  it("that is extended stays as it was until the extension is granted", async () => {
    await asked(true);
    const preview = await office.as("head", "/leave change 1 until:12-05");
    expect(readOut(preview)).toContain("Changes: No. 1 (2026-12-01 to 2026-12-03)");
    expect(readOut(preview)).toContain("No. 1 stays as it was approved until this change is approved too.");
    expect(await office.leave(1)).toMatchObject({ status: "approved", span: { until: "2026-12-03" } });
    await press(preview, /^Send/, "head");
    expect(await office.leave(2)).toMatchObject({ status: "asked", replaces: 1, trip: 1, reason: "rest" });
    expect((await office.leave(1)).status).toBe("approved");
    await office.as("secretary", "/leave approve 2");
    expect((await office.leave(1)).status).toBe("replaced");
    expect(await office.leave(2)).toMatchObject({ status: "approved", span: { until: "2026-12-05" } });
  });

  it("has one change at a time", async () => {
    await asked(true);
    await press(await office.as("head", "/leave change 1 until:12-05"), /^Send/, "head");
    const reply = await office.as("head", "/leave change 1 until:12-07");
    expect(readOut(reply)).toContain("A change of No. 1 waits for a decision already: No. 2.");
    expect(buttonOf(reply, "Change No. 2").options).toEqual({ number: "2" });
    await office.as("head", "/leave change 2 until:12-07");
    expect(await office.leave(2)).toMatchObject({ replaces: 1, span: { until: "2026-12-07" } });
  });

  it("ends earlier at once: no rule asks for approval, and whoever granted it is told", async () => {
    await asked(true);
    const before = (await office.to("secretary")).length;
    const reply = await office.as("head", "/leave change 1 until:12-02");
    expect(pointOf(reply)).toBe("No. 1 ends earlier now: 2026-12-01 to 2026-12-02.");
    expect(readOut(reply)).toContain("No rule asks for approval to come back earlier");
    expect(readOut(reply)).toContain("谢秉章 has been told.");
    expect(reply.citations).toEqual([]);
    expect(await office.leave(1)).toMatchObject({ status: "approved", span: { until: "2026-12-02" } });
    const told = (await office.to("secretary")).slice(before).map(readOut).join("\n");
    expect(told).toContain("ends leave No. 1 earlier: 2026-12-01 to 2026-12-02 (was 2026-12-01 to 2026-12-03)");
    expect(await actions()).toEqual(["leave.ask", "leave.approve", "leave.change"]);
  });

  it("that is over may be extended late as long as the return was not reported", async () => {
    await asked(true);
    office.setClock("2026-12-07T09:00:00+08:00");
    const preview = await office.as("head", "/leave change 1 until:12-08");
    expect(readOut(preview)).toContain("The leave is over by now: the extension is asked for late");
    await press(preview, /^Send/, "head");
    expect(await office.leave(2)).toMatchObject({ status: "asked", replaces: 1 });
  });

  it("that somebody has reported back from cannot be extended", async () => {
    await asked(true);
    const leave = await office.leave(1);
    await office.atDesk(async ({ records, now }) => {
      const returned = { day: day("2026-12-04"), half: "am", at: now, by: "1014" } as const;
      await changeLeave(records, leave, { returned });
    });
    expect(await said("head", "/leave change 1 until:12-08")).toContain(
      "You have reported back from No. 1 on 2026-12-04",
    );
  });

  it("that was only noted is changed without anybody being asked", async () => {
    await press(await office.as("deputy", "/leave request 12-01"), "Note it", "deputy");
    expect(await said("deputy", "/leave change 1 until:12-02")).toContain("No. 1 is changed. It is only noted");
    expect(await office.leave(1)).toMatchObject({ status: "noted", span: { until: "2026-12-02" } });
    expect(await actions()).toEqual(["leave.note", "leave.change"]);
  });
});

describe("a request is withdrawn", () => {
  it("while it waits: the approver's message says so", async () => {
    await asked(false);
    expect(pointOf(await office.as("head", "/leave withdraw 1"))).toBe("No. 1 is withdrawn.");
    expect((await office.leave(1)).status).toBe("withdrawn");
    expect(await lastTo("secretary")).toContain("No. 1 was withdrawn; there is nothing to decide");
    expect(await said("secretary", "/leave approve 1")).toMatch(/withdrawn/);
    expect((await office.leave(1)).status).toBe("withdrawn");
    expect(await said("head", "/leave withdraw 1")).toContain("No. 1 is withdrawn: there is nothing to withdraw.");
  });

  it("when granted and not begun: whoever granted it is told", async () => {
    await asked(true);
    expect(await said("head", "/leave withdraw 1")).toContain("Told of it: 谢秉章.");
    const told = (await office.to("secretary")).map(readOut).join("\n");
    expect(told).toContain("毛景行 (市教育局局长) has withdrawn leave No. 1 (2026-12-01 to 2026-12-03).");
    expect(await actions()).toEqual(["leave.ask", "leave.approve", "leave.withdraw"]);
  });

  it("not once it has begun: the end can be changed, or the return reported", async () => {
    await asked(true);
    office.setClock("2026-12-01T14:00:00+08:00");
    const reply = await office.as("head", "/leave withdraw 1");
    expect(readOut(reply)).toContain("No. 1 has begun and cannot be withdrawn any more.");
    expect(reply.buttons.map(({ command }) => command)).toEqual(["leave change", "leave return"]);
    expect((await office.leave(1)).status).toBe("approved");
  });

  it("with what changes it: a change of leave that is no more waits for nobody", async () => {
    await asked(true);
    await press(await office.as("head", "/leave change 1 until:12-05"), /^Send/, "head");
    expect(await said("head", "/leave withdraw 1")).toContain("No. 2, which was to change it, is withdrawn as well.");
    expect((await office.leave(2)).status).toBe("withdrawn");
  });

  it("alone when it is the change: the old leave stays", async () => {
    await asked(true);
    await press(await office.as("head", "/leave change 1 until:12-05"), /^Send/, "head");
    expect(await said("head", "/leave withdraw 2")).toContain("No. 1 stays as it was approved.");
    expect((await office.leave(1)).status).toBe("approved");
  });

  it("and its meetings are offered to be withdrawn along", async () => {
    await meeting();
    await press(await office.as("head", "/leave request 12-01 to 12-03"), "Send all", "head");
    const reply = await office.as("head", "/leave withdraw 1");
    expect(readOut(reply)).toContain("For meetings during the same journey there is still: No. 2.");
    await press(reply, "Withdraw No. 2", "head");
    expect((await office.leave(2)).status).toBe("withdrawn");
  });

  it("several at once, by their numbers", async () => {
    await meeting();
    await press(await office.as("head", "/leave request 12-01 to 12-03"), "Send all", "head");
    await office.as("head", "/leave withdraw 1, 2");
    expect([(await office.leave(1)).status, (await office.leave(2)).status]).toEqual(["withdrawn", "withdrawn"]);
  });

  it("in the channel where it was announced it is said too, without a reason", async () => {
    await office.give("settings", { channel: "channel:slack:T1:C1", use: "leave" }, owner);
    await asked(true);
    await office.as("head", "/leave change 1 until:12-02");
    await office.as("head", "/leave withdraw 1");
    const announced = (await office.messages())
      .filter(({ to }) => to === "channel:slack:T1:C1")
      .map(({ reply }) => readOut(reply));
    expect(announced.slice(-2)).toEqual([
      expect.stringContaining("毛景行（市教育局局长）外出：2026年12月1日至12月2日"),
      "毛景行（市教育局局长）取消外出：2026年12月1日至12月2日",
    ]);
    expect(announced.join()).not.toMatch(/Nanjing|rest/);
  });

  it("in each language", async () => {
    await asked(true);
    expect(readOut(await office.type("/leave change 1 until:12月2日", speaking("head", "zh-Hans")))).toContain(
      "没有规则要求提前返回须经批准，因此立即生效。",
    );
    expect(readOut(await office.type("/leave withdraw 1", speaking("head", "zh-Hant")))).toMatch(/^第1號已撤回。/);
  });
});

describe("the numbers of one's own requests", () => {
  it("are offered while typing, those of others never", async () => {
    await asked(false);
    expect(await office.suggest("leave change", "number", "", people.head.visitor)).toEqual([
      "No. 1 · 2026-12-01 to 2026-12-03 · going away (trip or leave) · waiting for a decision",
    ]);
    for (const who of ["other", "secretary"] as const)
      expect(await office.suggest("leave withdraw", "number", "", people[who].visitor)).toEqual([]);
  });
});
