import type { Http } from "../http.ts";
import { path } from "../path.ts";
import { dataOf } from "../read-reply.ts";
import type { Balance } from "../types.ts";

/** What users can spend. */
export const balance = (http: Http) => ({
  /** `available` can be spent, `reserved` is held for orders and withdrawals. Zeros for an unknown user. */
  get: (userId: string): Promise<Balance> => dataOf(http.get(path`/users/${userId}/balance`)),
});
