import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  ActionRowBuilder,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  Client,
  DiscordAPIError,
  EmbedBuilder,
  Events,
  FileUploadBuilder,
  GatewayIntentBits,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  Partials,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from "discord.js";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { demandMessage } from "./discord/check/message.ts";
import {
  attachment,
  buttonsOf,
  type Discord,
  type DiscordOptions,
  entriesOf,
  routes,
  startDiscord,
  textOfMessage,
} from "./discord/index.ts";
import { Refusal } from "./discord/refusal.ts";

const toStop: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const stop of toStop.splice(0).reverse()) await stop();
});

/** An office with Li and Wang, a channel, and a Discord that can be set back in time. */
async function openOffice(options: DiscordOptions = {}) {
  const clock = { ms: Date.UTC(2026, 10, 2, 9) };
  const discord = await startDiscord({ now: () => clock.ms, ...options });
  toStop.push(() => discord.stop());
  const li = discord.addMember({ id: "100000000000000001", username: "li", displayName: "Li Na", locale: "zh-CN" });
  const wang = discord.addMember({ id: "100000000000000002", username: "wang" });
  const hall = discord.addChannel({ id: "200000000000000001", name: "hall" });
  const pass = (ms: number) => {
    clock.ms += ms;
    discord.tick();
  };
  return { discord, li, wang, hall, pass };
}

function clientFor(discord: Discord, intents: readonly GatewayIntentBits[] = []) {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages, ...intents],
    partials: [Partials.Channel],
    rest: { api: discord.api, offset: 0 },
    // else a second IDENTIFY waits for five seconds
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
  });
  toStop.push(() => client.destroy());
  return client;
}

const commands = [
  new SlashCommandBuilder()
    .setName("ask")
    .setDescription("Ask the office")
    .addStringOption((option) =>
      option.setName("question").setDescription("Your question").setRequired(true).setAutocomplete(true),
    ),
  new SlashCommandBuilder()
    .setName("roster")
    .setNameLocalization("zh-CN", "名册")
    .setDescription("The roster")
    .addSubcommand((sub) =>
      sub
        .setName("import")
        .setDescription("From a file")
        .addAttachmentOption((option) => option.setName("file").setDescription("A CSV").setRequired(true))
        .addIntegerOption((option) => option.setName("year").setDescription("Of which year").setMinValue(2020))
        .addStringOption((option) =>
          option
            .setName("mode")
            .setDescription("How")
            .addChoices({ name: "Add", value: "add" }, { name: "Replace", value: "replace" }),
        )
        .addUserOption((option) => option.setName("for").setDescription("For whom")),
    ),
];

type Handler = (interaction: ChatInputCommandInteraction) => Promise<unknown>;

/** A bot that is ready, has registered its commands and handles them so. */
async function attend(discord: Discord, handle: Handler = async () => {}, intents?: readonly GatewayIntentBits[]) {
  const client = clientFor(discord, intents);
  const problems: unknown[] = [];
  toStop.push(async () => expect(problems).toEqual([]));
  client.on(Events.Error, (error) => problems.push(error));
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand()) handle(interaction).catch((error: unknown) => problems.push(error));
  });
  const ready = new Promise<Client<true>>((settle) => {
    client.once(Events.ClientReady, settle);
  });
  await client.login(discord.token);
  const bot = await ready;
  await bot.application.commands.set(commands);
  return { bot };
}

/** What Discord said no with. */
async function refusal(asked: Promise<unknown>): Promise<DiscordAPIError> {
  const error: unknown = await asked.then(
    () => new Error("Discord has accepted it"),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DiscordAPIError)) throw error;
  return error;
}

const button = (customId: string, label: string) =>
  new ButtonBuilder().setCustomId(customId).setLabel(label).setStyle(ButtonStyle.Primary);

const rowOf = (...buttons: ButtonBuilder[]) => new ActionRowBuilder<ButtonBuilder>().addComponents(buttons);

