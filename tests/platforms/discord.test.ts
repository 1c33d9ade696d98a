import { describe, expect, it, test } from "vitest";
import { examineDiscord } from "../../src/platforms/discord/examine.ts";
import { PlatformError, Unreachable } from "../../src/platforms/platform.ts";
import { paragraph, reply } from "../../src/reply.ts";
import { postMessage } from "../../src/store/outbox.ts";
import {
  buttonsOf,
  entriesOf,
  type Interaction,
  type Message,
  selectsOf,
  textOfMessage,
} from "../fakes/discord/index.ts";
import { commands, connectedScene, openScene, type Scene } from "./discord/scene.ts";

/** What an interaction shows to whoever did it, as it is read: without the marks that keep it literal. */
async function readOut(interaction: Interaction): Promise<string> {
  return textOfMessage(await interaction.message()).replace(/\\(?=[^\w\s])/g, "");
}

const isPrivate = ({ onlyFor }: Message): boolean => onlyFor !== undefined;
const posts = ({ discord }: Scene): number =>
  discord.requests.filter(({ method, route }) => method === "POST" && route === "/channels/{channel_id}/messages")
    .length;
const bodyOf = (scene: Scene, path: string): string =>
  JSON.stringify(scene.discord.requests.filter((each) => each.path.includes(path)).map(({ body }) => body));

describe("a command on Discord", () => {
  it("is answered in the language of each person's Discord, to them alone", async () => {
    const { ann, li, lin } = await connectedScene();
    const ask = (person: typeof ann) => person.command("rule", { place: "48" });
    const answers = await Promise.all([ann, li, lin].map((person) => ask(person).message()));
    expect(answers.map((each) => textOfMessage(each).match(/Art\. 48|第四十八条|第四十八條/)?.[0])).toEqual([
      "Art. 48",
      "第四十八条",
      "第四十八條",
    ]);
    expect(answers.map(({ onlyFor }) => onlyFor)).toEqual([ann.id, li.id, lin.id]);
  });

  it("is acknowledged before the work begins, and answered when it is done", async () => {
    const { discord, ann } = await connectedScene();
    const release = discord.hold("PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original", "before");
    const asked = ann.command("rule", { place: "48" });
    expect(await asked.answered()).toBe("deferred");
    expect(asked.messages).toEqual([]);
    release();
    expect(isPrivate(await asked.message())).toBe(true);
  });

  it("is kept before it is acknowledged", async () => {
    const scene = await connectedScene();
    const release = scene.discord.hold("POST /interactions/{interaction_id}/{interaction_token}/callback", "before");
    scene.ann.command("whoami");
    const kept = await scene.discord.until("the request", () => {
      return scene.discord.requests.some(({ path }) => path.endsWith("/callback")) || undefined;
    });
    expect(kept).toBe(true);
    const rows = await scene.store.transaction(({ db }) => db.selectFrom("inbox").select("delivery").execute());
    expect(rows).toHaveLength(1);
    expect(rows[0]?.delivery).toContain('"command":"whoami"');
    release();
  });

  it("takes options of every kind", async () => {
    const { li, hall, discord } = await connectedScene();
    const asked = li.command("paper submit", {
      title: "关于会议",
      kind: "报告",
      urgent: true,
      room: hall,
      to: "3",
    });
    expect(await readOut(asked)).toContain(
      `{"kind":"report","urgent":true,"room":"channel:discord:${discord.guild.id}:${hall.id}","to":"3"}`,
    );
  });

  it("is done once, however often Discord sends it", async () => {
    const scene = await connectedScene();
    const asked = scene.ann.command("paper submit", { title: "once" });
    await asked.message();
    scene.discord.replay(asked);
    scene.discord.replay(asked);
    await scene.ann.command("whoami").message();
    await scene.office.idle();
    expect(await scene.events()).toEqual(["paper.submit"]);
    expect(scene.logged).toEqual([]);
  });

  it("that is meant for the channel is posted there, and whoever asked is told", async () => {
    const { ann, li, hall, discord } = await connectedScene();
    const asked = ann.command("paper post", { words: "Fire drill" }, { channel: hall });
    expect(await readOut(asked)).toBe("Done: it is in the channel now.");
    const posted = await discord.nextMessage(hall);
    expect(textOfMessage(posted)).toContain("Fire drill");
    expect(discord.visible(li, hall).map(({ id }) => id)).toEqual([posted.id]);
    expect(posted.nonce).toBe(asked.id);
  });

  it("that is meant for a channel where Mishu may not write is shown to whoever asked, with what to do", async () => {
    const { ann, hall, discord } = await connectedScene();
    discord.setAccess(hall, "reads");
    const text = await readOut(ann.command("paper post", { words: "Fire drill" }, { channel: hall }));
    expect(text).toContain("Fire drill");
    expect(text).toContain("Somebody who manages the server can allow me");
    expect(discord.visible(ann, hall).every(isPrivate)).toBe(true);
  });

  it("whose answer is long goes on in further private messages; a very long one is a file", async () => {
    const { ann } = await connectedScene();
    const long = ann.command("paper post", { words: "secret", pages: "2" });
    expect(textOfMessage(await long.message(2))).toContain("60: secret");
    expect(long.messages.every(isPrivate)).toBe(true);
    const longer = await ann.command("paper post", { words: "secret", pages: "9" }).message();
    expect(textOfMessage(longer)).toContain("all of it is in the attached file");
    const [file] = longer.attachments;
    expect(file?.name).toBe("mishu.txt");
    expect(Buffer.from(file?.content ?? []).toString()).toContain("270: secret");
  });

  it("can have a file in its answer", async () => {
    const { ann, discord, hall } = await connectedScene();
    await ann.command("paper post", { words: "file" }).message();
    const { attachments } = await discord.nextMessage(hall);
    expect(attachments.map(({ name, content }) => [name, Buffer.from(content).toString()])).toEqual([
      ["模板.csv", "姓名,职务\n"],
    ]);
  });

  it("cannot call or fool anybody by what somebody typed", async () => {
    const { ann, discord, hall } = await connectedScene();
    await ann
      .command("paper post", { words: "@everyone <@100000000000000002> [rules](https://evil.example)" })
      .message();
    const posted = await discord.nextMessage(hall);
    expect(posted.mentions).toEqual([]);
    expect(textOfMessage(posted)).toContain(
      "\\@everyone \\<\\@100000000000000002\\> \\[rules\\](https\\://evil.example)",
    );
  });
});

