import { isLanguage, type RulebookText } from "../text.ts";
import { checkDeadlines } from "./check-deadlines.ts";
import { inData } from "./in-data.ts";
import type { Finding, LawText } from "./law-text.ts";
import { type Fact, type Rulebook, type SampleQuestion, type Usage, valuesOf } from "./model.ts";

/** What is wrong in a rulebook whose files could be read: unknown names, missing languages, readings out of step. */
export function checkRulebook(rulebook: Rulebook, usage: Usage): readonly Finding[] {
  return [
    ...checkReadings(rulebook),
    ...[...rulebook.facts.values()].flatMap((fact) => checkFact(rulebook, fact)),
    ...checkTables(rulebook, usage),
    ...checkMetadata(rulebook),
    ...checkLeave(rulebook),
    ...checkMeetings(rulebook),
    ...checkDeadlines(rulebook),
    ...checkSamples(rulebook, usage),
  ];
}

/** A reading version has the same articles, paragraphs, items and sentences, so that a place means the same in each. */
function checkReadings({ source, texts }: Rulebook): readonly Finding[] {
  const findings: Finding[] = [];
  const shape = (law: LawText, number: number) =>
    law.articles
      .get(number)
      ?.paragraphs.map((each) => `${each.item ?? "-"}:${each.sentences.length}`)
      .join(" ");
  for (const law of texts.values()) {
    if (law === source) continue;
    for (const [number, article] of source.articles) {
      const own = law.articles.get(number);
      if (!own) {
        findings.push({ file: law.file, line: 1, message: `article ${number} is missing` });
      } else if (shape(law, number) !== shape(source, number)) {
        findings.push({
          file: law.file,
          line: own.line,
          message: `article ${number} is not divided like the source (item:sentences of each paragraph: "${shape(law, number)}", the source has "${shape(source, number)}", from line ${article.line})`,
        });
      }
    }
    for (const [number, article] of law.articles)
      if (!source.articles.has(number))
        findings.push({ file: law.file, line: article.line, message: `the source has no article ${number}` });
  }
  return findings;
}

function checkFact({ data, texts }: Rulebook, fact: Fact): readonly Finding[] {
  const messages: string[] = [];
  for (const language of texts.keys()) if (!fact.say[language]) messages.push(`say has no ${language}`);
  for (const [name, value] of Object.entries(fact.values)) {
    if ("posts" in value)
      for (const post of value.posts) if (!data.posts[post]) messages.push(`${name}: unknown post "${post}"`);
    if ("bodies" in value)
      for (const body of value.bodies) if (!data.bodies[body]) messages.push(`${name}: unknown body "${body}"`);
    if ("list" in value)
      for (const entry of value.list)
        if (
          !texts
            .get(data.source.language)
            ?.articles.get(fact.article)
            ?.paragraphs.some((each) => each.text.includes(entry))
        )
          messages.push(`${name}: "${entry}" is not word for word in article ${fact.article}`);
  }
  const table = fact.row && data.tables[fact.row.table];
  if (fact.row && !table) messages.push(`unknown table "${fact.row.table}"`);
  if (fact.row && table)
    for (const [dimension, values] of Object.entries(fact.row.when)) {
      if (![...table.dimensions, ...table.optional, ...table.together].includes(dimension))
        messages.push(`the table ${fact.row.table} has no dimension "${dimension}"`);
      const known = data.dimensions[dimension];
      for (const each of values)
        if (known && !valuesOf(data, dimension)[each])
          messages.push(`${dimension}: unknown ${known.asker ? "post" : "value"} "${each}"`);
    }
  return messages.map((message) => ({ file: fact.file, line: fact.line, message: `${fact.id}: ${message}` }));
}

