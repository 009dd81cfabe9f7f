import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type GatewayBench, gatewayBench, type Reply } from "../../testing/gateway-bench.ts";

const DESTINATION = "GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ";
const CONTRACT = "CCACEZ745VUFIR6V4XK3PE42V6LRAOA4GS27MMRFXGRSQUKIVKFKMHKP";

let bench: GatewayBench;
let ann: string;
let bob: string;
beforeAll(async () => {
  bench = await gatewayBench("platform-payouts");
  [ann, bob] = [await bench.keyWith(["write", "support"]), await bench.keyWith(["write", "support"])];
}, 60_000);
afterAll(() => bench.close());

const idOf = (key: string) => /key_[0-9A-Za-z]{32}/.exec(key)?.[0] ?? "";
const refusal = ({ status, body }: Reply) => [status, body.error?.code];
const post = (path: string, key: string, body?: object, headers: Record<string, string> = {}) =>
  bench.request("POST", `/admin/payouts${path}`, { key, headers, ...(body && { body }) });
const terms = (more: object = {}) => ({
  source: "platform/fee-receiver",
  asset: "USDC",
  amount: "25.00",
  destination: DESTINATION,
  reason: "fees of November",
  ...more,
});
const ask = (more: object = {}, headers: Record<string, string> = {}) => post("", ann, terms(more), headers);
const asked = async (more: object = {}): Promise<string> => (await ask(more)).body.data.id;
const approve = (id: string, key = bob) => post(`/${id}/approve`, key);
const cancel = (id: string, key = ann) => post(`/${id}/cancel`, key, {});
const statusOf = async (id: string) =>
  (await bench.request("GET", `/admin/payouts/${id}`, { key: ann })).body.data.status;
const told = async (id: string) =>
  (await bench.db.prisma.event.findMany({ where: { aggregateId: id }, orderBy: { sequence: "asc" } })).map(
    ({ type }) => type,
  );

describe("a platform payout", () => {
  test("is asked for by one person, sent by another one, and told with both keys and the transaction", async () => {
    const { status, body } = await ask({ memo: "7", memoType: "id" });
    expect([status, body.data]).toMatchObject([
      201,
      {
        status: "PLATFORM_PAYOUT_REQUESTED",
        amount: "25.00",
        memo: "7",
        memoType: "id",
        requestedBy: idOf(ann),
        approvedBy: null,
      },
    ]);
    const { id } = body.data;
    const sent = await approve(id);
    expect([sent.status, sent.body.data]).toMatchObject([
      200,
      { status: "PLATFORM_PAYOUT_COMPLETED", approvedBy: idOf(bob), transactionHash: expect.any(String) },
    ]);
    expect(await told(id)).toEqual([
      "platform_payout.requested",
      "platform_payout.approved",
      "platform_payout.completed",
    ]);
    const listed = await bench.request("GET", "/admin/payouts?source=platform/fee-receiver&limit=1", { key: ann });
    expect(listed.body.data[0]).toMatchObject({ id });
    expect((await approve(id)).body.data.status).toBe("PLATFORM_PAYOUT_COMPLETED"); // said twice, sent once
    expect(refusal(await cancel(id))).toEqual([409, "INVALID_STATE"]);
  });

  test("waits for the second person: neither who asked nor a key made since lets it go", async () => {
    const id = await asked();
    expect(refusal(await approve(id, ann))).toEqual([403, "SECOND_KEY_REQUIRED"]);
    const youngKey = await bench.keyWith(["support"]);
    expect(refusal(await approve(id, youngKey))).toEqual([403, "SECOND_KEY_REQUIRED"]);
    expect(await statusOf(id)).toBe("PLATFORM_PAYOUT_REQUESTED");
    expect((await approve(id)).status).toBe(200);
  });

  test("is not approved by one person with two keys, nor with a token in somebody else's name", async () => {
    const made = await bench.request("POST", "/auth/api-keys", { key: ann, body: { scopes: ["support"] } });
    const token = await bench.request("POST", `/auth/api-keys/${idOf(bob)}/token`, { key: ann, body: {} });
    const borrowed: string = token.body.data.token;
    const expiresAt = new Date(Date.now() + 60_000).toISOString(); // no later than the token
    const body = { scopes: ["support"], expiresAt };
    const byToken = await bench.request("POST", "/auth/api-keys", { key: borrowed, body });
    const id = await asked();
    for (const key of [made.body.data.key, byToken.body.data.key, borrowed]) {
      expect(refusal(await approve(id, key))).toEqual([403, "SECOND_KEY_REQUIRED"]);
    }
    expect(refusal(await post("", borrowed, terms()))).toEqual([403, "SECOND_KEY_REQUIRED"]);
    expect(await statusOf(id)).toBe("PLATFORM_PAYOUT_REQUESTED");
  });

  test("is withdrawn by one person before it is approved, and not sent afterwards", async () => {
    const id = await asked();
    expect((await cancel(id, bob)).body.data.status).toBe("PLATFORM_PAYOUT_CANCELED");
    expect((await cancel(id)).body.data.status).toBe("PLATFORM_PAYOUT_CANCELED");
    expect(refusal(await approve(id))).toEqual([409, "INVALID_STATE"]);
    expect(await told(id)).toEqual(["platform_payout.requested", "platform_payout.canceled"]);
  });

  test("is one payout however often it is asked for under one key of idempotency, and by whom", async () => {
    const headers = { "Idempotency-Key": "fees of November" };
    const replies = [
      ...(await Promise.all([ask({}, headers), ask({}, headers)])),
      await post("", bob, terms(), headers),
    ];
    expect(new Set(replies.map(({ body }) => body.data.id)).size).toBe(1);
    expect(refusal(await ask({ amount: "26.00" }, headers))).toEqual([409, "IDEMPOTENCY_KEY_REUSED"]);
  });

  test("is sent or withdrawn, never both, when two people act at once", async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await asked();
      const replies = await Promise.all([approve(id), cancel(id), approve(id)]);
      const status = await statusOf(id);
      const events = (await told(id)).filter((type) => type !== "platform_payout.requested");
      expect(events).toEqual(
        status === "PLATFORM_PAYOUT_CANCELED"
          ? ["platform_payout.canceled"]
          : ["platform_payout.approved", "platform_payout.completed"],
      );
      expect(replies.map(({ status: code }) => code).every((code) => code === 200 || code === 409)).toBe(true);
    }
  });

  test("of a suspended user takes what is available and nothing of one who was reinstated", async () => {
    const userId = await bench.user("80.00");
    const suspend = (verb: string) => bench.request("POST", `/users/${userId}/${verb}`, { body: { reason: "fraud" } });
    await suspend("suspend");
    const [first, tooMuch] = [
      await asked({ source: userId, amount: "50.00" }),
      await asked({ source: userId, amount: "50.00" }),
    ];
    expect((await approve(first)).body.data.status).toBe("PLATFORM_PAYOUT_COMPLETED");
    expect(refusal(await approve(tooMuch))).toEqual([422, "INSUFFICIENT_FUNDS"]);
    const rest = await asked({ source: userId, amount: "30.00" });
    await suspend("reinstate");
    expect(refusal(await approve(rest))).toEqual([409, "INVALID_STATE"]);
    expect((await bench.request("GET", `/users/${userId}/balance`)).body).toMatchObject({ available: "30.00" });
  });

  test("that the chain refuses has failed, with the reason, and a parked one is shown, decided and named", async () => {
    const refused = await asked();
    bench.chain.failWith("DESTINATION_INVALID");
    expect((await approve(refused)).body.data).toMatchObject({
      status: "PLATFORM_PAYOUT_FAILED",
      failureReason: expect.stringContaining("DESTINATION_INVALID"),
    });
    const parked = await asked();
    bench.chain.failWith("SIGNER_UNAVAILABLE");
    const waiting = await post(`/${parked}/approve`, bob, undefined, { Prefer: "respond-async" });
    expect(waiting.status).toBe(202);
    const shown = await until(async () => {
      const { body } = await bench.request("GET", "/operations/parked?kind=platform-payout", { key: ann });
      return body.data[0];
    });
    expect(shown).toMatchObject({
      subject: { kind: "platform-payout", id: parked },
      links: { explain: `/admin/payouts/${parked}` },
    });
    bench.chain.failWith(null);
    const decision = { action: "retry", reason: "the key is there again" };
    expect(
      (await bench.request("POST", `/operations/platform-payout/${parked}/decision`, { body: decision })).status,
    ).toBe(202);
    await until(async () => (await statusOf(parked)) === "PLATFORM_PAYOUT_COMPLETED");
  });
});

