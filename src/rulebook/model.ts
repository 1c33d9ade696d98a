import { z } from "zod";
import { actions } from "../office/permissions.ts";
import { type Language, languages, type RulebookText } from "../text.ts";
import type { Citation } from "./cite.ts";
import type { Finding, LawText } from "./law-text.ts";

/** The kinds of question that a fact can answer. What a fact does not list, its words do not say. */
export const questionKinds = [
  "who", // does, decides, signs, is responsible
  "whom", // one asks, sends to, reports to, files with
  "what", // content, list, tasks, meaning
  "which", // one of several; which article, which law
  "when", // moment, place in the calendar
  "time-limit", // by when, within how many days
  "how-often",
  "duration", // how long something may last
  "how-many", // people, options, copies
  "may",
  "must",
  "how", // steps, manner, channels
  "where",
  "condition", // in which cases
  "consequence", // of a breach
  "why", // purpose, basis
  "scope", // who or what is covered
] as const;
export type QuestionKind = (typeof questionKinds)[number];

const identifier = z.string().regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, "small letters, digits, dots and hyphens");
const text = z.partialRecord(z.enum(languages), z.string().min(1));
const soft = z.boolean().optional();

export const units = [
  "working-day",
  "day",
  "hour",
  "minute",
  "month",
  "year",
  "person",
  "time",
  "option",
  "kind",
  "article",
] as const;
export type Unit = (typeof units)[number];

/** A value that a fact lays down. `soft`: the words say 原則上 or 一般 ("in principle", "generally"). */
const value = z.union([
  /** `any`: one of them is enough. `presiding`: those that count only while they preside over the meeting. */
  z.strictObject({
    posts: z.array(identifier).min(1),
    any: z.boolean().optional(),
    presiding: z.array(identifier).optional(),
    soft,
  }),
  z.strictObject({ bodies: z.array(identifier).min(1), any: z.boolean().optional(), soft }),
  z.strictObject({ number: z.number(), unit: z.enum(units), bound: z.enum(["max", "min", "exact"]), soft }),
  z.strictObject({
    times: z.number(),
    per: z.enum(["week", "month", "quarter", "half-year", "year"]),
    at: z.enum(["start", "end"]).nullish(),
    soft,
  }),
  /** The source's own words, in its order. */
  z.strictObject({ list: z.array(z.string().min(1)).min(1), soft }),
  z.strictObject({ permit: z.enum(["yes", "no", "conditional"]), soft }),
  z.strictObject({ text: z.string(), soft }),
]);
export type Value = z.output<typeof value>;

const oneOrMore = z.union([identifier, z.array(identifier).min(1)]).transform((one) => [one].flat());

export const factSchema = z.strictObject({
  id: identifier,
  quote: z.string().min(1),
  also: z.array(z.strictObject({ article: z.int().positive(), quote: z.string().min(1) })).default([]),
  answers: z.array(z.enum(questionKinds)).min(1),
  values: z.record(identifier, value).default({}),
  table: identifier.optional(),
  when: z.record(identifier, oneOrMore).default({}),
  silent: z.boolean().default(false),
  say: text,
});

/** One thing that an article lays down, or (silent) touches and leaves open. */
export interface Fact {
  readonly id: string;
  readonly article: number;
  readonly file: string;
  readonly line: number;
  /** First the words that the fact rests on, then further ones. */
  readonly because: readonly [Citation, ...Citation[]];
  readonly answers: readonly QuestionKind[];
  readonly values: Readonly<Record<string, Value>>;
  /** A row of a decision table: the values of its dimensions for which it holds; a dimension left out holds for all. */
  readonly row?: { readonly table: string; readonly when: Readonly<Record<string, readonly string[]>> };
  /** The rules touch this and do not say it: `answers` are then the kinds of question left open. */
  readonly silent: boolean;
  readonly say: RulebookText;
}

