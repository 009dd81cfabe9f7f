import { EventEmitter } from "node:events";
import type { SandboxClock } from "../clock.ts";
import type { ContractCode } from "../escrow/host.ts";
import type { Journal, JournalRecord } from "../store.ts";
import { type ContractRuntime, createRuntime } from "./contracts/runtime.ts";
import { simulateContractCall } from "./contracts/simulate.ts";
import { genesisState, USDC } from "./genesis.ts";
import { History, type LedgerVersion } from "./history.ts";
import { usdc, usdcContractId } from "./identities.ts";
import { type ForcedRecord, isLedgerRecord, type LedgerRecord, type PendingRecord } from "./journal-records.ts";
import type {
  AccountView,
  AppliedTransaction,
  ClosedLedger,
  ContractCall,
  SimulatedCall,
  StellarLedger,
  Submission,
} from "./ledger-port.ts";
import { BASE_FEE_STROOPS, NETWORK_PASSPHRASE, type Protocol } from "./network.ts";
import { createQueue, outbid, type Queue } from "./queue.ts";
import type { Entry } from "./state/entries.ts";
import { fromJson, toJson } from "./state/json.ts";
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
  /** Of a chain that begins. */
  readonly protocol: Protocol;
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
  #history: History;
  #queue: Queue = createQueue();
  #protocol: Protocol;
  /** What a bid must offer for an operation to get into the queue. */
  inclusionFeeStroops = BASE_FEE_STROOPS;

  constructor({ clock, journal, codes, protocol }: LedgerDeps) {
    this.#protocol = protocol;
    this.#history = new History(protocol);
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

  /** The first ledger of a new chain: nothing of an older one is left but its passphrase. */
  begin(protocol = this.#protocol): void {
    this.#clear(protocol);
    const closeTimeSeconds = this.#clock.nowSeconds();
    const record: LedgerRecord = { kind: "ledger", sequence: 1, closeTimeSeconds, protocolVersion: protocol };
    this.#journal.append(record);
    this.#history.add(record, []);
  }

  #clear(protocol: Protocol): void {
    this.#protocol = protocol;
    this.#state = genesisState();
    this.#history = new History(protocol);
    this.#queue = createQueue();
  }

  /** The next ledger is the first of this protocol. */
  upgrade(protocol: Protocol): void {
    this.#protocol = protocol;
  }

  /** Changes an entry between two ledgers, as no transaction could. */
  force(entry: Entry): void {
    this.#journal.append<ForcedRecord>({ kind: "forced", entry: toJson(entry) });
    this.#state.put(entry);
  }

  /** Takes up what an earlier process wrote. */
  restore(records: readonly JournalRecord[]): void {
    let pending: PendingRecord[] = [];
    for (const record of records.filter(isLedgerRecord)) {
      if (record.kind === "pending") pending.push(record);
      else if (record.kind === "forced") this.#state.put(fromJson(record.entry));
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
    const admission = outbid(parsed, this.inclusionFeeStroops) ?? this.#queue.admit(parsed, this.#state, this.next());
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
    const version = this.#versionOf(moment);
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
      ...version,
      ...(transactions.length > 0 && { transactions: transactions.map(recordToJson) }),
      ...(dropped.length > 0 && { dropped }),
    } satisfies LedgerRecord);
    for (const hash of dropped) this.#queue.ban(hash, moment.sequence);
    this.#settle(draft, { ...moment, ...version }, transactions);
    return moment;
  }

  #apply(parsed: ParsedTransaction, draft: State, moment: Moment, order: number): TransactionRecord {
    return applyTransaction(parsed, draft, { ...moment, order, runtime: this.runtime });
  }

  /** Quiet lines of the journal say no more than they must. */
  #versionOf({ closeTimeSeconds }: Moment): LedgerVersion {
    const { protocolVersion } = this.#history.latest();
    const upgrades = this.#protocol !== protocolVersion;
    const wholeMs = closeTimeSeconds * 1000;
    const closeTimeMs = Math.min(Math.max(this.#clock.nowMs(), wholeMs), wholeMs + 999);
    return { ...(upgrades && { protocolVersion: this.#protocol }), ...(this.#protocol >= 30 && { closeTimeMs }) };
  }

  #settle(draft: State, moment: Moment & LedgerVersion, transactions: readonly TransactionRecord[]): void {
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
    if (record.sequence === 1) this.#clear(record.protocolVersion ?? this.#protocol);
    const transactions = (record.transactions ?? []).map(recordFromJson);
    for (const transaction of transactions) this.#redo(transaction);
    for (const hash of record.dropped ?? []) this.#queue.ban(hash, record.sequence);
    const { sequence, closeTimeSeconds, closeTimeMs, protocolVersion } = record;
    this.#history.add({ sequence, closeTimeSeconds, closeTimeMs, protocolVersion }, transactions);
    this.#protocol = this.#history.latest().protocolVersion;
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
