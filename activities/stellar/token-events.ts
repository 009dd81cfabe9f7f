import { MuxedAccount, type xdr } from "@stellar/stellar-sdk";
import { readAddress, readInteger, readStruct, UnexpectedValue } from "./soroban-values.ts";

/** One movement of the token. The issuer stands for where new money comes from and burned money goes. */
export interface TokenTransfer {
  readonly from: string;
  readonly to: string;
  readonly stroops: bigint;
}

/** A movement with what the sender said about whom it is for. */
export interface AddressedTransfer extends TokenTransfer {
  /** The id of an M… destination, or the memo; null without either. */
  readonly toMuxedId: string | null;
}

/**
 * Reads a CAP-67 event of the token contract; null for events that move nothing (approve, set_authorized, …).
 * @throws UnexpectedValue for one without a name
 */
export function toTransfer(topics: readonly xdr.ScVal[], data: xdr.ScVal, issuer: string): AddressedTransfer | null {
  const [name, first, second] = topics;
  if (name?.type !== "scvSymbol")
    throw new UnexpectedValue(`an event of the token begins with ${name?.type ?? "nothing"}`);
  const amount = (from: string, to: string): AddressedTransfer => ({ from, to, ...readAmount(data) });
  switch (name.sym.toString()) {
    case "transfer":
      return amount(baseAddress(readAddress(first)), baseAddress(readAddress(second)));
    case "mint":
      return amount(issuer, baseAddress(readAddress(first)));
    case "burn":
    case "clawback":
      return amount(baseAddress(readAddress(first)), issuer);
    default:
      return null;
  }
}

function readAmount(data: xdr.ScVal): Pick<AddressedTransfer, "stroops" | "toMuxedId"> {
  if (data.type !== "scvMap") return { stroops: readInteger(data), toMuxedId: null };
  const fields = readStruct(data);
  return { stroops: readInteger(fields.amount), toMuxedId: readMuxedId(fields.to_muxed_id) };
}

function readMuxedId(value: xdr.ScVal | undefined): string | null {
  switch (value?.type) {
    case "scvU64":
      return value.u64.toString();
    case "scvString":
      return storable(value.str.toString());
    case "scvBytes":
      return Buffer.from(value.bytes.value).toString("hex");
    default:
      return value?.toXdr("base64") ?? null; // of a kind nobody knows yet: kept as it came
  }
}

/** A memo is any bytes a stranger likes. Postgres stores no NUL, and one such payment must not hold up everybody's deposits. */
const storable = (memo: string): string => memo.replaceAll("\0", "\uFFFD");

/** The G… address behind an M… one; any other address as it is. */
export function baseAddress(address: string): string {
  return address.startsWith("M") ? MuxedAccount.fromAddress(address, "0").baseAccount().accountId() : address;
}
