import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { quietLog } from "../support/app.ts";
import { sampleRoster } from "./cast.ts";
import { markdownParts } from "./discord-parts.ts";
import { openPlayground, type Playground } from "./playground.ts";
import { runPrompt } from "./prompt.ts";
import type { Message, Screen } from "./screen.ts";
import { serve, type Web } from "./web.ts";

const trouble: unknown[] = [];
let playground: Playground;
let web: Web;

beforeAll(async () => {
  playground = await openPlayground({ log: quietLog((error) => trouble.push(error)) });
  web = await serve(playground, 0);
});

afterAll(async () => {
  await web.stop();
  await playground.stop();
});

/** What the page does, as one person on one platform. */
function at(platform: string, person: string, place = "channel") {
  const here = { platform, person, place };
  const get = async <Answer>(path: string, query: object = {}): Promise<Answer> => {
    const response = await fetch(`${web.address}/api/${path}?${new URLSearchParams({ ...here, ...query })}`);
    return (await response.json()) as Answer;
  };
  const post = async (path: string, body: object): Promise<{ readonly problem?: string }> => {
    const headers = { "content-type": "application/json" };
    const request = { method: "POST", headers, body: JSON.stringify({ ...here, ...body }) };
    return (await (await fetch(`${web.address}/api/${path}`, request)).json()) as { readonly problem?: string };
  };
  const screen = () => get<Screen>("screen");
  return {
    get,
    screen,
    post,
    act: (deed: object) => post("do", { deed }),
    say: (text: string, file?: object) => post("do", { deed: { kind: "say", text, ...(file && { file }) } }),
    /** The newest thing that Mishu said. */
    async last(): Promise<Message> {
      const found = (await screen()).messages.findLast(({ byBot }) => byBot);
      if (!found) throw new Error("Mishu has said nothing");
      return found;
    },
  };
}

const words = (what: unknown): string => JSON.stringify(what);
const codeIn = (what: unknown): string => words(what).match(/[A-Z2-9]{4}-[A-Z2-9]{4}/)?.[0] ?? "";

const buttonOf = ({ parts }: Message, label: string) => {
  const found = parts
    .flatMap((part) => (part.kind === "controls" ? part.controls : []))
    .find((each) => each.label.includes(label));
  if (!found) throw new Error(`there is no button ${label}`);
  return found.id;
};

describe("the page", () => {
  it("is served with all that it is made of, and with nothing from elsewhere", async () => {
    const response = await fetch(`${web.address}/`);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'self'");
    const page = await response.text();
    expect(page).toContain("Here you try Mishu");
    const parts = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = ""]) => address);
    for (const script of ["/draw.js", "/form.js", "/composer.js", "/steps.js", ...parts]) {
      expect(script).toMatch(/^\//);
      expect((await fetch(web.address + script)).status).toBe(200);
    }
  });

  it("is not to be used by other sites", async () => {
    const headers = { "content-type": "text/plain" };
    const foreign = await fetch(`${web.address}/api/do`, { method: "POST", headers, body: "{}" });
    expect(foreign.status).toBe(422);
  });

  it("tells of every change", async () => {
    const changes = await fetch(`${web.address}/api/changes`);
    const reader = changes.body?.getReader();
    await reader?.read();
    const told = reader?.read();
    await at("slack", "outsider").say("good morning");
    expect(new TextDecoder().decode((await told)?.value)).toContain("data: changed");
    await reader?.cancel();
  });
});

