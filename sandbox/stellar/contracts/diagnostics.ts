import { Address, xdr } from "@stellar/stellar-sdk";
import type { ContractFailure } from "../ledger-port.ts";
import { symbol } from "./values.ts";

/** The event by which a host tells which contract stopped a call, and with what number. */
export function contractErrorEvent(failure: ContractFailure): xdr.DiagnosticEvent {
  const error = xdr.ScVal.scvError(scError(failure));
  const message = failure.code === null ? failure.name : "failing with contract error";
  const data = xdr.ScVal.scvVec([
    xdr.ScVal.scvString(message),
    ...(failure.code === null ? [] : [xdr.ScVal.scvU32(failure.code)]),
  ]);
  return new xdr.DiagnosticEvent({
    inSuccessfulContractCall: false,
    event: new xdr.ContractEvent({
      ext: xdr.ExtensionPoint.v0(),
      contractId: contractIdOf(failure.contractId),
      type: xdr.ContractEventType.diagnostic,
      body: xdr.ContractEventBody.v0(new xdr.ContractEventV0({ topics: [symbol("error"), error], data })),
    }),
  });
}

/** As a host prints it: the kind and number first, then whose it was. */
export function hostErrorText(failure: ContractFailure): string {
  const error = failure.code === null ? failure.name : `Error(Contract, #${failure.code})`;
  const said = failure.code === null ? `"${failure.name}"` : `["failing with contract error", ${failure.code}]`;
  return `HostError: ${error}\n\nEvent log (newest first):\n   0: [Diagnostic Event] contract:${failure.contractId}, topics:[error, ${error}], data:${said}\n`;
}

function scError({ code, name }: ContractFailure): xdr.ScError {
  if (code !== null) return xdr.ScError.sceContract(code);
  if (name.includes("Auth")) return xdr.ScError.sceAuth(xdr.ScErrorCode.scecInvalidAction);
  if (name.includes("Storage")) return xdr.ScError.sceStorage(xdr.ScErrorCode.scecMissingValue);
  return xdr.ScError.sceWasmVm(xdr.ScErrorCode.scecInvalidAction);
}

function contractIdOf(contractId: string): xdr.ContractId | null {
  const address = contractId.startsWith("C") ? new Address(contractId).toScAddress() : null;
  return address?.type === "scAddressTypeContract" ? address.contractId : null;
}
