/** Version bytes of Stellar's addresses (SEP-23, CAP-84). */
const VERSIONS = { account: 6 << 3, muxed: 12 << 3, contract: 2 << 3, muxedContract: 22 << 3 } as const;
/** Bytes of the payload: a key or hash; a muxed address adds a 64-bit id. */
const PAYLOAD_BYTES = { account: 32, muxed: 40, contract: 32, muxedContract: 40 } as const;
const KEY_BYTES = 32;
const CHECKSUM_BYTES = 2;
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

type AddressKind = keyof typeof VERSIONS;

/** True for a G… address: an account of the network. */
export const isAccountAddress = (text: string): boolean => decode("account", text) !== null;

/** True for an M… address: an account and a 64-bit id that tells its owners apart. */
export const isMuxedAddress = (text: string): boolean => decode("muxed", text) !== null;

/** True for a C… address: a contract. */
export const isContractAddress = (text: string): boolean => decode("contract", text) !== null;

/** True for a W… address: a contract and a 64-bit id (CAP-84). */
export const isMuxedContractAddress = (text: string): boolean => decode("muxedContract", text) !== null;

/** The account behind an address: of M… its G…, of G… and C… itself. @throws RangeError for any other text */
export function baseAddressOf(address: string): string {
  if (isAccountAddress(address) || isContractAddress(address)) return address;
  const payload = decode("muxed", address);
  if (!payload) throw new RangeError("not a Stellar address");
  return encode("account", payload.slice(0, KEY_BYTES));
}

function decode(kind: AddressKind, text: string): Uint8Array | null {
  const length = 1 + PAYLOAD_BYTES[kind] + CHECKSUM_BYTES;
  const bytes = text.length === Math.ceil((length * 8) / 5) ? fromBase32(text) : null;
  if (!bytes || bytes[0] !== VERSIONS[kind]) return null;
  const body = bytes.slice(0, -CHECKSUM_BYTES);
  const sum = checksum(body);
  const isWhole = bytes.at(-2) === (sum & 0xff) && bytes.at(-1) === sum >> 8;
  return isWhole ? body.slice(1) : null;
}

function encode(kind: AddressKind, payload: Uint8Array): string {
  const body = Uint8Array.of(VERSIONS[kind], ...payload);
  const sum = checksum(body);
  return toBase32(Uint8Array.of(...body, sum & 0xff, sum >> 8));
}

/** CRC-16/XMODEM. */
function checksum(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc;
}

/** Null for other letters, and for unused last bits that are not zero: one address has one text. */
function fromBase32(text: string): Uint8Array | null {
  const bytes: number[] = [];
  let buffer = 0;
  let bits = 0;
  for (const letter of text) {
    const value = BASE32.indexOf(letter);
    if (value < 0) return null;
    buffer = (buffer << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push(buffer >> bits);
      buffer &= (1 << bits) - 1;
    }
  }
  return buffer === 0 ? Uint8Array.from(bytes) : null;
}

function toBase32(bytes: Uint8Array): string {
  let text = "";
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += BASE32[buffer >> bits] ?? "";
      buffer &= (1 << bits) - 1;
    }
  }
  return bits > 0 ? text + (BASE32[buffer << (5 - bits)] ?? "") : text;
}
