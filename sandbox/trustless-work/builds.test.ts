import { describe, expect, test } from "@jest/globals";
import { Keypair } from "@stellar/stellar-sdk";
import type { EscrowTypeName } from "../escrow/any-escrow.ts";
import { contractCallOf } from "./contract-call.ts";
import { TrustlessWorkAid } from "./testing/aid.ts";
import { WRONG_XDR_VARIANTS } from "./wrong-xdr/tamper.ts";

const ESCROW = "/escrow/single-release";
const MULTI = "/escrow/multi-release";

test("a build is an unsigned transaction of the role's wallet, with its next sequence number, a deadline and a bounded fee", async () => {
  const aid = new TrustlessWorkAid();
  const contractId = await aid.deployed();
  const transaction = aid.parse(
    await aid.request("POST", `${ESCROW}/fund-escrow`, { contractId, signer: aid.buyer.publicKey(), amount: 100 }),
  );
  expect(transaction.signatures).toEqual([]);
  expect(transaction.source).toBe(aid.buyer.publicKey());
  expect(BigInt(transaction.sequence)).toBe((aid.ledger.account(aid.buyer.publicKey())?.sequence ?? 0n) + 1n);
  expect(transaction.timeBounds).toEqual({
    minTime: "0",
    maxTime: String(aid.ledger.latest().closeTimeSeconds + 300),
  });
  expect(transaction.fee).toBe("50100");
  expect(contractCallOf(transaction)).toMatchObject({ contractId, functionName: "fund_escrow" });
});

test("funding authorises the token's transfer, and nothing else", async () => {
  const aid = new TrustlessWorkAid();
  const contractId = await aid.deployed();
  const [operation] = aid.parse(
    await aid.request("POST", `${ESCROW}/fund-escrow`, { contractId, signer: aid.buyer.publicKey(), amount: 100 }),
  ).operations;
  const auth = operation?.type === "invokeHostFunction" ? (operation.auth ?? []) : [];
  expect(auth.map((entry) => entry.credentials.type)).toEqual(["sorobanCredentialsSourceAccount"]);
  const nested = auth[0]?.rootInvocation.subInvocations.map((sub) => sub.function) ?? [];
  expect(nested.map((call) => "contractFn" in call && call.contractFn.functionName.toString())).toEqual(["transfer"]);
});

