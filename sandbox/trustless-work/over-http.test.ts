import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Keypair } from "@stellar/stellar-sdk";
import { HttpAid } from "./testing/http-aid.ts";
import { WRONG_XDR_VARIANTS } from "./wrong-xdr/tamper.ts";

const ESCROW = "/escrow/single-release";

let aid: HttpAid;
beforeAll(async () => {
  aid = await HttpAid.start();
});
afterAll(() => aid.close());

/** Changes of balance during `work`, in stroops. */
async function changes(work: () => Promise<unknown>): Promise<Record<string, bigint>> {
  const before = await holdings();
  await work();
  const after = await holdings();
  return Object.fromEntries(Object.entries(after).map(([party, now]) => [party, now - (before[party] ?? 0n)]));
}

async function holdings(): Promise<Record<string, bigint>> {
  const { body } = await aid.control("GET", "");
  const [buyer, seller, platform] = await Promise.all(
    [aid.buyer, aid.seller, aid.platform].map((key) => aid.usdcOf(key)),
  );
  const fees = (await aid.control("GET", `/stellar/accounts/${body.trustlessWorkAddress}`)).body.usdc;
  const stroops = (decimal: unknown) => BigInt(String(decimal).replace(".", ""));
  return { buyer: stroops(buyer), seller: stroops(seller), platform: stroops(platform), trustlessWork: stroops(fees) };
}

describe.each(["G0", "G1"])("over HTTP with contracts of %s", (generation) => {
  beforeAll(() => aid.control("POST", "/generation", { generation }));

  test("an order of 100 pays 94.7 to the seller, 5 to the platform, 0.3 to Trustless Work", async () => {
    const moved = await changes(async () => {
      const contractId = await aid.funded(`ord_release_${generation}`);
      expect((await aid.control("GET", `/escrows/${contractId}`)).body).toMatchObject({
        balance: "100.0000000",
        escrow: { generation, amount: "100.0000000" },
      });
      const [buyer, seller] = [aid.buyer.publicKey(), aid.seller.publicKey()];
      const status = { contractId, milestoneIndex: "0", newStatus: "delivered", serviceProvider: seller };
      await aid.perform(aid.seller, `${ESCROW}/change-milestone-status`, status);
      await aid.perform(aid.buyer, `${ESCROW}/approve-milestone`, { contractId, milestoneIndex: "0", approver: buyer });
      const release = await aid.perform(aid.buyer, `${ESCROW}/release-funds`, { contractId, releaseSigner: buyer });
      expect(release).toMatchObject({ status: 200, body: { status: "SUCCESS" } });
    });
    expect(moved).toEqual({
      buyer: -1_000_000_000n,
      seller: 947_000_000n,
      platform: 50_000_000n,
      trustlessWork: 3_000_000n,
    });
  });

  test("a dispute over 100 resolved 60 to 40 pays 56.82 and 37.88", async () => {
    const moved = await changes(async () => {
      const contractId = await aid.funded(`ord_dispute_${generation}`);
      const [buyer, seller, resolver] = [aid.buyer, aid.seller, aid.resolver].map((key) => key.publicKey());
      await aid.perform(aid.seller, `${ESCROW}/dispute-escrow`, { contractId, signer: seller });
      const distributions = [
        { address: buyer, amount: 60 },
        { address: seller, amount: 40 },
      ];
      const body = { contractId, disputeResolver: resolver, distributions };
      expect(await aid.perform(aid.resolver, `${ESCROW}/resolve-dispute`, body)).toMatchObject({ status: 200 });
    });
    const buyer = -1_000_000_000n + 568_200_000n;
    expect(moved).toEqual({ buyer, seller: 378_800_000n, platform: 50_000_000n, trustlessWork: 3_000_000n });
  });
});

describe.each(["G0", "G1"])("a multi-release order over HTTP with contracts of %s", (generation) => {
  beforeAll(() => aid.control("POST", "/generation", { generation }));

  test("is paid for milestone 0, split for milestone 1, and the rest withdrawn, to the stroop", async () => {
    const MULTI = "/escrow/multi-release";
    const [buyer, seller, resolver] = [aid.buyer, aid.seller, aid.resolver].map((key) => key.publicKey());
    let contractId = "";
    const ok = async (signer: Keypair, route: string, body: object) =>
      expect(await aid.perform(signer, `${MULTI}/${route}`, { contractId, ...body })).toMatchObject({ status: 200 });
    const moved = await changes(async () => {
      contractId = await aid.fundedMulti(`ord_parts_${generation}`);
      const first = { milestoneIndex: "0" };
      await ok(aid.seller, "change-milestone-status", { ...first, newStatus: "delivered", serviceProvider: seller });
      await ok(aid.buyer, "approve-milestone", { ...first, approver: buyer });
      await ok(aid.buyer, "release-milestone-funds", { ...first, releaseSigner: buyer });
      const second = { milestoneIndex: "1" };
      await ok(aid.buyer, "dispute-milestone", { ...second, signer: buyer });
      const halves = [
        { address: buyer, amount: 100 },
        { address: seller, amount: 50 },
      ];
      await ok(aid.resolver, "resolve-milestone-dispute", {
        ...second,
        disputeResolver: resolver,
        distributions: halves,
      });
      await aid.control("POST", "/stellar/mint", { address: contractId, amount: "0.0000001" });
      const rest = [{ address: buyer, amount: 50.0000001 }];
      await ok(aid.resolver, "withdraw-remaining-funds", { disputeResolver: resolver, distributions: rest });
    });
    expect(moved).toEqual({
      buyer: -3_000_000_000n + 947_000_000n + 473_500_001n,
      seller: 947_000_000n + 473_500_000n,
      platform: 50_000_000n + 75_000_000n + 25_000_000n,
      trustlessWork: 3_000_000n + 4_500_000n + 1_500_000n,
    });
    expect((await aid.control("GET", `/escrows/${contractId}`)).body).toMatchObject({
      balance: "0.0000000",
      escrow: {
        type: "multi-release",
        generation,
        milestones: [{ flags: { released: true } }, { status: "resolved", flags: { resolved: true, disputed: false } }],
      },
    });
  });
});

