import { afterEach, describe, expect, it } from "vitest";
import { PlatformError } from "../../src/platforms/platform.ts";
import { examineSlack } from "../../src/platforms/slack/examine.ts";
import { slackScopes } from "../../src/platforms/slack/manifest.ts";
import { acceptDeliveries, lease } from "../../src/store/inbox.ts";
import { usualScopes } from "../fakes/slack/index.ts";
import { memo, openScene, parcel, replies, type Scene, stopAll } from "./slack/slack-office.ts";

afterEach(stopAll);

const refusal = async ({ platform, office }: Scene): Promise<PlatformError> => {
  const error = await platform.start(office.desk).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof PlatformError) return error;
  throw new Error(`not refused: ${String(error)}`);
};

describe.each(["socket", "http"] as const)("an office in Slack, by %s", (mode) => {
  it("answers a command where only the person sees it, in the language of their Slack", async () => {
    const { slack, li, wang, answered, trouble } = await openScene({ mode });
    const asked = li.command("/mishu", "会议纪要由谁签发？", { channel: "hall" });
    expect(await asked.acknowledged()).toMatchObject({ late: false });
    expect(await answered(asked)).toMatch(/第\d|第[一二三四五六七八九十]+条/);
    expect(slack.visible(wang, "hall")).toEqual([]);
    expect(await answered(wang.command("/whoami", "", { channel: "hall" }))).toContain("I do not know yet");
    expect([slack.unexpected, trouble]).toEqual([[], []]);
  });

  it("opens the form, shows what is wrong in its place, and takes what is right", async () => {
    const { slack, wang, done, answered } = await openScene({ mode });
    const asked = wang.command("/memo", "", { channel: "hall" });
    const view = await asked.opened();
    const tooLong = await wang.submit(view, { text: "x".repeat(41), tray: "out" });
    expect(tooLong).toMatchObject({ closed: false, errors: { text: "at most 40 characters" } });
    const sent = await wang.submit(view, { text: "tea", about: "" });
    expect(sent.closed).toBe(true);
    expect(await answered(asked)).toBe("text=tea; tray=out");
    expect(await done()).toEqual(["tea"]);
    expect(slack.unexpected).toEqual([]);
  });

  it("does a thing once, however often Slack sends it", async () => {
    const { slack, wang, done, office } = await openScene({ mode });
    const memo = wang.command("/memo", "tea");
    await memo.shown();
    await slack.redeliver(memo);
    await slack.redeliver(memo, { sameEnvelope: true });
    const said = wang.say(wang.direct, "memo coffee");
    await said.shown();
    await slack.redeliver(said);
    await office.idle();
    expect(await done()).toEqual(["tea", "coffee"]);
  });
});

describe("what people type after a slash", () => {
  it.each([
    ["/mishu", "", "What Mishu can do"],
    ["/mishu", "memo tea", "text=tea"],
    ["/mishu", "/memo tea", "text=tea"],
    ["/mishu", "rule 6", "Art. 6"],
    ["/ask", "who acts when the mayor is away?", "Art. 6"],
    ["/memo", "tea tray:in urgent:true", "text=tea; tray=in; urgent=true"],
    ["/memo", "&lt;b&gt; &amp; ‘c’", "text=<b> & 'c'"],
    ["/memo", "see <https://office.cn/a|the page> <https://office.cn/b>", "text=see the page https://office.cn/b"],
    ["/memo", "to <@U0LI|li>", "text=to 李娜"],
    ["/memo", "to <@U0GONE|gone> <!channel>", "text=to gone @channel"],
    ["/memo", "x room:<#C0HALL|hall>", "text=x; room=channel:slack:T0OFFICE:C0HALL"],
    ["/memo", "x note:”two words“", "text=x; note=two words"],
  ])("%s %s", async (command, text, expected) => {
    const { wang, answered, trouble } = await openScene();
    expect(await answered(wang.command(command, text))).toContain(expected);
    expect(trouble).toEqual([]);
  });

  it("asks a question, even where its first word is a command", async () => {
    const { wang, answered } = await openScene();
    expect(await answered(wang.command("/mishu", "settings of meetings are decided by whom?"))).not.toContain(
      "Time zone",
    );
  });
});

