import { type Purpose, purposes } from "../leave/leave.ts";
import type { Text } from "../text.ts";
import { wordingFor } from "../wording/wording.ts";

/** What the purposes of a journey are called, for choosing and for typing. */
export const purposeNames: Readonly<Record<string, Text>> = Object.fromEntries(
  purposes.map((each): [Purpose, Text] => [
    each,
    {
      en: wordingFor("en").leave.purposes[each],
      "zh-Hans": wordingFor("zh-Hans").leave.purposes[each],
      "zh-Hant": wordingFor("zh-Hant").leave.purposes[each],
    },
  ]),
);
