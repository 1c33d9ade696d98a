import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Reply } from "../../src/reply.ts";
import { addMeeting, cancelMeeting } from "../../src/store/meetings.ts";
import type { Visitor } from "../../src/visit.ts";
import { misquoted, pointOf, readOut } from "../support/app.ts";
import { day, type LeaveOffice, leaveOffice, people, speaking, type Who } from "../support/leave.ts";
import { buttonOf, sixty, visitor } from "../support/office.ts";

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
const labels = ({ buttons }: Reply): readonly string[] => buttons.map(({ label }) => label);
const press = (reply: Reply, label: string | RegExp, who: Who): Promise<Reply> =>
  office.press(reply, label, people[who].visitor);
/** Asks and sends. */
const sent = async (who: Who, line: string, label: string | RegExp = /^Send/): Promise<Reply> =>
  press(await office.as(who, line), label, who);
const asksFor = async (who: Who) =>
  (await office.to(who)).map(readOut).filter((each) => each.includes("requests leave"));
const leaveEvents = async () => (await office.events()).filter(({ action }) => action.startsWith("leave."));

/** Plans a meeting on 2 December, in the morning, to which people are called besides those whom the rules call. */
const meeting = (type: string, invited: readonly string[] = [], given: { on?: string; presider?: string } = {}) =>
  office.atDesk(async ({ records, now }) => {
    const planned = await addMeeting(
      records,
      {
        type,
        title: `The ${type}`,
        day: day(given.on ?? "2026-12-02"),
        fromMinute: 540,
        untilMinute: 660,
        place: "Room 1",
        presider: given.presider ?? "mayor",
        invited,
      },
      "person:1009",
      now,
    );
    return planned.number;
  });

