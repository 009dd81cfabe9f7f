import { Address, xdr } from "@stellar/stellar-sdk";
import { NETWORK_ID, sha256 } from "../network.ts";
import { keyOf } from "../state/entries.ts";
import type { State } from "../state/state.ts";
import { verifyEd25519 } from "../transactions/signatures.ts";
import type { Agreement } from "./enforce-auth.ts";
import { hostError } from "./frames.ts";

interface Place {
  readonly state: State;
  readonly ledger: { readonly sequence: number };
}

/** What the transaction's authorisation entries allow; signed ones are checked and their nonce is used up. */
export function agreementsOf(
  entries: readonly xdr.SorobanAuthorizationEntry[],
  source: string,
  place: Place,
): Agreement[] {
  return entries.map(({ credentials, rootInvocation }) => {
    if (credentials.type === "sorobanCredentialsSourceAccount") return { address: source, root: rootInvocation };
    if (credentials.type !== "sorobanCredentialsAddress") throw invalid(source);
    return { address: signedBy(credentials.address, rootInvocation, place), root: rootInvocation };
  });
}

function signedBy(
  credentials: xdr.SorobanAddressCredentials,
  invocation: xdr.SorobanAuthorizedInvocation,
  { state, ledger }: Place,
): string {
  const address = Address.fromScAddress(credentials.address).toString();
  const { nonce, signatureExpirationLedger } = credentials;
  const expired = signatureExpirationLedger < ledger.sequence;
  const replayed = state.get(keyOf.nonce(address, nonce)) !== null;
  const payload = signedPayload(credentials, invocation);
  if (expired || replayed || !isSigned(address, payload, credentials.signature)) throw invalid(address);
  state.put({ kind: "nonce", address, nonce });
  return address;
}

function signedPayload(
  { nonce, signatureExpirationLedger }: xdr.SorobanAddressCredentials,
  invocation: xdr.SorobanAuthorizedInvocation,
): Buffer {
  const preimage = xdr.HashIdPreimage.envelopeTypeSorobanAuthorization(
    new xdr.HashIdPreimageSorobanAuthorization({
      networkId: new xdr.Hash(NETWORK_ID),
      nonce,
      signatureExpirationLedger,
      invocation,
    }),
  );
  return sha256(preimage.toXdr());
}

/** An account's signature is a list of {public_key, signature}; here its own key must have signed. */
function isSigned(address: string, payload: Buffer, signature: xdr.ScVal): boolean {
  if (signature.type !== "scvVec" || !address.startsWith("G")) return false;
  const ownKey = Buffer.from(new Address(address).toBuffer());
  return (signature.vec ?? []).some((part) => {
    const publicKey = bytesField(part, "public_key");
    const bytes = bytesField(part, "signature");
    return publicKey !== null && bytes !== null && ownKey.equals(publicKey) && verifyEd25519(ownKey, payload, bytes);
  });
}

function bytesField(value: xdr.ScVal, name: string): Uint8Array | null {
  if (value.type !== "scvMap") return null;
  const entry = (value.map ?? []).find(({ key }) => key.type === "scvSymbol" && key.sym.toString() === name);
  return entry?.val.type === "scvBytes" ? entry.val.bytes.value : null;
}

const invalid = (address: string): Error => hostError(address, "Auth, InvalidAction");
