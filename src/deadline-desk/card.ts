import { type Day, dayOf } from "../dates.ts";
import { type Deadline, deadlineCard, missing } from "../deadlines/deadline.ts";
import { countDue, isCertain } from "../deadlines/due.ts";
import { lightOf } from "../deadlines/light.ts";
import { categoryName, limitOf } from "../deadlines/limits.ts";
import { runsOf } from "../deadlines/proof.ts";
import { actorOf, type Part, partIn } from "../deadlines/seeing.ts";
import { timeLeft } from "../deadlines/stages.ts";
import type { AtDesk } from "../leave-desk/at-desk.ts";
import { clock } from "../meetings/read-time.ts";
import { type Block, type Button, note, paragraph, point, type Reply, reply } from "../reply.ts";
import type { Fact } from "../rulebook/model.ts";
import { deadlineNumbered, stepsOf } from "../store/deadlines.ts";
import { updateCard } from "../store/outbox.ts";
import { peopleById, personById } from "../store/people.ts";
import { inLanguage } from "../text.ts";
import { type Wording, wordingFor } from "../wording/wording.ts";
import { quoted, type Reading } from "./desk.ts";

type At = Pick<AtDesk, "records" | "rulebook" | "settings" | "calendar" | "today"> & Reading;

/** By when it is due, in a reader's words. */
export const dueShown = ({ due, dueMinute }: Pick<Deadline, "due" | "dueMinute">, { deadlines }: Wording): string =>
  due === null ? deadlines.noDay : deadlines.due(due, dueMinute === null ? undefined : clock(dueMinute));

/** How it stands with its day: overdue, so many days left; "" where it has none, or nothing more is to be done. */
export function standing({ due, status }: Deadline, { today, calendar }: At, { deadlines }: Wording): string {
  if (status !== "open" || due === null) return "";
  return deadlines.timeLeft(timeLeft(due, today, calendar));
}

/** Its light, with a word: colours alone are not seen by everybody. */
export function lightShown(
  deadline: Deadline,
  { today, calendar, rulebook }: Pick<At, "today" | "calendar" | "rulebook">,
  { deadlines }: Wording,
): string {
  if (deadline.status === "withdrawn") return deadlines.statuses.withdrawn;
  if (deadline.status === "open" && missing(deadline, rulebook) !== undefined) return deadlines.missing;
  return deadlines.lights[lightOf(deadline, today, calendar)];
}

/** One of them, as somebody sees it: what it is, by when and why, what was done, and what they can do. */
export async function deadlineReply(
  deadline: Deadline,
  part: Part,
  at: At,
  wording: Wording,
  { title, whole = true }: { readonly title?: string; readonly whole?: boolean } = {},
): Promise<Reply> {
  const { deadlines: words } = wording;
  const reader = { rulebook: at.rulebook, wording };
  const rules = rulesOf(deadline, at);
  const { blocks, citations } = quoted(rules, reader);
  const wanted = missing(deadline, at.rulebook);
  const needs = deadline.status === "open" && (wanted !== undefined || part === "offered");
  return reply({
    tone: needs ? "needs" : deadline.status === "open" ? "answer" : "done",
    language: wording.language,
    blocks: [
      point(title ?? `${words.number(deadline.number)} ${deadline.title}`),
      { kind: "list", items: await linesOf(deadline, at, wording) },
      ...(deadline.status === "open" ? missingBlocks(deadline, at, wording) : []),
      ...(whole ? countBlocks(deadline, at, wording) : []),
      ...blocks,
      ...(whole ? await historyBlocks(deadline, at, wording) : []),
    ],
    citations,
    buttons: buttonsFor(deadline, part, at, wording),
  });
}

/** The facts by which it is followed up, and by which its day is counted, or that none is set. */
export function rulesOf(deadline: Deadline, { rulebook }: Pick<At, "rulebook">): readonly Fact[] {
  const { kind, category, collected, due } = deadline;
  const named = rulebook.data.deadlines;
  const fact = (id: string | undefined) => (id === undefined ? [] : (rulebook.facts.get(id) ?? []));
  if (kind === "document" || kind === "consultation") {
    const limit = category === null ? undefined : limitOf(category, rulebook);
    return limit ? [limit.rule] : [];
  }
  const by = named?.kinds[kind];
  return [
    ...(collected ? [fact(named?.collected?.rule), fact(named?.collected?.feedback)].flat() : []),
    ...[fact(by?.rule)].flat(),
    ...(due === null ? [fact(by?.day)].flat() : []),
  ];
}

