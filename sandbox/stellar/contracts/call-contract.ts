import { Address, StrKey, xdr } from "@stellar/stellar-sdk";
import type { ContractHost } from "../../escrow/host.ts";
import { NETWORK_ID, sha256 } from "../network.ts";
import type { State } from "../state/state.ts";
import { callAssetContract } from "./asset-contract.ts";
import { contractEvent } from "./events.ts";
import { type Frame, hostError } from "./frames.ts";
import type { Session } from "./session.ts";
import { fromI128, toI128 } from "./values.ts";

const DEEPEST_CALLS = 10;

/** @throws ContractTrap with the first error, whoever raised it. */
export function callContract(session: Session, frame: Frame, depth = 0): xdr.ScVal {
  const instance = session.state.contract(frame.contractId);
  if (instance === null) throw hostError(frame.contractId, "Storage, MissingValue");
  if (depth > DEEPEST_CALLS) throw hostError(frame.contractId, "Context, ExceededLimit");
  session.authorizer.enter(frame);
  try {
    if (instance.asset !== null) return callAssetContract(session, instance.asset, frame);
    const code = session.runtime.codes.get(instance.wasmHash ?? "");
    if (code === undefined) throw hostError(frame.contractId, "Storage, MissingValue");
    return code.invoke(hostFor(session, frame.contractId, depth), frame.functionName, frame.args);
  } finally {
    session.authorizer.leave();
  }
}

function hostFor(session: Session, contractId: string, depth: number): ContractHost {
  const call = (callee: string, functionName: string, args: readonly xdr.ScVal[]): xdr.ScVal =>
    callContract(session, { contractId: callee, functionName, args }, depth + 1);
  return {
    contractId,
    ledger: session.ledger,
    requireAuth: (address) => session.authorizer.require(address),
    load: (key) => load(session.state, contractId, key),
    save: (key, value, durability) => save(session.state, contractId, key, value, durability),
    tokenBalance: (token, address) => fromI128(call(token, "balance", [new Address(address).toScVal()])),
    tokenTransfer: (token, from, to, amount) =>
      void call(token, "transfer", [new Address(from).toScVal(), new Address(to).toScVal(), toI128(amount)]),
    emit: (topics, data) => session.emit(contractEvent(contractId, topics, data)),
    wasmHashOf: (other) => session.state.contract(other)?.wasmHash ?? null,
    createContract: (wasmHash, salt) => createContract(session, contractId, wasmHash, salt),
    call,
  };
}

function load(state: State, contractId: string, key: string): xdr.ScVal | null {
  const stored = state.contract(contractId)?.storageXdr[key] ?? state.contractData(contractId, key)?.valueXdr;
  return stored === undefined ? null : xdr.ScVal.fromXdr(stored, "base64");
}

function save(
  state: State,
  contractId: string,
  key: string,
  value: xdr.ScVal,
  durability: "instance" | "persistent",
): void {
  const valueXdr = value.toXdr("base64");
  if (durability === "persistent") {
    state.put({ kind: "contractData", contractId, symbol: key, valueXdr });
    return;
  }
  const instance = state.contract(contractId);
  if (instance !== null) state.put({ ...instance, storageXdr: { ...instance.storageXdr, [key]: valueXdr } });
}

function createContract(session: Session, deployer: string, wasmHash: Uint8Array, salt: Uint8Array): string {
  const hash = Buffer.from(wasmHash).toString("hex");
  if (!session.runtime.codes.has(hash)) throw hostError(deployer, "Storage, MissingValue");
  const contractId = contractIdFrom(deployer, salt);
  if (session.state.contract(contractId) !== null) throw hostError(deployer, "Storage, ExistingValue");
  session.state.put({ kind: "contract", contractId, wasmHash: hash, asset: null, storageXdr: {} });
  return contractId;
}

/** The id the network gives to a contract that `deployer` creates with `salt`. */
export function contractIdFrom(deployer: string, salt: Uint8Array): string {
  const preimage = xdr.HashIdPreimage.envelopeTypeContractId(
    new xdr.HashIdPreimageContractId({
      networkId: new xdr.Hash(NETWORK_ID),
      contractIdPreimage: xdr.ContractIdPreimage.contractIdPreimageFromAddress(
        new xdr.ContractIdPreimageFromAddress({
          address: new Address(deployer).toScAddress(),
          salt: new xdr.Uint256Bytes(salt),
        }),
      ),
    }),
  );
  return StrKey.encodeContract(sha256(preimage.toXdr()));
}
