import { EventEmitter } from "node:events";
import type { SandboxClock } from "../clock.ts";
import type { ContractCode } from "../escrow/host.ts";
import type { Journal, JournalRecord } from "../store.ts";
import { type ContractRuntime, createRuntime } from "./contracts/runtime.ts";
import { simulateContractCall } from "./contracts/simulate.ts";
import { genesisState, USDC } from "./genesis.ts";
import { History } from "./history.ts";
import { usdc, usdcContractId } from "./identities.ts";
import { isLedgerRecord, type LedgerRecord, type PendingRecord } from "./journal-records.ts";
import type {
  AccountView,
  AppliedTransaction,
  ClosedLedger,
  ContractCall,
  SimulatedCall,
  StellarLedger,
  Submission,
} from "./ledger-port.ts";
import { NETWORK_PASSPHRASE } from "./network.ts";
import { createQueue, type Queue } from "./queue.ts";
import type { Change, State } from "./state/state.ts";
import { toApplied } from "./transactions/applied.ts";
import { applyTransaction } from "./transactions/apply.ts";
import { type Moment, rejectionOf } from "./transactions/check.ts";
import { type ParsedTransaction, parseEnvelope } from "./transactions/envelope.ts";
import { feeCharged } from "./transactions/fees.ts";
import { recordFromJson, recordToJson, type TransactionRecord } from "./transactions/record.ts";
import { resultCodes, toResultXdr } from "./transactions/results.ts";

export interface LedgerDeps {
  readonly clock: SandboxClock;
  readonly journal: Journal;
  readonly codes: readonly ContractCode[];
}

/** The little Stellar ledger: takes transactions, closes ledgers, remembers everything. */
export class Ledger implements StellarLedger {
  readonly networkPassphrase = NETWORK_PASSPHRASE;
  readonly usdc = { code: usdc.getCode(), issuer: usdc.getIssuer() ?? "", contractId: usdcContractId };
  readonly runtime: ContractRuntime;
  /** Emits "closed" after each ledger and "pending" after each submission that was taken. */
  readonly changes = new EventEmitter<{ closed: []; pending: [] }>().setMaxListeners(0);
  readonly #clock: SandboxClock;
  readonly #journal: Journal;
  #state: State = genesisState();
  #history = new History();
  #queue: Queue = createQueue();

  constructor({ clock, journal, codes }: LedgerDeps) {
    this.#clock = clock;
    this.#journal = journal;
    this.runtime = createRuntime(codes);
  }

  get state(): State {
    return this.#state;
  }

  get history(): History {
    return this.#history;
  }

