import type { Context } from "../command.ts";
import { comingMeetings, meetingTime } from "../find-meetings.ts";
import { calledAs, type Meeting } from "../meetings/meeting.ts";
import { meetingTypeName } from "../meetings/types.ts";
import { refusal } from "../office/permissions.ts";
import { postName } from "../office/posts.ts";
import { type Button, note, point, type Reply, reply } from "../reply.ts";
import type { Visit } from "../visit.ts";

const mostShown = 30;
const mostButtons = 5;

/** The coming meetings that somebody must attend; to those who plan meetings or look after leave, all of them. */
export async function meetingsReply(visit: Visit, context: Context): Promise<Reply> {
  const { wording, language, rulebook } = context;
  const { permissions } = rulebook.data;
  const words = wording.meetings;
  const person = visit.actor.person;
  const asOf = (meeting: Meeting) => (person ? calledAs(person, meeting, rulebook) : undefined);
  const plans = refusal("meeting.plan", visit.actor, permissions) === undefined;
  const all = plans || refusal("leave.see", visit.actor, permissions) === undefined;
  if (!all && !person)
    return reply({
      tone: "refused",
      language,
      blocks: [point(wording.leave.rosterOnly)],
      buttons: [{ label: "/whoami", command: "whoami", options: {} }],
    });
  const coming = (await comingMeetings(visit)).filter((each) => all || asOf(each) !== undefined);
  const shown = coming.slice(0, mostShown);
  const plan: readonly Button[] = plans
    ? [{ label: words.buttons.plan, command: "meeting plan", options: {}, form: true }]
    : [];
  if (shown.length === 0) {
    const none = all ? words.list.none : words.list.noneForYou;
    return reply({ tone: "answer", language, blocks: [point(none)], buttons: plan });
  }
  const { fields } = words;
  const mark = (meeting: Meeting) => {
    const as = asOf(meeting);
    return as === undefined ? "" : as === "invited" ? words.list.invited : words.list.called;
  };
  const mine = shown.filter((each) => asOf(each) !== undefined);
  return reply({
    tone: "answer",
    language,
    blocks: [
      point(all ? words.list.all : words.list.yours),
      {
        kind: "table",
        rows: [
          [fields.number, fields.when, fields.title, fields.type, fields.place, fields.presider, fields.you],
          ...shown.map((each) => [
            wording.leave.number(each.number),
            meetingTime(each, wording),
            each.title,
            meetingTypeName(each.type, rulebook, language),
            each.place,
            each.presider === null ? "" : postName(each.presider, rulebook.data.posts, language),
            mark(each),
          ]),
        ],
      },
      ...(coming.length > mostShown ? [note(words.list.more(mostShown))] : []),
    ],
    buttons: [
      ...mine.slice(0, mostButtons).map(
        ({ number }): Button => ({
          label: words.buttons.leave(wording.leave.number(number)),
          command: "leave request",
          options: { meeting: String(number) },
          form: true,
        }),
      ),
      ...plan,
    ],
  });
}