describe("the connection", () => {
  test("a bot becomes ready, knows itself, its guild and its owner", async () => {
    const { discord } = await openOffice();
    const { bot } = await attend(discord);
    await bot.application.fetch();
    expect(bot.user.username).toBe("mishu");
    expect(bot.guilds.cache.map(({ name }) => name)).toEqual(["Office"]);
    expect(bot.application.owner?.id).toBe("100000000000000001");
    expect((await bot.guilds.cache.first()?.members.fetch("100000000000000002"))?.user.username).toBe("wang");
    expect(discord.unexpected).toEqual([]);
  });

  test("a drop is resumed, and what was missed is told then", async () => {
    const { discord, li } = await openOffice();
    await attend(discord, (interaction) => interaction.reply("Here again."));
    discord.dropSockets();
    const asked = li.command("ask", { question: "Anybody?" });
    expect((await asked.message()).content).toBe("Here again.");
    expect(discord.gatewayLog.resumes).toHaveLength(1);
    expect(discord.gatewayLog.identifies).toHaveLength(1);
  });

  test("a session that is gone is begun anew, and what was missed stays unanswered", async () => {
    const { discord, li, pass } = await openOffice();
    await attend(discord, (interaction) => interaction.reply("Here again."));
    discord.dropSockets({ resumable: false });
    const asked = li.command("ask", { question: "Anybody?" });
    await discord.until("a new session", () => discord.gatewayLog.identifies.length === 2 || undefined);
    pass(3001);
    expect(await asked.answered()).toBe("failed");
    await expect(asked.shown()).rejects.toThrow("The application did not respond");
    expect((await li.command("ask", { question: "Now?" }).message()).content).toBe("Here again.");
  });

  test("asked to reconnect, the bot resumes", async () => {
    const { discord } = await openOffice();
    const { bot } = await attend(discord);
    const resumed = new Promise((settle) => {
      bot.once(Events.ShardResume, settle);
    });
    discord.requestReconnect();
    await resumed;
    expect(discord.gatewayLog.resumes).toHaveLength(1);
  });

  test("told that its session is invalid, the bot identifies anew, or resumes where it may", async () => {
    const { discord } = await openOffice();
    const { bot } = await attend(discord);
    const resumed = new Promise((settle) => {
      bot.once(Events.ShardResume, settle);
    });
    discord.invalidateSession(true);
    await resumed;
    const ready = new Promise((settle) => {
      bot.once(Events.ShardReady, settle);
    });
    discord.invalidateSession();
    await ready;
    expect(discord.gatewayLog.identifies).toHaveLength(2);
  });

  test("heartbeats are acknowledged", async () => {
    const { discord } = await openOffice({ heartbeatInterval: 20 });
    await attend(discord);
    await discord.until("heartbeats", () => discord.gatewayLog.heartbeats >= 3 || undefined);
    expect(discord.gatewayLog.closes).toEqual([]);
  });

  test("a revoked token is refused by REST, and the gateway closes with 4004", async () => {
    const { discord } = await openOffice();
    const { bot } = await attend(discord);
    const closed = new Promise<number>((settle) => {
      bot.once(Events.ShardDisconnect, ({ code }) => settle(code));
    });
    discord.revokeToken();
    expect(await closed).toBe(4004);
    const { status, code } = await refusal(bot.users.createDM("100000000000000001"));
    expect({ status, code }).toEqual({ status: 401, code: 0 });
  });

  test("a wrong token does not log in", async () => {
    const { discord } = await openOffice();
    await expect(clientFor(discord).login("OTAw.other.token")).rejects.toThrow("An invalid token was provided.");
  });

  test("an intent that was not switched on is refused with 4014", async () => {
    const { discord } = await openOffice();
    const client = clientFor(discord, [GatewayIntentBits.MessageContent]);
    await expect(client.login(discord.token)).rejects.toThrow("Used disallowed intents");
    expect(await refusedOnceAsked()).toBe("Used disallowed intents");
  });

  async function refusedOnceAsked() {
    const { discord } = await openOffice({ privilegedIntents: ["content"] });
    discord.refuseIntents();
    return clientFor(discord, [GatewayIntentBits.MessageContent])
      .login(discord.token)
      .catch((error: Error) => error.message);
  }
});

