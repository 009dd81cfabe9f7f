import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import type { AirtmSettings } from "./airtm/settings.ts";
import { createApp } from "./app.ts";
import type { Generation } from "./escrow/generation.ts";
import type { LedgerMs } from "./stellar/closing.ts";
import { NEWEST_PROTOCOL, type Protocol } from "./stellar/network.ts";
import { IN_MEMORY } from "./store.ts";
import type { TrustlessWorkSettings } from "./trustless-work/settings.ts";
import { createWorld, type World } from "./world.ts";

export interface SandboxOptions {
  /** 0 takes a free one. */
  readonly port?: number;
  readonly host?: string;
  readonly ledgerMs?: LedgerMs;
  /** Where the journal is; ":memory:" (the default) keeps nothing. */
  readonly dataPath?: string;
  readonly retentionLedgers?: number;
  readonly eventScanLedgers?: number;
  readonly protocol?: Protocol;
  readonly horizonWaitMs?: number;
  readonly generation?: Generation;
  readonly trustlessWorkApiKey?: string;
  readonly trustlessWork?: TrustlessWorkSettings;
  readonly airtm?: AirtmSettings;
}

export interface RunningSandbox {
  readonly url: string;
  readonly port: number;
  readonly world: World;
  close(): Promise<void>;
}

export const RETENTION_LEDGERS = 120_960;
/** As many as a node of today looks through for one answer. */
export const EVENT_SCAN_LEDGERS = 10_000;
const HORIZON_WAIT_MS = 30_000;
/** Longer than clients keep an idle connection: else it may be closed in the moment they send on it, which looks like a fault. */
const KEEP_ALIVE_MS = 75_000;
export const SANDBOX_API_KEY = "sandbox-trustless-work-key";

export async function startSandbox(options: SandboxOptions = {}): Promise<RunningSandbox> {
  const world = createWorld({
    dataPath: options.dataPath ?? IN_MEMORY,
    ledgerMs: options.ledgerMs ?? 1000,
    settings: {
      generation: options.generation ?? "G1",
      trustlessWorkApiKey: options.trustlessWorkApiKey ?? SANDBOX_API_KEY,
      trustlessWork: options.trustlessWork,
      airtm: options.airtm,
      eventScanLedgers: options.eventScanLedgers ?? EVENT_SCAN_LEDGERS,
      protocol: options.protocol ?? NEWEST_PROTOCOL,
      retentionLedgers: options.retentionLedgers ?? RETENTION_LEDGERS,
      horizonWaitMs: options.horizonWaitMs ?? HORIZON_WAIT_MS,
    },
  });
  const hostname = options.host ?? "127.0.0.1";
  const { server, port } = await listen(world, hostname, options.port ?? 0);
  return {
    url: `http://${hostname}:${port}`,
    port,
    world,
    close: () =>
      new Promise((resolve) => {
        world.close();
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}

function listen(world: World, hostname: string, port: number) {
  return new Promise<{ server: ReturnType<typeof serve>; port: number }>((resolve, reject) => {
    const listener = {
      fetch: createApp(world).fetch,
      hostname,
      port,
      serverOptions: { keepAliveTimeout: KEEP_ALIVE_MS },
    };
    const server = serve(listener, (address: AddressInfo) => resolve({ server, port: address.port }));
    server.once("error", (error: Error) => {
      world.close();
      reject(error);
    });
  });
}