describe("what is typed is completed", () => {
  it("with what may be chosen, within what Discord takes", async () => {
    const { li } = await connectedScene();
    const choices = await li.autocomplete("paper submit", { to: "王" }, "to");
    expect(choices).toEqual([
      { name: "王 zh-Hans 李明", value: "1" },
      { name: `${"l".repeat(99)}…`, value: "2" },
    ]);
  });

  it("with nothing when something goes wrong", async () => {
    const { ann, logged } = await connectedScene();
    expect(await ann.autocomplete("paper submit", { to: "break" }, "to")).toEqual([]);
    expect(logged).toEqual(["no suggestions: Error: the list of people is torn"]);
  });
});

describe("a form", () => {
  it("opens when something needed is missing, with what was given filled in, and nothing is kept for it", async () => {
    const { li, store, hall } = await connectedScene();
    const modal = await li.command("paper submit", { kind: "报告", urgent: true, room: hall }).modal();
    expect(modal.title).toBe("/公文 报送");
    expect(entriesOf(modal).map(({ label, kind, required }) => [label, kind, required])).toEqual([
      ["标题", "text", true],
      ["文种", "select", false],
      ["急件", "select", false],
      ["正文", "file", false],
      ["频道", "select", false],
    ]);
    expect(JSON.stringify(modal.components)).toContain('"label":"报告","value":"report","default":true');
    expect(JSON.stringify(modal.components)).toContain(`"default_values":[{"id":"${hall.id}","type":"channel"}]`);
    const kept = await store.transaction(({ db }) => db.selectFrom("inbox").selectAll().execute());
    expect(kept).toEqual([]);
  });

  it("that is sent is the command with what was filled in, and with what it did not ask for", async () => {
    const { ann, hall, discord } = await connectedScene();
    const opened = ann.command("paper submit", { to: "7", kind: "report", urgent: true, room: hall, copies: "3" });
    const modal = await opened.modal();
    expect(entriesOf(modal).map(({ customId }) => customId)).toEqual(["title", "kind", "urgent", "room", "to"]);
    const sent = ann.submit(opened, { title: "A title" });
    expect(await readOut(sent)).toContain(
      `A title: {"kind":"report","urgent":true,"room":"channel:discord:${discord.guild.id}:${hall.id}","to":"7","copies":"3"}`,
    );
  });

  it("with something that cannot be used loses nothing: what is wrong is said, and it opens again filled in", async () => {
    const scene = await connectedScene();
    const { li } = scene;
    const opened = li.command("paper submit", { to: "7" });
    await opened.modal();
    const sent = li.submit(opened, {
      title: "短",
      kind: "report",
      body: { name: "body.txt", content: "正文内容" },
    });
    const told = await sent.message();
    expect(isPrivate(told)).toBe(true);
    expect(textOfMessage(told)).toBe("**未作任何更改。以下内容还不能使用：**\n\n- 标题：至少三个字");
    expect(await scene.events()).toEqual([]);
    const again = li.press(told, buttonsOf(told)[0]?.label ?? "");
    const modal = await again.modal();
    expect(entriesOf(modal)[0]?.value).toBe("短");
    expect(JSON.stringify(modal.components)).toContain('"value":"report","default":true');
    const done = li.submit(again, { title: "关于会议" });
    const text = await readOut(done);
    expect(text).toContain('"kind":"report"');
    expect(text).toContain('"to":"7"');
    expect(text).toContain("4 正文内容");
    expect(await scene.events()).toEqual(["paper.submit"]);
  });

  it("opens from a typed command in a direct message by a button, where there is no other way", async () => {
    const { ann, discord } = await connectedScene();
    ann.say(ann.direct, "/paper submit");
    const told = await discord.nextMessage(ann);
    const opened = ann.press(told, "Correct it");
    await opened.modal();
    expect(await readOut(ann.submit(opened, { title: "typed" }))).toContain("typed:");
  });
});

