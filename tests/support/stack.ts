import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Stack, StackOptions } from "../../cli/stack/stack.ts";
import { startStack } from "../../cli/stack/start.ts";
import { announceStack } from "./keeper/ask.ts";
import { testDatabase } from "./postgres.ts";
import { testTemporal } from "./temporal.ts";

export interface TestStack extends Stack {
  /** Where its logs and the sandbox's state are. */
  readonly dataDir: string;
}

export interface TestStackOptions
  extends Pick<StackOptions, "settings" | "without" | "revive" | "durable" | "paymentProvider"> {
  /** Servers of its own for this stack, so that the test may kill them; the others are those of the whole run. */
  readonly own?: readonly ("postgres" | "temporal")[];
  /** Milliseconds between two ledgers of the sandbox, or "manual". */
  readonly ledgerMs?: number | "manual";
  /** Of an earlier stack, to start again with what it left. */
  readonly dataDir?: string;
}

/**
 * The whole system as processes, for tests that kill them or speak to them over HTTP. What dies stays dead unless
 * `revive` is set. It has a database and a Temporal namespace of its own; Redis and the sandbox are always its own.
 */
export async function testStack(options: TestStackOptions = {}): Promise<TestStack> {
  const {
    own = [],
    ledgerMs = 100,
    revive = false,
    without = [],
    durable = false,
    paymentProvider = "crypto",
  } = options;
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "orchestrator-stack-"));
  await announceStack(dataDir);
  const database = own.includes("postgres") ? null : await testDatabase();
  const temporal = own.includes("temporal") ? null : await sharedTemporal();
  const env = {
    ...inherited(),
    NODE_ENV: "test",
    ...(database && { DATABASE_URL: database.url }),
    ...(temporal && { TEMPORAL_ADDRESS: temporal.address, TEMPORAL_NAMESPACE: temporal.namespace }),
  };
  const settings = { SANDBOX_LEDGER_MS: String(ledgerMs), ...options.settings };
  const say = () => {};
  const fixed = { dataDir, env, anyPorts: true, say };
  const stack = await startStack({ ...fixed, durable, revive, without, settings, paymentProvider });
  return {
    ...stack,
    dataDir,
    async stop() {
      await stack.stop();
      await database?.drop();
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function sharedTemporal(): Promise<{ address: string; namespace: string }> {
  const temporal = await testTemporal();
  return { address: temporal.address, namespace: await temporal.namespace(`stack-${randomUUID().slice(0, 8)}`) };
}

/** What a process needs from its surroundings; nothing that could configure the system under test. */
const inherited = (): Record<string, string | undefined> => {
  const { PATH, HOME, TMPDIR, LANG, XDG_CACHE_HOME } = process.env;
  return { PATH, HOME, TMPDIR, LANG, XDG_CACHE_HOME };
};
