import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { App, type Context, HTTPReceiver, LogLevel, SocketModeReceiver } from "@slack/bolt";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import {
  type Message,
  otherPaths,
  type Slack,
  type SlackOptions,
  startSlack,
  usualScopes,
  webApiRoutes,
} from "./slack/index.ts";
import { messageProblem } from "./slack/kit/message.ts";
import { problemsOf } from "./slack/kit/shape.ts";
import { view as viewShape } from "./slack/kit/view.ts";

const toStop: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const stop of toStop.splice(0).reverse()) await stop();
});

const quiet = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};
const clientOptions = ({ apiUrl }: Slack) => ({
  slackApiUrl: apiUrl,
  retryConfig: { retries: 2, minTimeout: 50, factor: 1 },
});

/** An office with Li and Wang, a channel, and a Slack that can be set back in time. */
async function openOffice(options: SlackOptions = {}) {
  const clock = { ms: Date.UTC(2026, 10, 2, 9) };
  const slack = await startSlack({ commands: ["/mishu", "/ask"], now: () => clock.ms, ...options });
  toStop.push(() => slack.stop());
  const li = slack.addUser({ id: "U0LI", name: "li", realName: "Li Na", email: "li@office.cn", locale: "zh-CN" });
  const wang = slack.addUser({ id: "U0WANG", name: "wang", email: "wang@office.cn", owner: true });
  const hall = slack.addChannel({ id: "C0HALL", name: "hall", members: [li.id, wang.id] });
  const pass = (ms: number) => {
    clock.ms += ms;
    slack.tick();
  };
  return { slack, li, wang, hall, pass };
}

async function attachBySocket(slack: Slack, listen: (app: App) => void = () => {}) {
  const receiver = new SocketModeReceiver({
    appToken: slack.tokens.app,
    logger: quiet,
    clientPingTimeout: 300,
    installerOptions: { clientOptions: clientOptions(slack) },
  });
  const app = new App({
    token: slack.tokens.bot,
    receiver,
    logger: quiet,
    ignoreSelf: false,
    clientOptions: clientOptions(slack),
  });
  listen(app);
  await app.start();
  toStop.push(() => app.stop());
  await slack.connected();
  await introduced(slack);
  return app;
}

/** Bolt asks who it is as soon as it is made, and lets nobody wait for the answer. */
const introduced = (slack: Slack) =>
  slack.until("auth.test", () => slack.requests.find(({ method, ok }) => method === "auth.test" && ok !== undefined));

async function attachByHttp(slack: Slack, listen: (app: App) => void = () => {}) {
  const receiver = new HTTPReceiver({
    signingSecret: slack.tokens.signingSecret,
    logger: quiet,
    endpoints: "/slack/events",
  });
  const app = new App({ token: slack.tokens.bot, receiver, logger: quiet, clientOptions: clientOptions(slack) });
  listen(app);
  const server = await receiver.start(0);
  toStop.push(() => app.stop());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  slack.setRequestUrl(`http://127.0.0.1:${address.port}/slack/events`);
  await introduced(slack);
  return app;
}

const modes = [
  ["socket", attachBySocket],
  ["http", attachByHttp],
] as const;

const plain = (text: string) => ({ type: "plain_text" as const, text });
const button = (text: string, action_id: string) => ({
  type: "button" as const,
  text: plain(text),
  action_id,
  value: action_id,
});
const actions = (...elements: ReturnType<typeof button>[]) => ({ type: "actions" as const, elements });
const section = (text: string) => ({ type: "section" as const, text: { type: "mrkdwn" as const, text } });
const leaveForm = {
  type: "modal" as const,
  callback_id: "leave",
  title: plain("Leave"),
  submit: plain("Send"),
  blocks: [
    {
      type: "input" as const,
      block_id: "why",
      label: plain("Reason"),
      element: { type: "plain_text_input" as const, action_id: "text" },
    },
    {
      type: "input" as const,
      block_id: "who",
      optional: true,
      label: plain("Deputy"),
      element: { type: "external_select" as const, action_id: "deputy", min_query_length: 1 },
    },
  ],
};

