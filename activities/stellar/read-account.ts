import { Keypair, type rpc, xdr } from "@stellar/stellar-sdk";
import { readLedgerEntries } from "./read-ledger-entries.ts";
import { type ChainSettings, usdcAsset } from "./settings.ts";

export interface AccountOnChain {
  readonly sequence: bigint;
  readonly xlmStroops: bigint;
  /** What it must keep: the reserve, less what others sponsor, and what it has on offer. */
  readonly minimumXlmStroops: bigint;
  /** null without a trustline. */
  readonly usdc: TrustlineOnChain | null;
  /** SEP-29: a payment without a memo would be lost to this account's owner. */
  readonly memoRequired: boolean;
}

export interface TrustlineOnChain {
  readonly stroops: bigint;
  readonly limitStroops: bigint;
  /** Room that is promised to offers already. */
  readonly buyingLiabilities: bigint;
  readonly authorized: boolean;
}

const BASE_RESERVE_STROOPS = 5_000_000n;
const AUTHORIZED_FLAG = 1;
const MEMO_REQUIRED = "config.memo_required";

/** The account, its USDC trustline and its SEP-29 entry, in one look at one ledger. */
export async function readAccount(
  server: rpc.Server,
  settings: ChainSettings,
  address: string,
): Promise<AccountOnChain | null> {
  const { entries } = await readLedgerEntries(server, keysOf(address, settings));
  const account = entries.map(({ val }) => val).find((entry) => entry.type === "account");
  if (account?.type !== "account") return null;
  const line = entries.map(({ val }) => val).find((entry) => entry.type === "trustline");
  const data = entries.map(({ val }) => val).find((entry) => entry.type === "data");
  return {
    ...toBalances(account.account),
    usdc: line?.type === "trustline" ? toTrustline(line.trustLine) : null,
    memoRequired: data?.type === "data" && Buffer.from(data.data.dataValue.value).toString() === "1",
  };
}

function keysOf(address: string, settings: ChainSettings): xdr.LedgerKey[] {
  const accountId = Keypair.fromPublicKey(address).xdrAccountId();
  return [
    xdr.LedgerKey.account(new xdr.LedgerKeyAccount({ accountId })),
    xdr.LedgerKey.trustline(
      new xdr.LedgerKeyTrustLine({ accountId, asset: usdcAsset(settings).toTrustLineXdrObject() }),
    ),
    xdr.LedgerKey.data(new xdr.LedgerKeyData({ accountId, dataName: MEMO_REQUIRED })),
  ];
}

export function toBalances(
  account: xdr.AccountEntry,
): Pick<AccountOnChain, "sequence" | "xlmStroops" | "minimumXlmStroops"> {
  const first = account.ext.type === "v1" ? account.ext.v1 : null;
  const second = first?.ext.type === "v2" ? first.ext.v2 : null;
  const reserves = 2 + account.numSubEntries + (second?.numSponsoring ?? 0) - (second?.numSponsored ?? 0);
  return {
    sequence: account.seqNum,
    xlmStroops: account.balance,
    minimumXlmStroops: BigInt(reserves) * BASE_RESERVE_STROOPS + (first?.liabilities.selling ?? 0n),
  };
}

const toTrustline = (line: xdr.TrustLineEntry): TrustlineOnChain => ({
  stroops: line.balance,
  limitStroops: line.limit,
  buyingLiabilities: line.ext.type === "v1" ? line.ext.v1.liabilities.buying : 0n,
  authorized: (line.flags & AUTHORIZED_FLAG) !== 0,
});
