import type { Ledger } from "./ledger.ts";

/** Milliseconds between ledgers; 0 closes one after every submission; "manual" only by command. */
export type LedgerMs = number | "manual";

export interface Closing {
  readonly ledgerMs: LedgerMs;
  change(ledgerMs: LedgerMs): void;
  stop(): void;
}

/** Time has to pass in ledgers also when nothing is sent. */
const QUIET_TICK_MS = 1000;

export function startClosing(ledger: Ledger, initial: LedgerMs): Closing {
  let ledgerMs = initial;
  let timer: NodeJS.Timeout | undefined;
  const closeAtOnce = (): void => {
    if (ledgerMs === 0) ledger.close();
  };
  const restart = (): void => {
    clearInterval(timer);
    timer = ledgerMs === "manual" ? undefined : setInterval(() => ledger.close(), ledgerMs || QUIET_TICK_MS);
  };
  ledger.changes.on("pending", closeAtOnce);
  restart();
  return {
    get ledgerMs() {
      return ledgerMs;
    },
    change(next) {
      ledgerMs = next;
      restart();
    },
    stop() {
      clearInterval(timer);
      ledger.changes.off("pending", closeAtOnce);
    },
  };
}