async function linesOf(deadline: Deadline, at: At, wording: Wording): Promise<readonly string[]> {
  const { deadlines: words, labelled } = wording;
  const { fields } = words;
  const ids = [deadline.owner, deadline.leader].filter((each) => each !== null);
  const people = await peopleById(at.records, ids);
  const nameOf = (id: string | null) => (id === null ? "" : (people.find((each) => each.id === id)?.name ?? id));
  const light = lightShown(deadline, at, wording);
  const state = standing(deadline, at, wording);
  const shown: readonly (readonly [string, string])[] = [
    [fields.state, state === "" ? light : `${light} · ${state}`],
    [fields.due, dueShown(deadline, wording)],
    [fields.firstDue, deadline.firstDue === null ? "" : dueShown({ due: deadline.firstDue, dueMinute: null }, wording)],
    [fields.kind, `${words.kinds[deadline.kind]}${deadline.collected ? ` · ${words.collected}` : ""}`],
    [fields.reference, deadline.reference],
    [fields.from, deadline.from],
    [fields.leader, nameOf(deadline.leader)],
    [fields.department, deadline.department],
    [fields.owner, nameOf(deadline.owner)],
    [fields.received, words.due({ from: deadline.receivedOn, until: deadline.receivedOn })],
    [fields.category, deadline.category === null ? "" : categoryName(deadline.category, at.rulebook, wording.language)],
    [fields.explained, deadline.explained ?? ""],
    [fields.asked, deadline.asked === null ? "" : dayShown(deadline.asked.until, wording)],
    [fields.handedTo, deadline.handedTo ?? ""],
    [fields.parent, deadline.parent === null ? "" : words.number(deadline.parent)],
    [fields.meeting, deadline.meeting === null ? "" : wording.leave.number(deadline.meeting)],
    [fields.link, deadline.link],
    [
      fields.finished,
      deadline.finishedOn === null || deadline.status !== "done"
        ? ""
        : words.due({ from: deadline.finishedOn, until: deadline.finishedOn }),
    ],
    [fields.result, deadline.result],
  ];
  return shown.filter(([, value]) => value !== "").map(([name, value]) => labelled(name, value));
}

/** What has to be said before it has a day: with the plain questions by which its category is found. */
function missingBlocks(
  deadline: Deadline,
  { rulebook }: At,
  { deadlines: words, language }: Wording,
): readonly Block[] {
  const named = rulebook.data.deadlines;
  switch (missing(deadline, rulebook)) {
    case undefined:
      return [];
    case "category":
      return [
        paragraph(words.category.ask),
        {
          kind: "list",
          items: (named?.questions ?? []).map(({ ask }, index) =>
            words.category.question(index + 1, inLanguage(ask, language)),
          ),
        },
      ];
    case "explanation":
      return [paragraph(words.category.explainFirst)];
    case "day":
      return [paragraph(deadline.kind === "document" ? words.category.setFirst : words.silentDay)];
  }
}

/** How its day was counted, day by day; the convention is named as one. */
export function countBlocks(deadline: Deadline, { calendar, rulebook }: At, wording: Wording): readonly Block[] {
  const { deadlines: words } = wording;
  const { days, receivedOn, countFirst, due, status } = deadline;
  if (due === null || status !== "open") return [];
  if (days === null) return deadline.kind === "document" ? [] : [note(words.count.set)];
  const { counted, due: now } = countDue(receivedOn, days, calendar, { countFirst });
  const silent = rulebook.data.deadlines?.counting;
  return [
    paragraph(words.count.from(days, receivedOn, countFirst)),
    { kind: "list", items: runsOf(counted.proof).map((run) => words.count.run(run)) },
    ...(counted.kind === "provisional" && !isCertain(now)
      ? [paragraph(words.count.provisional(counted.unknownFrom)), note(words.count.provisionalNext)]
      : []),
    ...(silent === undefined ? [] : [note(countFirst ? words.count.conventionCounted : words.count.convention)]),
  ];
}

const mostSteps = 12;

