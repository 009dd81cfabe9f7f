import { AirtmError } from "./errors.ts";
import type { Kept, Shelf } from "./shelf.ts";

/** The object, as it was before its last change when a fault asks for a stale answer; 404 when there is none. */
export function found<Item extends Kept>(
  shelf: Shelf<Item>,
  item: Item | null,
  fault?: { readonly kind: string } | undefined,
): Item {
  const shown = item !== null && fault?.kind === "stale" ? shelf.beforeLastChange(item) : item;
  if (shown === null) throw new AirtmError("415404");
  return shown;
}
