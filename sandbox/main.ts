import { join } from "node:path";
import { readAirtmSettings } from "./airtm/settings.ts";
import { EVENT_SCAN_LEDGERS, RETENTION_LEDGERS, SANDBOX_API_KEY, startSandbox } from "./start.ts";
import type { LedgerMs } from "./stellar/closing.ts";
import { NEWEST_PROTOCOL, PROTOCOLS, type Protocol } from "./stellar/network.ts";
import { readTrustlessWorkSettings } from "./trustless-work/settings.ts";

const { env } = process;

const sandbox = await startSandbox({
  port: wholeNumber("SANDBOX_PORT", 4100),
  host: env.SANDBOX_HOST ?? "127.0.0.1",
  ledgerMs: ledgerMs(),
  dataPath: env.SANDBOX_DATA ?? join(env.DATA_DIR ?? ".orchestrator", "sandbox.jsonl"),
  retentionLedgers: wholeNumber("SANDBOX_RETENTION_LEDGERS", RETENTION_LEDGERS),
  eventScanLedgers: wholeNumber("SANDBOX_EVENT_SCAN_LEDGERS", EVENT_SCAN_LEDGERS),
  protocol: protocol(),
  horizonWaitMs: wholeNumber("SANDBOX_HORIZON_WAIT_MS", 30_000),
  generation: env.SANDBOX_GENERATION === "G0" ? "G0" : "G1",
  trustlessWorkApiKey: env.SANDBOX_TW_API_KEY ?? SANDBOX_API_KEY,
  trustlessWork: readTrustlessWorkSettings(env),
  airtm: readAirtmSettings(env),
});

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
}

process.stdout.write(`${JSON.stringify({ listening: sandbox.port, url: sandbox.url })}\n`);

function ledgerMs(): LedgerMs {
  return env.SANDBOX_LEDGER_MS === "manual" ? "manual" : wholeNumber("SANDBOX_LEDGER_MS", 1000);
}

function protocol(): Protocol {
  const wanted = wholeNumber("SANDBOX_PROTOCOL", NEWEST_PROTOCOL);
  const known = PROTOCOLS.find((one) => one === wanted);
  if (known === undefined) throw new RangeError(`SANDBOX_PROTOCOL must be one of ${PROTOCOLS.join(", ")}`);
  return known;
}

function wholeNumber(name: string, fallback: number): number {
  const text = env[name];
  if (text === undefined || text === "") return fallback;
  if (!/^\d+$/.test(text)) throw new RangeError(`${name} must be a whole number, not ${JSON.stringify(text)}`);
  return Number(text);
}