describe("forms", () => {
  it.each(["form", "--form", "表单", "表單"])("open when the person asks for one: %s", async (word) => {
    const { wang } = await openScene();
    const view = await wang.command("/mishu", `settings ${word}`).opened();
    expect(view.content.title).toMatchObject({ text: "/settings" });
  });

  it("are filled in as far as the command was typed, and in the person's language", async () => {
    const { slack, li } = await openScene();
    const view = await li
      .command("/memo", "tea <@U0WANG> tray:out urgent:false room:<#C0HALL|hall> note:later --form")
      .opened();
    expect(view.content.submit).toMatchObject({ text: "提交" });
    const shown = slack.rendered(view).text;
    for (const words of ["tea Wang Wei", "[out]", "[否]"]) expect(shown).toContain(words);
    expect(view.content.private_metadata).toContain("later");
    expect(slack.unexpected).toEqual([]);
  });

  it("carry more than Slack gives them room for", async () => {
    const { wang, answered } = await openScene();
    const long = "字".repeat(1000);
    const asked = wang.command("/memo", `note:${long} --form`);
    await wang.submit(await asked.opened(), { text: "tea" });
    expect(await answered(asked)).toContain(`note=${long}`);
  });

  it("suggest what may be meant, and take other words too", async () => {
    const { slack, wang, answered } = await openScene();
    const asked = wang.command("/memo");
    const view = await asked.opened();
    expect(await wang.suggest(view, "about", "")).toEqual([
      { label: "the budget", value: "budget" },
      { label: "the building", value: "building" },
    ]);
    expect(await wang.suggest(view, "about", "bui")).toEqual([
      { label: "the building", value: "building" },
      { label: "bui", value: "bui" },
    ]);
    await wang.suggest(view, "about", "the weather");
    await wang.submit(view, { text: "tea", about: "the weather" });
    expect(await answered(asked)).toBe("text=tea; about=the weather");
    expect(slack.unexpected).toEqual([]);
  });

  it("take a file as its text, with whatever mark or coding it was saved", async () => {
    const { slack, li } = await openScene();
    const gb = new Uint8Array([0xc0, 0xee, 0xc4, 0xc8]);
    for (const content of ["\uFEFF李娜", "李娜", gb]) {
      const asked = li.command("/parcel", "", { channel: "hall" });
      const view = await asked.opened();
      const { closed } = await li.submit(view, {
        paper: { name: "a.csv", content },
        room: "C0HALL",
        note: "two\nlines",
      });
      expect(closed).toBe(true);
      expect(slack.rendered(await asked.shown()).text).toBe("李娜|channel:slack:T0OFFICE:C0HALL|two\nlines");
    }
    expect(slack.unexpected).toEqual([]);
  });

  it("say so when a file is too large or cannot be fetched, and open again with what was typed", async () => {
    const { slack, wang, answered } = await openScene();
    const asked = wang.command("/parcel");
    await wang.submit(await asked.opened(), { paper: { name: "a.csv", content: "x".repeat(1_000_001) }, note: "kept" });
    expect(await answered(asked)).toMatch(/larger than 1 MB.*\n.*Correct it/);
    slack.fail("files.info", "file_not_found");
    const again = wang.press(await asked.shown(), "Correct it");
    const view = await again.opened();
    expect(slack.rendered(view).text).toContain("kept");
    await wang.submit(view, { paper: { name: "a.csv", content: "x" } });
    expect(await answered(again)).toContain("could not be fetched");
  });

  it("are offered by a button when Slack did not open one in time", async () => {
    const { slack, wang, done, answered, trouble } = await openScene();
    slack.fail("views.open", "expired_trigger_id");
    const asked = wang.command("/memo", "tea --form", { channel: "hall" });
    expect(await answered(asked)).toContain("could not open the form in time");
    const view = await wang.press(await asked.shown(), "Open the form").opened();
    expect(slack.rendered(view).text).toContain("tea");
    await wang.submit(view);
    await slack.until("done", () => slack.visible(wang, "hall")[1]);
    expect(await done()).toEqual(["tea"]);
    expect(String(trouble[0])).toContain("expired_trigger_id");
  });

  it("that come back after half an hour are answered by message", async () => {
    const { slack, wang, pass } = await openScene();
    const view = await wang.command("/memo", "", { channel: "hall" }).opened();
    pass(31 * 60_000);
    await wang.submit(view, { text: "tea" });
    const message = await slack.until("message", () => slack.directMessages(wang)[0]);
    expect(slack.rendered(message).text).toContain("text=tea");
  });
});

