import { type Call, check } from "./call.ts";
import { splitShares, sum } from "./fees.ts";
import { LIMITS } from "./generation.ts";
import { pay } from "./pay.ts";
import type { Offices, Terms } from "./terms.ts";

const I128_MAXIMUM = 2n ** 127n - 1n;

type DistributionErrors = "AmountsToBeTransferredShouldBePositive" | "Overflow" | "TooManyDistributions";

export interface Distribution {
  /** In the order of the map, which is the order of payment. */
  readonly entries: readonly (readonly [string, bigint])[];
  readonly totalStroops: bigint;
}

/** The checks on the map itself; they come before those on the caller. */
export function checkedDistribution(
  call: Call<DistributionErrors, unknown>,
  escrow: Terms,
  entries: Distribution["entries"],
): Distribution {
  const amounts = entries.map(([, amount]) => amount);
  check(
    call,
    amounts.every((amount) => amount > 0n),
    "AmountsToBeTransferredShouldBePositive",
  );
  const totalStroops = sum(amounts);
  check(call, totalStroops * BigInt(Math.max(escrow.platformFeeBps, 1)) <= I128_MAXIMUM, "Overflow");
  const limit = LIMITS[call.generation].distributions;
  check(call, limit === null || entries.length <= limit, "TooManyDistributions");
  return { entries, totalStroops };
}

export function payDistribution(
  call: Call<never, unknown>,
  escrow: Terms & { readonly roles: Offices },
  trustlessWork: string,
  { entries }: Distribution,
): void {
  const amounts = entries.map(([, amount]) => amount);
  const shares = splitShares(call.generation, amounts, escrow.platformFeeBps);
  const legs = [
    { to: trustlessWork, amountStroops: shares.trustlessWorkStroops },
    { to: escrow.roles.platformAddress, amountStroops: shares.platformStroops },
    ...entries.map(([to], index) => ({ to, amountStroops: shares.netStroops[index] ?? 0n })),
  ];
  pay(call, escrow, legs, "without zero legs");
}