describe("commands", () => {
  test("an answer that is deferred first is shown when it is there, to the asker alone", async () => {
    const { discord, li, wang, hall } = await openOffice();
    await attend(discord, async (interaction) => {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply(`You asked: ${interaction.options.getString("question")}`);
      await interaction.followUp({ content: "And this is for all.", components: [rowOf(button("ok", "OK"))] });
    });
    const asked = li.command("ask", { question: "几天?" });
    expect((await asked.message()).content).toBe("You asked: 几天?");
    expect((await asked.message(2)).content).toBe("And this is for all.");
    expect(discord.visible(li, hall).map(textOfMessage)).toEqual(["You asked: 几天?", "And this is for all."]);
    expect(discord.visible(wang, hall).map(textOfMessage)).toEqual(["And this is for all."]);
    expect(asked.state).toBe("answered");
    expect(discord.unexpected).toEqual([]);
  });

  test("the first follow-up to a deferral is what was deferred", async () => {
    const { discord, li, wang, hall } = await openOffice();
    await attend(discord, async (interaction) => {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.followUp("Public, or so one thinks.");
    });
    await li.command("ask", { question: "?" }).message();
    expect(discord.visible(wang, hall)).toEqual([]);
  });

  test("options arrive with their types, a file with its address", async () => {
    const { discord, li, wang } = await openOffice();
    await attend(discord, async (interaction) => {
      const { options } = interaction;
      const file = options.getAttachment("file", true);
      const text = await (await fetch(file.url)).text();
      const parts = [options.getSubcommand(), file.name, text, options.getInteger("year"), options.getString("mode")];
      await interaction.reply([...parts, options.getUser("for")?.username, interaction.locale].join(" | "));
    });
    const file = attachment({ name: "名册.csv", content: "name\nLi" });
    const done = li.command("名册 import", { file, year: 2026, mode: "Replace", for: wang });
    expect((await done.message()).content).toBe("import | 名册.csv | name\nLi | 2026 | replace | wang | zh-CN");
  });

  test("a client offers nothing that was not registered, and sends no wrong option", async () => {
    const { discord, li } = await openOffice();
    await attend(discord);
    const file = attachment({ name: "a.csv", content: "" });
    expect(() => li.command("leave")).toThrow("does not offer /leave");
    expect(() => li.command("roster")).toThrow("needs a subcommand");
    expect(() => li.command("ask", {})).toThrow("question is required");
    expect(() => li.command("ask", { question: "a", more: "b" })).toThrow("no option more");
    expect(() => li.command("roster import", { file: "a.csv" })).toThrow("takes a file");
    expect(() => li.command("roster import", { file, year: 2019 })).toThrow("below the least");
    expect(() => li.command("roster import", { file, year: 1.5 })).toThrow("takes a number");
    expect(() => li.command("roster import", { file, mode: "Sort" })).toThrow("not a choice");
    expect(discord.requests.filter(({ route }) => route.includes("callback"))).toEqual([]);
  });

  test("suggestions come while typing", async () => {
    const { discord, li } = await openOffice();
    const { bot } = await attend(discord);
    bot.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isAutocomplete())
        void interaction.respond([{ name: `${interaction.options.getFocused()} …`, value: "full" }]);
    });
    expect(await li.autocomplete("ask", { question: "局" }, "question")).toEqual([{ name: "局 …", value: "full" }]);
    await expect(li.autocomplete("roster import", {}, "year")).rejects.toThrow("suggests nothing");
  });

  test("an answer after three seconds meets an unknown interaction, a second one an acknowledged", async () => {
    const { discord, li, pass } = await openOffice();
    const late = Promise.withResolvers<DiscordAPIError>();
    const second = Promise.withResolvers<DiscordAPIError>();
    await attend(discord, async (interaction) => {
      if (interaction.options.getString("question") === "slow") {
        pass(3001);
        return late.resolve(await refusal(interaction.reply("one")));
      }
      await interaction.reply("one");
      interaction.replied = false;
      second.resolve(await refusal(interaction.reply("two")));
    });
    expect(await li.command("ask", { question: "slow" }).answered()).toBe("failed");
    expect(await late.promise).toMatchObject({ code: 10062, status: 404 });
    expect((await li.command("ask", { question: "quick" }).message()).content).toBe("one");
    expect(await second.promise).toMatchObject({ code: 40060, status: 400 });
  });

  test("the token of an interaction lives for a quarter of an hour", async () => {
    const { discord, li, pass } = await openOffice();
    const given = Promise.withResolvers<ChatInputCommandInteraction>();
    await attend(discord, async (interaction) => {
      await interaction.deferReply();
      given.resolve(interaction);
    });
    const asked = li.command("ask", { question: "?" });
    const interaction = await given.promise;
    expect(asked.state).toBe("deferred");
    pass(15 * 60_000 + 1);
    expect(asked.state).toBe("failed");
    expect((await refusal(interaction.editReply("late"))).code).toBe(50027);
  });

  test("nothing follows before the first answer, and what was deleted is not found", async () => {
    const { discord, li } = await openOffice();
    const given = Promise.withResolvers<ChatInputCommandInteraction>();
    await attend(discord, async (interaction) => given.resolve(interaction));
    li.command("ask", { question: "?" });
    const interaction = await given.promise;
    expect((await refusal(interaction.webhook.send("early"))).code).toBe(10015);
    await interaction.reply({ content: "there", flags: MessageFlags.Ephemeral });
    await interaction.deleteReply();
    expect((await refusal(interaction.editReply("gone"))).code).toBe(10008);
  });

  test("a delivery can be repeated", async () => {
    const { discord, li } = await openOffice();
    const seen: string[] = [];
    const twice = Promise.withResolvers<void>();
    await attend(discord, async ({ id }) => {
      seen.push(id);
      if (seen.length === 2) twice.resolve();
    });
    const asked = li.command("ask", { question: "?" });
    discord.replay(asked);
    await twice.promise;
    expect(seen).toEqual([asked.id, asked.id]);
  });

  test("registered commands keep their ids; what Discord would not take is refused with the place of the fault", async () => {
    const { discord } = await openOffice();
    const { bot } = await attend(discord);
    const first = discord.commands.map(({ id }) => id);
    await bot.application.commands.set(commands);
    expect(discord.commands.map(({ id }) => id)).toEqual(first);
    expect((await bot.application.commands.fetch({ withLocalizations: true })).map(({ name }) => name)).toEqual([
      "ask",
      "roster",
    ]);
    const put = (body: unknown) => bot.rest.put(`/applications/${bot.application.id}/commands`, { body });
    const option = (name: string, more = {}) => ({ type: 3, name, description: "x", ...more });
    const one = (more: object) => [{ name: "a", description: "b", ...more }];
    const faults: readonly (readonly [unknown, string])[] = [
      [one({ name: "Ask" }), "APPLICATION_COMMAND_INVALID_NAME"],
      [one({ name: "a b" }), "STRING_TYPE_REGEX"],
      [one({ description: "" }), "BASE_TYPE_REQUIRED"],
      [one({ description: "b".repeat(101) }), "BASE_TYPE_MAX_LENGTH"],
      [one({ name_localizations: { zh: "问" } }), "BASE_TYPE_CHOICES"],
      [one({ colour: 1 }), "UNKNOWN_FIELD"],
      [one({ options: [option("x"), option("x")] }), "NAME_ALREADY_EXISTS"],
      [one({ options: [option("x"), option("y", { required: true })] }), "REQUIRED_INVALID"],
      [one({ options: [option("x"), { type: 1, name: "y", description: "z" }] }), "TYPE_INVALID"],
      [one({ options: [option("x", { autocomplete: true, choices: [{ name: "a", value: "b" }] })] }), "AUTOCOMPLETE"],
      [one({ options: [option("x", { choices: [{ name: "a", value: 1 }] })] }), "BASE_TYPE_BAD_TYPE"],
      [one({ options: Array.from({ length: 26 }, (_, at) => option(`o${at}`)) }), "BASE_TYPE_MAX_LENGTH"],
      [[...one({}), ...one({})], "DUPLICATE_NAME"],
      [Array.from({ length: 101 }, (_, at) => ({ name: `c${at}`, description: "d" })), "BASE_TYPE_MAX_LENGTH"],
      [one({ options: largeOptions(option) }), "TOO_LARGE"],
    ];
    for (const [body, fault] of faults) {
      const { code, rawError } = await refusal(put(body));
      expect(code).toBe(50035);
      expect(JSON.stringify(rawError)).toContain(fault);
    }
  });

  const largeOptions = (option: (name: string, more: object) => object) =>
    Array.from({ length: 4 }, (_, at) =>
      option(`o${at}`, {
        choices: Array.from({ length: 25 }, (_, of) => ({ name: `${of}`.padEnd(90), value: `${of}` })),
      }),
    );
});

