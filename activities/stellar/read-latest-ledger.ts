import type { rpc } from "@stellar/stellar-sdk";
import { readAnswer } from "./reaching.ts";
import { Health, LatestLedgerAnswer } from "./wire.ts";

export interface LatestLedger {
  readonly sequence: number;
  readonly closeTimeSeconds: number;
  /** The first ledger this node still has. */
  readonly oldestLedger: number;
}

/**
 * Three numbers, all in one small answer. The ledger itself is never decoded: it is full of strangers' transactions, and its
 * header changes with the protocol.
 */
export async function readLatestLedger(server: rpc.Server): Promise<LatestLedger> {
  const { latestLedger, latestLedgerCloseTime, oldestLedger } = readAnswer(Health, await server.getHealth());
  if (latestLedgerCloseTime != null) {
    return { sequence: latestLedger, closeTimeSeconds: latestLedgerCloseTime, oldestLedger };
  }
  // before stellar-rpc 27.1 the time stands beside the XDR only
  const { sequence, closeTime } = readAnswer(LatestLedgerAnswer, await server._getLatestLedger());
  return { sequence, closeTimeSeconds: closeTime, oldestLedger };
}
