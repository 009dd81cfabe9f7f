import { FeeBumpTransaction, TransactionBuilder, type xdr } from "@stellar/stellar-sdk";

/** The bytes that a source shows must be those that were asked for; a stranger may have paid a higher fee around them. */
export function requireHash(envelope: xdr.TransactionEnvelope | string, hash: string, passphrase: string): void {
  const shown = TransactionBuilder.fromXdr(envelope, passphrase);
  const hashes = [shown, ...(shown instanceof FeeBumpTransaction ? [shown.innerTransaction] : [])].map((one) =>
    Buffer.from(one.hash()).toString("hex"),
  );
  if (!hashes.includes(hash)) throw new Error("it showed another transaction than it was asked for");
}