describe("messages", () => {
  test("a button changes its message, for everybody who sees it and for nobody else", async () => {
    const { discord, li, wang, hall } = await openOffice();
    const { bot } = await attend(discord, (interaction) =>
      interaction.reply({
        content: "Approve?",
        components: [rowOf(button("yes", "Approve"), button("no", "Reject").setDisabled(true))],
        flags: interaction.options.getString("question") === "secret" ? MessageFlags.Ephemeral : [],
      }),
    );
    bot.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isButton())
        void interaction.update({ content: `By ${interaction.user.username}`, components: [] });
    });
    const open = await li.command("ask", { question: "open" }).message();
    expect(buttonsOf(open).map(({ label }) => label)).toEqual(["Approve", "Reject"]);
    expect(() => wang.press(open, "Reject")).toThrow("disabled");
    expect(() => wang.press(open, "Later")).toThrow("no button");
    expect((await wang.press(open, "Approve").message()).content).toBe("By wang");
    expect(() => wang.press(open, "Approve")).toThrow("no button");
    const secret = await li.command("ask", { question: "secret" }).message();
    expect(() => wang.press(secret, "Approve")).toThrow("does not see");
    expect((await li.press(secret, "yes").message()).content).toBe("By li");
    expect(discord.visible(li, hall).map(({ content }) => content)).toEqual(["By wang", "By li"]);
  });

  test("a choice in a select is told with its values", async () => {
    const { discord, li } = await openOffice();
    const select = new StringSelectMenuBuilder()
      .setCustomId("rule")
      .setPlaceholder("Which?")
      .addOptions({ label: "First", value: "1" }, { label: "Second", value: "2" });
    const { bot } = await attend(discord, (interaction) =>
      interaction.reply({
        content: "Rules",
        components: [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select)],
      }),
    );
    bot.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isStringSelectMenu())
        void interaction.reply({ content: interaction.values.join(), flags: MessageFlags.Ephemeral });
    });
    const message = await li.command("ask", { question: "?" }).message();
    expect((await li.choose(message, "Which?", ["Second"]).message()).content).toBe("2");
    expect(() => li.choose(message, "rule", ["Third"])).toThrow("has no Third");
    expect(() => li.choose(message, "rule", ["1", "2"])).toThrow("1 to 1");
  });

  test("a modal is filled in and sent, with the checks of the client", async () => {
    const { discord, li } = await openOffice();
    const label = (name: string) => new LabelBuilder().setLabel(name);
    const modal = new ModalBuilder()
      .setCustomId("leave")
      .setTitle("Leave")
      .addLabelComponents(
        label("Reason").setTextInputComponent(
          new TextInputBuilder().setCustomId("reason").setStyle(TextInputStyle.Short).setMaxLength(10),
        ),
        label("Kind").setStringSelectMenuComponent(
          new StringSelectMenuBuilder()
            .setCustomId("kind")
            .addOptions({ label: "Annual", value: "annual", default: true }, { label: "Sick", value: "sick" }),
        ),
        label("Proof").setFileUploadComponent(new FileUploadBuilder().setCustomId("proof").setRequired(false)),
      );
    const { bot } = await attend(discord, (interaction) => interaction.showModal(modal));
    bot.on(Events.InteractionCreate, (interaction) => {
      if (!interaction.isModalSubmit()) return;
      const { fields } = interaction;
      const proof = fields.getUploadedFiles("proof")?.map(({ name }) => name) ?? [];
      void interaction.reply(
        [fields.getTextInputValue("reason"), ...fields.getStringSelectValues("kind"), ...proof].join(" | "),
      );
    });
    const opened = li.command("ask", { question: "leave" });
    const entries = entriesOf(await opened.modal());
    expect(entries.map(({ label, kind, required }) => [label, kind, required])).toEqual([
      ["Reason", "text", true],
      ["Kind", "select", true],
      ["Proof", "file", false],
    ]);
    expect(() => li.submit(opened, {})).toThrow("This field is required");
    expect(() => li.submit(opened, { Reason: "much too long a reason" })).toThrow("at most 10");
    expect(() => li.submit(opened, { Reason: "a", Other: "b" })).toThrow("no field Other");
    const sent = li.submit(opened, { Reason: "wedding", proof: [attachment({ name: "a.txt", content: "b" })] });
    expect((await sent.message()).content).toBe("wedding | annual | a.txt");
    expect(() => li.submit(opened, { Reason: "wedding" })).toThrow("submitted already");
  });

  test("a modal that is too long, or that answers a modal, is refused", async () => {
    const { discord, li } = await openOffice();
    const { bot } = await attend(discord, async (interaction) => {
      const custom_id = "m";
      const input = { type: 4, custom_id: "i", style: 1, label: "l" };
      const components = [{ type: 1, components: [input] }];
      const bodies = [
        { custom_id, title: "t".repeat(46), components },
        { custom_id, title: "t", components: [] },
        {
          custom_id,
          title: "t",
          components: [{ type: 18, label: "l".repeat(46), component: { ...input, label: null } }],
        },
        { custom_id, title: "t", components: [{ type: 18, label: "l", component: input }] },
        { custom_id, title: "t", components: [...components, ...components] },
        { custom_id, title: "t", components: [{ type: 1, components: [{ ...input, value: "v".repeat(4001) }] }] },
      ];
      for (const data of bodies) expect((await refusal(callback(interaction, { type: 9, data }))).code).toBe(50035);
      await callback(interaction, { type: 9, data: { custom_id, title: "t", components } });
    });
    const submitted = new Promise<number | string>((settle) => {
      bot.on(Events.InteractionCreate, (interaction) => {
        if (!interaction.isModalSubmit()) return;
        const components = [{ type: 10, content: "again" }];
        const data = { custom_id: "n", title: "t", components };
        void refusal(callback(interaction, { type: 9, data })).then(({ code }) => settle(code));
      });
    });
    const opened = li.command("ask", { question: "?" });
    await opened.modal();
    li.submit(opened, { l: "value" });
    expect(await submitted).toBe(50035);
  });

  const callback = ({ id, token, client }: { id: string; token: string; client: Client }, body: unknown) =>
    client.rest.post(`/interactions/${id}/${token}/callback`, { body, auth: false });

  test("what is said to the bot is heard; what is said beside it in the guild is not", async () => {
    const { discord, li, wang, hall } = await openOffice();
    const { bot } = await attend(discord);
    const heard: string[] = [];
    bot.on(Events.MessageCreate, (message) => {
      if (message.author.bot) return;
      heard.push(`${message.author.username}: ${message.content}`);
      if (message.content !== "") void message.reply(`Good day, ${message.author.displayName}`);
    });
    wang.say(hall, "Nobody's business");
    li.say(hall, "hello", { mentions: ["bot"] });
    const greeting = await discord.nextMessage(hall);
    expect(greeting).toMatchObject({ content: "Good day, Li Na", mentions: [li.id] });
    li.say(li.direct, "hello");
    await discord.nextMessage(li);
    expect(heard).toEqual(["wang: ", `li: <@${discord.application.id}> hello`, "li: hello"]);
    expect(discord.visible(wang, hall)).toHaveLength(3);
    expect(() => wang.sees(li.direct)).toThrow("sees no channel");
  });

  test("a direct message arrives, unless its reader has closed the door", async () => {
    const { discord, li, wang } = await openOffice();
    const { bot } = await attend(discord);
    await bot.users.send(li.id, "A reminder");
    expect((await discord.nextMessage(li, /remind/)).content).toBe("A reminder");
    wang.dmsClosed = true;
    expect((await refusal(bot.users.send(wang.id, "A reminder"))).code).toBe(50007);
    expect((await refusal(bot.users.send("100000000000000009", "Who?"))).code).toBe(50033);
  });

  test("files of the bot can be fetched, and shown in an embed", async () => {
    const { discord, li } = await openOffice();
    const { bot } = await attend(discord);
    const file = new AttachmentBuilder(Buffer.from("BEGIN:VCALENDAR"), {
      name: "leave.ics",
      description: "Your leave",
    });
    await bot.users.send(li.id, {
      files: [file],
      embeds: [new EmbedBuilder().setTitle("Leave").setThumbnail("attachment://leave.ics")],
    });
    const message = await discord.nextMessage(li);
    const [sent] = message.attachments;
    const answer = await fetch(sent?.url ?? "");
    expect(await answer.text()).toBe("BEGIN:VCALENDAR");
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(sent?.description).toBe("Your leave");
    expect(message.embeds[0]?.thumbnail).toEqual({ url: sent?.url });
    const large = new AttachmentBuilder(Buffer.alloc(10 * 1024 * 1024 + 1), { name: "large.bin" });
    expect((await refusal(bot.users.send(li.id, { files: [large] }))).code).toBe(40005);
  });

  test("the same nonce posts once, for some minutes", async () => {
    const { discord, li, pass } = await openOffice();
    const { bot } = await attend(discord);
    const { id } = await bot.users.createDM(li.id);
    const send = (enforce_nonce: boolean) =>
      bot.rest.post(`/channels/${id}/messages`, { body: { content: "once", nonce: "task-7", enforce_nonce } });
    const first = await send(true);
    expect(await send(true)).toMatchObject({ id: (first as { id: string }).id, nonce: "task-7" });
    expect([discord.deduplicated, discord.directMessages(li).length]).toEqual([1, 1]);
    await send(false);
    pass(6 * 60_000);
    await send(true);
    expect([discord.deduplicated, discord.directMessages(li).length]).toEqual([1, 3]);
  });

  test("messages can be edited, answered, reacted to, listed and deleted, the bot's own ones", async () => {
    const { discord, li, hall } = await openOffice();
    const { bot } = await attend(discord);
    const channel = await bot.channels.fetch(hall.id);
    if (!channel?.isSendable()) throw new Error("not a channel of messages");
    const theirs = li.say(hall, "Thanks");
    const own = await channel.send("First");
    await own.edit({ embeds: [new EmbedBuilder().setDescription("Second")] });
    expect(textOfMessage(await discord.nextMessage(hall))).toBe("First\nSecond");
    const foreign = await channel.messages.fetch(theirs.id);
    await foreign.react("👍");
    expect(discord.message(theirs.id)?.reactions).toEqual([{ emoji: "👍", by: [discord.application.id] }]);
    expect((await refusal(foreign.react("thumbs"))).code).toBe(10014);
    expect((await refusal(foreign.edit("Mine"))).code).toBe(50005);
    expect((await refusal(foreign.delete())).code).toBe(50013);
    expect([...(await channel.messages.fetch({ limit: 10 })).keys()]).toEqual([own.id, theirs.id]);
    await own.delete();
    expect(discord.message(own.id)).toBeUndefined();
    expect((await refusal(own.reply("To what?"))).code).toBe(50035);
    await channel.sendTyping();
    discord.setAccess(hall, "reads");
    expect((await refusal(channel.send("Hello"))).code).toBe(50013);
    discord.setAccess(hall, "absent");
    expect((await refusal(channel.send("Hello"))).code).toBe(50001);
  });

  test("a message that is edited stays where it is; what is not named stays, what is unknown is refused", async () => {
    const { discord, li } = await openOffice();
    const { bot } = await attend(discord);
    const sent = await bot.users.send(li.id, {
      content: "Leave?",
      components: [rowOf(button("approve", "Approve"))],
      files: [{ name: "leave.csv", attachment: Buffer.from("a,b") }],
    });
    await bot.users.send(li.id, "Something else");
    const [first] = discord.directMessages(li);
    const path = `/channels/${li.direct.id}/messages/${sent.id}` as const;
    const refused = await refusal(bot.rest.patch(path, { body: { message_reference: { message_id: sent.id } } }));
    expect(refused.code).toBe(50035);
    await bot.rest.patch(path, { body: { content: "Approved" } });
    expect(discord.directMessages(li)[0]).toMatchObject({ id: first?.id, content: "Approved", sent: first?.sent });
    const seen = () => discord.directMessages(li).map((each) => [textOfMessage(each), buttonsOf(each).length]);
    expect(seen()[0]).toEqual(["Approved", 1]);
    await bot.rest.patch(path, { body: { components: [] } });
    expect(seen()).toEqual([
      ["Approved", 0],
      ["Something else", 0],
    ]);
    expect(discord.directMessages(li)[0]?.attachments.map(({ name }) => name)).toEqual(["leave.csv"]);
    await bot.rest.delete(path);
    expect((await refusal(bot.rest.patch(path, { body: { content: "Late" } }))).code).toBe(10008);
  });

  test("components of the second version are shown, and bear no content beside them", async () => {
    const { discord, li } = await openOffice();
    const { bot } = await attend(discord);
    await bot.users.send(li.id, {
      flags: MessageFlags.IsComponentsV2,
      components: [new TextDisplayBuilder().setContent("# Rules"), rowOf(button("more", "More"))],
    });
    const message = await discord.nextMessage(li);
    expect([textOfMessage(message), buttonsOf(message)[0]?.customId]).toEqual(["# Rules", "more"]);
    const { id } = li.direct;
    const body = { flags: 32768, content: "x", components: [{ type: 10, content: "y" }] };
    expect((await refusal(bot.rest.post(`/channels/${id}/messages`, { body }))).code).toBe(50035);
  });
});

