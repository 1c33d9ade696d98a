import type { Leave } from "../leave/leave.ts";
import { personName } from "../office/people.ts";
import { note, point, reply } from "../reply.ts";
import { peopleById } from "../store/people.ts";
import { wordingFor } from "../wording/wording.ts";
import type { AtDesk } from "./at-desk.ts";
import { occasionName, sendCard } from "./card.ts";

const mostCards = 10;
const mostShown = 40;

/** Brings requests to somebody who decides on them from now on: each as a card, or all in one list when they are many. */
export async function bringAll(person: string, leaves: readonly Leave[], at: AtDesk): Promise<void> {
  if (leaves.length <= mostCards) {
    for (const each of leaves) await sendCard(each, person, at);
    return;
  }
  const wording = wordingFor(await at.languageOf(person));
  const { leave, decisions } = wording;
  const shown = leaves.slice(0, mostShown);
  const people = await peopleById(at.records, [...new Set(shown.map((each) => each.person))]);
  const items = shown.map((each) => {
    const who = people.find(({ id }) => id === each.person)?.name ?? each.person;
    const occasion = occasionName(each.occasion, at, wording);
    return [leave.number(each.number), leave.person(who, each.title), occasion, leave.span(each.span)].join(" · ");
  });
  const message = reply({
    tone: "needs",
    language: wording.language,
    blocks: [
      point(decisions.pending.brought(leaves.length)),
      { kind: "list", items },
      ...(leaves.length > mostShown ? [note(decisions.pending.firstOnly(mostShown))] : []),
    ],
    buttons: [{ label: decisions.buttons.pending, command: "leave pending", options: {} }],
  });
  await at.send(personName(person), message);
}
