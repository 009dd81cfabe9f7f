import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { TransactionBuilder } from "@stellar/stellar-sdk";
import { readSandboxFacts } from "../../cli/stack/sandbox-facts.ts";
import { behindTheLaws } from "../support/behind-the-laws.ts";
import { EFFECTS_OF_AN_ORDER, effectsOf, paymentsBetween } from "../support/chain-effects.ts";
import type { Person } from "../support/marketplace.ts";
import { type Operator, openOperator } from "../support/operator.ts";
import { until } from "../support/until.ts";
import { type TestWorld, testWorld } from "../support/world.ts";

// A fail-over that loses the newest signature while the fence is taken, and a network that becomes dear in mid-order.

const LEDGER_MS = 100;
const USUAL_STROOPS = 100;
/** Half an XLM per operation. */
const DEAR_STROOPS = 5_000_000;
/** Less than one dear bid above any reserve. */
const ALMOST_DRY_XLM = "0.4";
const TOO_LATE_SECONDS = 400;
const LATER = { Prefer: "respond-async" };

let world: TestWorld;
let operator: Operator;
beforeAll(async () => {
  world = await testWorld({ ledgerMs: LEDGER_MS });
  operator = await openOperator(world.stack);
}, 120_000);
afterAll(async () => {
  await operator?.close();
  await world?.stop();
}, 30_000);

interface Row {
  readonly id: string;
  readonly stepKey: string;
  readonly signedXdr: string;
}

const attempts = async (payment: string): Promise<readonly Row[]> => {
  const { rows } = await world.db.sql.query<Row>(
    `SELECT id, step_key AS "stepKey", signed_xdr AS "signedXdr" FROM chain_transaction WHERE step_key LIKE $1
     ORDER BY prepared_ledger, generation`,
    [`${payment}#%`],
  );
  return rows;
};
/** The node has these bytes now, whoever was faster. */
async function send(signedXdr: string): Promise<void> {
  const { rpcUrl } = await readSandboxFacts(world.stack.urls.sandbox);
  const call = { jsonrpc: "2.0", id: 1, method: "sendTransaction", params: { transaction: signedXdr } };
  const headers = { "content-type": "application/json" };
  const answer = await fetch(rpcUrl, { method: "POST", headers, body: JSON.stringify(call) });
  const { result } = (await answer.json()) as { result: { status: string } };
  expect(["PENDING", "DUPLICATE"]).toContain(result.status);
}

async function people(count: number): Promise<readonly [Person, Person]> {
  const [one, other] = await world.market.people(count, "50.00");
  if (!one || !other) throw new Error("two people were asked for");
  return [one, other];
}

async function withdraw(owner: Person, destinationRef: string): Promise<string> {
  const withdrawal = { userId: owner.userId, amount: "20.00", destinationType: "crypto", destinationRef };
  return String((await world.market.insist("/withdrawals", withdrawal, LATER)).data.id);
}

/** A person looks at what is parked, and has it tried again. */
async function untilPaid(id: string): Promise<void> {
  await until("the withdrawal is paid", async () => {
    const { status, parked } = await withdrawalRow(id);
    if (parked) await operator.decide(`withdrawal/${id}`, "retry");
    return status === "WITHDRAWAL_COMPLETED";
  });
}

async function withdrawalRow(id: string): Promise<{ readonly status: string; readonly parked: boolean }> {
  const { rows } = await world.db.sql.query(
    `SELECT w.status, coalesce(p.parked, false) AS parked FROM withdrawal w
     LEFT JOIN workflow_progress p ON p.workflow_id = 'withdrawal/' || w.id WHERE w.id = $1`,
    [id],
  );
  return rows[0];
}

test("a sent payment whose row a fail-over lost, the fence taken over it, is paid and booked once", async () => {
  const { market, db } = world;
  const [owner] = await people(2);
  const outside = await market.outsideAddress();
  await market.sandbox.ledgersEvery("manual");
  const id = await withdraw(owner, outside);
  await until("it is signed", async () => (await attempts(`withdrawal/${id}`)).length === 1);
  const [lost] = await attempts(`withdrawal/${id}`);
  await send(lost?.signedXdr ?? "");
  await behindTheLaws(db, "DELETE FROM chain_transaction WHERE id = $1", [lost?.id]);
  await market.insist("/admin/fence/take", { reason: "the primary was lost" });
  await market.sandbox.ledgersEvery(LEDGER_MS);
  await untilPaid(id);
  const { rows } = await db.sql.query("SELECT id, outcome FROM chain_transaction WHERE restored_at IS NOT NULL");
  expect(rows).toEqual([{ id: expect.any(String), outcome: "SUCCEEDED" }]);
  expect(await attempts(`withdrawal/${id}`)).toHaveLength(1);
  expect(await paymentsBetween(market.sandbox, owner.address, outside)).toEqual(["20.0000000"]);
  await untilPaid(await withdraw(owner, outside));
  expect(await paymentsBetween(market.sandbox, owner.address, outside)).toEqual(["20.0000000", "20.0000000"]);
  expect(await market.balanceOf(owner)).toMatchObject({ available: "10.00" });
  await world.expectInvariants();
}, 120_000);

const feeOf = ({ signedXdr }: Row): bigint => BigInt(TransactionBuilder.fromXDR(signedXdr, "whichever network").fee);

test("an order in whose middle the network becomes dear bids more, ends, and leaves no wallet dry", async () => {
  const { market } = world;
  const [buyer, seller] = await people(2);
  const trade = await market.order(buyer, seller, "20.00", "escrow/fund");
  await market.sandbox.ledgersEvery("manual");
  await market.insist(`/orders/${trade.orderId}/escrow/fund`, {}, LATER);
  const fundings = async () =>
    (await attempts(`order/${trade.orderId}`)).filter(({ stepKey }) => stepKey.includes("#fund"));
  await until("the funding is signed", async () => (await fundings()).length === 1);
  await market.sandbox.inclusionFee(DEAR_STROOPS);
  await market.sandbox.advanceClock(TOO_LATE_SECONDS);
  await market.sandbox.closeLedger();
  await market.sandbox.ledgersEvery(LEDGER_MS);
  await market.untilOrder(trade.orderId, "IN_PROGRESS", 60);
  await market.finish(trade, "resolution/release");
  const [first, second] = (await fundings()).map(feeOf);
  expect(second).toBeGreaterThan((first ?? 0n) + 4_000_000n);
  expect(await effectsOf(market.sandbox, trade)).toEqual(EFFECTS_OF_AN_ORDER);
  await market.sandbox.xlm(buyer.address, ALMOST_DRY_XLM);
  const another = await market.order(buyer, seller, "20.00"); // the same wallets can still pay for one more, once they are refilled
  await market.finish(another);
  await market.sandbox.inclusionFee(USUAL_STROOPS);
  const refills = await world.db.sql.query("SELECT 1 FROM chain_transaction WHERE step_key LIKE 'refill/%'");
  expect(refills.rows.length).toBeGreaterThan(0);
  await world.expectInvariants();
}, 120_000);
