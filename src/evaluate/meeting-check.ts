import { z } from "zod";
import { checkGathering, type Gathering, type Remark } from "../meetings/check.ts";
import type { Rulebook } from "../rulebook/model.ts";
import type { Decided } from "./kinds.ts";

const types = [
  "overall-situation-meeting",
  "other-meeting",
  "important-meeting-with-exchange-speeches",
  "meeting-with-site-visit",
  "citywide-work-meeting",
  "citywide-conference-in-the-governments-name",
  "citywide-conference",
  "own-system-meeting",
  "executive-meeting-department-report",
] as const;

const governments = ["municipal-government", "government", "市政府", "市人民政府"];
const amount = z.number().nonnegative().nullish();
const flag = z.boolean().nullish();

export const meetingCheckGiven = z.object({
  type: z.enum(types),
  organiser: z.enum(["municipal-government", "constituent-department", "department"]).nullish(),
  durationMinutes: amount,
  speakers: amount,
  minutesPerSpeaker: amount,
  days: amount,
  specialNeed: flag,
  municipalGovernmentOfficeApproved: flag,
  alreadyHeldThisYear: flag,
  inPlanApprovedAtStartOfYear: flag,
  mayorApproved: flag,
  viceMayorApproved: flag,
  requiresOtherDepartmentsOrDistrictLeaders: flag,
  municipalGovernmentApproved: flag,
  heldInNameOf: z.string().nullish(),
  municipalGovernmentLeaderInvited: flag,
  reportedBy: z.string().nullish(),
  reportMinutes: amount,
});
type Given = z.output<typeof meetingCheckGiven>;

/** What the rules say against a meeting: all of it, and again what only "generally" or "in principle" holds. */
export function meetingCheck(given: Given, rulebook: Rulebook): Decided {
  const remarks = checkGathering(gatheringOf(given, rulebook), rulebook);
  const names = (some: readonly Remark[]) => some.map(nameOf);
  return {
    result: { violations: names(remarks), soft: names(remarks.filter(({ soft }) => soft)) },
    because: remarks.flatMap(({ rule }) => rule.because),
  };
}

function gatheringOf(given: Given, rulebook: Rulebook): Gathering {
  const { type } = given;
  const orUnknown = <Value>(value: Value | null | undefined): Value | undefined => value ?? undefined;
  const reported = type === "executive-meeting-department-report";
  // these are held by departments, whatever else is not said
  const byDepartment =
    type === "citywide-work-meeting" || type === "own-system-meeting" || type === "citywide-conference";
  const organiser = given.organiser ?? (byDepartment ? "department" : undefined);
  return {
    organiser:
      organiser === undefined || organiser === "municipal-government" ? organiser && "government" : "department",
    overall: type === "overall-situation-meeting" ? true : type === "other-meeting" ? false : undefined,
    minutes: orUnknown(given.durationMinutes),
    days: orUnknown(given.days),
    siteVisit: type === "meeting-with-site-visit",
    speakers: orUnknown(given.speakers),
    minutesEach: orUnknown(given.minutesPerSpeaker),
    reports: reported ? [{ minutes: orUnknown(given.reportMinutes), byHead: isHead(given.reportedBy, rulebook) }] : [],
    // the words limit those of 市政府組成部門: of other departments they do not speak
    cityWide: type === "citywide-work-meeting" && given.organiser !== "department",
    inGovernmentsName:
      type === "citywide-conference-in-the-governments-name" || governments.includes(given.heldInNameOf ?? ""),
    ownSystem: type === "own-system-meeting",
    heldThisYear: orUnknown(given.alreadyHeldThisYear),
    inPlan: orUnknown(given.inPlanApprovedAtStartOfYear),
    othersLeaders: orUnknown(given.requiresOtherDepartmentsOrDistrictLeaders),
    governmentLeaders: orUnknown(given.municipalGovernmentLeaderInvited),
    consents: {
      ...(given.mayorApproved != null && { "in-name": given.mayorApproved }),
      ...(given.municipalGovernmentApproved != null && { "others-leaders": given.municipalGovernmentApproved }),
      ...(given.municipalGovernmentOfficeApproved != null && { days: given.municipalGovernmentOfficeApproved }),
    },
  };
}

/** Whether a report is given by a main responsible person; undefined when it is not said who gives it. */
function isHead(reportedBy: string | null | undefined, { data }: Rulebook): boolean | undefined {
  if (!reportedBy) return undefined;
  if (/main-responsible|principal|^head$/u.test(reportedBy)) return true;
  return (data.posts[reportedBy]?.named.length ?? 0) > 0 || data.posts[reportedBy]?.kind === "department-head";
}

function nameOf({ name, limit }: Remark): string {
  const names: Readonly<Record<Remark["name"], string>> = {
    duration: `duration-over-${limit}-minutes`,
    days: "over-one-day-without-office-approval",
    speakers: `more-than-${limit}-speakers`,
    speech: `speech-over-${limit}-minutes`,
    reporter: "report-not-by-main-responsible-person",
    report: `report-over-${limit}-minutes`,
    yearly: "more-than-one-citywide-meeting-a-year",
    plan: "not-in-plan-approved-at-start-of-year",
    "in-name": "no-mayor-approval",
    "others-leaders": "no-municipal-government-approval",
    "own-name": "own-system-meeting-in-the-governments-name",
    "own-leaders": "own-system-meeting-invites-government-leader",
  };
  return names[name];
}