function checkTables(rulebook: Rulebook, { vocabulary }: Usage): readonly Finding[] {
  const { data } = rulebook;
  const findings: Finding[] = [];
  const report = (path: readonly string[], message: string) => findings.push(inData(rulebook, path, message));
  for (const [name, table] of Object.entries(data.tables)) {
    for (const [field, dimensions] of Object.entries({
      dimensions: table.dimensions,
      optional: table.optional,
      together: table.together,
    }))
      for (const each of dimensions)
        if (!data.dimensions[each]) report(["tables", name, field], `unknown dimension "${each}"`);
    for (const [dimension, value] of Object.entries(table.usual)) {
      const known = data.dimensions[dimension];
      if (!known || !table.dimensions.includes(dimension))
        report(["tables", name, "usual"], `the table has no dimension "${dimension}"`);
      else if (!valuesOf(data, dimension)[value])
        report(["tables", name, "usual"], `${dimension}: unknown value "${value}"`);
    }
    for (const concept of table.unless)
      if (!vocabulary[concept]) report(["tables", name, "unless"], `the vocabulary has no "${concept}"`);
  }
  for (const [name, post] of Object.entries(data.posts)) {
    const broader: string[] = [];
    for (let kind = post.kind; kind !== undefined && !broader.includes(kind); kind = data.posts[kind]?.kind)
      broader.push(kind);
    if (broader.includes(name)) report(["posts", name, "kind"], "a post is not its own broader post");
    if (post.kind !== undefined && !data.posts[post.kind])
      report(["posts", name, "kind"], `unknown post "${post.kind}"`);
    for (const concept of post.named.flat())
      if (!vocabulary[concept]) report(["posts", name, "named"], `the vocabulary has no "${concept}"`);
  }
  for (const concept of data.elsewhere)
    if (!vocabulary[concept]) report(["elsewhere"], `the vocabulary has no "${concept}"`);
  return findings;
}

/** What requests for leave and the attendance of meetings are decided by: every name must be known. */
function checkLeave(rulebook: Rulebook): readonly Finding[] {
  const { data, facts } = rulebook;
  const findings: Finding[] = [];
  const report = (path: readonly string[], message: string) => findings.push(inData(rulebook, path, message));
  const { leave } = data;
  const occasions = leave ? (data.dimensions[leave.occasion]?.values ?? {}) : {};
  if (leave) {
    const table = data.tables[leave.table];
    if (!table) report(["leave", "table"], `unknown table "${leave.table}"`);
    const dimensions = table ? [...table.dimensions, ...table.optional, ...table.together] : [];
    const used = { post: leave.post, occasion: leave.occasion, presider: leave.presider };
    for (const [field, each] of Object.entries(used))
      if (each !== undefined && !dimensions.includes(each))
        report(["leave", field], `the table ${leave.table} has no dimension "${each}"`);
    for (const [dimension, { value, post }] of Object.entries(leave.away)) {
      if (!dimensions.includes(dimension))
        report(["leave", "away", dimension], `the table ${leave.table} has no dimension "${dimension}"`);
      else if (!valuesOf(data, dimension)[value])
        report(["leave", "away", dimension], `${dimension}: unknown value "${value}"`);
      if (!data.posts[post]) report(["leave", "away", dimension], `unknown post "${post}"`);
    }
    for (const field of ["trip", "event"] as const) {
      const each = leave[field];
      if (each !== undefined && !occasions[each]) report(["leave", field], `unknown occasion "${each}"`);
    }
    for (const field of ["substitute", "companions", "speaks", "check", "reportingBack"] as const) {
      const id = leave[field];
      if (id !== undefined && !facts.has(id)) report(["leave", field], `there is no fact "${id}"`);
    }
  }
  for (const [meeting, { facts: named, also }] of Object.entries(data.attendance)) {
    if (!occasions[meeting]) report(["attendance", meeting], `unknown occasion "${meeting}"`);
    for (const id of named) if (!facts.has(id)) report(["attendance", meeting, "facts"], `there is no fact "${id}"`);
    for (const post of also)
      if (!data.posts[post]) report(["attendance", meeting, "also"], `there is no post "${post}"`);
  }
  return findings;
}

