import type { Log } from "../../log.ts";
import type { Account } from "../../office/people.ts";
import type { Delivery } from "../../request.ts";
import type { Language } from "../../text.ts";
import type { Visitor } from "../../visit.ts";
import type { Desk } from "../platform.ts";
import type { Members } from "./members.ts";
import type { Wire } from "./wire.ts";

/** What whoever takes something in needs. */
export interface Reception {
  readonly desk: Desk;
  readonly wire: Wire;
  readonly log: Log;
  readonly members: Members;
  /** The one server that is served. */
  readonly server: string;
  readonly apiUrl: string;
}

export const platformName = "discord";

export function accountOf(server: string, id: string, name: string): Account {
  return { platform: platformName, workspace: server, id, name };
}

/** Repeated deliveries have the same key: the number of the interaction or message. */
export const keyOf = (id: string): string => `${platformName}:${id}`;

export async function visitorOf(
  { from, locale }: Pick<Delivery, "from"> & { readonly locale?: Language },
  members: Members,
): Promise<Visitor> {
  return { ...from, ...(locale && { locale }), owner: (await members.owner()) === from.id };
}
