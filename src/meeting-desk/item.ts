import { normalise } from "../ask/tokens.ts";
import type { Choice, Context } from "../command.ts";
import { InputError } from "../errors.ts";
import { comingMeetings, meetingNumber } from "../find-meetings.ts";
import { peopleNamed, personNamed } from "../find-people.ts";
import { articlesOf } from "../leave-desk/send.ts";
import type { AgendaItem, ItemKind } from "../meetings/agenda.ts";
import { hasBegun } from "../meetings/agenda-clock.ts";
import { meetingCard } from "../meetings/meeting.ts";
import { actorName } from "../office/people.ts";
import { refusal } from "../office/permissions.ts";
import { optionName } from "../options.ts";
import { paragraph, point, type Reply, reply } from "../reply.ts";
import { clockOf } from "../store/agenda-clock.ts";
import { addConsents, agendaOf, dropItem, putItem } from "../store/agendas.ts";
import { takeMeeting } from "../store/meetings.ts";
import { peopleById } from "../store/people.ts";
import { inLanguage, repeated } from "../text.ts";
import type { Visit } from "../visit.ts";
import { agendaBlocks } from "./agenda.ts";
import { citationsIn, type Finding, findingBlocks } from "./check.ts";
import { itemFindings } from "./check-rules.ts";
import { chooseMeeting } from "./choose.ts";
import { clockChanged } from "./clock.ts";

/** An item as it was typed; "" leaves it as it was, "-" takes it away: a title, the item itself. */
export interface TypedItem {
  /** The meeting to whose agenda it is added, or … */
  readonly number: string;
  /** … the item that is changed: "3.2" is item 2 of meeting 3. */
  readonly item: string;
  readonly title: string;
  readonly kind: ItemKind | "";
  readonly matter: string;
  readonly reporter: string;
  readonly minutes: string;
  readonly leader: string;
  readonly prepared: "yes" | "no" | "";
  readonly material: string;
  /** "only-discussed" where it was said that a matter of another body is only discussed here. */
  readonly confirmed: string;
}

const mostItems = 50;
/** In characters. */
const longest = { title: 300, reporter: 100, material: 1000 } as const;

export async function whichForItem(visit: Visit, context: Context): Promise<Reply> {
  const { agenda } = context.wording.meetings;
  const choosing = {
    ...agenda,
    button: context.wording.meetings.buttons.agenda,
    command: "meeting item",
    form: true,
  } as const;
  return chooseMeeting(await comingMeetings(visit), choosing, context);
}

