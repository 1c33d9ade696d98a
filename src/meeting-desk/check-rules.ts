import type { Context } from "../command.ts";
import { plusDays } from "../dates.ts";
import { type AgendaItem, checkItems, minutesTogether } from "../meetings/agenda.ts";
import { checkGathering, type Gathering, type Remark } from "../meetings/check.ts";
import type { Confirmation } from "../meetings/confirmations.ts";
import { calledAs, type PlannedMeeting } from "../meetings/meeting.ts";
import { meetingType } from "../meetings/types.ts";
import { type Person, tenuresOn } from "../office/people.ts";
import { headsBody, postName } from "../office/posts.ts";
import { heldThisYear } from "../store/meetings.ts";
import { peopleById } from "../store/people.ts";
import { inLanguage } from "../text.ts";
import type { Visit } from "../visit.ts";
import type { Finding } from "./check.ts";

interface Given {
  readonly number: number | undefined;
  readonly items: readonly AgendaItem[];
  readonly confirmed: ReadonlySet<string>;
}

/** What the words say against a meeting, its agenda, and whom it calls (Changzhou: Arts. 18, 42, 46, 47). */
export async function checkAgainstRules(
  meeting: PlannedMeeting,
  given: Given,
  visit: Visit,
  context: Context,
): Promise<readonly Finding[]> {
  const { rulebook } = context;
  const { items } = given;
  const ids = [...meeting.invited, ...items.flatMap(({ reporter }) => reporter ?? [])];
  const people = new Map((await peopleById(visit.records, [...new Set(ids)])).map((each) => [each.id, each]));
  const gathering = await gatheringOf(meeting, given, people, visit, context);
  const remarks = checkGathering(gathering, rulebook);
  const unless = remarks.some(({ name }) => name === "duration")
    ? undefined
    : // nobody said whether it is on the overall situation, nor do the rules say which meetings are
      checkGathering({ ...gathering, overall: false }, rulebook).find(({ name }) => name === "duration");
  return [
    ...remarks.map((each) => findingOf(each, gathering, context)),
    ...(unless ? [tooLong(unless, context.wording.meetings.check.tooLongUnless)] : []),
    ...itemFindings(meeting.type, items, context),
    ...calledToReport(meeting, items, people, context),
    ...moreThanTime(meeting, items, context),
  ];
}

async function gatheringOf(
  { type, day, untilDay = day, fromMinute, untilMinute, siteVisit, department = "", invited }: PlannedMeeting,
  { number, items, confirmed }: Given,
  people: ReadonlyMap<string, Person>,
  { records }: Visit,
  { rulebook }: Context,
): Promise<Gathering> {
  const { posts, meetings } = rulebook.data;
  const { organiser, cityWide, inName } = meetingType(type, rulebook);
  const speeches = items.filter(({ kind }) => kind === "speech");
  const longest = Math.max(0, ...speeches.map(({ minutes }) => minutes ?? 0));
  const isHead = (id: string): boolean | undefined => {
    const person = people.get(id);
    return person && tenuresOn(person, day).some(({ post }) => headsBody(post, posts));
  };
  const leads = (id: string) => {
    const person = people.get(id);
    return (
      person && tenuresOn(person, day).some((each) => headsBody(each.post, posts) && each.department !== department)
    );
  };
  let days = 1;
  for (let at = day; at < untilDay; at = plusDays(at, 1)) days++;
  return {
    organiser,
    siteVisit: siteVisit === true,
    days,
    minutes: days === 1 ? untilMinute - fromMinute : undefined,
    speakers: speeches.length,
    minutesEach: longest === 0 ? undefined : longest,
    reports:
      meetings?.agenda.reports === type
        ? items
            .filter(({ kind }) => kind === "report")
            .map((each) => ({
              minutes: each.minutes ?? undefined,
              byHead: each.reporter === null ? undefined : isHead(each.reporter),
            }))
        : [],
    cityWide,
    inGovernmentsName: inName,
    heldThisYear: organiser === "department" && (await heldThisYear(records, { type, department, day, number })),
    inPlan: organiser === "department" && cityWide ? confirmed.has("plan") : undefined,
    othersLeaders: organiser === "department" && invited.some(leads),
    consents: {
      "in-name": confirmed.has("in-name"),
      days: confirmed.has("days"),
      // what stands in the approved plan is approved
      "others-leaders": confirmed.has("others-leaders") || confirmed.has("plan"),
    },
  };
}

