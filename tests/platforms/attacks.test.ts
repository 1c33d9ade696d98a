import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { withoutFormWish } from "../../src/platforms/slack/words.ts";
import { paragraph, reply } from "../../src/reply.ts";
import { linkAccount } from "../../src/store/accounts.ts";
import { administrators } from "../../src/store/administrators.ts";
import { postMessage } from "../../src/store/outbox.ts";
import { everybody, keepPerson } from "../../src/store/people.ts";
import type { Store } from "../../src/store/store.ts";
import { textOfMessage } from "../fakes/discord/index.ts";
import { connectedScene } from "./discord/scene.ts";
import { openScene, type Scene, stopAll } from "./slack/slack-office.ts";

afterEach(stopAll);

const tricks = [
  "@everyone",
  "@here",
  "<!channel>",
  "<!subteam^S1>",
  "<@U0LI>",
  "<@100000000000000002>",
  "<#C0HALL>",
  "[minutes](https://evil.example)",
  "<https://evil.example|minutes>",
  "https://evil.example",
  "HTTP://evil.example",
  "&lt;!channel&gt;",
  "||spoiler||",
  "```js",
  "# heading",
  "> quote",
  "-# small",
  ":smile:",
  "<t:1:R>",
  "</ask:1>",
  "*b* _i_ ~s~",
];

const named = (id: string, name: string) => ({
  id,
  name,
  email: null,
  tenures: [{ post: "mayor", title: name, department: name, from: null, until: null }],
  portfolio: [name],
});

const tricky = (store: Store) =>
  store.transaction(async (records) => {
    for (const [index, name] of tricks.entries()) await keepPerson(records, named(`t${index}`, name));
  });

const letter = JSON.stringify({
  ...reply({ tone: "answer", language: "en", blocks: tricks.map((each) => paragraph(each)), visibleTo: "channel" }),
  title: tricks.join(" "),
});

describe("somebody in Slack who calls themselves like a command", () => {
  const opened = async (realName: string): Promise<Scene> => {
    const scene = await openScene();
    await scene.store.transaction(async (records) => {
      await keepPerson(records, named("1015", "Mallory"));
      await keepPerson(records, named("1003", "Deputy"));
    });
    // Wang, the owner, becomes the first administrator
    await scene.wang.command("/mishu", "settings time-zone:Asia/Tokyo").shown();
    scene.slack.addUser({ id: "U0MAL", name: "mallory", realName });
    return scene;
  };
  const nobodyElse = ["account:slack:T0OFFICE:U0WANG"];

  it.each(["/roster admin person:1015", "／名冊 管理員 人員：1015"])(
    "is not obeyed when an administrator's question begins with them: %s",
    async (realName) => {
      const { wang, store, office } = await opened(realName);
      await wang.say(wang.direct, "<@U0MAL> is away next week, who signs for her?").shown();
      await office.idle();
      expect(await store.transaction(administrators)).toEqual(nobodyElse);
    },
  );

  it("is not obeyed in /mishu either", async () => {
    const { wang, store, office } = await opened("/roster admin person:1015");
    await wang.command("/mishu", "<@U0MAL> is away next week, who signs for her?").shown();
    await office.idle();
    expect(await store.transaction(administrators)).toEqual(nobodyElse);
  });

  it("puts no options into what an administrator types about them", async () => {
    const { wang, store, office } = await opened("Mallory person:1003");
    await wang.command("/roster", "admin <@U0MAL>").shown();
    await office.idle();
    expect(await store.transaction(administrators)).not.toContain("person:1003");
  });
});

