import { type DetailedHealth, OfferHubError, type OfferHubSDK } from "../../../sdk/index.ts";
import { bad, type Diagnosis, warning, well } from "./diagnosis.ts";

type Dependency = DetailedHealth["dependencies"][string];

const ADVICE: Readonly<Record<string, string>> = {
  database: "is Postgres up, and DATABASE_URL right? Nothing is lost: payments go on when it is back",
  redis: "is Redis up, and REDIS_URL right? Until then every process counts its requests by itself",
  temporal: "is Temporal up, and TEMPORAL_ADDRESS right? Commands wait until it is back",
  workers: "start a worker (npm run start:worker, or the worker's container) and look into its log",
  deposits: "is a worker running, and do STELLAR_RPC_URLS answer? Deposits are credited when it catches up",
  stellar:
    "do STELLAR_RPC_URLS and STELLAR_HORIZON_URL answer, and is there a release for the network's protocol? Payments wait and go on by themselves",
  trustlessWork: "does TRUSTLESS_API_URL answer? Escrows wait and go on by themselves",
  airtm: "does Airtm answer? Top-ups and payouts wait and go on by themselves",
};

/** Everything that the installation needs, as it sees it. */
export async function checkDependencies(sdk: OfferHubSDK): Promise<readonly Diagnosis[]> {
  const dependencies = await readDependencies(sdk);
  return Object.entries(dependencies).flatMap(([name, dependency]) => diagnosisOf(name, dependency));
}

/** An installation that is not well answers 503, with the same content. */
async function readDependencies(sdk: OfferHubSDK): Promise<DetailedHealth["dependencies"]> {
  try {
    return (await sdk.service.getDetailedHealth()).dependencies;
  } catch (error) {
    const { dependencies } = error instanceof OfferHubError ? error.details : {};
    if (typeof dependencies !== "object" || dependencies === null) throw error;
    return dependencies as DetailedHealth["dependencies"]; // the same schema at 503
  }
}

function diagnosisOf(name: string, { status, required, latencyMs, error }: Dependency): readonly Diagnosis[] {
  if (status === "up") return [well(name, `up, answered in ${latencyMs} ms`)];
  if (status === "disabled") return []; // not a part of this installation
  const tell = required ? bad : warning;
  return [tell(name, error ?? "down", ADVICE[name] ?? "look into the gateway's log")];
}
