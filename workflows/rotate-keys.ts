import { allHandlersFinished, condition, continueAsNew, setHandler } from "@temporalio/workflow";
import { sealing } from "./activity-options.ts";
import {
  type RotatedBatch,
  type RotateKeysInput,
  type RotationProgress,
  rotateUpdate,
  rotationQuery,
} from "./contracts/rotate-keys.ts";

const BATCHES_PER_RUN = 300;
const UNREADABLE_SHOWN = 20;

/**
 * Seals every wallet's secret under the newest key of the ring, batch by batch, while payments go on. A wallet that is made
 * meanwhile by a worker with the older ring is found by the next pass; the pass that finds nothing is the last one.
 */
export async function rotateKeys({ carried }: RotateKeysInput): Promise<RotationProgress> {
  let { progress, after, passRotated } = carried ?? { progress: begun(), after: "", passRotated: 0 };
  setHandler(rotationQuery, () => progress);
  setHandler(rotateUpdate, () => progress);
  for (let batches = 0; progress.finishedAt === null; batches += 1) {
    if (batches === BATCHES_PER_RUN) {
      await condition(allHandlersFinished);
      await continueAsNew<typeof rotateKeys>({ carried: { progress, after, passRotated } });
    }
    const batch = await sealing.stellarRotateKeys({ after, newestKeyId: progress.newestKeyId });
    progress = withBatch(progress, batch, after === "");
    passRotated += batch.rotated;
    if (batch.after === null && passRotated === 0) progress = { ...progress, finishedAt: new Date().toISOString() };
    if (batch.after === null) passRotated = 0;
    after = batch.after ?? "";
  }
  await condition(allHandlersFinished);
  return progress;
}

const begun = (): RotationProgress => ({
  newestKeyId: null,
  rotated: 0,
  unreadableCount: 0,
  unreadableWallets: [],
  startedAt: new Date().toISOString(),
  finishedAt: null,
});

/** What does not open is met again by every pass, and counted anew. */
function withBatch(progress: RotationProgress, batch: RotatedBatch, isFirstOfPass: boolean): RotationProgress {
  const earlier = isFirstOfPass ? { unreadableCount: 0, unreadableWallets: [] } : progress;
  return {
    ...progress,
    newestKeyId: batch.newestKeyId,
    rotated: progress.rotated + batch.rotated,
    unreadableCount: earlier.unreadableCount + batch.unreadable.length,
    unreadableWallets: [...earlier.unreadableWallets, ...batch.unreadable].slice(0, UNREADABLE_SHOWN),
  };
}
