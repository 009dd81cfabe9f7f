import { NETWORK_PASSPHRASE, PROTOCOL_VERSION } from "../network.ts";
import { ledgerHash, ledgerXdr } from "./ledger-header.ts";
import type { NodeView } from "./node-view.ts";

export const getLatestLedger = (_params: unknown, { latest }: NodeView) => ({
  id: ledgerHash(latest),
  protocolVersion: PROTOCOL_VERSION,
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

export const getNetwork = (_params: unknown, _view: NodeView, host: string) => ({
  friendbotUrl: `http://${host}/friendbot`,
  passphrase: NETWORK_PASSPHRASE,
  protocolVersion: PROTOCOL_VERSION,
});

export const getVersionInfo = () => ({
  version: "sandbox",
  commitHash: "",
  buildTimestamp: "",
  captiveCoreVersion: "sandbox",
  protocolVersion: PROTOCOL_VERSION,
});

const QUIET_FEES = Object.fromEntries(
  ["max", "min", "mode", "p10", "p20", "p30", "p40", "p50", "p60", "p70", "p80", "p90", "p95", "p99"].map((name) => [
    name,
    "100",
  ]),
);

export const getFeeStats = (_params: unknown, { latest }: NodeView) => ({
  sorobanInclusionFee: { ...QUIET_FEES, transactionCount: "0", ledgerCount: 50 },
  inclusionFee: { ...QUIET_FEES, transactionCount: "0", ledgerCount: 10 },
  latestLedger: latest.sequence,
});
