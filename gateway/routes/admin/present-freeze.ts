import type { z } from "zod";
import type { FreezeRow } from "../../reads/signing-freeze.ts";
import type { FreezeWire } from "./schemas.ts";

export function presentFreeze(row: FreezeRow): z.infer<typeof FreezeWire> {
  const { frozen, reason, frozenBy, frozenAt, unfreezeAskedBy, unfreezeAskedAt, unfreezeReason } = row;
  const unfreezing =
    unfreezeAskedBy && unfreezeAskedAt
      ? { askedBy: unfreezeAskedBy, askedAt: unfreezeAskedAt.toISOString(), reason: unfreezeReason }
      : null;
  return {
    frozen,
    reason,
    frozenBy,
    frozenAt: frozenAt?.toISOString() ?? null,
    unfreezing,
    message: messageOf(frozen, unfreezing?.askedBy ?? null),
  };
}

function messageOf(frozen: boolean, askedBy: string | null): string {
  if (!frozen) return "Money goes out. Payments that waited go on by themselves within 15 minutes.";
  if (askedBy === null) return "Nothing is signed and nothing is sent; deposits are credited.";
  return `Still frozen: ${askedBy} asked to unfreeze, and the API key of a second person must ask too.`;
}
