/**
 * A provider that moves fiat between its users and our account there. Every creation has a `code` of ours that exists once at
 * the provider: whoever does not know what became of one asks by it. All methods throw StepFailure; amounts are decimal
 * strings with two decimals.
 */
export interface FiatRail {
  readonly name: "airtm";
  /** null when nobody has that address there. */
  findUser(email: string): Promise<FiatUser | null>;
  /** Made already under this code: the same one. @throws StepFailure STATE_UNEXPECTED when that one asks for another amount */
  createPayin(payin: NewPayin): Promise<Payin>;
  payin(id: string): Promise<Payin>;
  /** False when it is too late to cancel; what it came to instead, a look tells. */
  cancelPayin(id: string): Promise<boolean>;
  /**
   * Made already under this code: the same one. Nothing is paid before it is committed.
   * @throws StepFailure STATE_UNEXPECTED when what is there pays another amount, or another account
   */
  createPayout(payout: NewPayout): Promise<Payout>;
  payout(id: string): Promise<Payout>;
  payoutByCode(code: string): Promise<Payout | null>;
  /** Has it paid. Done already, it is done. */
  commitPayout(id: string): Promise<void>;
  /** False when it is too late to cancel. */
  cancelPayout(id: string): Promise<boolean>;
  /** Of our account. */
  balance(): Promise<{ readonly availableAmount: string; readonly pendingAmount: string }>;
}

export interface FiatUser {
  readonly id: string;
  readonly email: string;
  readonly isActive: boolean;
  /** null where the provider does not say. */
  readonly isVerified: boolean | null;
  /** Three letters; null where the provider does not say. */
  readonly country: string | null;
}

export interface NewPayin {
  readonly code: string;
  readonly amount: string;
  readonly description: string;
  /** Where the provider sends the user afterwards. */
  readonly returnUrl: string;
  readonly cancelUrl: string;
}

/** `open`: the user has not confirmed. A state that we do not know counts as what it was before. */
export type PayinState = "open" | "processing" | "paid" | "failed" | "canceled" | "unknown";

export interface Payin {
  readonly id: string;
  readonly state: PayinState;
  /** What was paid, and what the provider kept of it. */
  readonly paidAmount: string;
  readonly feeAmount: string;
  /** Where the user confirms. */
  readonly paymentUrl: string;
  readonly expiresAt: string;
  readonly reason: string | null;
}

export interface NewPayout {
  readonly code: string;
  readonly email: string;
  /** The provider's id of the account that is meant: an address may have become somebody else's. */
  readonly recipientId: string;
  readonly amount: string;
  readonly notes: string;
}

/** `created`: not committed, so nothing was and nothing will be paid. */
export type PayoutState = "created" | "pending" | "needs-user" | "paid" | "failed" | "canceled" | "unknown";

export interface Payout {
  readonly id: string;
  readonly state: PayoutState;
  readonly amount: string;
  readonly feeAmount: string;
  readonly reason: string | null;
  readonly reasonCode: string | null;
  readonly updatedAt: string;
}
