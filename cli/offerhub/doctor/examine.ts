import type { OfferHubSDK } from "../../../sdk/index.ts";
import { checkApi, checkCredential } from "./check-api.ts";
import { checkDependencies } from "./check-dependencies.ts";
import { checkBooks, checkFence, checkFreeze, checkWalletKeys } from "./check-money.ts";
import { checkPlatform } from "./check-platform.ts";
import { checkLimits, checkMaintenance } from "./check-terms.ts";
import { type Diagnosis, look } from "./diagnosis.ts";

type Check = (sdk: OfferHubSDK) => Promise<readonly Diagnosis[]>;

const CHECKS: readonly (readonly [string, Check])[] = [
  ["key", checkCredential],
  ["dependencies", checkDependencies],
  ["platform", checkPlatform],
  ["limits", checkLimits],
  ["commands", checkMaintenance],
  ["outgoing money", checkFreeze],
  ["signing", checkFence],
  ["books", checkBooks],
  ["wallet keys", checkWalletKeys],
];

/** Looks at everything. Where nobody answers, there is nothing more to look at. */
export async function examine(sdk: OfferHubSDK, now: () => number): Promise<readonly Diagnosis[]> {
  const api = await look("api", () => checkApi(sdk, now));
  if (api.some(({ state }) => state === "bad")) return api;
  const others = await Promise.all(CHECKS.map(([name, check]) => look(name, () => check(sdk))));
  return [...api, ...others.flat()];
}
