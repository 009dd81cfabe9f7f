import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Client, Connection } from "@temporalio/client";
import { linkFiatAccountWorkflowId } from "../../../workflows/contracts/fiat-link.ts";
import { createApp } from "../../app.ts";
import { type GatewayBench, gatewayBench, MASTER_KEY, type Reply } from "../../testing/gateway-bench.ts";
import { removeOldPrivateValues } from "../../writes/private-values.ts";

let bench: GatewayBench;
let connection: Connection;
beforeAll(async () => {
  bench = await gatewayBench("link", { paymentProvider: "airtm" });
  connection = await Connection.connect({ address: bench.deps.config.temporal.connectionOptions.address ?? "" });
}, 60_000);
afterAll(async () => {
  await connection.close();
  await bench.close();
});

const refusal = ({ status, body }: Reply) => [status, body.error?.code];
const link = (userId: string, email: string, headers: Record<string, string> = {}, key = MASTER_KEY) =>
  bench.request("POST", `/users/${userId}/airtm/link`, { body: { email }, headers, key });
const unlink = (userId: string, key = MASTER_KEY) => bench.request("DELETE", `/users/${userId}/airtm/link`, { key });
const anAddress = () => `${randomUUID()}@airtm.example`;
const eventsAbout = async (userId: string) =>
  (await bench.db.prisma.event.findMany({ where: { aggregateId: userId }, orderBy: { sequence: "asc" } })).map(
    ({ type }) => type,
  );

