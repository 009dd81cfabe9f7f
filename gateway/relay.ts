import { setTimeout as delay } from "node:timers/promises";
import type { UserId } from "../domain/ids.ts";
import type { GatewayDeps } from "./deps.ts";
import { usersWithoutWallet } from "./reads/users.ts";
import { activateWallet } from "./wallet-activation.ts";
import { processInbox } from "./webhooks/receive-webhook.ts";
import { removeExpiredRequests } from "./writes/idempotency-requests.ts";
import { removeOldPrivateValues } from "./writes/private-values.ts";

const EVERY_MS = 5_000;
const SWEEP_EVERY_MS = 60 * 60 * 1000;
const BATCH = 50;

/**
 * Finishes what a crash or an outage interrupted after its row was written: users without a wallet,
 * webhooks that were not passed on. Any number of
 * gateways may do so at once, since each workflow exists once. Also forgets old idempotency keys, and private values that nobody
 * came for.
 */
export async function runRelay(deps: GatewayDeps, signal: AbortSignal): Promise<void> {
  let sweepAt = 0;
  while (!signal.aborted) {
    try {
      await processInbox(deps);
      await startMissingWallets(deps);
      if (Date.now() >= sweepAt) {
        await removeExpiredRequests(deps.db, deps.now());
        await removeOldPrivateValues(deps.db);
        sweepAt = Date.now() + SWEEP_EVERY_MS;
      }
    } catch (error) {
      deps.log.warn({ err: error }, "the relay tries again");
    }
    await delay(EVERY_MS, undefined, { signal }).catch(() => {});
  }
}

/** Returns how many wallets it asked for. @throws AppError SERVICE_UNAVAILABLE while Temporal or its workers are away */
export async function startMissingWallets({ db, temporal }: GatewayDeps): Promise<number> {
  const users = await usersWithoutWallet(db, BATCH);
  for (const { id } of users) {
    await activateWallet(temporal, id as UserId, { keyId: "relay", correlationId: `relay/${id}` }, Date.now());
  }
  return users.length;
}