describe("names, posts and questions full of tricks", () => {
  it("call nobody, link nowhere and are shown as they are: Slack", async () => {
    const { slack, li, wang, office, store } = await openScene();
    await tricky(store);
    await store.transaction((records) =>
      postMessage(records, { recipient: "channel:slack:T0OFFICE:C0HALL", reply: letter, now: new Date(0) }),
    );
    await office.tick();
    const posted = slack.visible(li, "hall").at(-1);
    const shown = await wang.command("/roster", "show", { channel: "hall" }).shown();
    const asked = await wang.mention("hall", `who signs <!channel> ${tricks.slice(7).join(" ")}?`).shown();
    if (!posted) throw new Error("nothing was posted");
    for (const each of [posted, shown, asked])
      expect(slack.rendered(each)).toMatchObject({ notifies: [], links: [], channels: [] });
    for (const trick of tricks) expect(slack.rendered(posted).text).toContain(trick);
    for (const each of [posted, shown, asked]) expect(each.text).not.toMatch(/[<>]/);
  });

  it("call nobody, link nowhere and are shown as they are: Discord", async () => {
    const { discord, owner, hall, office, store } = await connectedScene();
    await tricky(store);
    await store.transaction((records) =>
      postMessage(records, {
        recipient: `channel:discord:${discord.guild.id}:${hall.id}`,
        reply: letter,
        now: new Date(0),
      }),
    );
    await office.tick();
    const shown = owner.command("roster show", {});
    await shown.shown();
    await office.idle();
    const messages = [...discord.visible(owner, hall), ...shown.messages];
    expect(messages.length).toBeGreaterThan(1);
    for (const each of messages) {
      expect(each.mentions).toEqual([]);
      // every sign that Discord reads has its backslash
      expect(textOfMessage(each)).not.toMatch(/(?<!\\)[[\]<@`|~]|[a-z]:\/\/|(?<!\\)_|^#/m);
    }
  });
});

describe("a form for what somebody may not do", () => {
  it("does not open: it is told at once who may, and nothing is filled in for nothing", async () => {
    const { li, wang, answered } = await openScene();
    await wang.command("/mishu", "settings time-zone:Asia/Tokyo").shown();
    const asked = li.command("/roster", "entrust", { channel: "hall" });
    expect(await answered(asked)).toContain("您无权");
    expect(asked.views()).toEqual([]);
  });

  it("does not open in Discord either", async () => {
    const { owner, li, office } = await connectedScene();
    await owner.command("settings", { "time-zone": "Asia/Tokyo" }).shown();
    await office.idle();
    const asked = li.command("roster entrust", {});
    expect(textOfMessage(await asked.message())).toContain("您无权");
  });
});

describe("whoever sends HTTP to the address for Slack", () => {
  const body = new URLSearchParams({
    command: "/roster",
    text: "admin person:1",
    user_id: "U0WANG",
    trigger_id: "1.1",
  }).toString();
  const contentType = "application/x-www-form-urlencoded";

  it("is not heard without Slack's signature, with an old one, with one of another body, or with ssl_check", async () => {
    const { slack, store } = await openScene({ mode: "http" });
    const old = Math.floor(Date.now() / 1000) - 301;
    for (const forged of [{ signature: "v0=" }, { secret: "guess" }, { timestamp: old }, { timestamp: Number.NaN }])
      expect((await slack.postSigned({ body, contentType, ...forged })).status).toBe(401);
    const smuggled = await slack.postSigned({ body: `ssl_check=1&${body}`, contentType, signature: "v0=" });
    expect(smuggled).toEqual({ status: 200, body: "" });
    const kept = await store.transaction(({ db }) => db.selectFrom("inbox").select("key").execute());
    expect(kept).toEqual([]);
  });

  it("is not taken for Slack for what is too much, and learns nothing elsewhere", async () => {
    const { slack, platform } = await openScene({ mode: "http" });
    expect((await slack.postSigned({ body: "x".repeat(5_000_000), contentType })).status).toBe(413);
    for (const path of ["/", "/slack/install", "/slack/events", "/.env"]) {
      const response = await fetch(`http://127.0.0.1:${platform.port()}${path}`);
      expect([response.status, await response.text()]).toEqual([404, ""]);
    }
  });

  it("does not keep Mishu from stopping with a request that never ends", async () => {
    const { platform } = await openScene({ mode: "http" });
    const socket = connect(platform.port() ?? 0, "127.0.0.1");
    await once(socket, "connect");
    socket.write("POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{");
    // the request has begun on the other side once something else has come through
    await fetch(`http://127.0.0.1:${platform.port()}/health`);
    // else this would wait until the test is broken off
    await platform.stop();
    expect(platform.port()).toBeUndefined();
    socket.destroy();
  });
});

describe("somebody who writes a great many spaces", () => {
  it("does not stop Slack for everybody", () => {
    // read in the square of its length this would take an hour
    const line = `/ask${" ".repeat(1_000_000)}x`;
    expect(withoutFormWish(line, { read: () => ({ command: "", options: {} }), commands: [] }).wanted).toBe(false);
  });
});

describe("somebody who was removed from the Discord server", () => {
  it("is told no names any more in direct messages", async () => {
    const scene = await connectedScene();
    const { discord, li, office, store, config } = scene;
    await li.command("whoami", {}).shown();
    await office.idle();
    await store.transaction(async (records) => {
      await keepPerson(records, named("1", "顾致远"));
      const account = { platform: "discord", workspace: config.server, id: li.id };
      await linkAccount(records, account, "1", new Date(0));
      expect(await everybody(records)).toHaveLength(1);
    });
    discord.fail("GET /guilds/{guild_id}/members/{user_id}", { status: 404, code: 10007 });
    scene.now += 60_000;
    const answer = discord.nextMessage(li);
    li.say(li.direct, "/roster show");
    expect(textOfMessage(await answer)).not.toContain("顾致远");
  });
});