describe("POST /users/:id/airtm/link", () => {
  test("ties the user to the account of that address; the same again is the same link, told once", async () => {
    const userId = await bench.user();
    const email = anAddress();
    const { id: airtmUserId } = bench.fiat.account(email);
    const first = await link(userId, email);
    const expected = { userId, airtmUserId, airtmEmail: email, email, eligible: true, success: true };
    expect([first.status, first.body.data]).toMatchObject([200, expected]);
    expect(first.body.data.linkedAt).toBe(first.body.data.airtmLinkedAt);
    expect((await link(userId, email)).body.data).toEqual(first.body.data);
    const user = (await bench.request("GET", `/users/${userId}`)).body.data;
    const airtmLinkedAt = first.body.data.linkedAt;
    expect(user).toMatchObject({ airtmLinked: true, airtmUserId, airtmEmail: email, airtmLinkedAt });
    expect((await eventsAbout(userId)).filter((type) => type === "user.airtm_linked")).toHaveLength(1);
  });

  test("keeps the address out of every history, audit row and event, and of our rows once it is read", async () => {
    const userId = await bench.user();
    const email = anAddress();
    bench.fiat.account(email);
    await link(userId, email, { "Idempotency-Key": randomUUID() });
    await link(userId, anAddress()); // refused: nobody has that address
    const { workflow } = new Client({ connection, namespace: bench.deps.config.temporal.namespace });
    let seen = 0;
    for await (const { runId, workflowId } of workflow.list({ query: `WorkflowType = 'linkFiatAccount'` })) {
      const history = await workflow.getHandle(workflowId, runId).fetchHistory();
      const said = Buffer.from(JSON.stringify(history)).toString() + decoded(history);
      expect(said).not.toContain("@airtm.example");
      seen += workflowId === linkFiatAccountWorkflowId(userId) ? 1 : 0;
    }
    expect(seen).toBeGreaterThan(0);
    const { rows } = await bench.db.sql.query(
      "SELECT (SELECT string_agg(a::text, '') FROM audit_record a) AS audits, (SELECT string_agg(e::text, '') FROM event e) AS events, (SELECT string_agg(r::text, '') FROM idempotency_request r) AS answers",
    );
    expect(JSON.stringify(rows)).not.toContain("@airtm.example");
    expect(await bench.db.prisma.privateValue.count()).toBe(0);
  });

  test("of two accounts at once the user is linked to one, and the other is refused", async () => {
    for (let round = 0; round < 5; round += 1) {
      const userId = await bench.user();
      const emails = [anAddress(), anAddress()];
      for (const email of emails) bench.fiat.account(email);
      const replies = await Promise.all(emails.map((email) => link(userId, email)));
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect((await eventsAbout(userId)).filter((type) => type === "user.airtm_linked")).toHaveLength(1);
    }
  });

  test.each<[string, object | null, number, string]>([
    ["nobody has", null, 400, "USER_NOT_FOUND"],
    ["is inactive", { isActive: false }, 400, "USER_INACTIVE"],
    ["is not verified", { isVerified: false }, 400, "USER_NOT_VERIFIED"],
  ])("refuses the account of an address that %s, and links nothing", async (_what, account, status, code) => {
    const userId = await bench.user();
    const email = anAddress();
    if (account) bench.fiat.account(email, account);
    expect(refusal(await link(userId, email))).toEqual([status, code]);
    expect((await bench.request("GET", `/users/${userId}`)).body.data.airtmLinked).toBe(false);
    expect(await bench.db.prisma.privateValue.count()).toBe(0);
  });

  test("gives no account to two users, and no user two accounts", async () => {
    const [{ userId, email }, other] = [await bench.linkedUser(), await bench.user()];
    expect(refusal(await link(other, email))).toEqual([409, "AIRTM_USER_ALREADY_LINKED"]);
    const another = anAddress();
    bench.fiat.account(another);
    expect(refusal(await link(userId, another))).toEqual([409, "AIRTM_USER_ALREADY_LINKED"]);
  });

  test("is refused for nobody, for a foreign user, for a suspended one and without an address", async () => {
    const userId = await bench.user();
    const email = anAddress();
    bench.fiat.account(email);
    const key = await bench.keyWith(["write"], await bench.user());
    expect(refusal(await link("usr_nobody", email))).toEqual([400, "USER_NOT_FOUND"]);
    expect(refusal(await link(userId, email, {}, key))).toEqual([400, "USER_NOT_FOUND"]);
    expect(refusal(await link(userId, "nobody"))).toEqual([400, "VALIDATION_ERROR"]);
    await bench.db.prisma.user.update({ where: { id: userId }, data: { status: "SUSPENDED" } });
    expect(refusal(await link(userId, email))).toEqual([422, "USER_NOT_ELIGIBLE"]);
  });

  test("says that Airtm is away, and may be sent again under the same key", async () => {
    const userId = await bench.user();
    const email = anAddress();
    bench.fiat.account(email);
    const headers = { "Idempotency-Key": randomUUID() };
    bench.fiat.failWith("PROVIDER_CREDENTIAL_REFUSED");
    const away = await link(userId, email, headers);
    bench.fiat.failWith(null);
    expect(refusal(away)).toEqual([503, "PROVIDER_UNAVAILABLE"]);
    const linked = await link(userId, email, headers);
    expect(linked.status).toBe(200);
    expect((await link(userId, email, headers)).headers.get("Idempotent-Replayed")).toBe("true");
  });

  test("leaves an address that nobody came for to the relay, which forgets it after a day", async () => {
    const { sql } = bench.db;
    await sql.query(
      "INSERT INTO private_value (id, value, created_at) VALUES ('pv_old', 'x', now() - interval '25 hours'), ('pv_new', 'x', now())",
    );
    await removeOldPrivateValues(bench.db);
    const { rows } = await sql.query("DELETE FROM private_value RETURNING id");
    expect(rows).toEqual([{ id: "pv_new" }]);
  });
});

