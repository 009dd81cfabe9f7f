import pino from "pino";
import { type Database, openDatabase } from "../../prisma/client.ts";
import { DEFAULT_AIRTM_SETTINGS } from "../../sandbox/airtm/settings.ts";
import { startSandbox } from "../../sandbox/start.ts";
import { testDatabase } from "../../tests/support/postgres.ts";
import { airtmFiat } from "../airtm/airtm-fiat.ts";
import { airtmProvider } from "../airtm/airtm-provider.ts";
import type { AirtmSettings } from "../airtm/settings.ts";
import type { ActivityDeps } from "../deps.ts";
import { createProviderBudget } from "../provider-budget.ts";

/** A database and the sandbox's Airtm, as the fiat activities of a worker see them. */
export interface FiatScene {
  readonly db: Database;
  readonly deps: ActivityDeps;
  /** The same with other settings. */
  depsWith(changes: Partial<AirtmSettings>): ActivityDeps;
  control(method: string, path: string, body?: object): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

export async function fiatScene(): Promise<FiatScene> {
  const sandbox = await startSandbox({ airtm: { ...DEFAULT_AIRTM_SETTINGS, requestsPerSecond: 0 } });
  const database = await testDatabase();
  const db = openDatabase(database.url);
  const control = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${sandbox.url}/_sandbox${path}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  };
  const said = await control("GET", "");
  const settings: AirtmSettings = {
    apiUrl: String(said.airtmUrl),
    apiKey: String(said.airtmApiKey),
    apiSecret: String(said.airtmApiSecret),
    timeoutMs: 1_000,
    payinPageUrl: String(said.airtmPaymentPageUrl),
    payinDays: 15,
    requireVerified: true,
    dailyPayoutMax: null,
    treasuryLowUsdc: "0",
    callbackBaseUrl: "https://shop.example",
  };
  const budget = createProviderBudget(null, { provider: "airtm", requests: 1_000_000, seconds: 1 });
  const unused = {} as ActivityDeps; // fiat activities ask neither the chain nor a signer
  const base = { ...unused, db, provider: airtmProvider, deploymentId: null, log: pino({ level: "silent" }) };
  const depsWith = (changes: Partial<AirtmSettings>) => ({
    ...base,
    fiat: airtmFiat({ ...settings, ...changes }, budget),
  });
  return {
    db,
    deps: depsWith({}),
    depsWith,
    control,
    async close() {
      await db.close();
      await database.drop();
      await sandbox.close();
    },
  };
}
