import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load as parseYaml, YAMLException } from "js-yaml";
import type { z } from "zod";
import { isLanguage, type Language } from "../text.ts";
import { checkRulebook } from "./check.ts";
import { type Citation, citationOf, locate } from "./cite.ts";
import { type Block, type Finding, type LawText, parseLawText } from "./law-text.ts";
import {
  type Fact,
  factSchema,
  type Loaded,
  type Rulebook,
  type RulebookData,
  rulebookSchema,
  type SampleQuestion,
  type Usage,
  vocabularySchema,
} from "./model.ts";

/** The rulebook cannot be used; the message lists every finding as file:line: what is wrong. */
export class RulebookError extends Error {
  readonly findings: readonly Finding[];
  constructor(folder: string, findings: readonly Finding[]) {
    const lines = findings.map((each) => `${each.file}:${each.line}: ${each.message}`);
    super(`The rulebook ${folder} cannot be loaded:\n${lines.join("\n")}`);
    this.name = "RulebookError";
    this.findings = findings;
  }
}

/** Reads and checks a rulebook folder. Throws a RulebookError that lists all findings. */
export function loadRulebook(folder: string): Loaded {
  const { rulebook, usage, findings } = readRulebook(folder);
  if (!rulebook || !usage || findings.length > 0) throw new RulebookError(folder, findings);
  return { rulebook, usage, findings };
}

/** Reads a rulebook folder with all its findings; no rulebook when its `rulebook.yaml` or its text cannot be read. */
export function readRulebook(folder: string): Partial<Loaded> & Pick<Loaded, "findings"> {
  const reader = new Reader(folder);
  const data = reader.yaml("rulebook.yaml", rulebookSchema);
  if (!data) return { findings: reader.findings };
  const source = reader.law(data.source.file, data.source.language);
  if (!source) return { findings: reader.findings };
  const texts = new Map<Language, LawText>([[data.source.language, source]]);
  for (const [language, file] of Object.entries(data.readings)) {
    const law = isLanguage(language) && reader.law(file, language);
    if (!law) continue;
    texts.set(law.language, law);
    for (const block of law.blocks)
      reader.findings.push({
        file: law.file,
        line: block.line - 1,
        message: `facts stand in ${data.source.file} only, not in a reading version`,
      });
  }
  const rulebook: Rulebook = {
    data,
    source,
    texts,
    facts: reader.facts(data, source),
  };
  const usage: Usage = {
    vocabulary: reader.yaml("vocabulary.yaml", vocabularySchema) ?? {},
    samples: reader.samples(),
  };
  const checked = checkRulebook(rulebook, usage).map((finding) => reader.place(finding));
  return { rulebook, usage, findings: [...reader.findings, ...checked] };
}

/** Collects the files of one folder, and what is wrong in them. */
class Reader {
  readonly findings: Finding[] = [];
  readonly folder: string;
  constructor(folder: string) {
    this.folder = folder;
  }

  private report(file: string, line: number, message: string): void {
    this.findings.push({ file: join(this.folder, file), line, message });
  }

  private text(file: string): string | undefined {
    try {
      return readFileSync(join(this.folder, file), "utf8").replace(/^\ufeff/, "");
    } catch {
      this.report(file, 1, "this file is missing or cannot be read");
      return undefined;
    }
  }

  /** A finding of rulebook.yaml with the line on which the key at its path stands. */
  place(finding: Finding): Finding {
    const { path, file, message } = finding;
    const text = path && this.text("rulebook.yaml");
    return text ? { file, line: 1 + lineOf(text, path), message } : finding;
  }

  yaml<S extends z.ZodType>(file: string, schema: S): z.output<S> | undefined {
    const text = this.text(file);
    return text === undefined ? undefined : this.parse(file, 1, text, schema);
  }

