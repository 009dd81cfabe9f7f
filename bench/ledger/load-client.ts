import { ownClient } from "./own-client.ts";
import { pgbenchClient, pgbenchVersion } from "./pgbench-client.ts";
import type { Transfers } from "./transfers.ts";

/** Runs both sides in the same way; resolves with transfers, or transactions of TPC-B, per second. */
export interface LoadClient {
  readonly description: string;
  tpcB(): Promise<number>;
  transfers(transfers: Transfers): Promise<number>;
}

export interface Load {
  readonly url: string;
  readonly clients: number;
  readonly seconds: number;
  /** TPC-B's scale. */
  readonly branches: number;
}

/** pgbench for both sides where it is installed; else this process for both. */
export async function loadClient(load: Load): Promise<LoadClient> {
  const version = await pgbenchVersion();
  return version === null ? ownClient(load) : pgbenchClient(load, version);
}
