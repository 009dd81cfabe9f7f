import { toCents } from "./money.ts";
import { creditOf, type Payin } from "./payins/payin.ts";
import { type Payout, pendingIn, takenBy } from "./payouts/payout.ts";
import type { AirtmSettings } from "./settings.ts";
import { Shelf } from "./shelf.ts";
import { revivePayin, revivePayout, type StoredPayin, type StoredPayout } from "./stored.ts";
import { SEEDED_USERS } from "./users/seeded-users.ts";
import { type AirtmUser, toEmailKey } from "./users/user.ts";
import type { WebhookMessage, WebhookOutcome } from "./webhooks/message.ts";

/** One line of the journal: what changed together is in one line, so that a kill leaves all of it or nothing. */
export interface AirtmRecord {
  readonly kind: "airtm";
  readonly payin?: StoredPayin;
  readonly payout?: StoredPayout;
  readonly user?: AirtmUser;
  /** What the enterprise's balance was set to. */
  readonly availableCents?: string;
  readonly settings?: Partial<AirtmSettings>;
  readonly message?: WebhookMessage;
  readonly outcome?: WebhookOutcome;
}

export interface Balance {
  readonly availableCents: bigint;
  /** Taken for payouts that have not arrived. */
  readonly pendingCents: bigint;
}

/** Finished messages beyond this many are forgotten, the oldest first. */
const KEPT_MESSAGES = 20_000;

/** Everything Airtm knows, as the journal's lines make it. */
export class AirtmState {
  readonly payins = new Shelf<Payin>();
  readonly payouts = new Shelf<Payout>();
  readonly #initialSettings: AirtmSettings;
  readonly #users = new Map<string, AirtmUser>();
  readonly #messages = new Map<string, WebhookMessage>();
  #settings: AirtmSettings;
  #availableCents = 0n;
  #pendingCents = 0n;

  constructor(settings: AirtmSettings) {
    this.#initialSettings = settings;
    this.#settings = settings;
    this.begin();
  }

  /** As it is at genesis. */
  begin(): void {
    this.payins.clear();
    this.payouts.clear();
    this.#users.clear();
    this.#messages.clear();
    this.#settings = this.#initialSettings;
    this.#availableCents = toCents(this.#settings.openingBalance) ?? 0n;
    this.#pendingCents = 0n;
    for (const user of SEEDED_USERS) this.#users.set(user.email, user);
  }

  get settings(): AirtmSettings {
    return this.#settings;
  }

  balance(): Balance {
    return { availableCents: this.#availableCents, pendingCents: this.#pendingCents };
  }

  findUser(email: string): AirtmUser | null {
    return this.#users.get(toEmailKey(email)) ?? null;
  }

  users(): AirtmUser[] {
    return [...this.#users.values()];
  }

  findMessage(id: string): WebhookMessage | null {
    return this.#messages.get(id) ?? null;
  }

  /** Oldest first. */
  messages(): WebhookMessage[] {
    return [...this.#messages.values()];
  }

  apply(record: AirtmRecord): void {
    if (record.payin !== undefined) this.#putPayin(revivePayin(record.payin));
    if (record.payout !== undefined) this.#putPayout(revivePayout(record.payout));
    if (record.user !== undefined) this.#users.set(record.user.email, record.user);
    if (record.availableCents !== undefined) this.#availableCents = BigInt(record.availableCents);
    if (record.settings !== undefined) this.#settings = { ...this.#settings, ...record.settings };
    if (record.message !== undefined) this.#putMessage(record.message);
    if (record.outcome !== undefined) this.#finish(record.outcome);
  }

  #putPayin(payin: Payin): void {
    const before = this.payins.find(payin.id);
    this.#availableCents += creditOf(payin) - (before === null ? 0n : creditOf(before));
    this.payins.put(payin);
  }

  #putPayout(payout: Payout): void {
    const before = this.payouts.find(payout.id);
    this.#availableCents -= takenBy(payout) - (before === null ? 0n : takenBy(before));
    this.#pendingCents += pendingIn(payout) - (before === null ? 0n : pendingIn(before));
    this.payouts.put(payout);
  }

  #putMessage(message: WebhookMessage): void {
    this.#messages.set(message.id, message);
    if (this.#messages.size <= KEPT_MESSAGES) return;
    for (const { id, state } of this.#messages.values()) {
      if (state === "pending") continue;
      this.#messages.delete(id);
      return;
    }
  }

  #finish({ id, state }: WebhookOutcome): void {
    const message = this.#messages.get(id);
    if (message !== undefined) this.#messages.set(id, { ...message, state });
  }
}
