import { randomUUID } from "node:crypto";
import {
  type APIInteractionResponse,
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  GuildMember,
  type Interaction,
  InteractionResponseType,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  Routes,
  type StringSelectMenuInteraction,
} from "discord.js";
import type { CommandLine } from "../../command-line.ts";
import type { Account } from "../../office/people.ts";
import { paragraph, point, type Reply, reply } from "../../reply.ts";
import type { Delivery } from "../../request.ts";
import type { Language } from "../../text.ts";
import { wordingFor } from "../../wording/wording.ts";
import { staleButton } from "../platform.ts";
import { unpackNumbered } from "./components.ts";
import { drawForm, filledIn } from "./form.ts";
import { accountOf, keyOf, platformName, type Reception, visitorOf } from "./incoming.ts";
import { cut, limits } from "./limits.ts";
import { languageOfLocale } from "./locale.ts";
import { commandLineOf } from "./options.ts";
import type { ReturnTo } from "./return-to.ts";
import { drawReply } from "./sending.ts";
import { hasCode } from "./trouble.ts";

type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | StringSelectMenuInteraction
  | ModalSubmitInteraction;

/** An interaction of somebody of the office. */
interface Meeting<Kind extends Interaction> {
  readonly interaction: Kind;
  readonly from: Account;
  readonly locale: Language;
}

/** Takes a command, a button, a menu, a form, or what is being typed. Never throws. */
export async function takeInteraction(interaction: Interaction, reception: Reception): Promise<void> {
  try {
    if (interaction.isAutocomplete()) await suggest(interaction, reception);
    else if (isAnswerable(interaction)) await take(interaction, reception);
  } catch (error) {
    const reference = randomUUID().slice(0, 8);
    reception.log.error("interaction not taken", { reference, error });
    if (!isAnswerable(interaction)) return;
    // better a number to ask after than Discord's "the application did not respond"
    const language = languageOfLocale(interaction.locale);
    const told = wordingFor(language).errors.unexpected(reference);
    await say(interaction, problem(language, told), reception).catch(() => {});
  }
}

function isAnswerable(interaction: Interaction): interaction is Answerable {
  return (
    interaction.isChatInputCommand() ||
    interaction.isMessageContextMenuCommand() ||
    interaction.isButton() ||
    interaction.isStringSelectMenu() ||
    interaction.isModalSubmit()
  );
}

async function take(interaction: Answerable, reception: Reception): Promise<void> {
  const locale = languageOfLocale(interaction.locale);
  const from = await memberOf(interaction, reception);
  if (typeof from === "string") return say(interaction, problem(locale, wordingFor(locale).discord[from]), reception);
  const meeting = { interaction, from, locale };
  if (interaction.isModalSubmit()) return takeForm({ ...meeting, interaction }, reception);
  if (interaction.isMessageContextMenuCommand()) return openFromMessage({ ...meeting, interaction }, reception);
  const asked = interaction.isChatInputCommand()
    ? commandLineOf(interaction, reception.server)
    : await unpackNumbered(
        interaction.isButton() ? interaction.customId : (interaction.values[0] ?? ""),
        reception.desk,
      );
  if (!asked) return say(interaction, staleButton(await languageFor(meeting, reception)), reception);
  const wanted = "form" in asked && asked.form === true;
  // most need no form: these are kept at once
  if (!reception.desk.form(asked, locale, wanted)) return receive(meeting, asked, reception);
  await openForm({ ...meeting, interaction }, { ...asked, form: wanted }, reception);
}

/** The form of what is asked, or why they may not. */
async function openForm(
  meeting: Meeting<Exclude<Answerable, ModalSubmitInteraction>>,
  { form: wanted, ...asked }: CommandLine & { readonly form: boolean },
  reception: Reception,
): Promise<void> {
  const { interaction } = meeting;
  const opened = await reception.desk.formOf(asked, await visitorOf(meeting, reception.members), wanted);
  if ("refused" in opened) return say(interaction, opened.refused, reception);
  if (!opened.form) return;
  const data = await drawForm(opened.form, reception);
  await respond(interaction, { type: InteractionResponseType.Modal, data }, reception);
}

/** What the menu of a message starts: its form opens with what can be told from the message. */
async function openFromMessage(
  meeting: Meeting<MessageContextMenuCommandInteraction>,
  reception: Reception,
): Promise<void> {
  const { commandName, targetMessage: said } = meeting.interaction;
  const { desk } = reception;
  const command = desk.commands.find(({ fromMessage }) => fromMessage?.name.en === commandName);
  const message = {
    text: said.content,
    author: said.author.displayName,
    at: said.createdAt,
    link: said.url,
  };
  const asked = command && (await desk.fromMessage(command.path, message));
  if (!asked) return say(meeting.interaction, staleButton(await languageFor(meeting, reception)), reception);
  await openForm(meeting, { ...asked, form: true }, reception);
}

