import type { xdr } from "@stellar/stellar-sdk";
import { decodeEscrow, generationOf } from "./single-release/codec.ts";
import type { Flags, Milestone, Roles } from "./single-release/escrow.ts";
import { toDecimal } from "./stroops.ts";

/** A stored escrow for people and tests; the amount has seven decimals. */
export interface EscrowReading {
  readonly type: "single-release";
  readonly generation: "G0" | "G1";
  readonly engagementId: string;
  readonly title: string;
  readonly description: string;
  readonly roles: Roles;
  readonly amount: string;
  readonly platformFeeBps: number;
  readonly milestones: readonly Milestone[];
  readonly flags: Flags;
  readonly trustline: { readonly address: string };
  readonly receiverMemo: string;
}

/** What `get_escrow` of a contract returned. */
export function readEscrow(value: xdr.ScVal): EscrowReading {
  const generation = generationOf(value);
  const { amountStroops, tokenContractId, receiverMemo, ...escrow } = decodeEscrow(value, generation);
  return {
    type: "single-release",
    generation,
    ...escrow,
    amount: toDecimal(amountStroops),
    trustline: { address: tokenContractId },
    receiverMemo: receiverMemo.toString(),
  };
}
