import { anything, flag, list, object, oneOf, type Shape, text, typed } from "./shape.ts";

const plain = (max: number) => object({ type: anything, text: text(1, max) }, { emoji: flag });
const mrkdwn = (max: number) => object({ type: anything, text: text(1, max) }, { verbatim: flag });

export const plainText = (max: number): Shape => typed({ plain_text: plain(max) });
export const anyText = (max: number): Shape => typed({ plain_text: plain(max), mrkdwn: mrkdwn(max) });

export const confirm: Shape = object(
  { title: plainText(100), text: anyText(300), confirm: plainText(30), deny: plainText(30) },
  { style: oneOf("primary", "danger") },
);

export const blockId = text(1, 255);
export const actionId = text(1, 255);

const option = (label: (max: number) => Shape, more: Record<string, Shape> = {}) =>
  object({ text: label(75), value: text(1, 150) }, { description: label(75), ...more });

/** Options of menus are plain text; those of checkboxes and radio buttons may be formatted. */
export const menuOption = option(plainText);
export const tickOption = option(anyText);
export const overflowOption = option(plainText, { url: text(1, 3000) });

export const optionGroup: Shape = object({ label: plainText(75), options: list(menuOption, 1, 100) });
