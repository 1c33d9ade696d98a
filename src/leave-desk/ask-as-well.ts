import { normalise } from "../ask/tokens.ts";
import { cardOf, isOpen } from "../leave/leave.ts";
import { decidersOf } from "../leave/route.ts";
import { personName } from "../office/people.ts";
import { type Block, note, point, type Reply, reply } from "../reply.ts";
import { cardRecipients } from "../store/card-recipients.ts";
import { leavesWhere } from "../store/leave.ts";
import type { Asker } from "./asker.ts";
import { type Given, leaveMeant } from "./given.ts";
import { settledReply } from "./press.ts";
import { bringCards, reroute } from "./reroute.ts";
import { noteLeave } from "./send.ts";
import { deciderName } from "./why.ts";

/** Whoever asked brings their request to others who may decide as well: to nobody else, and to each once. */
export async function askAsWell({ number, words }: Given, asker: Asker): Promise<Reply> {
  const { at, context, person } = asker;
  const { wording, language, rulebook } = context;
  const { askAsWell: says } = wording.decisions;
  if (number === undefined) return whichReply(asker);
  const found = await leaveMeant(number, at.records, context);
  const refused = (text: string, more: readonly Block[] = []) =>
    reply({ tone: "refused", language, blocks: [point(text), ...more] });
  if (found.person !== person.id) return refused(wording.leave.onlyRequester);
  if (!isOpen(found)) return settledReply(found, asker);
  const { leave, route } = await reroute(found, at);
  const named = wording.leave.number(number);
  const explained = { rulebook, wording, today: at.today };
  const deciders = decidersOf(route);
  const names = deciders.map((each) => deciderName(each, explained));
  const wanted = normalise(words);
  const meant = deciders.filter(
    ({ person: { id, name } }) => wanted === "" || id === words || normalise(name) === wanted,
  );
  if (meant.length === 0) return refused(wording.leave.onlyThey(named, names));
  const before = await cardRecipients(at.records, cardOf(number));
  const brought = await bringCards(leave, meant, at);
  const have = meant.filter((each) => before.has(personName(each.person.id)));
  if (brought.length === 0)
    return refused(says.haveIt(named, wording.roster.list(have.map((each) => deciderName(each, explained)))));
  await noteLeave("leave.ask-as-well", leave, at, { to: brought.map((each) => each.person.id) });
  return reply({
    tone: "done",
    language,
    blocks: [
      point(says.done(named, wording.roster.list(brought.map((each) => deciderName(each, explained))))),
      note(says.either),
    ],
    buttons: [{ label: wording.leave.buttons.show, command: "leave show", options: { number: String(number) } }],
  });
}

async function whichReply({ at, context, person }: Asker): Promise<Reply> {
  const { wording, language } = context;
  const open = await leavesWhere(at.records, { person: person.id, statuses: ["asked", "questioned"] });
  const { askAsWell: says } = wording.decisions;
  return reply({
    tone: open.length > 0 ? "needs" : "answer",
    language,
    blocks: [point(open.length > 0 ? says.which : says.none)],
    buttons: open.slice(0, 20).map(({ number }) => ({
      label: wording.leave.number(number),
      command: "leave ask",
      options: { number: String(number) },
    })),
  });
}