describe("a bureau head who asks for leave", () => {
  const line = "/leave request 12-01 to 12-03 purpose:business place:Nanjing reason:A conference of schools";

  it("sees before anything is sent whom it goes to, why, and when", async () => {
    const preview = await office.as("head", line);
    const text = readOut(preview);
    expect(pointOf(preview)).toBe("Please check. No. 1 has not been sent; only you see it.");
    expect(text).toContain("Days: Tue 2026-12-01 to Thu 2026-12-03 · 3 days, 3 working days among them");
    expect(text).toContain("This goes to 谢秉章 (市政府秘书长).");
    expect(text).toContain("各轄市、區政府主要負責人、市政府各部門主要負責人向市政府秘書長請假");
    for (const each of ["business trip", "Nanjing", "A conference of schools"]) expect(text).toContain(each);
    expect(preview.citations.map(({ article }) => article)).toEqual([61]);
    expect(labels(preview)).toEqual(["Send", "Change …", "Discard"]);
    expect(await asksFor("secretary")).toEqual([]);
    expect(await leaveEvents()).toEqual([]);
    expect(preview.visibleTo).toBe("actor");
  });

  it("sends it with one press; the secretary-general gets it, and the audit knows, without what is private", async () => {
    const reply = await sent("head", line);
    expect(pointOf(reply)).toBe("No. 1 was sent to 谢秉章 (市政府秘书长).");
    expect(readOut(reply)).toContain("Until then you have not been given leave.");
    const [card, ...more] = await asksFor("secretary");
    expect(more).toEqual([]);
    expect(card).toContain("A conference of schools");
    const [event, ...others] = await leaveEvents();
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      action: "leave.ask",
      actor: "person:1014",
      subject: "leave:1",
      about: "1014",
      articles: ["61/2"],
    });
    expect(event?.details).toMatchObject({ approver: "1008" });
    expect(JSON.stringify(event)).not.toMatch(/Nanjing|conference/);
  });

  it("who presses twice has sent it once, and is told when", async () => {
    const preview = await office.as("head", line);
    await press(preview, "Send", "head");
    office.setClock("2026-11-23T10:30:00+08:00");
    const again = await press(preview, "Send", "head");
    expect(pointOf(again)).toBe(
      "No. 1 was sent before, on 2026-11-23 09:00; it is now: waiting for a decision. It was not sent again.",
    );
    expect(await asksFor("secretary")).toHaveLength(1);
  });

  it("whose old preview is pressed after the decision learns what became of it", async () => {
    const preview = await office.as("head", line);
    await press(preview, "Send", "head");
    await office.as("secretary", "/leave approve 1");
    expect(pointOf(await press(preview, "Send", "head"))).toContain("it is now: approved. It was not sent again.");
  });

  it("may change the draft: the form opens with all of it, and it stays one draft", async () => {
    const preview = await office.as("head", line);
    const { command, options } = buttonOf(preview, "Change");
    const form = office.running.desk.form({ command, options }, "en", true);
    expect(form?.fields.map(({ name, value }) => [name, value]).slice(0, 5)).toEqual([
      ["from", "2026-12-01"],
      ["until", "2026-12-03"],
      ["purpose", "business"],
      ["place", "Nanjing"],
      ["reason", "A conference of schools"],
    ]);
    const changed = await office.give(command, { ...options, until: "12-04 am" }, people.head.visitor);
    expect(readOut(changed)).toContain("No. 1 has not been sent");
    expect(readOut(changed)).toContain("to Fri 2026-12-04 (morning) · 3.5 days");
    await press(changed, "Send", "head");
    expect(await office.leave(1)).toMatchObject({ status: "asked", span: { until: "2026-12-04", untilHalf: "am" } });
  });

  it("may discard the draft; what is pressed afterwards sends nothing", async () => {
    const preview = await office.as("head", line);
    expect(pointOf(await press(preview, "Discard", "head"))).toBe("No. 1 was discarded. Nothing was sent.");
    expect(readOut(await press(preview, "Send", "head"))).toContain("There is no draft No. 1 of yours");
    expect(await asksFor("secretary")).toEqual([]);
  });

  it("who no longer holds the post by which the draft was made begins anew", async () => {
    const preview = await office.as("head", line);
    office.setClock("2026-11-24T09:00:00+08:00");
    await office.importRoster(
      "id,name,post,title,department,from,until\n1014,毛景行,department-head,市教育局局长,市教育局,2024-09-01,2026-11-23\n1014,毛景行,office-staff,一级调研员,市政府办公室,2026-11-24,\n",
    );
    expect(readOut(await press(preview, "Send", "head"))).toContain(
      "You do not hold the post “市教育局局长” any more.",
    );
  });

  it("whose draft would go to somebody else by now sees that first", async () => {
    const preview = await office.as("vice", line);
    await office.as("mayor", "/roster entrust to:1002 until:2026-12-20 occasion:visit");
    const shown = await press(preview, "Send", "vice");
    expect(readOut(shown)).toContain("Since you were shown this, it has come to go elsewhere. Nothing was sent");
    expect(readOut(shown)).toContain("沈静澜");
    expect(await asksFor("executive")).toEqual([]);
    await press(shown, "Send", "vice");
    expect(await asksFor("executive")).toHaveLength(1);
  });

  it.each([
    ["zh-Hans", /^请核对。第1号尚未提交，只有您可见。$/, /周二/, "提交", /已送谢秉章/],
    ["zh-Hant", /^請核對。第1號尚未提交，只有您可見。$/, /週二/, "提交", /已送谢秉章/],
  ] as const)("is spoken to in %s", async (locale, point, weekday, label, done) => {
    const from = speaking("head", locale);
    const preview = await office.type("/leave request 12月1日下午至3日", from);
    expect(pointOf(preview)).toMatch(point);
    expect(readOut(preview)).toMatch(weekday);
    expect(readOut(preview)).toContain("2.5 天");
    expect(pointOf(await office.press(preview, label, from))).toMatch(done);
  });
});

