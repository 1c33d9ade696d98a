import { describe, expect, it } from "vitest";
import { type Hindrance, Unreachable } from "../../src/platforms/platform.ts";
import { paragraph, reply } from "../../src/reply.ts";
import { addAdministrator } from "../../src/store/administrators.ts";
import { postMessage } from "../../src/store/outbox.ts";
import { writeSetting } from "../../src/store/settings.ts";
import { type Language, languages } from "../../src/text.ts";
import { wordingFor } from "../../src/wording/wording.ts";
import { openScene, openWindow } from "../desk/office-with-a-window.ts";
import { readOut } from "../support/app.ts";

/** What an administrator hears of a message to a channel that Slack does not take. */
async function heard(language: Language, hindrance: Hindrance): Promise<string> {
  const window = openWindow("slack");
  const scene = await openScene([window]);
  await scene.store.transaction(async (records) => {
    await writeSetting(records, "language", language);
    await addAdministrator(records, "account:slack:W:boss", scene.now);
    const words = JSON.stringify(reply({ tone: "answer", language, blocks: [paragraph("for all")] }));
    await postMessage(records, { recipient: "channel:slack:W:C0HALL", reply: words, now: scene.now });
  });
  window.onDeliver = ({ kind }) => {
    if (kind === "channel") throw new Unreachable("what Slack said (is_archived)", hindrance);
  };
  await scene.office.tick();
  await scene.office.tick();
  const [told] = window.delivered;
  await scene.office.stop();
  return told ? readOut(told.reply) : "";
}

describe("an administrator hears why a message did not arrive", () => {
  it.each(languages)("in the language of the office, %s, without the codes of the platform", async (language) => {
    for (const hindrance of ["channel-gone", "refused"] as const) {
      const text = await heard(language, hindrance);
      const { labelled, desk } = wordingFor(language);
      expect(text).toContain(labelled("Slack", desk.hindrances[hindrance]));
      expect(text).not.toContain("is_archived");
      expect(text).not.toContain("what Slack said");
    }
  });
});