describe("buttons", () => {
  const button = (label: string, text: string, form?: true) => ({
    label,
    command: "memo",
    options: { text },
    ...(form ? { form } : {}),
  });

  it("do what typing does, for whoever presses", async () => {
    replies.set("ask", { visibleTo: "channel", buttons: [button("Yes", "yes"), button("Else", "else", true)] });
    const { slack, li, wang, done, answered } = await openScene();
    const shown = await wang.command("/memo", "ask", { channel: "hall" }).shown();
    expect(shown.onlyFor).toBeUndefined();
    const pressed = li.press(shown, "Yes");
    expect((await pressed.shown()).onlyFor).toBe(li.id);
    expect(await answered(pressed)).toBe("text=yes");
    const view = await wang.press(shown, "Else").opened();
    await wang.submit(view, { text: "other" });
    await slack.until("third", () => slack.visible(wang, "hall")[1]);
    expect(await done()).toEqual(["ask", "yes", "other"]);
    expect(slack.unexpected).toEqual([]);
  });

  it("become a menu when they are many, and long ones are kept aside", async () => {
    const long = "字".repeat(40);
    const many = Array.from({ length: 120 }, (_, index) => button(`Choice ${index}`, `${long.slice(4)}${index}`));
    replies.set("ask", { buttons: many });
    const { slack, wang, answered } = await openScene();
    const shown = await wang.command("/memo", "ask").shown();
    expect(await answered(wang.choose(shown, "menu 1", "Choice 119"))).toBe(`text=${long.slice(4)}119`);
    expect(slack.unexpected).toEqual([]);
  });

  it("that are forgotten say so", async () => {
    const text = "字".repeat(40);
    replies.set("ask", { buttons: [{ label: "Old", command: "memo", options: { text, note: text.repeat(30) } }] });
    const { wang, answered, pass, office } = await openScene();
    const shown = await wang.command("/memo", "ask").shown();
    pass(31 * 24 * 3600_000);
    await office.tidy();
    expect(await answered(wang.press(shown, "Old"))).toContain("too old");
  });
});

