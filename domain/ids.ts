/** Ids are a prefix and 32 base-62 characters, minted here and nowhere else. */
export const ID_PREFIXES = {
  user: "usr_",
  order: "ord_",
  topup: "topup_",
  escrow: "esc_",
  milestone: "mil_",
  dispute: "dsp_",
  disputeComment: "cmt_",
  withdrawal: "wd_",
  event: "evt_",
  audit: "aud_",
  apiKey: "key_",
  wallet: "wal_",
  marketplace: "mkt_",
  chainTransaction: "ctx_",
  deposit: "dep_",
  ledgerEntry: "ent_",
  balanceOperation: "bop_",
  webhookEndpoint: "whe_",
  webhookDelivery: "whd_",
  difference: "dif_",
  refill: "rfl_",
  platformPayout: "ppo_",
  writeOff: "wof_",
} as const;

export type Noun = keyof typeof ID_PREFIXES;
export type Id<N extends Noun> = `${(typeof ID_PREFIXES)[N]}${string}`;
export type UserId = Id<"user">;
export type OrderId = Id<"order">;
export type TopUpId = Id<"topup">;
export type WithdrawalId = Id<"withdrawal">;
export type DisputeId = Id<"dispute">;
export type PlatformPayoutId = Id<"platformPayout">;
export type ApiKeyId = Id<"apiKey">;

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BODY_LENGTH = 32;
/** Bytes that `mintId` needs: 32 characters of base 62 hold a little over 190 bits. */
export const ID_ENTROPY_BYTES = 24;

/**
 * Makes an id from bytes: random ones for a new thing, a digest where the same request must meet the same thing.
 * @throws RangeError with fewer than 24 bytes
 */
export function mintId<N extends Noun>(noun: N, entropy: Uint8Array): Id<N> {
  if (entropy.length < ID_ENTROPY_BYTES) throw new RangeError("an id needs 24 bytes of entropy");
  let rest = entropy.slice(0, ID_ENTROPY_BYTES).reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
  let body = "";
  for (let index = 0; index < BODY_LENGTH; index += 1) {
    body = (ALPHABET[Number(rest % 62n)] ?? "0") + body;
    rest /= 62n;
  }
  return `${ID_PREFIXES[noun]}${body}`;
}

/** True when the text has the prefix of the noun and a body of the right form. */
export function isId<N extends Noun>(noun: N, text: string): text is Id<N> {
  const prefix = ID_PREFIXES[noun];
  return text.startsWith(prefix) && /^[0-9A-Za-z]{32}$/.test(text.slice(prefix.length));
}