export const rulebookSchema = z.strictObject({
  id: identifier,
  edition: z.string().min(1),
  title: text,
  issuer: text,
  note: text,
  /** Questions that Mishu offers to somebody who does not know what to ask. */
  examples: z.partialRecord(z.enum(languages), z.array(z.string().min(1))).default({}),
  source: z.strictObject({ language: z.enum(languages), file: z.string() }),
  readings: z.partialRecord(z.enum(languages), z.string()).default({}),
  /** "Art. {n}", "第{zh}条": how an article is named. */
  article: text,
  /** Concepts of the vocabulary that name another government or office: a question with one is not about these rules. */
  elsewhere: z.array(identifier).default([]),
  /** Facts that say what every reader of a rulebook asks first. */
  facts: z.strictObject({
    inForce: identifier.optional(),
    repeals: identifier.optional(),
    interpreter: identifier.optional(),
    /** Who acts for whom when entrusted: the fact's values `entrusted-by` and `entrusted` name the posts. */
    entrustment: identifier.optional(),
    scope: z.array(identifier).default([]),
  }),
  /** How requests for leave are decided by the rules; left out: the rules say nothing of leave. */
  leave: z
    .strictObject({
      /** The table whose rows name the approver in their value `approver`. */
      table: identifier,
      /** Its dimensions: whose leave, on which occasion, and which post presides over the meeting. */
      post: identifier,
      occasion: identifier,
      presider: identifier.optional(),
      /** Values of further dimensions that hold while the holder of a post is away. */
      away: z.record(identifier, z.strictObject({ value: identifier, post: identifier })).default({}),
      /** Occasions: a journey; important events; all others are meetings. */
      trip: identifier,
      event: identifier.optional(),
      /** Facts: who may go instead once leave from a meeting is granted; nobody besides; for whom whoever goes speaks. */
      substitute: identifier.optional(),
      companions: identifier.optional(),
      speaks: identifier.optional(),
      /** Facts: who looks after attendance; that reporting back is not laid down. */
      check: identifier.optional(),
      reportingBack: identifier.optional(),
    })
    .optional(),
  /** Meetings, by the occasion that missing them is, and who must attend: the posts that facts name, and further ones. */
  attendance: z
    .record(
      identifier,
      z.strictObject({ facts: z.array(identifier).default([]), also: z.array(identifier).default([]) }),
    )
    .default({}),
  /** How meetings are called, checked and minuted by the rules; left out: the rules say nothing of meetings. */
  meetings: z
    .strictObject({
      /** The table whose rows name in their value `convener` who convenes and presides, and its dimension of the meeting. */
      conveners: z.strictObject({
        table: identifier,
        meeting: identifier,
        away: z.record(identifier, z.strictObject({ value: identifier, post: identifier })).default({}),
      }),
      /** The table whose rows name in their values `reviewer`, `signer` or `consent` by whom minutes pass. */
      minutes: z.strictObject({
        table: identifier,
        meeting: identifier,
        step: identifier,
        review: identifier,
        sign: identifier,
        issue: identifier,
        /** Subjects that change the way: the value that stands for them, the fact that lists them, each with its words there. */
        subject: z
          .strictObject({
            dimension: identifier,
            value: identifier,
            listed: identifier,
            each: z.record(identifier, z.strictObject({ words: z.string().min(1), name: text })),
          })
          .optional(),
        /**
         * Opinions that come of a meeting `of` a kind when it is called `by` holders of a post: `meeting` is the meeting
         * as which the table has it.
         */
        opinions: z.strictObject({ of: identifier, by: identifier, meeting: identifier }).optional(),
        /** The meetings whose decisions are made public, and the facts that say so, with what is excepted. */
        publish: z
          .strictObject({ meetings: z.array(identifier), rule: identifier, except: identifier.optional() })
          .optional(),
        /** By post: the fact that tells what the rules say of signing while its holder is away. */
        away: z.record(identifier, identifier).default({}),
      }),
      /** What may be planned, by the value of the meeting's dimension; left out: the occasions of leave that are meetings. */
      types: z
        .record(
          identifier,
          z.strictObject({
            /** Whose meeting it is: the government's, or a department's. */
            organiser: z.enum(["government", "department"]).default("government"),
            /** It is for the whole city, and held in the government's name. */
            cityWide: z.boolean().default(false),
            inName: z.boolean().default(false),
            /** The occasion on which leave from it is asked for; left out: the rules say of whom it is asked on none. */
            occasion: identifier.optional(),
          }),
        )
        .optional(),
      /** What the items of an agenda are checked against. */
      agenda: z
        .strictObject({
          /** The fact by which matters that go to a meeting are prepared beforehand. */
          prepared: z.strictObject({ meeting: identifier, rule: identifier }).optional(),
          /** The meeting whose reports have a limit. */
          reports: identifier.optional(),
          /** Matters that a fact sends to a body: whether it must decide on them, or it is one of its tasks. */
          matters: z
            .record(identifier, z.strictObject({ rule: identifier, must: z.boolean().default(false), name: text }))
            .default({}),
        })
        .default({ matters: {} }),
      /** Types of meetings that are watched: whether one is planned as often as the table's rows say in their value `frequency`. */
      cadence: z.strictObject({ table: identifier, meeting: identifier, types: z.array(identifier).min(1) }).optional(),
      /** Facts with the limits that a meeting is checked against. */
      limits: z.strictObject({
        overall: identifier.optional(),
        other: identifier.optional(),
        siteVisit: identifier.optional(),
        speeches: identifier.optional(),
        report: identifier.optional(),
        yearly: identifier.optional(),
        plan: identifier.optional(),
        inName: identifier.optional(),
        othersLeaders: identifier.optional(),
        ownName: identifier.optional(),
        ownLeaders: identifier.optional(),
      }),
    })
    .optional(),
  /** How documents handed over, tasks and instructions are followed up by the rules; left out: the rules say nothing of them. */
  deadlines: z
    .strictObject({
      /** The table whose rows name in their value `limit` the working days that a document may take, and its dimension. */
      limits: z.strictObject({ table: identifier, category: identifier }),
      /** The category of a document, found by plain questions in this order: the first that is answered with yes. */
      questions: z.array(z.strictObject({ category: identifier, ask: text })).min(1),
      /** The category of a document when none of the questions is answered with yes. */
      otherwise: identifier,
      /** Categories for which the state of handling is explained before their working days are given. */
      explained: z.array(identifier).default([]),
      /** Facts: that the rules do not say from which day is counted; nor whether a limit is extended. */
      counting: identifier.optional(),
      extension: identifier.optional(),
      /** What is followed up besides documents: by which fact, and the fact that the rules set no day for it. */
      kinds: z
        .partialRecord(
          z.enum(["task", "matter", "instruction", "decision"]),
          z.strictObject({ rule: identifier, day: identifier.optional() }),
        )
        .default({}),
      /** Leaders' instructions that the office collects and supervises: always those of some posts, others when selected. */
      collected: z
        .strictObject({
          rule: identifier,
          organiser: identifier,
          feedback: identifier.optional(),
          always: z.array(identifier).min(1),
          selected: z.array(identifier).default([]),
        })
        .optional(),
      /** Posts whose holders hear of what stays overdue, and are asked for other days: the office's own arrangement. */
      office: z.array(identifier).min(1),
      /** Facts: who supervises and circulates what was carried out. */
      circulated: z.array(identifier).default([]),
    })
    .optional(),
  /** Posts whose holders may do what administrators do in Mishu: the office's own arrangement, not the rules'. */
  permissions: z.partialRecord(z.enum(actions), z.array(identifier).min(1)).default({}),
  posts: z.record(
    identifier,
    z.strictObject({
      name: text,
      /** The broader post that this one also is. */
      kind: identifier.optional(),
      /** Nobody's title: of the broader post, whoever has the asker's department in the portfolio. */
      inCharge: z.boolean().default(false),
      /** Whoever holds it leads nothing: no responsible person (負責同志) of their department. */
      staff: z.boolean().default(false),
      /** Concepts that together name the post: "head" and "district". */
      named: z.array(z.array(identifier).min(2)).default([]),
    }),
  ),
  bodies: z.record(identifier, z.strictObject({ name: text })).default({}),
  dimensions: z
    .record(
      identifier,
      z.strictObject({
        ask: text,
        /** The dimension is the post of whoever asks. */
        asker: z.boolean().default(false),
        values: z.record(identifier, z.strictObject({ name: text })),
      }),
    )
    .default({}),
  tables: z
    .record(
      identifier,
      z.strictObject({
        about: text,
        /** Asked back in this order when the answer depends on them. */
        dimensions: z.array(identifier).min(1),
        /** Never asked back: rows with them hold only when the question names them. */
        optional: z.array(identifier).default([]),
        /** Never asked back: when the question does not name them, all their rows are answered together. */
        together: z.array(identifier).default([]),
        /** What is meant when the question does not name it, once every other dimension is known. */
        usual: z.record(identifier, identifier).default({}),
        /** Concepts of the vocabulary that speak against what is usually meant: a question that names one is asked back. */
        unless: z.array(identifier).default([]),
      }),
    )
    .default({}),
});
export type RulebookData = z.output<typeof rulebookSchema>;

