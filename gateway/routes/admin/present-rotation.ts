import type { z } from "zod";
import type { RotationProgress } from "../../../workflows/contracts/rotate-keys.ts";
import type { KeyUsage } from "../../reads/key-usage.ts";
import type { KeyRotationWire } from "./schemas.ts";

export const presentRotation = (
  keys: readonly KeyUsage[],
  rotation: RotationProgress | null,
): z.infer<typeof KeyRotationWire> => ({
  keys: keys.map(({ keyId, wallets }) => ({ keyId, wallets })),
  rotation: rotation && { ...rotation, unreadableWallets: [...rotation.unreadableWallets] },
});
