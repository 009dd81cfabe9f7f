import type { xdr } from "@stellar/stellar-sdk";
import { type Call, check, loadEscrow } from "./call.ts";
import type { Terms } from "./terms.ts";
import { address, asAddress, asVec, i128, struct, u32, vec } from "./values.ts";

const MAXIMUM_ESCROWS = 20;
const TOKEN_DECIMALS = 7;

export const getEscrow = <Stored>(call: Call<"EscrowNotFound", Stored>): xdr.ScVal =>
  call.type.encode(loadEscrow(call), call.generation);

/** Asks whatever contract has that address. */
export function getEscrowByContractId<Stored>(call: Call<"EscrowNotFound", Stored>): xdr.ScVal {
  const contractId = asAddress(call.args[0]);
  return contractId === call.host.contractId ? getEscrow(call) : call.host.call(contractId, "get_escrow", []);
}

/** Asks only a contract with the very same code. */
export function getEscrowOfSameCode<Stored>(
  call: Call<"EscrowNotFound" | "IncompatibleEscrowWasmHash", Stored>,
): xdr.ScVal {
  const { host } = call;
  const sameCode = host.wasmHashOf(asAddress(call.args[0])) === host.wasmHashOf(host.contractId);
  check(call, sameCode, "IncompatibleEscrowWasmHash");
  return getEscrowByContractId(call);
}

export function getMultipleEscrowBalances<Stored extends Terms>(
  call: Call<"EscrowNotFound" | "TooManyEscrowsRequested", Stored>,
): xdr.ScVal {
  const addresses = asVec(call.args[0]).map(asAddress);
  check(call, addresses.length <= MAXIMUM_ESCROWS, "TooManyEscrowsRequested");
  const { tokenContractId } = loadEscrow(call);
  const rows = addresses.map((holder) =>
    struct({
      address: address(holder),
      balance: i128(call.host.tokenBalance(tokenContractId, holder)),
      trustline_decimals: u32(TOKEN_DECIMALS),
    }),
  );
  return vec(rows);
}
