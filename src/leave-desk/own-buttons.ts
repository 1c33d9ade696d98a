import { isOpen, type Leave } from "../leave/leave.ts";
import type { Meeting } from "../meetings/meeting.ts";
import type { Button } from "../reply.ts";
import type { OwnGroup } from "../wording/leave-lists/wording.ts";
import { asTyped } from "./as-typed.ts";
import type { Asker } from "./asker.ts";
import { mayNameNow } from "./card-lines.ts";

/** One of one's own requests, with what is shown of it. */
export interface Own {
  readonly leave: Leave;
  readonly group: OwnGroup;
  readonly meeting: Meeting | undefined;
}

/** What can be done about one's own requests, the most urgent first, as many as there is room for. */
export function ownButtons(own: readonly Own[], most: number, asker: Asker): readonly Button[] {
  return own
    .flatMap((each) => buttonsOf(each, asker))
    .toSorted((one, other) => one.urgency - other.urgency)
    .slice(0, most)
    .map(({ urgency: _, ...button }) => button);
}

type Urgent = Button & { readonly urgency: number };

function buttonsOf({ leave, group, meeting }: Own, { at, context: { wording } }: Asker): readonly Urgent[] {
  const { buttons } = wording.leave;
  const number = { number: String(leave.number) };
  const label = (what: string): string => wording.lists.about(what, wording.leave.number(leave.number));
  const trip = leave.occasion === at.rulebook.data.leave?.trip;
  const may: readonly (Urgent | false)[] = [
    leave.status === "questioned" && {
      urgency: 0,
      label: label(buttons.answer),
      command: "leave answer",
      options: number,
      form: true,
    },
    group === "back" && { urgency: 1, label: label(buttons.return), command: "leave return", options: number },
    mayNameNow(leave, meeting, at) && {
      urgency: 2,
      label: label(buttons.substitute),
      command: "leave substitute",
      options: number,
      form: true,
    },
    group === "now" && trip && { urgency: 3, label: label(buttons.return), command: "leave return", options: number },
    group === "drafts" && {
      urgency: 4,
      label: label(wording.leaveRequest.buttons.change),
      command: "leave request",
      options: asTyped(leave),
      form: true,
    },
    isOpen(leave) && { urgency: 5, label: label(buttons.show), command: "leave show", options: number },
    isOpen(leave) && { urgency: 6, label: label(buttons.withdraw), command: "leave withdraw", options: number },
    (group === "waiting" || group === "now" || group === "coming") && {
      urgency: 7,
      label: label(buttons.change),
      command: "leave change",
      options: number,
      form: true,
    },
  ];
  return may.filter((each) => each !== false);
}
