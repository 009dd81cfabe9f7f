import { Address, type xdr as Xdr, xdr } from "@stellar/stellar-sdk";
import { ContractTrap } from "../../escrow/host.ts";
import { codeText, issuerOf, NATIVE, partyOfAddress } from "../addresses.ts";
import { MAX_INT64 } from "../network.ts";
import { AUTHORIZED } from "../state/balances.ts";
import { movementEvent, setAuthorizedEvent } from "./events.ts";
import { type Frame, hostError, isContract } from "./frames.ts";
import type { Session } from "./session.ts";
import { moveIn, moveOut } from "./token-balances.ts";
import { addressValue, fromI128, toI128 } from "./values.ts";

type Args = readonly Xdr.ScVal[];
type Method = (session: Session, asset: string, frame: Frame) => Xdr.ScVal;

/** The Stellar Asset Contract: a classic asset seen by contracts. */
export function callAssetContract(session: Session, asset: string, frame: Frame): Xdr.ScVal {
  const method = METHODS[frame.functionName];
  if (method === undefined) throw hostError(frame.contractId, "WasmVm, MissingValue");
  return method(session, asset, frame);
}

const METHODS: Readonly<Record<string, Method>> = {
  transfer(session, asset, frame) {
    const from = addressArg(frame, 0);
    const to = partyOfAddress(addressArg(frame, 1));
    const amount = amountArg(frame, 2);
    session.authorizer.require(from);
    moveOut(session.state, frame.contractId, asset, from, amount);
    moveIn(session.state, frame.contractId, asset, to.address, amount);
    const toMuxedId = to.muxedId === null ? null : xdr.ScVal.scvU64(to.muxedId);
    session.emit(movementEvent({ asset, from, to: to.address, amount, toMuxedId }));
    return xdr.ScVal.scvVoid();
  },
  burn(session, asset, frame) {
    const from = addressArg(frame, 0);
    const amount = amountArg(frame, 1);
    session.authorizer.require(from);
    moveOut(session.state, frame.contractId, asset, from, amount);
    session.emit(movementEvent({ asset, from, to: adminOf(asset, frame), amount }));
    return xdr.ScVal.scvVoid();
  },
  mint(session, asset, frame) {
    const to = addressArg(frame, 0);
    const amount = amountArg(frame, 1);
    const admin = adminOf(asset, frame);
    session.authorizer.require(admin);
    moveIn(session.state, frame.contractId, asset, to, amount);
    session.emit(movementEvent({ asset, from: admin, to, amount }));
    return xdr.ScVal.scvVoid();
  },
  balance: (session, asset, frame) => toI128(balanceOf(session, asset, frame.contractId, addressArg(frame, 0))),
  authorized(session, asset, frame) {
    const holder = addressArg(frame, 0);
    if (isContract(holder)) {
      return xdr.ScVal.scvBool(session.state.tokenBalance(frame.contractId, holder)?.authorized ?? true);
    }
    return xdr.ScVal.scvBool(((session.state.trustline(holder, asset)?.flags ?? 0) & AUTHORIZED) !== 0);
  },
  set_authorized(session, asset, frame) {
    const holder = addressArg(frame, 0);
    const authorized = boolArg(frame, 1);
    session.authorizer.require(adminOf(asset, frame));
    setAuthorized(session, asset, frame.contractId, holder, authorized);
    session.emit(setAuthorizedEvent(asset, holder, authorized));
    return xdr.ScVal.scvVoid();
  },
  admin: (_session, asset, frame) => addressValue(adminOf(asset, frame)),
  decimals: () => xdr.ScVal.scvU32(7),
  name: (_session, asset) => xdr.ScVal.scvString(asset),
  symbol: (_session, asset) => xdr.ScVal.scvString(codeText(Buffer.from(asset.split(":")[0] ?? asset))),
};

/** The balance a token shows; a missing account or trustline is an error, not zero. */
function balanceOf(session: Session, asset: string, contractId: string, holder: string): bigint {
  if (isContract(holder)) return session.state.tokenBalance(contractId, holder)?.balance ?? 0n;
  if (issuerOf(asset) === holder) return MAX_INT64;
  if (asset === NATIVE) {
    const account = session.state.account(holder);
    if (account === null) throw new ContractTrap(contractId, 6, "AccountMissing");
    return account.balance;
  }
  const line = session.state.trustline(holder, asset);
  if (line === null) throw new ContractTrap(contractId, 13, "TrustlineMissing");
  return line.balance;
}

function setAuthorized(session: Session, asset: string, contractId: string, holder: string, authorized: boolean): void {
  const { state } = session;
  if (isContract(holder)) {
    const balance = state.tokenBalance(contractId, holder)?.balance ?? 0n;
    state.put({ kind: "tokenBalance", contractId, holder, balance, authorized });
    return;
  }
  const line = state.trustline(holder, asset);
  if (line === null) throw new ContractTrap(contractId, 13, "TrustlineMissing");
  state.put({ ...line, flags: authorized ? line.flags | AUTHORIZED : line.flags & ~AUTHORIZED });
}

function adminOf(asset: string, frame: Frame): string {
  const issuer = issuerOf(asset);
  if (issuer === null) throw hostError(frame.contractId, "Storage, MissingValue");
  return issuer;
}

function addressArg(frame: Frame, index: number): string {
  const value = argument(frame.args, index, frame.contractId);
  if (value.type !== "scvAddress") throw hostError(frame.contractId, "Value, UnexpectedType");
  return Address.fromScAddress(value.address).toString();
}

function amountArg(frame: Frame, index: number): bigint {
  const value = argument(frame.args, index, frame.contractId);
  if (value.type !== "scvI128") throw hostError(frame.contractId, "Value, UnexpectedType");
  const amount = fromI128(value);
  if (amount < 0n) throw new ContractTrap(frame.contractId, 8, "NegativeAmount");
  return amount;
}

function boolArg(frame: Frame, index: number): boolean {
  const value = argument(frame.args, index, frame.contractId);
  if (value.type !== "scvBool") throw hostError(frame.contractId, "Value, UnexpectedType");
  return value.b;
}

function argument(args: Args, index: number, contractId: string): Xdr.ScVal {
  const value = args[index];
  if (value === undefined) throw hostError(contractId, "WasmVm, UnexpectedSize");
  return value;
}
