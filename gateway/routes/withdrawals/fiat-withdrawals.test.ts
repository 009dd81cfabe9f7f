import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type GatewayBench, gatewayBench, type Reply } from "../../testing/gateway-bench.ts";

let bench: GatewayBench;
beforeAll(async () => {
  bench = await gatewayBench("payouts", { paymentProvider: "airtm" });
}, 60_000);
afterAll(() => bench.close());

const post = (path: string, body: object = {}, headers: Record<string, string> = {}): Promise<Reply> =>
  bench.request("POST", path, { body, headers });
const refusal = ({ status, body }: Reply) => [status, body.error?.code];
const balanceOf = async (userId: string) => {
  const { available, reserved } = (await bench.request("GET", `/users/${userId}/balance`)).body;
  return { available, reserved };
};
const payout = async (more: object = {}) => {
  const user = await bench.linkedUser("100.00");
  const asked = {
    userId: user.userId,
    amount: "30.00",
    destinationType: "airtm_balance",
    destinationRef: user.airtmUserId,
  };
  const reply = await post("/withdrawals", { ...asked, ...more });
  return { ...user, asked, reply, id: String(reply.body.data?.id) };
};

describe("a withdrawal to the user's Airtm account", () => {
  test("is held until it is committed, and then paid to the linked account", async () => {
    const { reply, id, userId, airtmUserId, email } = await payout();
    expect([reply.status, reply.body]).toMatchObject([
      201,
      { status: "WITHDRAWAL_CREATED", committed: false, airtmPayoutId: null, destinationRef: airtmUserId },
    ]);
    expect(await balanceOf(userId)).toEqual({ available: "70.00", reserved: "30.00" });
    expect(bench.fiat.payout(id)).toBeNull();
    const committed = await post(`/withdrawals/${id}/commit`);
    expect([committed.status, committed.body]).toMatchObject([
      200,
      { status: "WITHDRAWAL_PENDING", committed: true, airtmPayoutId: bench.fiat.payout(id)?.id },
    ]);
    expect(bench.fiat.recipient(id)).toBe(email);
    bench.fiat.setPayout(id, { state: "paid", feeAmount: "0.25" });
    const done = await post(`/withdrawals/${id}/refresh`);
    expect(done.body).toMatchObject({ status: "WITHDRAWAL_COMPLETED", fee: "0.25", transactionHash: null });
    expect(await balanceOf(userId)).toEqual({ available: "70.00", reserved: "0.00" });
    expect(refusal(await post(`/withdrawals/${id}/commit`))).toEqual([409, "WITHDRAWAL_NOT_COMMITTABLE"]);
  });

  test("with commit true is paid at once, once for one key", async () => {
    const { asked, userId } = await payout();
    const headers = { "Idempotency-Key": randomUUID() };
    const send = () => post("/withdrawals", { ...asked, commit: true }, headers);
    const replies = await Promise.all([send(), send(), send()]);
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    expect(replies[0]?.body).toMatchObject({ status: "WITHDRAWAL_PENDING", committed: true });
    expect(await balanceOf(userId)).toEqual({ available: "40.00", reserved: "60.00" });
  });

  test("may be named by the address of the account, which is neither kept nor shown", async () => {
    const { asked, email, airtmUserId } = await payout();
    const named = await post("/withdrawals", { ...asked, destinationRef: email.toUpperCase() });
    expect(named.body).toMatchObject({ status: "WITHDRAWAL_CREATED", destinationRef: airtmUserId });
    expect(
      JSON.stringify(await bench.db.prisma.withdrawal.findUnique({ where: { id: named.body.id } }), replacer),
    ).not.toMatch(/@airtm/i);
  });

  test("is taken back for as long as Airtm does so", async () => {
    const { id, userId } = await payout({ commit: true });
    const back = await post(`/withdrawals/${id}/cancel`, { reason: "not needed" });
    expect([back.status, back.body.status]).toEqual([200, "WITHDRAWAL_CANCELED"]);
    expect(await balanceOf(userId)).toEqual({ available: "100.00", reserved: "0.00" });
    const late = await payout({ commit: true });
    bench.fiat.setPayout(late.id, { state: "paid" });
    expect(refusal(await post(`/withdrawals/${late.id}/cancel`))).toEqual([409, "INVALID_STATE"]);
    expect((await bench.request("GET", `/withdrawals/${late.id}`)).body.status).toBe("WITHDRAWAL_COMPLETED");
  });

  test.each<[string, object, number, string]>([
    ["another account", { destinationRef: "somebody@else.example" }, 422, "WITHDRAWAL_DESTINATION_INVALID"],
    ["a memo", { memo: "hello" }, 400, "VALIDATION_ERROR"],
    ["more than there is", { amount: "100.01" }, 422, "INSUFFICIENT_FUNDS"],
  ])("is refused with %s, and holds nothing", async (_what, change, status, code) => {
    const { reply, userId } = await payout(change);
    expect(refusal(reply)).toEqual([status, code]);
    expect(await balanceOf(userId)).toEqual({ available: "100.00", reserved: "0.00" });
  });

  test("is refused to whom is not linked, or whom Airtm does not pay, and while Airtm is away", async () => {
    const { asked, email } = await payout();
    const nobody = { ...asked, userId: await bench.user("50.00") };
    expect(refusal(await post("/withdrawals", nobody))).toEqual([422, "AIRTM_USER_NOT_LINKED"]);
    bench.fiat.account(email, { isActive: false });
    expect(refusal(await post("/withdrawals", asked))).toEqual([422, "AIRTM_USER_INVALID"]);
    bench.fiat.failWith("PROVIDER_CREDENTIAL_REFUSED");
    const away = await post("/withdrawals", asked);
    bench.fiat.failWith(null);
    expect(refusal(away)).toEqual([503, "PROVIDER_UNAVAILABLE"]);
  });
});