test("one stroop of dust, sent after a resolution was built, fails it in single-release and not in multi-release", async () => {
  const [buyer, disputeResolver] = [aid.buyer.publicKey(), aid.resolver.publicKey()];
  const [single, multi] = [await aid.funded("ord_dust"), await aid.fundedMulti("ord_dust_in_parts")];
  const milestone = { contractId: multi, milestoneIndex: "0" };
  await aid.perform(aid.buyer, `${ESCROW}/dispute-escrow`, { contractId: single, signer: buyer });
  await aid.perform(aid.buyer, "/escrow/multi-release/dispute-milestone", { ...milestone, signer: buyer });
  const resolve = async (path: string, contract: object) => {
    const distributions = [{ address: buyer, amount: 100 }];
    const built = await aid.build(path, { ...contract, disputeResolver, distributions });
    await aid.control("POST", "/stellar/mint", { address: Object(contract).contractId, amount: "0.0000001" });
    built.sign(aid.resolver);
    return aid.send(built);
  };
  expect(await resolve(`${ESCROW}/resolve-dispute`, { contractId: single })).toMatchObject({
    status: 400,
    body: { message: expect.stringContaining("sum of distributions") },
  });
  const answer = await resolve("/escrow/multi-release/resolve-milestone-dispute", milestone);
  expect(answer).toMatchObject({ status: 200 });
  expect((await aid.control("GET", `/escrows/${single}`)).body).toMatchObject({
    balance: "100.0000001",
    escrow: { flags: { disputed: true, resolved: false } },
  });
});

test.each(WRONG_XDR_VARIANTS)("the ordered fault wrong-xdr lies once about the %s", async (variant) => {
  const contractId = await aid.funded(`ord_lie_${variant}`);
  const body = { contractId, signer: aid.buyer.publicKey(), amount: 1 };
  const order = { party: "trustless-work", match: { path: "fund-escrow" }, kind: "wrong-xdr", variant };
  await aid.control("POST", "/faults", order);
  const lie = await aid.build(`${ESCROW}/fund-escrow`, body);
  const honest = await aid.build(`${ESCROW}/fund-escrow`, body);
  expect(lie.toXDR()).not.toBe(honest.toXDR());
});

test("a deploy whose answer was lost is on the chain once, and found by the caller's own id", async () => {
  const engagementId = "ord_lost_answer";
  const transaction = await aid.build("/deployer/single-release", aid.deployBody(engagementId));
  transaction.sign(aid.buyer);
  await aid.control("POST", "/faults", { party: "trustless-work", match: { path: "send-transaction" }, kind: "lost" });
  await expect(aid.send(transaction)).rejects.toThrow();
  const again = await aid.send(transaction);
  expect(again).toMatchObject({ status: 400, body: { message: expect.stringContaining("tx_bad_seq") } });
  const query = `/helper/get-escrows-by-signer?signer=${aid.buyer.publicKey()}&engagementId=${engagementId}`;
  expect((await aid.request("GET", query)).body).toHaveLength(1);
});

test("a deploy that the index has not seen is found by update-from-txHash, under /v1 too", async () => {
  const transaction = await aid.build("/v1/deployer/single-release", aid.deployBody("ord_stale"));
  transaction.sign(aid.buyer);
  const order = { party: "trustless-work", match: { path: "send-transaction" }, kind: "stale", delayMs: 600_000 };
  await aid.control("POST", "/faults", order);
  const contractId = String((await aid.send(transaction)).body.contractId);
  const body = { contractId, signer: aid.buyer.publicKey(), amount: 1 };
  expect(await aid.request("POST", `${ESCROW}/fund-escrow`, body)).toMatchObject({
    status: 400,
    body: { message: "Escrow not found" },
  });
  const txHash = Buffer.from(transaction.hash()).toString("hex");
  expect(await aid.request("POST", "/v1/indexer/update-from-txHash", { txHash })).toMatchObject({ status: 200 });
  expect(await aid.request("POST", `/v1${ESCROW}/fund-escrow`, body)).toMatchObject({ status: 201 });
});

test("an unknown route and a missing key are answered by the provider, not by the server around it", async () => {
  expect(await aid.request("POST", "/escrow/multi-release/dispute-escrow", {})).toMatchObject({
    status: 404,
    body: { statusCode: 404 },
  });
  const answer = await fetch(`${aid.sandbox.url}/trustless-work/helper/get-escrows-by-signer`);
  expect(answer.status).toBe(401);
  expect(await answer.json()).toMatchObject({ code: 401, type: "UNAUTHORIZED" });
});
