import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Asset, Keypair, Operation } from "@stellar/stellar-sdk";
import { type SandboxClient, startClient, usdcAsset } from "../testing/sandbox-client.ts";

let client: SandboxClient;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.close());

const onboarding = (user: string) => [
  Operation.beginSponsoringFutureReserves({ sponsoredId: user }),
  Operation.createAccount({ destination: user, startingBalance: "0" }),
  Operation.changeTrust({ asset: usdcAsset, source: user }),
  Operation.endSponsoringFutureReserves({ source: user }),
];

test("onboards an account without a lumen of its own; the sponsor locks three reserves", async () => {
  const [sponsor, user] = [await client.funded(), Keypair.random()];
  const transaction = await client.build(sponsor, onboarding(user.publicKey()));
  transaction.sign(sponsor, user);
  expect((await client.send(transaction)).code).toBe("txSuccess");
  const account = await client.horizon.loadAccount(user.publicKey());
  expect(account).toMatchObject({ num_sponsored: 3, sponsor: sponsor.publicKey(), subentry_count: 1 });
  expect(await client.horizon.loadAccount(sponsor.publicKey())).toMatchObject({ num_sponsoring: 3 });
  await client.control.post("/stellar/mint", { address: user.publicKey(), amount: "1" });
  expect(await client.usdcOf(user.publicKey())).toBe("1.0000000");
});

test("refuses the onboarding that the new account did not sign", async () => {
  const [sponsor, user] = [await client.funded(), Keypair.random()];
  const transaction = await client.build(sponsor, onboarding(user.publicKey()));
  transaction.sign(sponsor);
  expect(await client.send(transaction)).toMatchObject({ status: "ERROR", code: "txFailed" });
});

test("refuses an account without a lumen when nobody sponsors it", async () => {
  const funder = await client.funded();
  const create = Operation.createAccount({ destination: Keypair.random().publicKey(), startingBalance: "0" });
  expect((await client.submit(funder, [create])).operations).toEqual(["createAccountLowReserve"]);
});

test("refuses a sponsor that can't afford the reserves", async () => {
  const [funder, sponsor, user] = [await client.funded(), Keypair.random(), Keypair.random()];
  await client.submit(funder, [Operation.createAccount({ destination: sponsor.publicKey(), startingBalance: "2" })]);
  const transaction = await client.build(sponsor, onboarding(user.publicKey()));
  transaction.sign(sponsor, user);
  expect((await client.send(transaction)).operations[1]).toBe("createAccountLowReserve");
});

test("a sponsorship that is never ended fails the whole transaction", async () => {
  const [sponsor, user] = [await client.funded(), Keypair.random()];
  const transaction = await client.build(sponsor, onboarding(user.publicKey()).slice(0, 2));
  transaction.sign(sponsor);
  const sent = await client.send(transaction);
  expect(sent).toMatchObject({ status: "FAILED", code: "txBadSponsorship" });
  expect(await client.sandbox.world.ledger.account(user.publicKey())).toBeNull();
});

test("a revoked sponsorship gives the reserve back to the owner, if they can carry it", async () => {
  const [sponsor, user] = [await client.funded(), Keypair.random()];
  const transaction = await client.build(sponsor, onboarding(user.publicKey()));
  transaction.sign(sponsor, user);
  await client.send(transaction);
  const revoke = Operation.revokeTrustlineSponsorship({ account: user.publicKey(), asset: usdcAsset });
  expect((await client.submit(sponsor, [revoke])).operations).toEqual(["revokeSponsorshipLowReserve"]);
  const gift = Operation.payment({ destination: user.publicKey(), asset: Asset.native(), amount: "1" });
  await client.submit(sponsor, [gift]);
  expect((await client.submit(sponsor, [revoke])).code).toBe("txSuccess");
  expect(await client.horizon.loadAccount(sponsor.publicKey())).toMatchObject({ num_sponsoring: 2 });
  expect(await client.horizon.loadAccount(user.publicKey())).toMatchObject({ num_sponsored: 2 });
});
