import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Claimant, Operation } from "@stellar/stellar-sdk";
import { type SandboxClient, startClient, usdcAsset } from "../testing/sandbox-client.ts";

let client: SandboxClient;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.close());

async function offer(amount: string, claimant: string, predicate = Claimant.predicateUnconditional()) {
  const giver = await client.holder(amount);
  const operation = Operation.createClaimableBalance({
    asset: usdcAsset,
    amount,
    claimants: [new Claimant(claimant, predicate)],
  });
  const { hash } = await client.submit(giver, [operation]);
  const applied = await client.node.getTransaction(hash);
  const result = applied.status === "SUCCESS" ? applied.resultXdr.result : null;
  const [created] = result?.type === "txSuccess" ? result.results : [];
  const tr = created?.type === "opInner" && created.tr.type === "createClaimableBalance" ? created.tr.value : null;
  if (tr?.type !== "createClaimableBalanceSuccess") throw new Error("not created");
  return { giver, balanceId: tr.balanceId.toXdr("hex") };
}

test("leaves the giver, waits, and reaches its claimant once", async () => {
  const claimant = await client.holder();
  const { giver, balanceId } = await offer("3", claimant.publicKey());
  expect(await client.usdcOf(giver.publicKey())).toBe("0.0000000");
  const claim = Operation.claimClaimableBalance({ balanceId });
  expect((await client.submit(giver, [claim])).operations).toEqual(["claimClaimableBalanceCannotClaim"]);
  expect((await client.submit(claimant, [claim])).code).toBe("txSuccess");
  expect(await client.usdcOf(claimant.publicKey())).toBe("3.0000000");
  expect((await client.submit(claimant, [claim])).operations).toEqual(["claimClaimableBalanceDoesNotExist"]);
  expect(await client.horizon.loadAccount(giver.publicKey())).toMatchObject({ num_sponsoring: 0 });
});

test("can't be claimed before its time has come", async () => {
  const claimant = await client.holder();
  const later = Claimant.predicateNot(Claimant.predicateBeforeRelativeTime("3600"));
  const { balanceId } = await offer("3", claimant.publicKey(), later);
  const claim = Operation.claimClaimableBalance({ balanceId });
  expect((await client.submit(claimant, [claim])).operations).toEqual(["claimClaimableBalanceCannotClaim"]);
  await client.control.post("/clock", { advanceSeconds: 3600 });
  await client.control.post("/stellar/close-ledger");
  const transaction = await client.build(claimant, [claim], { timeoutSeconds: 7200 });
  transaction.sign(claimant);
  expect((await client.send(transaction)).code).toBe("txSuccess");
});
