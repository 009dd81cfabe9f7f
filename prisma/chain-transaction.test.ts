import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type TestDatabase, testDatabase } from "../tests/support/postgres.ts";
import { type Database, openDatabase } from "./client.ts";

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase(database.url, { connectionsMax: 20 });
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

interface Attempt {
  readonly step: string;
  readonly generation: number;
  readonly account: string;
  readonly sequence: number;
}

const aStep = (): Attempt => ({
  step: `order/${randomUUID()}#fund`,
  generation: 1,
  account: `G${randomUUID()}`,
  sequence: 1,
});

async function insert({ step, generation, account, sequence }: Attempt): Promise<string> {
  const id = randomUUID();
  await db.sql.query(
    `INSERT INTO chain_transaction (id, step_key, generation, intent, source_account, sequence, hash, signed_xdr,
       send_through, max_time, prepared_ledger, on_success)
     VALUES ($1, $2, $3, 'fundEscrow', $4, $5, $1, 'AAAA', 'stellar', 9, 1, '{}')`,
    [id, step, generation, account, sequence],
  );
  return id;
}

const settle = (txId: string, outcome: string, proof: object | null = null) =>
  db.sql.query("SELECT settle_chain_transaction($1)", [JSON.stringify({ txId, outcome, proof })]);
const PROOF = { reason: "EXPIRED" };

describe("the lane of an account", () => {
  test("holds one transaction without a known end, however many steps want it at once", async () => {
    const { account } = aStep();
    const all = Array.from({ length: 20 }, (_, index) => insert({ ...aStep(), account, sequence: index }));
    const results = await Promise.allSettled(all);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toMatchObject({ constraint: "chain_transaction_lane" });
    }
  });

  test.each(["SUCCEEDED", "FAILED", "EXPIRED"])("is free again after %s", async (outcome) => {
    const first = aStep();
    await settle(await insert(first), outcome, PROOF);
    await expect(insert({ ...aStep(), account: first.account, sequence: 2 })).resolves.toBeDefined();
  });
});

describe("a step", () => {
  test("has one attempt of each generation", async () => {
    const step = aStep();
    await settle(await insert(step), "FAILED");
    const twin = insert({ ...step, account: aStep().account });
    await expect(twin).rejects.toMatchObject({ constraint: "chain_transaction_step_key_generation_key" });
  });

  test.each([
    ["has no known end", null],
    ["succeeded", "SUCCEEDED"],
  ])("gets no second generation while the first %s", async (_what, outcome) => {
    const step = aStep();
    const txId = await insert(step);
    if (outcome) await settle(txId, outcome);
    const second = insert({ ...step, generation: 2, account: aStep().account });
    await expect(second).rejects.toMatchObject({ code: "OH002" });
  });

  test("gets one after a proof of death, or after the chain refused the first", async () => {
    for (const outcome of ["EXPIRED", "FAILED"]) {
      const step = aStep();
      await settle(await insert(step), outcome, PROOF);
      await expect(insert({ ...step, generation: 2, sequence: 2 })).resolves.toBeDefined();
    }
  });
});

describe("a sequence number", () => {
  test.each(["SUCCEEDED", "FAILED"])("that was used (%s) is never used again", async (outcome) => {
    const step = aStep();
    await settle(await insert(step), outcome);
    const again = insert({ ...aStep(), account: step.account });
    await expect(again).rejects.toMatchObject({ constraint: "chain_transaction_sequence" });
  });

  test("of a transaction that is proven dead may be used again", async () => {
    const step = aStep();
    await settle(await insert(step), "EXPIRED", PROOF);
    await expect(insert({ ...step, generation: 2 })).resolves.toBeDefined();
  });
});

describe("an end", () => {
  test("is told once: the same again is heard, another one is refused and changes nothing", async () => {
    const txId = await insert(aStep());
    await settle(txId, "SUCCEEDED");
    await settle(txId, "SUCCEEDED");
    for (const other of ["FAILED", "EXPIRED"]) {
      await expect(settle(txId, other, PROOF)).rejects.toMatchObject({ code: "OH002" });
    }
    const { rows } = await db.sql.query("SELECT outcome FROM chain_transaction WHERE id = $1", [txId]);
    expect(rows).toEqual([{ outcome: "SUCCEEDED" }]);
  });

  test("of a transaction that nobody knows is refused", async () => {
    await expect(settle(randomUUID(), "SUCCEEDED")).rejects.toMatchObject({ code: "OH002" });
  });

  test("is never a death without its proof", async () => {
    await expect(settle(await insert(aStep()), "EXPIRED")).rejects.toMatchObject({ code: "23514" });
  });
});