describe("what Discord does not take", () => {
  const buttons = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ type: 2, style: 1, label: "b", custom_id: `b${at}` }));
  const embedOf = (size: number) => ({ title: "t", description: "d".repeat(size - 1) });
  const select = (count: number) => ({
    type: 3,
    custom_id: "s",
    options: Array.from({ length: count }, (_, at) => ({ label: "l", value: `${at}` })),
  });
  const rows = (...inside: readonly unknown[]) => ({
    components: inside.map((each) => ({ type: 1, components: each })),
  });

  test.each([
    ["a long text", { content: "c".repeat(2001) }, "content"],
    ["a field that it does not know", { content: "c", colour: 3 }, "colour"],
    ["a field of the wrong type", { content: 3 }, "content"],
    ["eleven embeds", { embeds: Array.from({ length: 11 }, () => embedOf(5)) }, "embeds"],
    ["embeds that are too long together", { embeds: [embedOf(3001), embedOf(3000)] }, "MAX_EMBED_SIZE_EXCEEDED"],
    ["a long title", { embeds: [{ title: "t".repeat(257) }] }, "title"],
    ["an empty embed", { embeds: [{ color: 3 }] }, "embeds"],
    ["a field of an embed without a value", { embeds: [{ fields: [{ name: "n", value: "" }] }] }, "value"],
    ["six rows", { content: "c", ...rows(...buttons(6).map((each) => [each])) }, "components"],
    ["six buttons in a row", { content: "c", ...rows(buttons(6)) }, "components"],
    ["two buttons of one id", { content: "c", ...rows(buttons(1), buttons(1)) }, "CUSTOM_ID_DUPLICATED"],
    ["a select beside a button", { content: "c", ...rows([select(1), ...buttons(1)]) }, "LAYOUT_WIDTH_EXCEEDED"],
    ["a select of 26", { content: "c", ...rows([select(26)]) }, "options"],
    [
      "a link with an id",
      { content: "c", ...rows([{ ...buttons(1)[0], style: 5, url: "https://a.cn" }]) },
      "custom_id",
    ],
    ["a button without an id", { content: "c", ...rows([{ type: 2, style: 1, label: "l" }]) }, "custom_id"],
    ["a long label", { content: "c", ...rows([{ ...buttons(1)[0], label: "l".repeat(81) }]) }, "label"],
    ["second-version components without the flag", { components: [{ type: 10, content: "c" }] }, "type"],
    ["an ephemeral message out of nothing", { content: "c", flags: 64 }, "MESSAGE_FLAGS_INVALID"],
    ["a long nonce", { content: "c", nonce: "n".repeat(26) }, "nonce"],
    ["a file that is not there", { content: "c", attachments: [{ id: "0" }] }, "ATTACHMENT_NOT_FOUND"],
    ["mentions both all and some", { content: "c", allowed_mentions: { parse: ["users"], users: ["1"] } }, "EXCLUSIVE"],
  ])("%s", async (_, body, place) => {
    const { discord, li } = await openOffice();
    const { bot } = await attend(discord);
    const { code, rawError } = await refusal(bot.rest.post(`/channels/${li.direct.id}/messages`, { body }));
    expect(code).toBe(50035);
    expect(JSON.stringify(rawError)).toContain(place);
    expect(discord.directMessages(li)).toEqual([]);
  });

  test("an empty message has a code of its own", async () => {
    const { discord, li } = await openOffice();
    const { bot } = await attend(discord);
    const sent = bot.rest.post(`/channels/${li.direct.id}/messages`, { body: { content: " " } });
    expect((await refusal(sent)).code).toBe(50006);
  });

  test("an unknown route, invalid JSON, a wrong content type, no token and a nameless client", async () => {
    const { discord, li } = await openOffice();
    const path = `/channels/${li.direct.id}/messages`;
    const usual = {
      authorization: `Bot ${discord.token}`,
      "content-type": "application/json",
      "user-agent": "DiscordBot (https://example.org, 1)",
    };
    const post = async (to: string, headers: object, body: string) => {
      const sent = { method: "POST", headers: { ...usual, ...headers }, body };
      const answer = await fetch(`${discord.api}/v10${to}`, sent);
      return [answer.status, ((await answer.json()) as { code: number }).code];
    };
    expect(await post(path, {}, "{")).toEqual([400, 50109]);
    expect(await post(path, { "content-type": "text/plain" }, "{}")).toEqual([400, 50035]);
    expect(await post(path, { authorization: discord.token }, "{}")).toEqual([401, 0]);
    expect(await post(path, { "user-agent": "curl" }, "{}")).toEqual([403, 40333]);
    expect(await post(`${path}?wait=true`, {}, '{"content":"c"}')).toEqual([400, 50035]);
    expect(discord.unexpected).toEqual([]);
    expect(await post("/guilds/1/bans", {}, "{}")).toEqual([404, 0]);
    expect(discord.unexpected).toEqual(["POST /guilds/1/bans"]);
  });

  test("no body whatever brings the fake down: it is taken or refused", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("content", "embeds", "components", "flags", "x"), fc.jsonValue()),
        (body) => {
          try {
            demandMessage("channel", body);
          } catch (error) {
            expect(error).toBeInstanceOf(Refusal);
          }
        },
      ),
    );
  });
});