describe("buttons and menus", () => {
  it("are commands with their options filled in, long ones too, and still work after a restart", async () => {
    const scene = await connectedScene();
    const { ann, hall, discord } = scene;
    ann.command("paper post", { words: "choose" }, { channel: hall });
    const posted = await discord.nextMessage(hall);
    expect(buttonsOf(posted).map(({ label }) => label)).toEqual(["Choice 1", "Choice 2"]);
    expect(await readOut(ann.press(posted, "Choice 1"))).toContain(
      'chosen 1: {"kind":"notice","urgent":false,"number":"n"}',
    );
    expect(await readOut(ann.press(posted, "Choice 2"))).toContain(`"number":"${"n".repeat(200)}"`);
    await scene.platform.stop();
    await scene.platform.start(scene.office.desk);
    expect(await readOut(ann.press(posted, "Choice 2"))).toContain("chosen 2");
  });

  it("that are many are menus; a choice may open a form", async () => {
    const { ann, hall, discord } = await connectedScene();
    ann.command("paper post", { words: "menu" }, { channel: hall });
    const posted = await discord.nextMessage(hall);
    const [first, second] = selectsOf(posted);
    expect([first?.options.length, second?.options.length]).toEqual([25, 5]);
    const chosen = ann.choose(posted, first?.customId ?? "", ["Choice 3"]);
    expect(await readOut(chosen)).toContain("chosen 3");
    const modal = await ann.choose(posted, second?.customId ?? "", ["Choice 30"]).modal();
    expect(entriesOf(modal)[0]?.value).toBe("chosen 30");
  });

  it("that are forgotten say so", async () => {
    const scene = await connectedScene();
    const { ann, hall, discord, store } = scene;
    ann.command("paper post", { words: "choose" }, { channel: hall });
    const posted = await discord.nextMessage(hall);
    await store.transaction(({ db }) => db.deleteFrom("parked").execute());
    expect(await readOut(ann.press(posted, "Choice 2"))).toBe(
      "This button is too old. Nothing was changed; please ask again.",
    );
  });
});

