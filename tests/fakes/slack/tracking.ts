import type { Acknowledgement, Kind, Letter } from "./delivery.ts";
import type { Hub } from "./hub.ts";
import { type Fields, fieldsOf } from "./json.ts";
import { type Message, visible, type Workspace } from "./workspace.ts";

type Result = () => Acknowledgement | undefined;

/** What tests ask a delivery: was it acknowledged, and what came of it? */
export function tracked(workspace: Workspace, hub: Hub, letter: Letter, result: Result) {
  const { id, kind, payload, person, channel } = letter;
  const order = workspace.next();
  const views = () => [...workspace.views.values()].filter(({ cause }) => cause === id);
  const ownWords = (message: Message) => workspace.users.get(message.from)?.bot === false;
  // by age first, which costs least: it is looked at again after every change
  const messages = () =>
    workspace.messages
      .filter(
        (each) =>
          each.order > order &&
          (each.cause === id || each.cause === undefined) &&
          !ownWords(each) &&
          visible(workspace, person, each),
      )
      .sort((one, other) => one.order - other.order);
  return {
    id,
    kind,
    payload,
    person,
    channel,
    order,
    views,
    messages,
    acknowledged: () => hub.until(`${describe(kind, payload)} acknowledged`, result),
    opened: () =>
      hub.until(`a view opened for ${describe(kind, payload)}`, () => {
        const [first] = views();
        const failure = result()?.failure;
        if (!first && failure !== undefined) throw new Error(`no view is opened: ${failure}`);
        return first;
      }),
    shown: () =>
      hub.until(`something shown for ${describe(kind, payload)}`, () => {
        const [first] = messages();
        const failure = result()?.failure;
        if (!first && failure !== undefined) throw new Error(`nothing is shown: ${failure}`);
        return first;
      }),
  };
}

const describe = (kind: Kind, payload: Fields): string =>
  kind === "slash_commands"
    ? `${String(payload.command)} ${String(payload.text)}`
    : `${kind} ${String(fieldsOf(payload.event).type ?? payload.type)}`;