/** Puts an item on the agenda of a meeting, changes one or takes it away, and tells what the words say of it. */
export async function putOnAgenda(typed: TypedItem, visit: Visit, context: Context): Promise<Reply> {
  const { wording, language } = context;
  const words = wording.meetings.agenda;
  const refused = (text: string) => reply({ tone: "refused", language, blocks: [point(text)] });
  const named = typed.item.trim() === "" ? undefined : itemNamed(typed.item);
  if (typed.item.trim() !== "" && !named) throw new InputError(words.noItem(repeated(typed.item)), "item");
  const number = named?.meeting ?? meetingNumber(typed.number, context);
  if (number === undefined) return whichForItem(visit, context);
  const name = wording.leave.number(number);
  const meeting = await takeMeeting(visit.records, number);
  if (!meeting) return refused(wording.meetings.cancel.noSuch(name));
  if (meeting.cancelledAt) return refused(wording.meetings.cancel.already(name));
  const items = await clockOf(visit.records, number);
  const old = named && items.find(({ position }) => position === named.position);
  if (named && !old) throw new InputError(words.noItem(repeated(typed.item)), "item");
  const noted = (what: "add" | "change" | "remove", position: number, articles: readonly string[] = []) =>
    visit.note({ action: "meeting.agenda", subject: meetingCard(number), articles, details: { what, position } });
  const done = async (text: string, item?: AgendaItem) => {
    const findings = item ? itemFindings(meeting.type, [item], context) : [];
    return reply({
      tone: "done",
      language,
      blocks: [
        point(text),
        ...(await agendaBlocks(await agendaOf(visit.records, number), visit.records, wording)),
        ...findingBlocks(findings, context),
      ],
      citations: citationsIn(findings),
      buttons: [
        { label: words.add, command: "meeting item", options: { number: String(number) }, form: true },
        {
          label: wording.meetings.buttons.agenda(name),
          command: "meeting agenda",
          options: { number: String(number) },
        },
      ],
    });
  };
  // where the agenda is dealt with, who follows it sees what is different
  const follow = () =>
    hasBegun(items)
      ? clockChanged(meeting, actorName(visit.actor), {
          ...visit,
          rulebook: context.rulebook,
          calendar: context.calendar,
        })
      : undefined;
  if (old && isDash(typed.title)) {
    if (old.begunAt) return refused(wording.meetings.clock.fixed(old.position, name));
    await dropItem(visit.records, number, old.position);
    await noted("remove", old.position);
    await follow();
    return done(words.removed(old.position, name));
  }
  if (!old && (typed.title.trim() === "" || isDash(typed.title))) throw new InputError(words.needsTitle, "title");
  if (!old && items.length >= mostItems) throw new InputError(words.tooMany(mostItems), "title");
  const position = old?.position ?? items.length + 1;
  const item = await readItem(typed, position, old, context);
  const open = meeting.announcedAt && !old?.begunAt ? unsaid(item, typed, meeting.type, context) : undefined;
  if (open) return notPut(open, typed, context);
  await putItem(visit.records, number, item);
  if (typed.confirmed !== "")
    await addConsents(visit.records, number, ["only-discussed"], actorName(visit.actor), visit.now);
  await noted(
    old ? "change" : "add",
    position,
    articlesOf(itemFindings(meeting.type, [item], context).flatMap(({ facts }) => facts)),
  );
  await follow();
  return done(old ? words.changed(position, name) : words.added(position, name), item);
}

/**
 * What has to be said of an item before it comes to people who were called already: the same as before they were. What
 * was said of the other items is not said of this one.
 */
const unsaid = (item: AgendaItem, { confirmed }: TypedItem, type: string, context: Context): Finding | undefined =>
  itemFindings(type, [item], context).find(
    ({ confirm }) => confirm !== undefined && (confirm !== "only-discussed" || confirmed !== confirm),
  );

/** Nothing is kept: what stands against it, with the words, and the button by which it is said. */
function notPut(open: Finding, typed: TypedItem, context: Context): Reply {
  const { check } = context.wording.meetings;
  const given = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ""));
  const said = open.confirm === "prepared" ? { prepared: "yes" } : { confirmed: "only-discussed" };
  return reply({
    tone: "needs",
    language: context.language,
    blocks: [...findingBlocks([open], context), paragraph(check.nothing)],
    citations: citationsIn([open]),
    buttons: [
      {
        label: check.confirm[open.confirm ?? "prepared"](open.who ?? ""),
        command: "meeting item",
        options: { ...given, ...said },
      },
      { label: check.change, command: "meeting item", options: given, form: true },
    ],
  });
}

async function readItem(
  typed: TypedItem,
  position: number,
  old: AgendaItem | undefined,
  context: Context,
): Promise<AgendaItem> {
  const { commands, language, wording } = context;
  const command = commands.find(({ path }) => path === "meeting item");
  for (const field of ["title", "reporter", "material"] as const)
    if (typed[field].length > longest[field])
      throw new InputError(
        wording.meetings.plan.tooLong(command ? optionName(command, field, language) : field, longest[field]),
        field,
      );
  const words = (field: "title" | "material", before: string) =>
    typed[field].trim() === "" ? before : isDash(typed[field]) ? "" : typed[field].trim();
  return {
    position,
    title: words("title", old?.title ?? ""),
    kind: typed.kind === "" ? (old?.kind ?? "matter") : typed.kind,
    matter: read(typed.matter, old?.matter ?? null, () => matterNamed(typed.matter, context)),
    ...(await reporterNamed(typed.reporter, old, context)),
    minutes: read(typed.minutes, old?.minutes ?? null, () => minutesIn(typed.minutes, context)),
    leader:
      typed.leader.trim() === ""
        ? (old?.leader ?? null)
        : isDash(typed.leader)
          ? null
          : (await personNamed(typed.leader, "leader", context)).id,
    prepared: typed.prepared === "" ? (old?.prepared ?? false) : typed.prepared === "yes",
    material: words("material", old?.material ?? ""),
  };
}