/** What is consented to, where a rule lets somebody consent. */
const consentTo: Readonly<Partial<Record<Remark["name"], Confirmation>>> = {
  days: "days",
  plan: "plan",
  "in-name": "in-name",
  "others-leaders": "others-leaders",
};

function findingOf(remark: Remark, { days = 1 }: Gathering, context: Context): Finding {
  const { wording, language, rulebook } = context;
  const { posts, bodies } = rulebook.data;
  const { check } = wording.meetings;
  const { name, rule, soft, limit = 0, planned = 0, report = 0, consent } = remark;
  const who = wording.roster.either(
    consent.map((each) =>
      bodies[each] ? inLanguage(bodies[each].name, language) : check.post(postName(each, posts, language)),
    ),
  );
  if (name === "duration") return tooLong(remark, check.tooLong);
  const text = {
    days: check.days(days, limit, who),
    speakers: check.speakers(planned, limit),
    speech: check.speech(planned, limit),
    reporter: check.reporter(report + 1),
    report: check.report(report + 1, planned, limit),
    yearly: check.yearly,
    plan: check.plan(who),
    "in-name": check.inName(who),
    "others-leaders": check.othersLeaders(who),
    "own-name": check.against,
    "own-leaders": check.against,
  }[name];
  const confirm = consentTo[name];
  if (confirm && consent.length > 0) {
    const holders = consent.every((each) => posts[each] !== undefined);
    return { text, facts: [rule], confirm, who, ...(holders && { agreedBy: consent }) };
  }
  return { text, facts: [rule], ...(soft ? {} : { forbidden: true as const }) };
}

const tooLong = (
  { rule, planned = 0, limit = 0 }: Remark,
  say: (minutes: number, limit: number) => string,
): Finding => ({ text: say(planned, limit), facts: [rule] });

/** What the words say of single items: that they are prepared, and which body decides on them. */
export function itemFindings(type: string, items: readonly AgendaItem[], context: Context): readonly Finding[] {
  const { wording, language, rulebook } = context;
  const { check } = wording.meetings;
  const { bodies, meetings, posts } = rulebook.data;
  const remarks = checkItems(type, items, rulebook);
  const unprepared = remarks.flatMap((each) => (each.name === "unprepared" ? [each] : []));
  const [first] = unprepared;
  const named = (item: AgendaItem) => check.item(item.position, item.title);
  const preparing = first?.rule.values.prepares;
  const who =
    preparing && "posts" in preparing
      ? wording.roster.either(preparing.posts.map((each) => check.post(postName(each, posts, language))))
      : "";
  return [
    ...(first
      ? [
          {
            text: check.unprepared(wording.roster.list(unprepared.map(({ item }) => named(item))), who),
            facts: [first.rule],
            confirm: "prepared" as const,
            who,
          },
        ]
      : []),
    ...remarks.flatMap((each): readonly Finding[] => {
      if (each.name !== "elsewhere") return [];
      const matter = inLanguage(meetings?.agenda.matters[each.item.matter ?? ""]?.name ?? {}, language);
      const decides = wording.roster.either(
        each.bodies.map((body) => inLanguage(bodies[body]?.name ?? {}, language) || body),
      );
      const { rule } = each;
      return each.must
        ? [{ text: check.elsewhereMust(named(each.item), matter, decides), facts: [rule], confirm: "only-discussed" }]
        : [{ text: check.elsewhere(named(each.item), matter, decides), facts: [rule] }];
    }),
  ];
}

/** Whoever is to report must be called as well. */
function calledToReport(
  meeting: PlannedMeeting,
  items: readonly AgendaItem[],
  people: ReadonlyMap<string, Person>,
  { wording, rulebook }: Context,
): readonly Finding[] {
  const missing = items.flatMap(({ reporter }) => {
    const person = reporter === null ? undefined : people.get(reporter);
    return person && calledAs(person, meeting, rulebook) === undefined ? [person.name] : [];
  });
  if (missing.length === 0) return [];
  return [{ text: wording.meetings.check.notInvited(wording.roster.list([...new Set(missing)])), facts: [] }];
}

function moreThanTime(
  { day, untilDay = day, fromMinute, untilMinute }: PlannedMeeting,
  items: readonly AgendaItem[],
  { wording }: Context,
): readonly Finding[] {
  const together = minutesTogether(items);
  const there = untilMinute - fromMinute;
  return untilDay === day && together > there
    ? [{ text: wording.meetings.check.moreThanTime(together, there), facts: [] }]
    : [];
}
