import { describe, expect, test } from "@jest/globals";
import { TrustlessWorkAid } from "./testing/aid.ts";

const ESCROW = "/escrow/single-release";
const notFound = { status: 400, body: { message: "Escrow not found" } };

const byContract = (aid: TrustlessWorkAid, contractId: string, more = "") =>
  aid.request("GET", `/helper/get-escrow-by-contract-ids?contractIds=${contractId}${more}`);

describe("a deploy that the index has not seen", () => {
  test("can't be built upon until the lag has passed", async () => {
    const aid = new TrustlessWorkAid("G1", { indexLagMs: 5_000 });
    const contractId = await aid.deployed();
    expect(await aid.fund(contractId)).toMatchObject(notFound);
    expect((await byContract(aid, contractId)).body).toEqual([]);
    aid.clock.advance(6);
    expect(await aid.fund(contractId)).toMatchObject({ status: 200 });
  });

  test.each([
    ["POST", "/indexer/update-from-txHash"],
    ["PUT", "/indexer/update-from-txhash"],
    ["PUT", "/v1/indexer/update-from-tx-hash"],
  ])("is found after %s %s, also when it was submitted elsewhere", async (method, path) => {
    const aid = new TrustlessWorkAid();
    const txHash = await aid.performElsewhere(aid.buyer, "/deployer/single-release", aid.deployBody());
    const bySigner = `/helper/get-escrows-by-signer?signer=${aid.buyer.publicKey()}&engagementId=ord_1`;
    expect((await aid.request("GET", bySigner)).body).toEqual([]);
    expect(await aid.request(method, path, { txHash })).toMatchObject({ status: 200, body: { status: "SUCCESS" } });
    const found = await aid.request("GET", bySigner);
    expect(found.body).toMatchObject([{ engagementId: "ord_1", type: "single-release", isActive: true }]);
    expect(await aid.fund(String(Object(found.body)[0].contractId))).toMatchObject({ status: 200 });
  });
});

test("the stale fault on a send hides the deploy until update-from-txHash", async () => {
  const aid = new TrustlessWorkAid();
  const built = await aid.request("POST", "/deployer/single-release", aid.deployBody());
  const transaction = aid.sign(built, aid.buyer);
  aid.fault = { kind: "stale", delayMs: 60_000 };
  const sent = await aid.request("POST", "/helper/send-transaction", { signedXdr: transaction.toXDR() });
  aid.fault = undefined;
  const contractId = String(sent.body.contractId);
  expect(await aid.fund(contractId)).toMatchObject(notFound);
  const txHash = Buffer.from(transaction.hash()).toString("hex");
  expect(await aid.request("POST", "/indexer/update-from-txHash", { txHash })).toMatchObject({ status: 200 });
  expect(await aid.fund(contractId)).toMatchObject({ status: 200 });
});

test("the stale fault on a build answers not found, on a read the state of one transaction before", async () => {
  const aid = new TrustlessWorkAid();
  const contractId = await aid.funded();
  aid.fault = { kind: "stale" };
  expect(await aid.fund(contractId)).toMatchObject(notFound);
  expect((await byContract(aid, contractId)).body).toMatchObject([{ balance: 0 }]);
  aid.fault = undefined;
  expect((await byContract(aid, contractId)).body).toMatchObject([{ balance: 100 }]);
});

test("a database behind the chain makes funding fail until it is told of the transaction", async () => {
  const aid = new TrustlessWorkAid();
  const contractId = await aid.deployed();
  const status = { contractId, milestoneIndex: "0", newStatus: "done", serviceProvider: aid.seller.publicKey() };
  const txHash = await aid.performElsewhere(aid.seller, `${ESCROW}/change-milestone-status`, status);
  expect(await aid.fund(contractId)).toMatchObject({
    status: 400,
    body: { message: expect.stringContaining("properties do not match the stored escrow") },
  });
  await aid.request("POST", "/indexer/update-from-txHash", { txHash });
  expect(await aid.fund(contractId)).toMatchObject({ status: 200 });
});

test("the stale fault's variant mismatch makes one funding fail with the old copy", async () => {
  const aid = new TrustlessWorkAid();
  const contractId = await aid.deployed();
  aid.fault = { kind: "stale", variant: "mismatch" };
  expect(await aid.fund(contractId)).toMatchObject({
    status: 400,
    body: { message: expect.stringContaining("properties do not match the stored escrow") },
  });
});

test("an unknown hash is 404; a failed transaction and one without an escrow are 400", async () => {
  const aid = new TrustlessWorkAid();
  const contractId = await aid.deployed();
  const update = (txHash: string) => aid.request("POST", "/indexer/update-from-txHash", { txHash });
  expect(await update("0".repeat(64))).toMatchObject({ status: 404, body: { type: "NOT_FOUND" } });
  const [builtFirst, builtSecond] = [
    await aid.request("POST", `${ESCROW}/dispute-escrow`, { contractId, signer: aid.seller.publicKey() }),
    await aid.request("POST", `${ESCROW}/dispute-escrow`, { contractId, signer: aid.buyer.publicKey() }),
  ];
  aid.ledger.submit(aid.sign(builtFirst, aid.seller).toXDR());
  const failing = aid.ledger.submit(aid.sign(builtSecond, aid.buyer).toXDR());
  expect(await aid.ledger.waitFor(failing.hash, 5_000)).toMatchObject({ successful: false });
  expect(await update(failing.hash)).toMatchObject({
    status: 400,
    body: { message: expect.stringContaining("failed") },
  });
  expect(await update(aid.paymentHash)).toMatchObject({ status: 400 });
  expect(await update("abc")).toMatchObject({ status: 400, body: { details: { txHash: expect.any(Array) } } });
});
