import type { Context } from "../command.ts";
import { meetingTime } from "../find-meetings.ts";
import type { Meeting } from "../meetings/meeting.ts";
import { type Button, point, type Reply, reply } from "../reply.ts";

const mostButtons = 20;

interface Choosing {
  readonly which: string;
  /** Where there is none to choose from. */
  readonly none: string;
  button(number: string): string;
  /** What the button does with the meeting's number. */
  readonly command: string;
  readonly form?: true;
}

/** Meetings to choose from, each with a button. */
export function chooseMeeting(
  meetings: readonly Meeting[],
  { which, none, button, command, form }: Choosing,
  { wording, language }: Pick<Context, "wording" | "language">,
): Reply {
  if (meetings.length === 0) return reply({ tone: "answer", language, blocks: [point(none)] });
  const { number: named } = wording.leave;
  return reply({
    tone: "needs",
    language,
    blocks: [
      point(which),
      {
        kind: "list",
        items: meetings.map((each) => `${named(each.number)} · ${each.title} · ${meetingTime(each, wording)}`),
      },
    ],
    buttons: meetings.slice(0, mostButtons).map(
      ({ number }): Button => ({
        label: button(named(number)),
        command,
        options: { number: String(number) },
        ...(form && { form }),
      }),
    ),
  });
}