describe.each(modes)("an app of Bolt, by %s", (mode, attach) => {
  test("acknowledges a command and answers it where only the person sees it", async () => {
    const { slack, li, wang } = await openOffice({ mode });
    await attach(slack, (app) =>
      app.command("/mishu", async ({ ack, respond, command }) => {
        await ack();
        await respond({ text: `You said ${command.text}` });
      }),
    );
    const asked = li.command("/mishu", "roster show", { channel: "hall" });
    expect(await asked.acknowledged()).toMatchObject({ late: false });
    expect(await asked.shown()).toMatchObject({ text: "You said roster show", onlyFor: li.id });
    expect(slack.visible(li, "hall")).toHaveLength(1);
    expect(slack.visible(wang, "hall")).toHaveLength(0);
    expect(asked.payload).toMatchObject({ command: "/mishu", channel_name: "hall", user_id: "U0LI", user_name: "li" });
    expect(slack.unexpected).toEqual([]);
  });

  test("answers within its acknowledgement", async () => {
    const { slack, li } = await openOffice({ mode });
    await attach(slack, (app) => app.command("/ask", ({ ack }) => ack({ response_type: "in_channel", text: "42" })));
    expect(await li.command("/ask", "?", { channel: "hall" }).shown()).toMatchObject({ text: "42", channel: "C0HALL" });
  });

  test("opens a form, refuses it, and shows another in its place", async () => {
    const { slack, li } = await openOffice({ mode });
    await attach(slack, (app) => {
      app.command("/mishu", async ({ ack, client, command }) => {
        await ack();
        await client.views.open({ trigger_id: command.trigger_id, view: leaveForm });
      });
      app.options("deputy", ({ ack, payload }) =>
        ack({ options: [{ text: plain(`Wang (${payload.value})`), value: "U0WANG" }] }),
      );
      app.view("leave", async ({ ack, view }) => {
        const { value } = view.state.values.why?.text ?? {};
        if (value !== "ill") await ack({ response_action: "errors", errors: { why: "No reason" } });
        else await ack({ response_action: "update", view: { ...leaveForm, title: plain("Thanks") } });
      });
    });
    const form = await li.command("/mishu", "leave").opened();
    expect(slack.rendered(form).text).toContain("Reason");
    expect(await li.submit(form)).toEqual({
      errors: { why: "Please complete this required field." },
      closed: false,
    });
    expect(await li.submit(form, { Reason: "bored" })).toMatchObject({ errors: { why: "No reason" } });
    expect(await li.suggest(form, "deputy", "w")).toEqual([{ label: "Wang (w)", value: "U0WANG" }]);
    const sent = await li.submit(form, { why: "ill", Deputy: "U0WANG" });
    expect(sent.updatedTo?.content).toMatchObject({ title: { text: "Thanks" } });
    expect(sent.delivery?.payload).toMatchObject({
      type: "view_submission",
      view: { state: { values: { why: { text: { type: "plain_text_input", value: "ill" } }, who: { deputy: {} } } } },
    });
    expect(slack.unexpected).toEqual([]);
  });

  test("buttons work on messages for all and on those for one", async () => {
    const { slack, li, hall } = await openOffice({ mode });
    const pressed: unknown[] = [];
    const app = await attach(slack, (each) =>
      each.action("approve", async ({ ack, respond, body }) => {
        await ack();
        pressed.push(body);
        await respond({ replace_original: true, text: "Approved" });
      }),
    );
    const blocks = [section("Approve?"), actions(button("Approve", "approve"))];
    await app.client.chat.postMessage({ channel: hall.id, text: "Approve?", blocks });
    await app.client.chat.postEphemeral({ channel: hall.id, user: li.id, text: "Approve?", blocks });
    for (const message of slack.visible(li, "hall")) {
      const press = li.press(message, "Approve");
      await press.acknowledged();
      expect(await press.shown()).toBe(message);
      expect(message.text).toBe("Approved");
    }
    expect(pressed[0]).toMatchObject({ container: { is_ephemeral: false }, message: { text: "Approve?" } });
    expect(pressed[1]).toMatchObject({ container: { is_ephemeral: true }, actions: [{ value: "approve" }] });
    expect(pressed[1]).not.toHaveProperty("message");
    expect(slack.unexpected).toEqual([]);
  });

  test("hears what is said to it, and nothing else", async () => {
    const { slack, li } = await openOffice({ mode });
    const heard: unknown[] = [];
    await attach(slack, (app) => {
      app.event("app_mention", async ({ event, say }) => {
        heard.push(event.text);
        await say({ text: "Yes?", thread_ts: event.ts });
      });
      app.message(async ({ message, say }) => {
        if (message.subtype !== undefined) return;
        heard.push(message.text);
        await say("Hello");
      });
    });
    expect(await li.say("hall", "a talk of our own").acknowledged()).toMatchObject({ failure: "not_subscribed" });
    const answer = await li.mention("hall", "is 1 < 2 & 3?").shown();
    expect(answer).toMatchObject({ text: "Yes?", channel: "C0HALL" });
    expect(answer.thread).toBe(slack.visible(li, "hall")[1]?.ts);
    expect((await li.say(li.direct, "good day").shown()).text).toBe("Hello");
    expect(slack.directMessages(li)).toHaveLength(2);
    expect(heard).toEqual(["<@U0MISHU> is 1 &lt; 2 &amp; 3?", "good day"]);
  });

  test("an event comes again, with the number of its retry", async () => {
    const { slack, li } = await openOffice({ mode });
    const seen: Context["retryNum"][] = [];
    await attach(slack, (app) =>
      app.message(async ({ context }) => {
        seen.push(context.retryNum);
      }),
    );
    const said = li.say(li.direct, "twice");
    await said.acknowledged();
    expect(await slack.redeliver(said)).toMatchObject({ late: false });
    await slack.until("both", () => (seen.length === 2 ? true : undefined));
    expect(seen[1]).toBe(1);
    expect(said.attempts).toBe(2);
  });

  test("a command that nobody answers fails before the person's eyes", async () => {
    const { slack, li, pass } = await openOffice({ mode });
    await attach(slack, (app) => app.command("/ask", async () => {}));
    const asked = li.command("/ask", "anybody?");
    if (mode === "socket") await slack.until("sent", () => (asked.attempts === 1 ? true : undefined));
    pass(3000);
    expect(await asked.acknowledged()).toEqual({ late: true, failure: "operation_timeout" });
    expect((await asked.shown()).text).toBe("/ask failed because the app did not respond (operation_timeout)");
  });
});