describe("a file", () => {
  const submit = async (content: Uint8Array | string, name = "paper.txt") => {
    const { ann } = await connectedScene();
    return readOut(ann.command("paper submit", { title: "with a file", body: { name, content } }));
  };

  test.each([
    ["UTF-8", new TextEncoder().encode("姓名,职务")],
    ["UTF-8 with its mark", new TextEncoder().encode("\uFEFF姓名,职务")],
    ["GB 18030", Uint8Array.of(0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xd6, 0xb0, 0xce, 0xf1)],
  ])("is read in %s", async (_, content) => {
    expect(await submit(content)).toContain("5 姓名,职务");
  });

  it("that is too large is refused, and the person told which is not", async () => {
    expect(await submit(new Uint8Array(1_000_001))).toContain("larger than 1 MB. Nothing was changed.");
    expect(await submit("a".repeat(1_000_000))).toContain("1000000 aaa");
  });

  it("is fetched after the command was acknowledged; one that cannot be fetched is asked for again", async () => {
    const scene = await connectedScene();
    const asked = scene.ann.command("paper submit", { title: "gone", body: { name: "a.txt", content: "x" } });
    const [file] = scene.discord.attachments;
    (scene.discord.attachments as unknown[]).length = 0;
    expect(file?.name).toBe("a.txt");
    expect(await readOut(asked)).toContain("1 x");
    const address = `${new URL(scene.config.apiUrl).origin}/attachments/1/2/none.txt`;
    scene.ann.say(scene.ann.direct, `/paper submit title:gone body:${address}`);
    expect(textOfMessage(await scene.discord.nextMessage(scene.ann))).toContain("could not be fetched from Discord");
  });

  it("is fetched from nowhere but Discord", async () => {
    const { ann, discord } = await connectedScene();
    ann.say(ann.direct, "/paper submit title:elsewhere body:http://127.0.0.1:9/secret");
    expect(textOfMessage(await discord.nextMessage(ann))).toContain("23 http\\://127.0.0.1:9/secret".slice(3));
  });

  it("may come with a typed command", async () => {
    const { ann, discord } = await connectedScene();
    ann.say(ann.direct, "/paper submit typed", { files: [{ name: "a.txt", content: "sent along" }] });
    expect(textOfMessage(await discord.nextMessage(ann))).toContain("10 sent along");
  });
});

describe("a message", () => {
  it("to Mishu directly is a question, answered there in its own language", async () => {
    const { li, ann, discord } = await connectedScene();
    li.say(li.direct, "常务会议的纪要谁签发？");
    const answer = await discord.nextMessage(li);
    expect(textOfMessage(answer)).toContain("第四十五条");
    expect(answer.replyTo).toBeUndefined();
    ann.say(ann.direct, "Who signs the minutes of the executive meeting?");
    expect(textOfMessage(await discord.nextMessage(ann))).toContain("Art. 45");
  });

  it("that mentions Mishu is answered privately; the channel sees only that it was", async () => {
    const { ann, li, hall, discord } = await connectedScene();
    const asked = ann.say(hall, "who signs the minutes of the executive meeting?", { mentions: ["bot"] });
    expect(textOfMessage(await discord.nextMessage(ann))).toContain("Art. 45");
    const said = await discord.nextMessage(hall);
    expect(textOfMessage(said)).toBe("I have answered you in a direct message.");
    expect(said.replyTo).toBe(asked.id);
    expect(said.mentions).toEqual([]);
    expect(discord.visible(li, hall).map(textOfMessage).join()).not.toContain("Art. 45");
  });

  it("is not answered in the channel when direct messages are closed: the channel says how to ask", async () => {
    const { ann, hall, discord } = await connectedScene();
    ann.dmsClosed = true;
    ann.say(hall, "who signs the minutes of the executive meeting?", { mentions: ["bot"] });
    expect(textOfMessage(await discord.nextMessage(hall))).toBe(
      "I cannot send you direct messages. Type /ask here: only you will see the answer.",
    );
    expect(discord.directMessages(ann)).toEqual([]);
  });

  it("that mentions nobody, or comes from Mishu itself, is left alone", async () => {
    const scene = await connectedScene();
    scene.ann.say(scene.hall, "who signs the minutes?");
    scene.ann.say(scene.hall, "and who reviews them?", { mentions: [scene.li] });
    scene.ann.say(scene.ann.direct, "/whoami");
    await scene.discord.nextMessage(scene.ann);
    await scene.office.idle();
    expect(posts(scene)).toBe(1);
  });

  it("is not answered twice when the answer was posted and its receipt was lost", async () => {
    const scene = await connectedScene();
    const { ann, discord } = scene;
    discord.fail("POST /channels/{channel_id}/messages", { status: 500, times: 1, done: true });
    ann.say(ann.direct, "/whoami");
    await discord.nextMessage(ann);
    await scene.office.idle();
    expect(discord.directMessages(ann).filter(({ author }) => author === discord.application.id)).toHaveLength(1);
    expect(discord.deduplicated).toBe(1);
  });
});

