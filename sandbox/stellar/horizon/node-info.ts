import type { World } from "../../world.ts";
import { NETWORK_PASSPHRASE, NEWEST_PROTOCOL } from "../network.ts";
import { isoTime } from "./transactions.ts";

export function presentRoot({ ledger, settings }: World) {
  const latest = ledger.history.latest();
  const oldest = ledger.history.oldestWithin(settings.horizonRetentionLedgers ?? settings.retentionLedgers);
  return {
    _links: {},
    horizon_version: "sandbox",
    core_version: "sandbox",
    ingest_latest_ledger: latest.sequence,
    history_latest_ledger: latest.sequence,
    history_latest_ledger_closed_at: isoTime(latest.closeTimeSeconds),
    history_elder_ledger: oldest.sequence,
    core_latest_ledger: latest.sequence,
    network_passphrase: NETWORK_PASSPHRASE,
    current_protocol_version: latest.protocolVersion,
    supported_protocol_version: NEWEST_PROTOCOL,
    core_supported_protocol_version: NEWEST_PROTOCOL,
  };
}

const PERCENTILES = ["min", "max", "mode", "p10", "p20", "p30", "p40", "p50", "p60", "p70", "p80", "p90", "p95", "p99"];

export function presentFeeStats({ ledger }: World) {
  const price = ledger.inclusionFeeStroops.toString();
  const fees = Object.fromEntries(PERCENTILES.map((name) => [name, price]));
  return {
    last_ledger: ledger.latest().sequence.toString(),
    last_ledger_base_fee: "100",
    ledger_capacity_usage: ledger.inclusionFeeStroops > 100n ? "1" : "0.01",
    fee_charged: fees,
    max_fee: fees,
  };
}
