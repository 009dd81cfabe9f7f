import type { RotatedBatch } from "../../workflows/contracts/rotate-keys.ts";
import type { ActivityDeps } from "../deps.ts";

export interface RotateKeys {
  /** Id of the last wallet of the batch before; empty at the beginning. */
  readonly after: string;
  /** The key that the rotation goes to; null: whichever is the newest here. */
  readonly newestKeyId: string | null;
}

const BATCH = 100;

/** Seals a batch of secrets under the newest key. A secret that is under it already, or that another worker seals now, is left. */
export const stellarRotateKeys =
  ({ signer }: ActivityDeps) =>
  ({ after, newestKeyId }: RotateKeys): Promise<RotatedBatch> =>
    signer.rotate({ after, newestKeyId, limit: BATCH });
