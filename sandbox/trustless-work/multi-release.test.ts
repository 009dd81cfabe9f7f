import { describe, expect, test } from "@jest/globals";
import { scValToNative } from "@stellar/stellar-sdk";
import { trustlessWorkFeeWallet } from "../stellar/identities.ts";
import { contractCallOf } from "./contract-call.ts";
import { type Answer, stroops, TrustlessWorkAid } from "./testing/aid.ts";

const MULTI = "/escrow/multi-release";
const NO_FLAGS = { approved: false, disputed: false, released: false, resolved: false };

const byContract = (aid: TrustlessWorkAid, contractId: string, more = "") =>
  aid.request("GET", `/helper/get-escrow-by-contract-ids?contractIds=${contractId}${more}`);

/** The call that a built transaction makes, its arguments as XDR types and as plain values. */
function built(aid: TrustlessWorkAid, answer: Answer) {
  const call = contractCallOf(aid.parse(answer));
  if (!call) throw new Error("not one contract call");
  return {
    call: call.functionName,
    types: call.args.map((arg) => arg.type),
    values: call.args.map((arg) => scValToNative(arg)),
  };
}

describe.each(["G0", "G1"] as const)("with multi-release contracts of %s", (generation) => {
  const index = generation === "G0" ? "scvI128" : "scvU32";

  test("a deploy answers the escrow in the multi-release shape", async () => {
    const aid = new TrustlessWorkAid(generation);
    const answer = await aid.perform(aid.buyer, "/deployer/multi-release", aid.multiReleaseBody({ platformFee: 0.6 }));
    const receiver = aid.seller.publicKey();
    const escrow = {
      ...aid.multiReleaseBody(),
      platformFee: 0.6,
      milestones: [
        { description: "Drafts", status: "pending", evidence: "", amount: 10, receiver, flags: NO_FLAGS },
        { description: "Delivery", status: "pending", evidence: "", amount: 20, receiver, flags: NO_FLAGS },
      ],
      receiverMemo: 0,
    };
    const { signer: _signer, ...told } = escrow;
    expect(answer).toEqual({
      status: 200,
      body: { status: "SUCCESS", message: expect.any(String), contractId: expect.stringMatching(/^C/), escrow: told },
    });
  });

  test("the build of each function has the arguments the contract declares, in its order", async () => {
    const aid = new TrustlessWorkAid(generation);
    const contractId = await aid.fundedMulti();
    const [buyer, seller, resolver] = [aid.buyer.publicKey(), aid.seller.publicKey(), aid.resolver.publicKey()];
    const feeWallet = trustlessWorkFeeWallet.publicKey();
    const milestone = { contractId, milestoneIndex: "1" };
    const build = async (route: string, body: object) =>
      built(aid, await aid.request("POST", `${MULTI}/${route}`, body));
    const status = { ...milestone, newStatus: "done", serviceProvider: seller };
    expect(await build("change-milestone-status", status)).toMatchObject({
      call: "change_milestone_status",
      types: [index, "scvString", "scvVoid", "scvAddress"],
    });
    expect(await build("approve-milestone", { ...milestone, approver: buyer })).toMatchObject({
      call: "approve_milestone",
      types: [index, "scvAddress"],
    });
    await aid.perform(aid.buyer, `${MULTI}/approve-milestone`, { ...milestone, approver: buyer });
    expect(await build("release-milestone-funds", { ...milestone, releaseSigner: buyer })).toEqual({
      call: "release_milestone_funds",
      types: ["scvAddress", "scvAddress", "scvU32"],
      values: [buyer, feeWallet, 1],
    });
    expect(await build("dispute-milestone", { ...milestone, signer: seller })).toMatchObject({
      call: "dispute_milestone",
      types: [index, "scvAddress"],
    });
    for (const milestoneIndex of ["0", "1"]) {
      await aid.perform(aid.seller, `${MULTI}/dispute-milestone`, { contractId, milestoneIndex, signer: seller });
    }
    const shares = { disputeResolver: resolver, distributions: [{ address: buyer, amount: 20 }] };
    expect(await build("resolve-milestone-dispute", { ...milestone, ...shares })).toEqual({
      call: "resolve_milestone_dispute",
      types: ["scvAddress", "scvU32", "scvAddress", "scvMap"],
      values: [resolver, 1, feeWallet, { [buyer]: stroops("20") }],
    });
    expect(await build("withdraw-remaining-funds", { contractId, ...shares })).toEqual({
      call: "withdraw_remaining_funds",
      types: ["scvAddress", "scvAddress", "scvMap"],
      values: [resolver, feeWallet, { [buyer]: stroops("20") }],
    });
  });

  test("a read shows milestones with their money, and nothing on top; the cached fee is in basis points", async () => {
    const aid = new TrustlessWorkAid(generation);
    const contractId = await aid.fundedMulti();
    const milestone = { contractId, milestoneIndex: "1" };
    await aid.perform(aid.seller, `${MULTI}/dispute-milestone`, { ...milestone, signer: aid.seller.publicKey() });
    const [cached] = Object((await byContract(aid, contractId)).body);
    expect(cached).toMatchObject({
      type: "multi-release",
      balance: 30,
      platformFee: 500,
      isActive: true,
      fundedBy: [aid.buyer.publicKey()],
      disputeStartedBy: aid.seller.publicKey(),
      milestones: [
        { amount: 10, flags: NO_FLAGS },
        { amount: 20, flags: { ...NO_FLAGS, disputed: true } },
      ],
    });
    for (const name of ["amount", "flags", "roles.receiver"]) expect(cached).not.toHaveProperty(name);
    expect((await byContract(aid, contractId, "&validateOnChain=true")).body).toMatchObject([{ platformFee: 5 }]);
    const balances = await aid.request("GET", `/helper/get-multiple-escrow-balance?addresses=${contractId}`);
    expect(balances.body).toEqual([{ address: contractId, balance: 30 }]);
  });

  test("the platform changes an empty escrow, existing milestones with status and evidence", async () => {
    const aid = new TrustlessWorkAid(generation);
    const contractId = await aid.deployedMulti();
    const { signer: _signer, milestones, ...properties } = aid.multiReleaseBody();
    const update = (wanted: readonly object[]) =>
      aid.perform(
        aid.platform,
        `${MULTI}/update-escrow`,
        { signer: aid.platform.publicKey(), contractId, escrow: { ...properties, milestones: wanted } },
        "PUT",
      );
    expect(await update(milestones)).toMatchObject({
      status: 400,
      body: { details: { "escrow.milestones.0": expect.any(Array) } },
    });
    const existing = milestones.map((milestone) => ({ ...milestone, status: "pending", evidence: "" }));
    const added = { description: "Files", amount: 0.5, receiver: aid.seller.publicKey() };
    expect(await update([...existing, added])).toMatchObject({
      status: 200,
      body: { contractId, escrow: { milestones: [{ amount: 10 }, { amount: 20 }, { amount: 0.5, flags: NO_FLAGS }] } },
    });
  });

  test("what the contract would refuse is refused before anybody signs, with the contract's text", async () => {
    const aid = new TrustlessWorkAid(generation);
    const contractId = await aid.fundedMulti();
    const buyer = aid.buyer.publicKey();
    const release = (milestoneIndex: string) =>
      aid.request("POST", `${MULTI}/release-milestone-funds`, { contractId, releaseSigner: buyer, milestoneIndex });
    expect(await release("0")).toMatchObject({ status: 400, body: { message: expect.stringContaining("completed") } });
    expect(await release("2")).toMatchObject({ status: 400, body: { message: "Milestone not found" } });
    expect(await release(String(2 ** 32))).toMatchObject({
      status: 400,
      body: { details: { milestoneIndex: expect.any(Array) } },
    });
  });
});

