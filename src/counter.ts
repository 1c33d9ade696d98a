import type { Clock } from "./clock.ts";
import type { Context } from "./command.ts";
import type { CommandLine } from "./command-line.ts";
import { dayOf } from "./dates.ts";
import { commandOf, type Office, refusedFor } from "./dispatch.ts";
import { formFor } from "./form.ts";
import { readOfficeSettings } from "./office/settings.ts";
import type { Desk } from "./platforms/platform.ts";
import { parkButton, parkedButton } from "./store/parked.ts";
import { readSettings } from "./store/settings.ts";
import type { Store } from "./store/store.ts";
import type { Language } from "./text.ts";
import { languageOfAccount, openVisit, type Visitor } from "./visit.ts";
import { wordingFor } from "./wording/wording.ts";
import { withNotices } from "./workdays/calendar.ts";

/** What a platform asks of the desk before anything is asked of the office: forms, what is wrong in them, choices. */
export type Counter = Omit<Desk, "receive">;

export function createCounter({
  office,
  store,
  clock,
}: {
  readonly office: Office;
  readonly store: Store;
  readonly clock: Clock;
}): Counter {
  const { commands } = office;

  /** Does something for a visitor in a transaction of its own, in their language or the one they speak just now. */
  const attend = <T>(visitor: Visitor, work: (context: Context) => Promise<T>, spoken?: Language): Promise<T> =>
    store.transaction(async (records) => {
      const visit = await openVisit(records, visitor, clock.now());
      const { account, settings } = visit;
      const language = spoken ?? account.language ?? account.locale ?? settings.language;
      const wording = wordingFor(language);
      const calendar = withNotices(office.calendar, settings.notices);
      return work({ ...office, calendar, language, languageSet: true, wording, readLine: () => undefined, visit });
    });

  return {
    commands,
    read: (asked) => commandOf(asked, commands),
    form(asked, language, wanted) {
      return formFor(commandOf(asked, commands), commands, wordingFor(language), wanted);
    },
    formOf: (asked, visitor, wanted, spoken) =>
      attend(
        visitor,
        async (context) => {
          const { wording, language } = context;
          const line = commandOf(asked, commands);
          if (!formFor(line, commands, wording, wanted)) return { form: undefined, language };
          const refused = await refusedFor(line, context);
          if (refused) return { refused };
          return { form: formFor(line, commands, wording, true, await presentFor(line, context)), language };
        },
        spoken,
      ),
    async fromMessage(path, { at, ...message }) {
      const started = commands.find((each) => each.path === path)?.fromMessage;
      if (!started) return undefined;
      const { timeZone } = await store.transaction(async (records) => readOfficeSettings(await readSettings(records)));
      return { command: path, options: started.options({ ...message, day: dayOf(at, timeZone) }) };
    },
    faults(asked, language) {
      const { command, options } = commandOf(asked, commands);
      const found = commands.find(({ path }) => path === command);
      const parsed = found?.options.safeParse(options);
      const wording = wordingFor(language);
      return Object.fromEntries(
        (parsed?.error?.issues ?? []).map((issue) => {
          const name = String(issue.path[0] ?? found?.positional);
          return [name, found?.optionHelp[name]?.[language] ?? wording.form.wrong];
        }),
      );
    },
    async suggest(path, option, typed, visitor) {
      const suggesters = commands.find((each) => each.path === path)?.suggest ?? {};
      const suggester = Object.hasOwn(suggesters, option) ? suggesters[option] : undefined;
      if (!suggester) return [];
      return attend(visitor, async (context) => (await suggester(typed, context)).slice(0, mostChoices));
    },
    languageOf: ({ from }, locale) => store.transaction((records) => languageOfAccount(records, from, locale)),
    park: (button) => store.transaction((records) => parkButton(records, JSON.stringify(button), clock.now())),
    async parked(name) {
      const button = await store.transaction((records) => parkedButton(records, name));
      return button === undefined ? undefined : JSON.parse(button);
    },
  };
}

const mostChoices = 25;

/** What the record says that a command is to change; undefined where the command changes none, or no certain one. */
async function presentFor({ command, options }: CommandLine, context: Context) {
  const prefill = context.commands.find(({ path }) => path === command)?.prefill;
  const named = prefill && options[prefill.by]?.trim();
  if (!prefill || !named) return undefined;
  const values = Object.entries((await prefill.values(named, context)) ?? {});
  const present = values.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
  return present.length === 0 ? undefined : Object.fromEntries(present);
}
