import { describe, expect, it } from "vitest";
import { conveningOf, mayConvene } from "../../src/meetings/convening.ts";
import { changzhou } from "../support/changzhou.ts";

const { rulebook } = changzhou;

function convening(meeting: string, away: readonly string[] = []) {
  const found = conveningOf(meeting, away, rulebook);
  const fact = found.kind === "named" ? found.rule : found.nearest;
  const posts =
    found.kind === "silent"
      ? "the rules do not say"
      : found.conveners.map(({ post, entrustedBy }) =>
          entrustedBy.length > 0 ? `${post}, entrusted by ${entrustedBy.join(" or ")}` : post,
        );
  return { posts, article: fact?.because[0].article, quote: fact?.because[0].quote };
}

describe("who convenes and presides", () => {
  it("over the plenary meeting is the mayor; while the mayor is away the rules do not say", () => {
    expect(convening("plenary-meeting")).toEqual({
      posts: ["mayor"],
      article: 7,
      quote: "市長召集和主持市政府全體會議、市政府常務會議和市長辦公會議",
    });
    expect(convening("plenary-meeting", ["mayor"])).toMatchObject({ posts: "the rules do not say", article: 41 });
  });

  it("over the executive meeting is the mayor; while the mayor is away the executive vice mayor, entrusted", () => {
    expect(convening("executive-meeting")).toMatchObject({ posts: ["mayor"], article: 42 });
    expect(convening("executive-meeting", ["mayor"])).toMatchObject({
      posts: ["executive-vice-mayor, entrusted by mayor"],
      article: 42,
      quote: expect.stringContaining("市長外出期間,由市長委託常務副市長召集和主持"),
    });
    // that others are away changes nothing
    expect(convening("executive-meeting", ["secretary-general"]).posts).toEqual(["mayor"]);
  });

  it("over the mayor's office meeting is the mayor, or a vice mayor whom the mayor entrusts", () => {
    expect(convening("mayors-office-meeting")).toEqual({
      posts: ["mayor", "vice-mayor, entrusted by mayor", "executive-vice-mayor, entrusted by mayor"],
      article: 43,
      quote: "市長辦公會議由市長或市長委託副市長召集並主持",
    });
  });

  it("over a thematic meeting is the mayor or a vice mayor, or a secretary-general or deputy whom one of them entrusts", () => {
    const leaders = "mayor or vice-mayor or executive-vice-mayor";
    expect(convening("thematic-meeting")).toEqual({
      posts: [
        "mayor",
        "vice-mayor",
        "executive-vice-mayor",
        `secretary-general, entrusted by ${leaders}`,
        `deputy-secretary-general, entrusted by ${leaders}`,
      ],
      article: 44,
      quote: "市政府專題會議由市長、副市長或市長、副市長委託秘書長、副秘書長召開",
    });
  });

  it("is nobody by the rules for a meeting of which they do not speak", () => {
    expect(convening("department-city-wide-meeting").posts).toBe("the rules do not say");
    expect(convening("lunch").posts).toBe("the rules do not say");
  });

  it("is told of a post: by itself, only when entrusted, or not by these words", () => {
    const may = (meeting: string, post: string) => {
      const found = conveningOf(meeting, [], rulebook);
      return found.kind === "named" ? mayConvene(post, found, rulebook) : undefined;
    };
    expect(may("thematic-meeting", "vice-mayor")).toEqual({ post: "vice-mayor", entrustedBy: [] });
    expect(may("thematic-meeting", "secretary-general")?.entrustedBy).toContain("vice-mayor");
    expect(may("thematic-meeting", "department-head")).toBeUndefined();
    expect(may("mayors-office-meeting", "executive-vice-mayor")?.entrustedBy).toEqual(["mayor"]);
    expect(may("mayors-office-meeting", "vice-mayor-in-charge")?.entrustedBy).toEqual(["mayor"]);
    expect(may("plenary-meeting", "executive-vice-mayor")).toBeUndefined();
  });
});
