import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { mintId } from "../../../domain/ids.ts";
import { balanceOf, post } from "../../../prisma/testing/ledger.ts";
import { type GatewayBench, gatewayBench, type Reply } from "../../testing/gateway-bench.ts";

let bench: GatewayBench;
beforeAll(async () => {
  bench = await gatewayBench("write-offs", { workers: false });
}, 60_000);
afterAll(() => bench.close());

const SUSPENSE = "suspense/unexplained";
const writeOff = (account: string, amount: string, more: object = {}) =>
  bench.request("POST", "/admin/write-offs", { body: { account, amount, reason: "the issuer took it" }, ...more });
const refusal = ({ status, body }: Reply) => [status, body.error?.code, body.error?.details?.available];
const bookOf = async (account: string) => (await balanceOf(bench.db.sql, account)).toString();

let count = 0;
/** Money of an account in our ledger, and so much of it on the chain by reconciliation's newest look. */
async function held(account: string, stroops: bigint) {
  count += 1;
  await post(bench.db.sql, `opening/${count}`, { [account]: stroops, "world/stellar": -stroops });
}
async function found(
  kind: string,
  subject: string,
  expected: bigint,
  onChain: bigint,
  ageMinutes = 0,
  cause = "unexplained",
) {
  count += 1;
  await bench.db.sql.query(
    `INSERT INTO reconciliation_difference (id, kind, subject, expected_stroops, found_stroops, cause, last_seen_at)
     VALUES ($1, $2, $3, $4, $5, $7, clock_timestamp() - make_interval(mins => $6))`,
    [`dif_${count}`, kind, subject, expected, onChain, ageMinutes, cause],
  );
}
const anEscrow = () => {
  count += 1;
  const orderId = mintId("order", Buffer.alloc(24, count));
  return { orderId, account: `order/${orderId}/escrow` };
};

describe("what is in suspense", () => {
  test.each([70_000_000n, -70_000_000n])(
    "is written off whichever way it stands (%s), to nothing and no further",
    async (stroops) => {
      await held(SUSPENSE, stroops);
      expect(refusal(await writeOff(SUSPENSE, "7.01"))).toEqual([422, "INSUFFICIENT_FUNDS", "7.00"]);
      const reply = await writeOff(SUSPENSE, "7.00");
      expect([reply.status, reply.body.data]).toEqual([201, { account: SUSPENSE, amount: "7.00", balance: "0.00" }]);
      expect(await bookOf(SUSPENSE)).toBe("0");
    },
  );

  test("is written off once per request, audited and told", async () => {
    await held(SUSPENSE, 100_000_000n);
    const headers = { "Idempotency-Key": "one loss" };
    const replies = await Promise.all([1, 2].map(() => writeOff(SUSPENSE, "4.00", { headers })));
    expect(replies.some(({ status }) => status === 201)).toBe(true);
    expect((await writeOff(SUSPENSE, "4.00", { headers })).body.data.balance).toBe("6.00");
    const where = { resourceId: SUSPENSE, eventType: "operations.written_off" };
    const [newest] = await bench.db.prisma.auditRecord.findMany({ where, orderBy: { occurredAt: "desc" }, take: 1 });
    expect(newest?.payloadAfter).toMatchObject({ amount: "4.00", reason: "the issuer took it", balance: "6.00" });
    await writeOff(SUSPENSE, "6.00");
  });

  test("two at once cannot write off the same", async () => {
    await held(SUSPENSE, 100_000_000n);
    const replies = await Promise.all([1, 2, 3].map(() => writeOff(SUSPENSE, "10.00")));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
    expect(await bookOf(SUSPENSE)).toBe("0");
  });
});

describe("what an issuer took", () => {
  test("out of an escrow is written off as far as it is missing there now", async () => {
    const { orderId, account } = anEscrow();
    await held(account, 1_200_000_000n);
    await found("escrow_balance", orderId, 1_200_000_000n, 500_000_000n);
    expect(refusal(await writeOff(account, "70.01"))).toEqual([422, "INSUFFICIENT_FUNDS", "70.00"]);
    expect((await writeOff(account, "70.00")).body.data.balance).toBe("50.00");
    expect(refusal(await writeOff(account, "0.01"))).toEqual([409, "INVALID_STATE", undefined]); // looked at before it
  });

  test("out of a user's wallet is written off from what is available to them", async () => {
    const userId = await bench.user("80.00");
    const account = `user/${userId}/available`;
    await found("wallet_balance", userId, 800_000_000n, 0n);
    expect((await writeOff(account, "80.00")).body.data.balance).toBe("0.00");
  });

  test.each([
    ["nothing was found", async () => {}],
    ["the look is old", (id: string) => found("escrow_balance", id, 100n, 0n, 20)],
    ["it holds more than it should", (id: string) => found("escrow_balance", id, 100n, 200n)],
    ["something is in flight", (id: string) => found("escrow_balance", id, 100n, 0n, 0, "transaction_in_flight")],
    ["it was found of something else", () => found("escrow_balance", "ord_other", 100n, 0n)],
  ] as const)("is not written off while %s", async (_, look) => {
    const { orderId, account } = anEscrow();
    await held(account, 1_200_000_000n);
    await look(orderId);
    expect(refusal(await writeOff(account, "120.00"))).toEqual([409, "INVALID_STATE", undefined]);
    expect(await bookOf(account)).toBe("1200000000");
  });
});

test("any other account, nothing, or a key of one user writes nothing off", async () => {
  for (const account of ["fees/platform", "world/stellar", "suspense/paid-after-return", "user/usr_1/available"]) {
    expect((await writeOff(account, "1.00")).status).toBe(400);
  }
  expect((await writeOff(SUSPENSE, "0.00")).status).toBe(400);
  const key = await bench.keyWith(["support"], await bench.user());
  expect(refusal(await writeOff(SUSPENSE, "1.00", { key }))).toEqual([403, "INSUFFICIENT_SCOPE", undefined]);
});
