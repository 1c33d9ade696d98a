import type { Leave } from "../leave/leave.ts";
import { personName } from "../office/people.ts";
import { note, point, reply } from "../reply.ts";
import { wordingFor } from "../wording/wording.ts";
import type { AtDesk } from "./at-desk.ts";
import { sendCard } from "./card.ts";
import { requestLine } from "./request-line.ts";

const mostCards = 10;
const mostShown = 40;

/** Brings requests to somebody who decides on them from now on: each as a card, or all in one list when they are many. */
export async function bringAll(person: string, leaves: readonly Leave[], at: AtDesk): Promise<void> {
  if (leaves.length <= mostCards) {
    for (const each of leaves) await sendCard(each, person, at);
    return;
  }
  const wording = wordingFor(await at.languageOf(person));
  const { decisions } = wording;
  const shown = leaves.slice(0, mostShown);
  const items: string[] = [];
  for (const each of shown) items.push(await requestLine(each, at, wording));
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