describe("HTTP mode", () => {
  test("the app turns away what is not signed by Slack, or was signed long ago", async () => {
    const { slack } = await openOffice({ mode: "http" });
    await attachByHttp(slack);
    expect(await slack.verifyUrl()).toBe(true);
    const message = { body: "{}", contentType: "application/json" };
    expect((await slack.postSigned({ ...message, secret: "another" })).status).toBe(401);
    expect((await slack.postSigned({ ...message, signature: "v0=0" })).status).toBe(401);
    expect((await slack.postSigned({ ...message, timestamp: Math.floor(Date.now() / 1000) - 301 })).status).toBe(401);
  });

  test("without anybody there a command fails, and an event comes again later", async () => {
    const { slack, li, pass } = await openOffice({ mode: "http", requestUrl: "http://127.0.0.1:1/slack/events" });
    expect(await li.command("/ask").acknowledged()).toMatchObject({ failure: "dispatch_failed" });
    const said = li.say(li.direct, "hello");
    await slack.until("a time for the third try", () => said.retryAt);
    expect(said.attempts).toBe(2);
    pass(60_000);
    expect(said.attempts).toBe(3);
  });
});

describe("Socket Mode", () => {
  test("an app whose connection is cut comes back, and hears what was said meanwhile", async () => {
    const { slack, li } = await openOffice();
    await attachBySocket(slack, (app) => app.message(({ say }) => say("Hello").then(() => {})));
    slack.dropSockets();
    const said = li.say(li.direct, "are you there?");
    const command = li.command("/ask", "and now?");
    expect((await command.shown()).text).toBe("/ask failed with the error (dispatch_failed)");
    await said.acknowledged();
    await slack.until("the greeting", () => slack.directMessages(li).find(({ text }) => text === "Hello"));
    expect(slack.connections).toBe(1);
  });

  test("an app that is asked to leave takes a new connection", async () => {
    const { slack, li } = await openOffice();
    await attachBySocket(slack, (app) => app.command("/ask", ({ ack }) => ack("here")));
    slack.requestDisconnect("refresh_requested");
    await slack.connected();
    expect((await li.command("/ask").shown()).text).toBe("here");
    expect(slack.requests.filter(({ method }) => method === "apps.connections.open")).toHaveLength(2);
  });

  test("with several connections each thing goes to one of them", async () => {
    const { slack, li } = await openOffice();
    let answers = 0;
    const listen = (app: App) =>
      app.command("/ask", async ({ ack }) => {
        answers += 1;
        await ack();
      });
    await attachBySocket(slack, listen);
    await attachBySocket(slack, listen);
    await slack.connected(2);
    for (let time = 0; time < 4; time += 1) await li.command("/ask").acknowledged();
    expect(answers).toBe(4);
  });

  test("the same envelope can come again, and a late acknowledgement counts for nothing", async () => {
    const { slack, li, pass } = await openOffice();
    const late = Promise.withResolvers<void>();
    await attachBySocket(slack, (app) => {
      app.message(async () => {});
      app.command("/ask", async ({ ack }) => {
        await late.promise;
        await ack("too late");
      });
    });
    const said = li.say(li.direct, "hello");
    await said.acknowledged();
    expect(await slack.redeliver(said, { sameEnvelope: true })).toMatchObject({ late: false });
    const asked = li.command("/ask");
    pass(3001);
    late.resolve();
    expect(await asked.acknowledged()).toMatchObject({ late: true });
    expect(slack.directMessages(li).map(({ text }) => text)).not.toContain("too late");
  });
});

