import { xdr } from "@stellar/stellar-sdk";
import { accountOf } from "../addresses.ts";
import type { Entry } from "../state/entries.ts";
import { keyOfLedgerKey } from "../state/ledger-keys.ts";
import { spendable, sponsorLess, sponsorMore } from "../state/reserves.ts";
import { failed, type OperationContext } from "./context.ts";
import { signerName } from "./signer-name.ts";

const Result = xdr.RevokeSponsorshipResult;
const inner = (result: xdr.RevokeSponsorshipResult): xdr.OperationResultTr =>
  xdr.OperationResultTr.revokeSponsorship(result);

/** Something whose reserve somebody pays, and how that is written down. */
interface Reserved {
  readonly owner: string;
  readonly sponsor: string | null;
  readonly reserves: number;
  readonly mustHaveSponsor: boolean;
  write(sponsor: string | null): void;
}

/** Hands a reserve to the source's own sponsor when it has one, else back to the owner. */
export function revokeSponsorship(op: xdr.RevokeSponsorshipOp, context: OperationContext): xdr.OperationResultTr {
  const reserved =
    op.type === "revokeSponsorshipLedgerEntry"
      ? reservedEntry(op.ledgerKey, context)
      : reservedSigner(op.signer, context);
  if (reserved === null) throw failed(inner(Result.revokeSponsorshipDoesNotExist()));
  if ((reserved.sponsor ?? reserved.owner) !== context.source.address) {
    throw failed(inner(Result.revokeSponsorshipNotSponsor()));
  }
  const next = context.sponsorships.get(context.source.address) ?? null;
  change(reserved, next === reserved.owner ? null : next, context);
  return inner(Result.revokeSponsorshipSuccess());
}

function change(reserved: Reserved, next: string | null, { state }: OperationContext): void {
  const { owner, sponsor, reserves } = reserved;
  if (next === null && reserved.mustHaveSponsor) throw failed(inner(Result.revokeSponsorshipOnlyTransferable()));
  if (sponsor !== null) sponsorLess(state, sponsor, reserves);
  if (next !== null && !sponsorMore(state, next, reserves)) throw failed(inner(Result.revokeSponsorshipLowReserve()));
  reserved.write(next);
  const account = state.account(owner);
  if (account === null || reserved.mustHaveSponsor) return;
  const before = sponsor === null ? 0 : reserves;
  const after = next === null ? 0 : reserves;
  const changed = { ...account, sponsored: account.sponsored - before + after };
  if (after < before && spendable(changed) < 0n) throw failed(inner(Result.revokeSponsorshipLowReserve()));
  state.put(changed);
}

function reservedEntry(ledgerKey: xdr.LedgerKey, { state }: OperationContext): Reserved | null {
  const key = keyOfLedgerKey(ledgerKey);
  const entry = key === null ? null : state.get(key);
  if (key === null || entry === null || !("sponsor" in entry)) return null;
  return {
    owner: entry.kind === "claimable" ? entry.creator : entry.address,
    sponsor: entry.sponsor,
    reserves: reservesOf(entry),
    mustHaveSponsor: entry.kind === "claimable",
    write: (sponsor) => {
      const now = state.get(key);
      if (now !== null && "sponsor" in now) state.put({ ...now, sponsor });
    },
  };
}

function reservesOf(entry: Entry): number {
  if (entry.kind === "account") return 2;
  return entry.kind === "claimable" ? entry.claimantsXdr.length : 1;
}

function reservedSigner(
  { accountId, signerKey }: xdr.RevokeSponsorshipOpSigner,
  context: OperationContext,
): Reserved | null {
  const { state } = context;
  const owner = accountOf(accountId);
  const key = signerName(signerKey);
  const signer = state.account(owner)?.signers.find((known) => known.key === key);
  if (signer === undefined) return null;
  return {
    owner,
    sponsor: signer.sponsor,
    reserves: 1,
    mustHaveSponsor: false,
    write: (sponsor) => {
      const account = state.account(owner);
      if (account === null) return;
      const signers = account.signers.map((known) => (known.key === key ? { ...known, sponsor } : known));
      state.put({ ...account, signers });
    },
  };
}
