import type { z } from "zod";
import type { FenceState } from "../../reads/signing-fence.ts";
import type { FenceWire } from "./schemas.ts";

export const presentFence = ({ own, takenAt, ...fence }: FenceState): z.infer<typeof FenceWire> => ({
  ...fence,
  thisDeployment: own,
  holds: fence.holder === own,
  takenAt: takenAt?.toISOString() ?? null,
});
