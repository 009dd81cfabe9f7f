import type { xdr } from "@stellar/stellar-sdk";
import { type Call, check, emit, loadEscrow } from "./call.ts";
import type { Terms } from "./terms.ts";
import { address, asAddress, asI128, i128, nothing, sameValue, vec } from "./values.ts";

type FundErrors =
  | "AmountCannotBeZero"
  | "EscrowNotFound"
  | "EscrowPropertiesMismatch"
  | "InsufficientFundsForEscrowFunding";

/** Any wallet may fund, any amount, in any state: also an escrow that is disputed or already paid out. */
export function fundEscrow<Stored extends Terms>(call: Call<FundErrors, Stored>): xdr.ScVal {
  const { host, generation, args, type } = call;
  const signer = asAddress(args[0]);
  const expected = type.decode(args[1], generation);
  const amountStroops = asI128(args[2]);
  const escrow = loadEscrow(call);
  // G1 reads the funder's balance first, so a missing trustline beats every other complaint.
  const balanceStroops = generation === "G1" ? host.tokenBalance(escrow.tokenContractId, signer) : null;
  check(call, amountStroops > 0n, "AmountCannotBeZero");
  check(call, sameEscrow(call, escrow, expected), "EscrowPropertiesMismatch");
  check(call, balanceStroops === null || balanceStroops >= amountStroops, "InsufficientFundsForEscrowFunding");
  host.requireAuth(signer);
  host.tokenTransfer(escrow.tokenContractId, signer, host.contractId, amountStroops);
  const [funder, amount] = [address(signer), i128(amountStroops)];
  emit(call, "tw_fund", vec(generation === "G0" ? [amount, funder] : [funder, amount]));
  return nothing();
}

const sameEscrow = <Stored>(
  { type, generation }: Call<FundErrors, Stored>,
  stored: Stored,
  expected: Stored,
): boolean => sameValue(type.encode(stored, generation), type.encode(expected, generation));
