import { InputError } from "../errors.ts";
import { refusal } from "../office/permissions.ts";
import { departmentChannelSetting, isChannel } from "../office/settings.ts";
import { note, paragraph, point, type Reply, reply } from "../reply.ts";
import { peopleIn } from "../store/people.ts";
import { writeSetting } from "../store/settings.ts";
import { repeated } from "../text.ts";
import { wordingFor } from "../wording/wording.ts";
import { departmentNamed, headOf } from "./departments.ts";
import { type Desk, refused } from "./desk.ts";

/**
 * Says in which channel a department is reminded, chooses one, or takes it back. Its head may, and those who supervise;
 * a channel that was chosen hears so at once: if it cannot be reached, whoever chose it learns that now.
 */
export async function channelCommand(
  given: { readonly department: string; readonly channel: string; readonly remove: boolean },
  desk: Desk,
): Promise<Reply> {
  const { at, visit, context } = desk;
  const { wording, language, rulebook } = context;
  const { channel: words } = wording.deadlineLists;
  const own = visit.actor.tenures[0]?.department ?? "";
  if (given.department.trim() === "" && own === "") return refused(wording.deadlines.lists.whichDepartment, context);
  const department = given.department.trim() === "" ? own : await departmentNamed(given.department, "department", desk);
  const head = headOf(department, await peopleIn(visit.records, [department]), visit.today, rulebook);
  const heads = head !== undefined && head.id === visit.actor.person?.id;
  if (!heads && refusal("deadline.supervise", visit.actor, rulebook.data.permissions))
    return refused(words.mayNot(department), context);
  const { channel, remove } = given;
  if (channel !== "" && !isChannel(channel))
    throw new InputError(wording.settings.noChannel(repeated(channel)), "channel");
  const before = visit.settings.departmentChannels.get(department);
  const office = visit.settings.channels.deadlines;
  const now = remove ? undefined : channel || before;
  if (now !== before) {
    await writeSetting(visit.records, departmentChannelSetting(department), now ?? "");
    await visit.note({
      action: "setting.change",
      subject: `setting:${departmentChannelSetting(department)}`,
      details: { value: now ?? "" },
    });
  }
  if (now !== undefined && now !== before) {
    const { settings, deadlineLists } = wordingFor(visit.settings.language);
    const blocks = [paragraph(deadlineLists.channel.chosen(department, settings.uses.deadlines))];
    await at.send(now, reply({ tone: "answer", language: visit.settings.language, blocks, visibleTo: "channel" }));
  }
  const shown =
    now === undefined ? (office === undefined ? words.none(department) : words.office(department)) : undefined;
  return reply({
    tone: now === before ? "answer" : "done",
    language,
    blocks: [point(shown ?? words.own(department, placeOf(now ?? "", desk))), note(words.what)],
  });
}

/** "channel:slack:T1:C1" -> "Slack: C1" */
function placeOf(channel: string, { context }: Desk): string {
  const { labelled, platforms } = context.wording;
  const [, platform = "", , id = ""] = channel.split(":");
  return labelled(platforms[platform] ?? platform, id);
}
