import { defineSignal } from "@temporalio/workflow";

/** A provider says that something happened. It is never believed: it is a reason to look at the chain now, and no more. */
export interface ProviderHint {
  readonly provider: string;
  readonly eventId: string;
}
export const providerHintSignal = defineSignal<[ProviderHint]>("providerHint");