describe("what is typed wrongly", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["soon", "from: “soon” cannot be read as a day"],
    ["国庆", "from: “国庆” is not taken for days: a holiday lasts several"],
    ["12-30 until:元旦", "until: “元旦” is not taken for days"],
    ["12-03 to 12-01", "the end (2026-12-01 (afternoon)) lies before the beginning (2026-12-03 (morning))"],
    ["from:12-03 until:never", "until: “never” cannot be read as a day"],
    ["from:12-03 until:12-01", "until: the end"],
    ["2028-01-05", "2028-01-05 is more than a year away"],
    ["2026-10-01", "2026-10-01 is more than 30 days past"],
    ["2026-12-01 to 2027-12-31", "longer than a year"],
    ["12-01 occasion:party", "I do not know “party”. Nothing was sent. It is one of: going away"],
    ["12-01 meeting:9", "there is no meeting “9” ahead that you are called to"],
    ["12-01 meeting:soon", "there is no meeting “soon”"],
    ["12-01 occasion:important-event", "say what the meeting or activity is called"],
    ["12-01 occasion:going-away event:fair", "this belongs to a meeting or activity, not to a journey"],
    ["12-01 presider:mayor", "this belongs to a meeting or activity"],
    ["12-01 occasion:executive-meeting presider:clerk", "“clerk” makes no difference by the rules"],
    ["12-01 post:mayor", "“mayor” is no post of yours today. Nothing was sent. Yours: 市教育局局长."],
    [`12-01 place:${"x".repeat(201)}`, "place: at most 200 characters"],
    [`12-01 reason:${"x".repeat(2001)}`, "reason: at most 2000 characters"],
    ["12-01 purpose:fun", "purpose: “fun” cannot be used"],
  ];

  it.each(cases)("%s: names the field, and nothing typed is lost", async (line, words) => {
    const reply = await office.as("head", `/leave request ${line}`);
    expect(reply.tone).toBe("problem");
    expect(readOut(reply)).toContain(words);
    expect(readOut(reply)).toMatch(/Nothing was (sent|changed)/);
    const { command, options, form } = buttonOf(reply, "Correct it");
    expect({ command, form }).toEqual({ command: "leave request", form: true });
    expect(options).toEqual(office.app.read({ line: `/leave request ${line}` }).options);
    expect(await leaveEvents()).toEqual([]);
  });

  it("is told in the language of whoever typed it, with the field as they know it", async () => {
    expect(readOut(await office.type("/leave request 起:某天", speaking("head", "zh-Hans")))).toMatch(
      /^起：“某天”不能识别为日期。未提交任何申请。/,
    );
    expect(readOut(await office.type("/leave request 起:某天", speaking("head", "zh-Hant")))).toMatch(
      /^起：「某天」不能辨識為日期。未提交任何申請。/,
    );
  });

  it("with no days at all asks for them, and keeps the rest", async () => {
    const reply = await office.as("head", "/leave request reason:rest");
    expect(reply.tone).toBe("needs");
    expect(buttonOf(reply, "Fill in").options).toEqual({ reason: "rest" });
  });
});

describe("leave that is asked for late", () => {
  it.each([
    ["2026-11-20 to 2026-11-25", "These days have begun already"],
    ["yesterday", "this asks for leave after the fact"],
    ["2026-11-10", "after the fact"],
  ])("%s is said to be, before and after sending", async (days, words) => {
    const preview = await office.as("head", `/leave request ${days}`);
    expect(readOut(preview)).toContain(words);
    expect(readOut(await press(preview, "Send", "head"))).toContain(words);
  });

  it("does not begin this very morning", async () => {
    expect(await said("head", "/leave request today")).not.toMatch(/begun already|after the fact/);
  });

  it("may have been meant when a day without its year lies a year ahead", async () => {
    expect(await said("head", "/leave request 11-20")).toContain(
      "Read as 2027-11-20, the next such day. If an earlier one was meant, write its year.",
    );
    expect(await said("head", "/leave request 12-20")).not.toContain("Read as");
  });
});

describe("where the rules name nobody", () => {
  it("a deputy is told so, with the nearest article, and can only have it noted", async () => {
    const preview = await office.as("deputy", "/leave request 12-01");
    expect(readOut(preview)).toContain("The rules do not say whom to ask for leave here.");
    expect(preview.citations[0]?.article).toBe(61);
    expect(misquoted(preview.citations, office.app.rulebook)).toEqual([]);
    expect(labels(preview)).toEqual(["Note it only", "Change …", "Discard"]);
    const noted = await press(preview, "Note it", "deputy");
    expect(readOut(noted)).toContain("Nobody was asked, and nobody approved it.");
    expect(await office.leave(1)).toMatchObject({ status: "noted", approver: null });
    expect((await leaveEvents()).map(({ action, articles }) => [action, articles])).toEqual([["leave.note", []]]);
    expect(pointOf(await press(preview, "Note it", "deputy"))).toContain("No. 1 was sent before");
    for (const who of ["secretary", "director", "head", "mayor"] as const) expect(await asksFor(who)).toEqual([]);
  });

  it("the mayor is not sent to anybody either", async () => {
    const preview = await office.as("mayor", "/leave request 12-01 to 12-03");
    expect(readOut(preview)).toContain("The rules do not say whom the mayor asks for leave.");
    expect(labels(preview)).not.toContain("Send");
  });

  it("nothing is noted behind the back of a route that the office has set meanwhile", async () => {
    const preview = await office.as("deputy", "/leave request 12-01");
    await office.as("director", "/leave route post:deputy-department-head to:department-head");
    const shown = await press(preview, "Note it", "deputy");
    expect(readOut(shown)).toContain("Nothing was sent; please look at it again.");
    expect(readOut(shown)).toContain("毛景行 (市教育局局长)");
    expect(labels(shown)).toContain("Send");
  });

  it("typing the number of a draft to send does not send it to nobody", async () => {
    await office.as("deputy", "/leave request 12-01");
    const reply = await office.give("leave request", { send: "1" }, people.deputy.visitor);
    expect(readOut(reply)).toContain("The rules do not say whom to ask");
    expect((await office.leave(1)).status).toBe("draft");
  });
});

