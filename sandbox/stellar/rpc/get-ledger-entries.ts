import { xdr } from "@stellar/stellar-sdk";
import { z } from "zod";
import type { Entry } from "../state/entries.ts";
import { keyOfLedgerKey } from "../state/ledger-keys.ts";
import { toLedgerEntryData } from "../state/to-xdr.ts";
import { INVALID_PARAMS, RpcError } from "./error.ts";
import type { NodeView } from "./node-view.ts";

const LIVE_LEDGERS = 120_960;
const Params = z.object({ keys: z.array(z.string()).min(1).max(200) });

/** The entries that exist, in the order they were asked for; missing ones are left out. */
export function getLedgerEntries(params: unknown, { state, latest }: NodeView) {
  const { keys } = Params.parse(params);
  const entries = keys.flatMap((keyXdr) => {
    const key = keyOfLedgerKey(decode(keyXdr));
    const entry = key === null ? null : state.get(key);
    if (key === null || entry === null) return [];
    return [
      {
        key: keyXdr,
        xdr: toLedgerEntryData(entry).toXdr("base64"),
        lastModifiedLedgerSeq: state.modifiedLedger(key),
        ...(isSoroban(entry) && { liveUntilLedgerSeq: latest.sequence + LIVE_LEDGERS }),
      },
    ];
  });
  return { entries, latestLedger: latest.sequence };
}

const SOROBAN_KINDS: readonly Entry["kind"][] = ["contract", "contractData", "tokenBalance", "nonce"];
const isSoroban = (entry: Entry): boolean => SOROBAN_KINDS.includes(entry.kind);

function decode(keyXdr: string): xdr.LedgerKey {
  try {
    return xdr.LedgerKey.fromXdr(keyXdr, "base64");
  } catch {
    throw new RpcError(INVALID_PARAMS, `cannot unmarshal key value ${keyXdr}`);
  }
}