/** The language in which to speak to somebody whose request does not come to the desk. */
const languageFor = ({ from, locale }: Meeting<Answerable>, { desk }: Reception): Promise<Language> =>
  desk.languageOf({ platform: platformName, from }, locale);

/** Who asks, when they belong to the served server; else why they are not answered. */
async function memberOf(
  { guildId, user, member }: Interaction,
  { server, members }: Reception,
): Promise<Account | "otherServer" | "notMember"> {
  if (guildId !== null && guildId !== server) return "otherServer";
  if (guildId === server) {
    const name = (member instanceof GuildMember ? member.displayName : member?.nick) ?? user.displayName;
    members.saw(user.id, name);
    return accountOf(server, user.id, name);
  }
  const name = await members.nameOf(user.id);
  return name === undefined ? "notMember" : accountOf(server, user.id, name);
}

/** What was filled in: what cannot be used is said at once, with a way back to the form; nothing typed is lost. */
async function takeForm(meeting: Meeting<ModalSubmitInteraction>, reception: Reception): Promise<void> {
  const { interaction } = meeting;
  const { desk, server } = reception;
  const language = await languageFor(meeting, reception);
  const form = await unpackNumbered(interaction.customId, desk);
  if (!form) return say(interaction, staleButton(language), reception);
  const { command } = form;
  const asked = { command, options: { ...form.options, ...filledIn(interaction, server) } };
  const faults = Object.entries(desk.faults(asked, language));
  if (faults.length === 0) return receive(meeting, asked, reception);
  const wording = wordingFor(language);
  const fields = desk.form(asked, language, true)?.fields ?? [];
  const label = (name: string) => fields.find((each) => each.name === name)?.label ?? name;
  const told = reply({
    tone: "problem",
    language,
    blocks: [
      point(wording.discord.faults),
      { kind: "list", items: faults.map(([name, fault]) => wording.labelled(label(name), fault)) },
    ],
    buttons: [{ label: wording.form.correct, ...asked, form: true }],
  });
  await say(interaction, told, reception);
}

async function receive(
  { interaction, from, locale }: Meeting<Answerable>,
  { command, options }: CommandLine,
  reception: Reception,
): Promise<void> {
  const { id, applicationId, token, channelId, guildId } = interaction;
  const returnTo: ReturnTo = {
    kind: "interaction",
    id,
    application: applicationId,
    token,
    ...(guildId !== null && channelId !== null ? { channel: channelId } : {}),
  };
  const delivery: Delivery = {
    key: keyOf(id),
    platform: platformName,
    from,
    locale,
    asked: { command, options },
    returnTo,
  };
  await reception.desk.receive(delivery, async () => {
    try {
      await respond(
        interaction,
        { type: InteractionResponseType.DeferredChannelMessageWithSource, data: { flags: MessageFlags.Ephemeral } },
        reception,
      );
    } catch (error) {
      // it came twice: the first time it was acknowledged
      if (!hasCode(error, 40060)) throw error;
    }
  });
}

/** What may be typed next. Discord waits three seconds; when something goes wrong there is nothing to choose from. */
async function suggest(interaction: AutocompleteInteraction, reception: Reception): Promise<void> {
  const choices = await choicesFor(interaction, reception).catch((error: unknown) => {
    reception.log.warn("no suggestions", { platform: platformName, error });
    return [];
  });
  const data = { choices };
  await respond(interaction, { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data }, reception);
}

async function choicesFor(interaction: AutocompleteInteraction, reception: Reception) {
  const from = await memberOf(interaction, reception);
  if (typeof from === "string") return [];
  const { command, typed, option } = {
    ...commandLineOf(interaction, reception.server),
    typed: interaction.options.getFocused(),
    option: interaction.options.getFocused(true).name,
  };
  const visitor = await visitorOf({ from, locale: languageOfLocale(interaction.locale) }, reception.members);
  const choices = await reception.desk.suggest(command, option, typed, visitor);
  return choices
    .filter(({ value }) => value.length > 0 && value.length <= limits.choiceValue)
    .slice(0, limits.choices)
    .map(({ label, value }) => ({ name: cut(label.trim() || value, limits.choiceName), value }));
}

const problem = (language: Language, text: string): Reply =>
  reply({ tone: "problem", language, blocks: [paragraph(text)] });

/** Answers at once and privately, without keeping anything. */
async function say(interaction: Answerable, said: Reply, reception: Reception): Promise<void> {
  const [{ body }] = await drawReply(said, reception.desk);
  const data = { ...body, flags: MessageFlags.Ephemeral };
  const type = InteractionResponseType.ChannelMessageWithSource;
  await respond(interaction, { type, data } as unknown as APIInteractionResponse, reception);
}

async function respond({ id, token }: Interaction, body: APIInteractionResponse, { wire }: Reception): Promise<void> {
  await wire.answer((rest) => rest.post(Routes.interactionCallback(id, token), { auth: false, body }));
}
