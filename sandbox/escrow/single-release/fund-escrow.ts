import { address, asAddress, asI128, i128, nothing, sameValue, vec } from "../values.ts";
import { check, type EscrowCall, type EscrowMethod, emit, loadEscrow } from "./call.ts";
import { decodeEscrow, encodeEscrow } from "./codec.ts";
import type { Escrow } from "./escrow.ts";

/** Any wallet may fund, any amount, in any state: also an escrow that is disputed or already paid out. */
export const fundEscrow: EscrowMethod = (call) => {
  const { host, generation, args } = call;
  const signer = asAddress(args[0]);
  const expected = decodeEscrow(args[1], generation);
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
};

const sameEscrow = ({ generation }: EscrowCall, stored: Escrow, expected: Escrow): boolean =>
  sameValue(encodeEscrow(stored, generation), encodeEscrow(expected, generation));
