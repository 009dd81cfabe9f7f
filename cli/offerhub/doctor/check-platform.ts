import type { OfferHubSDK, Platform } from "../../../sdk/index.ts";
import { bad, type Diagnosis, warning, well } from "./diagnosis.ts";

type Wallet = Platform["wallets"][number];

const ROLES = ["sponsor", "fee-receiver", "dispute-resolver"];
/** Only with Airtm: its USDC funds escrows. */
const TREASURY = "treasury";
/** Below it the sponsor opens only a few more wallets: each binds about five. */
const SPONSOR_XLM_MIN = 50;
/** Of the fifty that Trustless Work takes in a minute. */
const REQUESTS_MANY = 45;

/** The platform's own wallets with their trustlines, its fees, and the budget that its provider leaves it. */
export async function checkPlatform({ platform }: OfferHubSDK): Promise<readonly Diagnosis[]> {
  const { wallets, fees, network, providerRequests } = await platform.get();
  const percent = (bps: number) => `${bps / 100} %`;
  const told = `platform ${percent(fees.platformBps)}, Trustless Work ${percent(fees.trustlessWorkBps)} of a release`;
  const roles = wallets.some(({ role }) => role === TREASURY) ? [...ROLES, TREASURY] : ROLES;
  return [
    ...roles.map((role) =>
      walletDiagnosis(
        role,
        wallets.find((wallet) => wallet.role === role),
        network,
      ),
    ),
    well("fees", told),
    budgetDiagnosis(providerRequests.trustlessWork),
  ];
}

function walletDiagnosis(role: string, wallet: Wallet | undefined, network: string): Diagnosis {
  if (!wallet) return bad(role, "there is no such wallet", "start a worker: it makes the platform's wallets");
  const { address, isActive, isOnChain, xlm, usdc } = wallet;
  const found = `${address}: ${xlm} XLM, ${usdc === null ? "no USDC trustline" : `${usdc} USDC`}`;
  if (role === "sponsor" && Number(xlm) < SPONSOR_XLM_MIN) {
    const advice = `send lumens to ${address} on ${network}: it pays for users' wallets`;
    return isOnChain ? warning(role, found, advice) : bad(role, "is not on the chain", advice);
  }
  if (!isOnChain)
    return bad(role, `${address} is not on the chain`, "a worker makes it; see: offerhub ops parked -k wallet");
  if (role === "fee-receiver" && usdc === null) {
    return bad(
      role,
      found,
      "no release can pay your fee: was its trustline removed? See: offerhub ops parked -k wallet",
    );
  }
  if (role === TREASURY && isActive && !(Number(usdc) > 0))
    return warning(role, found, `send USDC to ${address}: no escrow can be funded before`);
  return isActive ? well(role, found) : warning(role, `${found}, not active yet`, "see: offerhub ops parked -k wallet");
}

function budgetDiagnosis(requests: number | null): Diagnosis {
  const name = "budget";
  if (requests === null)
    return warning(name, "nobody can say", "is Redis up? Each worker counts for itself until then");
  const found = `${requests} requests to Trustless Work in this minute`;
  if (requests < REQUESTS_MANY) return well(name, found);
  return warning(name, found, "payments wait for their turn; ask Trustless Work for more if it lasts");
}
