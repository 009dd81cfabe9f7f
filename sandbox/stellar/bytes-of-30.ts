import { uint64 } from "./uint64.ts";

// What protocol 30 writes and the pinned SDK, whose codec ends at 28, cannot.

/** Arms 3 and 4 of StellarValue.ext are arms 1 and 2 with the milliseconds before the rest (CAP-88). */
const ARMS_BETWEEN = 2;
const VALUE_ADDRESS = 18;
const CONTRACT = 1;
const MUXED_CONTRACT = 5;

/** Where StellarValue.ext is in a header without upgrades: behind version, two hashes, the time and the count of upgrades. */
export const ARM_IN_HEADER = 4 + 32 + 32 + 8 + 4;
/** LedgerCloseMeta V2 begins with its version, an empty extension and the ledger's hash. */
export const ARM_IN_CLOSE_META = 4 + 4 + 32 + ARM_IN_HEADER;

export function withCloseTimeMs(bytes: Buffer, armAt: number, closeTimeMs: bigint): Buffer {
  const arm = int32(bytes.readInt32BE(armAt) + ARMS_BETWEEN);
  return Buffer.concat([bytes.subarray(0, armAt), arm, uint64(closeTimeMs), bytes.subarray(armAt + arm.length)]);
}

/** Every value that is this contract's address becomes the muxed address W… of it (CAP-84). */
export function withMuxedContract(bytes: Buffer, contract: Buffer, id: bigint): Buffer {
  const plain = Buffer.concat([int32(VALUE_ADDRESS), int32(CONTRACT), contract]);
  const muxed = Buffer.concat([int32(VALUE_ADDRESS), int32(MUXED_CONTRACT), uint64(id), contract]);
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = bytes.indexOf(plain); at >= 0; at = bytes.indexOf(plain, from)) {
    parts.push(bytes.subarray(from, at), muxed);
    from = at + plain.length;
  }
  return Buffer.concat([...parts, bytes.subarray(from)]);
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}