async function until<Value>(look: () => Promise<Value>): Promise<NonNullable<Value>> {
  for (;;) {
    const value = await look();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe("refused, with nothing written,", () => {
  test.each([
    [{ amount: "0.00" }, 400, "VALIDATION_ERROR"],
    [{ amount: "1" }, 400, "VALIDATION_ERROR"],
    [{ amount: "-1.00" }, 400, "VALIDATION_ERROR"],
    [{ source: "platform/buyer" }, 400, "VALIDATION_ERROR"],
    [{ source: "usr_00000000000000000000000000000000", asset: "XLM" }, 400, "VALIDATION_ERROR"],
    [{ reason: " " }, 400, "VALIDATION_ERROR"],
    [{ memoType: "id" }, 400, "VALIDATION_ERROR"],
    [{ destination: "somewhere" }, 422, "WITHDRAWAL_DESTINATION_INVALID"],
    [{ destination: CONTRACT, asset: "XLM" }, 422, "WITHDRAWAL_DESTINATION_INVALID"],
    [{ destination: CONTRACT, memo: "7" }, 422, "WITHDRAWAL_DESTINATION_INVALID"],
  ])("is %j", async (more, status, code) => {
    const before = await bench.db.prisma.platformPayout.count();
    expect(refusal(await ask(more))).toEqual([status, code]);
    expect(await bench.db.prisma.platformPayout.count()).toBe(before);
  });

  test("is a key of one user, and one without support, on every route", async () => {
    const id = await asked();
    const bound = await bench.keyWith(["*"], await bench.user());
    const weak = await bench.keyWith(["read", "write"]);
    for (const key of [bound, weak]) {
      for (const [method, path, body] of [
        ["POST", "", terms()],
        ["POST", `/${id}/approve`, undefined],
        ["POST", `/${id}/cancel`, {}],
        ["GET", `/${id}`, undefined],
        ["GET", "", undefined],
      ] as const) {
        const reply = await bench.request(method, `/admin/payouts${path}`, { key, ...(body && { body }) });
        expect(refusal(reply)).toEqual([403, "INSUFFICIENT_SCOPE"]);
      }
    }
    expect(await statusOf(id)).toBe("PLATFORM_PAYOUT_REQUESTED");
  });
});
