import { normalise } from "../ask/tokens.ts";
import { InputError } from "../errors.ts";
import { type Route, routeFor } from "../leave/route.ts";
import type { Tenure } from "../office/people.ts";
import { postNamed } from "../office/posts.ts";
import { point, type Reply, reply } from "../reply.ts";
import { repeated } from "../text.ts";
import type { Asker } from "./asker.ts";
import { rollFor } from "./roll.ts";
import type { Wanted } from "./wanted.ts";
import { deciderName } from "./why.ts";

/**
 * The post by which somebody asks: the one that they name, the one by which a meeting calls them, else the main one, if
 * all of their posts lead to the same person. Otherwise they are asked; `again` are the options of the request.
 */
export async function tenureFor(
  typed: string,
  wanted: Wanted,
  asker: Asker,
  again: Readonly<Record<string, string>>,
): Promise<Tenure | Reply> {
  const { tenures, context } = asker;
  const { rulebook, wording, language } = context;
  const named = tenureNamed(typed, asker);
  const called = tenures.find(({ post }) => post === wanted.calledBy);
  if (!named && called) return called;
  const [main] = tenures;
  if (tenures.length === 1) return main;
  const roll = await rollFor(asker.at);
  const { occasion, presider } = wanted;
  const routes = tenures.map((tenure) => {
    const asked = { post: tenure.post, occasion, ...(presider === null ? {} : { presider }) };
    return { tenure, route: routeFor(asker.person, asked, tenure.department, roll, rulebook) };
  });
  const words = wording.leaveRequest.posts;
  // where the rules say whom the holder of one of the posts asks, a post on which they are silent is no way round it
  const ruled = routes.filter(({ route }) => route.kind !== "silent" && route.authority === "rules");
  const [byRules] = ruled;
  const open = byRules ? ruled : routes;
  if (named && byRules && !ruled.some(({ tenure }) => tenure === named))
    throw new InputError(words.ruled(nameOf(named), nameOf(byRules.tenure)), "post");
  if (named) return named;
  if (new Set(open.map(({ route }) => goal(route))).size === 1)
    return open.find(({ tenure }) => tenure === main)?.tenure ?? open[0]?.tenure ?? main;
  const explained = { rulebook, wording, today: asker.visit.today };
  return reply({
    tone: "needs",
    language,
    blocks: [
      point(words.which),
      {
        kind: "list",
        items: open.map(({ tenure, route }) =>
          route.kind === "asks"
            ? words.goesTo(nameOf(tenure), deciderName(route.to, explained))
            : words[route.kind](nameOf(tenure)),
        ),
      },
    ],
    buttons: open.map(({ tenure }) => ({
      label: nameOf(tenure),
      command: "leave request",
      options: { ...again, post: nameOf(tenure) },
    })),
  });
}

const nameOf = ({ title, post }: Tenure): string => title || post;

/** Where a route leads: two of the same goal make no difference. */
const goal = (route: Route): string =>
  route.kind === "asks" ? `asks ${route.to.person.id}` : route.kind === "nobody" ? `nobody ${route.post}` : "silent";

function tenureNamed(typed: string, { tenures, context }: Asker): Tenure | undefined {
  if (typed.trim() === "") return undefined;
  const { rulebook, wording } = context;
  const post = postNamed(typed, rulebook.data.posts);
  const found =
    tenures.find(({ title }) => normalise(title) === normalise(typed)) ?? tenures.find((each) => each.post === post);
  if (!found) throw new InputError(wording.leaveRequest.form.noPost(repeated(typed), tenures.map(nameOf)), "post");
  return found;
}
