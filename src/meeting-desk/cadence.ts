import { quotes } from "../ask/sources.ts";
import { type Day, dayOf, instantOf, weekdayOf } from "../dates.ts";
import { officeTimeOf } from "../leave-desk/decision-reminder.ts";
import { articlesOf } from "../leave-desk/send.ts";
import {
  type Cadence,
  cadencesOf,
  hintsAround,
  hintsOf,
  type Period,
  type Proposed,
  periodOf,
} from "../meetings/cadence.ts";
import { meetingTypeName } from "../meetings/types.ts";
import { personName } from "../office/people.ts";
import { postName } from "../office/posts.ts";
import type { PlannedReminder, ReminderKind, Scene, Seeding } from "../reminders/kind.ts";
import { officeMoment } from "../reminders/office-time.ts";
import { type Block, type Button, note, paragraph, point, type Reply, reply } from "../reply.ts";
import { accountsOf, languageOfRecipient } from "../store/accounts.ts";
import { administrators } from "../store/administrators.ts";
import { meetingsBetween } from "../store/meetings.ts";
import { holdersOf } from "../store/people.ts";
import { dropReminders, plannedSubjects, planReminder } from "../store/reminders.ts";
import { type Wording, wordingFor } from "../wording/wording.ts";
import { convenersOf, daysFor } from "./cadence-days.ts";

// Whether the meetings are planned that the rules want held in every period. Of each type one reminder is planned at a
// time, and the next one when it is done.

const kind = "meeting.cadence";
const subjectOf = ({ type }: Pick<Cadence, "type">): string => `cadence:${type}`;

/** Plans the next hint of each type where none is planned; none at all where the office has turned them off. */
export async function planCadence(at: Seeding): Promise<void> {
  const cadences = cadencesOf(at.rulebook);
  if (!at.settings.cadence) {
    for (const each of cadences) await dropReminders(at.records, subjectOf(each), [kind]);
    return;
  }
  if (cadences.length === 0) return;
  const planned = await plannedSubjects(at.records, kind);
  for (const each of cadences) {
    const next = nextHint(each, at.now, at);
    if (next && !planned.has(subjectOf(each))) await planReminder(at.records, next);
  }
}

/** The first hint after an instant, of a period that is not over: what nobody could do any more is not told. */
function nextHint(cadence: Cadence, after: Date, at: Seeding): PlannedReminder | undefined {
  const office = officeTimeOf(at);
  const today = dayOf(at.now, office.zone);
  const momentOf = (day: Day) => officeMoment(instantOf(day, 0, office.zone), office);
  const next = hintsAround(today, cadence, at.calendar).find(
    ({ period, on }) => period.until >= today && momentOf(on) > after,
  );
  if (!next) return undefined;
  const { period, on, last } = next;
  return {
    key: `${kind}:${cadence.type}:${period.from}:${last ? 1 : 0}`,
    kind,
    subject: subjectOf(cadence),
    recipient: "",
    step: last ? 1 : 0,
    at: momentOf(on),
    details: { period: period.from },
  };
}

/** Those who plan meetings are told that one is not planned; nobody is where one is, announced or not. */
export const cadenceHint: ReminderKind & { readonly name: "meeting.cadence" } = {
  name: kind,
  seed: planCadence,
  async consider({ subject, step, at, details }, scene) {
    const cadence = cadencesOf(scene.rulebook).find((each) => subjectOf(each) === subject);
    if (!cadence) return { did: "dropped", why: "the rules do not want it held" };
    if (!scene.settings.cadence) return { did: "dropped", why: "turned off" };
    const period = periodOf(details.period as Day, cadence);
    const planned = nextHint(cadence, at, scene);
    const next = planned ? { next: planned } : {};
    if (scene.today > period.until) return { did: "dropped", why: "the period is over", ...next };
    const last = hintsOf(period, cadence, scene.calendar).find((each) => each.last);
    if (step === 0 && last && last.on <= scene.today)
      return { did: "dropped", why: "the last hint is due too", ...next };
    const meetings = await meetingsBetween(scene.records, period.from, period.until);
    if (meetings.some(({ type, day }) => type === cadence.type && day >= period.from))
      return { did: "dropped", why: "one is planned", ...next };
    await tell(cadence, period, step > 0, scene);
    return { did: "sent", ...next };
  },
};

async function tell(cadence: Cadence, period: Period, last: boolean, scene: Scene): Promise<void> {
  const days = await daysFor(cadence, period, scene);
  const recipients = await toldOf(scene);
  for (const recipient of recipients) {
    const language = await languageOfRecipient(scene.records, recipient, scene.settings.language);
    await scene.send(recipient, hintReply(cadence, { period, last, days }, scene, wordingFor(language)));
  }
  await scene.note({
    action: "meeting.cadence",
    subject: subjectOf(cadence),
    articles: articlesOf([cadence.rule]),
    details: { period: period.from, last, to: recipients },
  });
}

/** Whoever plans meetings by their post and can be written to; where there is nobody, those who look after Mishu. */
async function toldOf({ records, rulebook, today }: Scene): Promise<readonly string[]> {
  const planners = await holdersOf(records, rulebook.data.permissions["meeting.plan"] ?? [], today);
  const reached: string[] = [];
  for (const { id } of planners) {
    const accounts = await accountsOf(records, id);
    if (accounts.some(({ platform }) => platform !== "terminal")) reached.push(personName(id));
  }
  return reached.length > 0 ? reached : administrators(records);
}

interface Hinted {
  readonly period: Period;
  readonly last: boolean;
  readonly days: readonly Proposed[] | "none left";
}

function hintReply(cadence: Cadence, hinted: Hinted, { rulebook, calendar }: Scene, wording: Wording): Reply {
  const { period, last, days } = hinted;
  const { language, meetings } = wording;
  const words = meetings.cadence;
  const type = meetingTypeName(cadence.type, rulebook, language);
  const named = words.period(period.from, cadence.months);
  // of several who convene it by themselves it is not known who will
  const [presider, ...others] = convenersOf(cadence.type, rulebook).map((each) =>
    postName(each, rulebook.data.posts, language),
  );
  const presides = presider !== undefined && others.length === 0 ? { presider } : {};
  const proposed = days === "none left" ? [] : days;
  const planOn = ({ day }: Proposed): Button => ({
    label: words.plan(day),
    command: "meeting plan",
    options: { type, day, ...presides },
    form: true,
  });
  const line = ({ day, convenerAway, away }: Proposed): string =>
    words.day(day, weekdayOf(day), [
      ...(convenerAway ? [words.convenerAway] : []),
      ...(away > 0 ? [words.away(away)] : []),
      ...(calendar.dayKind(day).kind === "unknown" ? [words.provisional] : []),
    ]);
  const list: readonly Block[] =
    proposed.length > 0
      ? [paragraph(words.proposed), { kind: "list", items: proposed.map(line) }]
      : [paragraph(days === "none left" ? words.noneLeft : words.noneFree)];
  return reply({
    tone: "needs",
    language,
    blocks: [
      point(last ? words.stillNot(type, named) : words.notYet(type, named)),
      ...quotes([cadence.rule], { rulebook, wording }),
      ...(cadence.soft ? [paragraph(words.inPrinciple)] : []),
      ...list,
      note(words.off),
    ],
    citations: cadence.rule.because,
    buttons: [
      ...proposed.map(planOn),
      { label: words.otherDay, command: "meeting plan", options: { type, ...presides }, form: true },
    ],
  });
}