describe("where the approver's post", () => {
  const roster = (secretary: string) =>
    `id,name,post,title,department,from,until\n1008,谢秉章,secretary-general,市政府秘书长,市政府办公室,2023-05-01,2026-11-22\n${secretary}`;

  it("is vacant, that is said, and to whom one turns", async () => {
    await office.importRoster(roster(""));
    const preview = await office.as("head", "/leave request 12-01");
    expect(readOut(preview)).toContain(
      "The rules name the post “secretary-general”, and by the roster nobody holds it",
    );
    expect(readOut(preview)).toContain("Turn to: 华云舟 (市政府副秘书长).");
    expect(labels(preview)).toEqual(["Try again", "Change …", "Discard"]);
    expect((await office.leave(1)).status).toBe("draft");
    await office.importRoster(`${roster("")}1010,殷向晨,secretary-general,市政府秘书长,市政府办公室,2026-11-23,\n`);
    const shown = await press(preview, "Try again", "head");
    expect(readOut(shown)).toContain("This goes to 殷向晨");
  });

  it("is held by several, that is said", async () => {
    await office.importRoster(
      `id,name,post,title,department,from,until\n1010,殷向晨,secretary-general,市政府秘书长,市政府办公室,2026-11-23,\n`,
    );
    expect(await said("head", "/leave request 12-01")).toContain("several people hold it today");
  });
});

describe("who may ask", () => {
  const stranger = visitor("U-STRANGER");

  it("is whoever is known; others are told how to be", async () => {
    for (const line of ["/leave request 12-01", "/leave change 1", "/leave withdraw 1"]) {
      const reply = await office.type(line, stranger);
      expect(reply.tone).toBe("refused");
      expect(readOut(reply)).toContain("/roster link");
    }
    // no form is opened for them either
    const opened = await office.running.desk.formOf({ command: "leave request", options: {} }, stranger, true);
    expect("refused" in opened).toBe(true);
  });

  it("is whoever holds a post today", async () => {
    const former = visitor("U-FORMER");
    await office.importRoster(
      "id,name,post,title,department,from,until\n2001,金一一,office-staff,科员,办公室,2020-01-01,2026-11-01\n",
    );
    await office.link(former, "2001");
    expect(readOut(await office.type("/leave request 12-01", former))).toContain("who hold a post today");
  });

  it("is nobody but the owner of a draft: others can neither see, send, change nor discard it", async () => {
    const preview = await office.as("head", "/leave request 12-01 reason:secret");
    const intruders: readonly Visitor[] = [people.other.visitor, people.secretary.visitor, people.mayor.visitor];
    for (const each of intruders)
      for (const { command, options } of preview.buttons) {
        const reply = await office.give(command, options, each);
        expect(reply.tone).toBe("problem");
        expect(readOut(reply)).toMatch(/There is no (draft|request) No\. 1/);
        // what they pressed carries the words already; nothing is added to it
        if (!("reason" in options)) expect(JSON.stringify(reply)).not.toContain("secret");
      }
    for (const each of intruders) expect(readOut(await office.type("/leave show 1", each))).not.toContain("secret");
    expect((await office.leave(1)).status).toBe("draft");
  });

  it("is nobody but the requester of a request: others can neither change nor withdraw it", async () => {
    await sent("head", "/leave request 12-01 to 12-03");
    for (const who of ["other", "secretary", "mayor"] as const)
      for (const line of ["/leave change 1 until:12-05", "/leave withdraw 1"]) {
        expect(await said(who, line)).toContain("There is no request No. 1 that you may see.");
        expect(await office.leave(1)).toMatchObject({ status: "asked", span: { until: "2026-12-03" } });
      }
    expect(await said("other", "/leave withdraw 77")).toContain("There is no request No. 77 that you may see.");
  });
});