describe("DELETE /users/:id/airtm/link", () => {
  test("unties the user, tells it once, and the account may be linked again", async () => {
    const { userId, email, airtmUserId } = await bench.linkedUser();
    const first = await unlink(userId);
    expect([first.status, first.body.data]).toMatchObject([200, { id: userId, airtmLinked: false, airtmEmail: null }]);
    expect((await unlink(userId)).body.data).toMatchObject({ airtmLinked: false });
    expect((await eventsAbout(userId)).filter((type) => type === "user.airtm_unlinked")).toHaveLength(1);
    const audits = await bench.db.prisma.auditRecord.findMany({ where: { eventType: "user.airtm_unlinked" } });
    expect(audits.map(({ payloadBefore }) => payloadBefore)).toEqual([{ airtmUserId }]);
    const other = await bench.user();
    expect((await link(other, email)).body.data).toMatchObject({ userId: other, airtmUserId });
  });

  test("is refused while a top-up or a payout of the user is under way", async () => {
    const { userId, airtmUserId } = await bench.linkedUser("50.00");
    const topUp = await bench.request("POST", "/topups", { body: { userId, amount: "5.00" } });
    const held = { userId, amount: "5.00", destinationType: "airtm_balance", destinationRef: airtmUserId };
    const withdrawal = await bench.request("POST", "/withdrawals", { body: held });
    const refused = await unlink(userId);
    expect(refusal(refused)).toEqual([409, "INVALID_STATE"]);
    expect(refused.body.error.details.open).toEqual([topUp.body.id, withdrawal.body.id]);
    await bench.request("POST", `/topups/${topUp.body.id}/cancel`, { body: {} });
    expect((await unlink(userId)).status).toBe(409);
    await bench.request("POST", `/withdrawals/${withdrawal.body.id}/cancel`, { body: {} });
    expect((await unlink(userId)).status).toBe(200);
  });

  test("is not found for nobody, nor for a foreign user", async () => {
    const { userId } = await bench.linkedUser();
    const key = await bench.keyWith(["write"], await bench.user());
    expect(refusal(await unlink("usr_nobody"))).toEqual([404, "USER_NOT_FOUND"]);
    expect(refusal(await unlink(userId, key))).toEqual([404, "USER_NOT_FOUND"]);
    expect((await bench.request("GET", `/users/${userId}`)).body.data.airtmLinked).toBe(true);
  });
});

describe("money of users that lies at Airtm", () => {
  test("has no deposit address; the wallet that signs is shown", async () => {
    const userId = await bench.user();
    const wallet = { userId, publicKey: `G${"B".repeat(55)}`, secretCiphertext: "x", status: "ACTIVE" };
    await bench.db.prisma.wallet.create({ data: { id: "wal_signs", ...wallet } });
    const deposit = await bench.request("GET", `/users/${userId}/wallet/deposit`);
    expect(refusal(deposit)).toEqual([404, "NOT_FOUND"]);
    expect(deposit.body.error.message).toContain("POST /topups");
    const horizon = { ...bench.deps.horizon, balances: async () => ({ usdc: "0.0000000", xlm: "3.0000000" }) };
    const app = createApp({ ...bench.deps, horizon });
    const shown = await app.request(`/users/${userId}/wallet`, { headers: { "x-api-key": MASTER_KEY } });
    const balance = { usdc: "0.0000000" };
    expect(await shown.json()).toMatchObject({ data: { publicKey: wallet.publicKey, balance } });
  });

  test("is compared as a whole, by the newest reconciliation", async () => {
    const userId = await bench.user("12.00");
    const reconcile = () => bench.request("POST", "/admin/reconciliation/run", { body: {} });
    const verify = () => bench.request("GET", `/users/${userId}/balance/verify`);
    const sync = async () => (await bench.request("POST", `/users/${userId}/balance/sync`, { body: {} })).body;
    expect(await sync()).toMatchObject({
      synced: false,
      providerBalance: null,
      discrepancy: "unknown",
      action: "none",
    });
    await reconcile();
    expect((await verify()).body).toMatchObject({ available: "12.00", providerVerified: true });
    expect(await sync()).toMatchObject({
      synced: true,
      localBalance: "12.00",
      providerBalance: "12.00",
      action: "none",
    });
    bench.fiat.balanceAmount = "2.00";
    await reconcile();
    const refused = await verify();
    expect(refusal(refused)).toEqual([409, "BALANCE_DISCREPANCY"]);
    expect(refused.body.error.details).toMatchObject({ userId, localBalance: "12.00", difference: "2.00" });
    expect(await sync()).toMatchObject({ synced: false, discrepancy: "2.00", action: "flagged" });
    bench.fiat.balanceAmount = "0.00";
    await reconcile();
    expect((await verify()).status).toBe(200);
  });
});

/** Payloads lie in a history as bytes: as text, whatever their encoding. */
function decoded(history: unknown): string {
  const texts: string[] = [];
  JSON.stringify(history, (_name, value) => {
    if (value instanceof Uint8Array) texts.push(Buffer.from(value).toString());
    else if (typeof value === "object" && value?.type === "Buffer") texts.push(Buffer.from(value.data).toString());
    return value;
  });
  return texts.join("\n");
}
