import type { Payin, PayinItem } from "./payins/payin.ts";
import type { Payout } from "./payouts/payout.ts";

/** As the journal has it: JSON knows no bigint, so cents are strings. */
type Stored<Item> = { readonly [Key in keyof Item]: Item[Key] extends bigint ? string : Item[Key] };
export type StoredPayin = Omit<Stored<Payin>, "items"> & { readonly items: readonly Stored<PayinItem>[] };
export type StoredPayout = Stored<Payout>;

export const storePayin = (payin: Payin): StoredPayin => ({
  ...payin,
  amountCents: String(payin.amountCents),
  airtmFeeCents: String(payin.airtmFeeCents),
  items: payin.items.map((item) => ({ ...item, amountCents: String(item.amountCents) })),
});

export const revivePayin = (stored: StoredPayin): Payin => ({
  ...stored,
  amountCents: BigInt(stored.amountCents),
  airtmFeeCents: BigInt(stored.airtmFeeCents),
  items: stored.items.map((item) => ({ ...item, amountCents: BigInt(item.amountCents) })),
});

export const storePayout = (payout: Payout): StoredPayout => ({
  ...payout,
  amountCents: String(payout.amountCents),
  airtmFeeCents: String(payout.airtmFeeCents),
  enterpriseFeeCents: String(payout.enterpriseFeeCents),
});

export const revivePayout = (stored: StoredPayout): Payout => ({
  ...stored,
  amountCents: BigInt(stored.amountCents),
  airtmFeeCents: BigInt(stored.airtmFeeCents),
  enterpriseFeeCents: BigInt(stored.enterpriseFeeCents),
});
