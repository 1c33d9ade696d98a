import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readOut } from "../support/app.ts";
import { owner, startOffice, type TestOffice, visitor } from "../support/office.ts";

// Whoever entrusts or is entrusted may leave the post before the days are over: then nobody acts by it any more.

const deputy = visitor("U-DEPUTY");
const header = "id,name,post,title,department,from,until";
const mayor = (until: string) => `1,顾致远,mayor,市长,市政府,,${until}`;
const others = [
  "2,沈静澜,executive-vice-mayor,常务副市长,市政府,,",
  "3,陆明谦,vice-mayor,副市长,市政府,,",
  "4,谢秉章,secretary-general,秘书长,市政府,,",
  "5,毛景行,department-head,市教育局局长,市教育局,,",
];
const roster = (...lines: readonly string[]) => [header, ...lines].join("\n");

let office: TestOffice;

beforeEach(async () => {
  office = await startOffice();
  await office.importRoster(roster(mayor(""), ...others));
  await office.link(deputy, "3");
});

afterEach(() => office.close());

const asks = async (who = deputy) => readOut(await office.type("who do I request leave from?", who));

describe("an entrustment", () => {
  it("is named with the rule that provides for it", async () => {
    await office.type("/roster entrust to:沈静澜 until:2026-12-05 occasion:visit", owner);
    expect(await asks()).toMatch(/沈静澜.*Art\. 6/s);
    expect(await asks()).not.toContain("own arrangement");
  });

  it("that the rules do not provide for is told as the office's own", async () => {
    await office.type("/roster entrust to:陆明谦 until:2026-12-05 occasion:visit", owner);
    const head = visitor("U-EXECUTIVE");
    await office.link(head, "2");
    const told = await asks(head);
    expect(told).toContain("陆明谦");
    expect(told).toContain("This entrustment is the office's own arrangement");
    expect(told).not.toContain("Art. 6,");
  });

  it("by somebody who has left the post is over, for whoever asks, looks or is entrusted", async () => {
    await office.type("/roster entrust to:沈静澜 until:2026-12-05 occasion:visit", owner);
    const successor = "9,温如玉,mayor,代市长,市政府,2026-11-25,";
    await office.importRoster(roster(mayor("2026-11-24"), successor, ...others));
    expect(await asks()).toContain("沈静澜");
    office.setClock("2026-11-25T09:00:00+08:00");
    const told = await asks();
    expect(told).toContain("温如玉");
    expect(told).not.toMatch(/沈静澜|Art\. 6,/);
    const executive = visitor("U-EXECUTIVE");
    await office.link(executive, "2");
    expect(readOut(await office.type("/whoami", executive))).not.toContain("Entrusted by");
    expect(readOut(await office.type("/roster show", deputy))).not.toContain("Entrusted by");
  });

  it("of somebody who holds no post any more is over", async () => {
    await office.type("/roster entrust to:沈静澜 until:2026-12-05 occasion:visit", owner);
    const [, ...rest] = others;
    await office.importRoster(
      roster(mayor(""), "2,沈静澜,executive-vice-mayor,常务副市长,市政府,,2026-11-22", ...rest),
    );
    expect(await asks()).not.toContain("沈静澜");
  });
});

describe("a post that nobody holds today", () => {
  it("is told to be vacant, when the roster knows that somebody held it", async () => {
    const left = others.map((line) =>
      line.startsWith("4,") ? "4,谢秉章,secretary-general,秘书长,市政府,,2026-11-22" : line,
    );
    await office.importRoster(roster(mayor(""), ...left));
    const head = visitor("U-HEAD");
    await office.link(head, "5");
    const told = await asks(head);
    expect(told).toContain("By the roster nobody holds the post “secretary-general");
    expect(told).not.toContain("谢秉章");
  });
});
