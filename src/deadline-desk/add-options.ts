import { z } from "zod";
import type { TypedDeadline } from "./add.ts";

/** What is typed of something that is to be followed up. */
export const addOptions = z.object({
  title: z.string().default(""),
  department: z.string().default(""),
  received: z.string().default(""),
  category: z.string().default(""),
  reference: z.string().default(""),
  kind: z.enum(["document", "task", "matter", "instruction", "decision"]).optional(),
  from: z.string().default(""),
  due: z.string().default(""),
  time: z.string().default(""),
  owner: z.string().default(""),
  leader: z.string().default(""),
  selected: z.enum(["yes", "no"]).optional(),
  consulted: z.string().default(""),
  link: z.string().default(""),
  channel: z.enum(["yes", "no"]).optional(),
  meeting: z.string().default(""),
  again: z.string().default(""),
});

export const typedDeadline = ({ kind, selected, channel, ...given }: z.output<typeof addOptions>): TypedDeadline => ({
  ...given,
  kind: kind ?? "",
  selected: selected ?? "",
  channel: channel ?? "",
});
