import type { Button, Reply } from "../../src/reply.ts";
import type { Done, Told } from "../support/changzhou-process.ts";
import { createMemory } from "../support/memory.ts";

// The people outside the office, over all its lives: they ask for leave, press what they are shown, decide, and
// remember everything that they saw. What was not acknowledged they send again; so do platforms, now and then, with what was.

/** One request for leave, as whoever asks for it thinks of it. */
export interface Wish {
  /** Of the delivery that asks for it, and a part of the keys of all that follows. */
  readonly key: string;
  readonly person: string;
  /** Stands in its reason and its place, and in the reason of a refusal: nobody else may ever read it. */
  readonly secret: string;
  /** A journey, or leave from a meeting. */
  readonly meeting: boolean;
  /** Which message about it has whoever decides press: the request itself, the first nudge …; 0: they never do. */
  readonly patience: number;
  /** What the two who decide press at the same moment. */
  readonly presses: readonly ("approve" | "refuse")[];
  readonly sentTwice: boolean;
  /** They report back, when they are asked, so many times at once; 0: they never do. */
  readonly returns: number;
  /** As soon as it is known. */
  number?: number;
  /** The marks of the messages with which it can be decided. */
  readonly cards: Set<string>;
}

const buttonFor = (reply: Reply, command: string, option: string): Button | undefined =>
  reply.buttons.find((each) => each.command === command && each.options[option] !== undefined);

/** Many that wait come in one message, without buttons that decide: they are then decided by their numbers. */
export function numbersToDecide({ blocks }: Reply): readonly number[] {
  if (!JSON.stringify(blocks).includes("wait for a decision, and you may decide on them")) return [];
  const lines = blocks.flatMap((each) => (each.kind === "list" ? each.items : []));
  return lines.map((line) => Number(line.match(/^No\. (\d+) /)?.[1]));
}

/** `secondOf`: who decides at the same moment as the account that was sent a request, and what they know of it. */
export function createTown(secondOf: (account: string) => { readonly account: string; readonly types: boolean }) {
  const wishes: Wish[] = [];
  const memory = createMemory();

  /** Two press at the same moment: a button, and where two people may decide, the other types a line. */
  function decide(wish: Wish, account: string, { options }: Button, send: (done: Done) => void): void {
    const second = secondOf(account);
    wish.presses.forEach((press, index) => {
      const reason = press === "refuse" ? `refused because of ${wish.secret}` : "";
      const line = `/leave ${press} ${wish.number} ${reason}`.trim();
      const button = { command: `leave ${press}`, options: { ...options, ...(reason && { reason }) } };
      const from = index === 0 ? account : second.account;
      send({ key: `press-${index}:${wish.key}`, from, asked: index === 1 && second.types ? { line } : button });
    });
  }

  function see(mark: string, to: string, reply: Reply, send: (done: Done) => void): void {
    for (const number of numbersToDecide(reply)) {
      const listed = wishes.find((each) => each.number === number);
      listed?.cards.add(mark);
      const button = { label: "", command: "leave approve", options: { number: String(number) } };
      if (listed && listed.cards.size === listed.patience) decide(listed, to, button, send);
    }
    const back = buttonFor(reply, "leave return", "number");
    const returner = wishes.find((each) => each.person === to && String(each.number) === back?.options.number);
    for (let n = 0; back && returner && n < returner.returns; n++)
      send({ key: `back-${n}:${returner.key}`, from: to, asked: { command: back.command, options: back.options } });
    const button = buttonFor(reply, "leave approve", "version");
    const wish = wishes.find(({ number }) => number !== undefined && String(number) === button?.options.number);
    if (!button || !wish) return;
    wish.cards.add(mark);
    if (wish.cards.size === wish.patience) decide(wish, to, button, send);
  }

  function heed({ answered, delivered, to, reply }: Told, send: (done: Done) => void): void {
    if (!reply) return;
    if (delivered && to) see(delivered, to, reply, send);
    const wish = wishes.find(({ key }) => key === answered);
    const button = wish && buttonFor(reply, "leave request", "send");
    if (!wish || !button || wish.number !== undefined) return;
    wish.number = Number(button.options.send);
    const { command, options } = button;
    for (const name of wish.sentTwice ? ["send", "send-again"] : ["send"])
      send({ key: `${name}:${wish.key}`, from: wish.person, asked: { command, options } });
  }

  return {
    ...memory,
    wishes,
    /** What the platform tells them; they do at once what they want to do about it. */
    hear(told: Told, deliver: (done: Done) => void): void {
      memory.take(told);
      heed(told, memory.once(deliver));
    },
    wish(wish: Wish, options: Readonly<Record<string, string>>): Done {
      const done = { key: wish.key, from: wish.person, asked: { command: "leave request", options } };
      wishes.push(wish);
      memory.asked.set(wish.key, done);
      return done;
    },
  };
}

export type Town = ReturnType<typeof createTown>;
