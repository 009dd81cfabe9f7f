import type { Generation } from "../escrow/generation.ts";
import type { StellarLedger } from "../stellar/ledger-port.ts";
import type { TrustlessWorkDatabase } from "./database.ts";
import type { TrustlessWorkSettings } from "./settings.ts";

/** What Trustless Work needs of the sandbox's world. */
export interface TrustlessWorkWorld {
  readonly clock: { nowMs(): number };
  readonly ledger: StellarLedger;
  readonly settings: {
    /** Of the contracts deployed from now on. */
    readonly generation: Generation;
    readonly trustlessWorkApiKey: string;
    /** Its own defaults when left out. */
    readonly trustlessWork?: TrustlessWorkSettings | undefined;
  };
  readonly trustlessWork: TrustlessWorkDatabase;
}

/** A fault that struck this request and needs this party's help; the others are done before and after the handlers. */
export interface StruckFault {
  readonly kind: string;
  readonly variant?: string | undefined;
  readonly delayMs?: number | undefined;
}

export interface TrustlessWorkEnv {
  Variables: { fault?: StruckFault | undefined };
}
