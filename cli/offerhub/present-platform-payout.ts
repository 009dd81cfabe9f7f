import type { PlatformPayout } from "../../sdk/index.ts";
import { factsOf } from "./table.ts";

/** What is there to say of a platform payout, and who must act. */
export function platformPayoutLines(payout: PlatformPayout): readonly string[] {
  const facts = {
    payout: payout.id,
    status: payout.status,
    amount: `${payout.amount} ${payout.asset}`,
    source: payout.source,
    destination: payout.destination,
    memo: payout.memo && `${payout.memo} (${payout.memoType})`,
    reason: payout.reason,
    "asked for by": payout.requestedBy,
    "approved by": payout.approvedBy,
    transaction: payout.transactionHash,
    "not sent because": payout.failureReason,
  };
  return [...factsOf(facts), ...nextOf(payout)];
}

function nextOf({ id, status }: PlatformPayout): readonly string[] {
  if (status === "PLATFORM_PAYOUT_REQUESTED")
    return [`A second person sends it with a key of their own: offerhub payouts approve ${id}`];
  if (status === "PLATFORM_PAYOUT_PENDING")
    return ["It is on its way. If it stays so: offerhub ops parked -k platform-payout"];
  return [];
}