describe("somebody with several posts", () => {
  it("asks as the one whose approver the rules name; a post on which they are silent is no way round", async () => {
    const preview = await office.as("director", "/leave request 12-01 to 12-03 reason:rest");
    expect(readOut(preview)).toContain("Who: 华云舟 (市政府办公室主任)");
    await press(preview, "Send", "director");
    expect(await office.leave(1)).toMatchObject({ post: "office-director", approver: "1008" });
    const silent = await office.as("director", "/leave request 12-08 post:市政府副秘书长 reason:rest");
    expect(readOut(silent)).toContain("you ask as 市政府办公室主任. Nothing was sent.");
  });

  it("is asked by which, when the rules send them to different people; nothing typed is lost", async () => {
    await office.importRoster(sixty.replace("1009,华云舟,副秘书长,市政府副秘书长,", "1009,华云舟,副市长,副市长,"));
    const reply = await office.as("director", "/leave request 12-01 to 12-03 reason:rest");
    expect(reply.tone).toBe("needs");
    expect(readOut(reply)).toContain("副市长: asks 顾致远");
    expect(readOut(reply)).toContain("市政府办公室主任: asks 谢秉章 (市政府秘书长)");
    const preview = await press(reply, "办公室主任", "director");
    expect(readOut(preview)).toContain("rest");
    await press(preview, "Send", "director");
    expect(await office.leave(1)).toMatchObject({ post: "office-director", approver: "1008" });
  });

  it("may say it at once, by the title or the post", async () => {
    for (const post of ["市政府办公室主任", "office-director", "director of the General Office"])
      expect(await said("director", `/leave request 12-01 post:${post}`)).toContain("This goes to 谢秉章");
  });

  it("is not asked when the meeting calls them by one of the posts", async () => {
    const number = await meeting("executive-meeting");
    const preview = await office.as("director", `/leave request meeting:${number}`);
    expect(readOut(preview)).toContain("Who: 华云舟 (市政府办公室主任)");
    expect(readOut(preview)).toContain("This goes to 谢秉章");
  });
});