describe.each(["slack", "discord"])("the three things to try on %s", (platform) => {
  const owner = at(platform, "owner");
  const head = at(platform, "bureau-head");

  it("imports the sample roster as the owner", async () => {
    if (platform === "discord") await owner.say("/roster import", { sample: true });
    else {
      expect(await owner.say("/roster import")).toEqual({});
      const { form } = await owner.screen();
      expect(form?.fields.find(({ id }) => id === "file")).toMatchObject({ kind: "file" });
      await owner.act({ kind: "submit", form: form?.id, values: { file: { sample: true } } });
      expect((await owner.screen()).form).toBeUndefined();
    }
    // the second platform finds the roster as the first left it: one office stands behind both
    expect(words(await owner.last())).toContain(platform === "slack" ? "60 people" : "already as the file has it");
    expect(await owner.last()).toMatchObject({ onlyYou: true });
  });

  it("links the head of a bureau by a code", async () => {
    await owner.say("/roster link person:毛景行");
    const code = codeIn(await owner.last());
    expect(words(await head.screen())).not.toContain(code);
    await head.say(`/roster link code:${code}`);
    expect(words(await head.last())).toContain("市教育局局长");
  });

  it("answers whom to request leave from, with the name and the article", async () => {
    await head.say(`/ask ${platform === "discord" ? "question:" : ""}who do I request leave from?`);
    const answer = words(await head.last());
    expect(answer).toContain("谢秉章");
    expect(answer).toContain("Art. 61");
  });

  it("answers in the direct message, in the language of the question", async () => {
    await at(platform, "bureau-head", "direct").say("我外出向谁请假？");
    expect(words(await at(platform, "bureau-head", "direct").last())).toContain("第六十一条");
  });

  it("answers a mention, and follows a change of language", async () => {
    const deputy = at(platform, "deputy");
    await deputy.post("locale", { locale: "zh-CN" });
    await deputy.say("/whoami");
    expect(words(await deputy.last())).toContain("管理员");
    await deputy.post("locale", { locale: "en-US" });
    await deputy.say("/whoami");
    expect(words(await deputy.last())).toContain("administrator");
    await deputy.say("@mishu how long may a meeting take?");
    // Discord shows a message to one person alone only where they talk with Mishu alone
    const answered = platform === "slack" ? deputy : at(platform, "deputy", "direct");
    expect(words(await answered.last())).toContain("Art.");
  });

  it("presses buttons, hands out files, and says what cannot be done", async () => {
    await owner.say(platform === "discord" ? "/roster import template:true" : "/roster import --template");
    const reply = await owner.screen();
    // Slack shows a file to one person alone only where they talk with Mishu alone
    const place = platform === "slack" ? at(platform, "owner", "direct") : owner;
    const [file] = (await place.screen()).messages.flatMap(({ files }) => files);
    const sent = await fetch(`${web.address}/api/file?${new URLSearchParams({ platform, id: file?.id ?? "" })}`);
    expect(sent.headers.get("content-disposition")).toContain("roster-template.csv");
    const template = reply.messages.findLast(({ parts }) => words(parts).includes("Choose"));
    expect(template).toBeDefined();
    const message = template as Message;
    await owner.act({ kind: "press", message: message.id, control: buttonOf(message, "Choose") });
    const { form } = await owner.screen();
    expect(form?.fields.length).toBeGreaterThan(0);
    await owner.act({ kind: "close", form: form?.id });
    expect((await owner.screen()).form).toBeUndefined();
    expect((await owner.say("/nothing of the kind")).problem).toBeDefined();
    expect((await at(platform, "nobody").say("hello")).problem).toContain("nobody");
  });

  it("draws a picture in its message; what only calls itself one is no more than a file to save", async () => {
    const png = Buffer.from("\x89PNG\r\n\x1a\n and so on", "latin1");
    const page = Buffer.from("<script>alert(1)</script>");
    for (const [content, type] of [
      [png, "image/png"],
      [page, "application/octet-stream"],
    ] as const) {
      await owner.say("look", { name: "month.png", base64: content.toString("base64") });
      const file = (await owner.screen()).messages.flatMap(({ files }) => files).at(-1);
      expect(file).toMatchObject({ name: "month.png", shows: "" });
      const sent = await fetch(`${web.address}/api/file?${new URLSearchParams({ platform, id: file?.id ?? "" })}`);
      expect(sent.headers.get("content-type")).toBe(type);
      expect(sent.headers.get("content-disposition")).toMatch(/^attachment/);
      expect(Buffer.from(await sent.arrayBuffer())).toEqual(content);
    }
  });

  it("keeps a journal of requests, none of which the imitation finds strange", async () => {
    const { requests, unexpected } = await owner.get<{ requests: unknown[]; unexpected: string[] }>("journal");
    expect(requests.length).toBeGreaterThan(5);
    expect(unexpected).toEqual([]);
    expect(trouble).toEqual([]);
  });
});

describe("typing", () => {
  it("suggests people while an option is typed on Discord, and in a form on Slack", async () => {
    const typed = { typed: "/roster link person:毛" };
    expect(words(await at("discord", "owner").get("suggest", typed))).toContain("市教育局局长");
    const owner = at("slack", "owner");
    await owner.say("/roster link form");
    expect(words(await owner.get("suggest", { typed: "毛", field: "person" }))).toContain("市教育局局长");
    await owner.act({ kind: "close", form: (await owner.screen()).form?.id });
  });

  it("lists the commands in the language of the person", async () => {
    const offered = await at("slack", "secretary-general").get<{ line: string; summary: string }[]>("commands");
    const settings = offered.find(({ line }) => line.endsWith("roster import"));
    expect(settings?.summary).toContain("花名册");
  });

  it("reads Discord's marks as Discord does", () => {
    const parts = markdownParts("**a \\* b**\n-# small\n- one\n  more\n> said\n```\nx  y\n```", {
      user: (id) => id,
      channel: (id) => id,
    });
    expect(parts).toEqual([
      { kind: "text", spans: [{ text: "a * b", style: "bold" }] },
      { kind: "small", spans: [{ text: "small" }] },
      { kind: "list", items: [[{ text: "one\nmore" }]] },
      { kind: "quote", spans: [{ text: "said" }] },
      { kind: "code", text: "x  y" },
    ]);
  });
});

describe("the prompt", () => {
  it("tries the same without a page", async () => {
    const input = new PassThrough();
    const output = new PassThrough();
    const ended = runPrompt(playground, input, output);
    const lines = ["@discord district", "/ask question:who signs the minutes of the executive meeting?", ":requests"];
    input.end(`${[...lines, "slack owner> /roster import", "sample", "", ":q"].join("\n")}\n`);
    await ended;
    const told = String(output.read());
    expect(told).toContain("(only visible to you)");
    expect(told).toContain("Art. ");
    expect(told).toContain("/webhooks/");
    expect(told).toContain("Form: ");
    expect(told).toContain("already as the file has it");
    expect(sampleRoster.content).toContain("谢秉章");
  });
});