/** The values of a dimension by id: the posts, where it is the post of whoever asks. Empty for an unknown one. */
export function valuesOf(
  { dimensions, posts }: RulebookData,
  name: string,
): Readonly<Record<string, { readonly name: RulebookText }>> {
  const dimension = dimensions[name];
  return dimension?.asker ? posts : (dimension?.values ?? {});
}

const words = z.array(z.string().min(1)).default([]);
/** Concept -> the words for it, office and colloquial; Chinese in either script. */
export const vocabularySchema = z.record(identifier, z.strictObject({ en: words, zh: words }));
export type VocabularyData = z.output<typeof vocabularySchema>;

/**
 * A question as somebody might ask it, and what it is about: a fact; a decision table, with the case left open;
 * something near an article that the rules do not say; or nothing in the rulebook.
 */
export interface SampleQuestion {
  readonly text: string;
  readonly language: Language;
  readonly target: { readonly fact: string } | { readonly table: string } | { readonly notSaid: number } | "off-topic";
  readonly file: string;
  readonly line: number;
}

export interface Rulebook {
  readonly data: RulebookData;
  readonly source: LawText;
  /** The source and the reading versions, by language. */
  readonly texts: ReadonlyMap<Language, LawText>;
  readonly facts: ReadonlyMap<string, Fact>;
}

/** How people ask about a rulebook: its vocabulary and its sample questions. */
export interface Usage {
  readonly vocabulary: VocabularyData;
  readonly samples: readonly SampleQuestion[];
}

export interface Loaded {
  readonly rulebook: Rulebook;
  readonly usage: Usage;
  readonly findings: readonly Finding[];
}
