import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { projectFolder } from "../support/app.ts";
import { changzhou } from "../support/changzhou.ts";

interface Line {
  readonly id?: unknown;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly citations?: readonly { readonly article: number; readonly quote: string }[];
  readonly error?: string;
}

const { MISHU_RULEBOOK: _, ...env } = process.env;

function evaluate(...lines: readonly unknown[]): readonly Line[] {
  const input = lines.map((each) => (typeof each === "string" ? each : JSON.stringify(each))).join("\n");
  const options = { cwd: projectFolder, input, encoding: "utf8", env } as const;
  const { stdout, stderr, status } = spawnSync(process.execPath, ["src/cli/evaluate.ts"], options);
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
}

const leave = (id: string, given: object) => ({ id, kind: "leave-approver", given });

describe("npm run -s evaluate", () => {
  const cases: readonly (readonly [
    given: object,
    approver: string,
    alsoAcceptable: readonly string[],
    article: number,
  ])[] = [
    [{ role: "district-head", occasion: "going-away", mayorAway: false }, "secretary-general", [], 61],
    [{ role: "office-staff", occasion: "going-away", mayorAway: false }, "not-covered", [], 61],
    [
      { role: "vice-mayor", occasion: "mayors-office-meeting", mayorAway: true, presidedBy: "executive-vice-mayor" },
      "executive-vice-mayor",
      ["mayor"],
      48,
    ],
    [{ role: "vice-mayor", occasion: "executive-meeting", presidedBy: "mayor" }, "mayor", [], 48],
    [
      { role: "executive-vice-mayor", occasion: "executive-meeting", presidedBy: "executive-vice-mayor" },
      "mayor",
      [],
      48,
    ],
    // while the mayor is away the executive vice mayor, entrusted, acts (6); the words of 61 go on naming the mayor
    [{ role: "secretary-general", occasion: "going-away", mayorAway: true }, "mayor", ["executive-vice-mayor"], 61],
    [{ role: "executive-vice-mayor", occasion: "going-away", mayorAway: true }, "mayor", [], 61],
    [{ role: "department-head", occasion: "plenary-meeting", attendsAs: "member" }, "secretary-general", [], 48],
    [{ role: "direct-unit-head", occasion: "executive-meeting", attendsAs: "sitting-in" }, "secretary-general", [], 48],
    [{ role: "department-head", occasion: "thematic-meeting", attendsAs: "participant" }, "not-covered", [], 48],
    [{ role: "department-head", occasion: "thematic-meeting", mainLeadersAttend: true }, "secretary-general", [], 61],
    [{ role: "vice-mayor", occasion: "thematic-meeting", mainLeadersAttend: true }, "not-covered", [], 48],
    [{ role: "district-head", occasion: "important-meeting-attended-by-main-leaders" }, "secretary-general", [], 61],
    [{ role: "mayor", occasion: "going-away" }, "not-covered", [], 6],
    [{ role: "deputy-secretary-general", occasion: "executive-meeting" }, "not-covered", [], 48],
  ];

  it("names the approver that the words name, with the words, or says that they name none", () => {
    const lines = evaluate(...cases.map(([given], index) => leave(`c${index}`, given)));
    expect(lines.map(({ id, result }) => ({ id, ...result }))).toEqual(
      cases.map(([, approver, alsoAcceptable], index) => ({ id: `c${index}`, approver, alsoAcceptable })),
    );
    expect(lines.map(({ citations }) => citations?.[0]?.article)).toEqual(cases.map(([, , , article]) => article));
    for (const { citations = [] } of lines)
      for (const { article, quote } of citations) {
        const paragraphs = changzhou.rulebook.source.articles.get(article)?.paragraphs ?? [];
        expect(paragraphs.some(({ text }) => text.includes(quote))).toBe(true);
      }
  });

  it("tells what is wrong with a line, under its id, and goes on", () => {
    const lines = evaluate(
      leave("good", { role: "mayor", occasion: "going-away" }),
      "not JSON",
      leave("post", { role: "burgomaster", occasion: "going-away" }),
      leave("occasion", { role: "mayor", occasion: "lunch" }),
      { id: "kind", kind: "weather", given: {} },
      { id: "given", kind: "leave-approver" },
      leave("last", { role: "mayor", occasion: "going-away" }),
    );
    expect(lines.map(({ id }) => id)).toEqual(["good", undefined, "post", "occasion", "kind", "given", "last"]);
    expect(lines[1]?.error).toMatch(/not JSON; for example/);
    expect(lines[2]?.error).toMatch(/^given\.role: "burgomaster" is not one of mayor, /);
    expect(lines[3]?.error).toMatch(/^given\.occasion: /);
    expect(lines[4]?.error).toMatch(/^kind: "weather" is not one of leave-approver/);
    expect(lines[5]?.error).toMatch(/^given: /);
    expect(lines[6]?.result).toEqual({ approver: "not-covered", alsoAcceptable: [] });
  });
});

