import type { Fact, Rulebook, Value } from "../rulebook/model.ts";
import { postsIn } from "./convening.ts";

/** What is known of a meeting before it is announced. What is left out is not known, and not judged. */
export interface Gathering {
  /** Whoever holds it: the government itself, or one of its departments. */
  readonly organiser?: "government" | "department" | undefined;
  /** Whether it is on the overall situation; the rules do not say which meetings are. */
  readonly overall?: boolean | undefined;
  /** How long it takes, in minutes; of one that takes several days, undefined. */
  readonly minutes?: number | undefined;
  readonly days?: number | undefined;
  readonly siteVisit?: boolean | undefined;
  /** Of exchange speeches: how many, and the longest, in minutes. */
  readonly speakers?: number | undefined;
  readonly minutesEach?: number | undefined;
  /** Reports of departments to it, in the order of the agenda. */
  readonly reports?: readonly Report[] | undefined;
  /** A department's work meeting for all of the city. */
  readonly cityWide?: boolean | undefined;
  readonly inGovernmentsName?: boolean | undefined;
  /** A department's meeting for those of its own line. */
  readonly ownSystem?: boolean | undefined;
  /** The same department has held one this year. */
  readonly heldThisYear?: boolean | undefined;
  /** It stands in the plan that was approved at the start of the year. */
  readonly inPlan?: boolean | undefined;
  /** Leaders of other departments or of districts are required to come. */
  readonly othersLeaders?: boolean | undefined;
  readonly governmentLeaders?: boolean | undefined;
  /** Consents that are recorded: true; refused or not there: false. */
  readonly consents: Readonly<Partial<Record<ConsentTo, boolean>>>;
}

export interface Report {
  readonly minutes?: number | undefined;
  readonly byHead?: boolean | undefined;
}

/** What can be agreed to, each by whom its rule names. */
export type ConsentTo = "days" | "in-name" | "others-leaders";

export type RemarkName =
  | "duration"
  | "days"
  | "speakers"
  | "speech"
  | "reporter"
  | "report"
  | "yearly"
  | "plan"
  | "in-name"
  | "others-leaders"
  | "own-name"
  | "own-leaders";

/** Something that a rule says against a meeting as it is planned. */
export interface Remark {
  readonly name: RemarkName;
  readonly rule: Fact;
  /** The words say 原則上 or 一般: it is shown, and nothing is stopped. */
  readonly soft: boolean;
  /** The limit, in minutes, days, people or times, and what is planned. */
  readonly limit?: number;
  readonly planned?: number;
  /** Which report of the agenda, from 0. */
  readonly report?: number;
  /** Posts or bodies of which one must agree; none: nobody is named who could. */
  readonly consent: readonly string[];
}

type Limit = keyof NonNullable<Rulebook["data"]["meetings"]>["limits"];

/** Everything that the rulebook says against a meeting, in the order of its rules; nothing where all is well or unknown. */
export function checkGathering(given: Gathering, rulebook: Rulebook): readonly Remark[] {
  const limits = rulebook.data.meetings?.limits ?? {};
  const ruleOf = (name: Limit): Fact | undefined => rulebook.facts.get(limits[name] ?? "");
  return [
    ...approvals(given, ruleOf),
    ...durations(given, ruleOf),
    ...speeches(given, ruleOf("speeches")),
    ...reports(given.reports ?? [], ruleOf("report")),
  ];
}

type RuleOf = (name: Limit) => Fact | undefined;

