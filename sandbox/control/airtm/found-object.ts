import { HTTPException } from "hono/http-exception";
import type { Kept, Shelf } from "../../airtm/shelf.ts";

/** By its id or by the enterprise's code. */
export function foundObject<Item extends Kept>(shelf: Shelf<Item>, idOrCode: string): Item {
  const item = shelf.find(idOrCode) ?? shelf.findByCode(idOrCode);
  if (item === null) throw new HTTPException(404, { message: "no such id or code" });
  return item;
}