describe("meeting-check", () => {
  type Case = readonly [
    given: object,
    violations: readonly string[],
    soft: readonly string[],
    articles: readonly number[],
  ];
  const cases: readonly Case[] = [
    [
      { type: "other-meeting", organiser: "department", durationMinutes: 91 },
      ["duration-over-90-minutes"],
      ["duration-over-90-minutes"],
      [47],
    ],
    [{ type: "other-meeting", organiser: "municipal-government", durationMinutes: 90 }, [], [], []],
    [
      { type: "overall-situation-meeting", organiser: "municipal-government", durationMinutes: 121 },
      ["duration-over-120-minutes"],
      ["duration-over-120-minutes"],
      [47],
    ],
    [
      { type: "important-meeting-with-exchange-speeches", speakers: 6, minutesPerSpeaker: 11 },
      ["more-than-5-speakers", "speech-over-10-minutes"],
      ["more-than-5-speakers", "speech-over-10-minutes"],
      [47],
    ],
    [
      { type: "meeting-with-site-visit", days: 2, specialNeed: true, municipalGovernmentOfficeApproved: false },
      ["over-one-day-without-office-approval"],
      [],
      [47],
    ],
    [{ type: "meeting-with-site-visit", days: 2, municipalGovernmentOfficeApproved: true }, [], [], []],
    [
      {
        type: "citywide-work-meeting",
        organiser: "constituent-department",
        alreadyHeldThisYear: true,
        inPlanApprovedAtStartOfYear: false,
      },
      ["more-than-one-citywide-meeting-a-year", "not-in-plan-approved-at-start-of-year"],
      [],
      [46, 46],
    ],
    // a vice mayor's consent is not the one that the words ask for
    [
      { type: "citywide-conference-in-the-governments-name", mayorApproved: false, viceMayorApproved: true },
      ["no-mayor-approval"],
      [],
      [46],
    ],
    [{ type: "citywide-conference-in-the-governments-name", mayorApproved: true }, [], [], []],
    [
      { type: "citywide-conference", organiser: "department", requiresOtherDepartmentsOrDistrictLeaders: true },
      ["no-municipal-government-approval"],
      [],
      [46],
    ],
    [
      { type: "own-system-meeting", heldInNameOf: "municipal-government", municipalGovernmentLeaderInvited: true },
      ["own-system-meeting-in-the-governments-name", "own-system-meeting-invites-government-leader"],
      ["own-system-meeting-invites-government-leader"],
      [46, 46],
    ],
    [
      { type: "executive-meeting-department-report", reportedBy: "deputy-department-head", reportMinutes: 11 },
      ["report-not-by-main-responsible-person", "report-over-10-minutes"],
      ["report-not-by-main-responsible-person", "report-over-10-minutes"],
      [47],
    ],
    [{ type: "executive-meeting-department-report", reportedBy: "department-head", reportMinutes: 10 }, [], [], []],
  ];

  it("lists what the rules say against a meeting, and what of it holds only in general", () => {
    const lines = evaluate(...cases.map(([given], index) => ({ id: index, kind: "meeting-check", given })));
    expect(lines.map(({ result }) => result)).toEqual(cases.map(([, violations, soft]) => ({ violations, soft })));
    expect(lines.map(({ citations }) => citations?.map(({ article }) => article))).toEqual(
      cases.map(([, , , articles]) => articles),
    );
  });

  it("tells which field of a line is wrong", () => {
    const [line] = evaluate({
      id: "bad",
      kind: "meeting-check",
      given: { type: "other-meeting", durationMinutes: -5 },
    });
    expect(line?.error).toMatch(/^given\.durationMinutes: /);
  });
});

describe("minutes-signoff", () => {
  const deputy = "deputy-secretary-general-concerned";
  const cases: readonly (readonly [given: object, result: object])[] = [
    [
      { meetingType: "plenary-meeting" },
      { reviewerAnyOf: ["secretary-general", "office-director"], signerAnyOf: ["mayor"] },
    ],
    [
      { meetingType: "executive-meeting", secretaryGeneralAway: true },
      { reviewerAnyOf: ["office-director"], signerAnyOf: ["mayor"] },
    ],
    [
      { meetingType: "mayors-office-meeting", subjects: ["major-projects"] },
      { reviewerAnyOf: ["secretary-general", deputy], signerAnyOf: ["mayor", "vice-mayor-in-charge"] },
    ],
    [
      { meetingType: "thematic-meeting", subjects: ["traffic"], secretaryGeneralAway: true },
      { reviewerAnyOf: [deputy], signerAnyOf: ["mayor", "vice-mayor-in-charge"] },
    ],
    [
      { meetingType: "thematic-meeting", subjects: ["traffic", "major-projects"], convenedBy: "vice-mayor" },
      { reviewerAnyOf: ["vice-mayor-in-charge"], signerAnyOf: ["mayor"] },
    ],
    [
      { meetingType: "thematic-meeting", convenedBy: "deputy-secretary-general", outcome: "coordination-opinions" },
      { consentBeforeIssuingAnyOf: ["mayor", "vice-mayor-in-charge"] },
    ],
    [
      { meetingType: "thematic-meeting", convenedBy: "vice-mayor", outcome: "coordination-opinions" },
      { reviewerAnyOf: [], signerAnyOf: [] },
    ],
  ];

  it("names by whom minutes pass, or who agrees before opinions are issued, with Article 45", () => {
    const lines = evaluate(...cases.map(([given], index) => ({ id: index, kind: "minutes-signoff", given })));
    expect(lines.map(({ result }) => result)).toEqual(cases.map(([, result]) => result));
    for (const { citations } of lines) expect(citations?.[0]?.article).toBe(45);
  });
});

