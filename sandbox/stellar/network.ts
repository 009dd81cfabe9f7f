import { createHash } from "node:crypto";

export const NETWORK_PASSPHRASE = "Standalone Network ; February 2017";
/** The protocols a network of the sandbox can be of. */
export const PROTOCOLS = [27, 28, 30] as const;
export type Protocol = (typeof PROTOCOLS)[number];
export const NEWEST_PROTOCOL: Protocol = 30;
export const BASE_FEE_STROOPS = 100n;
export const BASE_RESERVE_STROOPS = 5_000_000n;
export const TOTAL_COINS_STROOPS = 1_000_000_000_000_000_000n;
export const MAX_INT64 = 9_223_372_036_854_775_807n;
export const MAX_SUBENTRIES = 1_000;
/** For so many ledgers a transaction that fell out of the queue is refused. */
export const BANNED_LEDGERS = 10;

export const sha256 = (data: Uint8Array | string): Buffer => createHash("sha256").update(data).digest();

export const NETWORK_ID = sha256(NETWORK_PASSPHRASE);