describe("mentions and direct messages", () => {
  it("are answered where they were made: a mention for the person alone, a direct message in the talk", async () => {
    const { slack, li, wang, trouble } = await openScene();
    const mention = li.mention("hall", "市长外出时由谁主持工作？");
    const shown = await mention.shown();
    expect(shown).toMatchObject({ channel: "C0HALL", onlyFor: li.id });
    const topic = slack.visible(wang, "hall")[0];
    const inThread = await wang.mention("hall", "memo tea", { thread: topic?.ts ?? "" }).shown();
    expect(inThread).toMatchObject({ onlyFor: wang.id, thread: topic?.ts });
    expect(slack.rendered(inThread).text).toBe("text=tea");
    const direct = await wang.say(wang.direct, "memo <b>").shown();
    expect(direct.onlyFor).toBeUndefined();
    expect(slack.rendered(direct).text).toBe("text=<b>");
    expect(slack.rendered(await wang.mention("hall", "").shown()).text).toContain("What Mishu can do");
    expect([slack.unexpected, trouble]).toEqual([[], []]);
  });

  it("act once where Slack tells of one message in two ways", async () => {
    const { slack, wang, done, office } = await openScene({
      events: ["app_mention", "message.im", "message.channels"],
      scopes: [...usualScopes, "channels:history"],
    });
    await wang.mention("hall", "memo tea").shown();
    for (const each of slack.deliveries) await each.acknowledged();
    await office.idle();
    expect(await done()).toEqual(["tea"]);
  });

  it("go unheard when the office wrote them itself", async () => {
    const { slack, wang, done, office } = await openScene({ mode: "http" });
    const event = (more: object) => ({
      contentType: "application/json",
      body: JSON.stringify({
        type: "event_callback",
        team_id: "T0OFFICE",
        event_id: `Ev${JSON.stringify(more).length}`,
        event: { type: "message", channel_type: "im", channel: wang.direct, ts: "1.2", text: "memo tea", ...more },
      }),
    });
    const bySomebodyElse = [
      { user: "U0MISHU" },
      { user: "U0BOT", bot_id: "B0OTHER" },
      { user: wang.id, subtype: "message_changed" },
      { user: wang.id, channel_type: "channel" },
      {},
    ];
    for (const each of bySomebodyElse) expect(await slack.postSigned(event(each))).toMatchObject({ status: 200 });
    await office.idle();
    expect(await done()).toEqual([]);
    expect(await slack.postSigned(event({ user: wang.id, subtype: "file_share" }))).toMatchObject({ status: 200 });
    await slack.until("answer", () => slack.directMessages(wang)[0]);
    expect(await done()).toEqual(["tea"]);
  });

  it("are answered directly by whom Slack lets the office reach nowhere else", async () => {
    const { slack, wang } = await openScene();
    slack.fail("chat.postEphemeral", "user_not_in_channel");
    await wang.mention("hall", "memo tea").acknowledged();
    const message = await slack.until("message", () => slack.directMessages(wang)[0]);
    expect(slack.rendered(message).text).toBe("text=tea");
  });

  it("are acknowledged only when they are kept: else Slack sends them again", async () => {
    const { slack, store, wang, pass, done } = await openScene();
    const { transaction } = store;
    const broken = Object.assign(store, { transaction: () => Promise.reject(new Error("the disk is full")) });
    const said = wang.say(wang.direct, "memo tea");
    await slack.until("sent", () => (said.attempts === 1 ? true : undefined));
    pass(3000);
    await slack.until("sent again", () => (said.attempts === 2 ? true : undefined));
    Object.assign(broken, { transaction });
    pass(3000);
    pass(60_000);
    expect(slack.rendered(await said.shown()).text).toBe("text=tea");
    expect(await done()).toEqual(["tea"]);
  });
});

describe("who somebody is", () => {
  it("is the workspace's owner or a member with a mail address; never a guest, a person of another company or by an address not confirmed", async () => {
    const { slack, platform } = await openScene();
    slack.addUser({ id: "U0GUEST", name: "guest", email: "g@office.cn", restricted: true, owner: true });
    slack.addUser({
      id: "U0OTHER",
      name: "other",
      email: "li@office.cn",
      teamId: "T0OTHER",
      owner: true,
      locale: "zh-TW",
    });
    slack.addUser({ id: "U0NEW", name: "new", email: "new@office.cn", unconfirmed: true });
    slack.addUser({ id: "U0FIRST", name: "first", primaryOwner: true, locale: "zh-HK" });
    const who = (id: string) =>
      platform.visitor({
        key: "k",
        platform: "slack",
        from: { platform: "slack", workspace: "T0OFFICE", id, name: id },
        asked: { line: "" },
        returnTo: {},
      });
    const account = { platform: "slack", workspace: "T0OFFICE" };
    expect(await who("U0LI")).toEqual({
      ...account,
      id: "U0LI",
      name: "李娜",
      locale: "zh-Hans",
      owner: false,
      mail: "li@office.cn",
    });
    expect(await who("U0WANG")).toMatchObject({ owner: true, locale: "en" });
    expect(await who("U0FIRST")).toMatchObject({ owner: true, locale: "zh-Hant" });
    for (const id of ["U0GUEST", "U0OTHER", "U0NEW"]) {
      const visitor = await who(id);
      expect(visitor.owner).toBe(false);
      expect(visitor.mail).toBeUndefined();
    }
    expect(await who("U0NOBODY")).toEqual({ ...account, id: "U0NOBODY", name: "U0NOBODY", owner: false });
  });

  it("is asked of Slack once an hour", async () => {
    const { slack, wang, pass } = await openScene();
    const asked = () => slack.requests.filter(({ method }) => method === "users.info").length;
    for (const text of ["a", "b"]) await wang.command("/memo", text).shown();
    expect(asked()).toBe(1);
    pass(3600_000);
    await wang.command("/memo", "c").shown();
    expect(asked()).toBe(2);
  });

  it("counts for nothing while Slack cannot be asked", async () => {
    const { slack, wang, answered } = await openScene();
    slack.fail("users.info", "internal_error");
    expect(await answered(wang.command("/settings", "office-language:en"))).toContain("You may not");
  });
});

