import { StepFailure } from "../failures.ts";
import type { TrustlessWorkClient } from "./client.ts";

/** They answer when the transaction is applied; whatever else they say or don't, it may have been applied too. */
export type SendThroughTrustlessWork = (signedXdr: string) => Promise<{ readonly kind: "accepted" | "unknown" }>;

export const createSendThroughTrustlessWork =
  (client: Pick<TrustlessWorkClient, "send">): SendThroughTrustlessWork =>
  async (signedXdr) => {
    try {
      return { kind: (await client.send(signedXdr)) ? "accepted" : "unknown" };
    } catch (error) {
      if (!(error instanceof StepFailure)) throw error;
      return { kind: "unknown" };
    }
  };
