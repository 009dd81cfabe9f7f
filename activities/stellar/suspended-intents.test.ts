import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { ChainIntent } from "../../domain/chain/intent.ts";
import { type ChainScene, chainScene, insertUser } from "../testing/chain-scene.ts";

/** What may be signed while everybody who takes part in it is suspended. Who adds a kind decides it here and in the database. */
const WHILE_SUSPENDED: Readonly<Record<ChainIntent["kind"], "stops" | "goes on">> = {
  payOut: "stops",
  fundEscrow: "stops", // the buyer's balance, or the treasury for it
  releaseEscrow: "goes on", // owed to the seller since the escrow was funded
  resolveEscrow: "goes on", // owed to either by the ruling
  withdrawRest: "goes on", // back to the buyer's own wallet
  approveMilestone: "goes on", // only prepares what is owed
  completeMilestone: "goes on",
  freezeEscrow: "goes on", // moves nothing
  deployEscrow: "goes on", // an empty contract
  activateWallet: "goes on",
  refillWallets: "goes on", // the sponsor's XLM
  payOutPlatform: "goes on", // the operator's, by two people
};

let scene: ChainScene;
let payments: { readonly order: string; readonly withdrawal: string };
beforeAll(async () => {
  scene = await chainScene();
  const [buyer, seller] = [await insertUser(scene.db), await insertUser(scene.db)];
  payments = { order: `ord_${randomUUID()}`, withdrawal: `wd_${randomUUID()}` };
  await scene.db.sql.query(
    `INSERT INTO orders (id, buyer_id, seller_id, amount_stroops, platform_fee_bps, currency, escrow_type, status, title)
     VALUES ($1, $2, $3, 10000000, 0, 'USDC', 'single-release', 'IN_PROGRESS', 't')`,
    [payments.order, buyer, seller],
  );
  await scene.db.sql.query(
    `INSERT INTO withdrawal (id, user_id, amount_stroops, currency, destination_type, destination_ref, status)
     VALUES ($1, $2, 10000000, 'USDC', 'crypto', 'G', 'WITHDRAWAL_COMMITTED')`,
    [payments.withdrawal, buyer],
  );
  await scene.db.sql.query("UPDATE users SET status = 'SUSPENDED' WHERE id IN ($1, $2)", [buyer, seller]);
});
afterAll(() => scene.close());

const sign = (intent: string) => {
  const id = randomUUID();
  const payment = intent === "payOut" ? `withdrawal/${payments.withdrawal}` : `order/${payments.order}`;
  const attempt = scene.db.sql.query(
    `INSERT INTO chain_transaction (id, step_key, generation, intent, source_account, sequence, hash, signed_xdr,
       send_through, max_time, prepared_ledger, on_success) VALUES ($1, $2, 1, $3, $1, 1, $1, 'AAAA', 'stellar', 9, 1, '{}')`,
    [id, `${payment}#${id}`, intent],
  );
  return attempt.then(
    () => "goes on",
    ({ code }: { code: string }) => (code === "OH030" ? "stops" : code),
  );
};

test("every kind of intent is decided", () => {
  expect(Object.keys(WHILE_SUSPENDED).sort()).toEqual(Object.keys(scene.intents).sort());
});

test.each(Object.entries(WHILE_SUSPENDED))("of suspended users, %s %s", async (kind, decided) => {
  expect(await sign(kind)).toBe(decided);
});

test("a kind that nobody has decided is not signed for anybody", async () => {
  expect(await sign("payEverybody")).toBe("OH031");
});
