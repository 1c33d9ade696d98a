import type { Day } from "../dates.ts";

/** What is wrong in a notice, by itself or beside others, and in which of its fields. */
export type NoticeFault = { readonly field: string } & (
  | { readonly kind: "backwards"; readonly holiday: string; readonly from: Day; readonly until: Day }
  | { readonly kind: "endless"; readonly holiday: string }
  | { readonly kind: "off-twice"; readonly day: Day }
  | { readonly kind: "worked-twice"; readonly day: Day }
  | { readonly kind: "off-and-worked"; readonly day: Day }
  | { readonly kind: "worked-anyway"; readonly day: Day }
  | { readonly kind: "other-year"; readonly day: Day; readonly year: number }
  | { readonly kind: "issued-otherwise"; readonly day: Day; readonly year: number }
  | { readonly kind: "amends-missing" }
  | { readonly kind: "number-taken"; readonly notice: string; readonly other: string }
  | { readonly kind: "year-taken"; readonly year: number; readonly other: string }
  /** `off`: by the other notice the day is off, and by this one worked; else the other way about. */
  | {
      readonly kind: "against";
      readonly day: Day;
      readonly off: boolean;
      readonly other: string;
      readonly amends: boolean;
    }
  | { readonly kind: "there-already"; readonly day: Day; readonly other: string }
  | { readonly kind: "nothing-amended"; readonly amends: string; readonly year: number }
  | { readonly kind: "nothing-cancelled"; readonly day: Day }
);

/** A fault for whoever keeps the files. */
export function faultInEnglish(fault: NoticeFault): string {
  const { field } = fault;
  switch (fault.kind) {
    case "backwards":
      return `${field}: ${fault.holiday} ends on ${fault.until}, before it begins on ${fault.from}: mend one of them`;
    case "endless":
      return `${field}: ${fault.holiday} is sixty days long or longer: look at the years of its days`;
    case "off-twice":
      return `${field}: ${fault.day} stands in two holidays: leave it in one`;
    case "worked-twice":
      return `${field}: ${fault.day} stands there twice: leave it out once`;
    case "off-and-worked":
      return `${field}: ${fault.day} is also a day off: it can be only one of them`;
    case "worked-anyway":
      return `${field}: ${fault.day} is no Saturday or Sunday, so it is worked anyway: mend the date, or leave it out`;
    case "other-year":
      return `${field}: ${fault.day} is not of ${fault.year}, nor of the December before: it belongs to another notice`;
    case "issued-otherwise":
      return `${field}: ${fault.day} is neither in ${fault.year} nor in the year before: mend it, or the year`;
    case "amends-missing":
      return `${field}: only a notice that amends another cancels days: write which, as amends`;
    case "number-taken":
      return `${field}: ${fault.notice} is the number in ${fault.other} too: write its own`;
    case "year-taken":
      return `${field}: ${fault.year} is arranged by ${fault.other} already: write amends if this one changes it`;
    case "against":
      return `${field}: ${fault.day} is ${fault.off ? "off" : "worked"} by ${fault.other}: ${fault.amends ? "add it to cancels if that holds no more" : "one of the two is wrong"}`;
    case "there-already":
      return `${field}: ${fault.day} stands in ${fault.other} already: leave it to one of them`;
    case "nothing-amended":
      return `${field}: there is no notice ${fault.amends} for ${fault.year}: write the number of the one it changes`;
    case "nothing-cancelled":
      return `${field}: no notice says anything of ${fault.day}: leave it out`;
  }
}