describe("a withdrawal to a bank", () => {
  test("keeps and shows the last four characters of the account alone", async () => {
    const account = "DE00123456786789";
    const { reply, id } = await payout({ destinationType: "bank", destinationRef: account, commit: true });
    expect(reply.body).toMatchObject({
      destinationType: "bank",
      destinationRef: "••••6789",
      status: "WITHDRAWAL_PENDING",
    });
    const { rows } = await bench.db.sql.query(
      "SELECT w::text, (SELECT string_agg(e::text, '') FROM event e) AS events, (SELECT string_agg(a::text, '') FROM audit_record a) AS audits FROM withdrawal w WHERE id = $1",
      [id],
    );
    expect(JSON.stringify(rows)).toContain("6789");
    expect(JSON.stringify(rows)).not.toContain(account.slice(0, 12));
    const short = await payout({ destinationType: "bank", destinationRef: "123456" });
    expect(short.reply.body.destinationRef).toBe("••••");
  });
});

test("explain says in plain words who has it, who must act, and what may be done", async () => {
  const { id } = await payout({ commit: true });
  const explained = async () => (await bench.request("GET", `/withdrawals/${id}/explain`)).body.data;
  const actions = ({ safeActions }: { safeActions: readonly { action: string }[] }) =>
    safeActions.map((one) => one.action);
  const pending = await explained();
  expect(pending).toMatchObject({ state: "WITHDRAWAL_PENDING", waitingFor: "provider", whoMustAct: "nobody" });
  expect([pending.why.includes("Airtm has the payout"), actions(pending)]).toEqual([true, ["cancel", "refresh"]]);
  expect(pending.evidence.providerReferences).toContainEqual({
    provider: "airtm",
    kind: "payout",
    id: bench.fiat.payout(id)?.id,
  });
  bench.fiat.setPayout(id, { state: "needs-user" });
  await post(`/withdrawals/${id}/refresh`);
  expect(await explained()).toMatchObject({ waitingFor: "provider", whoMustAct: "user" });
});

const replacer = (_name: string, value: unknown) => (typeof value === "bigint" ? value.toString() : value);
