import { type Block, note } from "../reply.ts";
import { placeName } from "../rulebook/cite.ts";
import type { Rulebook } from "../rulebook/model.ts";
import { inLanguage } from "../text.ts";
import type { Wording } from "../wording/wording.ts";
import type { Answer } from "./assistant.ts";

/** `--why`: how a question was read, which facts competed, and what decided. */
export function explainAnswer({ reading, trace }: Answer, rulebook: Rulebook, wording: Wording): readonly Block[] {
  const { why } = wording;
  const language = wording.language;
  const post =
    reading.post === undefined
      ? why.none
      : inLanguage(rulebook.data.posts[reading.post]?.name ?? {}, language) || reading.post;
  const concepts = [...new Set(reading.mentions.map((each) => each.concept))].join(", ") || why.none;
  const kinds = reading.kinds.map((kind) => wording.ask.kinds[kind]).join(", ") || why.none;
  const rows = trace.candidates.map(({ name, article, belief, because }) => [
    `${Math.round(belief * 100)} %`,
    name,
    article === 0 ? "" : placeName({ article }, language, rulebook.data.article),
    because()
      .map((token) => token.replace(/^@/, "#"))
      .join(" "),
  ]);
  return [
    note(why.title),
    {
      kind: "list",
      items: [
        wording.labelled(why.read, reading.normalised),
        wording.labelled(why.language, reading.language),
        wording.labelled(why.asker, post),
        wording.labelled(why.concepts, concepts),
        wording.labelled(why.kinds, kinds),
        ...trace.steps.map((step) => wording.labelled(why.decision, why.step(step))),
      ],
    },
    ...(rows.length > 0 ? [note(why.competed), { kind: "table", rows } as const] : []),
  ];
}
