import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listedSubject, type MinutesCase, signOffOf } from "../../src/meetings/minutes.ts";
import { changzhou } from "../support/changzhou.ts";

const { rulebook } = changzhou;
const signOff = (meeting: string, more: Partial<MinutesCase> = {}) =>
  signOffOf({ meeting, subjects: [], ...more }, rulebook);

describe("the minutes", () => {
  it.each(["plenary-meeting", "executive-meeting"])(
    "of the %s are reviewed by the secretary-general or the director of the General Office and signed by the mayor",
    (meeting) => {
      const found = signOff(meeting);
      expect(found).toMatchObject({ reviewers: ["secretary-general", "office-director"], signers: ["mayor"] });
      expect(found.kind === "minutes" && found.sign.because[0]).toMatchObject({
        article: 45,
        quote:
          "市政府全體會議和市政府常務會議,由市政府辦公室負責安排,其會議紀要經秘書長或市政府辦公室主任審核後,報市長簽發。",
      });
    },
  );

  it.each(["mayors-office-meeting", "thematic-meeting"])(
    "of the %s are reviewed by the secretary-general or a deputy and signed by the mayor or the vice mayor in charge",
    (meeting) => {
      const found = signOff(meeting, { subjects: ["traffic"] });
      expect(found).toMatchObject({
        reviewers: ["secretary-general", "deputy-secretary-general"],
        signers: ["mayor", "vice-mayor-in-charge"],
      });
      expect(found.kind === "minutes" && found.review.because[0].quote).toBe(
        "市長辦公會議和市政府專題會議,由市政府辦公室根據領導要求安排,其會議紀要經秘書長或有關副秘書長審核後,報市長或分管副市長簽發。",
      );
    },
  );

  it.each([
    "institutional-adjustment",
    "staffing-quota",
    "cadre-rewards-and-punishments",
    "資金安排",
    "Major projects",
  ])("of a thematic meeting about %s are reviewed by the vice mayor in charge and signed by the mayor", (subject) => {
    const found = signOff("thematic-meeting", { subjects: ["traffic", subject] });
    expect(found).toMatchObject({ reviewers: ["vice-mayor-in-charge"], signers: ["mayor"] });
    expect(found.kind === "minutes" && found.sign.because[0].quote).toBe(
      "涉及機構調整、人員編制、幹部獎懲、資金安排、重大項目等事項的專題會議紀要,經分管副市長審核後,報市長簽發。",
    );
  });

  it("of other meetings go the same way whatever they are about: the words speak of thematic meetings", () => {
    for (const meeting of ["plenary-meeting", "executive-meeting", "mayors-office-meeting"])
      expect(signOff(meeting, { subjects: ["major-projects"] })).toEqual(signOff(meeting));
  });

  it("of a meeting of which the rules do not speak have no way by the rules", () => {
    expect(signOff("own-system-meeting").kind).toBe("silent");
    const { meetings: _, ...data } = rulebook.data;
    expect(signOffOf({ meeting: "plenary-meeting", subjects: [] }, { ...rulebook, data })).toEqual({ kind: "silent" });
  });
});

describe("the coordination opinions of a deputy secretary-general's meeting", () => {
  const opinions = { outcome: "opinions" } as const;

  it("are issued when the mayor or the vice mayor in charge agrees", () => {
    const found = signOff("thematic-meeting", { ...opinions, convenedBy: "deputy-secretary-general" });
    expect(found).toMatchObject({ kind: "consent", consent: ["mayor", "vice-mayor-in-charge"] });
    expect(found.kind === "consent" && found.rule.because[0]).toMatchObject({
      article: 45,
      quote: "分管副秘書長召開專題會議所形成的協調意見,須經市長或分管副市長同意後印發。",
    });
    expect(signOff("deputy-secretary-general-meeting")).toEqual(found);
    // whatever they are about
    const listed = { ...opinions, convenedBy: "deputy-secretary-general", subjects: ["major-projects"] };
    expect(signOff("thematic-meeting", listed)).toEqual(found);
  });

  it("are not those of meetings that others call, or of other kinds: there the rules do not say", () => {
    for (const [meeting, convenedBy] of [
      ["thematic-meeting", "vice-mayor"],
      ["thematic-meeting", "secretary-general"],
      ["executive-meeting", "deputy-secretary-general"],
    ] as const)
      expect(signOff(meeting, { ...opinions, convenedBy })).toMatchObject({
        kind: "silent",
        nearest: { because: [{ article: 45 }] },
      });
  });

  it("are not its minutes, which go the way of every thematic meeting", () => {
    const convenedBy = "deputy-secretary-general";
    expect(signOff("thematic-meeting", { outcome: "minutes", convenedBy })).toEqual(signOff("thematic-meeting"));
  });
});

describe("a subject that the rules list", () => {
  it("is known by its id, its words and its names in three languages, and no other word is", () => {
    const { subject } = rulebook.data.meetings?.minutes ?? {};
    for (const [id, { words, name }] of Object.entries(subject?.each ?? {}))
      for (const typed of [id, words, ...Object.values(name)]) expect(listedSubject(typed, rulebook)).toBe(id);
    for (const typed of ["", "project", "项目", "__proto__", "constructor"])
      expect(listedSubject(typed, rulebook)).toBeUndefined();
  });

  it("never makes the way of minutes depend on what else is talked of, nor on the order", () => {
    const listed = Object.keys(rulebook.data.meetings?.minutes.subject?.each ?? {});
    const subjects = fc.array(fc.oneof(fc.constantFrom(...listed), fc.string()), { maxLength: 5 });
    fc.assert(
      fc.property(subjects, (some) => {
        const found = signOff("thematic-meeting", { subjects: some });
        const about = some.some((each) => listedSubject(each, rulebook) !== undefined);
        expect(found).toEqual(signOff("thematic-meeting", { subjects: about ? ["major-projects"] : [] }));
        expect(found).toEqual(signOff("thematic-meeting", { subjects: some.toReversed() }));
      }),
    );
  });
});