describe("leave from a meeting", () => {
  it("needs only its number: the day and the half are the meeting's", async () => {
    const number = await meeting("executive-meeting", ["1014"]);
    const preview = await office.as("head", `/leave request meeting:${number}`);
    expect(readOut(preview)).toContain("Wed 2026-12-02 (morning) · half a day");
    expect(preview.citations.some(({ article }) => article === 48)).toBe(true);
    expect(buttonOf(preview, "Change").options).not.toHaveProperty("from");
    await press(preview, "Send", "head");
    expect(await office.leave(1)).toMatchObject({ occasion: "executive-meeting", meeting: number, presider: "mayor" });
  });

  it("is found by its kind and day when there is one", async () => {
    const number = await meeting("plenary-meeting");
    for (const occasion of ["plenary-meeting", "missing a plenary meeting", "不能参加全体会议"])
      await office.as("head", `/leave request 12-02 occasion:${occasion}`);
    expect((await office.leave(1)).meeting).toBe(number);
  });

  it("that is not kept here may be asked for by its kind and day, and who presides", async () => {
    const preview = await office.as(
      "vice",
      "/leave request 12-02 occasion:executive-meeting presider:executive-vice-mayor",
    );
    expect(readOut(preview)).toContain("This goes to 沈静澜");
    expect(readOut(preview)).toContain("顾致远 (mayor) may decide as well.");
  });

  it("of an important activity goes by the activity's name", async () => {
    const preview = await office.as("head", "/leave request 12-09 event:City greening day");
    expect(readOut(preview)).toContain("Meeting: City greening day");
    expect(preview.citations[0]?.article).toBe(61);
    expect((await office.leave(1)).occasion).toBe("important-event");
  });

  it("to which one is not called is not told to exist", async () => {
    const number = await meeting("executive-meeting", ["1015"]);
    expect(await said("head", `/leave request meeting:${number}`)).toContain(
      "there is no meeting “1” ahead that you are called to",
    );
    expect(await office.suggest("leave request", "meeting", "", people.head.visitor)).toEqual([]);
    expect(await office.suggest("leave request", "meeting", "", people.other.visitor)).toEqual([
      "No. 1 2026-12-02 The executive-meeting",
    ]);
  });

  it("with the wrong kind or day is refused, with what it is", async () => {
    const number = await meeting("executive-meeting", ["1014"]);
    expect(await said("head", `/leave request meeting:${number} occasion:plenary-meeting`)).toContain(
      "meeting No. 1 is of another kind: missing an executive meeting",
    );
    expect(await said("head", `/leave request 12-05 meeting:${number}`)).toContain("meeting No. 1 is on 2026-12-02");
  });

  it("is asked for once", async () => {
    const number = await meeting("executive-meeting", ["1014"]);
    await sent("head", `/leave request meeting:${number}`);
    expect(await said("head", `/leave request meeting:${number}`)).toContain(
      "You have asked for this leave already: No. 1, waiting for a decision.",
    );
  });

  it("offers the occasions of the rulebook, in the reader's language", async () => {
    const offered = await office.suggest("leave request", "occasion", "", people.head.visitor);
    expect(offered[0]).toBe("going away (trip or leave)");
    expect(await office.suggest("leave request", "occasion", "plenary", people.head.visitor)).toHaveLength(1);
    const chinese = await office.suggest("leave request", "occasion", "外出", speaking("head", "zh-Hans"));
    expect(chinese).toEqual(["外出（出差、学习、休假）"]);
    for (const each of [...offered, ...chinese]) {
      const reply = await office.give(
        "leave request",
        { from: "12-20", occasion: each, event: "" },
        people.head.visitor,
      );
      expect(readOut(reply), each).not.toContain("I do not know");
    }
    expect(await office.suggest("leave request", "post", "", people.director.visitor)).toHaveLength(2);
    expect(await office.suggest("leave request", "presider", "", people.head.visitor)).not.toEqual([]);
  });
});

describe("a journey during which there are meetings", () => {
  it("opens with one press every request that it needs, each to its own approver, under one journey", async () => {
    await meeting("executive-meeting", [], { presider: "executive-vice-mayor" });
    const preview = await office.as("vice", "/leave request 12-01 to 12-03 reason:visit");
    expect(readOut(preview)).toContain("During these days there is a meeting that you must attend:");
    expect(readOut(preview)).toContain("The executive-meeting (meeting No. 1), 2026-12-02 09:00. This goes to 沈静澜");
    expect(readOut(preview)).toContain("the rules want leave from it too");
    expect(new Set(preview.citations.map(({ article }) => article))).toEqual(new Set([61, 48]));
    expect(misquoted(preview.citations, office.app.rulebook)).toEqual([]);
    expect(labels(preview).slice(0, 2)).toEqual(["Send all 2", "Send only the journey"]);
    const done = await press(preview, "Send all", "vice");
    expect(readOut(done)).toContain("No. 1 was sent to 顾致远");
    expect(readOut(done)).toContain("No. 2 (The executive-meeting) was sent to 沈静澜");
    expect(await asksFor("mayor")).toHaveLength(1);
    expect(await asksFor("executive")).toHaveLength(1);
    expect(await office.leave(2)).toMatchObject({ trip: 1, meeting: 1, reason: "visit", status: "asked" });
    // pressed again, nothing is sent again
    expect(pointOf(await press(preview, "Send all", "vice"))).toContain("was not sent again");
    expect(await asksFor("executive")).toHaveLength(1);
  });

  it("may be asked for alone; the meetings are offered again, and belong to the journey", async () => {
    await meeting("executive-meeting", ["1014"]);
    const done = await sent("head", "/leave request 12-01 to 12-03 reason:rest", "only");
    expect(readOut(done)).toContain("You have not asked for leave from a meeting on these days");
    const preview = await press(done, "Leave from meeting No. 1", "head");
    expect(readOut(preview)).toContain("rest");
    await press(preview, "Send", "head");
    expect(await office.leave(2)).toMatchObject({ trip: 1, meeting: 1 });
  });

  it("says where the rules do not say whom to ask for leave from a meeting, and asks nobody for it", async () => {
    await meeting("thematic-meeting", ["1014"]);
    const preview = await office.as("head", "/leave request 12-01 to 12-03");
    expect(readOut(preview)).toContain("The rules do not say whom to ask for leave from it.");
    expect(labels(preview)).toEqual(["Send", "Change …", "Discard"]);
  });

  it("is not held up by a meeting that was cancelled between the preview and the press", async () => {
    const number = await meeting("executive-meeting", ["1014"]);
    const preview = await office.as("head", "/leave request 12-01 to 12-03");
    await office.atDesk(async ({ records, now }) => {
      await cancelMeeting(records, number, now);
    });
    const done = await press(preview, "Send all", "head");
    expect(readOut(done)).toContain("No. 1 was sent to 谢秉章");
    expect(await asksFor("secretary")).toHaveLength(1);
  });
});

