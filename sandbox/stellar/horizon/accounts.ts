import { toDecimal } from "../amounts.ts";
import type { Ledger } from "../ledger.ts";
import { AUTHORIZED } from "../state/balances.ts";
import type { AccountEntry, DataEntry, TrustLineEntry } from "../state/entries.ts";
import { keyOf } from "../state/entries.ts";
import { assetParts } from "./asset-parts.ts";
import { accountLinks } from "./links.ts";

/** An account as Horizon shows it; null when there is none. */
export function presentAccount(ledger: Ledger, address: string) {
  const { state } = ledger;
  const account = state.account(address);
  if (account === null) return null;
  const lines: TrustLineEntry[] = [];
  const data: DataEntry[] = [];
  for (const entry of state.all()) {
    if (entry.kind === "trustline" && entry.address === address) lines.push(entry);
    if (entry.kind === "data" && entry.address === address) data.push(entry);
  }
  const [, low_threshold, med_threshold, high_threshold] = account.thresholds;
  return {
    _links: accountLinks(address),
    id: address,
    account_id: address,
    sequence: account.sequence.toString(),
    sequence_ledger: account.sequenceLedger,
    sequence_time: account.sequenceTime.toString(),
    subentry_count: account.subentries,
    home_domain: account.homeDomain,
    last_modified_ledger: state.modifiedLedger(keyOf.account(address)),
    thresholds: { low_threshold, med_threshold, high_threshold },
    flags: presentFlags(account.flags),
    balances: [...lines.map((line) => presentLine(ledger, line)), presentLumens(account)],
    signers: presentSigners(account),
    data: Object.fromEntries(data.map(({ name, valueBase64 }) => [name, valueBase64])),
    num_sponsoring: account.sponsoring,
    num_sponsored: account.sponsored,
    ...(account.sponsor !== null && { sponsor: account.sponsor }),
    paging_token: address,
  };
}

const presentFlags = (flags: number) => ({
  auth_required: (flags & 1) !== 0,
  auth_revocable: (flags & 2) !== 0,
  auth_immutable: (flags & 4) !== 0,
  auth_clawback_enabled: (flags & 8) !== 0,
});

function presentLine({ state }: Ledger, line: TrustLineEntry) {
  return {
    balance: toDecimal(line.balance),
    limit: toDecimal(line.limit),
    buying_liabilities: "0.0000000",
    selling_liabilities: "0.0000000",
    last_modified_ledger: state.modifiedLedger(keyOf.trustline(line.address, line.asset)),
    is_authorized: (line.flags & AUTHORIZED) !== 0,
    is_authorized_to_maintain_liabilities: (line.flags & 3) !== 0,
    ...assetParts(line.asset),
    ...(line.sponsor !== null && { sponsor: line.sponsor }),
  };
}

const presentLumens = (account: AccountEntry) => ({
  balance: toDecimal(account.balance),
  buying_liabilities: "0.0000000",
  selling_liabilities: "0.0000000",
  asset_type: "native",
});

function presentSigners({ address, thresholds, signers }: AccountEntry) {
  const types: Readonly<Record<string, string>> = { G: "ed25519_public_key", T: "preauth_tx", X: "sha256_hash" };
  const master = { key: address, weight: thresholds[0], sponsor: null };
  return [...signers, master].map(({ key, weight, sponsor }) => ({
    weight,
    key,
    type: types[key.charAt(0)] ?? "ed25519_signed_payload",
    ...(sponsor !== null && { sponsor }),
  }));
}
