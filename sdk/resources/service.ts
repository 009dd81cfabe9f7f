import type { Http } from "../http.ts";
import { dataOf } from "../read-reply.ts";
import type { Configuration, DetailedHealth, Health, Installation, Readiness } from "../types.ts";

/** The installation itself. */
export const service = (http: Http) => ({
  /** Its id, version and the credential of this client. */
  getInstallation: (): Promise<Installation> => dataOf(http.get("/me")),
  /** Currencies, limits and features in force. */
  getConfig: (): Promise<Configuration> => dataOf(http.get("/config")),
  /** That a gateway answers. */
  getHealth: (): Promise<Health> => dataOf(http.get("/health")),
  /** Every dependency. @throws OfferHubError with status 503 while one is away that it cannot do without */
  getDetailedHealth: (): Promise<DetailedHealth> => dataOf(http.get("/health/detailed")),
  /** Whether commands are carried out. @throws OfferHubError with status 503 when they are not */
  getReadiness: (): Promise<Readiness> => dataOf(http.get("/ready")),
});
