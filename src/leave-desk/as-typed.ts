import type { Leave, Span } from "../leave/leave.ts";

const daysAsTyped = ({ from, fromHalf, until, untilHalf }: Span) => ({
  from: fromHalf === "pm" ? `${from} pm` : from,
  until: untilHalf === "am" ? `${until} am` : until,
});

/** What the form that changes a request opens with; the days of a meeting are not for whoever asks to change. */
export const toChange = ({ number, meeting, span, purpose, place }: Leave) => ({
  number: String(number),
  ...(meeting === null ? daysAsTyped(span) : {}),
  purpose: purpose ?? "",
  place,
});

/** A draft as it would be typed: its form opens filled in, and what is sent changes this very draft. */
export function asTyped(draft: Leave): Readonly<Record<string, string>> {
  const kept = draft.meeting !== null;
  const options: Readonly<Record<string, string>> = {
    ...(kept ? {} : daysAsTyped(draft.span)),
    purpose: draft.purpose ?? "",
    place: draft.place,
    reason: draft.reason,
    occasion: draft.occasion,
    meeting: kept ? String(draft.meeting) : "",
    event: draft.event,
    presider: kept ? "" : (draft.presider ?? ""),
    post: draft.title,
    change: String(draft.number),
  };
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== ""));
}
