import type { Deadline } from "../deadlines/deadline.ts";
import { type Person, personName } from "../office/people.ts";
import { note, paragraph, point, reply } from "../reply.ts";
import { personById } from "../store/people.ts";
import { wordingFor } from "../wording/wording.ts";
import { rulesOf, wantsReport } from "./card.ts";
import { type Desk, keepStep, quoted } from "./desk.ts";

/** Tells the leader who assigned a matter, or wrote an instruction, what became of it, where they are of the roster. */
export async function reportBack(
  deadline: Deadline,
  desk: Desk,
): Promise<{ readonly deadline: Deadline; readonly told?: Person }> {
  const { at, visit } = desk;
  if (!wantsReport(deadline) || deadline.leader === null) return { deadline };
  const leader = await personById(visit.records, deadline.leader);
  if (!leader) return { deadline };
  const own = leader.id === visit.actor.person?.id;
  if (!own) {
    const wording = wordingFor(await at.languageOf(leader.id));
    const { deadlines: words } = wording;
    const { blocks, citations } = quoted(rulesOf(deadline, at), { rulebook: at.rulebook, wording });
    const who = visit.actor.person?.name ?? visit.actor.account.name;
    // the office that supervises may write down what a department has done
    const recorded = !visit.actor.tenures.some(({ department }) => department === deadline.department);
    await at.send(
      personName(leader.id),
      reply({
        tone: "done",
        language: wording.language,
        blocks: [
          point(words.did.finished(words.number(deadline.number), deadline.title)),
          paragraph(words.did.finishedBy(deadline.department, who, recorded)),
          ...(deadline.result === "" ? [] : [paragraph(wording.labelled(words.fields.result, deadline.result))]),
          ...blocks,
          ...(deadline.firstDue === null
            ? []
            : [note(wording.labelled(words.fields.firstDue, words.due(deadline.firstDue)))]),
        ],
        citations,
      }),
    );
  }
  const kept = await keepStep(
    { ...deadline, reportedAt: visit.now },
    { step: "reported", words: "", details: { person: leader.id } },
    desk,
  );
  return { deadline: kept, told: leader };
}