  /** The first ledger of a new chain. */
  begin(): void {
    this.#state = genesisState();
    this.#history = new History();
    this.#queue = createQueue();
    const record: LedgerRecord = { kind: "ledger", sequence: 1, closeTimeSeconds: this.#clock.nowSeconds() };
    this.#journal.append(record);
    this.#history.add(record, []);
  }

  /** Takes up what an earlier process wrote. */
  restore(records: readonly JournalRecord[]): void {
    let pending: PendingRecord[] = [];
    for (const record of records.filter(isLedgerRecord)) {
      if (record.kind === "pending") pending.push(record);
      else {
        this.#restoreLedger(record);
        pending = [];
      }
    }
    for (const { envelopeXdr, own } of pending) {
      const parsed = parseEnvelope(envelopeXdr);
      if (own === true) this.#queue.admitOwn(parsed);
      else this.#queue.restore(parsed);
    }
  }

  latest(): ClosedLedger {
    return this.#history.latest();
  }

  /** The ledger that the next transactions will be in. */
  next(): Moment {
    const { sequence, closeTimeSeconds } = this.#history.latest();
    return { sequence: sequence + 1, closeTimeSeconds: Math.max(closeTimeSeconds, this.#clock.nowSeconds()) };
  }

  account(address: string): AccountView | null {
    const account = this.#state.account(address);
    if (account === null) return null;
    return {
      address,
      sequence: account.sequence,
      xlmStroops: account.balance,
      usdcStroops: this.#state.trustline(address, USDC)?.balance ?? null,
    };
  }

  usdcBalance(address: string): bigint | null {
    if (address.startsWith("C")) return this.#state.tokenBalance(usdcContractId, address)?.balance ?? 0n;
    return this.#state.trustline(address, USDC)?.balance ?? null;
  }

  /** @throws InvalidEnvelope when it can't be read. */
  submit(envelopeXdr: string): Submission {
    const parsed = parseEnvelope(envelopeXdr);
    const admission = this.#queue.admit(parsed, this.#state, this.next());
    if (admission.status === "ERROR") {
      const { outcome, ofFeeBump } = admission.rejection;
      const innerHash = ofFeeBump ? null : (parsed.feeBump?.innerHash ?? null);
      const errorResultXdr = toResultXdr(outcome, feeCharged(parsed), innerHash);
      const codes = resultCodes(errorResultXdr);
      return {
        status: "ERROR",
        hash: parsed.hash,
        errorResultXdr,
        resultCode: codes.innerTransaction ?? codes.transaction,
      };
    }
    if (admission.status === "PENDING") this.#taken({ kind: "pending", envelopeXdr });
    return { status: admission.status, hash: parsed.hash };
  }

  /** The sequence number for the next transaction of one of the sandbox's own accounts, which may have many pending. */
  nextOwnSequence(address: string): bigint {
    return (this.#state.account(address)?.sequence ?? 0n) + BigInt(this.#queue.ownPending(address)) + 1n;
  }

  submitOwn(envelopeXdr: string): string {
    const parsed = parseEnvelope(envelopeXdr);
    this.#queue.admitOwn(parsed);
    this.#taken({ kind: "pending", envelopeXdr, own: true });
    return parsed.hash;
  }

  transaction(hash: string): AppliedTransaction | null {
    const record = this.#history.transaction(hash);
    return record === null ? null : toApplied(record);
  }

  waitFor(hash: string, timeoutMs: number): Promise<AppliedTransaction | null> {
    const known = this.transaction(hash);
    if (known !== null) return Promise.resolve(known);
    return new Promise((resolve) => {
      const finish = (): void => {
        clearTimeout(timer);
        this.changes.off("closed", look);
        resolve(this.transaction(hash));
      };
      const look = (): void => {
        if (this.#history.transaction(hash) !== null) finish();
      };
      const timer = setTimeout(finish, timeoutMs);
      this.changes.on("closed", look);
    });
  }

  simulateCall(call: ContractCall): SimulatedCall {
    return simulateContractCall(call, this.#state, this.next(), this.runtime);
  }

  /** Closes a ledger with all that wait. What has become impossible falls out and is refused for a while. */
  close(): ClosedLedger {
    const moment = this.next();
    const draft = this.#state.draft();
    const transactions: TransactionRecord[] = [];
    const dropped: string[] = [];
    for (const parsed of this.#queue.takeAll()) {
      if (rejectionOf(parsed, draft, moment) !== null) dropped.push(parsed.hash);
      else transactions.push(this.#apply(parsed, draft, moment, transactions.length + 1));
    }
    this.#journal.append({
      kind: "ledger",
      ...moment,
      ...(transactions.length > 0 && { transactions: transactions.map(recordToJson) }),
      ...(dropped.length > 0 && { dropped }),
    } satisfies LedgerRecord);
    for (const hash of dropped) this.#queue.ban(hash, moment.sequence);
    this.#settle(draft, moment, transactions);
    return moment;
  }

  #apply(parsed: ParsedTransaction, draft: State, moment: Moment, order: number): TransactionRecord {
    return applyTransaction(parsed, draft, { ...moment, order, runtime: this.runtime });
  }

  #settle(draft: State, moment: Moment, transactions: readonly TransactionRecord[]): void {
    const changes: Change[] = draft.changes();
    draft.merge();
    for (const { key } of changes) this.#state.touch(key, moment.sequence);
    this.#history.add(moment, transactions, changes);
    this.changes.emit("closed");
  }

  #taken(record: PendingRecord): void {
    this.#journal.append(record);
    this.changes.emit("pending");
  }

  #restoreLedger(record: LedgerRecord): void {
    const transactions = (record.transactions ?? []).map(recordFromJson);
    for (const transaction of transactions) this.#redo(transaction);
    for (const hash of record.dropped ?? []) this.#queue.ban(hash, record.sequence);
    const { sequence, closeTimeSeconds } = record;
    this.#history.add({ sequence, closeTimeSeconds }, transactions);
  }

  #redo(transaction: TransactionRecord): void {
    const changes = [...transaction.feeChanges, ...transaction.operations.flatMap((operation) => operation.changes)];
    for (const { key, entry } of changes) {
      if (entry === null) this.#state.remove(key);
      else this.#state.put(entry);
      this.#state.touch(key, transaction.ledger);
    }
  }
}