  /** Parses YAML that starts on a line of a file; the line of a finding is that of the offending key. */
  private parse<S extends z.ZodType>(file: string, start: number, text: string, schema: S): z.output<S> | undefined {
    let raw: unknown;
    try {
      raw = parseYaml(text);
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error;
      this.report(file, start + (error.mark?.line ?? 0), `not valid YAML: ${error.reason}`);
      return undefined;
    }
    const result = schema.safeParse(raw);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      const path = issue.path.map(String);
      const unknown = issue.code === "unrecognized_keys" ? issue.keys : [];
      const message =
        unknown.length > 0 ? `unknown field ${unknown.map((each) => `"${each}"`).join(", ")}` : wordIssue(issue);
      // facts are read one by one, as lists of one: its 0 says nothing
      const place = path.filter((each, index) => index > 0 || each !== "0").join(".");
      this.report(
        file,
        start + lineOf(text, [...path, ...unknown.slice(0, 1)]),
        place ? `${place}: ${message}` : message,
      );
    }
    return undefined;
  }

  law(file: string, language: Language): LawText | undefined {
    const content = this.text(file);
    if (content === undefined) return undefined;
    const { law, findings } = parseLawText(content, join(this.folder, file), language);
    this.findings.push(...findings);
    return law;
  }

  facts(data: RulebookData, source: LawText): ReadonlyMap<string, Fact> {
    const facts = new Map<string, Fact>();
    for (const block of source.blocks) {
      if (block.kind !== "facts") {
        this.report(
          data.source.file,
          block.line - 1,
          `unknown block "${block.kind}"; blocks of facts begin with \`\`\`facts`,
        );
        continue;
      }
      for (const { text, line } of splitList(block)) {
        const fact = this.fact(data, source, block.article, text, line);
        if (!fact) continue;
        const twin = facts.get(fact.id);
        if (twin) this.report(data.source.file, line, `the id ${fact.id} stands already on line ${twin.line}`);
        else facts.set(fact.id, fact);
      }
    }
    return facts;
  }

  private fact(data: RulebookData, source: LawText, article: number, text: string, line: number): Fact | undefined {
    const { file } = data.source;
    const list = this.parse(file, line, text, factSchema.array());
    const parsed = list?.[0];
    if (!parsed) return undefined;
    const cite = (number: number, quote: string): Citation | undefined => {
      const cited = source.articles.get(number);
      const place = cited && locate(cited, quote);
      if (!place) {
        const why = cited
          ? `is not word for word in article ${number}`
          : `cites article ${number}, which does not exist`;
        this.report(
          file,
          line +
            Math.max(
              0,
              text.split("\n").findIndex((each) => each.includes(quote)),
            ),
          `${parsed.id}: the quote "${quote}" ${why}`,
        );
        return undefined;
      }
      return citationOf(data, place, quote);
    };
    const first = cite(article, parsed.quote);
    const further = parsed.also.map((each) => cite(each.article, each.quote));
    if (!first) return undefined;
    if (!parsed.table && Object.keys(parsed.when).length > 0)
      this.report(file, line, `${parsed.id}: a case ("when") needs the "table" that it belongs to`);
    return {
      id: parsed.id,
      article,
      file: source.file,
      line,
      because: [first, ...further.filter((each) => each !== undefined)],
      answers: parsed.answers,
      values: parsed.values,
      ...(parsed.table === undefined ? {} : { row: { table: parsed.table, when: parsed.when } }),
      silent: parsed.silent,
      say: parsed.say,
    };
  }

  /** `questions/NAME.LANGUAGE.md`: `## fact-id`, `## table NAME`, `## not said ARTICLE` or `## off-topic`, then one question on each `- ` line. */
  samples(): readonly SampleQuestion[] {
    let names: string[];
    try {
      names = readdirSync(join(this.folder, "questions"))
        .filter((name) => !name.startsWith("."))
        .sort();
    } catch {
      return [];
    }
    return names.flatMap((name) => this.sampleFile(join("questions", name), name.split(".").at(-2)));
  }

  private sampleFile(file: string, language: string | undefined): readonly SampleQuestion[] {
    if (!isLanguage(language) || !file.endsWith(".md")) {
      this.report(file, 1, "name this file NAME.LANGUAGE.md, e.g. clerks.zh-Hans.md (languages: en, zh-Hans, zh-Hant)");
      return [];
    }
    const samples: SampleQuestion[] = [];
    let target: SampleQuestion["target"] | undefined;
    (this.text(file) ?? "").split(/\r?\n/).forEach((raw, index) => {
      if (raw.startsWith("## ")) {
        const name = raw.slice(3).trim();
        const notSaid = name.match(/^not said (\d+)$/);
        if (name === "off-topic") target = name;
        else if (notSaid) target = { notSaid: Number(notSaid[1]) };
        else target = name.startsWith("table ") ? { table: name.slice(6).trim() } : { fact: name };
      } else if (raw.startsWith("- ")) {
        const place = { file: join(this.folder, file), line: index + 1 };
        if (target) samples.push({ text: raw.slice(2).trim(), language, target, ...place });
        else this.report(file, index + 1, "a question stands before the first ## heading");
      } else if (raw.trim() !== "" && !raw.startsWith("# "))
        this.report(file, index + 1, 'this line is not read; headings begin with "## ", questions with "- "');
    });
    return samples;
  }
}

/** What zod found, for a clerk: a value has one of several shapes, and which one was meant cannot be told. */
function wordIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_union" && issue.path.includes("values"))
    return "not a value; write {posts: [mayor]}, {bodies: [general-office]}, {number: 7, unit: working-day, bound: max|min|exact}, {times: 1, per: month}, {list: [words of the article]}, {permit: yes|no|conditional} or {text: …}";
  return issue.message;
}

/** The list of a block, item by item, so that one broken fact hides no other and each keeps its line. */
function splitList(block: Block): readonly { text: string; line: number }[] {
  const items: { text: string; line: number }[] = [];
  const lines = block.text.split("\n");
  const indents = lines
    .filter((raw) => raw.trim() !== "" && !raw.trim().startsWith("#"))
    .map((raw) => raw.search(/\S/));
  const indent = Math.min(...indents);
  lines.forEach((whole, index) => {
    const raw = whole.slice(Math.min(indent, whole.search(/\S|$/)));
    const current = items.at(-1);
    if (!current && (raw.trim() === "" || raw.trim().startsWith("#"))) return;
    if (raw.startsWith("- ") || !current) items.push({ text: raw, line: block.line + index });
    else current.text += `\n${raw}`;
  });
  return items;
}

/** The line, from 0, on which the key at a path of parsed YAML most likely stands: keys are sought in order. */
function lineOf(text: string, path: readonly string[]): number {
  const lines = text.split("\n");
  let found = 0;
  for (const key of path) {
    if (/^\d+$/.test(key)) continue;
    const next = lines.findIndex((line, index) => index >= found && line.replace(/^[\s{-]*/, "").includes(`${key}:`));
    if (next >= 0) found = next;
  }
  return found;
}
