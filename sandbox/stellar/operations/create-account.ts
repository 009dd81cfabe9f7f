import { xdr } from "@stellar/stellar-sdk";
import { accountOf, NATIVE } from "../addresses.ts";
import { movementEvent } from "../contracts/events.ts";
import { BASE_RESERVE_STROOPS } from "../network.ts";
import type { AccountEntry } from "../state/entries.ts";
import { spendable, sponsorMore } from "../state/reserves.ts";
import { failed, type OperationContext } from "./context.ts";

const Result = xdr.CreateAccountResult;
const inner = (result: xdr.CreateAccountResult): xdr.OperationResultTr => xdr.OperationResultTr.createAccount(result);

export function createAccountRefusal(op: xdr.CreateAccountOp, source: string): xdr.OperationResultTr | null {
  const malformed = op.startingBalance < 0n || accountOf(op.destination) === source;
  return malformed ? inner(Result.createAccountMalformed()) : null;
}

export function createAccount(op: xdr.CreateAccountOp, context: OperationContext): xdr.OperationResultTr {
  const { state, source, ledger } = context;
  const address = accountOf(op.destination);
  if (state.account(address) !== null) throw failed(inner(Result.createAccountAlreadyExist()));
  const sponsor = context.sponsorships.get(address) ?? null;
  const affordable =
    sponsor === null ? op.startingBalance >= 2n * BASE_RESERVE_STROOPS : sponsorMore(state, sponsor, 2);
  if (!affordable) throw failed(inner(Result.createAccountLowReserve()));
  const payer = state.account(source.address);
  if (payer === null || spendable(payer) < op.startingBalance) throw failed(inner(Result.createAccountUnderfunded()));
  state.put({ ...payer, balance: payer.balance - op.startingBalance });
  state.put(newAccount(address, op.startingBalance, ledger.sequence, sponsor));
  if (op.startingBalance > 0n) {
    context.emit(movementEvent({ asset: NATIVE, from: source.address, to: address, amount: op.startingBalance }));
  }
  return inner(Result.createAccountSuccess());
}

/** Sequence numbers start at the ledger's number × 2^32, so that an account merged and made anew never repeats one. */
export function newAccount(address: string, balance: bigint, ledger: number, sponsor: string | null): AccountEntry {
  return {
    kind: "account",
    address,
    balance,
    sequence: BigInt(ledger) << 32n,
    subentries: 0,
    sponsoring: 0,
    sponsored: sponsor === null ? 0 : 2,
    sponsor,
    flags: 0,
    homeDomain: "",
    thresholds: [1, 0, 0, 0],
    signers: [],
    sequenceLedger: 0,
    sequenceTime: 0,
  };
}
