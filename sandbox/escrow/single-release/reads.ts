import { address, asAddress, asVec, i128, struct, u32, vec } from "../values.ts";
import { check, type EscrowMethod, loadEscrow } from "./call.ts";
import { encodeEscrow } from "./codec.ts";

const MAXIMUM_ESCROWS = 20;
const TOKEN_DECIMALS = 7;

export const getEscrow: EscrowMethod = (call) => encodeEscrow(loadEscrow(call), call.generation);

export const getEscrowByContractId: EscrowMethod = (call) => {
  const contractId = asAddress(call.args[0]);
  return contractId === call.host.contractId ? getEscrow(call) : call.host.call(contractId, "get_escrow", []);
};

export const getMultipleEscrowBalances: EscrowMethod = (call) => {
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
};
