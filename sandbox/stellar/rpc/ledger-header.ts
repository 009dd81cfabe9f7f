import { Account, Operation, StrKey, TransactionBuilder, xdr } from "@stellar/stellar-sdk";
import { toPublicKey } from "../addresses.ts";
import { ARM_IN_CLOSE_META, ARM_IN_HEADER, withCloseTimeMs, withMuxedContract } from "../bytes-of-30.ts";
import { addressValue, toI128 } from "../contracts/values.ts";
import type { LedgerSummary } from "../history.ts";
import { nativeContractId, root } from "../identities.ts";
import type { ClosedLedger } from "../ledger-port.ts";
import { BASE_FEE_STROOPS, BASE_RESERVE_STROOPS, NETWORK_PASSPHRASE, sha256, TOTAL_COINS_STROOPS } from "../network.ts";

const NO_HASH = new Uint8Array(32);
const STRANGERS_ID = 7n;
const STRANGERS_CONTRACT = Buffer.alloc(32, 0x57);
let last: { readonly hash: string; readonly headerXdr: string; readonly metadataXdr: string } | null = null;

export const ledgerHash = ({ sequence, closeTimeSeconds }: ClosedLedger): string =>
  sha256(`ledger/${sequence}/${closeTimeSeconds}`).toString("hex");

/**
 * The header and the body of a ledger. From protocol 30 on they have close times in milliseconds, and somebody has paid a muxed
 * contract: clients of an older protocol can decode neither.
 */
export function ledgerXdr(ledger: LedgerSummary): { readonly headerXdr: string; readonly metadataXdr: string } {
  const hash = ledgerHash(ledger);
  if (last?.hash !== hash) last = { hash, ...encoded(ledger, hash) };
  return last;
}

function encoded(ledger: LedgerSummary, hash: string) {
  const header = Buffer.from(ledgerHeader(ledger).toXdr());
  const meta = Buffer.from(closeMeta(ledger, hash).toXdr());
  if (!hasMilliseconds(ledger)) return { headerXdr: header.toString("base64"), metadataXdr: meta.toString("base64") };
  const ms = BigInt(ledger.closeTimeMs);
  const body = withMuxedContract(withCloseTimeMs(meta, ARM_IN_CLOSE_META, ms), STRANGERS_CONTRACT, STRANGERS_ID);
  return {
    headerXdr: withCloseTimeMs(header, ARM_IN_HEADER, ms).toString("base64"),
    metadataXdr: body.toString("base64"),
  };
}

/** The ledger that applies the upgrade is still written as before, and the first of a chain was voted by nobody. */
const hasMilliseconds = ({ protocolVersion, appliesUpgrade, sequence }: LedgerSummary): boolean =>
  protocolVersion >= 30 && !appliesUpgrade && sequence > 1;

function closeMeta(ledger: LedgerSummary, hash: string): xdr.LedgerCloseMeta {
  const component = xdr.TxSetComponent.txsetCompTxsMaybeDiscountedFee(
    new xdr.TxSetComponentTxsMaybeDiscountedFee({
      baseFee: null,
      txs: hasMilliseconds(ledger) ? [strangersPayment()] : [],
    }),
  );
  const txSet = xdr.GeneralizedTransactionSet.v1TxSet(
    new xdr.TransactionSetV1({
      previousLedgerHash: new xdr.Hash(NO_HASH),
      phases: [xdr.TransactionPhase.v0Components([component])],
    }),
  );
  const ledgerHeaderEntry = new xdr.LedgerHeaderHistoryEntry({
    hash: new xdr.Hash(Buffer.from(hash, "hex")),
    header: ledgerHeader(ledger),
    ext: xdr.LedgerHeaderHistoryEntryExt.v0(),
  });
  return xdr.LedgerCloseMeta.v2(
    new xdr.LedgerCloseMetaV2({
      ext: xdr.LedgerCloseMetaExt.v0(),
      ledgerHeader: ledgerHeaderEntry,
      txSet,
      txProcessing: [],
      upgradesProcessing: [],
      scpInfo: [],
      totalByteSizeOfLiveSorobanState: 0n,
      evictedKeys: [],
    }),
  );
}

function strangersPayment(): xdr.TransactionEnvelope {
  const contract = StrKey.encodeContract(STRANGERS_CONTRACT);
  const args = [addressValue(root.publicKey()), addressValue(contract), toI128(1n)];
  const operation = Operation.invokeContractFunction({ contract: nativeContractId, function: "transfer", args });
  return new TransactionBuilder(new Account(root.publicKey(), "0"), {
    fee: BASE_FEE_STROOPS.toString(),
    networkPassphrase: NETWORK_PASSPHRASE,
  })
    .addOperation(operation)
    .setTimeout(0)
    .build()
    .toEnvelope();
}

function ledgerHeader(ledger: LedgerSummary): xdr.LedgerHeader {
  const { sequence, closeTimeSeconds, protocolVersion, appliesUpgrade } = ledger;
  return new xdr.LedgerHeader({
    ledgerVersion: protocolVersion,
    previousLedgerHash: new xdr.Hash(NO_HASH),
    scpValue: new xdr.StellarValue({
      txSetHash: new xdr.Hash(NO_HASH),
      closeTime: BigInt(closeTimeSeconds),
      upgrades: appliesUpgrade
        ? [new xdr.UpgradeType(xdr.LedgerUpgrade.ledgerUpgradeVersion(protocolVersion).toXdr())]
        : [],
      ext: sequence === 1 ? xdr.StellarValueExt.stellarValueBasic() : signedValue(),
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

const signedValue = (): xdr.StellarValueExt =>
  xdr.StellarValueExt.stellarValueSigned(
    new xdr.LedgerCloseValueSignature({
      nodeId: toPublicKey(root.publicKey()),
      signature: new xdr.Signature(new Uint8Array(64)),
    }),
  );
