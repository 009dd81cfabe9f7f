import { type Database, openDatabase } from "../../prisma/client.ts";
import type { Reply } from "./gateway-client.ts";
import { expectInvariants } from "./invariants.ts";
import { type Marketplace, openMarketplace } from "./marketplace.ts";
import { type TestStack, type TestStackOptions, testStack } from "./stack.ts";

/** A stack with a marketplace on it, and a look into its books. */
export interface TestWorld {
  readonly stack: TestStack;
  readonly market: Marketplace;
  readonly db: Database;
  /** I1 to I6 on the whole world; to be called when nothing is under way. */
  expectInvariants(): Promise<void>;
  stop(): Promise<void>;
}

/** Request budgets and waits that are no part of what is tested. */
const UNLIMITED = {
  SANDBOX_TW_PER_MINUTE: "0",
  TRUSTLESS_REQUESTS_PER_MINUTE: "1000000",
  WORKER_STICKY_SECONDS: "1",
  RECONCILIATION_ENABLED: "false", // every five minutes would be at any moment of a test
  LOG_LEVEL: "warn",
};

export interface TestWorldOptions extends TestStackOptions {
  /** Sees every answer of the gateway. */
  readonly onReply?: (reply: Reply) => void;
}

export async function testWorld({ onReply, ...options }: TestWorldOptions = {}): Promise<TestWorld> {
  const stack = await testStack({ ...options, settings: { ...UNLIMITED, ...options.settings } });
  const db = openDatabase(stack.urls.database);
  return {
    stack,
    db,
    market: openMarketplace(stack, onReply),
    expectInvariants: () => expectInvariants({ db, sandboxUrl: stack.urls.sandbox }),
    async stop() {
      await db.close();
      await stack.stop();
    },
  };
}
