import type { Clock } from "./clock.ts";
import type { Context } from "./command.ts";
import { commandOf, type Office, refusedFor } from "./dispatch.ts";
import { formFor } from "./form.ts";
import type { Desk } from "./platforms/platform.ts";
import { parkButton, parkedButton } from "./store/parked.ts";
import type { Store } from "./store/store.ts";
import { languageOfAccount, openVisit, type Visitor } from "./visit.ts";
import { wordingFor } from "./wording/wording.ts";

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

  /** Does something for a visitor in a transaction of its own, in their language. */
  const attend = <T>(visitor: Visitor, work: (context: Context) => Promise<T>): Promise<T> =>
    store.transaction(async (records) => {
      const visit = await openVisit(records, visitor, clock.now());
      const { account, settings } = visit;
      const language = account.language ?? account.locale ?? settings.language;
      const wording = wordingFor(language);
      return work({ ...office, language, languageSet: true, wording, readLine: () => undefined, visit });
    });

  return {
    commands,
    read: (asked) => commandOf(asked, commands),
    form(asked, language, wanted) {
      return formFor(commandOf(asked, commands), commands, wordingFor(language), wanted);
    },
    formOf: (asked, visitor, wanted) =>
      attend(visitor, async (context) => {
        const form = formFor(commandOf(asked, commands), commands, context.wording, wanted);
        const refused = form && (await refusedFor(commandOf(asked, commands), context));
        return refused ? { refused } : { form, language: context.language };
      }),
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
