import type { Http } from "../http.ts";
import type { RequestOptions } from "../options.ts";
import { dataOf } from "../read-reply.ts";
import type { Maintenance } from "../types.ts";

/** For operators: while it is on, commands are refused with `MAINTENANCE_MODE`; payments under way go on. */
export const maintenance = (http: Http) => ({
  /** Refuses commands from now on, on every gateway. */
  enable: (body: { readonly message?: string } = {}, options?: RequestOptions): Promise<Maintenance> =>
    dataOf(http.post("/admin/maintenance/enable", body, options)),
  /** Takes commands again. */
  disable: (options?: RequestOptions): Promise<Maintenance> =>
    dataOf(http.post("/admin/maintenance/disable", undefined, options)),
  /** Whether it is on, since when and why. */
  status: (): Promise<Maintenance> => dataOf(http.get("/admin/maintenance/status")),
});
