import type { webApi } from "@slack/bolt";
import type { Clock } from "../../clock.ts";
import type { Account } from "../../office/people.ts";
import type { Language } from "../../text.ts";
import type { Visitor } from "../../visit.ts";

/** What Slack knows of somebody, as far as the office trusts it. */
export interface Known {
  readonly name: string;
  readonly locale: Language;
  readonly owner: boolean;
  readonly mail?: string;
}

/** Who is who in one workspace; asked of Slack at most once an hour for each person. */
export interface People {
  /** Undefined when Slack cannot be asked now. `hurried`: within what is left of three seconds. */
  find(id: string, hurried?: boolean): Promise<Known | undefined>;
  /** Somebody of whom nothing is known may do nothing. */
  visitor(account: Account, hurried?: boolean): Promise<Visitor>;
}

const hour = 3600_000;
const mostKept = 10_000;

export function createPeople(
  team: string,
  { patient, hurried }: { readonly patient: webApi.WebClient; readonly hurried: webApi.WebClient },
  clock: Clock,
): People {
  const kept = new Map<string, { readonly known: Known; readonly until: number }>();
  const find: People["find"] = async (id, hurry = false) => {
    const now = clock.now().getTime();
    const before = kept.get(id);
    if (before && now < before.until) return before.known;
    try {
      const { user } = await (hurry ? hurried : patient).users.info({ user: id, include_locale: true });
      if (!user) return undefined;
      const known = knownFrom(user, team);
      if (kept.size >= mostKept) kept.clear();
      kept.set(id, { known, until: now + hour });
      return known;
    } catch {
      return undefined;
    }
  };
  return {
    find,
    async visitor(account, hurry) {
      const known = await find(account.id, hurry);
      return known ? { ...account, ...known } : { ...account, owner: false };
    },
  };
}

type User = NonNullable<webApi.UsersInfoResponse["user"]>;

/** Owners and mail addresses count only for full members of this workspace: no guest, no other company, no bot. */
function knownFrom(user: User, team: string): Known {
  const { profile, name = "", locale = "" } = user;
  const ours = user.team_id === team || user.enterprise_user?.teams?.includes(team) === true;
  const outside = user.is_stranger || user.is_restricted || user.is_ultra_restricted || user.is_bot || user.deleted;
  const member = ours && !outside;
  const mail = member && user.is_email_confirmed === true ? profile?.email : undefined;
  return {
    name: profile?.real_name || user.real_name || name,
    locale: languageOf(locale),
    owner: member && (user.is_owner === true || user.is_primary_owner === true),
    ...(mail ? { mail } : {}),
  };
}

/** The language of somebody's Slack: zh-TW, zh-CN, en-US. */
export function languageOf(locale: string): Language {
  if (/^zh[-_](TW|HK|MO|Hant)/i.test(locale)) return "zh-Hant";
  return /^zh/i.test(locale) ? "zh-Hans" : "en";
}