/** What was typed; as it was where nothing was, nothing for a dash. */
function read<Value>(typed: string, before: Value | null, meant: () => Value): Value | null {
  if (typed.trim() === "") return before;
  return isDash(typed) ? null : meant();
}

const isDash = (typed: string): boolean => /^[-－—–]$/u.test(typed.trim());

function itemNamed(typed: string): { readonly meeting: number; readonly position: number } | undefined {
  const [, meeting, position] = typed.trim().match(/^(\d{1,9})[.．。](\d{1,3})$/u) ?? [];
  return meeting && position ? { meeting: Number(meeting), position: Number(position) } : undefined;
}

function minutesIn(typed: string, { wording }: Context): number {
  const [, minutes] = typed.trim().match(/^(\d{1,3})\s*(?:min|minutes?|分钟|分鐘|分)?$/iu) ?? [];
  if (!minutes || Number(minutes) === 0)
    throw new InputError(wording.meetings.agenda.noMinutes(repeated(typed)), "minutes");
  return Number(minutes);
}

/** Somebody of the roster, else whoever it is in words: deputies of the people's congress report too, and are not on it. */
async function reporterNamed(
  typed: string,
  old: AgendaItem | undefined,
  context: Context,
): Promise<Pick<AgendaItem, "reporter" | "reporterWords">> {
  const { visit } = context;
  if (typed.trim() === "") return { reporter: old?.reporter ?? null, reporterWords: old?.reporterWords ?? "" };
  if (isDash(typed) || !visit) return { reporter: null, reporterWords: "" };
  if ((await peopleNamed(visit.records, typed, visit.today)).length === 0)
    return { reporter: null, reporterWords: typed.trim() };
  return { reporter: (await personNamed(typed, "reporter", context)).id, reporterWords: "" };
}

const mattersIn = ({ rulebook }: Pick<Context, "rulebook">) =>
  Object.entries(rulebook.data.meetings?.agenda.matters ?? {});

function matterNamed(typed: string, context: Context): string {
  const wanted = normalise(typed);
  const found = mattersIn(context).find(
    ([id, { name }]) => id === wanted || Object.values(name).some((each) => normalise(each) === wanted),
  );
  if (found) return found[0];
  const known = mattersIn(context).map(([, { name }]) => inLanguage(name, context.language));
  throw new InputError(context.wording.meetings.agenda.noMatter(repeated(typed), known), "matter");
}

export const suggestMatters = (typed: string, context: Context): readonly Choice[] =>
  mattersIn(context)
    .map(([value, { name }]) => ({ label: inLanguage(name, context.language), value }))
    .filter(({ label }) => normalise(label).includes(normalise(typed)));

/** An item as whoever plans meetings would type it; undefined: there is none, or they may not change it. */
export async function itemAsTyped(typed: string, context: Context) {
  const { visit, rulebook, language } = context;
  const named = itemNamed(typed);
  if (!visit || !named || refusal("meeting.plan", visit.actor, rulebook.data.permissions)) return undefined;
  const item = (await agendaOf(visit.records, named.meeting)).find(({ position }) => position === named.position);
  if (!item) return undefined;
  const ids = [item.reporter, item.leader].flatMap((each) => each ?? []);
  const people = new Map((await peopleById(visit.records, ids)).map(({ id, name }) => [id, name]));
  const matter = mattersIn(context).find(([id]) => id === item.matter)?.[1].name;
  return {
    title: item.title,
    kind: item.kind,
    matter: matter ? inLanguage(matter, language) : "",
    reporter: item.reporter === null ? item.reporterWords : (people.get(item.reporter) ?? item.reporter),
    minutes: item.minutes === null ? "" : String(item.minutes),
    leader: item.leader === null ? "" : (people.get(item.leader) ?? item.leader),
    prepared: item.prepared ? "yes" : "no",
    material: item.material,
  };
}
