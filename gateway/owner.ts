import type { Caller } from "./caller.ts";
import { invalid } from "./middleware/validate.ts";

/** Whose money a request is about: the key's own user where it names none. @throws AppError VALIDATION_ERROR when neither does */
export function ownerOf(caller: Caller, userId: string | null): string {
  const owner = userId ?? caller.boundUserId;
  if (owner === null) throw invalid([{ field: "userId", message: "is required unless the key belongs to a user" }]);
  return owner;
}