async function historyBlocks({ number }: Deadline, at: At, wording: Wording): Promise<readonly Block[]> {
  const { deadlines: words, labelled } = wording;
  const steps = await stepsOf(at.records, number);
  const ids = steps.flatMap(({ by, details }) => [by.replace(/^person:/, ""), details.person ?? ""]);
  const names = new Map((await peopleById(at.records, [...new Set(ids)])).map(({ id, name }) => [id, name]));
  const named = (id: string) => names.get(id) || id;
  const items = steps.slice(-mostSteps).map(({ step, by, at: when, words: said, details }) => {
    const { before, after, department, person } = details;
    const more = [
      ...(after && before !== undefined
        ? [words.moved(before === null ? words.noDay : words.due(before), words.due(after))]
        : []),
      ...(department !== undefined && step !== "added" ? [department] : []),
      ...(person === undefined ? [] : [named(person)]),
    ];
    const who = by === "" ? words.itself : named(by.replace(/^person:/, ""));
    const line = [words.step(words.steps[step], who, dayOf(when, at.settings.timeZone)), ...more].join(" · ");
    return said === "" ? line : labelled(line, said);
  });
  return items.length === 0 ? [] : [paragraph(words.history), { kind: "list", items }];
}

/** What can be pressed by whoever has this part in it. */
export function buttonsFor(
  deadline: Deadline,
  part: Part,
  { rulebook, reader }: Pick<At, "rulebook" | "reader">,
  wording: Wording,
): readonly Button[] {
  const { buttons, category } = wording.deadlines;
  const { number, status } = deadline;
  const own = { number: String(number) };
  const press = (label: string, command: string, more: Readonly<Record<string, string>> = {}): Button => ({
    label,
    command: `deadline ${command}`,
    options: { ...own, ...more },
  });
  const form = (label: string, command: string): Button => ({
    label,
    command: `deadline ${command}`,
    options: own,
    form: true,
  });
  if (part === "sees") return [];
  if (part === "offered") return [press(buttons.accept, "accept"), press(buttons.decline, "decline")];
  if (status === "done")
    return deadline.reportedAt === null && wantsReport(deadline) ? [press(buttons.reported, "reported")] : [];
  if (status !== "open") return [];
  const named = rulebook.data.deadlines;
  const wanted = missing(deadline, rulebook);
  if (wanted === "category" && named) {
    const set = Object.keys(rulebook.data.dimensions[named.limits.category]?.values ?? {}).filter(
      (each) => each !== named.otherwise && !named.questions.some((question) => question.category === each),
    );
    return [
      ...named.questions.map((each, index) => press(category.yes(index + 1), "category", { category: each.category })),
      press(category.none, "category", { category: named.otherwise }),
      ...set.map((each) => press(categoryName(each, rulebook, wording.language), "category", { category: each })),
    ];
  }
  // nobody agrees to what they asked for themselves
  const decides = part === "supervises" && deadline.asked?.by !== reader;
  const asked = decides && deadline.asked ? { until: deadline.asked.until } : undefined;
  return [
    ...(asked ? [press(buttons.agree, "agree", asked), press(buttons.refuse, "refuse", asked)] : []),
    ...(wanted === "explanation" ? [form(buttons.explain, "explain")] : []),
    ...(wanted === "day" ? [form(buttons.setDay, "change")] : []),
    form(buttons.finish, "finish"),
    form(buttons.progress, "progress"),
    ...(wanted === undefined ? [form(buttons.extend, "extend")] : []),
    form(buttons.hand, "hand"),
  ];
}

/** Leaders who assigned a matter or wrote an instruction are told what became of it (Arts. 32 and 34). */
export const wantsReport = ({ kind }: Pick<Deadline, "kind">): boolean => kind === "matter" || kind === "instruction";

/** Every message that shows it is brought up to date. */
export async function refreshCards(number: number, at: AtDesk): Promise<void> {
  const deadline = await deadlineNumbered(at.records, number);
  if (!deadline) return;
  await updateCard(
    at.records,
    deadlineCard(number),
    async (recipient) => {
      if (!recipient.startsWith("person:")) return undefined;
      const person = await personById(at.records, recipient.slice("person:".length));
      const part = person && partIn(deadline, actorOf(person, at.today), at.rulebook.data.permissions);
      if (!part) return undefined;
      const theirs = { ...at, reader: person.id };
      return deadlineReply(deadline, part, theirs, wordingFor(await at.languageOf(person.id)), { whole: false });
    },
    at.now,
  );
}

/** A day as a reader sees one. */
export const dayShown = (day: Day, { deadlines }: Wording): string => deadlines.due({ from: day, until: day });