describe("who is served", () => {
  /** The same interaction, as if it came from elsewhere. */
  const elsewhere = async (scene: Scene, change: Record<string, unknown>): Promise<string> => {
    const asked = scene.ann.command("whoami");
    await asked.message();
    const token = "token-from-elsewhere";
    scene.discord.replay({ ...asked, payload: { ...asked.payload, id: "555", token, ...change } });
    await scene.discord.until("the answer", () => bodyOf(scene, token) !== "[]" || undefined);
    await scene.office.idle();
    return bodyOf(scene, token);
  };

  it("are the members of one server: another is told so, and nothing else", async () => {
    const scene = await connectedScene();
    const told = await elsewhere(scene, { guild_id: "800000000000000999", guild: undefined });
    expect(told).toContain("This Mishu serves another office.");
    expect(told).toContain('"flags":64');
    expect(told.match(/"type":4/g)).toHaveLength(1);
  });

  it("are members who write to Mishu directly, and nobody else", async () => {
    const scene = await connectedScene();
    const user = {
      id: "100000000000000777",
      username: "stranger",
      discriminator: "0",
      global_name: null,
      avatar: null,
    };
    const told = await elsewhere(scene, { guild_id: undefined, member: undefined, guild: undefined, user });
    expect(told).toContain("I answer members of the office's server only.");
  });

  it("is asked of Discord once an hour", async () => {
    const scene = await connectedScene();
    const { ann, discord } = scene;
    const looks = () => discord.requests.filter(({ route }) => route.includes("/members/")).length;
    const ask = async () => {
      ann.say(ann.direct, "/whoami");
      await discord.nextMessage(ann);
    };
    await ask();
    await ask();
    expect(looks()).toBe(1);
    scene.now += 3600_000;
    await ask();
    expect(looks()).toBe(2);
  });

  it("has the server's owner as the first administrator, by the name that they go by", async () => {
    const { owner, ann } = await connectedScene();
    const zone = { "time-zone": "Asia/Shanghai" };
    expect(await readOut(ann.command("settings", zone))).toContain("You may not change the office's settings.");
    expect(await readOut(owner.command("settings", zone))).toContain("Asia/Shanghai");
    expect(await readOut(owner.command("whoami"))).toContain("周市长");
  });
});

