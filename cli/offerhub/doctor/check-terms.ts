import type { OfferHubSDK } from "../../../sdk/index.ts";
import { type Diagnosis, warning, well } from "./diagnosis.ts";

/** What orders and withdrawals are allowed, and whether commands are taken. */
export async function checkLimits({ service }: OfferHubSDK): Promise<readonly Diagnosis[]> {
  const { limits, providers } = await service.getConfig();
  const range = ({ min, max }: { min: string; max: string }) => `${min} to ${max}`;
  return [
    well(
      "limits",
      `orders ${range(limits.order)}, withdrawals ${range(limits.withdrawal)}; escrow by ${providers.escrow}`,
    ),
  ];
}

export async function checkMaintenance({ maintenance }: OfferHubSDK): Promise<readonly Diagnosis[]> {
  const { enabled, message } = await maintenance.status();
  if (!enabled) return [well("commands", "are taken")];
  return [
    warning(
      "commands",
      `maintenance: ${message ?? "no reason given"}`,
      "when it is over: offerhub maintenance disable",
    ),
  ];
}
