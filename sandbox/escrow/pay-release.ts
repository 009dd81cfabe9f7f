import type { Call } from "./call.ts";
import { releaseShares } from "./fees.ts";
import { pay } from "./pay.ts";
import type { Offices, Terms } from "./terms.ts";

export interface Release {
  readonly trustlessWork: string;
  readonly receiver: string;
  readonly amountStroops: bigint;
}

/** Pays Trustless Work, the platform and the receiver, in this order. */
export function payRelease(
  call: Call<never, unknown>,
  escrow: Terms & { readonly roles: Offices },
  { trustlessWork, receiver, amountStroops }: Release,
): void {
  const shares = releaseShares(amountStroops, escrow.platformFeeBps);
  const legs = [
    { to: trustlessWork, amountStroops: shares.trustlessWorkStroops },
    { to: escrow.roles.platformAddress, amountStroops: shares.platformStroops },
    { to: receiver, amountStroops: shares.receiverStroops },
  ];
  // G0 transfers zero amounts too, so even a platform without a fee needs a trustline there.
  pay(call, escrow, legs, call.generation === "G0" ? "with zero legs" : "without zero legs");
}
