import type { ChainReceipt } from "../../domain/chain/intent.ts";
import { type Fact, stepOf } from "../../domain/facts.ts";
import type { Caller } from "../../workflows/contracts/operating.ts";
import type { ActivityDeps } from "../deps.ts";
import { recordStep } from "./record-step.ts";

/** A fact with the key under which it is recorded once. */
export interface FactToRecord {
  readonly key: string;
  readonly caller: Caller;
  readonly fact: Fact;
}

export interface RecordFact extends FactToRecord {
  /** For an effect that the chain showed without a transaction of ours. */
  readonly receipt?: ChainReceipt;
}

/** Writes what a fact changes; called again it changes nothing. */
export const storageRecordFact =
  ({ db }: ActivityDeps) =>
  async ({ key, caller, fact, receipt }: RecordFact): Promise<void> => {
    await recordStep(db.sql, { key, caller, ...stepOf(fact, receipt ?? null) });
  };
