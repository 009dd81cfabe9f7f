import { AuthenticationError, NetworkError, type OfferHubSDK } from "../../../sdk/index.ts";
import { bad, type Diagnosis, warning, well } from "./diagnosis.ts";

/** Beyond it, times that are compared between machines mislead: webhooks' signatures, tokens, transactions' time bounds. */
const CLOCK_TOLERANCE_MS = 5_000;

/** That it answers, with which version, and whether its clock is ours. */
export async function checkApi(sdk: OfferHubSDK, now: () => number): Promise<readonly Diagnosis[]> {
  const askedAt = now();
  try {
    const { version, timestamp } = await sdk.service.getHealth();
    const answeredAt = now();
    const tookMs = answeredAt - askedAt;
    const differenceMs = Date.parse(timestamp) - (askedAt + answeredAt) / 2;
    return [well("api", `version ${version}, answered in ${tookMs} ms`), clock(differenceMs, tookMs / 2)];
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    return [bad("api", error.message, "is a gateway running, and is the address right? See: offerhub config show")];
  }
}

function clock(differenceMs: number, uncertaintyMs: number): Diagnosis {
  const seconds = (differenceMs / 1000).toFixed(1);
  if (Math.abs(differenceMs) <= CLOCK_TOLERANCE_MS + uncertaintyMs)
    return well("clock", `${seconds} s from this machine's`);
  return warning("clock", `${seconds} s from this machine's`, "let NTP set the clocks of both machines");
}

/** Who the key is, and whether it is the right one for daily work. */
export async function checkCredential(sdk: OfferHubSDK): Promise<readonly Diagnosis[]> {
  try {
    const { apiKeyId, apiKeyName, scopes } = await sdk.keys.current();
    const found = `${apiKeyName} (${apiKeyId}): ${scopes.join(", ")}`;
    if (apiKeyId === "master") {
      return [warning("key", found, "keep the master key away; make one: offerhub keys create -s read,write,support")];
    }
    if (!scopes.some((scope) => scope === "support" || scope === "*")) {
      return [warning("key", found, "most commands here need the scope support")];
    }
    return [well("key", found)];
  } catch (error) {
    if (!(error instanceof AuthenticationError)) throw error;
    return [bad("key", error.message, "set one that is valid: offerhub config set --api-key <key>")];
  }
}
