import type { Leave } from "../leave/leave.ts";
import type { AtDesk } from "./at-desk.ts";

/** Plans that whoever goes away is asked to report back when the leave is over. */
export async function planReturn(_leave: Leave, _at: AtDesk): Promise<void> {}