test("G0 has one receiver for all milestones: several are refused, and reads show the one everywhere", async () => {
  const milestones = (aid: TrustlessWorkAid) => [
    { description: "Drafts", amount: 1, receiver: aid.seller.publicKey() },
    { description: "Delivery", amount: 2, receiver: aid.resolver.publicKey() },
  ];
  const older = new TrustlessWorkAid("G0");
  const refused = await older.request(
    "POST",
    "/deployer/multi-release",
    older.multiReleaseBody({ milestones: milestones(older) }),
  );
  expect(refused).toMatchObject({ status: 400, body: { details: { milestones: expect.any(Array) } } });
  const newer = new TrustlessWorkAid("G1");
  const contractId = await newer.deployedMulti({ milestones: milestones(newer) });
  expect((await byContract(newer, contractId)).body).toMatchObject([
    { milestones: [{ receiver: newer.seller.publicKey() }, { receiver: newer.resolver.publicKey() }] },
  ]);
});

test("a route of the other type refuses the contract, and changes nothing", async () => {
  const aid = new TrustlessWorkAid();
  const [single, multi] = [await aid.funded(), await aid.fundedMulti()];
  const [signer, milestoneIndex] = [aid.buyer.publicKey(), "0"];
  const ask = (path: string, contractId: string) =>
    aid.request("POST", path, { contractId, signer, amount: 1, milestoneIndex });
  const refusal = (type: string) => ({ status: 400, body: { message: `The escrow is not a ${type} escrow` } });
  expect(await ask(`${MULTI}/fund-escrow`, single)).toMatchObject(refusal("multi-release"));
  expect(await ask(`${MULTI}/dispute-milestone`, single)).toMatchObject(refusal("multi-release"));
  expect(await ask("/escrow/single-release/fund-escrow", multi)).toMatchObject(refusal("single-release"));
  expect(await ask("/escrow/single-release/dispute-escrow", multi)).toMatchObject(refusal("single-release"));
});

