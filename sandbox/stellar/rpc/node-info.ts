import { NETWORK_PASSPHRASE, NEWEST_PROTOCOL } from "../network.ts";
import { ledgerHash, ledgerXdr } from "./ledger-header.ts";
import type { NodeView } from "./node-view.ts";

export const getLatestLedger = (_params: unknown, { latest }: NodeView) => ({
  id: ledgerHash(latest),
  protocolVersion: latest.protocolVersion,
  sequence: latest.sequence,
  closeTime: latest.closeTimeSeconds.toString(),
  ...ledgerXdr(latest),
});

export const getHealth = (_params: unknown, { world, latest, oldest }: NodeView) => ({
  status: "healthy",
  latestLedger: latest.sequence,
  latestLedgerCloseTime: latest.closeTimeSeconds.toString(),
  oldestLedger: oldest.sequence,
  oldestLedgerCloseTime: oldest.closeTimeSeconds.toString(),
  ledgerRetentionWindow: world.settings.retentionLedgers,
});

export const getNetwork = (_params: unknown, { latest }: NodeView, host: string) => ({
  friendbotUrl: `http://${host}/friendbot`,
  passphrase: NETWORK_PASSPHRASE,
  protocolVersion: latest.protocolVersion,
});

export const getVersionInfo = () => ({
  version: "sandbox",
  commitHash: "",
  buildTimestamp: "",
  captiveCoreVersion: "sandbox",
  protocolVersion: NEWEST_PROTOCOL,
});

const PERCENTILES = ["max", "min", "mode", "p10", "p20", "p30", "p40", "p50", "p60", "p70", "p80", "p90", "p95", "p99"];

/** Everybody has paid the present price. */
export function getFeeStats(_params: unknown, { world, latest }: NodeView) {
  const price = world.ledger.inclusionFeeStroops.toString();
  const fees = Object.fromEntries(PERCENTILES.map((name) => [name, price]));
  return {
    sorobanInclusionFee: { ...fees, transactionCount: "0", ledgerCount: 50 },
    inclusionFee: { ...fees, transactionCount: "0", ledgerCount: 10 },
    latestLedger: latest.sequence,
  };
}