describe("other conflicts", () => {
  it("with one's own leave are refused: which it is, and that it may be changed", async () => {
    await sent("head", "/leave request 12-01 to 12-03");
    const reply = await office.as("head", "/leave request 12-03 pm until:12-05 reason:more");
    expect(readOut(reply)).toContain(
      "No. 1 covers some of these days: 2026-12-01 to 2026-12-03, waiting for a decision.",
    );
    expect(buttonOf(reply, "Change No. 1")).toMatchObject({
      command: "leave change",
      options: { number: "1", from: "12-03 pm", until: "12-05" },
      form: true,
    });
    expect(buttonOf(reply, "Correct it").options).toMatchObject({ reason: "more" });
    expect(await said("head", "/leave request 12-04")).toContain("This goes to");
  });

  it("that arose after the preview are told at the press", async () => {
    const first = await office.as("head", "/leave request 12-01");
    const second = await office.as("head", "/leave request 12-01 to 12-02");
    await press(first, "Send", "head");
    expect(readOut(await press(second, "Send", "head"))).toContain("No. 1 covers some of these days");
    expect(await asksFor("secretary")).toHaveLength(1);
  });

  it("of mayor and executive vice mayor away on the same days are told, with the rule, and never refused", async () => {
    await press(await office.as("mayor", "/leave request 12-02 to 12-05"), "Note it", "mayor");
    const preview = await office.as("executive", "/leave request 12-01 to 12-03");
    expect(readOut(preview)).toContain("顾致远 (mayor) is away on the same days: 2026-12-02 to 2026-12-05 (noted");
    expect(preview.citations.map(({ article }) => article)).toContain(6);
    expect(labels(preview)).toContain("Send");
  });

  it("of somebody who is entrusted on these days are told", async () => {
    await office.as("mayor", "/roster entrust to:1002 from:2026-12-02 until:2026-12-05 occasion:visit");
    expect(await said("executive", "/leave request 12-01 to 12-03")).toContain(
      "you are entrusted to act for 顾致远 (mayor), 2026-12-02 to 2026-12-05",
    );
  });

  it("of whoever decides on leave, with nobody entrusted, are told with what can be done, and never refused", async () => {
    const preview = await office.as("secretary", "/leave request 12-01 to 12-03 purpose:visit");
    expect(readOut(preview)).toContain("as secretary-general you decide on the leave of others");
    expect(readOut(preview)).toContain("The rules do not provide for entrusting this post");
    expect(buttonOf(preview, "Record who acts")).toMatchObject({
      command: "roster entrust",
      options: { post: "secretary-general", from: "2026-12-01", until: "2026-12-03", occasion: "visit" },
      form: true,
    });
    expect(labels(preview)).toContain("Send");
    await office.as(
      "secretary",
      "/roster entrust to:1009 post:secretary-general from:2026-12-01 until:2026-12-03 occasion:visit",
    );
    expect(await said("secretary", "/leave request 12-01 to 12-03")).not.toContain("you decide on the leave of others");
  });

  it("tell who may record that somebody acts, to whoever may not", async () => {
    const preview = await office.as("executive", "/leave request 12-01 to 12-03");
    expect(readOut(preview)).toMatch(/can be recorded \(“\/roster entrust”\) by 顾致远 \(市长\), 谢秉章/);
    expect(labels(preview)).not.toContain("Record who acts …");
  });
});
