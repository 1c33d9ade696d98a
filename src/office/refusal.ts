import type { Context } from "../command.ts";
import { paragraph, point, type Reply, reply } from "../reply.ts";
import { inLanguage } from "../text.ts";
import type { Refusal } from "./permissions.ts";

/** Tells somebody why they may not, and who may. Without a refusal: it needs the office, and nobody asks. */
export function wordRefusal(no: Refusal | undefined, { wording, language, rulebook }: Context): Reply {
  if (!no) return reply({ tone: "refused", language, blocks: [point(wording.refused.needsOffice)] });
  // who only looks is not told that nothing was changed
  const changing = !no.action.endsWith(".see");
  const posts = no.posts.map((id) => inLanguage(rulebook.data.posts[id]?.name ?? {}, language));
  const next = no.anybodyLinked ? wording.refused.linkFirst : wording.refused.askThem;
  return reply({
    tone: "refused",
    language,
    blocks: [
      point(wording.refused.mayNot(wording.refused.actions[no.action], changing)),
      paragraph(
        no.anybodyLinked
          ? wording.refused.anybodyLinked
          : wording.refused.onlyThey(wording.ask.list([wording.refused.administrators, ...posts], true)),
      ),
      paragraph(next),
    ],
    buttons: [{ label: "/whoami", command: "whoami", options: {} }],
  });
}
