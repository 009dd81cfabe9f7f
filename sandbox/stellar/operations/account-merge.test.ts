import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Operation } from "@stellar/stellar-sdk";
import { type SandboxClient, startClient, usdcAsset } from "../testing/sandbox-client.ts";

let client: SandboxClient;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.close());

const into = (destination: string) => Operation.accountMerge({ destination });

test("gives every lumen to the heir and ends the account", async () => {
  const [account, heir] = [await client.funded(), await client.funded()];
  await client.control.post("/stellar/close-ledger");
  expect((await client.submit(account, [into(heir.publicKey())])).code).toBe("txSuccess");
  const { ledger } = client.sandbox.world;
  expect(ledger.account(account.publicKey())).toBeNull();
  expect(ledger.account(heir.publicKey())?.xlmStroops).toBe(199_999_999_900n);
});

test("an account with a trustline has to close it first, and that needs a zero balance", async () => {
  const [account, heir] = [await client.holder("1"), await client.holder()];
  const close = Operation.changeTrust({ asset: usdcAsset, limit: "0" });
  expect((await client.submit(account, [into(heir.publicKey())])).operations).toEqual(["accountMergeHasSubEntries"]);
  expect((await client.submit(account, [close])).operations).toEqual(["changeTrustInvalidLimit"]);
  const empty = Operation.payment({ destination: heir.publicKey(), asset: usdcAsset, amount: "1" });
  expect((await client.submit(account, [empty, close, into(heir.publicKey())])).code).toBe("txSuccess");
});