describe("messages of the office", () => {
  const send = async (scene: Scene, recipient: string, pages = 1): Promise<void> => {
    const blocks = Array.from({ length: pages * 40 }, (_, index) => paragraph(`${index + 1}: ${"word ".repeat(18)}`));
    const told = JSON.stringify(reply({ tone: "answer", language: "en", blocks }));
    await scene.store.transaction((records) =>
      postMessage(records, { recipient, reply: told, now: new Date(scene.now) }),
    );
    await scene.office.tick();
  };
  const account = (scene: Scene, id: string) => `account:discord:${scene.discord.guild.id}:${id}`;

  it("arrive in direct messages and in channels, once even when Discord's receipt is lost", async () => {
    const scene = await connectedScene();
    const { ann, hall, discord } = scene;
    await send(scene, account(scene, ann.id), 2);
    const [first, second] = discord.directMessages(ann);
    expect(textOfMessage(second ?? (first as Message))).toContain("80: word");
    expect(String(first?.nonce)).toMatch(/^[0-9a-z]{24}$/);
    expect(second?.nonce).toBe(`${first?.nonce}1`);
    discord.fail("POST /channels/{channel_id}/messages", { status: 502, times: 1, done: true });
    await send(scene, `channel:discord:${discord.guild.id}:${hall.id}`);
    expect(discord.visible(ann, hall)).toHaveLength(1);
  });

  test.each([
    ["that account takes no direct messages", (scene: Scene) => account(scene, scene.ann.id)],
    ["takes no direct messages", (scene: Scene) => account(scene, "100000000000000778")],
    ["may not see that channel", (scene: Scene) => `channel:discord:${scene.discord.guild.id}:700000000000000002`],
    [
      "may not see that channel or write in it",
      (scene: Scene) => `channel:discord:${scene.discord.guild.id}:700000000000000003`,
    ],
    ["the channel is gone", (scene: Scene) => `channel:discord:${scene.discord.guild.id}:700000000000000999`],
    ["another server", () => "account:discord:800000000000000999:1"],
  ])("that cannot arrive are given up, with the reason: %s", async (reason, recipient) => {
    const scene = await connectedScene();
    scene.ann.dmsClosed = true;
    scene.discord.addChannel({ id: "700000000000000002", name: "closed", bot: "absent" });
    scene.discord.addChannel({ id: "700000000000000003", name: "silent", bot: "reads" });
    const [, , workspace = "", id = ""] = recipient(scene).split(":");
    const kind = recipient(scene).startsWith("account") ? "account" : "channel";
    const sent = scene.platform.deliver({ kind, workspace, id }, reply({ tone: "done", language: "en" }), "m");
    await expect(sent).rejects.toThrow(Unreachable);
    await expect(sent).rejects.toThrow(reason);
  });

  it("are tried again when Discord is in trouble", async () => {
    const scene = await connectedScene();
    scene.discord.fail("POST /users/@me/channels", { status: 400, code: 0, times: 1 });
    await send(scene, account(scene, scene.ann.id));
    expect(scene.discord.directMessages(scene.ann)).toEqual([]);
    scene.now += 61_000;
    await scene.office.tick();
    expect(scene.discord.directMessages(scene.ann)).toHaveLength(1);
  });

  it("bring an answer that came too late to be given where it was asked", async () => {
    const scene = await connectedScene();
    const { ann, discord } = scene;
    const release = discord.hold("PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original", "before");
    const asked = ann.command("rule", { place: "48" });
    await asked.answered();
    scene.now += 16 * 60_000;
    release();
    const late = await discord.nextMessage(ann);
    expect(textOfMessage(late)).toContain("I could not answer where you asked; here is the answer.");
    expect(textOfMessage(late)).toContain("Art. 48");
  });

  it("take a deep breath when Discord says that it is too much", async () => {
    const { ann, discord, logged } = await connectedScene();
    discord.limit("POST /channels/{channel_id}/messages", { retryAfter: 0.05 });
    ann.say(ann.direct, "/whoami");
    expect(textOfMessage(await discord.nextMessage(ann))).toContain("Ann");
    expect(logged).toEqual([]);
  });
});

