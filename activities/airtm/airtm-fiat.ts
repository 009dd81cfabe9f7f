import { parseStroops } from "../../domain/money.ts";
import type { Fiat } from "../fiat/fiat.ts";
import type { ProviderBudget } from "../provider-budget.ts";
import { createAirtmClient } from "./client.ts";
import { objectionTo } from "./eligibility.ts";
import type { AirtmSettings } from "./settings.ts";

/** Airtm as the fiat provider of this installation. */
export const airtmFiat = (settings: AirtmSettings, budget: ProviderBudget): Fiat => ({
  rail: createAirtmClient(settings, budget),
  objectionTo: objectionTo(settings),
  dailyPayoutMax: settings.dailyPayoutMax,
  treasuryLowStroops: parseStroops(settings.treasuryLowUsdc),
  callbackBaseUrl: settings.callbackBaseUrl,
});