/** An app that nods at everything: the test itself calls the Web API. */
async function withClient(options: SlackOptions = {}) {
  const office = await openOffice({ mode: "http", ...options });
  const app = await attachByHttp(office.slack, (each) => {
    each.command(/.*/, ({ ack }) => ack());
    each.action(/.*/, ({ ack }) => ack());
    each.view(/.*/, ({ ack }) => ack());
    each.shortcut(/.*/, ({ ack }) => ack());
  });
  return { ...office, client: app.client };
}

const refusal = (call: Promise<unknown>) =>
  call.then(
    () => ({ error: "none" }),
    (error: { data?: { error: string; response_metadata?: { messages?: string[] } } }) => error.data,
  );

describe("triggers and response_urls", () => {
  const openTwice = async (wait: number) => {
    const { slack, li, pass, client } = await withClient();
    const asked = li.command("/mishu", "leave");
    const trigger_id = String(asked.payload.trigger_id);
    pass(wait);
    const first = await refusal(client.views.open({ trigger_id, view: leaveForm }));
    const second = await refusal(client.views.open({ trigger_id, view: leaveForm }));
    expect(slack.unexpected).toEqual([]);
    return [first?.error, second?.error];
  };

  test("a trigger opens one view", async () => {
    expect(await openTwice(2999)).toEqual(["none", "exchanged_trigger_id"]);
  });

  test("a trigger is spent after three seconds", async () => {
    expect(await openTwice(3000)).toEqual(["expired_trigger_id", "expired_trigger_id"]);
  });

  const post = async (url: unknown, body: unknown) => {
    const answer = await fetch(String(url), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return [answer.status, ((await answer.json()) as { error?: string }).error];
  };

  test("a response_url serves five times within half an hour", async () => {
    const { slack, li, pass } = await openOffice({ mode: "http" });
    const { payload } = li.command("/ask", "", { channel: "hall" });
    for (let time = 0; time < 5; time += 1)
      expect(await post(payload.response_url, { text: "x" })).toEqual([200, undefined]);
    expect(await post(payload.response_url, { text: "x" })).toEqual([404, "used_url"]);
    const later = li.command("/ask").payload.response_url;
    pass(30 * 60_000);
    expect(await post(later, { text: "x" })).toEqual([404, "expired_url"]);
    expect(slack.visible(li, "hall").filter(({ text }) => text === "x")).toHaveLength(5);
  });

  test("it speaks to all when told so, and deletes the message of the button", async () => {
    const { slack, li, wang, hall, client } = await withClient();
    const url = li.command("/ask", "", { channel: "hall" }).payload.response_url;
    await post(url, { response_type: "in_channel", text: "for all" });
    expect(slack.visible(wang, "hall").map(({ text }) => text)).toEqual(["for all"]);
    await client.chat.postMessage({ channel: hall.id, text: "card", blocks: [actions(button("Gone", "gone"))] });
    const card = slack.visible(li, "hall").find(({ text }) => text === "card") as Message;
    await post(li.press(card, "Gone").payload.response_url, { delete_original: true });
    expect(slack.visible(li, "hall")).not.toContain(card);
    expect(() => li.press(card, "Gone")).toThrow("does not see this message");
    expect(await post(url, { texts: "?" })).toEqual([400, "invalid_arguments"]);
    expect(slack.unexpected).toContain("fields posted to a response_url: texts");
  });
});

describe("forms, menus and the home tab", () => {
  const menu = { type: "static_select" as const, action_id: "kind", options: [{ text: plain("Annual"), value: "a" }] };
  const day = { type: "datepicker" as const, action_id: "from", initial_date: "2026-11-02" };
  const choices = [{ type: "actions" as const, block_id: "choices", elements: [menu, day, button("More", "more")] }];

  test("what is chosen is told, together with what stood there", async () => {
    const { slack, li, client } = await withClient();
    await client.chat.postMessage({ channel: "C0HALL", text: "Leave", blocks: choices });
    const [message] = slack.visible(li, "hall") as [Message];
    const chosen = li.choose(message, "kind", "Annual");
    expect(chosen.payload).toMatchObject({
      actions: [{ type: "static_select", block_id: "choices", selected_option: { value: "a" } }],
      state: {
        values: { choices: { kind: { selected_option: { value: "a" } }, from: { selected_date: "2026-11-02" } } },
      },
    });
    expect(() => li.choose(message, "kind", "Sick")).toThrow("“Sick” is not offered; there is Annual (a)");
    expect(() => li.press(message, "Less")).toThrow("there is no “Less” here; there is More");
    await chosen.acknowledged();
  });

  test("a form is put upon another, three at most, and they are closed from the top", async () => {
    const { slack, li, client } = await withClient();
    const view = { type: "modal" as const, title: plain("Step"), notify_on_close: true, blocks: choices };
    const asked = li.command("/mishu");
    await client.views.open({ trigger_id: String(asked.payload.trigger_id), view });
    const first = await asked.opened();
    let top = first;
    for (const step of [2, 3]) {
      const more = li.press(top, "More");
      await client.views.push({
        trigger_id: String(more.payload.trigger_id),
        view: { ...view, title: plain(`Step ${step}`) },
      });
      top = await more.opened();
    }
    const more = li.press(top, "More");
    expect((await refusal(client.views.push({ trigger_id: String(more.payload.trigger_id), view })))?.error).toBe(
      "push_limit_reached",
    );
    expect(() => li.press(first, "More")).toThrow("does not see this form");
    const { hash, id } = top;
    await client.views.update({ view_id: id, hash, view });
    expect((await refusal(client.views.update({ view_id: id, hash, view })))?.error).toBe("hash_conflict");
    expect(li.closeView(top)?.payload).toMatchObject({ type: "view_closed", is_cleared: false });
    expect(slack.rendered(li.screen() ?? top).text).toBe("[kind] [2026-11-02] [More]".replace("kind", "static_select"));
  });

  test("the home tab is published before or after it is opened", async () => {
    const { li, client } = await withClient({ events: ["app_home_opened"] });
    await client.views.publish({ user_id: li.id, view: { type: "home", blocks: [section("Welcome")] } });
    const opened = li.openHome();
    expect(opened.payload).toMatchObject({ event: { type: "app_home_opened", view: { type: "home" } } });
    expect(li.home()?.content.blocks).toMatchObject([{ text: { text: "Welcome" } }]);
    const withTitle = { type: "home", title: plain("x"), blocks: [] } as unknown as { type: "home"; blocks: [] };
    expect((await refusal(client.views.publish({ user_id: li.id, view: withTitle })))?.error).toBe("invalid_arguments");
    expect(li.shortcut("leave").payload).toMatchObject({ type: "shortcut", callback_id: "leave" });
    await opened.acknowledged();
  });

  test("commands that are not the app's are none", async () => {
    const { li } = await openOffice();
    expect(() => li.command("/leave")).toThrow("/leave is not a valid command");
  });
});

describe("what can go wrong with the Web API", () => {
  test("a limit makes the client wait and try again", async () => {
    const { slack, client } = await withClient();
    slack.limit("chat.postMessage", { retryAfter: 0 });
    await client.chat.postMessage({ channel: "C0HALL", text: "hello" });
    const tries = slack.requests.filter(({ method }) => method === "chat.postMessage");
    expect(tries.map(({ ok, error }) => [ok, error])).toEqual([
      [false, "ratelimited"],
      [true, undefined],
    ]);
  });

  test("methods fail, break down and hang when they are told to", async () => {
    const { slack, client } = await withClient();
    slack.fail("users.list", "fatal_error");
    expect((await refusal(client.users.list({})))?.error).toBe("fatal_error");
    slack.breakDown("users.list", { status: 500, times: 2 });
    expect((await client.users.list({})).members).toHaveLength(3);
    const release = slack.hold("team.info");
    const held = client.team.info();
    await slack.until("the request", () =>
      slack.requests.find(({ method, ok }) => method === "team.info" && ok === undefined),
    );
    release();
    expect((await held).team?.name).toBe("Office");
  });

  test("a revoked token, a wrong one and none at all are told apart", async () => {
    const { slack, client } = await withClient();
    const ask = async (headers: Record<string, string>) =>
      ((await (await fetch(`${slack.apiUrl}auth.test`, { method: "POST", headers })).json()) as { error?: string })
        .error;
    expect(await ask({})).toBe("not_authed");
    expect(await ask({ authorization: "Bearer xoxb-wrong" })).toBe("invalid_auth");
    slack.revokeToken();
    expect((await refusal(client.chat.postMessage({ channel: "C0HALL", text: "x" })))?.error).toBe("token_revoked");
  });

  test("a missing scope is named, together with those there are", async () => {
    const { slack, client } = await withClient({ scopes: ["commands", "users:read"] });
    expect(await refusal(client.chat.postMessage({ channel: "C0HALL", text: "x" }))).toMatchObject({
      error: "missing_scope",
      needed: "chat:write",
      provided: "commands,users:read",
    });
    expect((await client.users.info({ user: "U0LI" })).user?.profile).not.toHaveProperty("email");
    slack.grant("users:read.email");
    expect((await client.users.lookupByEmail({ email: "li@office.cn" })).user?.id).toBe("U0LI");
    expect((await refusal(client.users.lookupByEmail({ email: "x@y.z" })))?.error).toBe("users_not_found");
  });

  test("methods and arguments that Slack does not know are refused and noted", async () => {
    const { slack, client } = await withClient();
    expect((await refusal(client.apiCall("chat.shout")))?.error).toBe("unknown_method");
    expect((await refusal(client.apiCall("users.info", { user: "U0LI", loud: true })))?.error).toBe(
      "invalid_arguments",
    );
    expect(slack.unexpected).toEqual(["unknown method chat.shout", "unknown argument loud of users.info"]);
  });

  test("only places where the bot is can be written to, and only people who are there are told", async () => {
    const { slack, client } = await withClient();
    slack.addChannel({ id: "C0OPEN", name: "open", botIsMember: false });
    slack.addChannel({ id: "C0SHUT", name: "shut", private: true, botIsMember: false });
    const say = async (channel: string) => (await refusal(client.chat.postMessage({ channel, text: "x" })))?.error;
    expect(await say("C0OPEN")).toBe("not_in_channel");
    expect(await say("C0SHUT")).toBe("channel_not_found");
    expect(await say("C0NONE")).toBe("channel_not_found");
    expect(await say("U0MISHU")).toBe("cannot_dm_bot");
    expect(await say("U0LI")).toBe("none");
    slack.addUser({ id: "U0ZHAO", name: "zhao" });
    const whisper = client.chat.postEphemeral({ channel: "C0HALL", user: "U0ZHAO", text: "x" });
    expect((await refusal(whisper))?.error).toBe("user_not_in_channel");
  });

  test("an update with text alone leaves the buttons where they are", async () => {
    const { slack, li, client } = await withClient();
    const blocks = [actions(button("Approve", "approve"))];
    const { ts = "" } = await client.chat.postMessage({ channel: "C0HALL", text: "Approve?", blocks });
    await client.chat.update({ channel: "C0HALL", ts, text: "Approved" });
    const [message] = slack.visible(li, "hall") as [Message];
    expect(slack.rendered(message)).toMatchObject({ text: "[Approve]", fallback: "Approved" });
    await client.chat.update({ channel: "C0HALL", ts, text: "Approved", blocks: [] });
    expect(slack.rendered(message).text).toBe("Approved");
  });

  test("an update needs chat:write, a message that is there, and arguments that the method knows", async () => {
    const { slack, li, client } = await withClient();
    const { ts = "" } = await client.chat.postMessage({ channel: "C0HALL", text: "Leave?" });
    await client.chat.postMessage({ channel: "C0HALL", text: "Something else" });
    const update = (more: object) => client.chat.update({ channel: "C0HALL", ts, text: "Approved", ...more });
    // a talk is named by its own id: that of the person is none
    for (const channel of ["C0NONE", li.id])
      expect((await refusal(update({ channel })))?.error).toBe("channel_not_found");
    expect((await refusal(update({ ts: "1.000001" })))?.error).toBe("message_not_found");
    expect((await refusal(update({ unfurl_links: false })))?.error).toBe("invalid_arguments");
    expect(slack.unexpected).toEqual(["unknown argument unfurl_links of chat.update"]);
    slack.revokeScope("chat:write");
    expect((await refusal(update({})))?.error).toBe("missing_scope");
    slack.grant("chat:write");
    await update({ parse: "none" });
    expect(slack.visible(li, "hall").map(({ text, edited }) => [text, edited])).toEqual([
      ["Approved", true],
      ["Something else", false],
    ]);
    await client.chat.delete({ channel: "C0HALL", ts });
    expect((await refusal(update({})))?.error).toBe("message_not_found");
  });

  test("messages are updated and deleted by who wrote them only", async () => {
    const { slack, li, client } = await withClient();
    const { ts = "" } = await client.chat.postMessage({ channel: "C0HALL", text: "draft" });
    await client.chat.update({ channel: "C0HALL", ts, text: "final" });
    expect(slack.visible(li, "hall").map(({ text, edited }) => [text, edited])).toEqual([["final", true]]);
    await client.chat.delete({ channel: "C0HALL", ts });
    expect(slack.visible(li, "hall")).toEqual([]);
    li.say("hall", "mine");
    const mine = slack.visible(li, "hall")[0]?.ts ?? "";
    expect((await refusal(client.chat.update({ channel: "C0HALL", ts: mine, text: "x" })))?.error).toBe(
      "cant_update_message",
    );
    expect((await client.conversations.info({ channel: "C0HALL" })).channel?.is_member).toBe(true);
    expect((await client.conversations.open({ users: li.id })).channel?.id).toBe(li.direct);
    expect((await client.conversations.members({ channel: "C0HALL" })).members).toContain("U0WANG");
  });
});

describe("files", () => {
  test("go up in three steps and come down with the token only", async () => {
    const { slack, li, client } = await withClient();
    const content = Buffer.from("name,days\nLi,3\n");
    await client.filesUploadV2({
      channel_id: "C0HALL",
      filename: "roster.csv",
      file: content,
      initial_comment: "Here",
    });
    const [message] = slack.visible(li, "hall");
    expect(message).toMatchObject({ text: "Here", files: [{ name: "roster.csv", completed: true }] });
    const { file } = await client.files.info({ file: slack.files[0]?.id ?? "" });
    const url = file?.url_private ?? "";
    const allowed = await fetch(url, { headers: { authorization: `Bearer ${slack.tokens.bot}` } });
    expect(await allowed.text()).toBe("name,days\nLi,3\n");
    expect(await (await fetch(url)).text()).toContain("Sign in");
  });

  test("are handed in with a form", async () => {
    const { slack, li, client } = await withClient();
    const element = { type: "file_input" as const, action_id: "csv", filetypes: ["csv"], max_files: 1 };
    const view = {
      ...leaveForm,
      blocks: [{ type: "input" as const, block_id: "roster", label: plain("Roster"), element }],
    };
    const asked = li.command("/mishu", "roster load");
    await client.views.open({ trigger_id: String(asked.payload.trigger_id), view });
    const form = await asked.opened();
    await expect(li.submit(form, { Roster: { name: "a.exe", content: "" } })).rejects.toThrow("none of csv");
    const { delivery } = await li.submit(form, { Roster: { name: "a.csv", content: "x" } });
    const values = { roster: { csv: { type: "file_input", files: [{ name: "a.csv", size: 1 }] } } };
    expect(delivery?.payload).toMatchObject({ view: { state: { values } } });
    expect(slack.files).toHaveLength(1);
  });
});

const given = { surface: "message", scopes: new Set(usualScopes) } as const;
const sent = (...blocks: unknown[]) => messageProblem({ text: "x", blocks }, given.scopes)?.messages;
const x = (times: number) => "x".repeat(times);

describe("what Slack refuses to show", () => {
  test.each([
    ["a long section", section(x(3001)), "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"],
    ["a long header", { type: "header", text: plain(x(151)) }, "must be less than 151 characters"],
    ["a formatted header", { type: "header", text: { type: "mrkdwn", text: "x" } }, "unsupported type: mrkdwn"],
    [
      "an unknown field",
      { ...section("x"), colour: "red" },
      "invalid additional property: colour [json-pointer:/blocks/0]",
    ],
    ["an unknown block", { type: "marquee" }, "unsupported type: marquee [json-pointer:/blocks/0/type]"],
    ["an empty section", { type: "section" }, "missing required field: text [json-pointer:/blocks/0]"],
    ["a section of nothing", section(""), "must be more than 0 characters"],
    ["many fields", { type: "section", fields: Array(11).fill(plain("x")) }, "no more than 10 items allowed"],
    [
      "a crowd of buttons",
      actions(...Array.from({ length: 26 }, (_, each) => button("x", `a${each}`))),
      "no more than 25 items",
    ],
    ["a wordy button", actions(button(x(76), "a")), "must be less than 76 characters"],
    ["twins", actions(button("x", "a"), button("y", "a")), "action_id `a` already exists"],
    [
      "a colourful button",
      { type: "actions", elements: [{ ...button("x", "a"), style: "green" }] },
      "valid enum value",
    ],
    [
      "a file field in a message",
      { type: "input", label: plain("x"), element: { type: "file_input" } },
      "unsupported type: file_input",
    ],
    [
      "a bare word in rich text",
      { type: "rich_text", elements: [{ type: "text", text: "x" }] },
      "unsupported type: text",
    ],
    ["an empty cell", { type: "table", rows: [[{ type: "raw_text", text: "" }]] }, "must be more than 0 characters"],
  ])("%s", (_name, block, message) => {
    expect(sent(block)?.join("\n")).toContain(message);
  });

  test("too much of everything", () => {
    expect(sent(...Array(51).fill({ type: "divider" }))).toEqual([
      "no more than 50 items allowed [json-pointer:/blocks]",
    ]);
    expect(messageProblem({ text: x(40_001) }, given.scopes)?.error).toBe("msg_too_long");
    expect(messageProblem({ text: "" }, given.scopes)?.error).toBe("no_text");
    const menu = (count: number) => ({
      type: "static_select",
      action_id: "m",
      options: Array.from({ length: count }, (_, each) => ({ text: plain("x"), value: String(each) })),
    });
    expect(sent({ type: "actions", elements: [menu(100)] })).toBeUndefined();
    expect(sent({ type: "actions", elements: [menu(101)] })?.[0]).toContain("no more than 100 items");
  });

  test("a client is told which part it was", async () => {
    const { client } = await withClient();
    const post = client.chat.postMessage({ channel: "C0HALL", text: "x", blocks: [section(x(3001))] });
    expect(await refusal(post)).toMatchObject({
      error: "invalid_blocks",
      response_metadata: { messages: ["[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]"] },
    });
  });

  const viewed = (more: object) =>
    problemsOf(viewShape, { ...leaveForm, ...more }, "/view", { ...given, surface: "modal" });

  test("forms with long titles, strange fields or nothing to send them with", () => {
    expect(viewed({})).toEqual([]);
    expect(viewed({ title: plain(x(25)) })).toEqual([
      "must be less than 25 characters [json-pointer:/view/title/text]",
    ]);
    expect(viewed({ private_metadata: x(3001) })[0]).toContain("less than 3001");
    expect(viewed({ submit: undefined })).toEqual(["missing required field: submit [json-pointer:/view]"]);
    expect(viewed({ width: 3 })).toEqual(["invalid additional property: width [json-pointer:/view]"]);
    expect(viewed({ blocks: [leaveForm.blocks[0], leaveForm.blocks[0]] })[0]).toContain(
      "block_id `why` already exists",
    );
  });

  test("anything that is no block, without falling over", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(sent(value)?.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe("what people read", () => {
  const read = async (text: string, blocks: unknown[] = []) => {
    const { slack } = await openOffice();
    return slack.rendered({ text, blocks, attachments: [] } as unknown as Message);
  };

  test("formatted text calls people and leads away", async () => {
    expect(await read("*Hi* <@U0LI>, <!channel>: see <https://a.cn|here> in <#C0HALL> &lt;b&gt;")).toEqual({
      text: "Hi @li, @channel: see here in #hall <b>",
      fallback: "Hi @li, @channel: see here in #hall <b>",
      notifies: ["U0LI", "@channel"],
      links: ["https://a.cn"],
      channels: ["C0HALL"],
      styled: ["Hi"],
    });
    expect((await read("x", [section("@here https://b.cn")])).notifies).toEqual(["@here"]);
  });

  test("plain and rich text are taken as they are", async () => {
    const rich = {
      type: "rich_text",
      elements: [{ type: "rich_text_section", elements: [{ type: "text", text: "<!here> *a*" }] }],
    };
    const blocks = [rich, { type: "section", text: plain("<@U0LI> https://c.cn") }];
    expect(await read("x", blocks)).toMatchObject({
      text: "<!here> *a*\n<@U0LI> https://c.cn",
      fallback: "x",
      notifies: [],
      links: [],
      styled: [],
    });
    const called = {
      type: "rich_text",
      elements: [{ type: "rich_text_section", elements: [{ type: "user", user_id: "U0LI" }] }],
    };
    expect((await read("x", [called])).notifies).toEqual(["U0LI"]);
  });

  test("what was escaped calls nobody, whatever it says", async () => {
    const { slack } = await openOffice();
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."<>!@&#|chanelU0LI *_".split("")) }), (said) => {
        const text = said.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
        expect(slack.rendered({ text, blocks: [], attachments: [] } as unknown as Message).notifies).toEqual([]);
      }),
    );
  });
});

