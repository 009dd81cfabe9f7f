import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { type GatewayBench, gatewayBench } from "../../testing/gateway-bench.ts";

let bench: GatewayBench;
let alice: string;
let bob: string;
beforeAll(async () => {
  bench = await gatewayBench("freeze", { workers: false });
  [alice, bob] = [await bench.keyWith(["write", "support"]), await bench.keyWith(["write", "support"])];
}, 60_000);
afterAll(() => bench.close());
afterEach(async () => {
  await bench.db.sql.query(
    "UPDATE signing_freeze SET frozen = false, unfreeze_asked_by = NULL, version = version + 1 WHERE frozen",
  );
});

const idOf = (key: string) => /key_[0-9A-Za-z]{32}/.exec(key)?.[0] ?? "";
const freeze = (key: string, reason = "a key was stolen") =>
  bench.request("POST", "/admin/freeze", { key, body: { reason } });
const unfreeze = (key: string) => bench.request("POST", "/admin/unfreeze", { key, body: {} });
const isFrozen = async () => (await bench.request("GET", "/admin/freeze", { key: alice })).body.data.frozen;
const told = async (table: "event" | "audit_record", type: string) => {
  const column = table === "event" ? "type" : "event_type";
  return (await bench.db.sql.query(`SELECT * FROM ${table} WHERE ${column} = $1`, [type])).rows;
};

describe("a freeze", () => {
  test("takes one call, says by whom and why, and is told once in events and audit", async () => {
    const [before, audited] = [
      await told("event", "operations.frozen"),
      await told("audit_record", "operations.frozen"),
    ];
    const reply = await freeze(alice);
    expect([reply.status, reply.body.data]).toMatchObject([
      200,
      { frozen: true, frozenBy: idOf(alice), reason: "a key was stolen", unfreezing: null },
    ]);
    expect((await freeze(bob, "me too")).body.data).toMatchObject({
      frozenBy: idOf(alice),
      reason: "a key was stolen",
    });
    expect(await told("event", "operations.frozen")).toHaveLength(before.length + 1);
    expect(await told("audit_record", "operations.frozen")).toHaveLength(audited.length + 1);
  });

  test("needs a reason, the scope support, and a key that is not one user's", async () => {
    expect((await bench.request("POST", "/admin/freeze", { body: {} })).status).toBe(400);
    expect((await freeze(await bench.keyWith(["read", "write"]))).status).toBe(403);
    const bound = await bench.keyWith(["support"], await bench.user());
    expect((await freeze(bound)).body.error.code).toBe("INSUFFICIENT_SCOPE");
    expect(await isFrozen()).toBe(false);
  });

  test("lets no signature be committed, whoever asks the database", async () => {
    const insert = (hash: string) =>
      bench.db.sql.query(
        `INSERT INTO chain_transaction (id, step_key, generation, intent, source_account, sequence, hash, signed_xdr,
           send_through, max_time, prepared_ledger, on_success)
         VALUES ($1, $1, 1, 'payOut', $1, 1, $1, 'xdr', 'stellar', 1, 1, '{}')`,
        [hash],
      );
    await freeze(alice);
    await expect(insert("while frozen")).rejects.toMatchObject({ code: "OH005" });
  });

  test("answers only after the signatures that were being committed, and before any later one", async () => {
    const slow = await bench.db.sql.connect();
    await slow.query("BEGIN");
    await slow.query("SELECT 1 FROM signing_freeze FOR SHARE");
    let answered = false;
    const freezing = freeze(alice).then((reply) => {
      answered = true;
      return reply;
    });
    await bench.db.sql.query("SELECT pg_sleep(0.2)");
    expect(answered).toBe(false);
    await slow.query("COMMIT");
    slow.release();
    expect((await freezing).body.data.frozen).toBe(true);
  });
});

describe("unfreezing", () => {
  test("takes two people: one asks, the other one agrees, and the answers say which it was", async () => {
    await freeze(alice);
    const asked = await unfreeze(alice);
    expect(asked.body.data).toMatchObject({ frozen: true, unfreezing: { askedBy: idOf(alice) } });
    expect(asked.body.data.message).toContain("second person");
    expect(await isFrozen()).toBe(true);
    expect((await unfreeze(bob)).body.data).toMatchObject({ frozen: false, unfreezing: null });
    expect((await told("event", "operations.unfrozen")).at(-1)).toMatchObject({ payload: { by: idOf(bob) } });
  });

  test("cannot be asked and agreed to by one key, however often it asks", async () => {
    await freeze(alice);
    await unfreeze(bob);
    for (const _again of [1, 2]) {
      expect((await unfreeze(bob)).body.error).toMatchObject({ code: "SECOND_KEY_REQUIRED" });
    }
    expect(await isFrozen()).toBe(true);
  });

  test("is never agreed to by who froze: they ask over, and the other one agrees", async () => {
    await freeze(alice);
    await unfreeze(bob);
    expect((await unfreeze(alice)).body.data).toMatchObject({ frozen: true, unfreezing: { askedBy: idOf(alice) } });
    expect((await unfreeze(bob)).body.data.frozen).toBe(false);
  });

  test("is not agreed to by a key that was made after the freeze", async () => {
    await freeze(alice);
    await unfreeze(alice);
    const made = await bench.request("POST", "/auth/api-keys", { key: alice, body: { scopes: ["support"] } });
    expect((await unfreeze(made.body.data.key)).body.error.code).toBe("SECOND_KEY_REQUIRED");
    expect(await isFrozen()).toBe(true);
  });

  test("is not agreed to by one person with two keys, nor with a token in somebody else's name", async () => {
    const made = await bench.request("POST", "/auth/api-keys", { key: alice, body: { scopes: ["support"] } });
    const daughter = made.body.data.key;
    const next = await bench.request("POST", "/auth/api-keys", { key: daughter, body: { scopes: ["support"] } });
    const token = await bench.request("POST", `/auth/api-keys/${idOf(bob)}/token`, { key: alice, body: {} });
    const again = await bench.request("POST", `/auth/api-keys/${idOf(bob)}/token`, {
      key: token.body.data.token,
      body: {},
    });
    await freeze(await bench.keyWith(["support"]));
    await unfreeze(alice);
    for (const key of [daughter, next.body.data.key, token.body.data.token, again.body.data.token]) {
      expect((await unfreeze(key)).body.error.code).toBe("SECOND_KEY_REQUIRED");
    }
    expect(await isFrozen()).toBe(true);
    const own = await bench.request("POST", `/auth/api-keys/${idOf(bob)}/token`, { key: bob, body: {} });
    expect((await unfreeze(own.body.data.token)).body.data.frozen).toBe(false); // a token of one's own is one's own
  });

  test("that was asked for is withdrawn by freezing again", async () => {
    await freeze(alice);
    await unfreeze(alice);
    expect((await freeze(bob, "not yet")).body.data).toMatchObject({ frozenBy: idOf(bob), unfreezing: null });
    expect((await unfreeze(alice)).body.data.frozen).toBe(true);
  });

  test("is refused while nothing is frozen", async () => {
    expect((await unfreeze(alice)).body.error.code).toBe("INVALID_STATE");
  });

  test("by two at once, of whom one had asked, happens once", async () => {
    const carol = await bench.keyWith(["support"]);
    await freeze(alice);
    await unfreeze(alice);
    const replies = await Promise.all([unfreeze(bob), unfreeze(carol)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