describe("the connection", () => {
  it("that drops is taken up again, and what was asked meanwhile is answered", async () => {
    const scene = await connectedScene();
    scene.discord.dropSockets();
    const asked = scene.ann.command("whoami");
    expect(await readOut(asked)).toContain("Ann");
    expect(scene.discord.gatewayLog.resumes).toHaveLength(1);
    expect(scene.logged).toContain("connection lost, connecting again");
  });

  it("is made again when Discord asks for it, and anew when the session is lost", async () => {
    const { discord, ann } = await connectedScene();
    discord.requestReconnect();
    await discord.until("the resumption", () => discord.gatewayLog.resumes.length === 1 || undefined);
    expect(await readOut(ann.command("whoami"))).toContain("Ann");
    discord.invalidateSession(false);
    await discord.until("a new session", () => discord.gatewayLog.identifies.length === 2 || undefined);
    await discord.connected();
    expect(await readOut(ann.command("whoami"))).toContain("Ann");
  });

  it("asks for no privileged intent", async () => {
    const { discord } = await connectedScene();
    const [{ intents } = {}] = discord.gatewayLog.identifies;
    expect(intents).toBe((1 << 0) | (1 << 9) | (1 << 12));
  });

  const startTrouble = async (scene: Scene, platform = scene.platform): Promise<PlatformError> => {
    const error = await platform.start(scene.office.desk).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PlatformError);
    return error as PlatformError;
  };

  it("that is refused for its token says which setting, and what to do", async () => {
    const scene = await openScene();
    scene.discord.revokeToken();
    const { code, message } = await startTrouble(scene);
    expect(code).toBe("401");
    expect(message).toMatch(/DISCORD_TOKEN.*Reset Token.*\.env/);
  });

  it("that is refused for its intents says so", async () => {
    const scene = await openScene();
    scene.discord.refuseIntents();
    const { code, message } = await startTrouble(scene);
    expect(code).toBe("4014");
    expect(message).toContain("intents");
  });

  it("of a bot that is not in the office's server says how to invite it", async () => {
    const scene = await openScene();
    const { createDiscord } = await import("../../src/platforms/discord/index.ts");
    const stray = createDiscord({ ...scene.config, server: "800000000000000999" }, scene.log);
    const { message } = await startTrouble(scene, stray);
    expect(message).toContain("DISCORD_SERVER_ID");
    expect(message).toContain(`client_id=${scene.discord.application.id}&scope=bot+applications.commands`);
    await stray.stop();
  });

  it("that cannot be made at all may come right by itself: it is tried again later", async () => {
    const scene = await openScene();
    scene.discord.fail("GET /gateway/bot", { status: 503, times: 4 });
    const error = await scene.platform.start(scene.office.desk).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(PlatformError);
    await scene.platform.start(scene.office.desk);
    await scene.discord.connected();
  });

  it("whose token is revoked is told in plain words, and no payload is in the log", async () => {
    const scene = await connectedScene();
    scene.discord.revokeToken();
    await scene.discord.until(
      "the words",
      () => scene.logged.some((each) => each.includes("Reset Token")) || undefined,
    );
    expect(scene.logged.join("\n")).toContain("disconnected for good: Discord does not accept DISCORD_TOKEN.");
    await expect(
      scene.platform.deliver(
        { kind: "account", workspace: scene.discord.guild.id, id: scene.ann.id },
        reply({ tone: "done", language: "en", blocks: [paragraph("a secret")] }),
        "m",
      ),
    ).rejects.toThrow("Discord does not accept DISCORD_TOKEN");
    expect(scene.logged.join("\n")).not.toContain("a secret");
  });
});

describe("what the doctor says of Discord", () => {
  const told = async ({ config }: Scene, given = config): Promise<string> =>
    (await examineDiscord(given, commands))
      .map(({ well, what, next = "" }) => `${well ? "well" : "ill"}: ${what} ${next}`)
      .join("\n");

  it("is that all is well when it is", async () => {
    const scene = await connectedScene();
    expect(await told(scene)).not.toContain("ill:");
    expect(await told(scene)).toContain("well: The server has exactly Mishu's commands.");
  });

  it("is that the commands are not registered, and how to do it", async () => {
    const scene = await openScene();
    expect(await told(scene)).toMatch(
      /ill: \d+ commands of the server are not as Mishu has them\. Run npm run commands:register\./,
    );
  });

  it("is what is wrong with the token, the server and the network", async () => {
    const scene = await openScene();
    expect(await told(scene, { ...scene.config, token: "wrong" })).toMatch(
      /^ill: Discord does not accept DISCORD_TOKEN\. \(401\) On your/,
    );
    expect(await told(scene, { ...scene.config, server: "800000000000000999" })).toContain(
      "ill: The bot is not in the server of DISCORD_SERVER_ID. (10004) Invite it",
    );
    expect(await told(scene, { ...scene.config, apiUrl: "http://127.0.0.1:9/api" })).toContain(
      "ill: Discord could not be asked: ",
    );
  });
});
