import type { Logger } from "pino";
import type { Database } from "../prisma/client.ts";
import type { Fiat } from "./fiat/fiat.ts";
import type { PaymentProvider } from "./payment-provider.ts";
import type { StellarClient } from "./stellar/client.ts";
import type { IntentHandlers } from "./stellar/intent-handler.ts";
import type { ChainSettings } from "./stellar/settings.ts";
import type { Signer } from "./stellar/signer.ts";
import type { SendThroughTrustlessWork } from "./trustless-work/send.ts";
import type { WebhookSettings } from "./webhooks/settings.ts";

/** What activities need of the outside, handed in once by the worker. */
export interface ActivityDeps {
  readonly db: Database;
  readonly stellar: StellarClient;
  readonly sendThroughTrustlessWork: SendThroughTrustlessWork;
  readonly signer: Signer;
  readonly provider: PaymentProvider;
  /** null where this installation moves crypto only. */
  readonly fiat: Fiat | null;
  readonly intents: IntentHandlers;
  /** The name under which this deployment signs; null: that of its database. */
  readonly deploymentId: string | null;
  readonly settings: ChainSettings;
  readonly webhooks: WebhookSettings;
  readonly log: Logger;
  /** Told how long a step waited for its account, and whether it got it. */
  readonly onLaneWait?: (seconds: number, outcome: "free" | "busy") => void;
  /** Told which chain step the present try of an activity is about, and which transaction as soon as there is one. */
  readonly onChainStep?: (seen: ChainStepSeen) => void;
}

export interface ChainStepSeen {
  readonly stepKey: string;
  /** Hex. */
  readonly hash?: string;
  readonly generation?: number;
}