/** What meetings are checked and minuted by: every name must be known, and every limit must say what is read from it. */
function checkMeetings(rulebook: Rulebook): readonly Finding[] {
  const { data, facts } = rulebook;
  const findings: Finding[] = [];
  const report = (path: readonly string[], message: string) =>
    findings.push(inData(rulebook, ["meetings", ...path], message));
  if (!data.meetings) return findings;
  const { conveners, minutes, limits, types, agenda, cadence } = data.meetings;
  const dimensionsOf = (name: string) => {
    const table = data.tables[name];
    return table && [...table.dimensions, ...table.optional, ...table.together];
  };
  const checkTable = (
    part: "conveners" | "minutes" | "cadence",
    table: string,
    used: Readonly<Record<string, string>>,
  ) => {
    const dimensions = dimensionsOf(table);
    if (!dimensions) report([part, "table"], `unknown table "${table}"`);
    for (const [field, each] of Object.entries(used))
      if (dimensions && !dimensions.includes(each))
        report([part, field], `the table ${table} has no dimension "${each}"`);
  };
  const checkValue = (path: readonly string[], dimension: string, value: string) => {
    if (data.dimensions[dimension] && !valuesOf(data, dimension)[value])
      report(path, `${dimension}: unknown value "${value}"`);
  };
  const checkPost = (path: readonly string[], post: string) => {
    if (!data.posts[post]) report(path, `unknown post "${post}"`);
  };
  checkTable("conveners", conveners.table, { meeting: conveners.meeting });
  for (const [dimension, { value, post }] of Object.entries(conveners.away)) {
    checkTable("conveners", conveners.table, { away: dimension });
    checkValue(["conveners", "away", dimension], dimension, value);
    checkPost(["conveners", "away", dimension], post);
  }
  const { meeting, step, subject, opinions } = minutes;
  checkTable("minutes", minutes.table, { meeting, step, ...(subject && { subject: subject.dimension }) });
  for (const field of ["review", "sign", "issue"] as const) checkValue(["minutes", field], step, minutes[field]);
  if (subject) {
    checkValue(["minutes", "subject", "value"], subject.dimension, subject.value);
    const listed = Object.values(facts.get(subject.listed)?.values ?? {}).flatMap((each) =>
      "list" in each ? each.list : [],
    );
    if (listed.length === 0) report(["minutes", "subject", "listed"], `no fact "${subject.listed}" lists anything`);
    for (const [id, { words }] of Object.entries(subject.each))
      if (!listed.includes(words))
        report(["minutes", "subject", "each", id], `${subject.listed} does not list "${words}"`);
  }
  if (opinions) {
    checkPost(["minutes", "opinions", "by"], opinions.by);
    for (const field of ["of", "meeting"] as const)
      checkValue(["minutes", "opinions", field], meeting, opinions[field]);
  }
  const occasions = data.leave ? valuesOf(data, data.leave.occasion) : {};
  for (const [type, { occasion }] of Object.entries(types ?? {})) {
    checkValue(["types", type], conveners.meeting, type);
    if (occasion !== undefined && !occasions[occasion])
      report(["types", type, "occasion"], `unknown occasion "${occasion}"`);
  }
  const checkFact = (path: readonly string[], id: string, says: (fact: Fact) => boolean) => {
    const fact = facts.get(id);
    if (!fact) report(path, `there is no fact "${id}"`);
    else if (!says(fact)) report(path, `the values of ${id} do not say what is read from it`);
  };
  if (agenda.prepared) {
    checkValue(["agenda", "prepared", "meeting"], conveners.meeting, agenda.prepared.meeting);
    checkFact(["agenda", "prepared", "rule"], agenda.prepared.rule, (fact) => "posts" in (fact.values.prepares ?? {}));
  }
  if (agenda.reports !== undefined) checkValue(["agenda", "reports"], conveners.meeting, agenda.reports);
  for (const [id, { rule }] of Object.entries(agenda.matters))
    checkFact(["agenda", "matters", id, "rule"], rule, (fact) =>
      Object.values(fact.values).some((value) => "bodies" in value),
    );
  const anyFact = () => true;
  if (minutes.publish) {
    for (const each of minutes.publish.meetings) checkValue(["minutes", "publish", "meetings"], meeting, each);
    checkFact(["minutes", "publish", "rule"], minutes.publish.rule, anyFact);
    if (minutes.publish.except !== undefined)
      checkFact(["minutes", "publish", "except"], minutes.publish.except, anyFact);
  }
  for (const [post, id] of Object.entries(minutes.away)) {
    checkPost(["minutes", "away", post], post);
    checkFact(["minutes", "away", post], id, anyFact);
  }
  if (cadence) {
    checkTable("cadence", cadence.table, { meeting: cadence.meeting });
    for (const type of cadence.types) {
      checkValue(["cadence", "types"], conveners.meeting, type);
      if (types && !types[type]) report(["cadence", "types"], `"${type}" is none of the types that can be planned`);
      const rows = [...facts.values()].filter(
        ({ row, silent }) => !silent && row?.table === cadence.table && row.when[cadence.meeting]?.includes(type),
      );
      if (rows.length !== 1 || !rows.every(isWatched))
        report(
          ["cadence", "types"],
          `the table ${cadence.table} does not say by one row with a frequency, once a month or half-year, how often ${type} is held`,
        );
    }
  }
  for (const [name, id = ""] of Object.entries(limits))
    checkFact(["limits", name], id, readsAs[name as keyof typeof readsAs]);
  return findings;
}

