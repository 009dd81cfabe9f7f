import type { Http } from "../http.ts";
import { dataOf } from "../read-reply.ts";
import type { Platform } from "../types.ts";

/** For operators: what belongs to the platform itself. Needs a key with the scope `support`. */
export const platform = (http: Http) => ({
  /** The platform's wallets as the chain has them, its fees, and what it took out of providers' budgets. */
  get: (): Promise<Platform> => dataOf(http.get("/admin/platform")),
});
