import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import type { ChainIntent } from "../../domain/chain/intent.ts";
import type { ChainScene } from "../testing/chain-scene.ts";
import { type EscrowScene, escrowScene } from "../testing/escrow-scene.ts";
import { problemOf } from "../testing/problem-of.ts";

let scene: EscrowScene;
let chain: ChainScene;
beforeAll(async () => {
  scene = await escrowScene();
  chain = scene.chain;
});
afterEach(() => scene.chain.control("DELETE", "/faults"));
afterAll(() => scene.chain.close());

describe("a build that answers another transaction is never signed", () => {
  const VARIANTS = ["amount", "destination", "contract", "source", "fee", "function", "memo", "extra-operation"];
  const PATHS = {
    deployEscrow: "/deployer/single-release",
    fundEscrow: "/fund-escrow",
    completeMilestone: "/change-milestone-status",
    approveMilestone: "/approve-milestone",
    releaseEscrow: "/release-funds",
    freezeEscrow: "/dispute-escrow",
    resolveEscrow: "/resolve-dispute",
  } as const;

  test.each(Object.keys(PATHS) as (keyof typeof PATHS)[])("%s", async (kind) => {
    const prepared = await scene.before(kind === "deployEscrow" ? "fundEscrow" : kind);
    const intent: ChainIntent = kind === "deployEscrow" ? { kind, order: prepared.order } : prepared.intent;
    for (const variant of VARIANTS) {
      await scene.fault(PATHS[kind], { kind: "wrong-xdr", variant });
      expect([variant, await problemOf(chain.build(intent))]).toEqual([variant, "TRANSACTION_NOT_AS_INTENDED"]);
    }
    await scene.fault(PATHS[kind], { kind: "wrong-xdr", variant: "no-maxtime" });
    const { transaction } = await chain.build(intent);
    const { closeTimeSeconds } = await chain.stellar.latestLedger();
    expect(Number(transaction.timeBounds?.maxTime) - closeTimeSeconds).toBeLessThanOrEqual(120);
    expect(await chain.send(await chain.build(intent))).toMatchObject({ status: "SUCCEEDED" });
  });

  test("a transaction with our own end is accepted by the chain", async () => {
    const { intent } = await scene.before("fundEscrow");
    await scene.fault("/fund-escrow", { kind: "wrong-xdr", variant: "no-maxtime" });
    expect(await chain.send(await chain.build(intent))).toMatchObject({ status: "SUCCEEDED" });
  });
});

describe("a provider that fails", () => {
  test.each([
    [{ kind: "refuse" }, "PROVIDER_UNAVAILABLE"],
    [{ kind: "status", status: 500 }, "PROVIDER_UNAVAILABLE"],
    [{ kind: "status", status: 429 }, "PROVIDER_BUDGET_EXHAUSTED"],
    [{ kind: "status", status: 401 }, "PROVIDER_CREDENTIAL_REFUSED"],
    [{ kind: "status", status: 400 }, "PROVIDER_REFUSED"],
    [{ kind: "status-after", status: 504 }, "PROVIDER_UNAVAILABLE"],
    [{ kind: "lost" }, "PROVIDER_UNAVAILABLE"],
    [{ kind: "delay", delayMs: 4_000 }, "PROVIDER_UNAVAILABLE"],
  ])("with %j leaves nothing signed: %s", async (order, problem) => {
    const { intent } = await scene.before("fundEscrow");
    await scene.fault("/fund-escrow", order);
    expect(await problemOf(chain.build(intent))).toBe(problem);
    expect(await chain.apply(intent)).toMatchObject({ status: "SUCCEEDED" });
  });

  test("whose index is behind is told of our transactions, and the step is tried again", async () => {
    const { order, intent } = await scene.before("fundEscrow");
    await chain.db.sql.query(
      `INSERT INTO chain_transaction (id, step_key, generation, intent, source_account, sequence, hash, signed_xdr,
        send_through, max_time, prepared_ledger, on_success, outcome, settled_at)
        VALUES ($1, $2, 1, 'deployEscrow', $3, 1, $4, 'bytes', 'stellar', 1, 1, '{}', 'SUCCEEDED', now())`,
      [`ctx_${order.orderId}`, `order/${order.orderId}#deploy`, scene.buyer.address, "ab".repeat(32)],
    );
    await scene.fault("/fund-escrow", { kind: "stale" });
    expect(await problemOf(chain.build(intent))).toBe("PROVIDER_INDEX_STALE");
    const { requests } = await chain.control("GET", "/requests?party=trustless-work");
    expect((requests as { path: string }[]).at(-1)?.path).toContain("update-from-tx");
    expect(await chain.apply(intent)).toMatchObject({ status: "SUCCEEDED" });
  });
});