describe("what the office writes", () => {
  it("is shown as it stands, whatever people make of it", async () => {
    const tricks =
      "<!channel> @everyone *bold* _x_ `y` <http://evil.example|bank> https://evil.example <@U0WANG> :wave:";
    replies.set("trick", {
      title: tricks,
      blocks: [
        { kind: "text", text: tricks, strong: true },
        { kind: "note", text: tricks },
        { kind: "list", items: [tricks] },
        {
          kind: "table",
          rows: [
            [tricks, tricks],
            ["a", tricks],
          ],
        },
        { kind: "table", rows: [[tricks, "b", "c"]] },
      ],
      buttons: [{ label: tricks, command: "help", options: {} }],
      visibleTo: "channel",
    });
    const { slack, wang, office } = await openScene();
    const shown = await wang.command("/memo", "trick", { channel: "hall" }).shown();
    const { text, notifies, links, styled } = slack.rendered(shown);
    expect([notifies, links]).toEqual([[], []]);
    expect(text.split(tricks).length - 1).toBe(8);
    // only what the office itself makes bold is bold
    expect(new Set(styled)).toEqual(new Set([tricks, `${tricks} – ${tricks}`, `${tricks} – b · c`, "a"]));
    const mention = await wang.mention("hall", "memo trick").shown();
    expect(slack.rendered(mention).notifies).toEqual([]);
    await office.idle();
    expect(slack.unexpected).toEqual([]);
  });

  it("goes on in further messages, and when it is longer still, as a file", async () => {
    const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index} ${"字".repeat(100)}`);
    replies.set("three", { blocks: [{ kind: "list", items: lines(200) }] });
    replies.set("endless", { blocks: [{ kind: "list", items: lines(2000) }] });
    const { slack, wang } = await openScene();
    const three = wang.command("/memo", "three", { channel: "hall" });
    await slack.until("three messages", () => (three.messages().length === 3 ? true : undefined));
    expect(
      three
        .messages()
        .map((each) => slack.rendered(each).text)
        .join("\n"),
    ).toContain("line 199");
    wang.command("/memo", "endless", { channel: "hall" });
    const endless = await slack.until("fourth", () => slack.visible(wang, "hall")[3]);
    const { text } = slack.rendered(endless);
    expect(text).toContain("This is the beginning; all of it is in the file.");
    expect(text).toContain("Sent to you by direct message: mishu.txt");
    const [file] = slack.files;
    expect(new TextDecoder().decode(file?.content)).toContain("line 1999");
    expect(slack.unexpected).toEqual([]);
  });

  it("has its files in the person's own talk, and says where they are or that they could not be sent", async () => {
    replies.set("file", {
      files: [
        { name: "a/b.csv", content: "x" },
        { name: "empty.csv", content: "" },
      ],
    });
    const { slack, wang } = await openScene();
    const told = async (number: number): Promise<string> => {
      wang.command("/memo", "file", { channel: "hall" });
      return slack.rendered(await slack.until("answer", () => slack.visible(wang, "hall")[number])).text;
    };
    expect(await told(0)).toContain("Sent to you by direct message: a/b.csv, empty.csv");
    expect(slack.directMessages(wang).flatMap(({ files }) => files.map(({ name }) => name))).toEqual([
      "a-b.csv",
      "empty.csv",
    ]);
    slack.fail("files.getUploadURLExternal", "missing_scope");
    expect(await told(1)).toContain("could not be sent to you");
  });

  it("arrives by message when it cannot be given where it was asked", async () => {
    const { slack, wang, pass } = await openScene();
    const release = slack.hold("users.info");
    const asked = wang.command("/memo", "tea", { channel: "hall" });
    await asked.acknowledged();
    pass(31 * 60_000);
    release();
    const message = await slack.until("message", () => slack.directMessages(wang)[0]);
    expect(slack.rendered(message).text).toMatch(/could not answer where you asked.*\n.*text=tea/);
  });

  it("waits when Slack is asked too often", async () => {
    const { slack, wang, office } = await openScene();
    slack.limit("chat.postMessage", { retryAfter: 0 });
    slack.breakDown("chat.postMessage", { status: 503 });
    const message = await wang.say(wang.direct, "memo tea").shown();
    expect(slack.rendered(message).text).toBe("text=tea");
    await office.idle();
    expect(slack.directMessages(wang)).toHaveLength(2);
  });
});

describe("what a crash left unanswered", () => {
  it("is taken up with its file, and answered where it was asked", async () => {
    const { slack, store, office, li, pass } = await openScene();
    const asked = li.command("/parcel", "", { channel: "hall" });
    await li.submit(await asked.opened(), { paper: { name: "a.csv", content: "李娜" } });
    await asked.shown();
    await office.idle();
    const delivery = {
      key: "slack:left",
      platform: "slack",
      from: { platform: "slack", workspace: "T0OFFICE", id: li.id, name: "li" },
      asked: { command: "parcel", options: { note: "for <@U0WANG>" } },
      returnTo: { channel: "C0HALL", files: [{ option: "paper", id: slack.files[0]?.id }] },
    };
    await store.transaction((records) =>
      acceptDeliveries(records, [
        {
          key: delivery.key,
          platform: "slack",
          delivery: JSON.stringify(delivery),
          now: new Date(Date.UTC(2026, 10, 23, 1)),
        },
      ]),
    );
    pass(lease + 1);
    await office.tick();
    await office.idle();
    const [, answer] = slack.visible(li, "hall");
    expect(answer && slack.rendered(answer).text).toBe("李娜|undefined|for Wang Wei");
    expect(answer?.onlyFor).toBe(li.id);
  });
});

describe("the doctor", () => {
  const examined = async ({ slack }: Scene, mode: "socket" | "http") => {
    const { bot: botToken, app: appToken, signingSecret } = slack.tokens;
    const connection = mode === "socket" ? { mode, appToken } : { mode, signingSecret, port: 3000 };
    const findings = await examineSlack(
      { botToken, connection, command: "mishu", apiUrl: slack.apiUrl },
      [memo, parcel],
      { retries: 0 },
    );
    return findings.map(({ well, what, next = "" }) => `${well ? "well" : "ill"}: ${what} ${next}`.trim());
  };

  it("finds everything well, and says which slash commands there should be", async () => {
    const scene = await openScene({ stopped: true });
    expect(await examined(scene, "socket")).toEqual([
      `well: The bot is in the workspace Office, with all ${Object.keys(slackScopes).length} scopes.`,
      "well: A socket can be opened.",
      "well: The app's slash commands should be: /mishu, /memo, /parcel (npm run slack:manifest prints them).",
    ]);
    expect((await examined(scene, "http"))[1]).toContain("port 3000");
  });

  it("says what is wrong with each token, and what to do", async () => {
    const scene = await openScene({ stopped: true });
    scene.slack.revokeToken("bot", "invalid_auth");
    scene.slack.revokeToken("app");
    const [bot, app] = await examined(scene, "socket");
    expect(bot).toMatch(/^ill: SLACK_BOT_TOKEN is not a token that Slack knows\. \(invalid_auth\) On your app's page,/);
    expect(app).toMatch(/^ill: SLACK_APP_TOKEN was revoked\. \(token_revoked\) On your app's page,/);
    await scene.slack.stop();
    expect((await examined(scene, "socket"))[0]).toContain("Slack could not be asked");
  });
});

describe("messages of the outbox", () => {
  it("reach people and channels, marked with their number", async () => {
    const { slack, platform, li } = await openScene();
    const reply = {
      tone: "answer",
      language: "en",
      citations: [],
      buttons: [],
      files: [],
      visibleTo: "actor",
    } as const;
    const content = { ...reply, blocks: [{ kind: "text" as const, text: "hello" }] };
    await platform.deliver({ kind: "account", workspace: "T0OFFICE", id: li.id }, content, "m1");
    expect(slack.directMessages(li)[0]).toMatchObject({
      metadata: { event_type: "mishu_message", event_payload: { id: "m1" } },
    });
    await platform.deliver({ kind: "channel", workspace: "T0OFFICE", id: "C0HALL" }, content, "m2");
    expect(slack.visible(li, "hall")).toHaveLength(1);
    slack.addChannel({ id: "C0SHUT", name: "shut", botIsMember: false });
    const failing = (workspace: string, id: string) =>
      platform.deliver({ kind: "channel", workspace, id }, content, "m3").catch((error: Error) => error);
    expect(await failing("T0OFFICE", "C0SHUT")).toMatchObject({ name: "Unreachable", message: /invite @mishu/ });
    expect(await failing("T0OTHER", "C0HALL")).toMatchObject({ name: "Unreachable" });
    slack.revokeToken("bot");
    expect(await failing("T0OFFICE", "C0HALL")).toMatchObject({ name: "PlatformError", message: /was revoked/ });
  });
});

describe("what goes wrong with Slack", () => {
  it.each([
    ["bot", "invalid_auth", /SLACK_BOT_TOKEN is not a token that Slack knows.*Bot User OAuth Token/],
    ["bot", "token_revoked", /SLACK_BOT_TOKEN was revoked/],
    ["bot", "account_inactive", /SLACK_BOT_TOKEN belongs to an app that was removed/],
    ["app", "invalid_auth", /SLACK_APP_TOKEN is not a token that Slack knows.*connections:write/],
    ["app", "token_revoked", /SLACK_APP_TOKEN was revoked/],
  ] as const)("the %s token: %s", async (which, code, words) => {
    const scene = await openScene({ stopped: true });
    scene.slack.revokeToken(which, code);
    expect(await refusal(scene)).toMatchObject({ code, message: expect.stringMatching(words) });
  });

  it("names the scope that is missing, and what it is for", async () => {
    const scene = await openScene({
      stopped: true,
      scopes: Object.keys(slackScopes).filter((each) => each !== "files:read"),
    });
    expect(await refusal(scene)).toMatchObject({
      code: "missing_scope",
      message:
        "The Slack app lacks files:read (to read a roster that somebody uploads in a form). On your app's page, OAuth & Permissions, add it and install the app again.",
    });
  });

  it("needs no more than the scopes that the manifest asks for", async () => {
    replies.set("file", { files: [{ name: "a.csv", content: "x" }] });
    const { slack, wang, answered } = await openScene({ scopes: Object.keys(slackScopes) });
    await answered(wang.command("/memo", "file", { channel: "hall" }));
    await wang.mention("hall", "memo tea").shown();
    await wang.say(wang.direct, "memo tea").shown();
    const asked = wang.command("/parcel");
    await wang.submit(await asked.opened(), { paper: { name: "a.csv", content: "x" } });
    expect(await answered(asked)).toContain("x|");
    expect(slack.requests.filter(({ ok }) => ok === false)).toEqual([]);
  });

  it("says that Socket Mode is turned off", async () => {
    const scene = await openScene({ stopped: true, config: () => ({}) });
    scene.slack.fail("apps.connections.open", "socket_mode_not_enabled");
    expect(await refusal(scene)).toMatchObject({ message: expect.stringContaining("Turn it on") });
  });

  it("takes a dropped connection up again, and goes on", async () => {
    const { slack, wang, answered } = await openScene();
    for (const drop of [() => slack.dropSockets(), () => slack.requestDisconnect("refresh_requested")]) {
      drop();
      await slack.until("gone", () => (slack.connections === 0 ? true : undefined));
      await slack.connected();
      expect(await answered(wang.command("/memo", "tea"))).toBe("text=tea");
    }
  });

  it("outlives a token that is revoked while it runs, says so once in plain words, and comes back", async () => {
    const { slack, wang, answered, trouble } = await openScene();
    slack.fail("apps.connections.open", "token_revoked", { times: 2 });
    slack.fail("apps.connections.open", "invalid_auth");
    slack.dropSockets();
    await slack.until("gone", () => (slack.connections === 0 ? true : undefined));
    await slack.connected();
    expect(trouble.filter((each) => String(each).includes("SLACK_APP_TOKEN was revoked"))).toHaveLength(1);
    expect(trouble.filter((each) => String(each).includes("SLACK_APP_TOKEN is not a token"))).toHaveLength(1);
    expect(await answered(wang.command("/memo", "tea"))).toBe("text=tea");
  });

  it("says that Socket Mode was turned off while it runs, and goes on when it is turned on again", async () => {
    const { slack, wang, answered, trouble } = await openScene();
    slack.fail("apps.connections.open", "socket_mode_not_enabled");
    slack.requestDisconnect("link_disabled");
    await slack.until("gone", () => (slack.connections === 0 ? true : undefined));
    await slack.connected();
    expect(trouble.map(String).join()).toContain("Turn it on");
    expect(await answered(wang.command("/memo", "tea"))).toBe("text=tea");
  });

  it("leaves nothing open when it is stopped, even while it looks for a connection", async () => {
    const { slack, platform } = await openScene();
    slack.dropSockets();
    await platform.stop();
    expect(slack.connections).toBe(0);
    const again = await openScene();
    await again.platform.stop();
    await again.slack.until("closed", () => (again.slack.connections === 0 ? true : undefined));
  });

  it("believes nobody who signs wrongly, in HTTP mode, and says that it is well to whoever asks", async () => {
    const { slack, platform, done } = await openScene({ mode: "http" });
    const body = new URLSearchParams({
      command: "/memo",
      text: "tea",
      user_id: "U0WANG",
      team_id: "T0OFFICE",
    }).toString();
    const contentType = "application/x-www-form-urlencoded";
    expect(await slack.postSigned({ body, contentType, secret: "wrong" })).toMatchObject({ status: 401 });
    expect(await slack.postSigned({ body, contentType, timestamp: 1 })).toMatchObject({ status: 401 });
    expect(await slack.verifyUrl()).toBe(true);
    expect(await done()).toEqual([]);
    const health = await fetch(`http://127.0.0.1:${platform.port()}/health`);
    expect([health.status, await health.json()]).toEqual([200, { ok: true }]);
  });

  it("says that the port is taken", async () => {
    const first = await openScene({ mode: "http" });
    const port = first.platform.port() ?? 0;
    const scene = await openScene({
      mode: "http",
      stopped: true,
      config: ({ tokens: { signingSecret } }) => ({ connection: { mode: "http", signingSecret, port } }),
    });
    expect(await refusal(scene)).toMatchObject({ code: "EADDRINUSE", message: expect.stringContaining("SLACK_PORT") });
  });
});
