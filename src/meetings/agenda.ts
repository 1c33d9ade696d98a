import type { Fact, Rulebook } from "../rulebook/model.ts";

/** A matter to decide on, a report to hear, or somebody's speech on how they do things (交流發言). */
export const itemKinds = ["matter", "report", "speech"] as const;
export type ItemKind = (typeof itemKinds)[number];

/** An item of a meeting's agenda. */
export interface AgendaItem {
  /** From 1, in the order in which they are dealt with. */
  readonly position: number;
  readonly title: string;
  readonly kind: ItemKind;
  /** One of the rulebook's matters; null: none of them. */
  readonly matter: string | null;
  /** Who presents it: somebody of the roster, else in words; "" where it is not known. */
  readonly reporter: string | null;
  readonly reporterWords: string;
  /** How long it takes; null: not known. */
  readonly minutes: number | null;
  /** The vice mayor in charge, by their id. */
  readonly leader: string | null;
  /** Whoever is in charge has had it studied, coordinated and discussed. */
  readonly prepared: boolean;
  /** Where its papers are: a link, or in words. */
  readonly material: string;
}

/** Something that a rule says of an item. */
export type ItemRemark = {
  readonly rule: Fact;
  readonly item: AgendaItem;
} & (
  | /** It was not said to be prepared. */ { readonly name: "unprepared" }
  /** Another body decides on it; `must`: it has to, and cannot only be asked as well. */
  | { readonly name: "elsewhere"; readonly bodies: readonly string[]; readonly must: boolean }
);

/** What the rulebook says against the items of a meeting of this type (Changzhou: Arts. 18, 42). */
export function checkItems(type: string, items: readonly AgendaItem[], rulebook: Rulebook): readonly ItemRemark[] {
  const agenda = rulebook.data.meetings?.agenda;
  if (!agenda) return [];
  const preparation = agenda.prepared?.meeting === type ? rulebook.facts.get(agenda.prepared.rule) : undefined;
  return items.flatMap((item): readonly ItemRemark[] => {
    const matter = agenda.matters[item.matter ?? ""];
    const rule = matter && rulebook.facts.get(matter.rule);
    const bodies = rule ? bodiesIn(rule) : [];
    return [
      // the words speak of what is submitted to be discussed: a report is heard
      ...(preparation && item.kind === "matter" && !item.prepared
        ? [{ name: "unprepared", rule: preparation, item } as const]
        : []),
      ...(matter && rule && !bodies.includes(type)
        ? [{ name: "elsewhere", rule, item, bodies, must: matter.must } as const]
        : []),
    ];
  });
}

const bodiesIn = ({ values }: Fact): readonly string[] =>
  Object.values(values).flatMap((value) => ("bodies" in value ? value.bodies : []));

/** Minutes that the items take together, as far as it is known of them. */
export const minutesTogether = (items: readonly AgendaItem[]): number =>
  items.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