describe("faults", () => {
  test("429 is waited out, and nothing is posted twice", async () => {
    const { discord, li } = await openOffice();
    const { bot } = await attend(discord);
    discord.limit("POST /channels/{channel_id}/messages", { retryAfter: 0.02, times: 2 });
    await bot.users.send(li.id, "patience");
    const posts = discord.requests.filter(({ route }) => route === "/channels/{channel_id}/messages");
    expect(posts.map(({ status }) => status)).toEqual([429, 429, 200]);
    expect(discord.directMessages(li)).toHaveLength(1);
  });

  test("the real limit of a channel is five messages in five seconds", async () => {
    const { discord, li, pass } = await openOffice({ channelBucket: true });
    const { bot } = await attend(discord);
    bot.rest.options.rejectOnRateLimit = () => true;
    const send = () => bot.rest.post(`/channels/${li.direct.id}/messages`, { body: { content: "." } });
    for (let sent = 0; sent < 5; sent += 1) await send();
    await expect(send()).rejects.toMatchObject({ retryAfter: 5000 });
    pass(5000);
    expect(discord.directMessages(li)).toHaveLength(5);
  });

  test("an error can be asked for, before the work is done or after it, or a cut", async () => {
    const { discord, li } = await openOffice();
    const { bot } = await attend(discord);
    bot.rest.options.retries = 0;
    const route = "POST /channels/{channel_id}/messages";
    const send = () => bot.rest.post(`/channels/${li.direct.id}/messages`, { body: { content: "." } });
    discord.fail(route, { status: 403, code: 50007, message: "Cannot send messages to this user", times: 1 });
    expect((await refusal(send())).code).toBe(50007);
    discord.fail(route, { status: 500, times: 1 });
    await expect(send()).rejects.toMatchObject({ status: 500 });
    discord.fail(/messages$/, { status: 0, times: 1 });
    await expect(send()).rejects.toThrow();
    expect(discord.directMessages(li)).toHaveLength(0);
    discord.fail(route, { status: 502, times: 1, done: true });
    await expect(send()).rejects.toMatchObject({ status: 502 });
    expect(discord.directMessages(li)).toHaveLength(1);
    expect(() => discord.fail("POST /no/such", { status: 500 })).toThrow("no route");
  });

  test("an answer can be held back", async () => {
    const { discord, li } = await openOffice();
    const { bot } = await attend(discord);
    const release = discord.hold("POST /users/@me/channels");
    let answered = false;
    const opened = bot.users.createDM(li.id).then(() => {
      answered = true;
    });
    await discord.until("the request", () => discord.requests.find(({ route }) => route === "/users/@me/channels"));
    expect(answered).toBe(false);
    release();
    await opened;
  });

  test("nobody waits for ever on a Discord that was stopped", async () => {
    const { discord, li } = await openOffice();
    const waiting = discord.nextMessage(li);
    await discord.stop();
    await expect(waiting).rejects.toThrow("Discord was stopped");
    await expect(discord.nextMessage(li)).rejects.toThrow("Discord was stopped");
  });
});

