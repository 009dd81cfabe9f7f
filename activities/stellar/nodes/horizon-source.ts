import { Horizon } from "@stellar/stellar-sdk";
import { withDeadline } from "./deadline.ts";

export interface HorizonSource {
  readonly source: string;
  readonly server: Horizon.Server;
}

/** null where the nodes alone are the sources. */
export function createHorizonSource(url: string | null, timeoutMs: number): HorizonSource | null {
  if (url === null) return null;
  const server = withDeadline(new Horizon.Server(url, { allowHttp: true }), timeoutMs);
  return { source: `${new URL(url).hostname} (Horizon)`, server };
}