/** Who must agree to it, in whose name it is, and whom it calls (Changzhou: Art. 46). */
function* approvals(given: Gathering, ruleOf: RuleOf): Iterable<Remark> {
  const { consents, organiser, cityWide, heldThisYear, inPlan, inGovernmentsName, ownSystem } = given;
  const byDepartment = organiser === "department";
  const yearly = ruleOf("yearly");
  if (yearly && byDepartment && cityWide && heldThisYear) yield exceeded("yearly", yearly, "maximum", 2);
  const plan = ruleOf("plan");
  if (plan && byDepartment && cityWide && inPlan === false) yield without("plan", plan);
  const inName = ruleOf("inName");
  if (inName && inGovernmentsName && !ownSystem && !consents["in-name"]) yield without("in-name", inName);
  const others = ruleOf("othersLeaders");
  // what stands in the approved plan is approved, as long as nobody says that it is not
  const approved = consents["others-leaders"] ?? inPlan === true;
  if (others && byDepartment && given.othersLeaders && !approved) yield without("others-leaders", others);
  const ownName = ruleOf("ownName");
  if (ownName && ownSystem && inGovernmentsName) yield forbidden("own-name", ownName, "government-name");
  const ownLeaders = ruleOf("ownLeaders");
  if (ownLeaders && ownSystem && given.governmentLeaders) yield forbidden("own-leaders", ownLeaders, "invite-leaders");
}

/** How long it takes (Changzhou: Art. 47). */
function* durations(given: Gathering, ruleOf: RuleOf): Iterable<Remark> {
  const { minutes, days, siteVisit, consents } = given;
  const visit = ruleOf("siteVisit");
  if (siteVisit) {
    if (visit && days !== undefined && days > numberOf(visit, "limit") && !consents.days)
      yield { ...exceeded("days", visit, "limit", days), consent: approversOf(visit) };
    return;
  }
  const [overall, other] = [ruleOf("overall"), ruleOf("other")];
  if (minutes === undefined) return;
  // a department's meeting is none that the government organises; of others it may be known, or be left open
  const isOverall = given.organiser === "department" ? false : given.overall;
  const longer = [overall, other]
    .flatMap((each) => each ?? [])
    .toSorted((one, two) => minutesOf(two) - minutesOf(one))[0];
  const rule = isOverall === undefined ? longer : isOverall ? overall : other;
  if (rule && minutes > minutesOf(rule))
    yield { ...exceeded("duration", rule, "limit", minutes), limit: minutesOf(rule) };
}

/** Of the government's own meetings: of those of departments the words do not speak. */
function* speeches({ organiser, speakers, minutesEach }: Gathering, rule: Fact | undefined): Iterable<Remark> {
  if (!rule || organiser === "department") return;
  if (speakers !== undefined && speakers > numberOf(rule, "speakers"))
    yield exceeded("speakers", rule, "speakers", speakers);
  if (minutesEach !== undefined && minutesEach > numberOf(rule, "minutes-each"))
    yield exceeded("speech", rule, "minutes-each", minutesEach);
}

function* reports(given: readonly Report[], rule: Fact | undefined): Iterable<Remark> {
  if (!rule) return;
  for (const [report, { minutes, byHead }] of given.entries()) {
    if (byHead === false) yield { name: "reporter", rule, soft: isSoft(rule.values.reporter), report, consent: [] };
    if (minutes !== undefined && minutes > numberOf(rule, "limit"))
      yield { ...exceeded("report", rule, "limit", minutes), report };
  }
}

const isSoft = (value: Value | undefined): boolean => value?.soft === true;

/** The number that a rule lays down; a rulebook in which it is none is not loaded. */
function numberOf({ values }: Fact, name: string): number {
  const value = values[name];
  return value && "number" in value ? value.number : Number.POSITIVE_INFINITY;
}

function minutesOf(rule: Fact): number {
  const value = rule.values.limit;
  const times = value && "unit" in value && value.unit === "hour" ? 60 : 1;
  return numberOf(rule, "limit") * times;
}

/** Posts or bodies that the rule names as those who approve. */
function approversOf({ values: { approver } }: Fact): readonly string[] {
  return approver && "bodies" in approver ? approver.bodies : postsIn(approver);
}

const exceeded = (name: RemarkName, rule: Fact, value: string, planned: number): Remark => ({
  name,
  rule,
  soft: isSoft(rule.values[value]),
  limit: numberOf(rule, value),
  planned,
  consent: [],
});

const without = (name: RemarkName, rule: Fact): Remark => ({ name, rule, soft: false, consent: approversOf(rule) });

const forbidden = (name: RemarkName, rule: Fact, value: string): Remark => ({
  name,
  rule,
  soft: isSoft(rule.values[value]),
  consent: [],
});
