import { xdr } from "@stellar/stellar-sdk";
import { type Party, partyOf } from "../addresses.ts";
import { NETWORK_ID, sha256 } from "../network.ts";

/** An envelope, read once: everything the rules look at. */
export interface ParsedTransaction {
  /** Hex; of the fee bump when there is one. */
  readonly hash: string;
  readonly envelopeXdr: string;
  readonly tx: xdr.Transaction;
  readonly source: Party;
  /** What the signatures sign. */
  readonly payload: Buffer;
  readonly signatures: readonly xdr.DecoratedSignature[];
  readonly feeBump: FeeBump | null;
}

export interface FeeBump {
  readonly innerHash: string;
  readonly feeSource: string;
  readonly fee: bigint;
  readonly payload: Buffer;
  readonly signatures: readonly xdr.DecoratedSignature[];
}

export class InvalidEnvelope extends Error {}

export function parseEnvelope(envelopeXdr: string): ParsedTransaction {
  const envelope = decode(envelopeXdr);
  if (envelope.type === "envelopeTypeTx") {
    const payload = payloadOf(envelope.v1.tx);
    return { hash: payload.toString("hex"), envelopeXdr, ...inner(envelope.v1, payload), feeBump: null };
  }
  if (envelope.type !== "envelopeTypeTxFeeBump") throw new InvalidEnvelope("version 0 envelopes are not accepted");
  const { tx, signatures } = envelope.feeBump;
  const innerPayload = payloadOf(tx.innerTx.v1.tx);
  const payload = sha256(Buffer.concat([NETWORK_ID, tag(5), tx.toXdr()]));
  return {
    hash: payload.toString("hex"),
    envelopeXdr,
    ...inner(tx.innerTx.v1, innerPayload),
    feeBump: {
      innerHash: innerPayload.toString("hex"),
      feeSource: partyOf(tx.feeSource).address,
      fee: tx.fee,
      payload,
      signatures,
    },
  };
}

function decode(envelopeXdr: string): xdr.TransactionEnvelope {
  try {
    return xdr.TransactionEnvelope.fromXdr(envelopeXdr, "base64");
  } catch (error) {
    throw new InvalidEnvelope(error instanceof Error ? error.message : "unreadable XDR");
  }
}

function inner(envelope: xdr.TransactionV1Envelope, payload: Buffer) {
  return { tx: envelope.tx, source: partyOf(envelope.tx.sourceAccount), payload, signatures: envelope.signatures };
}

const payloadOf = (tx: xdr.Transaction): Buffer => sha256(Buffer.concat([NETWORK_ID, tag(2), tx.toXdr()]));

function tag(envelopeType: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(envelopeType);
  return bytes;
}
