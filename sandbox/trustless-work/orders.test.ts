import { describe, expect, test } from "@jest/globals";
import { stroops, TrustlessWorkAid } from "./testing/aid.ts";

const ESCROW = "/escrow/single-release";

describe.each(["G0", "G1"] as const)("with contracts of %s", (generation) => {
  test("an order goes from deploy to release, to the stroop", async () => {
    const aid = new TrustlessWorkAid(generation);
    const contractId = await aid.funded();
    const [buyer, seller] = [aid.buyer.publicKey(), aid.seller.publicKey()];
    const status = {
      contractId,
      milestoneIndex: "0",
      newStatus: "delivered",
      newEvidence: "logo",
      serviceProvider: seller,
    };
    expect(await aid.perform(aid.seller, `${ESCROW}/change-milestone-status`, status)).toMatchObject({ status: 200 });
    const approval = { contractId, milestoneIndex: "0", approver: buyer };
    expect(await aid.perform(aid.buyer, `${ESCROW}/approve-milestone`, approval)).toMatchObject({ status: 200 });
    const release = await aid.perform(aid.buyer, `${ESCROW}/release-funds`, { contractId, releaseSigner: buyer });
    expect(release).toMatchObject({ status: 200, body: { status: "SUCCESS" } });
    expect(aid.usdcOf(aid.buyer, aid.seller, aid.platform, contractId)).toEqual([
      stroops("900"),
      stroops("94.7"),
      stroops("5"),
      0n,
    ]);
    expect(aid.trustlessWorkFees).toBe(stroops("0.3"));
  });

  test("a dispute is resolved into shares, to the stroop", async () => {
    const aid = new TrustlessWorkAid(generation);
    const contractId = await aid.funded();
    const [buyer, seller, resolver] = [aid.buyer.publicKey(), aid.seller.publicKey(), aid.resolver.publicKey()];
    const dispute = await aid.perform(aid.seller, `${ESCROW}/dispute-escrow`, { contractId, signer: seller });
    expect(dispute).toMatchObject({ status: 200 });
    const distributions = [
      { address: buyer, amount: 60 },
      { address: seller, amount: 40 },
    ];
    const body = { contractId, disputeResolver: resolver, distributions };
    expect(await aid.perform(aid.resolver, `${ESCROW}/resolve-dispute`, body)).toMatchObject({ status: 200 });
    expect(aid.usdcOf(aid.buyer, aid.seller, aid.platform, contractId)).toEqual([
      stroops("956.82"),
      stroops("37.88"),
      stroops("5"),
      0n,
    ]);
  });

  test("the platform changes an empty escrow", async () => {
    const aid = new TrustlessWorkAid(generation);
    const contractId = await aid.deployed();
    const {
      signer: _signer,
      milestones: _milestones,
      ...properties
    } = aid.deployBody({ amount: 42.5, platformFee: 0.6 });
    const milestones = [{ description: "Delivery", status: "pending", evidence: "" }, { description: "Files" }];
    const body = { signer: aid.platform.publicKey(), contractId, escrow: { ...properties, milestones } };
    const answer = await aid.perform(aid.platform, `${ESCROW}/update-escrow`, body, "PUT");
    expect(answer).toMatchObject({ status: 200, body: { contractId, escrow: { amount: 42.5, platformFee: 0.6 } } });
  });
});

test("what the contract would refuse is refused before anybody signs, with the contract's text", async () => {
  const aid = new TrustlessWorkAid();
  const contractId = await aid.deployed();
  const buyer = aid.buyer.publicKey();
  const release = { contractId, releaseSigner: buyer };
  expect(await aid.request("POST", `${ESCROW}/release-funds`, release)).toEqual({
    status: 400,
    body: {
      statusCode: 400,
      message: "The escrow must be completed to release earnings",
      path: `${ESCROW}/release-funds`,
    },
  });
  const fund = { contractId, signer: aid.resolver.publicKey(), amount: 1 };
  expect((await aid.request("POST", `${ESCROW}/fund-escrow`, fund)).body.message).toContain("insufficient funds");
  const fee = await aid.request("POST", "/deployer/single-release", aid.deployBody({ platformFee: 99.5 }));
  expect(fee).toMatchObject({ status: 400, body: { message: expect.stringContaining("99%") } });
});

test("a transaction that fails on the chain after its build answers with the contract's text", async () => {
  const aid = new TrustlessWorkAid();
  const contractId = await aid.funded();
  const [buyer, seller] = [aid.buyer.publicKey(), aid.seller.publicKey()];
  const approval = { contractId, milestoneIndex: "0", approver: buyer };
  const built = await aid.request("POST", `${ESCROW}/dispute-escrow`, { contractId, signer: seller });
  const disputeOfBuyer = { contractId, signer: buyer };
  expect(await aid.perform(aid.buyer, `${ESCROW}/approve-milestone`, approval)).toMatchObject({ status: 200 });
  expect(await aid.perform(aid.buyer, `${ESCROW}/dispute-escrow`, disputeOfBuyer)).toMatchObject({ status: 200 });
  const late = await aid.request("POST", "/helper/send-transaction", {
    signedXdr: aid.sign(built, aid.seller).toXDR(),
  });
  expect(late).toMatchObject({ status: 400, body: { message: "Escrow already in dispute" } });
});

test("two builds for one wallet share a sequence number: the second transaction is refused", async () => {
  const aid = new TrustlessWorkAid();
  const contractId = await aid.deployed();
  const body = { contractId, signer: aid.buyer.publicKey(), amount: 1 };
  const builds = [
    await aid.request("POST", `${ESCROW}/fund-escrow`, body),
    await aid.request("POST", `${ESCROW}/fund-escrow`, { ...body, amount: 2 }),
  ];
  const answers = [];
  for (const built of builds) {
    const signedXdr = aid.sign(built, aid.buyer).toXDR();
    answers.push(await aid.request("POST", "/helper/send-transaction", { signedXdr }));
  }
  expect(answers).toMatchObject([
    { status: 200 },
    { status: 400, body: { message: expect.stringContaining("tx_bad_seq") } },
  ]);
});

test("a transaction that another key signed is refused", async () => {
  const aid = new TrustlessWorkAid();
  const answer = await aid.perform(aid.seller, "/deployer/single-release", aid.deployBody());
  expect(answer).toMatchObject({ status: 400, body: { message: expect.stringContaining("tx_bad_auth") } });
});

test("while no ledger closes the answer is 5xx, and the transaction may still be applied", async () => {
  const aid = new TrustlessWorkAid("G1", { inclusionWaitMs: 20 });
  const contractId = await aid.deployed();
  aid.closesByItself = false;
  const answer = await aid.fund(contractId);
  expect(answer).toMatchObject({ status: 500, body: { message: expect.stringContaining("resultMetaXdr") } });
  expect(aid.usdcOf(contractId)).toEqual([0n]);
  aid.ledger.close();
  expect(aid.usdcOf(contractId)).toEqual([stroops("100")]);
});
