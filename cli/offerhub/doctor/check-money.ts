import type { OfferHubSDK } from "../../../sdk/index.ts";
import { bad, type Diagnosis, warning, well } from "./diagnosis.ts";

export async function checkFreeze({ admin }: OfferHubSDK): Promise<readonly Diagnosis[]> {
  const { frozen, message } = await admin.getFreeze();
  return [
    frozen ? bad("outgoing money", message, "when it is safe: offerhub unfreeze") : well("outgoing money", "goes out"),
  ];
}

export async function checkFence({ admin }: OfferHubSDK): Promise<readonly Diagnosis[]> {
  const { holder, holds, thisDeployment } = await admin.getFence();
  if (holds || holder === null)
    return [well("signing", holds ? `by this deployment (${thisDeployment})` : "no worker has signed yet")];
  const found = `the deployment ${holder} signs; this one (${thisDeployment}) does not`;
  return [
    bad(
      "signing",
      found,
      "is this a copy? Leave it so. If it replaces the other one: stop that, then POST /admin/fence/take",
    ),
  ];
}

export async function checkBooks({ admin }: OfferHubSDK): Promise<readonly Diagnosis[]> {
  const { openCount, lastRun } = await admin.getReconciliation();
  if (openCount > 0) return [bad("books", `${openCount} differ`, "see which: offerhub ledger check")];
  if (!lastRun) return [warning("books", "were never compared", "compare them: offerhub ledger check")];
  const { ledger, wallets, escrows, fiat } = lastRun;
  const failures = [ledger, wallets, escrows, fiat].flatMap((book) => book?.failure ?? []);
  if (failures.length > 0) return [warning("books", failures.join("; "), "compare them again: offerhub ledger check")];
  return [well("books", `ledger, records and chain agreed at ${lastRun.finishedAt}`)];
}

export async function checkWalletKeys({ admin }: OfferHubSDK): Promise<readonly Diagnosis[]> {
  const { keys, rotation } = await admin.getKeyRotation();
  const found = keys.map(({ keyId, wallets }) => `${keyId} seals ${wallets}`).join(", ") || "no wallets yet";
  if ((rotation?.unreadableCount ?? 0) > 0) {
    return [
      bad(
        "wallet keys",
        `${rotation?.unreadableCount} wallets open with no key`,
        "put the missing key back into WALLET_ENCRYPTION_KEYS",
      ),
    ];
  }
  if (keys.length > 1) return [warning("wallet keys", found, "seal all under the newest: offerhub wallets rotate")];
  return [well("wallet keys", found)];
}
