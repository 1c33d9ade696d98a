import { describe, expect, it } from "vitest";
import { createTerminal } from "../../src/platforms/console/index.ts";
import { plainLook } from "../../src/platforms/console/render.ts";
import { createSession, type Host } from "../../src/platforms/console/session.ts";
import { paragraph, type Reply, reply } from "../../src/reply.ts";
import type { Asked } from "../../src/request.ts";

const offers = (...labels: readonly string[]): Reply =>
  reply({
    tone: "needs",
    language: "en",
    blocks: [paragraph("Well?")],
    buttons: labels.map((label) => ({ label, command: "choose", options: { label } })),
  });

/** Somebody at the terminal of an office that answers every question with two choices; what was asked is noted. */
async function seat() {
  const asked: Asked[] = [];
  const printed: string[] = [];
  const output = { write: (text: string) => printed.push(text), isTTY: false } as unknown as NodeJS.WriteStream;
  const terminal = createTerminal({ input: process.stdin, output });
  const host = {
    commands: [],
    read: (given: Asked) => ("line" in given ? { command: "ask", options: {} } : given),
    form: () => undefined,
    handle: async ({ language: _, locale: __, ...given }: Asked & { language?: string; locale?: string }) => {
      asked.push(given as Asked);
      return offers("yes", "no");
    },
  } as unknown as Host;
  const session = createSession(host, plainLook, "en");
  terminal.seats.set("wang", session.receive);
  const deliver = (message: Reply) => terminal.deliver({ kind: "account", workspace: "", id: "wang" }, message, "m");
  return { asked, printed, session, terminal, deliver };
}

describe("a message that comes while somebody sits at the terminal", () => {
  it("has choices of its own, numbered after those on offer, and both can be taken", async () => {
    const { asked, printed, session, deliver } = await seat();
    await session.answer("anything");
    await deliver(offers("Approve", "Refuse"));
    expect(printed.join("")).toContain("  3. Approve\n  4. Refuse");
    await session.answer("3");
    expect(asked.at(-1)).toMatchObject({ command: "choose", options: { label: "Approve" } });
  });

  it("does not change what a number means that was there before", async () => {
    const { asked, session, deliver } = await seat();
    await session.answer("anything");
    await deliver(offers("Approve", "Refuse"));
    await session.answer("1");
    expect(asked.at(-1)).toMatchObject({ options: { label: "yes" } });
  });

  it("can be answered as the first thing of all", async () => {
    const { asked, session, deliver } = await seat();
    await deliver(offers("Approve"));
    await session.answer("1");
    expect(asked.at(-1)).toMatchObject({ options: { label: "Approve" } });
  });

  it("for somebody else is printed, and leaves the choices as they are", async () => {
    const { asked, printed, session, terminal } = await seat();
    await session.answer("anything");
    await terminal.deliver({ kind: "account", workspace: "", id: "li" }, offers("Approve"), "m");
    expect(printed.join("")).toContain("1. Approve");
    expect(await session.answer("3")).toContain("3");
    expect(asked).toHaveLength(1);
  });
});
