import { type FenceState, findFence } from "../reads/signing-fence.ts";
import type { Actor } from "./audit.ts";
import { recordOperation } from "./record-operation.ts";
import type { Transaction } from "./transaction.ts";

/**
 * Makes this deployment the one that signs, in a new epoch: what the chain's accounts had used when they were read is accepted,
 * and nothing that somebody else uses later. Waits for
 * the signatures that are being committed; later ones of another deployment are refused.
 */
export async function takeFence(
  tx: Transaction,
  deploymentId: string | null,
  { reason, readingId, ...actor }: Actor & { readonly reason: string; readonly readingId: string },
): Promise<FenceState> {
  await tx.$queryRaw`SELECT id FROM signing_fence WHERE id = 'self' FOR UPDATE`;
  const before = await findFence(tx, deploymentId);
  await tx.$executeRaw`UPDATE signing_fence SET epoch = epoch + 1, holder = ${before.own}, taken_by = ${actor.actorId},
    taken_at = clock_timestamp(), reason = ${reason}, reading_id = ${readingId}`;
  const after = await findFence(tx, deploymentId);
  await recordOperation(tx, {
    key: `fence/${after.epoch}`,
    type: "operations.fence_taken",
    resourceType: "Operations",
    resourceId: "fence",
    before: { ...before },
    after: { ...after },
    isEvent: true,
    ...actor,
  });
  return after;
}