describe("the fake itself", () => {
  const folder = join(import.meta.dirname, "discord");
  const faked = routes.map(({ method, path }) => `${method} ${path}`);

  test("is described in coverage.md, route for route", () => {
    const rows = readFileSync(join(folder, "coverage.md"), "utf8").matchAll(/^\| (\w+) \| `([^`]+)` \|/gm);
    expect([...rows].map(([, method, path]) => `${method} ${path}`)).toEqual(faked);
  });

  test("owes nothing to the program or to its Discord library", () => {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
    const imported = files.flatMap((name) =>
      [...readFileSync(join(folder, name), "utf8").matchAll(/from "([^"]+)"/g)].map((match) => ({
        name,
        from: match[1] ?? "",
      })),
    );
    const foreign = imported.filter(({ name, from }) =>
      from.startsWith(".") ? !resolve(folder, name, "..", from).startsWith(folder) : !/^(node:|ws$)/.test(from),
    );
    expect(foreign).toEqual([]);
  });

  const description = resolve(import.meta.dirname, "../../../shared/specs/discord-openapi.json");

  test.skipIf(!existsSync(description))(`has only routes of Discord's own description (${description})`, () => {
    const { paths } = JSON.parse(readFileSync(description, "utf8")) as {
      paths: Record<string, Record<string, unknown>>;
    };
    const known = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(faked.filter((route) => !known.includes(route))).toEqual([]);
  });
});