describe("npm run leave:table", () => {
  it("prints every cell, decided or marked silent", () => {
    const options = { cwd: projectFolder, encoding: "utf8", env } as const;
    const { stdout, status } = spawnSync(process.execPath, ["src/cli/leave-table.ts", "--quotes"], options);
    expect(status).toBe(0);
    expect(stdout).toMatch(/450 cells: 235 decided by the rules, 215 on which they are silent/);
    expect(stdout).toContain("D  mayor away, executive-vice-mayor entrusted; executive-vice-mayor presides");
    expect(stdout).toContain("領導幹部外出按規定請假,副市長、秘書長向市長請假");
  });
});

describe("npm run meetings:table", () => {
  it("prints what the rules lay down for every kind of meeting, and every limit with its article", () => {
    const options = { cwd: projectFolder, encoding: "utf8", env } as const;
    const { stdout, status } = spawnSync(process.execPath, ["src/cli/meetings-table.ts", "--quotes"], options);
    expect(status).toBe(0);
    const lines = stdout.split("\n").map((line) => line.trim().replace(/\s{2,}/g, " | "));
    for (const line of [
      "mayor away | entrusted by mayor: executive-vice-mayor [42]",
      "mayor away | the rules do not say [41]",
      "meeting-frequency | 1 per half-year (in principle) [41]",
      "minutes signed by | agreed by mayor / vice-mayor-in-charge [45]",
      "other | limit max 1.5 hour (in principle) [47]",
      "inName | must be approved [46] | mayor",
    ])
      expect(lines).toContain(line);
    expect(stdout).toContain("市政府專題會議由市長、副市長或市長、副市長委託秘書長、副秘書長召開");
  });
});

describe("deadline", () => {
  const given = (more: object) => evaluate({ id: "d", kind: "deadline", given: more })[0];
  const handed = { category: "within-own-authority", receivedOn: "2026-04-29" };

  it("is the last working day by Art. 55, proved by the days that were counted", () => {
    const { result, citations } = given(handed) ?? {};
    expect(result).toMatchObject({ workingDays: 7, dueOn: "2026-05-12", provisional: false });
    expect(result?.proof).toEqual([
      "2026-04-30",
      "2026-05-06",
      "2026-05-07",
      "2026-05-08",
      "2026-05-09",
      "2026-05-11",
      "2026-05-12",
    ]);
    expect(citations?.map(({ article }) => article)).toEqual([55]);
  });

  it.each([
    [{ category: "needs-municipal-government-approval" }, "2026-05-12"],
    [{ category: "needs-consultation-with-other-departments" }, "2026-05-15"],
    [{ category: "needs-study" }, "2026-06-12"],
    [{ dayOfReceiptCounted: true }, "2026-05-11"],
    [{ receivedOn: "2026-05-02", dayOfReceiptCounted: true }, "2026-05-13"],
    [{ category: "urgent", limitSetByMunicipalGovernment: "2026-05-03" }, "2026-05-03"],
    [{ category: "urgent", limitSetByMunicipalGovernment: "2026-05-03T17:00:00Z" }, "2026-05-04"],
    [{ category: "urgent", limitSetByMunicipalGovernment: "3 working days" }, "2026-05-07"],
    [{ category: "urgent" }, null],
  ])("%j is due on %s", (more, dueOn) => {
    expect(given({ ...handed, ...more })?.result).toMatchObject({ dueOn });
  });

  it("has no plain date beyond the years that are known", () => {
    expect(given({ category: "needs-study", receivedOn: "2026-11-20" })?.result).toMatchObject({
      workingDays: 30,
      dueOn: null,
      provisional: true,
      earliest: "2027-01-02",
      latest: "2027-01-06",
    });
  });

  it.each([
    [{ receivedOn: "2026-02-30" }, /receivedOn: not a day/],
    [{ category: "soon" }, /category/],
    [{ category: "urgent", limitSetByMunicipalGovernment: "2026-04-01" }, /lies before receivedOn/],
    [{ category: "urgent", limitSetByMunicipalGovernment: "soon" }, /write the day/],
  ])("%j is told to be wrong", (more, error) => {
    expect(given({ ...handed, ...more })?.error).toMatch(error);
  });
});
