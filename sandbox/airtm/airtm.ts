import type { SandboxClock } from "../clock.ts";
import type { Faults } from "../faults.ts";
import type { RequestLog } from "../requests.ts";
import type { Journal, JournalRecord } from "../store.ts";
import { letTimePass } from "./let-time-pass.ts";
import { type Payin, payinEvent, presentPayin } from "./payins/payin.ts";
import { claimPayouts } from "./payouts/claim-payouts.ts";
import { type Payout, payoutEvent, presentPayout } from "./payouts/payout.ts";
import { type AirtmSettings, DEFAULT_AIRTM_SETTINGS } from "./settings.ts";
import { type AirtmRecord, AirtmState } from "./state.ts";
import { storePayin, storePayout } from "./stored.ts";
import type { AirtmUser } from "./users/user.ts";
import { newMessage, type WebhookMessage } from "./webhooks/message.ts";
import { Postman } from "./webhooks/postman.ts";

/** The provider: what it knows, and every way to change it. */
export interface Airtm {
  readonly clock: SandboxClock;
  readonly state: AirtmState;
  readonly postman: Postman;
  /** When each API key's requests of the last second came; not kept when the sandbox stops. */
  readonly requestsAtMs: Map<string, readonly number[]>;
  /** Webhooks follow from the change of status. */
  savePayin(payin: Payin): Payin;
  savePayout(payout: Payout): Payout;
  /** Payouts that waited for this person go on. */
  saveUser(user: AirtmUser): void;
  setAvailable(availableCents: bigint): void;
  changeSettings(settings: Partial<AirtmSettings>): void;
  /** Does what was to happen by now. */
  letTimePass(): void;
  /** Back to genesis, in memory: whoever calls it has cleared the journal. */
  begin(): void;
  close(): void;
}

export interface AirtmDeps {
  readonly clock: SandboxClock;
  readonly journal: Journal;
  readonly records: readonly JournalRecord[];
  readonly faults: Faults;
  readonly requests: RequestLog;
  readonly settings?: AirtmSettings | undefined;
}

export interface AirtmEnv {
  Variables: { fault?: { readonly kind: string } | undefined };
}

/** How often it looks whether something's time has come; looking costs nothing. */
const TICK_MS = 50;

export function createAirtm({ clock, journal, records, faults, requests, settings }: AirtmDeps): Airtm {
  const state = new AirtmState(settings ?? DEFAULT_AIRTM_SETTINGS);
  for (const record of records.filter(isAirtmRecord)) state.apply(record);
  const record = (change: Omit<AirtmRecord, "kind">): void => {
    const line: AirtmRecord = { kind: "airtm", ...change };
    journal.append(line);
    state.apply(line);
    if (change.message?.state === "pending") postman.post(change.message);
  };
  const postman = new Postman({
    settings: () => state.settings,
    faults,
    requests,
    nowMs: clock.nowMs,
    onOutcome: (outcome) => record({ outcome }),
  });
  const tell = (type: string | null, data: WebhookSubject): { message?: WebhookMessage } => {
    if (type === null) return {};
    return { message: newMessage({ type, data, atMs: clock.nowMs(), hasUrl: state.settings.webhookUrl !== null }) };
  };
  const timer = setInterval(() => airtm.letTimePass(), TICK_MS).unref();
  const airtm: Airtm = {
    clock,
    state,
    postman,
    requestsAtMs: new Map(),
    savePayin(payin) {
      const type = payinEvent(state.payins.find(payin.id), payin);
      record({ payin: storePayin(payin), ...tell(type, presentPayin(payin)) });
      return payin;
    },
    savePayout(payout) {
      const type = payoutEvent(state.payouts.find(payout.id), payout);
      record({ payout: storePayout(payout), ...tell(type, presentPayout(payout)) });
      return payout;
    },
    saveUser(user) {
      record({ user });
      claimPayouts(airtm, user);
    },
    setAvailable: (availableCents) => record({ availableCents: String(availableCents) }),
    changeSettings: (changed) => record({ settings: changed }),
    letTimePass: () => letTimePass(airtm),
    begin() {
      postman.stop();
      airtm.requestsAtMs.clear();
      state.begin();
    },
    close() {
      clearInterval(timer);
      postman.stop();
    },
  };
  for (const message of state.messages()) if (message.state === "pending") postman.post(message);
  return airtm;
}

interface WebhookSubject {
  readonly id: string;
  readonly code: string | null;
}

/** The journal is written by this program alone: `kind` tells the rest. */
const isAirtmRecord = (record: JournalRecord): record is AirtmRecord => record.kind === "airtm";