function isWatched({ values: { frequency } }: Fact): boolean {
  if (!frequency || !("times" in frequency)) return false;
  return frequency.times === 1 && (frequency.per === "month" || frequency.per === "half-year");
}

const numberIn = (name: string) => (fact: Fact) => "number" in (fact.values[name] ?? {});
const isPermit = (name: string) => (fact: Fact) => "permit" in (fact.values[name] ?? {});
const approverIn = (fact: Fact) => ["posts", "bodies"].some((each) => each in (fact.values.approver ?? {}));
const readsAs: Readonly<Record<keyof NonNullable<Rulebook["data"]["meetings"]>["limits"], (fact: Fact) => boolean>> = {
  overall: numberIn("limit"),
  other: numberIn("limit"),
  siteVisit: (fact) => numberIn("limit")(fact) && approverIn(fact),
  speeches: (fact) => numberIn("speakers")(fact) && numberIn("minutes-each")(fact),
  report: (fact) => numberIn("limit")(fact) && "posts" in (fact.values.reporter ?? {}),
  yearly: numberIn("maximum"),
  plan: approverIn,
  inName: approverIn,
  othersLeaders: approverIn,
  ownName: isPermit("government-name"),
  ownLeaders: isPermit("invite-leaders"),
};

function checkMetadata(rulebook: Rulebook): readonly Finding[] {
  const { data, facts, texts } = rulebook;
  const findings: Finding[] = [];
  const { scope, ...single } = data.facts;
  const named = [...Object.entries(single), ...scope.map((id) => ["scope", id] as const)];
  for (const [field, id] of named)
    if (id !== undefined && !facts.has(id))
      findings.push(inData(rulebook, ["facts", field], `there is no fact "${id}"`));
  for (const [action, posts] of Object.entries(data.permissions))
    for (const post of posts ?? [])
      if (!Object.hasOwn(data.posts, post))
        findings.push(inData(rulebook, ["permissions", action], `there is no post "${post}"`));
  const texted: [readonly string[], RulebookText][] = [
    [["title"], data.title],
    [["issuer"], data.issuer],
    [["note"], data.note],
    [["article"], data.article],
    ...Object.entries(data.posts).map(([id, { name }]): [string[], RulebookText] => [["posts", id, "name"], name]),
    ...Object.entries(data.bodies).map(([id, { name }]): [string[], RulebookText] => [["bodies", id, "name"], name]),
    ...Object.entries(data.dimensions).flatMap(([id, { ask, values }]): [string[], RulebookText][] => [
      [["dimensions", id, "ask"], ask],
      ...Object.entries(values).map(([value, { name }]): [string[], RulebookText] => [
        ["dimensions", id, "values", value, "name"],
        name,
      ]),
    ]),
    ...Object.entries(data.tables).map(([id, { about }]): [string[], RulebookText] => [["tables", id, "about"], about]),
  ];
  for (const [path, text] of texted)
    for (const language of texts.keys())
      if (!text[language]) findings.push(inData(rulebook, path, `there is no ${language}`));
  for (const language of Object.keys(data.readings))
    if (!isLanguage(language)) findings.push(inData(rulebook, ["readings"], `unknown language "${language}"`));
  return findings;
}

function checkSamples({ data, facts, source }: Rulebook, { samples }: Usage): readonly Finding[] {
  const missing = ({ target }: SampleQuestion): string | undefined => {
    if (target === "off-topic") return undefined;
    if ("fact" in target) return facts.has(target.fact) ? undefined : `fact "${target.fact}"`;
    if ("table" in target) return data.tables[target.table] ? undefined : `table "${target.table}"`;
    return source.articles.has(target.notSaid) ? undefined : `article ${target.notSaid}`;
  };
  return samples.flatMap((sample) => {
    const name = missing(sample);
    return name ? [{ file: sample.file, line: sample.line, message: `there is no ${name}` }] : [];
  });
}
