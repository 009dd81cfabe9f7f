import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { Client, Connection, WorkflowNotFoundError } from "@temporalio/client";
import fc from "fast-check";
import { type GatewayBench, gatewayBench, type Reply } from "../testing/gateway-bench.ts";
import { removeExpiredRequests } from "../writes/idempotency-requests.ts";

const DESTINATION = "GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ";
const DAY_MS = 24 * 60 * 60 * 1000;

let bench: GatewayBench;
beforeAll(async () => {
  bench = await gatewayBench("idempotency");
}, 60_000);
afterAll(() => bench.close());
afterEach(() => atDay(0));

/** From now on the gateway's clock shows that many days later. */
const atDay = (days: number) => void Object.assign(bench.deps, { now: () => new Date(Date.now() + days * DAY_MS) });
const sweep = () => removeExpiredRequests(bench.db, bench.deps.now());
const post = (path: string, body: object, idempotencyKey: string, key?: string): Promise<Reply> =>
  bench.request("POST", path, { body, headers: { "Idempotency-Key": idempotencyKey }, ...(key && { key }) });
const withdrawal = (userId: string, more: object = {}) => ({
  userId,
  amount: "30.00",
  destinationType: "crypto",
  destinationRef: DESTINATION,
  ...more,
});
const credit = (userId: string, amount: string) =>
  bench.request("POST", `/users/${userId}/balance/credit`, { body: { amount, description: "a test" } });
const payments = (userId: string) => bench.db.prisma.withdrawal.count({ where: { userId } });
const refusal = ({ status, body }: Reply) => [status, body.error?.code];

describe("One key", () => {
  test("is one payment whichever key of the installation sends it", async () => {
    const userId = await bench.user("100.00");
    const idempotencyKey = randomUUID();
    const replies: Reply[] = [];
    for (const scopes of [["write"], ["read", "write"], ["*"]]) {
      replies.push(await post("/withdrawals", withdrawal(userId), idempotencyKey, await bench.keyWith(scopes)));
    }
    replies.push(await post("/withdrawals", withdrawal(userId), idempotencyKey)); // the master key
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    expect(await payments(userId)).toBe(1);
  });

  test("is one payment whichever key or token of its user sends it, and another's is its own", async () => {
    const userId = await bench.user("100.00");
    const other = await bench.user("100.00");
    const idempotencyKey = randomUUID();
    const body = withdrawal(userId, { userId: null });
    const [first, second] = [await bench.keyWith(["write"], userId), await bench.keyWith(["write", "read"], userId)];
    const secondId = /key_[0-9A-Za-z]{32}/.exec(second)?.[0];
    const token = (await bench.request("POST", `/auth/api-keys/${secondId}/token`, { key: second, body: {} })).body.data
      .token;
    const ids: unknown[] = [];
    for (const key of [first, second, token]) ids.push((await post("/withdrawals", body, idempotencyKey, key)).body.id);
    expect(new Set(ids).size).toBe(1);
    expect(await payments(userId)).toBe(1);
    const foreign = await post("/withdrawals", body, idempotencyKey, await bench.keyWith(["write"], other));
    expect(foreign.status).toBe(201);
    expect(ids).not.toContain(foreign.body.id);
  });

  test("tells an answer with a secret to nobody but the credential that saw it", async () => {
    const idempotencyKey = randomUUID();
    const body = { name: "a key", scopes: ["read"] };
    const [one, other] = [await bench.keyWith(["*"]), await bench.keyWith(["*"])];
    const made = await post("/auth/api-keys", body, idempotencyKey, one);
    expect(made.status).toBe(201);
    expect((await post("/auth/api-keys", body, idempotencyKey, one)).text).toBe(made.text);
    expect(refusal(await post("/auth/api-keys", body, idempotencyKey, other))).toEqual([409, "IDEMPOTENCY_KEY_REUSED"]);
  });

  test("that was refused at first and paid later pays no second time, though Temporal has forgotten both", async () => {
    const userId = await bench.user("0.00");
    const idempotencyKey = randomUUID();
    const ask = () => post("/withdrawals", withdrawal(userId), idempotencyKey);
    expect(refusal(await ask())).toEqual([422, "INSUFFICIENT_FUNDS"]);
    await credit(userId, "100.00");
    atDay(29.9);
    const paid = await ask();
    expect(paid.status).toBe(201);
    for (const days of [30.1, 4000]) {
      atDay(days);
      await sweep();
      await forgetWorkflows(userId);
      expect((await ask()).body.id).toBe(paid.body.id);
    }
    expect(await payments(userId)).toBe(1);
  }, 120_000);

  test("keeps its answer for so long after it was final, and opens nothing else ever", async () => {
    const userId = await bench.user("100.00");
    const idempotencyKey = randomUUID();
    const paid = await post("/withdrawals", withdrawal(userId), idempotencyKey);
    atDay(29);
    await sweep();
    const replayed = await post("/withdrawals", withdrawal(userId), idempotencyKey);
    expect([replayed.text, replayed.headers.get("Idempotent-Replayed")]).toEqual([paid.text, "true"]);
    atDay(400);
    await sweep();
    const other = await post("/withdrawals", withdrawal(userId, { amount: "31.00" }), idempotencyKey);
    expect(refusal(other)).toEqual([409, "IDEMPOTENCY_KEY_REUSED"]);
    const kept = await bench.db.prisma.idempotencyRequest.findFirstOrThrow({ where: { key: idempotencyKey } });
    expect(kept).toMatchObject({ status: null, body: null, expiresAt: null });
    expect(await payments(userId)).toBe(1);
  });

  test("that books by hand without a name of its own books once, however late it is repeated", async () => {
    const userId = await bench.user("10.00");
    const idempotencyKey = randomUUID();
    const body = { amount: "5.00", description: "goodwill" };
    const ask = () => post(`/users/${userId}/balance/credit`, body, idempotencyKey);
    const first = await ask();
    atDay(365);
    await sweep();
    expect((await ask()).body.auditLogId).toBe(first.body.auditLogId);
    expect((await bench.request("GET", `/users/${userId}/balance`)).body.available).toBe("15.00");
  });

  test("of what is no payment is free again when its answer is old", async () => {
    const idempotencyKey = randomUUID();
    const enable = (message: string) => post("/admin/maintenance/enable", { message }, idempotencyKey);
    expect((await enable("one")).status).toBe(200);
    atDay(8);
    await sweep();
    expect((await enable("two")).status).toBe(200);
    await bench.request("POST", "/admin/maintenance/disable");
  });
});