describe("the fake itself", () => {
  const folder = join(import.meta.dirname, "slack");
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));

  test("knows nothing of the bot and borrows nothing from Slack's own packages", () => {
    const imports = sources.flatMap((name) =>
      [...readFileSync(join(folder, name), "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(
        ([, what = ""]) => what,
      ),
    );
    const allowed = /^(node:[a-z]+|ws|\.{1,2}\/(?!.*(src|commands)\/)[a-z./-]+\.ts)$/;
    expect(imports.filter((each) => !allowed.test(each) || each.startsWith("../../"))).toEqual([]);
  });

  test("is described in coverage.md, method by method", () => {
    const table = readFileSync(join(folder, "coverage.md"), "utf8");
    const rows = [...table.matchAll(/^\| `([^`]+)` \| ([^|]*) \|/gm)].map(
      ([, name, scopes]) => `${name}: ${scopes?.trim()}`,
    );
    const routes = webApiRoutes(() => undefined).map(
      ({ method, scopes, byChannel, token }) =>
        `${method}: ${token === "app" ? "app token, " : ""}${byChannel ? `${byChannel} of the channel's kind` : scopes.join(", ") || "none"}`,
    );
    expect(rows).toEqual([...routes, ...otherPaths.map(({ path }) => `${path}: –`)]);
  });
});
