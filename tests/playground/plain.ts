import type { Control, Field, Form, Message, Part, Span } from "./screen.ts";

/** What a person sees, as plain lines for the prompt; buttons are numbered from 1. */
export function plainMessage(message: Message): string {
  let number = 0;
  const control = (each: Control): string => {
    number += 1;
    if (each.kind === "button") return `[${number}] ${each.label}`;
    return `[${number}] ${each.label} ${each.options.map(({ label }) => label).join(" | ")}`;
  };
  const part = (each: Part): string => {
    switch (each.kind) {
      case "controls":
        return each.controls.map(control).join("  ");
      case "list":
        return each.items.map((item) => `- ${textOf(item)}`).join("\n");
      case "quote":
        return textOf(each.spans).replaceAll(/^/gm, "> ");
      case "code":
        return each.text;
      case "rule":
        return "———";
      case "table":
        return each.rows.map((row) => row.map(textOf).join(" | ")).join("\n");
      default:
        return textOf(each.spans);
    }
  };
  const only = message.onlyYou ? " (only visible to you)" : "";
  const files = message.files.map(
    ({ name, size, shows }) => `[file ${name}, ${size} bytes]${shows === undefined ? "" : `\n${shows}`}`,
  );
  return [`${message.from}${only}:`, ...message.parts.map(part), ...files].join("\n").replaceAll("\n", "\n  ");
}

const textOf = (spans: readonly Span[]): string => spans.map(({ text }) => text).join("");

export function describeForm({ title, fields, trouble }: Form): string {
  const wrong = fields.filter(({ error }) => error !== "").map(({ label, error }) => `  ! ${label}: ${error}`);
  const notes = fields.filter(({ kind }) => kind === "note").map(({ label }) => `  ${label}`);
  const how = "  One line for each field; an empty one leaves it as it is; :cancel closes the form.";
  return [`Form: ${title}`, ...(trouble ? [`  ! ${trouble}`] : []), ...wrong, ...notes, how].join("\n");
}

export function fieldQuestion({ label, kind, needed, value, options }: Field): string {
  const choices = kind === "menu" ? ` (${options.map((each) => each.label).join(" | ")})` : "";
  const how = kind === "file" ? " (a path, or sample)" : choices;
  return `  ${label}${needed ? "" : ", optional"}${how}${value ? ` [${value}]` : ""}: `;
}
