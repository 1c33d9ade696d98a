import type { App } from "@slack/bolt";
import type { Log } from "../../log.ts";
import type { Account } from "../../office/people.ts";
import { paragraph, reply } from "../../reply.ts";
import type { Asked } from "../../request.ts";
import { wordingFor } from "../../wording/wording.ts";
import { type Desk, staleButton, unpackButton } from "../platform.ts";
import type { Clients } from "./client.ts";
import { carriedBy, drawForm, formCallback, readCarried, readForm } from "./form.ts";
import { acknowledgeLate } from "./late-ack.ts";
import { cut, limits } from "./limits.ts";
import { messageCallback } from "./manifest.ts";
import type { Outgoing } from "./outgoing.ts";
import type { People } from "./people.ts";
import type { ReturnTo } from "./return-to.ts";
import { codeOf } from "./troubles.ts";
import { freeLine, nameEverybody, typedText, withoutFormWish } from "./words.ts";

export interface IncomingParts {
  readonly app: App;
  readonly desk: Desk;
  readonly people: People;
  readonly clients: Clients;
  readonly outgoing: Outgoing;
  readonly log: Log;
  readonly team: string;
  /** Mishu's own user in this workspace. */
  readonly self: string;
  /** The word of the command that reaches everything. */
  readonly command: string;
}

/** Something that somebody wants, however they said it. */
interface Wish {
  /** The same for each repetition. */
  readonly key: string;
  readonly from: Account;
  readonly asked: Asked;
  readonly returnTo: ReturnTo;
  readonly ack: () => Promise<void>;
}

