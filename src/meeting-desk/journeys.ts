import type { Leave, Span } from "../leave/leave.ts";
import { awaySpan, overlaps } from "../leave/span.ts";
import type { Rulebook } from "../rulebook/model.ts";
import { leavesWhere } from "../store/leave.ts";
import type { Records } from "../store/store.ts";

const statuses = ["asked", "questioned", "approved", "noted"] as const;

/** Leave to be away, granted or asked for, of which some falls into a span. */
export async function journeysIn(span: Span, records: Records, { data }: Rulebook): Promise<readonly Leave[]> {
  const leaves = await leavesWhere(records, { statuses, from: span.from, until: span.until });
  return leaves.filter((each) => {
    const away = each.occasion === data.leave?.trip ? awaySpan(each) : undefined;
    return away !== undefined && overlaps(away, span);
  });
}
