import { xdr } from "@stellar/stellar-sdk";
import type { ClosedLedger } from "../ledger-port.ts";
import { BASE_FEE_STROOPS, BASE_RESERVE_STROOPS, PROTOCOL_VERSION, sha256, TOTAL_COINS_STROOPS } from "../network.ts";

const NO_HASH = new Uint8Array(32);
let lastMeta: { readonly hash: string; readonly headerXdr: string; readonly metadataXdr: string } | null = null;

export const ledgerHash = ({ sequence, closeTimeSeconds }: ClosedLedger): string =>
  sha256(`ledger/${sequence}/${closeTimeSeconds}`).toString("hex");

/** The header and an empty body of a ledger, as clients insist on reading them. */
export function ledgerXdr(ledger: ClosedLedger): { readonly headerXdr: string; readonly metadataXdr: string } {
  const hash = ledgerHash(ledger);
  if (lastMeta?.hash === hash) return lastMeta;
  const header = ledgerHeader(ledger);
  const ledgerHeaderEntry = new xdr.LedgerHeaderHistoryEntry({
    hash: new xdr.Hash(Buffer.from(hash, "hex")),
    header,
    ext: xdr.LedgerHeaderHistoryEntryExt.v0(),
  });
  const meta = xdr.LedgerCloseMeta.v0(
    new xdr.LedgerCloseMetaV0({
      ledgerHeader: ledgerHeaderEntry,
      txSet: new xdr.TransactionSet({ previousLedgerHash: new xdr.Hash(NO_HASH), txs: [] }),
      txProcessing: [],
      upgradesProcessing: [],
      scpInfo: [],
    }),
  );
  lastMeta = { hash, headerXdr: header.toXdr("base64"), metadataXdr: meta.toXdr("base64") };
  return lastMeta;
}

function ledgerHeader({ sequence, closeTimeSeconds }: ClosedLedger): xdr.LedgerHeader {
  return new xdr.LedgerHeader({
    ledgerVersion: PROTOCOL_VERSION,
    previousLedgerHash: new xdr.Hash(NO_HASH),
    scpValue: new xdr.StellarValue({
      txSetHash: new xdr.Hash(NO_HASH),
      closeTime: BigInt(closeTimeSeconds),
      upgrades: [],
      ext: xdr.StellarValueExt.stellarValueBasic(),
    }),
    txSetResultHash: new xdr.Hash(NO_HASH),
    bucketListHash: new xdr.Hash(NO_HASH),
    ledgerSeq: sequence,
    totalCoins: TOTAL_COINS_STROOPS,
    feePool: 0n,
    inflationSeq: 0,
    idPool: 0n,
    baseFee: Number(BASE_FEE_STROOPS),
    baseReserve: Number(BASE_RESERVE_STROOPS),
    maxTxSetSize: 1000,
    skipList: [1, 2, 3, 4].map(() => new xdr.Hash(NO_HASH)),
    ext: xdr.LedgerHeaderExt.v0(),
  });
}
