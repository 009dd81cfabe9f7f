import { type Airtm, createAirtm } from "./airtm/airtm.ts";
import type { AirtmSettings } from "./airtm/settings.ts";
import { createClock, type SandboxClock } from "./clock.ts";
import { contractCodes } from "./escrow/codes.ts";
import type { Generation } from "./escrow/generation.ts";
import { createFaults, type Faults } from "./faults.ts";
import { createRequestLog, type RequestLog } from "./requests.ts";
import { type Closing, type LedgerMs, startClosing } from "./stellar/closing.ts";
import { Ledger } from "./stellar/ledger.ts";
import { BASE_FEE_STROOPS, type Protocol } from "./stellar/network.ts";
import { createOperator, type Operator } from "./stellar/operator.ts";
import { type Journal, type JournalRecord, openJournal } from "./store.ts";
import { type EscrowRecord, TrustlessWorkDatabase } from "./trustless-work/database.ts";
import type { TrustlessWorkSettings } from "./trustless-work/settings.ts";

export interface Settings {
  generation: Generation;
  readonly trustlessWorkApiKey: string;
  readonly trustlessWork?: TrustlessWorkSettings | undefined;
  /** Its own defaults when left out. */
  readonly airtm?: AirtmSettings | undefined;
  /** How many ledgers the RPC node remembers. */
  retentionLedgers: number;
  /** How many Horizon remembers; everything when left out. */
  horizonRetentionLedgers?: number | undefined;
  /** How many ledgers one getEvents looks through. */
  eventScanLedgers: number;
  /** Of a chain that begins. */
  readonly protocol: Protocol;
  /** How long Horizon waits for a ledger before it answers 504. */
  readonly horizonWaitMs: number;
}

/** The outside world: everything a request can meet. */
export interface World {
  readonly clock: SandboxClock;
  readonly ledger: Ledger;
  readonly closing: Closing;
  readonly operator: Operator;
  readonly faults: Faults;
  readonly requests: RequestLog;
  readonly settings: Settings;
  readonly trustlessWork: TrustlessWorkDatabase;
  readonly airtm: Airtm;
  advanceClock(seconds: number): void;
  changeGeneration(generation: Generation): void;
  /** Back to genesis. The clock keeps its time. */
  reset(): void;
  close(): void;
}

export interface WorldOptions {
  /** The journal's path, or ":memory:". */
  readonly dataPath: string;
  readonly ledgerMs: LedgerMs;
  readonly settings: Settings;
}

type ClockRecord = { readonly kind: "clock"; readonly offsetSeconds: number };
type GenerationRecord = { readonly kind: "generation"; readonly generation: Generation };
type EscrowJournalRecord = { readonly kind: "escrow"; readonly record: EscrowRecord };

export function createWorld(options: WorldOptions): World {
  const { journal, records } = openJournal(options.dataPath);
  const clock = createClock(lastOf<ClockRecord>(records, "clock")?.offsetSeconds);
  const ledger = new Ledger({ clock, journal, codes: contractCodes, protocol: options.settings.protocol });
  const settings = { ...options.settings, ...lastGeneration(records) };
  const trustlessWork = restoreEscrows(records, journal);
  if (records.some(({ kind }) => kind === "ledger")) ledger.restore(records);
  else ledger.begin();
  const closing = startClosing(ledger, options.ledgerMs);
  const faults = createFaults();
  const requests = createRequestLog();
  const airtm = createAirtm({ clock, journal, records, faults, requests, settings: settings.airtm });
  return {
    clock,
    ledger,
    closing,
    operator: createOperator(ledger),
    faults,
    requests,
    settings,
    trustlessWork,
    airtm,
    advanceClock(seconds) {
      clock.advance(seconds);
      journal.append<ClockRecord>({ kind: "clock", offsetSeconds: clock.offsetSeconds });
      airtm.letTimePass();
    },
    changeGeneration(generation) {
      settings.generation = generation;
      journal.append<GenerationRecord>({ kind: "generation", generation });
    },
    reset() {
      journal.clear();
      journal.append<ClockRecord>({ kind: "clock", offsetSeconds: clock.offsetSeconds });
      settings.generation = options.settings.generation;
      trustlessWork.clear();
      airtm.begin();
      faults.clear();
      requests.clear();
      Object.assign(settings, nodesOf(options.settings));
      ledger.inclusionFeeStroops = BASE_FEE_STROOPS;
      ledger.begin(options.settings.protocol);
    },
    close() {
      closing.stop();
      airtm.close();
      journal.close();
    },
  };
}

const nodesOf = ({ retentionLedgers, horizonRetentionLedgers, eventScanLedgers }: Settings) => ({
  retentionLedgers,
  horizonRetentionLedgers,
  eventScanLedgers,
});

function restoreEscrows(records: readonly JournalRecord[], journal: Journal): TrustlessWorkDatabase {
  const latest = new Map(
    allOf<EscrowJournalRecord>(records, "escrow").map(({ record }) => [record.contractId, record]),
  );
  const database = TrustlessWorkDatabase.fromJSON({ records: [...latest.values()] });
  database.onChange = (record) => journal.append<EscrowJournalRecord>({ kind: "escrow", record });
  return database;
}

function lastGeneration(records: readonly JournalRecord[]): { generation?: Generation } {
  const generation = lastOf<GenerationRecord>(records, "generation")?.generation;
  return generation === undefined ? {} : { generation };
}

const lastOf = <Record extends JournalRecord>(
  records: readonly JournalRecord[],
  kind: Record["kind"],
): Record | undefined => allOf<Record>(records, kind).at(-1);

/** The journal is written by this program alone: `kind` tells the rest. */
const allOf = <Record extends JournalRecord>(records: readonly JournalRecord[], kind: Record["kind"]): Record[] =>
  records.filter((record): record is Record => record.kind === kind);