describe.each(WRONG_XDR_VARIANTS)("the lie about the %s", (variant) => {
  test("parses and differs from the honest build, for every route", async () => {
    const aid = new TrustlessWorkAid();
    const contractId = await aid.funded();
    const [buyer, seller, resolver] = [aid.buyer, aid.seller, aid.resolver].map((key) => key.publicKey());
    const builds: [string, object][] = [
      [`${ESCROW}/fund-escrow`, { contractId, signer: buyer, amount: 1 }],
      [
        `${ESCROW}/change-milestone-status`,
        { contractId, milestoneIndex: "0", newStatus: "done", serviceProvider: seller },
      ],
      [`${ESCROW}/approve-milestone`, { contractId, milestoneIndex: "0", approver: buyer }],
      [`${ESCROW}/dispute-escrow`, { contractId, signer: buyer }],
    ];
    for (const [path, body] of builds) await expectLie(aid, variant, path, body);
    await aid.perform(aid.buyer, `${ESCROW}/approve-milestone`, { contractId, milestoneIndex: "0", approver: buyer });
    await expectLie(aid, variant, `${ESCROW}/release-funds`, { contractId, releaseSigner: buyer });
    await aid.perform(aid.buyer, `${ESCROW}/dispute-escrow`, { contractId, signer: buyer });
    const distributions = [{ address: buyer, amount: 100 }];
    await expectLie(aid, variant, `${ESCROW}/resolve-dispute`, {
      contractId,
      disputeResolver: resolver,
      distributions,
    });
  });

  test("parses and differs from the honest build, for every multi-release route of its own", async () => {
    const aid = new TrustlessWorkAid();
    const contractId = await aid.fundedMulti();
    const [buyer, resolver] = [aid.buyer, aid.resolver].map((key) => key.publicKey());
    const [first, second] = ["0", "1"].map((milestoneIndex) => ({ contractId, milestoneIndex }));
    await aid.perform(aid.buyer, `${MULTI}/approve-milestone`, { ...first, approver: buyer });
    await expectLie(aid, variant, `${MULTI}/release-milestone-funds`, { ...first, releaseSigner: buyer });
    await expectLie(aid, variant, `${MULTI}/dispute-milestone`, { ...second, signer: buyer });
    for (const milestone of [first, second]) {
      await aid.perform(aid.buyer, `${MULTI}/dispute-milestone`, { ...milestone, signer: buyer });
    }
    const share = { disputeResolver: resolver, distributions: [{ address: buyer, amount: 5 }] };
    await expectLie(aid, variant, `${MULTI}/resolve-milestone-dispute`, { ...second, ...share });
    await expectLie(aid, variant, `${MULTI}/withdraw-remaining-funds`, { contractId, ...share });
    await expectLie(aid, variant, `${MULTI}/fund-escrow`, { contractId, signer: buyer, amount: 1 });
  });

  test.each(["single-release", "multi-release"] as const)(
    "parses for a deploy of %s and differs in more than the salt",
    async (type) => {
      const aid = new TrustlessWorkAid();
      const honest = await deployFacts(aid, type);
      aid.fault = { kind: "wrong-xdr", variant };
      expect(await deployFacts(aid, type)).not.toEqual(honest);
    },
  );
});

async function expectLie(aid: TrustlessWorkAid, variant: string, path: string, body: object): Promise<void> {
  aid.fault = undefined;
  const honest = aid.parse(await aid.request("POST", path, body));
  aid.fault = { kind: "wrong-xdr", variant };
  const lie = aid.parse(await aid.request("POST", path, body));
  aid.fault = undefined;
  const withSameDeadline = variant === "no-maxtime" || lie.timeBounds?.maxTime === honest.timeBounds?.maxTime;
  expect(withSameDeadline).toBe(true);
  expect({ path, xdr: lie.toXDR() }).not.toEqual({ path, xdr: honest.toXDR() });
}

/** Everything of a deploy but its random salt. */
async function deployFacts(aid: TrustlessWorkAid, type: EscrowTypeName) {
  const body = type === "single-release" ? aid.deployBody() : aid.multiReleaseBody();
  const transaction = aid.parse(await aid.request("POST", `/deployer/${type}`, body));
  const operation = transaction.operations[0];
  const call =
    operation?.type === "invokeHostFunction" && "invokeContract" in operation.func && operation.func.invokeContract;
  if (!call) throw new Error("not a contract call");
  const { source, fee, timeBounds, memo, operations } = transaction;
  const args = call.args.filter((_arg, index) => index !== 2).map((arg) => arg.toXdr("base64"));
  const [contract, functionName] = [call.contractAddress.toXdr("base64"), call.functionName.toString()];
  return { source, fee, timeBounds, memo: memo.type, operations: operations.length, args, contract, functionName };
}

test("a lie about the amount of a funding would take more, if anybody signed it", async () => {
  const aid = new TrustlessWorkAid();
  const contractId = await aid.deployed();
  aid.fault = { kind: "wrong-xdr" };
  expect(await aid.fund(contractId, 100)).toMatchObject({ status: 200 });
  expect(aid.usdcOf(contractId)).toEqual([1_000_000_001n]);
});

test("a wallet that does not exist can't build", async () => {
  const aid = new TrustlessWorkAid();
  const body = aid.deployBody({ signer: Keypair.random().publicKey() });
  expect(await aid.request("POST", "/deployer/single-release", body)).toMatchObject({
    status: 400,
    body: { type: "WALLET_ERROR", code: 400 },
  });
});
