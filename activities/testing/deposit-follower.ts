import { setTimeout as delay } from "node:timers/promises";
import type { UserId } from "../../domain/ids.ts";
import { ledgerAccounts } from "../../domain/ledger/accounts.ts";
import { balanceOf } from "../../prisma/testing/ledger.ts";
import type { StellarClient } from "../stellar/client.ts";
import { beginDeposits, stellarFollowDeposits } from "../stellar/follow-deposits.ts";
import type { ChainScene } from "./chain-scene.ts";
import { activityEnvironment, chainStepBench } from "./chain-step-bench.ts";

export interface DepositFollower {
  /** How it ended: "CancelledFailure" after `stop`, else the error that killed it. */
  readonly ended: Promise<string>;
  stop(): Promise<string>;
}

export const STREAM = "deposits/test";

/** Follows as a worker would, until told to stop. The cursor in the database is all that it knows of earlier ones. */
export function followDeposits(scene: ChainScene, changes: Partial<StellarClient> = {}): DepositFollower {
  const environment = activityEnvironment();
  const { deps } = chainStepBench(scene, { stellar: { ...scene.stellar, ...changes } });
  const follow = () => environment.run(stellarFollowDeposits(deps), { stream: STREAM, minutes: 10 });
  const following = beginDeposits(scene, STREAM).then(follow);
  const ended = following.then(
    () => "ended",
    (error: Error) => (error.name === "CancelledFailure" ? error.name : error.message),
  );
  return {
    ended,
    stop() {
      environment.cancel();
      return ended;
    },
  };
}

const DEADLINE_MS = 15_000;

/** Waits until the follower has looked beyond the newest Stellar ledger of now: what arrived by now is credited, or never. */
export async function untilCaughtUp(scene: ChainScene): Promise<void> {
  const { sequence } = await scene.stellar.latestLedger();
  const deadline = Date.now() + DEADLINE_MS;
  for (;;) {
    const { rows } = await scene.db.sql.query<{ ledger: number }>("SELECT ledger FROM stream_cursor WHERE name = $1", [
      STREAM,
    ]);
    if ((rows[0]?.ledger ?? 0) >= sequence) return;
    if (Date.now() > deadline) throw new Error(`the follower did not reach ledger ${sequence}`);
    await delay(50);
  }
}

/** What was credited to a user as deposits, oldest first, and what the user therefore has; amounts in stroops. */
export async function creditedTo(scene: ChainScene, userId: UserId) {
  const { rows } = await scene.db.sql.query<{ stroops: string; muxed_id: string | null; from_address: string }>(
    `SELECT amount_stroops::text AS stroops, muxed_id, from_address FROM deposit WHERE user_id = $1 ORDER BY created_at, event_id`,
    [userId],
  );
  const available = await balanceOf(scene.db.sql, ledgerAccounts.available(userId));
  return { deposits: rows.map(({ stroops }) => BigInt(stroops)), available, rows };
}
