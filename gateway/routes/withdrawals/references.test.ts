import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type GatewayBench, gatewayBench, type Reply } from "../../testing/gateway-bench.ts";

let bench: GatewayBench;
beforeAll(async () => {
  bench = await gatewayBench("references", { paymentProvider: "airtm" });
}, 60_000);
afterAll(() => bench.close());

const refusal = ({ status, body }: Reply) => [status, body.error?.code];

/** The two nouns that have a reference, and what must not differ between two requests with the same. */
describe.each([
  ["/withdrawals", { destinationType: "bank", destinationRef: "DE00 1234 5678" }, { destinationRef: "DE00 1234 9999" }],
  ["/topups", {}, { amount: "31.00" }],
] as const)("A reference on %s", (path, fields, other) => {
  const ask = (userId: string | null, reference: string, more: object = {}, key?: string) =>
    bench.request("POST", path, {
      body: { userId, amount: "30.00", ...fields, reference, ...more },
      headers: { "Idempotency-Key": randomUUID() },
      ...(key && { key }),
    });

  test("is one payment whatever key, time or number of requests", async () => {
    const { userId } = await bench.linkedUser("100.00");
    const reference = randomUUID();
    const replies = await Promise.all(Array.from({ length: 6 }, () => ask(userId, reference)));
    replies.push(await ask(userId, reference));
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    expect(replies.every(({ status }) => status === 200 || status === 201)).toBe(true);
    expect(replies[0]?.body.data.reference).toBe(reference);
    const listed = await bench.request("GET", `${path}?reference=${reference}`);
    expect(listed.body.data.map(({ id }: { id: string }) => id)).toEqual([replies[0]?.body.id]);
    expect((await bench.request("GET", `${path}?reference=${randomUUID()}`)).body.data).toEqual([]);
    const told = await bench.db.prisma.event.findFirstOrThrow({
      where: { aggregateId: replies[0]?.body.id, type: { endsWith: ".created" } },
    });
    expect(told.payload).toMatchObject({ reference });
  });

  test("with other content is refused, and names the payment only to whom it belongs", async () => {
    const [one, two] = [await bench.linkedUser("100.00"), await bench.linkedUser("100.00")];
    const reference = randomUUID();
    const first = await ask(one.userId, reference);
    for (const more of [{ amount: "29.00" }, { currency: "USDC" }, other, { userId: two.userId }]) {
      const reply = await ask(one.userId, reference, more);
      expect(refusal(reply)).toEqual([409, "REFERENCE_REUSED"]);
      expect(reply.body.error.details).toEqual({ reference, id: first.body.id });
    }
    const bound = await bench.keyWith(["write"], two.userId);
    const reply = await ask(null, reference, {}, bound);
    expect([refusal(reply), reply.body.error.details]).toEqual([[409, "REFERENCE_REUSED"], { reference }]);
    expect((await bench.request("GET", `/users/${two.userId}/balance`)).body.available).toBe("100.00");
  });

  test("that lost a race to other content is refused by the database", async () => {
    const { userId } = await bench.linkedUser("100.00");
    const reference = randomUUID();
    const amounts = ["10.00", "11.00", "12.00", "13.00"];
    const replies = await Promise.all(amounts.map((amount) => ask(userId, reference, { amount })));
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = replies.filter(({ status }) => status !== 201);
    expect(refused.map(refusal)).toEqual(Array(3).fill([409, "REFERENCE_REUSED"]));
  });
});
