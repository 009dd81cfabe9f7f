import { defineQuery, defineUpdate } from "@temporalio/workflow";

export const ROTATE_KEYS_WORKFLOW = "rotateKeys";
/** One at a time: all wallets go to one key. */
export const ROTATE_KEYS_WORKFLOW_ID = "rotateKeys/wallets";

/** What one batch did. Ids and counts only. */
export interface RotatedBatch {
  /** The key that every secret goes to. */
  readonly newestKeyId: string;
  readonly rotated: number;
  /** Wallets whose secret does not open under the ring; they are left as they are. */
  readonly unreadable: readonly string[];
  /** Where the next batch begins; null when nothing is left. */
  readonly after: string | null;
}

export interface RotationProgress {
  readonly newestKeyId: string | null;
  readonly rotated: number;
  readonly unreadableCount: number;
  /** The first of them. */
  readonly unreadableWallets: readonly string[];
  readonly startedAt: string;
  readonly finishedAt: string | null;
}

export interface RotateKeysInput {
  /** What earlier runs of the same rotation did; null at the beginning. */
  readonly carried: {
    readonly progress: RotationProgress;
    readonly after: string;
    /** Rotated since the pass over all wallets began. */
    readonly passRotated: number;
  } | null;
}

export const rotationQuery = defineQuery<RotationProgress>("rotation");
/** Starts a rotation, or answers where the running one is. */
export const rotateUpdate = defineUpdate<RotationProgress>("rotate");