/** Brings to the desk what comes in: commands, buttons, forms, suggestions, mentions and direct messages. */
export function listen(parts: IncomingParts): void {
  const { app, desk, people, clients, outgoing, log, team, self } = parts;
  const acks = acknowledgeLate(app);
  const account = (id: string, name = ""): Account => ({ platform: "slack", workspace: team, id, name: name || id });
  const nameOf = async (id: string) => (await people.find(id, true))?.name;
  const languageOf = async (from: Account) =>
    desk.languageOf({ platform: "slack", from }, (await people.find(from.id, true))?.locale);

  const receive = ({ key, from, asked, returnTo, ack }: Wish): Promise<void> =>
    desk.receive({ key: `slack:${key}`, platform: "slack", from, asked, returnTo }, ack);

  async function openForm({ from, asked, returnTo, ack }: Wish, trigger: string, wanted: boolean): Promise<void> {
    await ack();
    const named = await nameEverybody(asked, desk, nameOf);
    const opened = await desk.formOf(named, await people.visitor(from, true), wanted);
    if ("refused" in opened) return outgoing.answer(returnTo, from.id, opened.refused);
    const { form, language } = opened;
    if (!form) return;
    try {
      const carried = await carriedBy(form, { language, returnTo }, desk);
      await clients.hurried.views.open({ trigger_id: trigger, view: drawForm(form, carried, team) });
    } catch (error) {
      // a repetition: the form is open
      if (codeOf(error) === "exchanged_trigger_id") return;
      log.warn("form not opened", { platform: "slack", error });
      const { slack } = wordingFor(language);
      const again = { label: slack.openForm, ...desk.read(named), form: true as const };
      await outgoing.answer(
        returnTo,
        from.id,
        reply({ tone: "problem", language, blocks: [paragraph(slack.noForm)], buttons: [again] }),
      );
    }
  }

  async function tellStale({ id }: Account, returnTo: ReturnTo): Promise<void> {
    await outgoing.answer(returnTo, id, staleButton(await languageOf(account(id))));
  }

  app.command(/.*/, async ({ command: given, ack }) => {
    const text = typedText(given.text ?? "", team);
    const root = given.command === `/${parts.command}`;
    const typed = root ? freeLine(text, desk) : `${given.command} ${text}`.trim();
    const { line, wanted } = withoutFormWish(typed, desk);
    const wish: Wish = {
      key: given.trigger_id,
      from: account(given.user_id, given.user_name),
      asked: { line },
      returnTo: { channel: given.channel_id, responseUrl: given.response_url },
      ack: () => ack(),
    };
    if (desk.form(wish.asked, "en", wanted)) await openForm(wish, given.trigger_id, wanted);
    else await receive(wish);
  });

  app.shortcut(/^message:/, async ({ shortcut, ack }) => {
    if (shortcut.type !== "message_action") return ack();
    const { user, channel, message, trigger_id: trigger, callback_id: started, response_url: responseUrl } = shortcut;
    const from = account(user.id, user.name);
    const returnTo: ReturnTo = { channel: channel.id, responseUrl };
    // without its address it is followed up all the same
    const link = clients.hurried.chat
      .getPermalink({ channel: channel.id, message_ts: shortcut.message_ts })
      .then(({ permalink = "" }) => permalink)
      .catch(() => "");
    const asked = await desk.fromMessage(started.slice(messageCallback("").length), {
      text: typedText(message.text ?? "", team),
      author: (message.user && (await nameOf(message.user))) || "",
      at: new Date(Number(shortcut.message_ts) * 1000),
      link: await link,
    });
    if (!asked) {
      await ack();
      return tellStale(from, returnTo);
    }
    await openForm({ key: trigger, from, asked, returnTo, ack: () => ack() }, trigger, true);
  });

  app.action(/.*/, async ({ action, body, ack }) => {
    const value =
      action.type === "button" ? action.value : action.type === "static_select" ? action.selected_option.value : "";
    if (body.type !== "block_actions" || !value) return ack();
    const { channel_id: channel, thread_ts: thread } = body.container;
    const returnTo: ReturnTo = {
      ...(typeof channel === "string" ? { channel } : {}),
      ...(body.response_url ? { responseUrl: body.response_url } : {}),
      ...(typeof thread === "string" ? { thread } : {}),
    };
    const from = account(body.user.id, body.user.name);
    const button = await unpackButton(value, desk);
    if (!button) {
      await ack();
      return tellStale(from, returnTo);
    }
    const { command, options, form } = button;
    const wish: Wish = { key: body.trigger_id, from, asked: { command, options }, returnTo, ack: () => ack() };
    if (form) await openForm(wish, body.trigger_id, true);
    else await receive(wish);
  });

  app.view(formCallback, async ({ view, body, ack }) => {
    const { button, language, returnTo } = await readCarried(view.private_metadata, desk);
    const from = account(body.user.id, body.user.name);
    if (!button) {
      await ack();
      return tellStale(from, returnTo);
    }
    const { options, files } = readForm(view.state.values, team);
    const asked = { command: button.command, options: { ...button.options, ...options } };
    // the text of a file is not known yet: it is looked at with the rest when it is
    const standIns = Object.fromEntries(files.map(({ option, id }) => [option, id]));
    const faults = desk.faults({ ...asked, options: { ...asked.options, ...standIns } }, language);
    const shown = Object.entries(faults).filter(([name]) => name in view.state.values && !(name in standIns));
    if (shown.length > 0) return ack({ response_action: "errors", errors: Object.fromEntries(shown) });
    await receive({
      key: `${view.id}:${view.hash}`,
      from,
      asked,
      returnTo: { ...returnTo, ...(files.length > 0 ? { files } : {}) },
      ack: () => ack(),
    });
  });

  app.options(/.*/, async ({ payload, body, ack }) => {
    const typed = payload.value.trim();
    const { button } = "view" in body && body.view ? await readCarried(body.view.private_metadata, desk) : {};
    const visitor = await people.visitor(account(body.user.id, body.user.name));
    const known = button ? await desk.suggest(button.command, payload.action_id, typed, visitor) : [];
    // what is not in the list may be meant all the same
    const own = typed === "" || known.some(({ value }) => value === typed) ? [] : [{ label: typed, value: typed }];
    const options = [...known, ...own]
      .filter(({ value }) => value !== "" && value.length <= limits.optionValue)
      .map(({ label, value }) => ({
        text: { type: "plain_text" as const, text: cut(label.trim() || value, limits.optionLabel), emoji: false },
        value,
      }));
    await ack({ options });
  });

  /** The same words may come as a mention and as a message, each several times: they are known by where they stand. */
  interface Said {
    readonly user?: string;
    readonly bot_id?: string;
    readonly channel: string;
    readonly ts: string;
    readonly text?: string;
    readonly thread_ts?: string;
  }
  async function hear({ user, bot_id, channel, ts, text = "", thread_ts }: Said, body: object, direct: boolean) {
    if (!user || bot_id || user === self) return;
    const typed = typedText(text.replaceAll(new RegExp(`<@${self}(?:\\|[^>]*)?>`, "g"), " "), team);
    await receive({
      key: `${channel}:${ts}`,
      from: account(user),
      asked: { line: withoutFormWish(freeLine(typed, desk), desk).line },
      returnTo: { channel, ...(thread_ts ? { thread: thread_ts } : {}), ...(direct ? { direct } : {}) },
      ack: acks.of(body),
    });
  }

  app.event("app_mention", ({ event, body }) => hear(event, body, event.channel.startsWith("D")));

  app.message(async ({ message, body }) => {
    const said = message.subtype === undefined || message.subtype === "file_share";
    if (said && message.channel_type === "im") await hear(message, body, true);
  });
}
