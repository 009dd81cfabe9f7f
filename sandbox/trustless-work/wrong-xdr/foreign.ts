import { createHash } from "node:crypto";
import { StrKey } from "@stellar/stellar-sdk";

const KEY = createHash("sha256").update("sandbox/wrong-xdr").digest();

/** Somebody nobody asked to be paid, and a contract nobody deployed. */
export const FOREIGN_ACCOUNT = StrKey.encodeEd25519PublicKey(KEY);
export const FOREIGN_CONTRACT = StrKey.encodeContract(KEY);
