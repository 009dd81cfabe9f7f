import type { Freeze } from "../../sdk/index.ts";
import { factsOf, textOf } from "./table.ts";

export const freezeLines = ({ message, frozen, reason, frozenBy, frozenAt, unfreezing }: Freeze): readonly string[] => [
  textOf(message),
  ...(frozen
    ? factsOf({
        reason,
        "frozen by": `${textOf(frozenBy)} at ${textOf(frozenAt)}`,
        "unfreezing asked by": unfreezing && `${unfreezing.askedBy} at ${unfreezing.askedAt}`,
      })
    : []),
];