test("lists find multi-release escrows by type, role and any milestone's receiver, but by no amount or status", async () => {
  const aid = new TrustlessWorkAid();
  const single = await aid.deployed();
  const receiver = aid.platform.publicKey();
  const multi = await aid.deployedMulti({ milestones: [{ description: "Drafts", amount: 10, receiver }] });
  const ids = async (query: string) =>
    Object((await aid.request("GET", `/helper/get-escrows-by-${query}`)).body).map(
      (escrow: { contractId: string }) => escrow.contractId,
    );
  const bySigner = `signer?signer=${aid.buyer.publicKey()}&orderDirection=asc`;
  expect((await ids(bySigner)).sort()).toEqual([single, multi].sort());
  expect(await ids(`${bySigner}&type=multi-release`)).toEqual([multi]);
  expect(await ids(`${bySigner}&type=single-release`)).toEqual([single]);
  expect(await ids(`${bySigner}&minAmount=0`)).toEqual([single]);
  expect(await ids(`${bySigner}&status=working`)).toEqual([single]);
  expect(await ids(`role?role=receiver&roleAddress=${receiver}`)).toEqual([multi]);
  expect(await ids(`role?role=approver&roleAddress=${receiver}`)).toEqual([]);
});

test("an escrow is active until every milestone was paid or decided", async () => {
  const aid = new TrustlessWorkAid();
  const contractId = await aid.fundedMulti();
  const [buyer, resolver] = [aid.buyer.publicKey(), aid.resolver.publicKey()];
  const shares = { disputeResolver: resolver, distributions: [{ address: buyer, amount: 10 }] };
  for (const [milestoneIndex, isActive] of [
    ["0", true],
    ["1", false],
  ] as const) {
    const milestone = { contractId, milestoneIndex };
    await aid.perform(aid.buyer, `${MULTI}/dispute-milestone`, { ...milestone, signer: buyer });
    await aid.perform(aid.resolver, `${MULTI}/resolve-milestone-dispute`, { ...milestone, ...shares });
    expect((await byContract(aid, contractId)).body).toMatchObject([{ isActive }]);
  }
});

describe("faults", () => {
  const notFound = { status: 400, body: { message: "Escrow not found" } };
  const fund = (aid: TrustlessWorkAid, contractId: string) =>
    aid.request("POST", `${MULTI}/fund-escrow`, { contractId, signer: aid.buyer.publicKey(), amount: 1 });

  test("a deploy that the index has not seen can't be built upon until update-from-txHash", async () => {
    const aid = new TrustlessWorkAid();
    const txHash = await aid.performElsewhere(aid.buyer, "/deployer/multi-release", aid.multiReleaseBody());
    const bySigner = `/helper/get-escrows-by-signer?signer=${aid.buyer.publicKey()}`;
    expect((await aid.request("GET", bySigner)).body).toEqual([]);
    await aid.request("POST", "/indexer/update-from-txHash", { txHash });
    const [found] = Object((await aid.request("GET", bySigner)).body);
    expect(await fund(aid, found.contractId)).toMatchObject({ status: 201 });
  });

  test("stale hides a known escrow from a build, and its variant mismatch makes the funding fail", async () => {
    const aid = new TrustlessWorkAid();
    const contractId = await aid.deployedMulti();
    aid.fault = { kind: "stale" };
    expect(await fund(aid, contractId)).toMatchObject(notFound);
    aid.fault = { kind: "stale", variant: "mismatch" };
    expect((await fund(aid, contractId)).body.message).toContain("properties do not match the stored escrow");
  });

  test("the default lie about a release would pay another milestone, if anybody signed it", async () => {
    const aid = new TrustlessWorkAid();
    const contractId = await aid.fundedMulti();
    const buyer = aid.buyer.publicKey();
    for (const milestoneIndex of ["0", "1"]) {
      await aid.perform(aid.buyer, `${MULTI}/approve-milestone`, { contractId, milestoneIndex, approver: buyer });
    }
    aid.fault = { kind: "wrong-xdr" };
    const release = { contractId, releaseSigner: buyer, milestoneIndex: "0" };
    expect(await aid.perform(aid.buyer, `${MULTI}/release-milestone-funds`, release)).toMatchObject({ status: 200 });
    aid.fault = undefined;
    expect(aid.usdcOf(contractId)).toEqual([stroops("10")]);
  });
});
