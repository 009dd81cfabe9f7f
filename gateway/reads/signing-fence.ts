import type { Database } from "../../prisma/client.ts";
import type { Transaction } from "../writes/transaction.ts";

export interface FenceState {
  readonly holder: string | null;
  /** Who asks. */
  readonly own: string;
  readonly epoch: number;
  readonly takenBy: string | null;
  readonly takenAt: Date | null;
  readonly reason: string | null;
}

/** Which deployment signs, seen by the one of this name (null: named after its database). */
export async function findFence(
  db: Transaction | Database["prisma"],
  deploymentId: string | null,
): Promise<FenceState> {
  const rows = await db.$queryRaw<FenceState[]>`SELECT holder, deployment_of(${deploymentId}::text) AS own, epoch,
    taken_by AS "takenBy", taken_at AS "takenAt", reason FROM signing_fence`;
  const [fence] = rows;
  if (!fence) throw new Error("the row of the fence is missing");
  return fence;
}