/** What happens around one payment, in any order. */
type Happening = "ask" | "rotate" | "expire" | "earn" | "forget" | "crash";
const HAPPENINGS: readonly Happening[] = ["ask", "ask", "ask", "rotate", "expire", "earn", "forget", "crash"];

test("Whatever is rotated, refused, expired, forgotten and repeated: at most one payment for one key", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...HAPPENINGS), { minLength: 4, maxLength: 9 }), async (happenings) => {
      const userId = await bench.user("0.00");
      const idempotencyKey = randomUUID();
      const seen = new Set<string>();
      let key = await bench.keyWith(["write"]);
      let days = 0;
      const ask = async () => {
        const { body, status } = await post("/withdrawals", withdrawal(userId), idempotencyKey, key);
        if (status < 300) seen.add(body.id);
      };
      const happen: Record<Happening, () => Promise<unknown>> = {
        ask,
        rotate: async () => (key = await bench.keyWith(["write"])),
        expire: async () => {
          days += 31;
          atDay(days);
          await sweep();
        },
        earn: () => credit(userId, "40.00"),
        forget: () => forgetWorkflows(userId),
        crash: () => Promise.all([ask(), ask(), ask()]), // whose answers nobody reads
      };
      for (const happening of happenings) await happen[happening]();
      atDay(0);
      expect(seen.size).toBeLessThanOrEqual(1);
      expect(await payments(userId)).toBeLessThanOrEqual(1);
    }),
    { numRuns: 8 },
  );
}, 240_000);

/** Temporal's own retention, at once: the user's withdrawals are as if their workflows had never been. */
async function forgetWorkflows(userId: string): Promise<void> {
  const { connectionOptions, namespace } = bench.deps.config.temporal;
  const connection = await Connection.connect(connectionOptions);
  const client = new Client({ connection, namespace });
  try {
    const query = `WorkflowType = 'withdrawal' AND UserIds = '${userId}'`;
    for await (const { workflowId } of client.workflow.list({ query })) {
      const forgotten = { namespace, workflowExecution: { workflowId } };
      await connection.workflowService.deleteWorkflowExecution(forgotten).catch(() => {}); // forgotten before, and still listed
      while (await isKnown(client, workflowId));
    }
  } finally {
    await connection.close();
  }
}

async function isKnown(client: Client, workflowId: string): Promise<boolean> {
  try {
    await client.workflow.getHandle(workflowId).describe();
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
